"""Drafts: files registered, listed, shown with their structure, their brackets and their references."""

import click

from negotiator.cli.audience import AUDIENCES
from negotiator.cli.draft_compile import compile_
from negotiator.cli.draft_history import history, where
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, progress, say, show, table
from negotiator.cli.topic_tag import tag_provision
from negotiator.i18n import N_, _, n_

TEXT_LANGUAGES = ("en", "zh", "fr", "es", "ru", "ar")
KINDS = (
    *("elements", "non-paper", "zero", "revised", "chairs-text", "compilation", "streamlined"),
    *("final", "outcome", "resolution", "other"),
)
NO_PARENT = "none"
"""What is written where a draft is based on nothing."""


@group()
def draft() -> None:
    """Drafts: the versions of the text."""


@draft.command("add")
@click.argument("file")
@click.option("--code", help=N_("What to call it, such as rev1; otherwise taken from the name of the file."))
@click.option("--name", help=N_("Its name in full."))
@click.option("--date", "released", metavar="DATE", help=N_("The day of its release."))
@click.option("--symbol", help=N_("Its document symbol, such as A/CONF.231/3."))
@click.option("--lang", "language", type=click.Choice(TEXT_LANGUAGES), help=N_("The language of the text."))
@click.option("--based-on", multiple=True, metavar="CODE", help=N_("The draft it was made from, or none; repeatable."))
@click.option("--audience", type=click.Choice(AUDIENCES), help=N_("To whom it was released."))
@click.option("--kind", type=click.Choice(KINDS), help=N_("What it is in the chain of texts."))
@click.option(
    "--embargo", metavar="INSTANT", help=N_("Until when only the co-facilitators and the Secretariat see it.")
)
@click.option("--note", help=N_("What else is to be known about it."))
@click.option("--attachment", metavar="NAME|N", help=N_("Which attached file it is, where FILE is an e-mail."))
@click.option("--dry-run", is_flag=True, help=N_("Show how the file is read, and store nothing."))
@with_context
def add(
    context: Context,
    file: str,
    code: str | None,
    name: str | None,
    released: str | None,
    symbol: str | None,
    language: str | None,
    based_on: tuple[str, ...],
    audience: str | None,
    kind: str | None,
    embargo: str | None,
    note: str | None,
    attachment: str | None,
    dry_run: bool,
) -> None:
    """Register a file (.docx, .pdf, .txt, .md, .html) as a draft, or as a further language of one.

    Of an e-mail (.eml, .msg) it takes the attached file.

    With --dry-run it shows the structure, every doubt, and what would be left out, and stores nothing.
    """
    from negotiator.cli.draft_shown import document_of, plan_lines
    from negotiator.cli.draft_told import tell
    from negotiator.domain.audience import Audience
    from negotiator.domain.draft import DraftKind
    from negotiator.services.draft_acts import Said, add_draft, plan_draft

    workspace = context.workspace()
    said = Said(
        code=code,
        name=name,
        kind=DraftKind(kind) if kind else None,
        symbol=symbol,
        language=language,
        released=released,
        based_on=_parents(based_on),
        audience=Audience(audience) if audience else None,
        embargo=embargo,
        note=note,
        attachment=attachment,
    )
    with progress(_("reading {file}", file=file)):
        plan = plan_draft(workspace, file, said)
    if not dry_run:
        registered = add_draft(workspace, plan)
        done(registered.address, registered.act)
        tell(plan, file)
    elif context.json:
        document = {"address": plan.address, "guessed": list(plan.guessed), **document_of(plan.draft, plan.reading)}
        notes = [{"code": each.code, "count": each.count, "detail": each.detail} for each in plan.document.notes]
        json_document("negotiator.draft-plan/1", {**document, "language": plan.language, "notes": notes})
    else:
        for line in plan_lines(plan):
            show(line)
        say(_("Nothing was stored."))


def _parents(based_on: tuple[str, ...]) -> tuple[str, ...] | None:
    codes = tuple(code.strip() for given in based_on for code in given.split(",") if code.strip())
    return () if codes == (NO_PARENT,) else codes or None


@draft.command("list")
@with_context
def list_(context: Context) -> None:
    """List the drafts as they were released."""
    from negotiator.cli.draft_shown import draft_record
    from negotiator.domain.dates import day_in_words
    from negotiator.domain.draft import KINDS as NAMES
    from negotiator.services.drafts import list_drafts, unregistered_files

    workspace = context.workspace()
    now = workspace.now()
    found = list_drafts(workspace)
    loose = () if workspace.as_of else unregistered_files(workspace)
    if context.json:
        content = [{**draft_record(each), "out": each.is_out(now.date)} for each in found]
        files = [{"file": each.path.name, "size": each.size} for each in loose]
        json_document("negotiator.drafts/1", {"as_of": now.iso(), "drafts": content, "unregistered": files})
        return
    if found:
        table(
            (
                [
                    each.code,
                    day_in_words(each.released),
                    _(NAMES[each.kind]),
                    ", ".join(each.languages),
                    ", ".join(each.based_on),
                    each.symbol,
                    each.name,
                ]
                for each in found
            ),
            [
                *(_("code"), _("released"), _("kind"), _("languages"), _("based on"), _("symbol")),
                Column(_("name"), elastic=True),
            ],
        )
    else:
        say(_("There are no drafts yet; “negotiator draft add FILE” registers one."))
    for each in loose:
        say(_("Not registered: {path}", path=each.path))


@draft.command("show")
@click.argument("address", metavar="CODE")
@with_context
def show_(context: Context, address: str) -> None:
    """Show a draft: where it stands in the chain, what it is made of, and every doubt about its reading."""
    from negotiator.cli.draft_shown import document_of, shown_lines
    from negotiator.services.drafts import draft_notes, draft_reading, get_draft

    workspace = context.workspace()
    found, text = get_draft(workspace, address)
    reading, notes = draft_reading(workspace, address), draft_notes(workspace, address)
    if context.json:
        told = [{"code": each.code, "count": each.count, "detail": each.detail} for each in notes]
        content = {"as_of": workspace.now().iso(), "address": text.address, **document_of(found, reading)}
        json_document("negotiator.draft/1", {**content, "language": text.language, "notes": told})
    else:
        for line in shown_lines(found, text, reading, notes):
            show(line)


@draft.command("text")
@click.argument("address", metavar="CODE")
@with_context
def text_(context: Context, address: str) -> None:
    """Print the words of a draft, paragraph by paragraph."""
    from negotiator.cli.draft_shown import provision_record
    from negotiator.services.drafts import draft_reading, get_draft

    workspace = context.workspace()
    _draft, text = get_draft(workspace, address)
    provisions = draft_reading(workspace, address).provisions
    if context.json:
        content = [provision_record(each) for each in provisions]
        json_document("negotiator.draft-text/1", {"address": text.address, "provisions": content})
    else:
        for each in provisions:
            show("  " * each.level + f"{each.label} {each.text}".strip())


@draft.command("brackets")
@click.argument("address", metavar="CODE")
@with_context
def brackets(context: Context, address: str) -> None:
    """List the square brackets of a draft: what is not agreed, alternatives, placeholders, any without a partner."""
    from negotiator.cli.draft_shown import bracket_records, loose_records, place_of
    from negotiator.services.drafts import draft_reading
    from negotiator.text.brackets import find_brackets

    provisions = draft_reading(context.workspace(), address).provisions
    found = find_brackets(provisions)
    if context.json:
        content = {"brackets": bracket_records(found, provisions), "loose": loose_records(found, provisions)}
        json_document("negotiator.brackets/1", {"address": address, **content})
        return
    names = {"text": _("not agreed"), "alternatives": _("alternatives"), "placeholder": _("placeholder")}
    if found.pairs:
        table(
            ([place_of(provisions[b.provision]), b.depth + 1, names[b.kind], b.words] for b in found.pairs),
            [_("paragraph"), Column(_("depth"), right=True), _("kind"), Column(_("words"), elastic=True)],
        )
    say(n_("{n} pair of brackets.", "{n} pairs of brackets.", len(found.pairs)))
    for loose in found.loose:
        where = place_of(provisions[loose.provision])
        say(_("A bracket {mark} without its partner in {paragraph}.", mark=loose.mark, paragraph=where))


@draft.command("references")
@click.argument("address", metavar="CODE")
@click.option("--broken", is_flag=True, help=N_("Only those that lead nowhere or the wrong way."))
@click.option(
    "--since",
    metavar="CODE",
    help=N_("Only those that kept their number since this draft while what they named got another."),
)
@with_context
def references(context: Context, address: str, broken: bool, since: str | None) -> None:
    """List the cross-references of a draft and what each one points to."""
    if since:
        from negotiator.cli.left_behind import show_left_behind

        show_left_behind(context, since, address)
        return
    from negotiator.cli.draft_shown import place_of, reference_record
    from negotiator.services.drafts import draft_reading
    from negotiator.text.references import State, find_references

    provisions = draft_reading(context.workspace(), address).provisions
    found = [
        each for each in find_references(provisions) if not broken or each.state in (State.BROKEN, State.WRONG_WAY)
    ]
    if context.json:
        content = [reference_record(each, provisions) for each in found]
        json_document("negotiator.references/1", {"address": address, "references": content})
        return
    names = {
        State.FOUND: _("found"),
        State.BROKEN: _("leads nowhere"),
        State.WRONG_WAY: _("above and below are mixed up"),
        State.ELSEWHERE: _("another instrument"),
    }
    if found:
        table(
            (
                [
                    place_of(provisions[each.provision]),
                    each.words,
                    "" if each.target is None else provisions[each.target].path,
                    names[each.state],
                ]
                for each in found
            ),
            [_("paragraph"), Column(_("words"), elastic=True), _("points to"), _("state")],
        )
    else:
        say(_("There are none."))


@draft.command("changes")
@click.argument("file")
@click.option(
    "--draft", "address", metavar="CODE", help=N_("Show what it proposes for this draft, and if it still fits.")
)
@click.option("--from", "sender", metavar="WHO", default="", help=N_("Who sent it, where the file does not say."))
@with_context
def changes(context: Context, file: str, address: str | None, sender: str) -> None:
    """List the tracked changes and the comments of a Word file: where, by whom, when, and the words.

    With --draft they become a plan of proposals for that draft; nothing is stored.
    """
    if address is not None:
        from negotiator.cli.returned import show_plan

        show_plan(context, file, address, sender)
        return
    from negotiator.cli.draft_changes import list_marks

    list_marks(context, file)


for act in (tag_provision, where, history, compile_):
    draft.add_command(act)
