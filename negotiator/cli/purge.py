"""Purging what must not be kept."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done, say
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _


@command()
@click.argument("what", type=click.Choice(("entry", "proposal", "input")))
@click.argument("code", metavar="CODE")
@click.option("--why", default="", help=N_("Why it must not be kept."))
@click.option("--backups", is_flag=True, help=N_("Remove the backups that have it too, and make a new one."))
@click.option("--yes", is_flag=True, help=N_("Do it; it cannot be undone."))
@with_context
def purge(context: Context, what: str, code: str, why: str, backups: bool, yes: bool) -> None:
    """Remove words for good, such as a quote given to the wrong speaker: purge entry R3-12 --why ... --yes

    Its place stays as a tombstone, and the history still verifies. This cannot be undone.
    """
    from negotiator.services.purging import purge as remove

    if not yes:
        raise WrongUsage(_("What is purged is gone for good; say --yes."))
    gone = remove(context.workspace(), what, code, why=why, with_backups=backups)
    done(code.upper(), gone.act)
    if not gone.rewritten:
        say(_("Somebody else has the workspace open: close it everywhere and purge once more."))
    for path in gone.removed:
        say(_("{path} is removed.", path=path.name))
    for path in gone.still_held:
        say(_("{path} still has it; --backups removes it.", path=path.name))
    for proposal in gone.proposals:
        say(_("{proposal} was made of it and may have its words; purge it too if it does.", proposal=proposal))
