"""A table of a Markdown text as a table of a Word file: a head that is repeated on every page, lines around cells."""

import re
from collections.abc import Sequence
from typing import Protocol

from negotiator.display import display_width

WIDTH = 9070
"""The width of the text on the page, in twentieths of a point."""
_LETTER, _EDGES = 135, 190
"""About how wide a letter is, bold ones included, and what the two edges of a cell take."""
_BAR = re.compile(r"(?<!\\)\|")
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


class Run(Protocol):
    """Writes words as a run of a Word file."""

    def __call__(self, words: str, *, bold: bool) -> str:
        """Write words, bold or not."""


def is_row(line: str) -> bool:
    """Say whether a line of Markdown is a row of a table."""
    return line.startswith("|")


def table_row(cells: Sequence[str]) -> str:
    """Write a row of a table as a line of Markdown."""
    return "| " + " | ".join(" ".join(cell.split()).replace("|", r"\|") for cell in cells) + " |"


def table_lines(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table in Markdown."""
    return "\n".join([table_row(heads), "|" + "---|" * len(heads), *map(table_row, rows)])


def word_table(lines: Sequence[str], run: Run) -> str:
    """Write a table, given as its lines of Markdown, as that of a Word file; `run` writes what stands in a cell.

    Lines that say nothing make none.
    """
    rows = [_cells(line) for line in lines if set(line) - set("|-: ")]
    if not rows:
        return ""
    columns = max(map(len, rows))
    rows = [row + [""] * (columns - len(row)) for row in rows]
    widths = _widths(rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_row(row, widths, run, head=place == 0) for place, row in enumerate(rows))
    look = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_LINES}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    )
    # Two tables that touch are one for Word; the small paragraph keeps them apart.
    after = '<w:p><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>{after}"


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    parts = _BAR.split(inner)
    if not parts[-1].strip():
        parts.pop()
    return [part.strip().replace(r"\|", "|") for part in parts]


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Give narrow columns what they need and share the rest among the wide ones; what is left goes to the widest."""
    needs = [max(map(display_width, column)) * _LETTER + _EDGES for column in zip(*rows, strict=True)]
    widths = [0] * len(needs)
    rest = WIDTH
    for done, place in enumerate(sorted(range(len(needs)), key=lambda place: needs[place])):
        widths[place] = min(needs[place], rest // (len(needs) - done))
        rest -= widths[place]
    widths[widths.index(max(widths))] += rest
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], run: Run, *, head: bool) -> str:
    look = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if head else "") + "</w:trPr>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' if head else ""
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"{run(cell, bold=head)}</w:p></w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{look}{written}</w:tr>"
