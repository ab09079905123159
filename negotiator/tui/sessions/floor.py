"""The floor of a session: the log, who is in the room, the paragraph being discussed, and the entry line under them."""

from datetime import datetime
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.reactive import reactive
from textual.widgets import DataTable, Input, Static

from negotiator.domain.dates import Instant
from negotiator.domain.meeting import Entry
from negotiator.errors import NegotiatorError
from negotiator.i18n import N_, _
from negotiator.services import meetings, sessions
from negotiator.services.sessions import Floor
from negotiator.services.speakers import Roll, call_roll
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.sessions.dialogs import AttendanceDialog
from negotiator.tui.sessions.entry_line import EntryInput, prompt, understood
from negotiator.tui.sessions.panes import heading, paragraph, room
from negotiator.tui.sessions.table import LogTable
from negotiator.tui.text import marked, plain


class FloorScreen(FeatureScreen):
    """One session, live."""

    MODE = "sessions"
    CSS_PATH = "floor.tcss"
    HELP = N_(
        "The floor of a session. l begins an entry, e edits the one under the cursor, d deletes it (ctrl+z brings it "
        "back), o opens and closes the meeting, p notes who is in the room."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "begin", N_("Log"), id="floor.log", tooltip=N_("Begin an entry")),
        Binding("e", "edit", N_("Edit"), id="floor.edit", tooltip=N_("Edit the entry under the cursor")),
        Binding("d", "delete", N_("Delete"), id="floor.delete", tooltip=N_("Delete the entry under the cursor")),
        Binding("o,ctrl+o", "meeting", N_("Open/close"), id="floor.meeting", tooltip=N_("Open or close the meeting")),
        Binding("p", "attendance", N_("Present"), id="floor.attendance", tooltip=N_("Note who is in the room")),
    ]

    floor: reactive[Floor | None] = reactive(None, init=False)
    """The session as it stands."""

    table = getters.query_one(LogTable)
    line = getters.query_one(EntryInput)

    def __init__(self, session: str, venue: str = "") -> None:
        super().__init__()
        self._session = session
        self._venue = venue
        self._roll: Roll | None = None
        self._opened: Instant | None = None
        self._editing: str | None = None
        self._set_aside = ""
        self._kept = ""

    def compose_body(self) -> ComposeResult:
        """Put the panes beside each other and the line under them."""
        yield Static(id="floor-heading")
        with Horizontal(id="floor-body"):
            with VerticalScroll(id="room", classes="pane", can_focus=False) as pane:
                pane.border_title = plain(_("In the room"))
                yield Static(id="room-list")
            yield LogTable()
            with VerticalScroll(id="paragraph", classes="pane", can_focus=False):
                yield Static(id="paragraph-text")
        yield Static(id="understood")
        with Horizontal(id="entry-row"):
            yield Static(plain("› ", "bold $accent"), id="entry-mark")
            yield EntryInput()

    def on_mount(self) -> None:
        """Take up the line that was half typed, and keep it once a second from now on."""
        super().on_mount()
        with self.told():
            kept = sessions.half_typed(self.workspace, self._key)
            self._kept = kept
            if kept:
                self._take_up(kept)
        self.set_interval(1, self._keep)
        self.line.focus()

    def on_unmount(self) -> None:
        """Keep the line once more."""
        self._keep()

    def load(self) -> None:
        """Read the session, the roll and the text."""
        self._roll = call_roll(self.workspace)
        self.line.roll = self._roll
        self.floor = sessions.floor(self.workspace, self._session)

    def watch_floor(self, floor: Floor | None) -> None:
        """Show the session again."""
        if floor is None or self._roll is None:
            return
        hidden = frozenset(entry.code for entry in floor.entries if not self.sees(entry.visibility))
        self.line.recent = list(dict.fromkeys(entry.speaker for entry in reversed(floor.entries)))
        self.table.show(floor.entries, hidden)
        self.query_one("#room-list", Static).update(room(floor.attendance, floor, self._roll, 20))
        self._show_heading()
        self._show_line()

    def tick(self) -> None:
        """Let the clocks go on."""
        super().tick()
        self._show_heading()

    def on_resize(self) -> None:
        """Lay the heading out for the width there is."""
        self._show_heading()

    def _show_heading(self) -> None:
        if self.floor is not None and self.is_mounted:
            told = heading(self.floor, self.workspace.now(), self._venue, self.size.width - 2)
            self.query_one("#floor-heading", Static).update(told)

    @on(Input.Changed, "#entry")
    def _typed(self, event: Input.Changed) -> None:
        """Stamp the clock at the first character, and show how the line is understood."""
        if not event.value.strip():
            self._opened = None
        elif self._opened is None:
            self._opened = self.workspace.now()
        self._show_line()

    def _show_line(self) -> None:
        if self.floor is None or self._roll is None:
            return
        shown = self.query_one("#understood", Static)
        offers = self.line.offers()
        labels: tuple[str, ...] = ()
        if not self.line.value.strip():
            editing = _("editing {entry} · esc leaves it as it was", entry=self._editing) if self._editing else ""
            shown.update(
                plain(editing or _("speaker · ¶ · position · words · enter saves, tab completes"), "$text-muted")
            )
        else:
            read = sessions.parse_with(self.line.value, self._roll, self.floor.screen)
            labels = read.paragraphs
            if offers and not read.words and not labels:
                shown.update(marked(*prompt(offers, self._roll)))
            else:
                shown.update(marked(*understood(read, self._roll, self.floor.screen, self._opened)))
        self._show_paragraph(labels or self._labels_under_cursor())

    def _labels_under_cursor(self) -> tuple[str, ...]:
        entry = self._entry_under_cursor()
        return tuple(place.label for place in entry.places) if entry and self.sees(entry.visibility) else ()

    def _entry_under_cursor(self) -> Entry | None:
        code = self.table.chosen
        return next((entry for entry in self.floor.entries if entry.code == code), None) if self.floor else None

    def _show_paragraph(self, labels: tuple[str, ...]) -> None:
        if self.floor is not None:
            title, content = paragraph(self.floor.screen, labels, self.floor.entries)
            self.query_one("#paragraph").border_title = plain(title)
            self.query_one("#paragraph-text", Static).update(content)

    @on(DataTable.RowHighlighted)
    def _moved(self) -> None:
        self._show_line()

    @on(Input.Submitted, "#entry")
    def _entered(self, event: Input.Submitted) -> None:
        """Store the line; it is on disk before the next one can be typed, and stays where it is if it cannot be."""
        event.stop()
        line = event.value
        if not line.strip() or self.floor is None:
            return
        try:
            if self._editing:
                logged = sessions.edit_entry(self.workspace, self._editing, line)
            else:
                logged = sessions.log(
                    self.workspace, self._session, line, opened=self._opened, roll=self._roll, screen=self.floor.screen
                )
        except NegotiatorError as trouble:
            self.app.tell(trouble.message, trouble=True)
            return
        if self._editing:
            self.app.tell(_("{entry} is changed · ctrl+z undoes it", entry=logged.entry))
        self._finish()
        self.app.publish_change()

    def _finish(self) -> None:
        """Make the line ready for the next entry, or give back what editing set aside."""
        self._editing = None
        given_back, self._set_aside = self._set_aside, ""
        self._opened = None
        self.line.value = given_back
        self.line.cursor_position = len(given_back)
        self.query_one("#entry-mark", Static).update(plain("› ", "bold $accent"))
        self._keep()

    @on(EntryInput.Left)
    def _left(self) -> None:
        if self._editing:
            self._finish()
        self.table.focus()

    def action_begin(self) -> None:
        """Go to the entry line."""
        self.line.focus()

    def action_edit(self) -> None:
        """Take the entry under the cursor into the line; what was half typed is set aside meanwhile."""
        entry = self._entry_under_cursor()
        if entry is None or not self.sees(entry.visibility):
            return
        if not self._editing:
            self._set_aside = self.line.value
        self._editing = entry.code
        self.line.value = entry.line
        self.line.cursor_position = len(entry.line)
        self.query_one("#entry-mark", Static).update(plain(f"{entry.code} › ", "bold $text-warning"))
        self.line.focus()

    def action_delete(self) -> None:
        """Set the entry under the cursor aside."""
        code = self.table.chosen
        if code:
            self.act(lambda: sessions.delete_entry(self.workspace, code), _("{entry} is deleted", entry=code))

    def action_meeting(self) -> None:
        """Open a meeting, or close the one that is open."""
        if self.floor is None:
            return
        if self.floor.open_meeting is None:
            self.act(
                lambda: meetings.open_meeting(self.workspace, self._session)[0],
                lambda meeting: _("Meeting {number} is open", number=meeting.number),
            )
        else:
            self.act(
                lambda: meetings.close_meeting(self.workspace, self._session)[0],
                lambda meeting: _("Meeting {number} is closed", number=meeting.number),
            )

    @work
    async def action_attendance(self) -> None:
        """Ask who is in the room and note it."""
        typed = await self.app.push_screen_wait(AttendanceDialog(self._session))
        names = [name.strip() for name in (typed or "").replace("，", ",").split(",") if name.strip()]
        here = [name for name in names if not name.startswith(("-", "−"))]
        gone = [name.lstrip("-− ") for name in names if name.startswith(("-", "−"))]
        if here:
            self.act(
                lambda: meetings.mark_attendance(self.workspace, self._session, here),
                _("{count} noted as present", count=len(here)),
            )
        if gone:
            self.act(
                lambda: meetings.mark_attendance(self.workspace, self._session, gone, present=False),
                _("{count} noted as absent", count=len(gone)),
            )

    @property
    def _key(self) -> str:
        return f"log/{self._session}"

    def _take_up(self, kept: str) -> None:
        """Put back a line that was half typed, with the time at which it was begun."""
        moment, _separator, words = kept.partition("\n")
        if words and self.floor is not None:
            self.line.value = words
            self.line.cursor_position = len(words)
            self._opened = Instant.at(datetime.fromisoformat(moment), self.floor.zone)
            self.app.tell(_("The line you had half typed is back."))

    def _keep(self) -> None:
        """Keep the half-typed line on disk where it has changed; while an entry is edited, what was set aside."""
        words = self._set_aside if self._editing else self.line.value
        kept = f"{(self._opened or self.workspace.now()).utc.isoformat()}\n{words}" if words.strip() else ""
        if self.workspace.as_of is None and kept.partition("\n")[2] != self._kept.partition("\n")[2]:
            with self.told():
                sessions.keep_half_typed(self.workspace, self._key, kept)
                self._kept = kept
