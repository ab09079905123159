"""The sessions of the process: held, on and coming; enter opens the floor of one."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from negotiator.domain.dates import Instant, days_in_words
from negotiator.domain.session import SESSION_STATES, Session, SessionState
from negotiator.i18n import N_, _
from negotiator.services.processes import list_sessions
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.sessions.floor import FloorScreen
from negotiator.tui.text import cell, plain

MARKS = {SessionState.HELD: "●", SessionState.ON: "▶", SessionState.COMING: "○"}


class SessionsScreen(FeatureScreen):
    """The calendar as a list, the cursor on what is on or next."""

    MODE = "sessions"
    CSS_PATH = "sessions.tcss"
    HELP = N_("The sessions of the process. Enter opens the floor of the one under the cursor: its log, its meetings.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("Floor"), id="sessions.open", tooltip=N_("Open the floor of the session")),
        Binding("g", "now", N_("Now"), id="sessions.now", tooltip=N_("Go to the session that is on or next")),
    ]

    sessions: reactive[tuple[Session, ...]] = reactive((), init=False)
    """The calendar, as it is known at the clock's moment."""

    table = getters.query_one("#sessions", DataTable)

    def compose_body(self) -> ComposeResult:
        """Show the table, or how to begin where there is nothing."""
        table: DataTable[object] = DataTable(id="sessions", cursor_type="row")
        yield table
        yield Static(
            plain(_("No session is planned yet. “negotiator session add” adds one.")), id="no-sessions", classes="empty"
        )

    def load(self) -> None:
        """Read the calendar."""
        first = not self.sessions
        self.sessions = list_sessions(self.workspace)
        if first:
            self.action_now()

    def watch_sessions(self, sessions: Sequence[Session]) -> None:
        """Fill the table; the cursor stays on its session."""
        now = self.workspace.now()
        row = self.table.cursor_row
        self.table.clear(columns=True)
        for title, room in ((_("code"), 5), (_("when"), 17), (_("place"), 15), (_("days"), 7), ("", 1)):
            self.table.add_column(cell(title), width=room)
        self.table.add_column(cell(_("title")))
        for session in sessions:
            self.table.add_row(*_cells(session, now), key=session.code)
        self.table.move_cursor(row=row)
        self.query_one("#no-sessions").display = not sessions
        self.table.display = bool(sessions)

    @on(DataTable.RowSelected)
    def _chosen(self, event: DataTable.RowSelected) -> None:
        self._open(str(event.row_key.value))

    def action_open(self) -> None:
        """Open the floor of the session under the cursor."""
        if self.sessions:
            self._open(self.sessions[self.table.cursor_row].code)

    def action_now(self) -> None:
        """Go to the session that is on, else the one that begins next."""
        now = self.workspace.now()
        for wanted in (SessionState.ON, SessionState.COMING):
            for row, session in enumerate(self.sessions):
                if session.state(now) is wanted and session.days:
                    self.table.move_cursor(row=row)
                    return

    def _open(self, code: str) -> None:
        session = next(each for each in self.sessions if each.code == code)
        self.app.push_screen(FloorScreen(code, session.venue.said))


def _cells(session: Session, now: Instant) -> list[object]:
    state = session.state(now)
    window = session.window
    if session.days:
        when = days_in_words(session.days[0].date, session.days[-1].date)
    elif session.plan and session.plan.text.said:
        when = session.plan.text.said
    else:
        when = days_in_words(window.first, window.last) if window else ""
    style = {SessionState.ON: "bold", SessionState.HELD: "dim"}.get(state, "")
    days = f"{session.days_met(now):g}/{session.days_scheduled:g}" if session.days_scheduled else ""
    title = session.title.said + (f" · {_(SESSION_STATES[state])}" if state is SessionState.ON else "")
    return [
        cell(session.code, "bold"),
        cell(when, style),
        cell(session.place.said, style),
        cell(days, style, right=True),
        cell(MARKS[state], style),
        cell(title, style),
    ]
