"""Before a date is changed: what hangs on it and who has to be told; then why, who decided, by which document."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from negotiator.domain.dates import Window, days_in_words
from negotiator.domain.mandate import STATUSES, Judged
from negotiator.domain.mandate_words import reading_in_words
from negotiator.i18n import N_, _
from negotiator.services.moving import Preview
from negotiator.tui.text import lines, marked, plain
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.wrapping import wrapped

COLUMNS = 67


class ChangeForm(Form):
    """Shows what a change would do and asks for its reasons; `act` makes it, and the old date is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page(1)", N_("More"), id="change.down", priority=True),
        Binding("pageup", "page(-1)", show=False, id="change.up", priority=True),
    ]

    def __init__(self, title: str, preview: Preview, act: Callable[[Mapping[str, str]], object], why: str = "") -> None:
        asked = (
            Field("why", _("why"), why, needed=True),
            Field("by", _("decided by")),
            Field("source", _("source"), hint=_("the document that says so")),
            Field("decided", _("decided on"), hint=_("a day; otherwise today")),
        )
        super().__init__(title, asked, act)
        self._preview = preview

    def compose_more(self) -> ComposeResult:
        """Show the dependants and the stakeholders."""
        preview = self._preview
        rows = [marked((_days(preview.before), "$text-muted"), " → ", (_days(preview.after), "bold"))]
        if preview.leaves and preview.goes_to:
            rows.append(marked((preview.leaves.place.said, "$text-muted"), " → ", (preview.goes_to.place.said, "bold")))
        for effect in preview.effects:
            was, becomes = effect.before, effect.after
            same = _told(was) == _told(becomes)  # then only the reasons differ
            words = f"{_told(was)}: {becomes.why}" if same else f"{_told(was)} → {_told(becomes)}"
            rows += [marked(*line) for line in wrapped([(f"{was.action.code}  ", "bold"), (words, "")], COLUMNS)]
        if not preview.effects:
            rows.append(plain(_("no mandated action hangs on it")))
        told = ", ".join(preview.stakeholders)
        words = (
            _("to be told: {stakeholders}", stakeholders=told) if told else _("nothing is expected from anybody for it")
        )
        rows += [marked(*line) for line in wrapped([(words, "")], COLUMNS)]
        yield Static(lines(rows), classes="preview")

    def action_page(self, direction: int) -> None:
        """Show more of what hangs on the date, where it is longer than the terminal."""
        box = self.query_one(".box", VerticalScroll)
        (box.scroll_page_down if direction > 0 else box.scroll_page_up)(animate=False)


def _days(window: Window | None) -> str:
    return days_in_words(window.first, window.last) if window else "–"


def _told(each: Judged) -> str:
    """Say how an action stands: its status, and its figures or else the days it comes to."""
    status = _(STATUSES[each.status])
    more = each.figures or reading_in_words(each)
    return f"{status} ({more})" if more else status
