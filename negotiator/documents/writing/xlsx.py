"""A comparison as a workbook: a table of the changes to sort and filter, and the concordance of the numbers.

Every cell is text: nothing that stands in a draft can become a formula, a link or a number.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from negotiator.comparing.comparison import Comparison, Op
from negotiator.display import safe
from negotiator.documents.writing.blocks import Sections, wanted
from negotiator.documents.writing.concordance import concordance, titles
from negotiator.documents.writing.pieces import Piece, inline_lines
from negotiator.documents.writing.wording import Names, section_name, summary_rows, title_of
from negotiator.i18n import _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_000
"""A cell holds no more characters than this; what is longer is cut, and ends in an ellipsis."""
_WIDTHS = (24, 12, 12, 28, 26, 60, 60, 70)
_CONCORDANCE_WIDTHS = (20, 20, 60)
_ELLIPSIS = "…"
_LOOKS: dict[Op, dict[str, object]] = {
    Op.KEPT: {},
    Op.DELETED: {"font_strikeout": True, "font_color": "#B00020"},
    Op.INSERTED: {"underline": 1, "font_color": "#0B5394"},
}
_NOT_XML = {0xFFFE: None, 0xFFFF: None}


def comparison_xlsx(
    comparison: Comparison, *, at: datetime, only: Collection[str] = (), concordance_only: bool = False
) -> bytes:
    """Write the changes and the concordance as the bytes of a workbook; `only` names the headings to show.

    `at` is when it was made, as the file says of itself; the same values give the same bytes.
    """
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    # Naive, in UTC: what the format of workbooks wants.
    book.set_properties({"title": safe(title_of(comparison)), "created": at.astimezone(UTC).replace(tzinfo=None)})
    looks = _Looks(
        book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        {op: book.add_format({**look, "text_wrap": True, "valign": "top"}) for op, look in _LOOKS.items()},
        {op: book.add_format(look) for op, look in _LOOKS.items()},
    )
    names = Names(comparison)
    if not concordance_only:
        _write_changes(book.add_worksheet(_("Changes")), comparison, names, only, looks)
    _write_table(book.add_worksheet(_("Concordance")), titles(), concordance(comparison, names), looks)
    if not concordance_only:
        counts = [(heading, str(count)) for count, heading in summary_rows(comparison)]
        _write_table(book.add_worksheet(_("Summary")), (_("what happened"), _("how many")), counts, looks)
    book.close()
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of one workbook."""

    head: "Format"
    """Of the first row."""
    cells: "dict[Op, Format]"
    """Of a whole cell."""
    words: "dict[Op, Format]"
    """Of some words in a cell."""


def _write_changes(
    sheet: "Worksheet", comparison: Comparison, names: Names, only: Collection[str], looks: _Looks
) -> None:
    heads = (
        _("section"),
        _("old"),
        _("new"),
        _("what happened"),
        _("what to look at"),
        _("old text"),
        _("new text"),
        _("both texts, changes marked"),
    )
    sections = Sections(comparison)
    shown = sorted(wanted(comparison, only))
    _lay_out(sheet, heads, _WIDTHS, len(shown), looks)
    for row, place in enumerate(shown, 1):
        change = comparison.changes[place]
        heading = sections.over(change)
        cells = (
            section_name(heading) if heading is not None else "",
            names.old(change.old),
            names.new(change.new),
            " · ".join(names.events(change)),
            " · ".join(names.flags(change)),
            "\n".join(each.text for each in change.old),
            "\n".join(each.text for each in change.new),
        )
        for column, words in enumerate(cells):
            sheet.write_string(row, column, _cell(words), looks.cells[Op.KEPT])
        lines = inline_lines(change.segments)
        pieces = [piece for line in lines for piece in (Piece(Op.KEPT, "\n"), *line)][1:]
        _write_marked(sheet, row, len(cells), pieces, looks)


def _write_marked(sheet: "Worksheet", row: int, column: int, pieces: Sequence[Piece], looks: _Looks) -> None:
    """Write words in several looks into one cell, as long as there is room in it."""
    parts: list[tuple[Op, str]] = []
    room = LONGEST
    for piece in pieces:
        words = _plain(piece.words)[:room]
        room -= len(words)
        if parts and parts[-1][0] is piece.op:
            parts[-1] = (piece.op, parts[-1][1] + words)
        elif words:
            parts.append((piece.op, words))
    if not room:
        parts.append((Op.KEPT, _ELLIPSIS))
    if len(parts) < 2:  # a rich text of a single part is refused by the format
        op, words = parts[0] if parts else (Op.KEPT, "")
        sheet.write_string(row, column, words, looks.cells[op])
        return
    fragments = [each for op, words in parts for each in (looks.words[op], words)]
    sheet.write_rich_string(row, column, *fragments, looks.cells[Op.KEPT])


def _write_table(sheet: "Worksheet", heads: Sequence[str], rows: Sequence[Sequence[str]], looks: _Looks) -> None:
    _lay_out(sheet, heads, _CONCORDANCE_WIDTHS, len(rows), looks)
    for row, cells in enumerate(rows, 1):
        for column, words in enumerate(cells):
            sheet.write_string(row, column, _cell(words), looks.cells[Op.KEPT])


def _lay_out(sheet: "Worksheet", heads: Sequence[str], widths: Sequence[int], rows: int, looks: _Looks) -> None:
    """Write the head of a table that stays in sight, can be filtered, and is repeated on every printed page."""
    for column, (head, width) in enumerate(zip(heads, widths, strict=False)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, looks.head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, len(heads) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _cell(words: str) -> str:
    words = _plain(words)
    return words if len(words) <= LONGEST else words[:LONGEST] + _ELLIPSIS


def _plain(words: str) -> str:
    return safe(words, lines=True).translate(_NOT_XML)
