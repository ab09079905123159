"""Aligning with, and dissociating from, what came in on behalf of a group: verbs of `negotiator input`."""

from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done, say
from negotiator.i18n import N_, _, n_

if TYPE_CHECKING:
    from negotiator.services.input_acts import Done


@command()
@click.argument("code", metavar="INPUT")
@click.argument("who", metavar="CODE,...")
@click.option("--why", default="", help=N_("What was said, or where that is written."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When that took place; otherwise now."))
@with_context
def align(context: Context, code: str, who: str, why: str, on: str | None) -> None:
    """Note that some align with what came on behalf of a group: it covers them from then on, members or not."""
    from negotiator.services.aligning import align as act

    _tell(act(context.workspace(), code, who.split(","), why=why, on=on))


@command()
@click.argument("code", metavar="INPUT")
@click.argument("who", metavar="CODE,...")
@click.option("--why", default="", help=N_("What was said, or where that is written."))
@click.option("--on", metavar="DATE|INSTANT", help=N_("When that took place; otherwise now."))
@with_context
def dissociate(context: Context, code: str, who: str, why: str, on: str | None) -> None:
    """Note that some stand apart from what came on behalf of a group: it does not cover them from then on."""
    from negotiator.services.aligning import dissociate as act

    _tell(act(context.workspace(), code, who.split(","), why=why, on=on))


def _tell(made: "Done") -> None:
    done(made.code, made.act)
    number = n_("{n} member", "{n} members", len(made.behalf.covers))
    say(_("{input} covers {members} of {group}.", input=made.code, members=number, group=made.behalf.group))
