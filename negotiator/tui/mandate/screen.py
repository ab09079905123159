"""Each mandated action with its figures and status; beside it the reasons, and what people record about it."""

from collections.abc import Mapping
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from negotiator.domain.mandate import STATUSES, Judged, Status, Tone
from negotiator.domain.mandate_words import SIGNS, days_in_figures
from negotiator.errors import NotFound
from negotiator.i18n import N_, _
from negotiator.services.mandate import list_mandate
from negotiator.services.processes import list_phases
from negotiator.tui.mandate import acts
from negotiator.tui.mandate.detail import detail
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.text import plain
from negotiator.tui.widgets.form import Form
from negotiator.tui.widgets.picker import Choice, Picker
from negotiator.tui.widgets.table import Column, Row, Table

COLOURS = {Tone.NONE: "", Tone.AMBER: "$text-warning", Tone.RED: "$text-error"}
"""The colour of each tone; the sign and the words say the same."""
QUIET = frozenset((Status.UPTAKE, Status.NOT_CHECKABLE, Status.NOT_DUE))
"""What stands in the background."""
ATTENTION = "attention"
"""The filter that leaves only what is amber or red."""


class MandateScreen(FeatureScreen):
    """Are we within the mandate?"""

    MODE: ClassVar[str] = "mandate"
    CSS_PATH = "mandate.tcss"
    HELP: ClassVar[str | None] = N_(
        "Each action that the mandate asks for, with its figures: ● late or missed, ◐ due soon or met on the lenient "
        "reading only. Only what is decided or requested can turn red; where nothing recorded proves it, there is no "
        "evidence. The reasons stand beside the list. f narrows the list, 0 shows all again. "
        "m changes a date: the action's own, or one of the calendar on which it hangs."
    )
    AUTO_FOCUS = "#mandate"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "attach", N_("Evidence"), id="mandate.attach", tooltip=N_("Put something forward as evidence")),
        Binding("w", "withdraw", N_("Withdraw"), id="mandate.withdraw", tooltip=N_("Take evidence back")),
        Binding("r", "read_date", N_("Reading"), id="mandate.reading", tooltip=N_("Decide how the date is read")),
        Binding("u", "supersede", N_("Superseded"), id="mandate.supersede", tooltip=N_("Record what took its place")),
        Binding("m", "move", N_("Date"), id="mandate.move", tooltip=N_("Change a date: first what hangs on it")),
        Binding("f", "narrow", N_("Filter"), id="mandate.filter", tooltip=N_("Narrow the list")),
        Binding("0", "all", N_("All"), show=False, id="mandate.all", tooltip=N_("Show every action")),
        Binding("enter", "read", N_("Read on"), show=False, id="mandate.read", tooltip=N_("Read on in the detail")),
    ]

    found: reactive[tuple[Judged, ...]] = reactive(())
    """Every action as it stands."""
    table = getters.query_one("#mandate", Table)

    def __init__(self) -> None:
        super().__init__()
        self.chosen = ""
        """What the list is narrowed to: a status, `phase:P1`, `attention`, or nothing."""

    def compose_body(self) -> ComposeResult:
        """The figures above, the list, and the reasons beside it."""
        yield Static(id="counts")
        with Horizontal(id="mandate-body"):
            yield Table(id="mandate")
            with VerticalScroll(id="why"):
                yield Static(id="reasons")

    def load(self) -> None:
        """Judge every action at the clock's moment."""
        try:
            self.found = list_mandate(self.workspace)
        except NotFound:
            self.found = ()
        self._fill()

    def open(self, wanted: str) -> None:
        """Show the action, status or filter that another screen asked for."""
        if any(each.action.code == wanted for each in self.found):
            self.chosen = ""
            self._fill()
            self.table.take(wanted)
        else:
            self.chosen = wanted
            self._fill()

    def _fill(self) -> None:
        shown = [each for each in self.found if self._fits(each)]
        self.query_one("#counts", Static).update(plain(self._counts(shown)))
        self.table.fill(
            (self._row(each) for each in shown),
            (
                Column("sign", ""),
                Column("code", _("id")),
                Column("status", _("status"), most=18),
                Column("days", _("days"), right=True),
                Column("figures", _("figures"), elastic=True),
                Column("what", _("what"), elastic=True, least=90),
            ),
        )
        self._tell(self.in_hand)

    def _counts(self, shown: list[Judged]) -> str:
        if not self.found:
            return _("This process has no mandated actions.")
        counts = {status: sum(each.status is status for each in self.found) for status in STATUSES}
        told = " · ".join(f"{number} {_(STATUSES[status])}" for status, number in counts.items() if number)
        if self.chosen:
            head = _(
                "{shown} of {number}: {filter}", shown=len(shown), number=len(self.found), filter=self._filter_told()
            )
            return f"{head}  ·  {told}"
        return told

    def _filter_told(self) -> str:
        if self.chosen == ATTENTION:
            return _("needs attention")
        kind, _colon, code = self.chosen.partition(":")
        return _("phase {phase}", phase=code) if kind == "phase" else _(STATUSES[Status(self.chosen)])

    def _fits(self, each: Judged) -> bool:
        if not self.chosen:
            return True
        if self.chosen == ATTENTION:
            return each.tone is not Tone.NONE
        if self.chosen.startswith("phase:"):
            return each.action.phase == self.chosen.removeprefix("phase:")
        return each.status == self.chosen

    def _row(self, each: Judged) -> Row:
        look = COLOURS[each.tone] or ("dim" if each.status in QUIET else "")
        return Row(
            each.action.code,
            {
                "sign": (SIGNS[each.tone], look),
                "code": (each.action.code, look),
                "status": (_(STATUSES[each.status]), look),
                "days": (days_in_figures(each), look),
                "figures": (each.figures, look),
                "what": (each.action.title.said, look),
            },
        )

    @property
    def in_hand(self) -> Judged | None:
        """The action under the cursor."""
        code = self.table.in_hand
        return next((each for each in self.found if each.action.code == code), None)

    @on(DataTable.RowHighlighted)
    def _looked_at(self, event: DataTable.RowHighlighted) -> None:
        self._tell(next((each for each in self.found if each.action.code == event.row_key.value), None))

    @on(DataTable.RowSelected)
    def _taken(self) -> None:
        self.action_read()

    def _tell(self, each: Judged | None) -> None:
        self.query_one("#reasons", Static).update(detail(each) if each else "")

    def action_read(self) -> None:
        """Go to the reasons, so that they can be scrolled."""
        self.query_one("#why").focus()

    def action_back(self) -> None:
        """From the reasons to the list, from a narrowed list to the whole, then home."""
        if self.query_one("#why").has_focus:
            self.table.focus()
        elif self.chosen:
            self.action_all()
        else:
            super().action_back()

    def action_all(self) -> None:
        """Show every action."""
        self.chosen = ""
        self._fill()

    def action_narrow(self) -> None:
        """Ask what the list is to be narrowed to."""
        choices = [Choice("", _("all")), Choice(ATTENTION, _("needs attention"))]
        choices += [Choice(status.value, _(name)) for status, name in STATUSES.items()]
        choices += [Choice(f"phase:{each.code}", each.code, each.title.said) for each in list_phases(self.workspace)]
        self.app.push_screen(Picker(_("Which actions?"), choices, self.chosen), self._narrowed)

    def _narrowed(self, chosen: str | None) -> None:
        if chosen is not None:
            self.chosen = chosen
            self._fill()

    def action_attach(self) -> None:
        """Ask for evidence."""
        self._ask(acts.attach)

    def action_withdraw(self) -> None:
        """Ask which evidence is taken back, and why."""
        self._ask(acts.withdraw)

    def action_read_date(self) -> None:
        """Ask how the date is to be read."""
        self._ask(acts.read_date)

    def action_supersede(self) -> None:
        """Ask what took the place of the action."""
        self._ask(acts.supersede)

    def action_move(self) -> None:
        """Ask which date changes, for the new one, and show what hangs on it; only then is it changed."""
        each = self.in_hand
        if each is None or self.looking_back():
            return
        from negotiator.tui.mandate.moving import Movable, movables

        offered = {one.choice.key: one for one in movables(self.workspace, each)}

        def chosen(key: str | None) -> None:
            if key in offered:
                ask(offered[key])

        def ask(one: Movable) -> None:
            def closed(saved: bool | None) -> None:
                if saved:
                    self.did(one.done)

            def review(filled: Mapping[str, str]) -> None:
                self.app.call_later(self.app.push_screen, one.review(filled), closed)

            self.app.push_screen(Form(one.title, one.fields, review))

        choices = [one.choice for one in offered.values()]
        self.app.push_screen(Picker(_("Which date changes?"), choices), chosen)

    def _ask(self, form: acts.Asking) -> None:
        each = self.in_hand
        if each is None:
            return
        asked = form(self.workspace, each)
        kept = self.app.kept.setdefault(f"mandate.{asked.name}.{each.action.code}", {})

        def saved(done: bool | None) -> None:
            if done:
                self.app.tell(_("{what} · ctrl+z undoes it", what=asked.sentence))
                self.app.publish_change()

        self.app.push_screen(Form(asked.title, asked.fields, asked.act, kept=kept), saved)
