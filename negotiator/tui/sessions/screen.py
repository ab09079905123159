"""The calendar: which sessions were held, which is on, which are to come."""

from collections.abc import Mapping
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from negotiator.domain.dates import day_in_words, days_in_words
from negotiator.domain.session import SESSION_KINDS, SESSION_STATES, Session, SessionState
from negotiator.errors import NotFound
from negotiator.i18n import N_, _
from negotiator.services.processes import list_sessions
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.sessions.floor import FloorScreen
from negotiator.tui.text import Part, lines, marked
from negotiator.tui.widgets.form import Form
from negotiator.tui.widgets.picker import Picker
from negotiator.tui.widgets.table import Column, Row, Table

SIGNS = {SessionState.HELD: "●", SessionState.ON: "▶", SessionState.COMING: "○"}
"""The sign before each session."""


class SessionsScreen(FeatureScreen):
    """Every session of the process."""

    MODE = "sessions"
    CSS_PATH = "sessions.tcss"
    HELP: ClassVar[str | None] = N_(
        "The calendar: ● held, ▶ on, ○ to come, with the days met and scheduled. Enter opens the floor log; p "
        "notes a panel: its theme, who moderates it, from which countries its members speak; m gives a session other "
        "days, after a look at what hangs on them."
    )
    AUTO_FOCUS = "#sessions"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "floor", N_("Floor log"), id="sessions.floor", priority=True, tooltip=N_("Open the floor log")
        ),
        Binding("p", "panels", N_("Panels"), id="sessions.panels", tooltip=N_("Note a panel of the session")),
        Binding("m", "move", N_("Other days"), id="sessions.move", tooltip=N_("Give the session other days")),
    ]

    found: reactive[tuple[Session, ...]] = reactive(())
    """The sessions in order."""
    table = getters.query_one("#sessions", Table)

    def compose_body(self) -> ComposeResult:
        """The calendar, and beside it what is known of the session in hand."""
        with Horizontal():
            yield Table(id="sessions")
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="told")

    def load(self) -> None:
        """Read the calendar as it is known."""
        first = not self.found
        try:
            self.found = list_sessions(self.workspace)
        except NotFound:
            self.found = ()
        now = self.workspace.now()
        self.table.fill(
            (self._row(each) for each in self.found),
            (
                Column("sign", ""),
                Column("code", _("code")),
                Column("title", _("session"), elastic=True),
                Column("when", _("when")),
                Column("place", _("place"), least=100, most=16),
                Column("kind", _("kind"), least=130),
                Column("days", _("days met"), right=True),
            ),
        )
        self._looked_at()  # what is known of the one in hand may be what has changed
        if first:
            on = [each for each in self.found if each.state(now) is SessionState.ON]
            coming = [each for each in self.found if each.state(now) is SessionState.COMING]
            for each in (*on, *coming)[:1]:
                self.table.take(each.code)
                self.call_after_refresh(self.table.centre)

    def open(self, wanted: str) -> None:
        """Open the floor log that another screen asked for."""
        if not isinstance(self.app.screen, FloorScreen):
            self.app.push_screen(FloorScreen(wanted))

    def _row(self, each: Session) -> Row:
        now = self.workspace.now()
        state = each.state(now)
        look = "bold" if state is SessionState.ON else "" if state is SessionState.COMING else "dim"
        met, scheduled = each.days_met(now), each.days_scheduled
        return Row(
            each.code,
            {
                "sign": (SIGNS[state], look),
                "code": (each.code, look),
                "title": (each.title.said, look),
                "when": (when(each), look),
                "place": (each.place.said, look),
                "kind": (_(SESSION_KINDS[each.kind]), look),
                "days": (f"{met:g}/{scheduled:g}" if scheduled else "–", look),
            },
        )

    @on(DataTable.RowHighlighted)
    def _looked_at(self) -> None:
        session = next((each for each in self.found if each.code == self.table.in_hand), None)
        self.query_one("#told", Static).update(self._told(session) if session else "")

    def _told(self, session: Session) -> Content:
        now = self.workspace.now()
        heads: list[tuple[str, str]] = [
            (_("state"), _(SESSION_STATES[session.state(now)])),
            (_("kind"), _(SESSION_KINDS[session.kind])),
            (_("when"), when(session)),
            (_("where"), ", ".join(each for each in (session.venue.said, session.place.said) if each)),
            (_("contacts"), "; ".join(f"{each.of}: {each.name}" for each in session.contacts)),
            (_("text"), session.draft),
            (_("plan"), session.plan.text.said if session.plan else ""),
            (_("outcome"), session.outcome.said),
            (_("note"), session.note.said),
            (_("source"), "; ".join(session.sources)),
        ]
        rows = [marked((f"{session.code}  {session.title.said}", "bold")), Content("")]
        rows += [marked((f"{head}  ", "$text-muted"), words) for head, words in heads if words]
        for panel in session.panels:
            parts: list[Part] = [(_("panel {number}  ", number=panel.number), "$text-muted"), panel.title.said or "–"]
            states = panel.composition
            for told, codes in (
                (N_("moderated by {states}"), panel.moderators),
                (N_("origin: {states}"), states.origin),
                (N_("transit: {states}"), states.transit),
                (N_("destination: {states}"), states.destination),
            ):
                if codes:
                    parts.append((" · " + _(told, states=", ".join(codes)), "$text-muted"))
            rows.append(marked(*parts))
        rows += [
            marked(
                (_("moved  "), "$text-muted"),
                _("{date}: {reason}", date=day_in_words(move.decided), reason=move.reason),
            )
            for move in session.moves
        ]
        return lines(rows)

    @on(DataTable.RowSelected)
    def _taken(self) -> None:
        self.action_floor()

    def action_floor(self) -> None:
        """Open the floor log of the session in hand."""
        code = self.table.in_hand
        if code:
            self.app.push_screen(FloorScreen(code))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let enter save a form that stands over the calendar."""
        if action == "floor" and not self.is_current:
            return False
        return super().check_action(action, parameters)

    def action_panels(self) -> None:
        """Offer the panels of the session in hand, then ask what is known of the one taken."""
        from negotiator.services.speakers import call_roll
        from negotiator.tui.sessions import panel_form

        session = next((each for each in self.found if each.code == self.table.in_hand), None)
        if session is None or self.looking_back():
            return

        def taken(chosen: str | None) -> None:
            if not chosen:
                return
            number = int(chosen)
            panel = next((each for each in session.panels if each.number == number), None)

            title = _("Panel {number} of {session}", number=number, session=session.code)
            kept = self.app.kept.setdefault(f"panel {session.code} {number}", {})
            fields = panel_form.fields(panel, tuple(call_roll(self.workspace).ids))

            def note(filled: Mapping[str, str]) -> None:
                self.did(panel_form.note(self.workspace, session, number, fields, filled))

            self.app.push_screen(Form(title, fields, note, kept=kept))

        title = _("Panels of {session}", session=session.code)
        self.app.push_screen(Picker(title, panel_form.panels(session)), taken)

    def action_move(self) -> None:
        """Ask for other days of the session in hand, show what hangs on them, and change them then."""
        from negotiator.tui.sessions import moving

        session = next((each for each in self.found if each.code == self.table.in_hand), None)
        if session is None:
            return
        if self.looking_back():
            return

        def review(filled: Mapping[str, str]) -> None:
            form = moving.review(self.workspace, session, filled)

            def closed(saved: bool | None) -> None:
                if saved:
                    self.did(_("{session} has other days", session=session.code))

            self.app.call_later(self.app.push_screen, form, closed)

        title = _("{session} gets other days", session=session.code)
        self.app.push_screen(Form(title, moving.fields(session), review))


def when(session: Session) -> str:
    """Write the days of a session, or what is planned where they are not fixed."""
    window = session.window
    if window is None:
        return _("to be announced")
    shown = days_in_words(window.first, window.last)
    return shown if session.days else _("plan: {days}", days=shown)
