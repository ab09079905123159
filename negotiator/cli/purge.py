"""Purging what must not be kept."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done, say
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator


@command()
@click.argument("what", type=click.Choice(("entry", "proposal", "input")))
@click.argument("code", metavar="CODE")
@click.option("--why", default="", help=N_("Why it must not be kept."))
@click.option("--backups", is_flag=True, help=N_("Take it out of the backups too; they keep everything else."))
@click.option("--yes", is_flag=True, help=N_("Do it; it cannot be undone."))
@with_context
def purge(context: Context, what: str, code: str, why: str, backups: bool, yes: bool) -> None:
    """Remove words for good, such as a quote given to the wrong speaker: purge entry R3-12 --why ... --yes

    Its place stays as a tombstone, and the history still verifies. This cannot be undone.
    """
    from negotiator.services.purging import backups_with
    from negotiator.services.purging import purge as remove

    workspace = context.workspace()
    if not yes:
        held = backups_with(workspace, what, code)
        names = ", ".join(path.name for path in held)
        raise WrongUsage(" ".join([_("What is purged is gone for good; say --yes."), *_told(names, backups)]))
    gone = remove(workspace, what, code, why=why, with_backups=backups)
    done(code.upper(), gone.act)
    if not gone.rewritten:
        say(_("Somebody else has the workspace open: close it everywhere and purge once more."))
    for path in gone.cleaned:
        say(_("{path} is written anew without it.", path=path.name))
    for path in gone.still_held:
        if path in gone.failed:
            told = {"path": path.name, "problem": gone.failed[path]}
            say(_("{path} still has it and cannot be written anew ({problem}); take the file away by hand.", **told))
        else:
            say(_("{path} still has it; --backups takes it out of there.", path=path.name))
    for proposal in gone.proposals:
        say(_("{proposal} was made of it and may have its words; purge it too if it does.", proposal=proposal))


def _told(names: str, backups: bool) -> "Iterator[str]":
    """Say what becomes of the backups that have it."""
    if names and backups:
        yield _("It goes from these backups too, which keep everything else: {names}.", names=names)
    elif names:
        yield _("These backups keep it unless you add --backups: {names}.", names=names)
