"""Logging an intervention from the command line."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done, say
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _


@command()
@click.argument("session")
@click.argument("line", nargs=-1)
@click.option("--at", metavar="INSTANT", help=N_("When it was said, for notes typed later: an instant, or an hour."))
@click.option("--edit", "edited", metavar="ENTRY", help=N_("Replace this entry by the line."))
@click.option("--delete", "deleted", metavar="ENTRY", help=N_("Set this entry aside; undo brings it back."))
@with_context
def log(
    context: Context, session: str, line: tuple[str, ...], at: str | None, edited: str | None, deleted: str | None
) -> None:
    """Log one intervention: speaker first, then paragraph, position, words.

    negotiator log R3 "del-a 27 o 'voluntary' weakens it"

    Positions are one letter: s support, w support with change, o oppose, a amend, r reserve, q question, n no position,
    i information. Several paragraphs are joined by commas, a range by a hyphen. A colon by itself ends the codes.
    """
    from negotiator.services import sessions

    workspace = context.workspace()
    if deleted:
        if line or edited or at:
            raise WrongUsage(_("Deleting an entry takes nothing else."))
        entry = sessions.find_entry(workspace, deleted)
        act = sessions.delete_entry(workspace, entry.code)
        done(entry.code, act)
        say(_("Deleted {entry}; “negotiator undo” brings it back.", entry=entry.code))
        return
    words = " ".join(line)
    if not words.strip():
        raise WrongUsage(_("Write what was said: speaker, paragraph, position, words."))
    if edited:
        if at:
            raise WrongUsage(_("Editing an entry keeps when it was said; leave out --at."))
        logged = sessions.edit_entry(workspace, edited, words)
    else:
        logged = sessions.log(workspace, session, words, at=at)
    done(logged.entry, logged.act)
    for doubt in logged.line.doubts:
        say(_("The text on screen has no paragraph {label}; it is kept as typed.", label=doubt.words))
    if logged.meeting is None:
        say(_("No meeting of {session} was open then; the entry is kept without one.", session=session))
