"""Letters and other documents of the process: added, listed, shown, changed, linked, removed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiator.cli.audience import AUDIENCES, seen_by
from negotiator.cli.options import Context, group, with_context
from negotiator.cli.output import Column, done, json_document, say, show, table
from negotiator.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from negotiator.domain.letters import Letter

KINDS = ("letter", "note-verbale", "note", "statement", "email", "programme", "other")
_FIELDS = (
    click.option("--kind", type=click.Choice(KINDS), help=N_("What it is; otherwise a letter, or an e-mail.")),
    click.option("--title", help=N_("What it is about; otherwise the subject of the e-mail or the file's name.")),
    click.option("--date", "dated", metavar="DATE", help=N_("The day it bears; otherwise that of the e-mail.")),
    click.option("--from", "sender", metavar="WHO", help=N_("Who wrote it; otherwise the sender of the e-mail.")),
    click.option("--to", metavar="WHO", help=N_("To whom; otherwise as the e-mail says.")),
    click.option("--symbol", metavar="SYMBOL", help=N_("Its document symbol.")),
    click.option("--language", metavar="CODE", help=N_("Its language, such as en; otherwise told by its words.")),
    click.option("--visibility", type=click.Choice(AUDIENCES), help=N_("Who may see it; otherwise by its kind.")),
    click.option("--note", help=N_("What else there is to say.")),
)


def _fields(command: "Callable[..., object]") -> "Callable[..., object]":
    for option in reversed(_FIELDS):
        command = option(command)
    return command


@group()
def letter() -> None:
    """Letters of the co-facilitators and the President, notes and statements: the documents of the process."""


@letter.command("list")
@click.option("--kind", type=click.Choice(KINDS), help=N_("Only of this kind."))
@click.option("--from", "sender", metavar="WORDS", default="", help=N_("Only from somebody called so."))
@click.option("--since", metavar="DATE", default="", help=N_("Only of this day or later."))
@click.option("--until", metavar="DATE", default="", help=N_("Only of this day or earlier."))
@click.option("--for", "link", metavar="CODE", default="", help=N_("Only for this session, draft or input."))
@click.option("--text", metavar="WORDS", default="", help=N_("Only with these words in it or in its files."))
@click.option("--audience", type=click.Choice(AUDIENCES), help=N_("For whom the list is made; otherwise for us."))
@with_context
def list_(
    context: Context, kind: str | None, sender: str, since: str, until: str, link: str, text: str, audience: str | None
) -> None:
    """List the letters by date."""
    from negotiator.domain.letters import LETTER_KINDS
    from negotiator.services.letters import Wanted, list_letters

    workspace = context.workspace()
    seen = seen_by(audience)
    found = list_letters(workspace, Wanted(kind or "", sender, since, until, link, text), seen)
    if context.json:
        made = {"as_of": workspace.now().iso(), "audience": seen.value, "letters": [_record(each) for each in found]}
        json_document("negotiator.letters/1", made)
    elif found:
        table(
            (
                [
                    *(each.code, each.dated.isoformat(), _(LETTER_KINDS[each.kind]), each.sender, each.to),
                    *(each.symbol, each.title, ", ".join(link.code for link in each.links)),
                ]
                for each in found
            ),
            [
                *(
                    _("letter"),
                    _("date"),
                    _("kind"),
                    Column(_("from"), elastic=True),
                    Column(_("addressed to"), elastic=True),
                ),
                *(_("symbol"), Column(_("title"), elastic=True), _("for")),
            ],
        )
    else:
        say(_("No letter fits; “negotiator letter add” registers one."))


@letter.command("add")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@_fields
@click.option("--for", "links", metavar="CODE,...", default="", help=N_("Sessions, drafts and inputs it belongs to."))
@with_context
def add(context: Context, /, files: tuple[Path, ...], links: str, **said: str | None) -> None:
    """Register a letter with its files; an .eml or .msg gives date, sender, subject and attached files itself."""
    from negotiator.services.letters import Said, add_letter

    named = [each for each in links.split(",") if each.strip()]
    kept = add_letter(context.workspace(), Said(**said), files, named)
    for sentence in kept.told:
        say(sentence)
    done(kept.letter.code, kept.act)


@letter.command("show")
@click.argument("code", metavar="LETTER")
@click.option("--text", is_flag=True, help=N_("Its words as well."))
@with_context
def show_(context: Context, code: str, text: bool) -> None:
    """Show a letter with its files and what it belongs to."""
    from negotiator.domain.audience import AUDIENCES as TITLES
    from negotiator.domain.letters import LETTER_KINDS
    from negotiator.services.letters import get_letter, words_of

    workspace = context.workspace()
    each = get_letter(workspace, code)
    words = words_of(workspace, code) if text else ()
    if context.json:
        content = {**_record(each), **({"texts": list(words)} if text else {})}
        json_document("negotiator.letter/1", {"letter": content})
        return
    show(f"{each.code}  {each.title}")
    for name, value in (
        (_("kind"), _(LETTER_KINDS[each.kind])),
        (_("date"), each.dated.isoformat()),
        (_("from"), each.sender),
        (_("addressed to"), each.to),
        (_("symbol"), each.symbol),
        (_("language"), each.language),
        (_("audience"), _(TITLES[each.visibility])),
        (_("note"), each.note),
        (_("for"), ", ".join(f"{link.kind}:{link.code}" for link in each.links)),
        *((_("file"), f"{file.name}  {file.size}  {file.sha256}") for file in each.files),
    ):
        if value:
            show(f"{name}: {value}")
    for one in words:
        show("")
        show(one)


@letter.command("edit")
@click.argument("code", metavar="LETTER")
@_fields
@with_context
def edit(context: Context, /, code: str, **said: str | None) -> None:
    """Change what is said of a letter; its files never change."""
    from negotiator.errors import WrongUsage
    from negotiator.services.letters import Said, edit_letter

    if all(value is None for value in said.values()):
        raise WrongUsage(_("Say what is to change, such as --title."))
    kept = edit_letter(context.workspace(), code, Said(**said))
    done(kept.letter.code, kept.act)


@letter.command("link")
@click.argument("code", metavar="LETTER")
@click.argument("target", metavar="SESSION|DRAFT|INPUT")
@click.option("--remove", is_flag=True, help=N_("It does not belong to it after all."))
@with_context
def link(context: Context, code: str, target: str, remove: bool) -> None:
    """Say that a letter belongs to a session, a draft or an input: R3, rev1, I-004, or session:R3."""
    from negotiator.services.letters import link_letter

    kept = link_letter(context.workspace(), code, target, remove=remove)
    done(kept.letter.code, kept.act)


@letter.command("remove")
@click.argument("code", metavar="LETTER")
@with_context
def remove(context: Context, code: str) -> None:
    """Set a letter aside; “negotiator undo” brings it back."""
    from negotiator.services.letters import remove_letter

    kept = remove_letter(context.workspace(), code)
    done(kept.letter.code, kept.act)


@letter.command("save")
@click.argument("code", metavar="LETTER")
@click.argument("folder", type=click.Path(path_type=Path))
@with_context
def save(context: Context, code: str, folder: Path) -> None:
    """Write the files of a letter into a folder, exactly as they came."""
    from negotiator.services.letters import save_files

    for path in save_files(context.workspace(), code, folder):
        show(str(path))


def _record(each: "Letter") -> dict[str, object]:
    """Write a letter as one record."""
    return {
        "id": each.code,
        "kind": each.kind.value,
        "title": each.title,
        "date": each.dated.isoformat(),
        "from": each.sender,
        "to": each.to,
        "symbol": each.symbol or None,
        "language": each.language or None,
        "visibility": each.visibility.value,
        "note": each.note,
        "links": [{"kind": link.kind.value, "code": link.code} for link in each.links],
        "files": [
            {"name": file.name, "type": file.media_type, "size": file.size, "sha256": file.sha256}
            for file in each.files
        ],
    }
