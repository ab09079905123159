"""Logging an intervention from the command line."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done, say
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from negotiator.domain.entry_line import LineDoubt


@command()
@click.argument("session")
@click.argument("line", nargs=-1)
@click.option("--at", metavar="INSTANT", help=N_("When it was said, for notes typed later: an instant, or an hour."))
@click.option("--edit", "edited", metavar="ENTRY", help=N_("Replace this entry by the line."))
@click.option("--delete", "deleted", metavar="ENTRY", help=N_("Set this entry aside; undo brings it back."))
@click.option("--others", is_flag=True, help=N_("Also change or set aside what somebody else typed."))
@with_context
def log(
    context: Context,
    session: str,
    line: tuple[str, ...],
    at: str | None,
    edited: str | None,
    deleted: str | None,
    others: bool,
) -> None:
    """Log one intervention: speaker first, then for whom, paragraph, position, words.

    negotiator log R3 "del-a 27 o 'voluntary' weakens it"

    The speaker is a code, an alias, a name in English or Chinese, pinyin, or “chair” for whoever presides.

    For whom: “for group-x”, “for 27 of group-x”, “for group-x minus del-c plus del-d”, “for del-a, del-b”. “al group-x”
    is aligned with it, “dis group-x” dissociates from it. Small words that are codes too (and, can, us) are codes there
    in capitals only.

    Paragraphs: 27, 27(b), PP3, OP12 bis, obj 5; several are joined by commas, a range by a hyphen.

    Positions are one letter: s support, w support with change, o oppose, a amend, r reserve, q question, n no position,
    i information. Or a word says what it is: po point of order, rr right of reply, rul ruling, dec decision, adj
    adjournment, nb note; the last four need no speaker. A colon by itself ends the codes. What is not understood stays
    as words and is told.
    """
    from negotiator.services import entry_changes, sessions

    workspace = context.workspace()
    if deleted:
        if line or edited or at:
            raise WrongUsage(_("Deleting an entry takes nothing else."))
        entry = sessions.find_entry(workspace, deleted)
        act = entry_changes.delete_entry(workspace, entry.code, others=others)
        done(entry.code, act)
        say(_("Deleted {entry}; “negotiator undo” brings it back.", entry=entry.code))
        return
    words = " ".join(line)
    if not words.strip():
        raise WrongUsage(_("Write what was said: speaker, paragraph, position, words."))
    if edited:
        if at:
            raise WrongUsage(_("Editing an entry keeps when it was said; leave out --at."))
        logged = entry_changes.edit_entry(workspace, edited, words, others=others)
    else:
        logged = sessions.log(workspace, session, words, at=at)
    done(logged.entry, logged.act)
    for sentence in told(logged.line.doubts):
        say(sentence)
    if logged.meeting is None:
        say(_("No meeting of {session} was open then; the entry is kept without one.", session=session))


def told(doubts: "Iterable[LineDoubt]") -> "Iterator[str]":
    """Say what was not understood of a line, and what may have been meant."""
    for doubt in doubts:
        near = ", ".join(doubt.suggestions)
        if doubt.code == "group-unknown":
            known = _("No group is called “{words}”; it stays as words.", words=doubt.words)
            yield known + (" " + _("Did you mean {near}?", near=near) if near else "")
        elif doubt.code == "not-a-member":
            yield _("{member} is not in {group} on that day.", member=doubt.words, group=doubt.suggestions[0])
        elif doubt.code == "too-many":
            group, known = doubt.suggestions
            yield _("{group} has {n} members on that day; the number is kept as said.", group=group, n=known)
        elif doubt.code == "position-unknown":
            yield _("“{words}” is no position; it stays as a word.", words=doubt.words)
        elif doubt.code == "space-missing":
            yield _("“{words}” stays as a word; did you mean “{near}”?", words=doubt.words, near=near)
        else:
            yield _("The text on screen has no paragraph {label}; it is kept as typed.", label=doubt.words)
