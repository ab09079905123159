"""The whole comparison in one narrow column: where how much changed, and which part is in sight."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from negotiator.comparing.comparison import Change, ChangeKind, Comparison

STEPS = "▏▎▍▌▋▊▉█"
"""How much changed, from a little to everything."""


class CompareMap(Widget):
    """A column beside the texts; a click goes to that place."""

    COMPONENT_CLASSES = {"map--edited", "map--new", "map--gone", "map--sight"}  # noqa: RUF012  # as Textual has it

    comparison: reactive[Comparison | None] = reactive(None)
    """What is shown."""
    sight: reactive[tuple[int, int]] = reactive((0, 0))
    """The first and last change in sight."""

    class Chosen(Message):
        """A place was clicked."""

        def __init__(self, change: int) -> None:
            super().__init__()
            self.change = change

    def render_line(self, y: int) -> Strip:
        """Draw the share of the comparison that falls on this line."""
        changes = self.comparison.changes if self.comparison else ()
        first, last = share(len(changes), self.size.height, y)
        some = changes[first:last]
        base = Style(bgcolor=self.rich_style.bgcolor)
        if not some:
            return Strip.blank(self.size.width, base)
        weight = sum(change_weight(each) for each in some) / len(some)
        mark = STEPS[min(len(STEPS) - 1, int(weight * len(STEPS)))] if weight else " "
        style = self.get_component_rich_style(f"map--{_kind(some)}")
        seen = first <= self.sight[1] and last > self.sight[0]
        sight = self.get_component_rich_style("map--sight")
        ground = Style(color=sight.color, bgcolor=sight.bgcolor) if seen else base
        blank = Segment(" " * (self.size.width - 2), ground)
        drawn = Segment(mark, style + Style(bgcolor=ground.bgcolor))
        return Strip([blank, drawn, Segment("▕" if seen else " ", ground)])

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked."""
        if self.comparison:
            self.post_message(self.Chosen(share(len(self.comparison.changes), self.size.height, event.y)[0]))


def share(count: int, height: int, line: int) -> tuple[int, int]:
    """Say which of so many things fall on a line of so many: from the first to before the last."""
    if height <= 0 or count <= 0 or (count < height and line >= count):
        return 0, 0
    if count < height:
        return line, line + 1
    return line * count // height, max(line * count // height + 1, (line + 1) * count // height)


def change_weight(change: Change) -> float:
    """Say how much a change changed, from 0 for nothing to 1 for everything."""
    if change.counted_as in ("same", "renumbered"):
        return 0.0
    return max(0.1, 1 - change.score)


def _kind(changes: tuple[Change, ...]) -> str:
    """Name what prevails: what is new, what is gone, or what was edited."""
    kinds = [change.kind for change in changes if change_weight(change)]
    new, gone = kinds.count(ChangeKind.INSERTED), kinds.count(ChangeKind.DELETED)
    if new > len(kinds) / 2:
        return "new"
    return "gone" if gone > len(kinds) / 2 else "edited"
