"""Choosing one thing from a list: type to narrow it, enter takes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from negotiator.domain.names import folded
from negotiator.i18n import N_, _
from negotiator.tui.text import marked, plain
from negotiator.tui.widgets.line import Line


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose."""

    key: str
    """Its name in the code."""
    name: str
    """What people read."""
    note: str = ""
    """What else there is to say."""
    words: str = ""
    """Other words by which it is found."""


class Picker(ModalScreen[str | None]):
    """Shows choices and gives back the key of the one taken, or nothing."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", N_("Back"), id="picker.back"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]
    options = getters.query_one(OptionList)

    def __init__(self, title: str, choices: Sequence[Choice], chosen: str | None = None) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._choices = choices
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """A line to type in above the list."""
        with VerticalGroup(classes="box") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = plain(_("enter takes it · esc closes"))
            if len(self._choices) > 8:
                yield Line(placeholder=_("type to narrow the list"), compact=True)
            yield OptionList(classes="choices", markup=False)

    def on_mount(self) -> None:
        """Show everything at first."""
        self._show(self._choices)
        for place, choice in enumerate(self._choices):
            if choice.key == self._chosen:
                self.options.highlighted = place

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        wanted = folded(event.value)
        found = [each for each in self._choices if wanted in folded(f"{each.key} {each.name} {each.note} {each.words}")]
        self._show(found)

    @on(Input.Submitted)
    def _take_first(self) -> None:
        self.options.action_select()

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_move(self, way: int) -> None:
        """Move the mark in the list while the cursor stays in the line."""
        if way > 0:
            self.options.action_cursor_down()
        else:
            self.options.action_cursor_up()

    def _show(self, choices: Sequence[Choice]) -> None:
        self.options.set_options(
            Option(marked(each.name, (f"  {each.note}" if each.note else "", "$text-muted")), id=each.key)
            for each in choices
        )
        self.options.highlighted = 0 if choices else None
