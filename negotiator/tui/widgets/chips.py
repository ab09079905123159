"""A bar of filters, each with its count: clicked, or walked through with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from negotiator.tui.text import lines, marked, width

MOST_LINES = 2
"""How many lines filters may take with those of which there is nothing among them."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter."""

    key: str
    """Its name in the code."""
    words: str
    """What people read, already translated."""
    count: int
    """How many there are of it."""

    @property
    def columns(self) -> int:
        """How many columns it takes, a space at either end."""
        return width(self.words) + len(str(self.count)) + 3


class ChipBar(Widget):
    """Filters beside each other, in as many lines as they need; the one that holds is reversed."""

    DEFAULT_CSS = "ChipBar { height: auto; pointer: pointer; }"

    chips: reactive[tuple[Chip, ...]] = reactive((), layout=True)
    """The filters."""
    chosen: reactive[str] = reactive("", layout=True)
    """The key of the one that holds."""

    class Chosen(Message):
        """A filter was clicked."""

        def __init__(self, bar: "ChipBar", key: str) -> None:
            super().__init__()
            self.bar = bar
            self.key = key

        @property
        def control(self) -> "ChipBar":
            """The bar it stands in."""
            return self.bar

    def render(self) -> RenderResult:
        """Show the filters; those of which there is nothing step back."""
        return lines(marked(*(part for chip in row for part in self._parts(chip))) for row in self._rows())

    def _rows(self, columns: int = 0) -> list[list[Chip]]:
        """Lay the filters out; in a narrow terminal those of which there is nothing give way."""
        rows = laid(self.chips, columns or self.size.width)
        if len(rows) <= MOST_LINES:
            return rows
        return laid([chip for chip in self.chips if chip.count or chip.key == self.chosen], columns or self.size.width)

    def _parts(self, chip: Chip) -> tuple[tuple[str, str], tuple[str, str]]:
        if chip.key == self.chosen:
            return (f" {chip.words}", "bold reverse"), (f" {chip.count} ", "bold reverse")
        muted = "$foreground-muted" if chip.count else "$foreground-disabled"
        return (f" {chip.words}", muted), (f" {chip.count} ", "bold" if chip.count else muted)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take as many columns as they all need."""
        return sum(chip.columns for chip in self.chips)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as there are."""
        return max(1, len(self._rows(width)))

    def on_click(self, event: events.Click) -> None:
        """Say which filter was meant."""
        event.stop()
        rows, x = self._rows(), event.x
        for chip in rows[event.y] if event.y < len(rows) else ():
            if 0 <= x < chip.columns:
                self.post_message(self.Chosen(self, chip.key))
                return
            x -= chip.columns

    def beside(self, way: int) -> str:
        """Return the key of the filter so many places further, round the end."""
        keys = [chip.key for chip in self.chips]
        place = keys.index(self.chosen) if self.chosen in keys else 0
        return keys[(place + way) % len(keys)] if keys else ""


def laid(chips: Sequence[Chip], columns: int) -> list[list[Chip]]:
    """Lay filters out in lines of so many columns."""
    rows: list[list[Chip]] = []
    taken = 0
    for chip in chips:
        if not rows or taken + chip.columns > columns:
            rows.append([])
            taken = 0
        rows[-1].append(chip)
        taken += chip.columns
    return rows
