"""The floor log: what is said in the room, one line each, as fast as it is said."""

from collections.abc import Mapping
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from negotiator.domain.meeting import Entry
from negotiator.domain.session import Session
from negotiator.errors import NegotiatorError, NotFound
from negotiator.i18n import N_, _
from negotiator.services import meetings, sessions
from negotiator.services.drafts import get_draft
from negotiator.services.processes import get_session
from negotiator.services.speakers import Roll, call_roll
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.seen import mark_of
from negotiator.tui.sessions.entry import EntryBar, EntryInput, HalfTyped
from negotiator.tui.sessions.head import head_line
from negotiator.tui.sessions.panes import Pane, log_columns, log_row, paragraph, room
from negotiator.tui.text import plain
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.table import Table


class FloorScreen(FeatureScreen):
    """The log of one session."""

    MODE = "sessions"
    CSS_PATH = "sessions.tcss"
    HELP: ClassVar[str | None] = N_(
        "The floor log. The line at the bottom takes one intervention: speaker, paragraph, position, words; enter "
        "saves it and the next line is ready. In the log, e edits an entry and d deletes it; ctrl+z brings it back. "
        "ctrl+o opens and closes the meeting; a notes who is in the room."
    )
    AUTO_FOCUS = "#line"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-middle"), (120, "-wide"), (160, "-vast")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o,o", "gavel", N_("Open/close"), id="floor.gavel", tooltip=N_("Open or close the meeting")),
        Binding("l", "line", N_("Log"), id="floor.line", tooltip=N_("Go to the entry line")),
        Binding("e", "edit", N_("Edit"), id="floor.edit", tooltip=N_("Edit the entry in hand")),
        Binding("d", "delete", N_("Delete"), id="floor.delete", tooltip=N_("Delete the entry in hand")),
        Binding("a", "attendance", N_("In the room"), id="floor.room", tooltip=N_("Note who is in the room")),
    ]

    floor: reactive[sessions.Floor | None] = reactive(None, always_update=True)
    """The session as it stands."""
    entries = getters.query_one("#log", Table)
    entry = getters.query_one(EntryBar)

    def __init__(self, session: str) -> None:
        super().__init__()
        self.session = session
        """The session's code."""
        self._of: Session | None = None
        self._roll: Roll | None = None
        self._seen_text = True
        self._label = ""
        self._kept = ""

    def compose_body(self) -> ComposeResult:
        """The room, the log and the paragraph beside each other, the line under them."""
        yield Static(id="session-line")
        with Horizontal(id="floor"):
            yield Pane(id="room", classes="pane")
            yield Table(log_columns(), id="log", whole=True)
            yield Pane(id="paragraph", classes="pane")
        yield EntryBar(id="entry")

    def on_mount(self) -> None:
        """Take up what was half typed when the program ended."""
        super().on_mount()
        zone = self.floor.zone if self.floor else self.workspace.zone
        with self.told():
            self._kept = sessions.half_typed(self.workspace, self._scratch_key)
        if self._kept:
            self.entry.put(HalfTyped.read(self._kept, zone))
            self.app.tell(_("This line was not saved yet; here it is again."))
        self.entry.disabled = self.workspace.as_of is not None

    @property
    def _scratch_key(self) -> str:
        return f"log:{self.session}"

    def load(self) -> None:
        """Read the log, the room, the text on screen."""
        self._of = get_session(self.workspace, self.session)
        self._roll = call_roll(self.workspace)
        floor = sessions.floor(self.workspace, self.session)
        self._seen_text = True
        if floor.screen.address:
            try:
                self._seen_text = self.sees(mark_of(get_draft(self.workspace, floor.screen.address)[0], self.workspace))
            except NotFound:
                self._seen_text = False
        self.floor = floor
        self.entry.know(self._roll, floor.screen)
        self.entry.field.password = not self.sees("co-facilitators-and-secretariat")

    def watch_floor(self, floor: sessions.Floor | None) -> None:
        """Show the log as it stands, its end in sight."""
        if floor is None or self._roll is None:
            return
        at_end = self.entries.cursor_row >= self.entries.row_count - 1
        self.entries.fill(
            (log_row(each, hidden=not self.sees(each.visibility)) for each in floor.entries), log_columns()
        )
        if at_end and floor.entries:
            self.entries.move_cursor(row=len(floor.entries) - 1, animate=False)
        self.entries.border_title = plain(_("Log"))
        self.call_after_refresh(self.on_resize)

    def _show_room(self, floor: sessions.Floor) -> None:
        meeting = floor.open_meeting or (floor.meetings[-1] if floor.meetings else None)
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
        shown = [each for each in self.floor.entries if self.sees(each.visibility)]
        words = (
            paragraph(screen, label, shown, pane.columns)
            if label and self._seen_text
            else plain(self._no_paragraph(), "$text-muted")
        )
        pane.show(title, words)

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
            self.keep()

    def keep(self) -> None:
        """Keep what is half typed, so that a crash loses at most its last second."""
        if self.entry.editing or self.workspace.as_of is not None:
            return
        now = self.entry.half_typed.kept()
        if now != self._kept:
            with self.told():
                self.app.quietly(lambda: sessions.keep_half_typed(self.workspace, self._scratch_key, now))
                self._kept = now

    def _head(self) -> None:
        if self.floor is not None and self._of is not None:
            line = self.query_one("#session-line", Static)
            opened = None if self.entry.editing else self.entry.opened
            columns = line.content_size.width or 78
            line.update(head_line(self.floor, self._of, self.workspace.now(), opened, columns))

    def _in_hand(self) -> Entry | None:
        code = self.entries.in_hand
        return next((each for each in self.floor.entries if each.code == code), None) if self.floor else None

    def on_resize(self) -> None:
        """Lay the head and the room out for another width."""
        if self.floor:
            self._head()
            self._show_room(self.floor)
            self._show_paragraph()

    @on(EntryBar.Understood)
    def _understood(self, event: EntryBar.Understood) -> None:
        self._label = event.line.paragraphs[0] if event.line and event.line.paragraphs else ""
        self._show_paragraph()

    @on(DataTable.RowHighlighted, "#log")
    def _looked_at(self) -> None:
        self._show_paragraph()

    @on(EntryBar.Saved)
    def _save(self, event: EntryBar.Saved) -> None:
        assert self.floor is not None
        try:
            if event.editing:
                done = sessions.edit_entry(self.workspace, event.editing, event.line)
                self.app.tell(_("{entry} changed · ctrl+z undoes it", entry=done.entry))
            else:
                done = sessions.log(
                    self.workspace,
                    self.session,
                    event.line,
                    opened=event.opened,
                    roll=self._roll,
                    screen=self.floor.screen,
                )
                note = "" if done.meeting else _(" · no meeting is open")
                self.app.tell(_("{entry} saved{note} · ctrl+z undoes it", entry=done.entry, note=note))
        except NegotiatorError as trouble:
            self.app.tell(trouble.message, trouble=True)
            return
        self.entry.done()
        self.app.publish_change()
        self.entries.move_cursor(row=max(0, self.entries.row_count - 1), animate=False)
        self.keep()

    @on(EntryInput.Left)
    def _leave_line(self) -> None:
        self.entries.focus()

    @on(DataTable.RowSelected, "#log")
    def _row_taken(self) -> None:
        self.action_edit()

    def action_back(self) -> None:
        """From the line to the log (an edit is left), from the log to the sessions."""
        if self.entry.editing:
            self.entry.done()
            self.entries.focus()
        elif self.focused is self.entry.field:
            self.entries.focus()
        else:
            self.keep()
            super().action_back()

    def action_line(self) -> None:
        """Go to the entry line."""
        self.entry.field.focus()

    def action_gavel(self) -> None:
        """Open a meeting, or close the one that is open."""
        if self.floor is None:
            return
        if self.floor.open_meeting is None:
            self.act(
                lambda: meetings.open_meeting(self.workspace, self.session)[0],
                lambda meeting: _("Meeting {number} is open", number=meeting.number),
            )
        else:
            self.act(
                lambda: meetings.close_meeting(self.workspace, self.session)[0],
                lambda meeting: _("Meeting {number} is closed", number=meeting.number),
            )

    def action_edit(self) -> None:
        """Put the entry in hand on the line."""
        entry = self._in_hand()
        if entry and self.sees(entry.visibility):
            self.entry.edit(entry.code, HalfTyped(entry.line, entry.said))

    def action_delete(self) -> None:
        """Set the entry in hand aside."""
        entry = self._in_hand()
        if entry:
            self.act(lambda: sessions.delete_entry(self.workspace, entry.code), _("{entry} deleted", entry=entry.code))

    def action_attendance(self) -> None:
        """Ask who is in the room, or is not."""
        codes = tuple(self._roll.ids) if self._roll else ()
        fields = (
            Field("present", _("in the room"), hint=_("codes or names, with commas between them"), choices=codes),
            Field("absent", _("not in the room"), choices=codes),
        )
        self.app.push_screen(
            Form(_("Who is in the room"), fields, self._note, kept=self.app.kept.setdefault("room", {}))
        )

    def _note(self, filled: Mapping[str, str]) -> None:
        for key, present in (("present", True), ("absent", False)):
            named = [each.strip() for each in filled[key].replace("，", ",").split(",") if each.strip()]
            if named:
                meetings.mark_attendance(self.workspace, self.session, named, present=present)
        self.app.tell(_("Noted · ctrl+z undoes it"))
        self.app.publish_change()
