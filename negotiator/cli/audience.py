"""For whom something is shown or printed, as the command line takes it."""

from typing import TYPE_CHECKING

import click

from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from negotiator.domain.audience import Audience

AUDIENCES = ("public", "member-states", "co-facilitators-and-secretariat", "private")
"""What may be typed, the widest first; written out, so that no command loads the domain to be parsed."""

audience_option = click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    help=N_("For whom it is made; what is not meant for them is left out. Otherwise for us."),
)
"""The option of what is made for an audience."""


def seen_by(audience: str | None) -> "Audience":
    """Read an audience from the command line; none is us."""
    from negotiator.domain.audience import Audience

    return Audience(audience) if audience else Audience.PRIVATE


def tell_audience(audience: str | None) -> None:
    """Say on stderr for whom a list is made."""
    from negotiator.cli.output import say
    from negotiator.domain.audience import AUDIENCES as NAMES

    say(_("For: {audience}.", audience=_(NAMES[seen_by(audience)])))
