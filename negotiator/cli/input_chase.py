"""Reminding those from whom something is awaited."""

from collections.abc import Sequence
from pathlib import Path

import click

from negotiator.cli.audience import AUDIENCES, seen_by
from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, done, json_document, say, show, table
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _, n_


@command()
@click.option("--format", "form", type=click.Choice(("csv", "eml", "markdown")), help=N_("How to write the reminders."))
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE|FOLDER", help=N_("Where to write them."))
@click.option("--language", type=click.Choice(("en", "zh")), help=N_("The language of all; otherwise that of each."))
@click.option("--kind", metavar="CODE", help=N_("Only those of this kind, such as WS."))
@click.option("--from", "stakeholder", metavar="CODE", help=N_("Only those from this delegation or stakeholder."))
@click.option("--session", metavar="CODE", help=N_("Only those for this session."))
@click.option("--category", metavar="CODE", help=N_("Only those from this category, such as MS."))
@click.option("--region", metavar="CODE", help=N_("Only those from this regional group, such as GRULAC."))
@click.option("--audience", type=click.Choice(AUDIENCES), help=N_("Only those that this audience may see."))
@click.option("--dry-run", is_flag=True, help=N_("Show who would be reminded, and record nothing."))
@with_context
def chase(
    context: Context,
    form: str | None,
    output: Path | None,
    language: str | None,
    kind: str | None,
    stakeholder: str | None,
    session: str | None,
    category: str | None,
    region: str | None,
    audience: str | None,
    dry_run: bool,
) -> None:
    """Write reminders of what is awaited, and record that they were written; it sends nothing.

    What is owed is asked for 14, 7, 4, 3, 2, 1 and 0 days before it is due, then daily; whoever was merely invited is
    reminded once. The words are those of data/templates in the workspace, else the shipped ones.
    """
    from negotiator.domain.audience import Audience
    from negotiator.domain.chasing import TONES
    from negotiator.services import chasing
    from negotiator.services.contacts import list_contacts
    from negotiator.services.input_filter import Filter
    from negotiator.services.reminder_files import text_of, write_reminders

    workspace = context.workspace()
    wanted = Filter(
        kind=kind,
        stakeholder=stakeholder,
        session=session,
        category=category,
        region=region,
        audience=Audience(audience) if audience else None,
    )
    found = chasing.reminders(workspace, wanted)
    whose = seen_by(audience)
    addresses = list_contacts(workspace, whose)
    if context.json or dry_run or not found:
        if context.json:
            content = [
                {
                    "id": each.input.code,
                    "stakeholder": each.input.stakeholder,
                    "days": each.days,
                    "tone": each.tone.value,
                    "reminded": [at.iso() for at in each.before],
                    "to": [contact.email for contact in addresses.get(each.input.stakeholder, ())],
                }
                for each in found
            ]
            json_document("negotiator.reminders/1", {"as_of": workspace.now().iso(), "reminders": content})
        elif found:
            table(
                (
                    [
                        each.input.code,
                        each.input.stakeholder,
                        each.days,
                        _(TONES[each.tone]),
                        len(each.before),
                        each.input.title,
                        ", ".join(contact.email for contact in addresses.get(each.input.stakeholder, ())),
                    ]
                    for each in found
                ),
                [
                    *(_("input"), _("from"), Column(_("days"), right=True), _("tone")),
                    *(
                        Column(_("reminded"), right=True),
                        Column(_("title"), elastic=True),
                        Column(_("addressed to"), elastic=True),
                    ),
                ],
            )
            _tell_without(chasing.without_address(workspace, found, whose))
        else:
            say(_("Nobody is to be reminded today."))
        return
    made = chasing.written(workspace, found, language or "", whose)
    if output is not None:
        write_reminders(made, output, form or "")
    elif form == "eml":
        raise WrongUsage(_("Name a folder for the e-mails with -o."))
    else:
        show(text_of(made, form or "markdown").rstrip("\n"))
    act = chasing.record(workspace, found)
    if output is not None:
        done(act, act)
    say(
        n_(
            "{n} reminder is written and recorded; nothing was sent.",
            "{n} reminders are written and recorded; nothing was sent.",
            len(found),
        )
    )
    _tell_without(chasing.without_address(workspace, found, whose))


def _tell_without(codes: Sequence[str]) -> None:
    """Name those of whom no address is known."""
    if codes:
        say(
            _("No address is known of {codes}; “negotiator stakeholder contact add” notes one.", codes=", ".join(codes))
        )
