"""The floor log: what is said in the room, one line each, as fast as it is said."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from negotiator.domain.entry import Entry
from negotiator.errors import NegotiatorError
from negotiator.i18n import N_, _
from negotiator.services import entry_changes, sessions, speaking_acts
from negotiator.services.entry_changes import typed_by_another
from negotiator.tui.sessions.entry import LIST_SIGN, EntryBar, HalfTyped, names_for_list
from negotiator.tui.sessions.entry_input import EntryInput
from negotiator.tui.sessions.floor_view import MOST, FloorView
from negotiator.tui.sessions.others import if_meant
from negotiator.tui.sessions.speakers import SpeakersTable
from negotiator.tui.widgets.form import Form

if TYPE_CHECKING:
    from negotiator.tui.sessions.from_entry import OfEntry

OF_AN_ENTRY = ("edit", "delete", "propose", "to_follow", "proposals")
"""The keys that act on the entry in hand."""


class FloorScreen(FloorView):
    """The log of one session."""

    MODE = "sessions"
    CSS_PATH = "sessions.tcss"
    HELP: ClassVar[str | None] = N_(
        "The floor log. The line at the bottom takes one intervention: speaker, paragraph, position, words; enter "
        "saves it and the next line is ready. In the log, e edits an entry and d deletes it; ctrl+z brings it back; "
        "where somebody else typed it, that is asked first. "
        "ctrl+o opens and closes the meeting, b suspends and resumes it, c notes who presides, a who is in the room. "
        "ctrl+l or s goes to the speakers' list; ctrl+n gives the floor to the next from anywhere. p makes a "
        "proposal of the entry in hand, t expects the text it announced, P lists the proposals on its paragraph."
    )
    AUTO_FOCUS = "#line"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before anything else sees it: what a slow connection delivers in one burst after it belongs to the line.
        Binding("l", "line", N_("Log"), id="floor.line", tooltip=N_("Go to the entry line"), priority=True),
        Binding("ctrl+l,s", "speakers", N_("Speakers"), id="floor.speakers", tooltip=N_("Go to the speakers' list")),
        Binding("e", "edit", N_("Edit"), id="floor.edit", tooltip=N_("Edit the entry in hand")),
        Binding("d", "delete", N_("Delete"), id="floor.delete", tooltip=N_("Delete the entry in hand")),
        Binding("p", "propose", N_("Proposal"), id="floor.propose", tooltip=N_("Make a proposal of the entry in hand")),
        Binding("t", "to_follow", N_("Text to follow"), show=False, id="floor.follow", tooltip=N_("Expect its text")),
        Binding("P", "proposals", N_("Proposals"), show=False, id="floor.proposals", tooltip=N_("List the proposals")),
        Binding("m", "earlier", N_("Earlier"), show=False, id="floor.earlier", tooltip=N_("Show earlier entries")),
    ]

    _kept = ""

    def __init__(self, session: str) -> None:
        super().__init__(session)
        self._meant: set[str] = set()
        """The entries that are changed although somebody else typed them."""

    def on_mount(self, event: events.Mount | None = None) -> None:
        """Take up what was half typed when the program ended."""
        if event is not None:
            event.prevent_default()  # Textual would call the handler of the base class once more
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

    def tick(self) -> None:
        """Let the clocks go on and keep what is half typed."""
        super().tick()
        if self.is_mounted and self.floor is not None:
            self.keep()

    def keep(self) -> None:
        """Keep what is half typed, so that a crash loses at most its last second."""
        if self.entry.editing or self.workspace.as_of is not None:
            return
        now = self.entry.to_keep.kept()
        if now != self._kept:
            with self.told():
                self.app.quietly(lambda: sessions.keep_half_typed(self.workspace, self._scratch_key, now))
                self._kept = now

    @on(EntryBar.Saved)
    def _save(self, event: EntryBar.Saved) -> None:
        assert self.floor is not None
        names = names_for_list(event.line)
        if names is not None and not event.editing:
            self._put_on_list(names)
            return
        try:
            if event.editing:
                meant = event.editing in self._meant
                done = entry_changes.edit_entry(self.workspace, event.editing, event.line, others=meant)
                told = _("{entry} changed · ctrl+z undoes it", entry=done.entry)
            else:
                done = sessions.log(
                    self.workspace,
                    self.session,
                    event.line,
                    opened=event.opened,
                    roll=self._roll,
                    screen=self.floor.screen,
                    forget=self._scratch_key,
                )
                self._kept = ""
                note = "" if done.meeting else _(" · no meeting is open")
                told = _("{entry} saved{note} · ctrl+z undoes it", entry=done.entry, note=note)
        except NegotiatorError as trouble:
            self.entry.refused()
            self.app.tell(trouble.message, trouble=True)
            return
        self.entry.done(told)
        self.app.publish_soon(self._go_to_end)  # the next line is ready before anything is read again

    def _go_to_end(self) -> None:
        self.entries.move_cursor(row=max(0, self.entries.row_count - 1), animate=False)
        self.keep()

    def _put_on_list(self, names: str) -> None:
        def told(listed: list[speaking_acts.Listed]) -> str:
            return _("On the list: {names}", names=", ".join(each.speaker for each in listed))

        if self.act(lambda: speaking_acts.put_on_list(self.workspace, self.session, names), told):
            self.entry.done()
            self.keep()
        else:
            self.entry.refused()

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
            self.entry.leave()
            self.entries.focus()
        elif self.focused is self.entry.field or self.focused is self.query_one(SpeakersTable):
            self.set_class(False, "-list")
            self.entries.focus()
        else:
            self.keep()
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep the keys for an entry from acting while the speakers' list is in hand; in the line an l is an l."""
        if action == "line":
            return self.app.screen is self and not isinstance(self.focused, EntryInput)
        if action in OF_AN_ENTRY and isinstance(self.focused, SpeakersTable):
            return False
        return super().check_action(action, parameters)

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
        self._most = (len(self.floor.entries) if self.floor else 0) + MOST
        self._since = 0
        self.reload()

    @on(DataTable.RowSelected, "#speakers")
    def _speaker_taken(self, event: DataTable.RowSelected) -> None:
        self.ask("start", event.row_key.value or "")

    def action_line(self) -> None:
        """Go to the entry line."""
        self.set_focus(self.entry.field)

    def action_edit(self) -> None:
        """Put the entry in hand on the line."""
        entry = self._in_hand()
        if entry is None or not self.sees(entry.visibility):
            return

        def edit() -> None:
            self._meant.add(entry.code)
            self.entry.edit(entry.code, HalfTyped(entry.line, entry.said))

        if_meant(self, entry, _("change it all the same"), edit)

    def action_delete(self) -> None:
        """Set the entry in hand aside."""
        entry = self._in_hand()
        if entry is None or self.looking_back():
            return
        others = bool(typed_by_another(self.workspace, entry))

        def delete() -> None:
            self.act(
                lambda: entry_changes.delete_entry(self.workspace, entry.code, others=others),
                _("{entry} deleted", entry=entry.code),
            )

        if_meant(self, entry, _("delete it all the same"), delete)

    def action_propose(self) -> None:
        """Make a proposal of the entry in hand."""
        entry = self._in_hand()
        if entry and self.sees(entry.visibility):
            from negotiator.tui.sessions.from_entry import proposal_of

            self._ask_of(
                entry, "proposal", proposal_of(self.workspace, entry, tuple(self._roll.ids) if self._roll else ())
            )

    def action_to_follow(self) -> None:
        """Expect the text that the entry in hand announced."""
        entry = self._in_hand()
        if entry and self._of and self.sees(entry.visibility):
            from negotiator.tui.sessions.from_entry import text_to_follow

            self._ask_of(entry, "text", text_to_follow(self.workspace, entry, self._of))

    def action_proposals(self) -> None:
        """List the proposals on the paragraph of the entry in hand, or all of them."""
        from negotiator.tui.proposals.screen import ProposalsScreen

        entry = self._in_hand()
        speech = self.list_of(self.floor).speaking if self.floor else None
        label = entry.places[0].label if entry and entry.places else ""
        draft = (entry.draft if entry else "") or (self.floor.screen.address if self.floor else "")
        self.app.push_screen(ProposalsScreen(draft, label, speech.speaker if speech else ""))

    def _ask_of(self, entry: Entry, what: str, asked: "OfEntry") -> None:
        if self.looking_back():
            return

        def act(filled: Mapping[str, str]) -> None:
            sentence = asked.act(filled)
            self.did(sentence)

        kept = self.app.kept.setdefault(f"{what} of {entry.code}", {})
        self.app.push_screen(Form(asked.title, asked.fields, act, kept=kept))
