"""Noting where delegations stand on a proposal."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done
from negotiator.i18n import N_

_on = click.option("--on", metavar="DATE|INSTANT", help=N_("When that took place; otherwise now."))


@command("support")
@click.argument("code", metavar="PROPOSAL")
@click.argument("delegation", metavar="CODE")
@_on
@with_context
def support(context: Context, code: str, delegation: str, on: str | None) -> None:
    """Note that a delegation supports a proposal."""
    _stand(context, code, delegation, "support", on)


@command("oppose")
@click.argument("code", metavar="PROPOSAL")
@click.argument("delegation", metavar="CODE")
@_on
@with_context
def oppose(context: Context, code: str, delegation: str, on: str | None) -> None:
    """Note that a delegation opposes a proposal."""
    _stand(context, code, delegation, "oppose", on)


@command("flexible")
@click.argument("code", metavar="PROPOSAL")
@click.argument("delegation", metavar="CODE")
@_on
@with_context
def flexible(context: Context, code: str, delegation: str, on: str | None) -> None:
    """Note that a delegation is flexible on a proposal."""
    _stand(context, code, delegation, "flexible", on)


def _stand(context: Context, code: str, delegation: str, stance: str, on: str | None) -> None:
    from negotiator.domain.proposal import Stance
    from negotiator.services.proposals import take_stance

    made = take_stance(context.workspace(), code, delegation, Stance(stance), on=on)
    done(made.code, made.act)
