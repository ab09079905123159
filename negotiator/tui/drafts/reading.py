"""Reading a text from top to bottom, as it was read into provisions."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Static

from negotiator.display import safe
from negotiator.domain.dates import day_in_words
from negotiator.domain.proposal import ACTIONS
from negotiator.errors import NotFound
from negotiator.i18n import N_, _
from negotiator.services.compilation import Compiled, compiled
from negotiator.services.drafts import draft_reading, get_draft
from negotiator.text.numbering import find_by_label
from negotiator.text.provision import Kind, Provision, Reading
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.seen import mark_of
from negotiator.tui.text import marked
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.lines import LinesView
from negotiator.tui.widgets.provisions import provision_rows
from negotiator.tui.widgets.wrapping import Line, wrapped

SEPARATE = (Kind.TITLE, Kind.HEADING, Kind.ANNEX, Kind.PARAGRAPH, Kind.PREAMBULAR, Kind.FOOTNOTE)
"""Kinds before which an empty line stands."""
WIDEST = 100
"""How many columns a text takes at most, so that the eye finds the next line."""


class ReadScreen(FeatureScreen):
    """One text."""

    MODE = "drafts"
    CSS_PATH = "drafts.tcss"
    AUTO_FOCUS = "#text"
    HELP: ClassVar[str | None] = N_(
        "The text as it was read. g goes to a paragraph by its label; P shows the open proposals on it, beside the "
        "text where someone holds the pen, else between brackets in it; esc goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "go_to", N_("Go to ¶"), id="read.go", tooltip=N_("Go to a paragraph by its label")),
        Binding("n", "heading(1)", N_("Next heading"), id="read.next"),
        Binding("N", "heading(-1)", N_("Previous heading"), key_display="N", id="read.previous"),
        Binding("P", "proposals", N_("Proposals"), key_display="P", id="read.proposals", tooltip=N_("Show proposals")),
    ]

    reading: reactive[Reading | None] = reactive(None)
    """What is read."""
    view = getters.query_one("#text", LinesView)

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        """The address of the text."""
        self.with_proposals = False
        """Whether the open proposals are shown."""
        self._starts: dict[int, int] = {}
        self._compiled: tuple[Compiled, ...] = ()

    def compose_body(self) -> ComposeResult:
        """What it is, and the text."""
        yield Static(id="read-head")
        yield LinesView(id="text")

    def load(self) -> None:
        """Read the text, unless those who look may not."""
        draft, text = get_draft(self.workspace, self.address)
        seen = self.sees(mark_of(draft, self.workspace))
        shown = seen and self.with_proposals
        self._compiled = compiled(self.workspace, self.address, self.audience) if shown else ()
        self.reading = draft_reading(self.workspace, self.address) if seen else None
        released = day_in_words(draft.released)
        hidden = "" if seen else _("hidden from those who look")
        self.query_one("#read-head", Static).update(
            marked((text.address, "bold"), f"  {draft.name} · {released} · {draft.symbol}".rstrip(" ·"), f"  {hidden}")
        )

        if shown:
            self.call_after_refresh(self.on_resize)

    def watch_reading(self) -> None:
        """Lay the text out."""
        self.call_after_refresh(self.on_resize)

    def on_resize(self) -> None:
        """Lay the text out for another width."""
        lines: list[Line] = []
        self._starts = {}
        if self.reading is not None:
            room = min(WIDEST, self.view.columns - 3)
            for whole in self._compiled or [Compiled(each, each.text, ()) for each in self.reading.provisions]:
                if lines and whole.provision.kind in SEPARATE:
                    lines.append(())
                self._starts[whole.provision.index] = len(lines)
                lines += _laid_out(whole, room)
        self.view.show(lines)

    def action_proposals(self) -> None:
        """Show the open proposals, or the text alone."""
        self.with_proposals = not self.with_proposals
        top = self.view.scroll_offset.y
        here = next((index for index, start in reversed(self._starts.items()) if start <= top), None)
        self.load()
        self.on_resize()
        if here is not None:
            self.view.scroll_to(y=self._starts[here], animate=False)

    def action_heading(self, way: int) -> None:
        """Go to the next or previous heading."""
        top = self.view.scroll_offset.y
        starts = [self._starts[each.index] for each in self._headings()]
        beyond = [start for start in starts if (start > top if way > 0 else start < top)]
        if beyond:
            self.view.scroll_to(y=beyond[0] if way > 0 else beyond[-1], animate=False)

    def _headings(self) -> list[Provision]:
        found = self.reading.provisions if self.reading else ()
        return [each for each in found if each.kind in (Kind.TITLE, Kind.HEADING, Kind.ANNEX)]

    def action_go_to(self) -> None:
        """Ask for a label."""
        field = Field("label", "¶", hint=_("such as 12, 12(b), OP3, obj 5"), needed=True)
        self.app.push_screen(Form(_("Go to a paragraph"), (field,), self._go))

    def _go(self, filled: Mapping[str, str]) -> None:
        found = find_by_label(self.reading.provisions, filled["label"]) if self.reading else ()
        if not found:
            raise NotFound(_("{text} has no paragraph {label}.", text=self.address, label=filled["label"]))
        self.view.scroll_to(y=self._starts[found[0].index], animate=False)


def _laid_out(whole: Compiled, room: int) -> list[Line]:
    """Lay out a provision with its proposals."""
    written = whole.provision._replace(text=whole.text)
    lines: list[Line] = [(("  ", "plain"), *line) for _each, line in provision_rows([written], room)]
    for each in whole.beside:
        words = safe(f"{each.code} {each.by}: {_(ACTIONS[each.action])} {each.wording}".rstrip())
        lines += [(("    ▸ " if place == 0 else "      ", "label"), *line) for place, line in _wrapped(words, room - 6)]
    return lines


def _wrapped(words: str, room: int) -> Iterator[tuple[int, Line]]:
    return enumerate(wrapped([(words, "faint")], max(10, room)))
