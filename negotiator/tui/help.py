"""Help for the thing in focus: what it is, and every key that works there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from negotiator.i18n import N_, _
from negotiator.tui.text import fitted, lines, marked, plain, width
from negotiator.tui.widgets.wrapping import wrapped

COLUMNS = 67
"""How many columns the words of the help take: as many as there are in the box on the narrowest terminal."""


class HelpDialog(ModalScreen[None]):
    """What `?` shows."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,enter,q", "dismiss", N_("Back"), id="help.back")
    ]

    def __init__(self, asked_on: Screen[object]) -> None:
        super().__init__(classes="dialog")
        self._told = help_text(asked_on.focused or asked_on, asked_on)

    def compose(self) -> ComposeResult:
        """Show the help, to be scrolled where it is long."""
        with VerticalScroll(classes="box tall") as box:
            box.border_title = plain(_("Help"))
            box.border_subtitle = plain(_("esc closes"))
            yield Static(self._told)


def help_text(node: DOMNode, screen: Screen[object]) -> Content:
    """Write the help of a widget or the nearest thing around it that has one, then the keys that work there."""
    rows: list[Content] = []
    for each in node.ancestors_with_self:
        words = getattr(each, "HELP", None)
        if words:
            rows += [marked(*line) for line in wrapped([(_(words), "")], COLUMNS)]
            rows.append(Content(""))
    keys: dict[str, tuple[list[str], str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and active.enabled:
            pressed, _words = keys.setdefault(binding.id, ([], active.tooltip or binding.description))
            pressed.append(screen.app.get_key_display(binding))
    found = [(", ".join(dict.fromkeys(pressed)), words) for pressed, words in keys.values()]
    column = max((width(key) for key, _words in found), default=0)
    rows += [marked((fitted(key, column, right=True), "bold $accent"), "  ", words) for key, words in found]
    return lines(rows)
