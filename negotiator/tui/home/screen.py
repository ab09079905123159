"""Where the process stands, and what needs somebody."""

from collections.abc import Callable
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from negotiator.errors import NotFound
from negotiator.i18n import N_, _
from negotiator.services.status import Status, status
from negotiator.tui.home.ahead import ahead
from negotiator.tui.home.attention import PROPOSALS, Need, needs
from negotiator.tui.home.latest import LatestText
from negotiator.tui.home.timeline import timeline
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.text import lines, marked, plain
from negotiator.tui.widgets.table import Column, Row, Table


class Strip(Static):
    """Something drawn of where the process stands, anew for each width."""

    status: reactive[Status | None] = reactive(None, layout=True)
    """Where the process stands."""

    def __init__(self, draw: Callable[[Status, int], Content], *, id: str, classes: str) -> None:
        super().__init__(id=id, classes=classes)
        self._draw_for = draw

    def watch_status(self) -> None:
        """Draw it for the width there is."""
        self.on_resize()

    def on_resize(self) -> None:
        """Draw it again for another width."""
        if self.status and self.status.phases and self.content_size.width:
            self.update(self._draw_for(self.status, self.content_size.width))


class HomeScreen(FeatureScreen):
    """The first screen."""

    MODE = "home"
    CSS_PATH = "home.tcss"
    HELP: ClassVar[str | None] = N_(
        "Where the process stands today, what needs somebody, and the latest text. Enter on a line opens its list."
    )
    AUTO_FOCUS = "#needs"

    status: reactive[Status | None] = reactive(None)
    """Where the process stands."""
    needs: reactive[tuple[Need, ...]] = reactive((), init=False, always_update=True)
    """What needs somebody."""
    table = getters.query_one("#needs", Table)

    def compose_body(self) -> ComposeResult:
        """The timeline above, what needs somebody and the latest text under it."""
        yield Strip(timeline, id="timeline", classes="pane").data_bind(HomeScreen.status)
        with Horizontal(id="below"):
            yield Table(id="needs")
            with Vertical(id="beside"):
                yield LatestText(id="latest", classes="pane")
                yield Strip(ahead, id="ahead", classes="pane").data_bind(HomeScreen.status)
        yield Static(id="begin", classes="empty")

    def load(self) -> None:
        """Look up where the process stands and what needs somebody."""
        try:
            self.status = status(self.workspace)
        except NotFound:
            self.status = None
        self.needs = needs(self.workspace, self.status, self.audience) if self.status else ()
        self.query_one("#timeline").border_title = plain(self.status.process.title.said if self.status else "")
        self.query_one("#ahead").border_title = plain(_("Ahead"))
        latest = self.query_one(LatestText)
        latest.load(self.workspace, self.audience)
        nothing = not any(each.mode == "inputs" for each in self.needs) and latest.nothing
        begin = self.query_one("#begin", Static)
        begin.display = nothing
        begin.update(self._how_to_begin())

    def _how_to_begin(self) -> Content:
        folder = str(self.workspace.drafts_folder)
        return lines(
            (
                plain(_("Nothing is recorded yet. Begin with one of these:")),
                marked(("5", "bold $accent"), "  ", _("register a draft: put a file into {folder}", folder=folder)),
                marked(("4", "bold $accent"), "  ", _("write down an input that you expect from somebody")),
                marked(("3", "bold $accent"), "  ", _("open a meeting and log who says what")),
            )
        )

    def watch_needs(self, found: tuple[Need, ...]) -> None:
        """Show the list."""
        table = self.table
        table.border_title = plain(_("Needs attention"))
        if not found and self.status is not None:
            table.fill([Row("", {"sign": ("✓", "$text-success"), "words": _("Nothing needs you now.")})], _COLUMNS)
            return
        table.fill(
            (
                Row(str(place), {"sign": (each.sign, _COLOURS[each.sign]), "words": each.words, "note": each.note})
                for place, each in enumerate(found)
            ),
            _COLUMNS,
        )

    @on(LatestText.Opened)
    def _compare(self) -> None:
        self.app.go("compare")

    @on(DataTable.RowSelected, "#needs")
    def _open(self, event: DataTable.RowSelected) -> None:
        if event.row_key.value:
            need = self.needs[int(event.row_key.value)]
            if need.mode == PROPOSALS:
                from negotiator.tui.proposals.screen import ProposalsScreen

                self.app.push_screen(ProposalsScreen())
            else:
                self.app.go(need.mode, need.wanted)


_COLUMNS = (Column("sign", ""), Column("words", "", elastic=True), Column("note", "", right=True))
_COLOURS = {"●": "$text-error", "◐": "$text-warning", "○": "$text-muted"}
