"""A table of one line per thing: text exactly as it stands, numbers to the right, one column elastic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable
from textual.widgets.data_table import RowDoesNotExist

from negotiator.tui.text import Part, cell, shown_safely, width


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    key: str
    """Its name in the code."""
    title: str
    """What stands above it, already translated."""
    right: bool = False
    """Whether it is aligned to the right, as numbers are."""
    elastic: bool = False
    """Whether it takes the width that the others leave."""
    least: int = 0
    """From how many columns of the table on it is shown; it is left out where there is less room."""
    most: int = 0
    """How wide it may become; 0 for as wide as it needs."""


Cell = str | tuple[str, str] | list[Part]
"""What stands in a cell: words, words with a style, or several pieces."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    key: str
    """Its name in the code."""
    cells: dict[str, Cell]
    """What stands in it, by the key of the column."""


class Table(DataTable[Text]):
    """A table that is filled anew with `fill`, and keeps the row in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    def __init__(self, columns: Sequence[Column] = (), *, id: str | None = None, whole: bool = False) -> None:
        """Make an empty table; with `whole`, the elastic column shows all of its words, on several lines."""
        super().__init__(cursor_type="row", id=id, cell_padding=1)
        self._wanted = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._laid_for = -1
        self._whole = whole

    def fill(self, rows: Iterable[Row], columns: Sequence[Column] | None = None) -> None:
        """Show other rows; the row in hand stays in hand where it still exists."""
        before, self._rows = self._rows, tuple(rows)
        same = columns is None or tuple(columns) == self._wanted
        if columns is not None:
            self._wanted = tuple(columns)
        if not (same and self._only_added(before)):
            self._refill()

    def _only_added(self, before: tuple[Row, ...]) -> bool:
        """Add the rows that came at the end, where nothing else changed: laying out a long log anew takes too long."""
        if not before or self.row_count != len(before) or self._rows[: len(before)] != before:
            return False
        shown = [column for column in self._wanted if self.size.width >= column.least]
        widths = self._widths(shown)
        if self._laid_for != self.size.width or [column.width for column in self.ordered_columns] != widths:
            return False
        self._add(self._rows[len(before) :], shown)
        return True

    def _add(self, rows: Iterable[Row], shown: Sequence[Column]) -> None:
        palette = self.app.theme_variables
        for row in rows:
            cells = [_cell(row.cells.get(column.key, ""), column, palette) for column in shown]
            if self._whole:
                for text, column in zip(cells, shown, strict=True):
                    text.no_wrap = not column.elastic
                    text.overflow = "fold" if column.elastic else "ellipsis"  # of what is shown whole nothing is cut
            self.add_row(*cells, key=row.key, height=None if self._whole else 1)

    @property
    def in_hand(self) -> str | None:
        """The key of the row under the cursor."""
        shown = self.ordered_rows  # while other rows are being filled in, these are still the old ones
        return shown[self.cursor_row].key.value if 0 <= self.cursor_row < len(shown) else None

    def take(self, key: str) -> bool:
        """Put the cursor on a row; says whether it exists."""
        try:
            place = self.get_row_index(key)
        except RowDoesNotExist:
            return False
        self.move_cursor(row=place, animate=False)
        return True

    def centre(self) -> None:
        """Show as much after the row in hand as before it."""
        self.scroll_to(y=max(0, self.cursor_row - self.size.height // 2), animate=False)

    def on_mount(self) -> None:
        """Take the colours of another theme when it is put on."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.call_after_refresh(self._refill))

    def on_resize(self) -> None:
        """Give the elastic column what is left of another width."""
        if self.size.width != self._laid_for:
            self._refill()

    def _refill(self) -> None:
        held, line = self.in_hand if self.row_count else None, self.cursor_row
        offset = self.scroll_offset.y
        self._laid_for = self.size.width
        self.clear(columns=True)
        self.show_header = any(column.title for column in self._wanted)
        shown = [column for column in self._wanted if self.size.width >= column.least]
        for column, columns in zip(shown, self._widths(shown), strict=True):
            self.add_column(cell(column.title, right=column.right), key=column.key, width=columns)
        self._add(self._rows, shown)
        if held is None or not self.take(held):
            self.move_cursor(row=min(line, max(0, len(self._rows) - 1)), animate=False)
        self.scroll_to(y=offset, animate=False)

    def _widths(self, shown: Sequence[Column]) -> list[int]:
        needed = [
            max(width(column.title), max((_cell_width(row.cells.get(column.key, "")) for row in self._rows), default=0))
            for column in shown
        ]
        wide = [min(need, column.most) if column.most else need for need, column in zip(needed, shown, strict=True)]
        rest = (
            self.size.width
            - 1
            - sum(columns + 2 for columns, column in zip(wide, shown, strict=True) if not column.elastic)
        )
        elastic = max(1, sum(column.elastic for column in shown))
        return [
            max(8, rest // elastic - 2) if column.elastic else columns
            for columns, column in zip(wide, shown, strict=True)
        ]


def _cell(content: Cell, column: Column, palette: Mapping[str, str]) -> Text:
    if isinstance(content, str):
        return cell(content, right=column.right)
    if isinstance(content, tuple):
        return cell(content[0], in_colour(content[1], palette), right=column.right)
    whole = cell("", right=column.right)
    for part in content:
        text, style = (part, "") if isinstance(part, str) else part
        whole.append(cell(text).plain, in_colour(style, palette))
    return whole


def in_colour(style: str, palette: Mapping[str, str]) -> str:
    """Put the colours of the theme in the place of their names; a colour that depends on its ground is dim here."""
    words = (palette.get(word[1:], "") if word.startswith("$") else word for word in style.split())
    return " ".join("dim" if word.startswith("auto") else word for word in words)


def _cell_width(content: Cell) -> int:
    if isinstance(content, list):
        return sum(_cell_width(part) for part in content)
    return width(shown_safely(content if isinstance(content, str) else content[0]))
