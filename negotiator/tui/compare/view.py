"""The two texts on the screen: drawn line by line, so that a long draft is as quick as a short one."""

from rich.segment import Segment as Drawn
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from negotiator.comparing.comparison import Comparison
from negotiator.documents.writing.wording import Names
from negotiator.i18n import N_
from negotiator.tui.compare.blocks import USUAL, Block, Part, blocks_of
from negotiator.tui.compare.layout import Laid, laid_out

STYLES = ("kept", "quiet", "deleted", "inserted", "label", "heading", "sign", "told", "fold", "rule", "cursor", "here")
"""The styles of the layout, each a component class `compare--…`."""
MARKS = frozenset(("deleted", "inserted"))
"""The styles that keep their own ground where a change is marked."""
NARROW = 100
"""From this many columns on two texts stand side by side."""


class CompareView(ScrollView, can_focus=True):
    """A comparison, side by side or inline, with one change marked."""

    HELP = N_(
        "Insertions are underlined, deletions struck. + new, − gone, ~ edited, > moved, ÷ split, & merged, "
        "# renumbered. n and N go to the next and previous change; enter on a moved text jumps to its "
        "other end; u unfolds what "
        "stayed the same."
    )
    COMPONENT_CLASSES = {f"compare--{style}" for style in STYLES}  # noqa: RUF012  # as Textual has it

    comparison: reactive[Comparison | None] = reactive(None)
    """What is shown."""
    headings: reactive[frozenset[str]] = reactive(USUAL)
    """Which kinds of change are shown; all else is folded."""
    side: reactive[bool | None] = reactive(None)
    """Side by side or inline; None: as the width allows."""
    here: reactive[int] = reactive(-1)
    """The block that is marked, -1 for none."""

    class Looked(Message):
        """The view was scrolled, laid out anew or marked elsewhere."""

        def __init__(self, first: int, last: int, here: int | None) -> None:
            super().__init__()
            self.first, self.last = first, last
            """The first and the last change in sight."""
            self.here = here
            """The change that is marked."""

    def __init__(self, *, id: str | None = None) -> None:  # as Textual has it
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._laid = Laid((), (), ())
        self._names: Names | None = None
        self._open: frozenset[int] = frozenset()
        self._looks: dict[str, Style] = {}

    @property
    def beside(self) -> bool:
        """Whether the two texts stand side by side now."""
        return self.size.width >= NARROW if self.side is None else self.side

    @property
    def marked(self) -> int | None:
        """The change that is marked, by its place in the comparison."""
        return self._blocks[self.here].first if 0 <= self.here < len(self._blocks) else None

    def watch_comparison(self, comparison: Comparison | None) -> None:
        """Begin at the top of another comparison."""
        self._names = Names(comparison) if comparison else None
        self._open = frozenset()
        self.lay_out()
        self.set_reactive(CompareView.here, -1)
        self.scroll_home(animate=False)

    def watch_headings(self) -> None:
        """Show other kinds, and stay at the change that was marked."""
        self._open = frozenset()
        self._stay()

    def watch_side(self) -> None:
        """Lay out the other way, and stay where one was."""
        self._stay()

    def watch_here(self) -> None:
        """Draw the mark at its new place."""
        self.refresh()
        self._tell()

    def on_resize(self) -> None:
        """Lay out for the new width."""
        self._stay()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme that was taken off."""
        self._looks = {}
        super().notify_style_update()

    def lay_out(self) -> None:
        """Lay out the lines for the width there is."""
        width = self.scrollable_content_region.width or self.size.width
        if self.comparison is None or self._names is None or width <= 0:
            self._blocks, self._laid = (), Laid((), (), ())
        else:
            self._blocks = blocks_of(self.comparison, self.headings, self._open)
            self._laid = laid_out(self.comparison, self._names, self._blocks, width, side=self.beside)
        self.virtual_size = Size(width, len(self._laid.lines))
        self.refresh()
        self.call_after_refresh(self._tell)

    def _stay(self) -> None:
        at = self._blocks[self.here] if 0 <= self.here < len(self._blocks) else None
        in_sight = self._block_at(self.scroll_offset.y)
        first = in_sight.first if in_sight else None
        self.lay_out()
        if at is not None:
            self.set_reactive(CompareView.here, self._block_of(at.first, at.part))
            self._reveal(self.here)
        elif first:
            self._reveal(self._block_of(first, Part.CHANGE))

    def step(self, way: int) -> bool:
        """Mark the next change (1) or the previous one (-1); says whether there is one."""
        places = [place for place, block in enumerate(self._blocks) if block.part is not Part.FOLD]
        beyond = [place for place in places if (place - self._from(way)) * way > 0]
        if not beyond:
            return False
        self.here = beyond[0] if way > 0 else beyond[-1]
        self._reveal(self.here)
        return True

    def _from(self, way: int) -> int:
        """Step from the mark while it is in sight, else from what is in sight."""
        top = self.scroll_offset.y
        if 0 <= self.here < len(self._laid.top) and top <= self._laid.top[self.here] < top + self.size.height:
            return self.here
        if not self._laid.owner or (self.here < 0 and top == 0):
            return -1
        return self._laid.owner[min(top, len(self._laid.owner) - 1)] - way

    def jump(self) -> bool:
        """Go from one end of a moved text to the other, or open a fold; says whether there was something to do."""
        if not 0 <= self.here < len(self._blocks):
            return False
        block = self._blocks[self.here]
        if block.part is Part.FOLD:
            self._open |= {block.first}
            self.lay_out()
            return True
        other = Part.CHANGE if block.part is Part.LEFT else Part.LEFT
        place = self._block_of(block.first, other)
        if place < 0 or self._blocks[place].part is not other:
            return False
        self.here = place
        self._reveal(place)
        return True

    def go_to(self, change: int) -> None:
        """Mark a change and show it."""
        place = self._block_of(change, Part.CHANGE)
        if place >= 0:
            self.here = place
            self._reveal(place)

    def _block_of(self, change: int, part: Part) -> int:
        near = -1
        for place, block in enumerate(self._blocks):
            if block.first == change and block.part is part:
                return place
            if block.first <= change < block.first + block.count and block.part is not Part.LEFT:
                near = place
        return near

    def _block_at(self, line: int) -> Block | None:
        return self._blocks[self._laid.owner[line]] if 0 <= line < len(self._laid.owner) else None

    def _reveal(self, place: int) -> None:
        if not 0 <= place < len(self._laid.top):
            return
        top = self._laid.top[place]
        bottom = self._laid.top[place + 1] if place + 1 < len(self._laid.top) else len(self._laid.lines)
        height = min(bottom - top, self.size.height)
        region = Region(0, max(0, top - 1), 1, height + 1)
        if not (self.scroll_offset.y <= top and top + height <= self.scroll_offset.y + self.size.height):
            self.scroll_to(y=max(0, region.y - self.size.height // 4), animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell what is in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def _tell(self) -> None:
        top = self.scroll_offset.y
        first, last = self._block_at(top), self._block_at(min(top + self.size.height, len(self._laid.owner)) - 1)
        if first is not None and last is not None:
            self.post_message(self.Looked(first.first, last.first + last.count - 1, self.marked))

    def on_click(self, event: events.Click) -> None:
        """Mark what was clicked; a fold opens."""
        line = event.y + self.scroll_offset.y
        if 0 <= line < len(self._laid.owner):
            self.here = self._laid.owner[line]
            if self._blocks[self.here].part is Part.FOLD or event.chain == 2:
                self.jump()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        line = y + self.scroll_offset.y
        ground = self._look("kept")
        if line >= len(self._laid.lines):
            return Strip.blank(self.size.width, ground)
        here = self._laid.owner[line] == self.here and bool(self._laid.lines[line])
        tint = Style(bgcolor=self._look("here").bgcolor) if here else Style.null()
        segments = [
            Drawn(text, self._look(style) if style in MARKS else self._look(style) + tint)
            for text, style in self._laid.lines[line]
        ]
        strip = Strip(segments).adjust_cell_length(self.size.width, ground + tint)
        if here:
            strip = Strip.join([Strip([Drawn("▌", self._look("cursor") + tint)]), strip.crop(1)])
        return strip

    def _look(self, name: str) -> Style:
        if name not in self._looks:
            self._looks[name] = self.get_component_rich_style(f"compare--{name}")
        return self._looks[name]
