"""Noting by hand who is in the room."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from negotiator.i18n import N_, _
from negotiator.tui.text import plain


class AttendanceDialog(ModalScreen[str | None]):
    """Asks for delegations; gives what was typed, or None."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", N_("Back"), id="attendance.leave")]

    def __init__(self, session: str) -> None:
        super().__init__(classes="dialog")
        self._session = session

    def compose(self) -> ComposeResult:
        """Ask."""
        with Vertical(classes="box") as box:
            box.border_title = plain(_("Who is in the room: {session}", session=self._session))
            box.border_subtitle = plain(_("enter notes them · esc leaves"))
            yield Static(plain(_("Codes or names, separated by commas; a minus before one takes it back.")))
            yield Input(id="delegations")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give what was typed."""
        event.stop()
        self.dismiss(event.value.strip() or None)

    def action_leave(self) -> None:
        """Give nothing."""
        self.dismiss(None)
