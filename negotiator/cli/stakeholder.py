"""Delegations and stakeholders: listed, shown, added."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiator.cli.audience import audience_option, seen_by
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, say, show, table
from negotiator.cli.stakeholder_contact import contact
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from datetime import date

    from negotiator.domain.stakeholder import Stakeholder


@group()
def stakeholder() -> None:
    """Delegations and stakeholders."""


stakeholder.add_command(contact)


@stakeholder.command("list")
@click.argument("words", nargs=-1)
@click.option("--category", metavar="CODE", help=N_("Only those of this category, such as MS."))
@click.option("--region", metavar="CODE", help=N_("Only those of this regional group, such as GRULAC."))
@with_context
def list_(context: Context, words: tuple[str, ...], category: str | None, region: str | None) -> None:
    """List delegations and stakeholders, or those that a few letters may mean.

    They are found by code, alias, English, Chinese or pinyin, and called by the names of the day.
    """
    from negotiator.services.stakeholders import list_stakeholders

    workspace = context.workspace()
    now = workspace.now()
    found = list_stakeholders(workspace, category=category, region=region, words=" ".join(words))
    if context.json:
        content = [_record(each, now.date) for each in found]
        json_document("negotiator.stakeholders/1", {"as_of": now.iso(), "stakeholders": content})
    elif not found:
        say(_("No delegation or stakeholder fits; “negotiator stakeholder list” names them all."))
    else:
        rows = ([each.code, each.category, each.region, *_both(each, now.date)] for each in found)
        table(rows, [_("code"), _("category"), _("region"), Column(_("name"), elastic=True), ""])


@stakeholder.command("show")
@click.argument("code", metavar="CODE")
@audience_option
@with_context
def show_(context: Context, code: str, audience: str | None) -> None:
    """Show a delegation or stakeholder: its names, category, regional group and what it may do."""
    from negotiator.domain.contacts import in_words
    from negotiator.domain.stakeholder import MAY_PROPOSE, REGIONAL_GROUPS
    from negotiator.services.contacts import list_contacts
    from negotiator.services.stakeholders import find_stakeholder, get_category, may_propose

    workspace = context.workspace()
    now = workspace.now()
    found = find_stakeholder(workspace, code)
    contacts = list_contacts(workspace, seen_by(audience)).get(found.code, ())
    if context.json:
        content = {**_record(found, now.date), "contacts": [each.written for each in contacts]}
        json_document("negotiator.stakeholder/1", {"as_of": now.iso(), "stakeholder": content})
        return
    category = get_category(found.category)
    name, other = _both(found, now.date)
    show(f"{found.code}  {name}" + (f"  {other}" if other else ""))
    facts = {
        _("formal name"): found.formal_at(now.date),
        _("category"): f"{category.title.said} ({category.code})",
        _("regional group"): _(REGIONAL_GROUPS[found.region]) if found.region else "",
        _("takes part"): category.route.said,
        _("text"): _(MAY_PROPOSE[may_propose(found)]),
        _("codes"): ", ".join(code for code in (found.iso2, found.m49) if code),
        _("also typed"): ", ".join(found.aliases),
        _("other names"): "; ".join(
            _("{name} until {date}", name=each.name.said, date=each.until) for each in found.former
        ),
        _("addresses"): in_words(contacts),
        _("note"): found.note.said,
    }
    for label, fact in facts.items():
        if fact:
            show(f"{label}: {fact}")


@stakeholder.command("add")
@click.argument("name")
@click.option("--code", required=True, help=N_("The code it is known by."))
@click.option("--category", metavar="CODE", required=True, help=N_("Its category: MS, OBS, UN, NGO-E, ... or sample."))
@click.option("--region", metavar="CODE", help=N_("Its regional group."))
@click.option("--name-zh", default="", help=N_("Its name in Chinese."))
@click.option("--alias", "aliases", multiple=True, help=N_("Another name that people type; repeat for each."))
@click.option("--note", default="", help=N_("What else there is to say."))
@with_context
def add(
    context: Context,
    name: str,
    code: str,
    category: str,
    region: str | None,
    name_zh: str,
    aliases: tuple[str, ...],
    note: str,
) -> None:
    """Add a delegation or stakeholder."""
    from negotiator.services.stakeholders import add_stakeholder

    added = add_stakeholder(
        context.workspace(),
        name,
        code=code,
        category=category,
        region=region,
        name_zh=name_zh,
        aliases=aliases,
        note=note,
    )
    done(added.code, added.act)


@stakeholder.command("import")
@click.argument("file", type=click.Path(readable=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help=N_("Show what would become of every row, and change nothing."))
@click.option("--map", "columns", multiple=True, metavar="FIELD=COLUMN", help=N_("Which column holds what; repeat."))
@click.option("--category", metavar="CODE", default="", help=N_("The category of those for whom the list says none."))
@click.option(
    "--as", "meanings", multiple=True, metavar="WORD=CODE", help=N_("The category a word stands for; repeat.")
)
@click.option("--same", multiple=True, metavar="ROW=CODE", help=N_("Whom a row means; repeat."))
@click.option("--new", multiple=True, metavar="ROW|all", help=N_("A row that means somebody new; repeat."))
@click.option("--update", is_flag=True, help=N_("Take over what the list says otherwise than the register."))
@click.option("--encoding", default="", metavar="NAME", help=N_("How a CSV file is written, if it cannot be told."))
@click.option(
    "--list",
    "admission",
    type=click.Choice(("preparatory", "conference")),
    help=N_("They apply to this, where the list does not say."),
)
@with_context
def import_(
    context: Context,
    file: Path,
    dry_run: bool,
    columns: tuple[str, ...],
    category: str,
    meanings: tuple[str, ...],
    same: tuple[str, ...],
    new: tuple[str, ...],
    update: bool,
    encoding: str,
    admission: str | None,
) -> None:
    """Import a list of delegations and stakeholders, a CSV file or a workbook: all of it, or nothing.

    Those that are in the register are found by code or name; what looks like one of them waits for a decision. The
    first row is the head: code, name, name-zh, formal, category, region, aliases, note, contact, email, language, and
    for accreditation list, applied, status, year, women, men.
    """
    from negotiator.cli.register_import import choices_of, tell_plan
    from negotiator.services.register_import import import_list, plan_import

    choices = choices_of(columns, category, meanings, same, new, update, admission, encoding)
    workspace = context.workspace()
    if dry_run:
        tell_plan(context, plan_import(workspace, file, choices))
        return
    made = import_list(workspace, file, choices)
    if made.act:
        done(made.act, made.act)
    tell_plan(context, made.plan, rows=False)


def _both(each: "Stakeholder", day: "date") -> tuple[str, str]:
    """Return the name of the day in the language in use, then in the other one."""
    name = each.name_at(day)
    return name.said, name.en if name.said != name.en else name.zh


def _record(each: "Stakeholder", day: "date") -> dict[str, object]:
    """Write a delegation or stakeholder as one flat record, by the names of the day."""
    from negotiator.services.stakeholders import may_propose

    name = each.name_at(day)
    return {
        "id": each.code,
        "category": each.category,
        "region": each.region.value if each.region else None,
        "name_en": name.en,
        "name_zh": name.zh,
        "formal_en": each.formal_at(day) or None,
        "iso2": each.iso2 or None,
        "m49": each.m49 or None,
        "aliases": list(each.aliases),
        "propose": may_propose(each).value,
        "note": each.note.said,
        "visibility": each.visibility.value,
    }
