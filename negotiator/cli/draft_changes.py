"""What people marked in a Word file, as a table and as JSON."""

from collections.abc import Sequence

from negotiator.cli.draft_shown import place_of
from negotiator.cli.options import Context
from negotiator.cli.output import Column, json_document, say, table
from negotiator.documents.reading.word_markup import TrackedChange
from negotiator.i18n import N_, _
from negotiator.services.marked_files import Placed, marks_of

KINDS = {
    "inserted": N_("inserted"),
    "deleted": N_("deleted"),
    "moved-from": N_("moved away"),
    "moved-to": N_("moved here"),
}
"""What people read for each kind of tracked change."""


def list_marks(context: Context, file: str) -> None:
    """Print the tracked changes and the comments of a Word file."""
    changes, comments = marks_of(file)
    if context.json:
        content = {"changes": [_record(each) for each in changes], "comments": [_record(each) for each in comments]}
        json_document("negotiator.marks/1", content)
        return
    if not changes and not comments:
        say(_("The file has no tracked changes and no comments."))
    if changes:
        heads: list[Column | str] = [_("where"), _("what"), _("who"), _("when"), Column(_("words"), elastic=True)]
        table([_cells(each) for each in changes], heads)
    if comments:
        heads = [_("where"), _("who"), _("when"), Column(_("comment"), elastic=True), Column(_("on"), elastic=True)]
        table([_cells(each) for each in comments], heads)


def _cells(placed: Placed) -> Sequence[str]:
    mark = placed.mark
    where = place_of(placed.provision) if placed.provision is not None else ""
    words = mark.words.removesuffix("\n") + ("¶" if mark.words.endswith("\n") else "")
    when = mark.date[:16].replace("T", " ")
    if isinstance(mark, TrackedChange):
        return where, _(KINDS[mark.kind]), mark.author, when, words
    return where, mark.author, when, words.replace("\n", " "), mark.anchor


def _record(placed: Placed) -> dict[str, object]:
    mark = placed.mark
    at = placed.provision
    record: dict[str, object] = {"path": at.path if at else None, "label": at.label if at else None}
    if isinstance(mark, TrackedChange):
        record["kind"] = mark.kind.value
    record |= {"author": mark.author, "date": mark.date or None, "text": mark.words}
    return record if isinstance(mark, TrackedChange) else {**record, "anchor": mark.anchor}
