"""A delegation's Word file, change by change: what becomes a proposal, and whose it is, is decided here."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from negotiator.comparing.returned import Fit, Item
from negotiator.i18n import N_, _, n_
from negotiator.services.proposal_import import ImportedProposals, latest_address, store_plan, why_left
from negotiator.services.returned_files import Plan, PlannedProposal, plan_returned_file
from negotiator.services.returned_words import FITS, base_sentence, party_told, place_told
from negotiator.services.stakeholders import find_stakeholder
from negotiator.tui.list_and_detail import ListAndDetail
from negotiator.tui.proposals import forms
from negotiator.tui.text import lines, plain
from negotiator.tui.widgets.facts import fact_lines, heading_lines
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.table import Column, Row, Table
from negotiator.workspace import Workspace

TAKEN, LEFT, CANNOT = "✓", "·", "×"
"""What stands before an item that becomes a proposal, one that is left, and one that cannot become one yet."""


def fields(workspace: Workspace, draft: str) -> tuple[Field, ...]:
    """Ask which file it is, on which draft the proposals are to be, and who sent it."""
    return (
        Field("file", _("file"), hint=_("a Word file with tracked changes or comments, or the e-mail it came with")),
        Field("draft", _("text"), draft or latest_address(workspace), needed=True),
        Field("sender", _("from"), hint=_("who sent it, if that is known")),
    )


def planned(workspace: Workspace, filled: Mapping[str, str]) -> Plan:
    """Plan what a file proposes."""
    return plan_returned_file(
        workspace, Path(filled["file"]).expanduser(), filled["draft"].strip(), sender=filled["sender"]
    )


class ReturnedScreen(ListAndDetail):
    """What a returned file proposes, for a person to decide about."""

    MODE: ClassVar[str] = "sessions"
    CSS_PATH = "proposals.tcss"
    HELP: ClassVar[str | None] = N_(
        "What a returned file proposes. Space takes a change or leaves it, A takes all that can be taken or none; "
        "p says whose it is; s stores what is taken as proposals, in one act. esc goes back; what you decided is kept "
        "until the program ends. A cross means that it cannot be stored, and the detail says why."
    )
    LIST = "proposals"
    AUTO_FOCUS = "#proposals"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", N_("Take or leave"), id="returned.take"),
        Binding("A", "take_all", N_("All or none"), id="returned.all"),
        Binding("p", "party", N_("Whose"), id="returned.party", tooltip=N_("Say whose proposal it is")),
        Binding("s,ctrl+s", "store", N_("Store"), id="returned.store", tooltip=N_("Store what is taken as proposals")),
    ]

    def __init__(self, plan: Plan, kept: dict[str, str]) -> None:
        super().__init__()
        self.plan = plan
        self._kept = kept
        """What was decided so far: `take 3` is yes or no, `party 3` a code."""

    def compose_body(self) -> ComposeResult:
        """On which draft it was made, the changes, the one in hand."""
        with VerticalGroup(id="head"):
            yield Static(id="about")
            yield Static(id="base")
        yield from self.list_and_detail(Table(_columns(), id=self.LIST))

    def load(self) -> None:
        """Show the plan with what was decided."""
        taken = len(self._taken())
        count = n_("{n} change", "{n} changes", len(self.plan.items))
        about = _("{file} · {count}, {taken} taken", file=self.plan.file, count=count, taken=taken)
        self.query_one("#about", Static).update(plain(about))
        self.query_one("#base", Static).update(
            plain(base_sentence(self.plan), "$text-warning" if self.plan.stale else "")
        )
        self.table.fill(map(self._row, self.plan.items), _columns())
        self.filled(_("The file has no tracked changes and no comments."))

    @property
    def in_hand(self) -> PlannedProposal | None:
        """The item under the cursor."""
        return next((each for each in self.plan.items if str(each.number) == self.table.in_hand), None)

    def _party(self, each: PlannedProposal) -> str | None:
        return self._kept.get(f"party {each.number}")

    def _why(self, each: PlannedProposal) -> str:
        return why_left(self.plan, each, self._party(each))

    def _takes(self, each: PlannedProposal) -> bool:
        usual = "yes" if each.item.fit is Fit.APPLIES else "no"
        return not self._why(each) and self._kept.get(f"take {each.number}", usual) == "yes"

    def _taken(self) -> list[PlannedProposal]:
        return [each for each in self.plan.items if self._takes(each)]

    def _row(self, each: PlannedProposal) -> Row:
        takes = self._takes(each)
        sign = TAKEN if takes else CANNOT if self._why(each) else LEFT
        item = each.item
        return Row(
            str(each.number),
            {
                "take": (sign, "bold" if takes else "dim"),
                "number": str(each.number),
                "place": place_told(item),
                "change": item.proposed.value,
                "by": (self._party(each) or party_told(each.party), "bold"),
                "fit": (_(FITS[item.fit]), "" if item.fit is Fit.APPLIES else "$text-warning"),
                "words": (_words(item), "dim"),
            },
        )

    def in_full(self, room: int) -> Content | str:
        """Write the change in hand, with why it cannot be stored where that is so."""
        each = self.in_hand
        return self._told(each, room) if each else ""

    def _told(self, each: PlannedProposal, room: int) -> Content:
        item, why = each.item, self._why(each)
        remarks = [(_("comment"), f"{remark.author}: {remark.words}", "") for remark in item.remarks]
        facts = [
            (_("please look"), _("It cannot be stored: {why}", why=why) if why else "", "$text-warning"),
            (_("old"), item.old, ""),
            (_("new"), item.new, ""),
            (_("view"), item.words, ""),
            *remarks,
            (_("by"), self._party(each) or ", ".join(each.party.codes) or each.party.words, ""),
            (_("written by"), ", ".join(item.authors), ""),
            (_("still"), _(FITS[item.fit]), ""),
        ]
        head = f"{each.number}  ¶{place_told(item)}  {item.proposed.value}"
        return lines([*heading_lines(head, room), *fact_lines(facts, room)])

    def action_take(self) -> None:
        """Take the item in hand, or leave it."""
        each = self.in_hand
        if each is None:
            return
        if why := self._why(each):
            self.app.tell(_("It cannot be stored: {why}", why=why), trouble=True)
            return
        self._kept[f"take {each.number}"] = "no" if self._takes(each) else "yes"
        self.load()

    def action_take_all(self) -> None:
        """Take everything that can be taken; nothing where everything is taken already."""
        able = [each for each in self.plan.items if not self._why(each)]
        wanted = "no" if all(map(self._takes, able)) else "yes"
        self._kept.update({f"take {each.number}": wanted for each in able})
        self.load()

    def action_party(self) -> None:
        """Ask whose proposal the item in hand is."""
        each = self.in_hand
        if each is None:
            return

        def said(filled: Mapping[str, str]) -> None:
            self._kept[f"party {each.number}"] = find_stakeholder(self.workspace, filled["by"].strip()).code
            self.call_later(self.load)

        delegations = forms.delegations(self.workspace, self.audience)
        by = Field("by", _("by"), self._party(each) or each.party.code or "", choices=delegations, needed=True)
        self.app.push_screen(Form(_("Whose is change {number}?", number=each.number), (by,), said))

    def action_store(self) -> None:
        """Store what is taken, in one act."""
        taken = self._taken()
        if self.looking_back():
            return
        if not taken:
            self.app.tell(_("Nothing is taken; space takes the change in hand."), trouble=True)
            return
        numbers = frozenset(each.number for each in taken)
        parties = {each.number: by for each in taken if (by := self._party(each))}

        def told(done: ImportedProposals) -> str:
            return n_("{n} proposal is stored", "{n} proposals are stored", len(done.codes))

        if self.act(lambda: store_plan(self.workspace, self.plan, numbers, parties), told):
            self._kept.update({f"take {number}": "no" for number in numbers})
            self.action_back()


def _columns() -> tuple[Column, ...]:
    return (
        Column("take", ""),
        Column("number", "#", right=True),
        Column("place", "¶", most=14),
        Column("change", _("change")),
        Column("by", _("by"), most=14),
        Column("fit", _("still"), most=28, least=70),
        Column("words", _("words"), elastic=True),
    )


def _words(item: Item) -> str:
    return f"{item.old} → {item.new}" if item.old and item.new else item.new or item.old or item.words
