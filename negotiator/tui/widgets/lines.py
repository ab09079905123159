"""A long text drawn line by line, so that a long draft is as quick as a short one."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from negotiator.tui.widgets.wrapping import Line

STYLES = ("plain", "bold", "faint", "label", "accent", "marked")
"""The styles that a line may use, each a component class `lines--…`."""


class LinesView(ScrollView, can_focus=True):
    """Shows lines that were laid out beforehand."""

    COMPONENT_CLASSES = {f"lines--{style}" for style in STYLES}  # noqa: RUF012  # as Textual has it
    DEFAULT_CSS = """
    LinesView {
        overflow-x: hidden; overflow-y: scroll;
        & > .lines--plain { color: $foreground; background: $background; }
        & > .lines--bold { color: $foreground; background: $background; text-style: bold; }
        & > .lines--faint { color: $text-muted; background: $background; }
        & > .lines--label { color: $accent; background: $background; text-style: bold; }
        & > .lines--accent { color: $accent; background: $background; }
        & > .lines--marked { color: $text-warning; background: $warning-muted; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: Sequence[Line] = ()
        self._palette: dict[str, Style] = {}

    @property
    def columns(self) -> int:
        """How many columns a line may take."""
        return self.scrollable_content_region.width or self.size.width

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self._drawn = lines
        self.virtual_size = Size(self.columns, len(lines))
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme that was taken off."""
        self._palette = {}
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        line = y + self.scroll_offset.y
        ground = self._style_of("plain")
        if line >= len(self._drawn):
            return Strip.blank(self.size.width, ground)
        strip = Strip([Segment(text, self._style_of(style)) for text, style in self._drawn[line]])
        return strip.adjust_cell_length(self.size.width, ground)

    def _style_of(self, name: str) -> Style:
        if name not in self._palette:
            self._palette[name] = self.get_component_rich_style(f"lines--{name}")
        return self._palette[name]
