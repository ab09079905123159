"""Accreditation: the applications to the two lists, how far each has come, and what is done to them."""

from collections import Counter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content

from negotiator.domain.accreditation import (
    ACCREDITATION_STATES,
    ADMISSIONS,
    MOVES,
    Accreditation,
    AccreditationState,
    Admission,
)
from negotiator.i18n import N_, _
from negotiator.services import accreditation as services
from negotiator.tui.list_and_detail import ListAndDetail
from negotiator.tui.stakeholders.application_forms import (
    application,
    applied,
    moved,
    objected,
    objection,
    reasons,
)
from negotiator.tui.stakeholders.application_rows import columns, row, summary, told
from negotiator.tui.widgets.chips import Chip, ChipBar
from negotiator.tui.widgets.picker import Choice, Picker
from negotiator.tui.widgets.table import Table

ALL = "all"


class ApplicationsScreen(ListAndDetail):
    """The applications to the preparatory process and to the conference."""

    MODE: ClassVar[str] = "stakeholders"
    CSS_PATH = "stakeholders.tcss"
    HELP: ClassVar[str | None] = N_(
        "Who asks to be admitted. l goes through the two lists, left and right through the states; a notes an "
        "application, m takes the one in hand further, o notes an objection, which only we see. esc goes back to the "
        "delegations."
    )
    LIST = "applications"
    AUTO_FOCUS = "#applications"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "apply", N_("Apply"), id="applications.add", tooltip=N_("Note an application")),
        Binding("m", "mark", N_("Mark"), id="applications.mark", tooltip=N_("Take the application in hand further")),
        Binding("o", "object", N_("Objection"), id="applications.object", tooltip=N_("Note an objection")),
        Binding("l", "next_list", N_("List"), id="applications.list", tooltip=N_("Go through the lists")),
        Binding("left", "state(-1)", N_("Previous state"), show=False, id="applications.previous"),
        Binding("right", "state(1)", N_("Next state"), show=False, id="applications.next"),
    ]

    def __init__(self, applicant: str = "") -> None:
        super().__init__()
        self.applicant = applicant
        """Code of the one in hand in the register, offered for an application."""
        self.of_list = ALL
        """The list that is shown."""
        self.of_state = ALL
        """The state that is shown."""
        self._known: tuple[Accreditation, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The filters, the applications, the one in hand."""
        with VerticalGroup(id="head"):
            yield ChipBar(id="lists")
            yield ChipBar(id="states")
        yield from self.list_and_detail(Table(columns(), id=self.LIST))

    def load(self) -> None:
        """Read the applications that may be shown."""
        self._known = services.list_accreditations(self.workspace, audience=self.audience)
        self._fill()

    def _fill(self) -> None:
        on_list = [each for each in self._known if self.of_list in (ALL, each.admission)]
        shown = [each for each in on_list if self.of_state in (ALL, each.state)]
        lists, states = Counter(each.admission for each in self._known), Counter(each.state for each in on_list)
        bar, of_states = self.query_one("#lists", ChipBar), self.query_one("#states", ChipBar)
        bar.chips = (
            Chip(ALL, _("both lists"), len(self._known)),
            *(Chip(each.value, _(title), lists[each]) for each, title in ADMISSIONS.items()),
        )
        of_states.chips = (
            Chip(ALL, _("every state"), len(on_list)),
            *(Chip(each.value, _(title), states[each]) for each, title in ACCREDITATION_STATES.items() if states[each]),
        )
        bar.chosen, of_states.chosen = self.of_list, self.of_state
        self.table.fill((row(each) for each in shown), columns())
        self.filled(self._why_nothing())

    def _why_nothing(self) -> str:
        if not self._known:
            return _(
                "Nobody has applied yet; a notes an application, and a whole list is imported among the delegations."
            )
        return _("No application fits; esc shows all.")

    @property
    def in_hand(self) -> Accreditation | None:
        """The application under the cursor."""
        return next((each for each in self._known if each.code == self.table.in_hand), None)

    def in_full(self, room: int) -> Content | str:
        """Write the application in hand, under what the lists hold."""
        each = self.in_hand
        on_list = [held for held in self._known if self.of_list in (ALL, held.admission)]
        return told(each, summary(on_list), room) if each else ""

    @on(ChipBar.Chosen)
    def _chip(self, event: ChipBar.Chosen) -> None:
        if event.bar.id == "lists":
            self.of_list, self.of_state = event.key, ALL
        else:
            self.of_state = event.key
        self._fill()

    def action_next_list(self) -> None:
        """Go to the next list."""
        self.of_list, self.of_state = self.query_one("#lists", ChipBar).beside(1), ALL
        self._fill()

    def action_state(self, way: int) -> None:
        """Go to the next state, or the one before."""
        self.of_state = self.query_one("#states", ChipBar).beside(way)
        self._fill()

    def action_back(self) -> None:
        """From a narrowed list to the whole one, then back to the delegations."""
        if self.of_list != ALL or self.of_state != ALL:
            self.of_list = self.of_state = ALL
            self._fill()
        else:
            super().action_back()

    def action_apply(self) -> None:
        """Ask who applies to what."""
        admission = self.of_list if self.of_list != ALL else Admission.PREPARATORY.value
        fields = application(self.applicant, admission)
        self.ask("application", _("Note an application"), fields, lambda filled: applied(self.workspace, filled))

    def action_mark(self) -> None:
        """Offer the states that may follow, then ask when and why."""
        each = self.in_hand
        if each is None or self.looking_back():
            return
        ways = MOVES[each.route].get(each.state, ())

        def taken(state: str | None) -> None:
            if state == AccreditationState.OBJECTED:
                self.action_object()
            elif state:
                title = f"{each.code} · {_(ACCREDITATION_STATES[AccreditationState(state)])}"
                name = f"mark {each.code} {state}"
                self.ask(name, title, reasons(state), lambda filled: moved(self.workspace, each.code, state, filled))

        choices = [Choice(state.value, _(ACCREDITATION_STATES[state]), words=state.value) for state in ways]
        if choices:
            self.app.push_screen(Picker(_("{application} becomes …", application=each.code), choices), taken)
        else:
            state = _(ACCREDITATION_STATES[each.state])
            self.app.tell(_("{application} is {state}; that is the end of it.", application=each.code, state=state))

    def action_object(self) -> None:
        """Ask which State objects."""
        each = self.in_hand
        if each is None:
            return
        if each.state is not AccreditationState.OBJECTED and not each.may_become(AccreditationState.OBJECTED):
            state = _(ACCREDITATION_STATES[each.state])
            self.app.tell(
                _(
                    "{application} is {state}; names are objected to while they are proposed on the list.",
                    application=each.code,
                    state=state,
                ),
                trouble=True,
            )
        else:
            title = _("Objection to {application}, for us only", application=each.code)
            self.ask(
                f"object {each.code}", title, objection(), lambda filled: objected(self.workspace, each.code, filled)
            )
