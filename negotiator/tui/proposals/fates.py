"""What became of the proposals on a text in the next one: suggestions gone through, changed, stored in one act."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import DataTable, Static

from negotiator.domain.proposal import ACTIONS, DISPOSITIONS, MOVES, NEEDS_A_REASON, STANCES, Disposition
from negotiator.i18n import N_, _, n_
from negotiator.services.fates import Confirmed, Decision, Fates, Suggested, confirm_fates, suggested_decision
from negotiator.tui.list_and_detail import ListAndDetail
from negotiator.tui.proposals.rows import SIGNS
from negotiator.tui.text import lines, plain
from negotiator.tui.widgets.facts import fact_lines, heading_lines
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.picker import Choice, Picker
from negotiator.tui.widgets.table import Column, Row, Table

TAKEN, LEFT, CANNOT = "✓", "·", "×"
"""What stands before a suggestion that is to be stored, one that is left, and one that lacks something."""


def fields(draft: str) -> tuple[Field, ...]:
    """Ask whose proposals are looked for, and where."""
    return (
        Field("draft", _("text"), draft, hint=_("the text they were made on"), needed=True),
        Field("into", _("in"), hint=_("the text to look in; otherwise the one that was made of it")),
    )


class FatesScreen(ListAndDetail):
    """What the words say became of each open proposal on a text, for a person to decide about."""

    MODE: ClassVar[str] = "sessions"
    CSS_PATH = "proposals.tcss"
    HELP: ClassVar[str | None] = N_(
        "What became of the proposals on a text in the next one, as far as the words tell. Space takes a suggestion or "
        "leaves it, A takes all that can be taken or none; m says what became of it instead, w says why; s stores what "
        "is taken, in one act. A cross means that something is lacking, and the detail says what. esc goes back; what "
        "you decided is kept until the program ends."
    )
    LIST = "proposals"
    AUTO_FOCUS = "#proposals"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", N_("Take or leave"), id="fates.take"),
        Binding("A", "take_all", N_("All or none"), id="fates.all"),
        Binding("m", "mark", N_("Answer"), id="fates.mark", tooltip=N_("Say what became of it instead")),
        Binding("w", "why", N_("Why"), id="fates.why", tooltip=N_("Say why")),
        Binding("s,ctrl+s", "store", N_("Store"), id="fates.store", tooltip=N_("Store what is taken, in one act")),
    ]

    def __init__(self, fates: Fates, kept: dict[str, str]) -> None:
        super().__init__()
        self.fates = fates
        self._kept = kept
        """What was decided so far: `take P-001` is yes or no, `state P-001` and `why P-001` what was said."""

    def compose_body(self) -> ComposeResult:
        """From which text to which, the proposals, the one in hand."""
        with VerticalGroup(id="head"):
            yield Static(id="about")
        yield from self.list_and_detail(Table(_columns(self.fates.new), id=self.LIST))

    def load(self) -> None:
        """Show the suggestions with what was decided."""
        seen = self._seen()
        told = {
            "old": self.fates.old,
            "new": self.fates.new,
            "count": n_("{n} proposal", "{n} proposals", len(seen)),
            "taken": sum(map(self._takes, seen)),
        }
        self.query_one("#about", Static).update(plain(_("{old} → {new} · {count}, {taken} taken", **told)))
        self.table.fill(map(self._row, seen), _columns(self.fates.new))
        self.filled(_("No proposal on {draft} is without an answer.", draft=self.fates.old))

    def _seen(self) -> list[Suggested]:
        return [each for each in self.fates.found if self.sees(each.proposal.visibility)]

    @property
    def in_hand(self) -> Suggested | None:
        """The suggestion under the cursor."""
        return next((each for each in self._seen() if each.proposal.code == self.table.in_hand), None)

    def _decision(self, each: Suggested) -> Decision:
        code = each.proposal.code
        state = self._kept.get(f"state {code}")
        disposition = Disposition(state) if state else suggested_decision(each).disposition
        return Decision(disposition, self._kept.get(f"why {code}", ""))

    def _takes(self, each: Suggested) -> bool:
        return not self._decision(each).lacking and self._kept.get(f"take {each.proposal.code}", "yes") == "yes"

    def _row(self, each: Suggested) -> Row:
        proposal, decision, takes = each.proposal, self._decision(each), self._takes(each)
        where = each.suggestion.where if each.suggestion else None
        state = decision.disposition
        return Row(
            proposal.code,
            {
                "take": (TAKEN if takes else CANNOT if decision.lacking else LEFT, "bold" if takes else "dim"),
                "code": proposal.code,
                "place": proposal.label,
                "by": (proposal.by, "bold"),
                "state": f"{SIGNS[state]} {_(DISPOSITIONS[state])}"
                if state
                else (_("not to be found"), "$text-warning"),
                "share": f"{each.suggestion.share:.0%}" if each.suggestion else "",
                "there": where.label if where else "",
                "words": (proposal.wording, "dim"),
            },
        )

    def in_full(self, room: int) -> Content | str:
        """Write the one in hand: what was asked, what stands there now, what is lacking."""
        each = self.in_hand
        return self._told(each, room) if each else ""

    def _told(self, each: Suggested, room: int) -> Content:
        proposal, decision = each.proposal, self._decision(each)
        where = each.suggestion.where if each.suggestion else None
        suggested = suggested_decision(each).disposition
        words = _("{state}, {share} of its words stand there")
        told = (
            words.format(state=_(DISPOSITIONS[suggested]), share=f"{each.suggestion.share:.0%}")
            if suggested and each.suggestion
            else _("its paragraph cannot be found")
        )
        facts = [
            (_("lacking"), decision.lacking, "$text-warning"),
            (_("why"), decision.why, ""),
            (_("old"), proposal.old, ""),
            (_("new"), proposal.new, ""),
            (_("suggested"), told, ""),
            (f"¶{where.label}" if where else "", where.text if where else "", ""),
            (_("note"), proposal.note, ""),
            *((_(said), ", ".join(proposal.those(stance)), "") for stance, said in STANCES.items()),
        ]
        head = f"{proposal.code}  {proposal.by}  ¶{proposal.label}  {_(ACTIONS[proposal.action])}"
        return lines([*heading_lines(head, room), *fact_lines(facts, room)])

    @on(DataTable.RowSelected)
    def action_take(self) -> None:
        """Take the suggestion in hand, or leave it; where a reason is lacking, ask for it."""
        each = self.in_hand
        if each is None:
            return
        if self._decision(each).lacking:
            self.action_mark() if self._decision(each).disposition is None else self.action_why()
            return
        self._kept[f"take {each.proposal.code}"] = "no" if self._takes(each) else "yes"
        self.load()

    def action_take_all(self) -> None:
        """Take everything that lacks nothing; nothing where everything is taken already."""
        able = [each for each in self._seen() if not self._decision(each).lacking]
        wanted = "no" if all(map(self._takes, able)) else "yes"
        self._kept.update({f"take {each.proposal.code}": wanted for each in able})
        self.load()

    def action_mark(self) -> None:
        """Offer what may have become of the proposal in hand, then ask why."""
        each = self.in_hand
        if each is None:
            return

        def taken(state: str | None) -> None:
            if state:
                self._ask_why(each, Disposition(state))

        ways = [
            Choice(other.value, _(DISPOSITIONS[other]), words=other.value) for other in MOVES[each.proposal.disposition]
        ]
        now = self._decision(each).disposition
        self.app.push_screen(Picker(_("{proposal} is …", proposal=each.proposal.code), ways, now), taken)

    def action_why(self) -> None:
        """Ask why that became of the proposal in hand."""
        each = self.in_hand
        if each is None:
            return
        state = self._decision(each).disposition
        if state is None:
            self.action_mark()
        else:
            self._ask_why(each, state)

    def _ask_why(self, each: Suggested, state: Disposition) -> None:
        code = each.proposal.code

        def said(filled: Mapping[str, str]) -> None:
            self._kept.update({f"state {code}": state.value, f"why {code}": filled["why"], f"take {code}": "yes"})
            self.call_later(self.load)

        why = Field("why", _("why"), self._kept.get(f"why {code}", ""), needed=state in NEEDS_A_REASON)
        self.app.push_screen(Form(f"{code} · {_(DISPOSITIONS[state])}", (why,), said))

    def action_store(self) -> None:
        """Store what is taken, in one act."""
        if self.looking_back():
            return
        decided = {each.proposal.code: self._decision(each) for each in self._seen() if self._takes(each)}
        if not decided:
            self.app.tell(_("Nothing is taken; space takes the suggestion in hand."), trouble=True)
            return

        def told(done: Confirmed) -> str:
            return n_("{n} proposal has its answer", "{n} proposals have their answers", len(done.codes))

        if self.act(lambda: confirm_fates(self.workspace, self.fates, decided), told):
            self._kept.clear()
            self.action_back()


def _state(state: Disposition) -> str:
    return f"{SIGNS[state]} {_(DISPOSITIONS[state])}"


def _columns(new: str) -> tuple[Column, ...]:
    return (
        Column("take", ""),
        Column("code", _("proposal")),
        Column("place", "¶", most=8),
        Column("by", _("by"), most=12),
        Column("state", _("what became of it"), most=22),
        Column("share", _("share"), right=True, least=90),
        Column("there", _("in {draft}", draft=new), most=14),
        Column("words", _("words"), elastic=True),
    )
