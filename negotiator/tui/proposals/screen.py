"""The proposals: narrowed by what became of them and by paragraph, supported and opposed by one key each."""

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from negotiator.domain.proposal import DISPOSITIONS, MOVES, STANCES, Disposition, Proposal, Stance, like
from negotiator.i18n import N_, _
from negotiator.services.proposal_lists import Wanted, list_proposals
from negotiator.tui.list_and_detail import ListAndDetail
from negotiator.tui.proposals import forms
from negotiator.tui.proposals.rows import columns, row, told
from negotiator.tui.text import plain
from negotiator.tui.widgets.chips import Chip, ChipBar
from negotiator.tui.widgets.form import Form
from negotiator.tui.widgets.picker import Choice, Picker
from negotiator.tui.widgets.table import Table

ALL = "all"


class ProposalsScreen(ListAndDetail):
    """What is proposed, in the whole or on one paragraph."""

    MODE: ClassVar[str] = "sessions"
    CSS_PATH = "proposals.tcss"
    HELP: ClassVar[str | None] = N_(
        "Proposals. a notes one, e changes it; + - and = note who supports, opposes or is flexible; m says what became "
        "of it, w that it is withdrawn and why; f goes through what became of those on a text in the next one; i "
        "reviews a Word file that came back with tracked changes; left and right go through the answers, 0 shows all. "
        "esc goes back."
    )
    LIST = "proposals"
    AUTO_FOCUS = "#proposals"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "propose", N_("Propose"), id="proposals.add", tooltip=N_("Note a proposal")),
        Binding("e", "edit", N_("Edit"), id="proposals.edit", tooltip=N_("Change the proposal in hand")),
        Binding("plus", "stand('support')", N_("For"), key_display="+", id="proposals.support"),
        Binding("minus", "stand('oppose')", N_("Against"), key_display="-", id="proposals.oppose"),
        Binding("equals_sign", "stand('flexible')", N_("Flexible"), key_display="=", id="proposals.flexible"),
        Binding("m", "mark", N_("Answer"), id="proposals.mark", tooltip=N_("Say what became of it")),
        Binding("w", "withdraw", N_("Withdraw"), id="proposals.withdraw", tooltip=N_("Say that it is withdrawn")),
        Binding("f", "fates", N_("Fates"), id="proposals.fates", tooltip=N_("What became of them in the next text")),
        Binding("i", "returned", N_("From a file"), id="proposals.returned", tooltip=N_("Review a returned Word file")),
        Binding("left", "state(-1)", N_("Previous state"), show=False, id="proposals.previous"),
        Binding("right", "state(1)", N_("Next state"), show=False, id="proposals.next"),
        Binding("0", "all", N_("All"), show=False, id="proposals.all", tooltip=N_("Show all proposals")),
    ]

    def __init__(self, draft: str = "", label: str = "", speaking: str = "") -> None:
        super().__init__()
        self.draft, self.label, self.speaking = draft, label, speaking
        self.of_state = ALL
        """The disposition that is shown."""
        self._known: tuple[Proposal, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The filters, the proposals, the one in hand."""
        with VerticalGroup(id="head"):
            yield Static(id="about")
            yield ChipBar(id="states")
        yield from self.list_and_detail(Table(columns(), id=self.LIST))

    def load(self) -> None:
        """Read the proposals that may be shown."""
        wanted = Wanted(draft=self.draft if self.label else "", label=self.label)
        self._known = list_proposals(self.workspace, wanted, self.audience)
        about = _("on {draft} ¶{label}", draft=self.draft, label=self.label) if self.label else _("all proposals")
        self.query_one("#about", Static).update(plain(about))
        self._fill()

    def _fill(self) -> None:
        counts = Counter(each.disposition for each in self._known)
        bar = self.query_one("#states", ChipBar)
        bar.chips = (
            Chip(ALL, _("every state"), len(self._known)),
            *(Chip(each.value, _(title), counts[each]) for each, title in DISPOSITIONS.items() if counts[each]),
        )
        bar.chosen = self.of_state
        shown = [each for each in self._known if self.of_state in (ALL, each.disposition)]
        self.table.fill((row(each) for each in shown), columns())
        self.filled(_("None fits; 0 shows all.") if self._known else _("Nothing is proposed yet; a notes a proposal."))

    @property
    def in_hand(self) -> Proposal | None:
        """The proposal under the cursor."""
        return next((each for each in self._known if each.code == self.table.in_hand), None)

    def in_full(self, room: int) -> Content | str:
        """Write the proposal in hand, with those like it."""
        each = self.in_hand
        return told(each, like(each, self._known), room) if each else ""

    @on(ChipBar.Chosen)
    def _chip(self, event: ChipBar.Chosen) -> None:
        self.of_state = event.key
        self._fill()

    def action_state(self, way: int) -> None:
        """Go to the next disposition, or the one before."""
        self.of_state = self.query_one("#states", ChipBar).beside(way)
        self._fill()

    def action_all(self) -> None:
        """Show all proposals, whatever the paragraph."""
        self.of_state, self.label = ALL, ""
        self.reload()

    def action_propose(self) -> None:
        """Ask what is proposed."""
        known = {"draft": self.draft, "at": self.label, "by": self.speaking}
        fields = forms.proposed(known, forms.delegations(self.workspace, self.audience))
        self.ask("proposal", _("Note a proposal"), fields, lambda filled: forms.make(self.workspace, filled))

    def action_returned(self) -> None:
        """Ask for a file that came back, then show what it proposes."""
        if self.looking_back():
            return
        from negotiator.tui.proposals import returned

        def review(filled: Mapping[str, str]) -> None:
            plan = returned.planned(self.workspace, filled)
            screen = returned.ReturnedScreen(plan, self.app.kept.setdefault(f"{plan.sha256} on {plan.draft}", {}))
            self.app.call_later(self.app.push_screen, screen)

        with self.told():
            fields = returned.fields(self.workspace, self.draft)
            kept = self.app.kept.setdefault("returned", {})
            self.app.push_screen(Form(_("Review a returned Word file"), fields, review, kept=kept))

    def action_fates(self) -> None:
        """Ask for a text, then go through what became of the open proposals on it in the next one."""
        if self.looking_back():
            return
        from negotiator.services.fates import suggested_fates
        from negotiator.tui.proposals import fates

        def review(filled: Mapping[str, str]) -> None:
            found = suggested_fates(self.workspace, filled["draft"], filled["into"])
            screen = fates.FatesScreen(found, self.app.kept.setdefault(f"fates {found.old} {found.new}", {}))
            self.app.call_later(self.app.push_screen, screen)

        draft = self.in_hand.draft if self.in_hand else self.draft
        self.app.push_screen(Form(_("What became of the proposals"), fates.fields(draft), review))

    def action_edit(self) -> None:
        """Ask what is to be said otherwise of the proposal in hand."""
        if each := self.in_hand:
            self.ask("", each.code, forms.changing(each), lambda filled: forms.change(self.workspace, each, filled))

    def action_stand(self, stance: str) -> None:
        """Ask whose stance it is."""
        if each := self.in_hand:
            wanted = Stance(stance)
            fields = forms.standing(forms.delegations(self.workspace, self.audience), self.speaking)
            title = f"{each.code} · {_(STANCES[wanted])}"
            self.ask("", title, fields, lambda filled: forms.stand(self.workspace, each, wanted, filled["who"]))

    def action_withdraw(self) -> None:
        """Ask why the proposal in hand is withdrawn; that is its end, but for an undo."""
        each = self.in_hand
        if each is None:
            return
        if not each.may_become(Disposition.WITHDRAWN):
            self._at_its_end(each)
            return
        title = _("{proposal} of {delegation} is withdrawn", proposal=each.code, delegation=each.by)
        state = Disposition.WITHDRAWN.value
        self.ask("", title, forms.withdrawing(), lambda filled: forms.answer(self.workspace, each, state, filled))

    def _at_its_end(self, each: Proposal) -> None:
        state = _(DISPOSITIONS[each.disposition])
        self.app.tell(_("{proposal} is {state}; that is the end of it.", proposal=each.code, state=state))

    def action_mark(self) -> None:
        """Offer what may become of the proposal in hand, then ask why."""
        each = self.in_hand
        if each is None:
            return

        def taken(state: str | None) -> None:
            if state:
                title = f"{each.code} · {_(DISPOSITIONS[Disposition(state)])}"
                fields = forms.answering(state)
                self.ask("", title, fields, lambda filled: forms.answer(self.workspace, each, state, filled))

        ways = [Choice(other.value, _(DISPOSITIONS[other]), words=other.value) for other in MOVES[each.disposition]]
        if ways:
            self.app.push_screen(Picker(_("{proposal} is …", proposal=each.code), ways), taken)
        else:
            self._at_its_end(each)
