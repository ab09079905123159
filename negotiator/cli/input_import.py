"""Taking in files and e-mails as inputs, after a review."""

import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import Column, done, json_document, say, table
from negotiator.i18n import N_, _, n_

if TYPE_CHECKING:
    from negotiator.services.intake import Suggestion


@command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--from", "sender", metavar="CODE", help=N_("From whom; otherwise as e-mail, letterhead or name tell."))
@click.option("--kind", metavar="CODE", help=N_("What it is, such as WS; otherwise as the words tell."))
@click.option("--session", metavar="CODE", help=N_("The session it belongs to; otherwise as the words tell."))
@click.option("--some", is_flag=True, help=N_("Store what is clear and leave what is doubtful; otherwise all or none."))
@click.option("--dry-run", is_flag=True, help=N_("Show what each file would become, and store nothing."))
@click.option("--yes", is_flag=True, help=N_("Do not ask before storing."))
@with_context
def import_(
    context: Context,
    path: Path,
    sender: str | None,
    kind: str | None,
    session: str | None,
    some: bool,
    dry_run: bool,
    yes: bool,
) -> None:
    """Take in an .eml, .msg, .docx or .pdf file, or a folder of files, as inputs that came in, after a review."""
    from negotiator.services.intake import plan_intake, store_intake

    workspace = context.workspace()
    planned = plan_intake(workspace, path, sender=sender, kind=kind, session=session)
    if context.json and dry_run:
        json_document("negotiator.intake/1", {"files": [_record(each) for each in planned]})
        return
    if dry_run:
        _show(planned)
        return
    if not context.json:
        with redirect_stdout(sys.stderr):  # what scripts read are the codes of what was stored
            _show(planned)
    clear = sum(not each.doubts for each in planned)
    if (some and clear) or clear == len(planned):
        question = n_("Store {n} input?", "Store {n} inputs?", clear)
        if not yes and not click.confirm(question, err=True):
            say(_("Nothing is stored."))
            return
    taken = store_intake(workspace, planned, some=some)
    for code in taken.codes:
        done(code, taken.act)


def _show(planned: "tuple[Suggestion, ...]") -> None:
    table(
        (
            [
                *(each.path.name, ", ".join(each.sender.codes) or "?", each.kind or "?", each.title),
                *(each.received.iso()[:16].replace("T", " "), each.session, each.language),
                *(", ".join(each.paragraphs), each.answers),
            ]
            for each in planned
        ),
        [
            *(Column(_("file"), elastic=True), _("from"), _("kind"), Column(_("title"), elastic=True), _("received")),
            *(_("session"), _("language"), Column(_("paragraphs"), elastic=True), _("answers")),
        ],
    )
    for each in planned:
        for sentence in (*each.told, *each.doubts):
            say(f"{each.path.name}: {sentence}")


def _record(each: "Suggestion") -> dict[str, object]:
    return {
        "file": each.path.name,
        "from": each.sender.code,
        "may_be_from": list(each.sender.codes),
        "told": each.sender.told.value if each.sender.told else None,
        "kind": each.kind or None,
        "title": each.title,
        "received": each.received.iso(),
        "session": each.session or None,
        "language": each.language or None,
        "paragraphs": list(each.paragraphs),
        "answers": each.answers or None,
        "doubts": list(each.doubts),
        "notes": list(each.told),
        "files": [
            {"name": one.file.name, "type": one.file.media_type, "size": one.file.size, "sha256": one.file.sha256}
            for one in (each.found.files if each.found else ())
        ],
    }
