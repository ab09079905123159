"""Addresses at which delegations and stakeholders are written to."""

import click

from negotiator.cli.audience import AUDIENCES, audience_option, seen_by, tell_audience
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, say, table
from negotiator.i18n import N_, _


@group()
def contact() -> None:
    """Addresses of delegations and stakeholders, for us and the co-facilitators unless said otherwise."""


@contact.command("list")
@click.argument("code", metavar="[CODE]", required=False)
@audience_option
@with_context
def list_(context: Context, code: str | None, audience: str | None) -> None:
    """List the addresses that hold today, of one or of all."""
    from negotiator.services.contacts import list_contacts
    from negotiator.services.stakeholders import find_stakeholder

    workspace, whose = context.workspace(), seen_by(audience)
    found = list_contacts(workspace, whose)
    if code:
        one = find_stakeholder(workspace, code).code
        found = {one: found.get(one, ())}
    listed = [(of, each) for of, known in sorted(found.items()) for each in known]
    if context.json:
        content = [
            {
                "stakeholder": of,
                "name": each.name or None,
                "email": each.email,
                "language": each.language or None,
                "since": each.since.isoformat() if each.since else None,
                "visibility": each.for_whom.value,
            }
            for of, each in listed
        ]
        document = {"as_of": workspace.now().iso(), "audience": whose.value, "contacts": content}
        json_document("negotiator.contacts/1", document)
    elif not listed:
        say(_("No address is noted; “negotiator stakeholder contact add CODE ADDRESS” notes one."))
    else:
        table(
            ([of, each.name, each.email, each.language, each.since] for of, each in listed),
            [_("code"), Column(_("name"), elastic=True), _("e-mail"), _("language"), _("since")],
        )
        tell_audience(audience)


@contact.command("add")
@click.argument("code", metavar="CODE")
@click.argument("address", metavar="ADDRESS")
@click.option("--name", default="", help=N_("Whose it is."))
@click.option("--language", default="", metavar="CODE", help=N_("The language in which they are written to."))
@click.option("--since", metavar="DATE", help=N_("The first day of it; otherwise today."))
@click.option(
    "--visibility", type=click.Choice(AUDIENCES), help=N_("Who may see it; otherwise co-facilitators and us.")
)
@click.option("--replace", "instead", is_flag=True, help=N_("In the place of those there are; they ended yesterday."))
@with_context
def add(
    context: Context,
    code: str,
    address: str,
    name: str,
    language: str,
    since: str | None,
    visibility: str | None,
    instead: bool,
) -> None:
    """Note an address, or several with semicolons between them: “Ana Li <ana@example.org> zh; desk@example.org”."""
    from negotiator.domain.audience import Audience
    from negotiator.domain.dates import parse_date
    from negotiator.services.contacts import add_contacts, replace_contacts

    typed = f"{name} <{address}> {language}" if name or language else address
    noted = replace_contacts if instead else add_contacts
    made = noted(
        context.workspace(),
        code,
        typed,
        since=parse_date(since) if since else None,
        visibility=Audience(visibility) if visibility else None,
    )
    done(made.code, made.act)


@contact.command("end")
@click.argument("code", metavar="CODE")
@click.argument("email", metavar="ADDRESS")
@click.option("--on", metavar="DATE", help=N_("The last day of it; otherwise yesterday."))
@with_context
def end(context: Context, code: str, email: str, on: str | None) -> None:
    """Note that an address does not hold any more."""
    from negotiator.domain.dates import parse_date
    from negotiator.services.contacts import end_contact

    made = end_contact(context.workspace(), code, email, on=parse_date(on) if on else None)
    done(made.code, made.act)
