"""What was said and proposed on one paragraph, over all drafts, as a dialog."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from negotiator.domain.entry import POSITION_NAMES
from negotiator.domain.proposal import ACTIONS, DISPOSITIONS
from negotiator.i18n import N_, _
from negotiator.services.discussed import Stop
from negotiator.tui.text import lines, marked, plain, shown_safely
from negotiator.tui.widgets.wrapping import wrapped

COLUMNS = 67


class HistoryDialog(ModalScreen[None]):
    """The history of a paragraph."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,h,enter,q", "dismiss", N_("Back"), id="history.back")]

    def __init__(self, title: str, stops: Sequence[Stop]) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._stops = stops

    def compose(self) -> ComposeResult:
        """Show it, to be scrolled where it is long."""
        with VerticalScroll(classes="box tall") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = plain(_("esc closes"))
            yield Static(lines(told(self._stops)))


def told(stops: Sequence[Stop]) -> list[Content]:
    """Write each draft with the words of the paragraph there, then what was said and proposed."""
    rows: list[Content] = []
    for stop in stops:
        rows.append(marked((shown_safely(f"{stop.address} ¶{stop.provision.label or stop.provision.path}"), "bold")))
        rows += [marked(*line) for line in wrapped([(shown_safely(stop.provision.text), "$text-muted")], COLUMNS)]
        for entry in stop.entries:
            position = _(POSITION_NAMES[entry.position]) if entry.position else ""
            words = " ".join(part for part in (entry.code, entry.speaker, position, entry.words) if part)
            rows += [marked(*line) for line in wrapped([("· ", "$accent"), (shown_safely(words), "")], COLUMNS)]
        for each in stop.proposals:
            asked = " → ".join(part for part in (each.old, each.new) if part)
            state = _(DISPOSITIONS[each.disposition])
            words = f"{each.code} {each.by} {_(ACTIONS[each.action])} {asked} ({state})"
            rows += [marked(*line) for line in wrapped([("□ ", "$accent"), (shown_safely(words), "")], COLUMNS)]
        rows.append(plain(""))
    return rows
