"""Panels of a session: a verb of `negotiator session`."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done
from negotiator.i18n import N_


@command("panel")
@click.argument("session")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--title", help=N_("Its theme in English."))
@click.option("--title-zh", help=N_("Its theme in Chinese."))
@click.option("--moderator", "moderators", multiple=True, metavar="CODE", help=N_("Who moderated it; repeat for two."))
@click.option("--origin", multiple=True, metavar="CODE,...", help=N_("Its members from countries of origin."))
@click.option("--transit", multiple=True, metavar="CODE,...", help=N_("Its members from countries of transit."))
@click.option("--destination", multiple=True, metavar="CODE,...", help=N_("Its members from countries of destination."))
@with_context
def panel(
    context: Context,
    session: str,
    number: int,
    title: str | None,
    title_zh: str | None,
    moderators: tuple[str, ...],
    origin: tuple[str, ...],
    transit: tuple[str, ...],
    destination: tuple[str, ...],
) -> None:
    """Note a panel of a session: its theme, its moderators, and which countries its members spoke from.

    What is not given stays as it was; --moderator "" takes the moderators away.
    """
    from negotiator.services.panels import note_panel

    noted, act = note_panel(
        context.workspace(),
        session,
        number,
        title=title,
        title_zh=title_zh,
        moderators=moderators or None,
        origin=origin or None,
        transit=transit or None,
        destination=destination or None,
    )
    done(f"{session}/{noted.number}", act)
