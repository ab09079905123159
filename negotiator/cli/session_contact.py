"""Who serves a session: a verb of `negotiator session`."""

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import done
from negotiator.i18n import N_


@command("contact")
@click.argument("session")
@click.option("--of", "organization", metavar="NAME", required=True, help=N_("The organization, such as IOM."))
@click.option("--name", default="", help=N_("Who it is; left out, the contact is taken away."))
@with_context
def contact(context: Context, session: str, organization: str, name: str) -> None:
    """Note whom the Secretariat or a partner names for a session; the mandate looks for one of each."""
    from negotiator.services.session_contacts import note_contact

    done(*note_contact(context.workspace(), session, organization, name))
