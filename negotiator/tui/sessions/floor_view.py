"""What the floor screen shows: the log, the list, the room and the paragraph beside each other, the line under them."""

from collections.abc import Sequence

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import DataTable, Static

from negotiator.domain.entry import Entry, Place
from negotiator.domain.session import Session
from negotiator.domain.tally import Count
from negotiator.errors import NotFound
from negotiator.i18n import _, n_
from negotiator.services import sessions
from negotiator.services.drafts import get_draft
from negotiator.services.processes import get_session
from negotiator.services.speakers import call_roll
from negotiator.services.tallies import ParagraphTally, tally_of
from negotiator.tui.seen import mark_of
from negotiator.tui.sessions.entry import EntryBar
from negotiator.tui.sessions.floor_acts import FloorActs
from negotiator.tui.sessions.head import head_line
from negotiator.tui.sessions.panes import Pane, log_columns, log_row, room
from negotiator.tui.sessions.paragraph import paragraph
from negotiator.tui.sessions.speakers import SpeakersPane, strip
from negotiator.tui.text import plain
from negotiator.tui.widgets.table import Table

MOST = 200
"""How many entries of a long log are shown at first, and how many more at each step back."""

A_MOMENT = 0.15
"""So many seconds after the last key the paragraph is shown."""


class FloorView(FloorActs):
    """The log of one session, as it is loaded and laid out."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-middle"), (120, "-wide"), (160, "-vast")]  # noqa: RUF012

    entries = getters.query_one("#log", Table)
    entry = getters.query_one(EntryBar)

    def __init__(self, session: str) -> None:
        super().__init__()
        self.session = session
        """The session's code."""
        self._of: Session | None = None
        self._seen_text = True
        self._label = ""
        self._most = MOST
        self._since = 0
        self._later: Timer | None = None
        self._tallied: tuple[str, ParagraphTally | None] = ("", None)

    def compose_body(self) -> ComposeResult:
        """The room, the log and the paragraph beside each other, the line under them."""
        yield Static(id="session-line")
        yield Static(id="speaking")
        with Horizontal(id="floor"):
            with Vertical(id="left"):
                yield SpeakersPane(id="speakers-pane")
                yield Pane(id="room", classes="pane")
            yield Table(log_columns(), id="log", whole=True)
            yield Pane(id="paragraph", classes="pane")
        yield EntryBar(id="entry")

    def load(self) -> None:
        """Read the log, the list, the room, the text on screen."""
        self._of = get_session(self.workspace, self.session)
        roll = self._roll = call_roll(self.workspace, self._roll)
        floor = sessions.floor(self.workspace, self.session, most=self._most, since=self._since)
        # The first entry shown stays the first: so what is new is only added.
        self._since = min((each.number for each in floor.entries), default=0) if len(floor.entries) < floor.count else 0
        self._seen_text = True
        if floor.screen.address:
            try:
                self._seen_text = self.sees(mark_of(get_draft(self.workspace, floor.screen.address)[0], self.workspace))
            except NotFound:
                self._seen_text = False
        self._tallied = ("", None)
        if self.floor and floor.count < self.floor.count:
            self.entry.forget_told()
        self.floor = floor
        found = self.list_of(floor)
        now = [found.speaking.speaker] if found.speaking else []
        likely = dict.fromkeys([*now, *(each.speaker for each in found.waiting), *floor.lately])
        chair = floor.open_meeting.chair if floor.open_meeting else None
        self.entry.know(roll, floor.screen, tuple(likely), chair)
        self.entry.field.password = not self.sees("co-facilitators-and-secretariat")

    def watch_floor(self, floor: sessions.Floor | None) -> None:
        """Show the log as it stands, its end in sight."""
        if floor is None or self._roll is None:
            return
        roll = self._roll
        at_end = self.entries.cursor_row >= self.entries.row_count - 1
        self.entries.fill(
            (log_row(each, roll, hidden=not self.sees(each.visibility)) for each in floor.entries), log_columns()
        )
        if at_end and floor.entries:
            self.entries.move_cursor(row=len(floor.entries) - 1, animate=False)
        before = floor.count - len(floor.entries)
        title = _("Log") + (" · " + n_("{n} earlier: m", "{n} earlier: m", before) if before else "")
        self.entries.border_title = plain(title)
        self.query_one(SpeakersPane).show(self.list_of(floor))
        self.call_after_refresh(self._show_beside)

    def _show_beside(self) -> None:
        self._head()
        if self.floor:
            self._clocks(self.floor)
            self._show_room(self.floor)
        if self.sees("co-facilitators-and-secretariat"):
            self._soon()
        else:
            self._show_paragraph()  # what is to be hidden does not stand there for another moment

    def _show_room(self, floor: sessions.Floor) -> None:
        meeting = floor.meeting
        pane = self.query_one("#room", Pane)
        present = sum(1 for each in floor.attendance if meeting and each.meeting == meeting.number)
        assert self._roll is not None
        pane.show(_("In the room: {n}", n=present), room(floor, meeting, self._roll, pane.columns))

    def _show_paragraph(self) -> None:
        if self.floor is None:
            return
        screen, label = self.floor.screen, self._label
        if not label and (entry := self._in_hand()) and entry.places:
            label = entry.places[0].label
        title = (
            _("¶ {label} in {text}", label=label, text=screen.address)
            if label
            else _("Text: {text}", text=screen.address or _("none yet"))
        )
        pane = self.query_one("#paragraph", Pane)
        if label and self._seen_text:
            counts, said = self._tally(label)
            words = paragraph(screen, label, counts, said, pane.columns)
        else:
            words = plain(self._no_paragraph(), "$text-muted")
        pane.show(title, words)

    def _tally(self, label: str) -> tuple[Sequence[Count], Sequence[Entry]]:
        """Return who holds what on a paragraph and the entries on it, of those that may be shown now."""
        assert self.floor is not None
        if not self.sees("co-facilitators-and-secretariat"):
            return (), ()
        if self._tallied[0] != label and self._roll:
            path = self.floor.screen.path(label)
            found = tally_of(self.workspace, self.floor.session, Place(label, path), self._roll) if path else None
            self._tallied = (label, found)
        found = self._tallied[1]
        return (found.counts, found.entries) if found else ((), ())

    def _no_paragraph(self) -> str:
        if not self._seen_text:
            return _("Hidden from those who look.")
        if self.floor and not self.floor.screen.provisions:
            return _("No draft is registered yet; Drafts (5) registers one.")
        return _("Type a paragraph, and its text stands here.")

    def tick(self) -> None:
        """Let the clocks go on and keep what is half typed."""
        super().tick()
        if self.is_mounted and self.floor is not None:
            self._head()
            self._clocks(self.floor)

    def _clocks(self, floor: sessions.Floor) -> None:
        """Let the clock of whoever has the floor go on, without loading anything."""
        now = self.workspace.now()
        found = self.list_of(floor)
        self.query_one(SpeakersPane).tick(now)
        line = self.query_one("#speaking", Static)
        line.set_class(found.speaking is None and not found.waiting, "-empty")
        line.update(strip(found, now), layout=False)

    def _head(self) -> None:
        if self.floor is not None and self._of is not None:
            line = self.query_one("#session-line", Static)
            opened = None if self.entry.editing else self.entry.opened
            columns = line.content_size.width or 78
            line.update(head_line(self.floor, self._of, self.workspace.now(), opened, columns), layout=False)

    def _in_hand(self) -> Entry | None:
        code = self.entries.in_hand
        return next((each for each in self.floor.entries if each.code == code), None) if self.floor else None

    def on_resize(self) -> None:
        """Lay the head and the room out for another width."""
        if self.floor:
            self._head()
            self._clocks(self.floor)
            self._show_room(self.floor)
            self._show_paragraph()

    @on(EntryBar.Understood)
    def _understood(self, event: EntryBar.Understood) -> None:
        label = event.line.paragraphs[0] if event.line and event.line.paragraphs else ""
        if label != self._label:
            self._label = label
            self._soon()

    def _soon(self) -> None:
        """Show the paragraph once nobody has typed for a moment: counting a long log takes longer than a key."""
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(A_MOMENT, self._show_paragraph)

    @on(DataTable.RowHighlighted, "#log")
    def _looked_at(self) -> None:
        self._soon()
