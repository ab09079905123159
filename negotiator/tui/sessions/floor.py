"""The floor log: what is said in the room, one line each, as fast as it is said."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import DataTable, Static

from negotiator.domain.entry import Entry, Place
from negotiator.domain.session import Session
from negotiator.domain.tally import Count
from negotiator.errors import NegotiatorError, NotFound
from negotiator.i18n import N_, _, n_
from negotiator.services import sessions, speaking_acts
from negotiator.services.drafts import get_draft
from negotiator.services.processes import get_session
from negotiator.services.speakers import call_roll
from negotiator.services.tallies import ParagraphTally, tally_of
from negotiator.tui.seen import mark_of
from negotiator.tui.sessions.entry import LIST_SIGN, EntryBar, EntryInput, HalfTyped
from negotiator.tui.sessions.floor_acts import FloorActs
from negotiator.tui.sessions.head import head_line
from negotiator.tui.sessions.panes import Pane, log_columns, log_row, room
from negotiator.tui.sessions.paragraph import paragraph
from negotiator.tui.sessions.speakers import SpeakersPane, SpeakersTable, strip
from negotiator.tui.text import plain
from negotiator.tui.widgets.table import Table

MOST = 200
"""How many entries of a long log are shown at first, and how many more at each step back."""


class FloorScreen(FloorActs):
    """The log of one session."""

    MODE = "sessions"
    CSS_PATH = "sessions.tcss"
    HELP: ClassVar[str | None] = N_(
        "The floor log. The line at the bottom takes one intervention: speaker, paragraph, position, words; enter "
        "saves it and the next line is ready. In the log, e edits an entry and d deletes it; ctrl+z brings it back. "
        "ctrl+o opens and closes the meeting, b suspends and resumes it, c notes who presides, a who is in the room. "
        "ctrl+l or s goes to the speakers' list; ctrl+n gives the floor to the next from anywhere."
    )
    AUTO_FOCUS = "#line"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-middle"), (120, "-wide"), (160, "-vast")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "line", N_("Log"), id="floor.line", tooltip=N_("Go to the entry line")),
        Binding("ctrl+l,s", "speakers", N_("Speakers"), id="floor.speakers", tooltip=N_("Go to the speakers' list")),
        Binding("e", "edit", N_("Edit"), id="floor.edit", tooltip=N_("Edit the entry in hand")),
        Binding("d", "delete", N_("Delete"), id="floor.delete", tooltip=N_("Delete the entry in hand")),
        Binding("m", "earlier", N_("Earlier"), show=False, id="floor.earlier", tooltip=N_("Show earlier entries")),
    ]

    entries = getters.query_one("#log", Table)
    entry = getters.query_one(EntryBar)

    def __init__(self, session: str) -> None:
        super().__init__()
        self.session = session
        """The session's code."""
        self._of: Session | None = None
        self._seen_text = True
        self._label = ""
        self._kept = ""
        self._most = MOST
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
        """Read the log, the list, the room, the text on screen."""
        self._of = get_session(self.workspace, self.session)
        roll = self._roll = call_roll(self.workspace, self._roll)
        floor = sessions.floor(self.workspace, self.session, most=self._most)
        self._seen_text = True
        if floor.screen.address:
            try:
                self._seen_text = self.sees(mark_of(get_draft(self.workspace, floor.screen.address)[0], self.workspace))
            except NotFound:
                self._seen_text = False
        self._tallied = ("", None)
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
        self.call_after_refresh(self.on_resize)

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
            self.keep()

    def _clocks(self, floor: sessions.Floor) -> None:
        """Let the clock of whoever has the floor go on, without loading anything."""
        now = self.workspace.now()
        found = self.list_of(floor)
        self.query_one(SpeakersPane).tick(now)
        line = self.query_one("#speaking", Static)
        line.set_class(found.speaking is None and not found.waiting, "-empty")
        line.update(strip(found, now))

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
            self._clocks(self.floor)
            self._show_room(self.floor)
            self._show_paragraph()

    @on(EntryBar.Understood)
    def _understood(self, event: EntryBar.Understood) -> None:
        label = event.line.paragraphs[0] if event.line and event.line.paragraphs else ""
        if label != self._label:
            self._label = label
            self._show_paragraph()

    @on(DataTable.RowHighlighted, "#log")
    def _looked_at(self) -> None:
        self._show_paragraph()

    @on(EntryBar.Saved)
    def _save(self, event: EntryBar.Saved) -> None:
        assert self.floor is not None
        if event.line.lstrip().startswith(LIST_SIGN) and not event.editing:
            self._put_on_list(event.line.lstrip().removeprefix(LIST_SIGN))
            return
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

    def _put_on_list(self, names: str) -> None:
        def told(listed: list[speaking_acts.Listed]) -> str:
            return _("On the list: {names}", names=", ".join(each.speaker for each in listed))

        if self.act(lambda: speaking_acts.put_on_list(self.workspace, self.session, names), told):
            self.entry.done()
            self.keep()

    def begin_list(self, words: str = "") -> None:
        """Begin a line that puts somebody on the list; what was half typed is set aside and comes back."""
        self.entry.set_aside(HalfTyped(f"{LIST_SIGN} {words.strip()}"))

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
        elif self.focused is self.entry.field or self.focused is self.query_one(SpeakersTable):
            self.set_class(False, "-list")
            self.entries.focus()
        else:
            self.keep()
            super().action_back()

    def action_speakers(self) -> None:
        """Go to the speakers' list; a narrow terminal shows it in the place of the paragraph."""
        here = self.focused is self.query_one(SpeakersTable)
        self.set_class(not here, "-list")
        if here:
            self.entries.focus()
        else:
            self.query_one(SpeakersTable).focus()

    def action_earlier(self) -> None:
        """Show earlier entries too."""
        self._most += MOST
        self.reload()

    @on(DataTable.RowSelected, "#speakers")
    def _speaker_taken(self, event: DataTable.RowSelected) -> None:
        self.ask("start", event.row_key.value or "")

    def action_line(self) -> None:
        """Go to the entry line."""
        self.entry.field.focus()

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
