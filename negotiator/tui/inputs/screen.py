"""Inputs: what is pending, from whom; what we owe apart from what others send."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, HorizontalGroup, VerticalGroup
from textual.theme import Theme
from textual.widgets import DataTable, Static

from negotiator.domain.inputs import Input, PendingKind, pending
from negotiator.domain.stakeholder import Stakeholder
from negotiator.i18n import N_, _
from negotiator.services.inputs import get_input, list_inputs, why_empty
from negotiator.services.processes import list_phases
from negotiator.services.stakeholders import list_stakeholders
from negotiator.tui.inputs import choice
from negotiator.tui.inputs.acting import ON_AN_INPUT, ActingScreen, fits
from negotiator.tui.inputs.choice import ALL, EVERYTHING, Around, Chosen, Side
from negotiator.tui.inputs.detail import Detail
from negotiator.tui.inputs.rows import DIVIDER, MOST_DRAWN, SORTS, Colours, columns, divider, first_to_see, ordered, row
from negotiator.tui.inputs.table import InputsTable
from negotiator.tui.text import plain
from negotiator.tui.widgets.chips import ChipBar
from negotiator.tui.widgets.picker import Picker

ROOMY = 150
"""From how many columns of the terminal on states and senders have all the room they need."""
UNEXPECTED = N_("Record an input that nobody expected")


class InputsScreen(ActingScreen):
    """What is expected, what has come, and what is still to be done about it."""

    MODE: ClassVar[str] = "inputs"
    CSS_PATH = "inputs.tcss"
    HELP: ClassVar[str | None] = N_(
        "Inputs by due date: ○ expected, ◎ covered by a group, ● outstanding or overdue, ◐ come in and not done "
        "with, ✓ done. Whoever was invited is outstanding when the time is over, never overdue. Left and right go "
        "through what is pending, f narrows the list, more than once, / to words; 0 or esc shows all again. g "
        "notes who aligns with what came for a group, or stands apart. i takes in files and e-mails, n makes a "
        "call, M shows who answered which, c writes reminders. Enter reads on in the detail. A click on the head "
        "of a column sorts."
    )
    AUTO_FOCUS = "#inputs"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "expect", N_("Expect"), id="inputs.expect", tooltip=N_("Expect a new input")),
        Binding("r", "receive", N_("Receive"), id="inputs.receive", tooltip=N_("Say that the input has come in")),
        Binding("e", "edit", N_("Edit"), id="inputs.edit", tooltip=N_("Edit the input or extend its due date")),
        Binding("m", "mark", N_("Mark"), id="inputs.mark", tooltip=N_("Take the input a step further")),
        Binding("t", "tag", N_("Tag"), id="inputs.tag", tooltip=N_("Say what the input is about")),
        Binding("w", "withdraw", N_("Withdraw"), id="inputs.withdraw", tooltip=N_("Note that the input is withdrawn")),
        Binding("f", "narrow", N_("Filter"), id="inputs.filter", tooltip=N_("Narrow the list")),
        Binding("o", "side", N_("We owe"), id="inputs.side", tooltip=N_("What others send, what we owe, or both")),
        Binding("u", "unannounced", N_("Unexpected"), show=False, id="inputs.unannounced", tooltip=UNEXPECTED),
        Binding("s", "sort", N_("Sort"), show=False, id="inputs.sort", tooltip=N_("Sort by the next column")),
        Binding("0", "all", N_("All"), show=False, id="inputs.all", tooltip=N_("Show every input")),
        Binding("enter", "read", N_("Read on"), show=False, id="inputs.read", tooltip=N_("Read on in the detail")),
    ]

    table = getters.query_one("#inputs", InputsTable)
    detail = getters.query_one("#detail", Detail)

    def __init__(self) -> None:
        super().__init__()
        self.chosen = EVERYTHING
        """What the list is narrowed to."""
        self.sort = "due"
        """The column it is sorted by."""
        self.backwards = False
        """Whether it is sorted the other way round."""
        self._known: tuple[Input, ...] = ()
        self._senders: Mapping[str, Stakeholder] = {}
        self._around = Around()
        self._hidden = 0
        self._line = 0
        self._wanted = ""
        self._doable: frozenset[str] = frozenset()

    def compose_body(self) -> ComposeResult:
        """The filters, the table, and beside or under it the input in hand."""
        with VerticalGroup(id="head"):
            with HorizontalGroup(id="side-line"):
                yield ChipBar(id="sides")
                yield Static(id="summary")
            yield ChipBar(id="pending")
        with Horizontal(id="inputs-body"):
            yield InputsTable(id="inputs")
            yield Static(id="nothing")
            yield Detail(id="detail")

    def on_mount(self, event: events.Mount | None = None) -> None:
        """Wear other colours with another theme."""
        if event is not None:
            event.prevent_default()  # Textual would call the handler of the base class once more
        self.app.theme_changed_signal.subscribe(self, self._dressed)
        super().on_mount()

    def load(self) -> None:
        """Read the inputs that may be shown, and whom they come from."""
        first = not self._known
        self._senders = {each.code: each for each in list_stakeholders(self.workspace)}
        self._around = Around(self._senders, list_phases(self.workspace))
        found = list_inputs(self.workspace)
        self._known = tuple(each for each in found if self._shows(each))
        self._hidden = len(found) - len(self._known)
        if first:
            others = [each for each in self._known if Side.OTHERS.has(each)]
            self._wanted = first_to_see(others or self._known, self.workspace.now())
        self._fill()

    def _shows(self, each: Input) -> bool:
        sender = self._senders.get(each.stakeholder)
        return self.sees(each.visibility) and (sender is None or self.sees(sender.visibility))

    def open(self, wanted: str) -> None:
        """Show what another screen asked for: what is pending, one input, or those from somebody."""
        if wanted in set(PendingKind):
            self._choose(Chosen(pending=PendingKind(wanted)))
            return
        self.chosen = EVERYTHING
        by, colon, value = wanted.partition(":")
        if colon and by in choice.NAMES:
            self.chosen = Chosen(more=((by, value),))
        self._wanted = wanted
        self._fill()

    def _choose(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self._fill()

    def _fill(self) -> None:
        """Show the inputs that fit, the filters with their counts, and why there is nothing."""
        now = self.workspace.now()
        fitting = [each for each in self._known if self.chosen.has(each, self._around)]
        of_side = [each for each in fitting if self.chosen.side.has(each)]
        wanted = self.chosen.pending
        shown = [each for each in of_side if wanted is None or wanted in pending(each, now)]
        sides, chips = self.query_one("#sides", ChipBar), self.query_one("#pending", ChipBar)
        sides.chips, sides.chosen = choice.side_chips(fitting), self.chosen.side.value
        counted = choice.pending_chips(of_side, now)
        chips.chips, chips.chosen = counted, wanted.value if wanted else ALL
        drawn = self._draw(shown)
        words = choice.told(len(shown), drawn, self._hidden, self.chosen)
        self.query_one("#summary", Static).update(plain(" · ".join(words)))
        self.set_class(not shown, "-nothing")
        self.query_one("#nothing", Static).update(plain(self._why_nothing()) if not shown else "")
        self._tell()

    def _draw(self, shown: list[Input]) -> int:
        now, colours, roomy = self.workspace.now(), self._colours(), self.size.width >= ROOMY
        drawn = ordered(shown, self.sort, backwards=self.backwards)[:MOST_DRAWN]
        others = [each for each in drawn if Side.OTHERS.has(each)]
        ours = [each for each in drawn if Side.US.has(each)]
        rows = [row(each, self._senders, now, colours) for each in others]
        if others and ours:
            rows.append(divider(len(ours), colours))
        rows += [row(each, self._senders, now, colours) for each in ours]
        self.table.fill(rows, columns(self.sort, backwards=self.backwards, roomy=roomy))
        if self._wanted:
            self.table.take(self._wanted)
            self._wanted = ""
        return len(drawn)

    def _why_nothing(self) -> str:
        if self._hidden and not self._known:
            return _("Everything is hidden from those who look · f9 shows it")
        if not self._known:
            return why_empty(self.workspace) + "\n\n" + _("a expects an input, u records one that nobody expected.")
        why = choice.why_nothing(self.workspace, self.chosen, self.audience, len(self._known))
        return why + "\n\n" + _("0 or esc shows every input.")

    def _colours(self) -> Colours:
        found = self.app.theme_variables
        return Colours(found.get("text-error", ""), found.get("text-warning", ""), found.get("text-success", ""), "dim")

    def _dressed(self, _theme: Theme) -> None:
        self._fill()

    @property
    def in_hand(self) -> Input | None:
        """The input under the cursor."""
        code = self.table.in_hand
        return next((each for each in self._known if each.code == code), None)

    def _tell(self) -> None:
        """Show the input in hand, and the keys that do something to it."""
        each = self.in_hand
        doable = frozenset(act for act in ON_AN_INPUT if self.check_action(act, ()))
        if doable != self._doable:
            self._doable = doable
            self.refresh_bindings()
        now = self.workspace.now()
        if each is None:
            self.detail.show(None, "", now)
            return
        sender = self._senders.get(each.stakeholder)
        with self.told():
            whole = get_input(self.workspace, each.code)
            self.detail.show(whole, sender.name_at(now.date).said if sender else "", now)

    def on_resize(self) -> None:
        """Lay table and detail out for another width."""
        if self.is_mounted:
            self.call_after_refresh(self._fill)

    @on(DataTable.RowHighlighted, "#inputs")
    def _looked_at(self, event: DataTable.RowHighlighted) -> None:
        if event.row_key.value == DIVIDER:
            down = event.cursor_row >= self._line
            self.table.move_cursor(row=event.cursor_row + (1 if down else -1), animate=False)
            return
        self._line = event.cursor_row
        self._tell()

    @on(DataTable.RowSelected, "#inputs")
    def _taken(self) -> None:
        self.action_read()

    @on(DataTable.HeaderSelected, "#inputs")
    def _sorted_by(self, event: DataTable.HeaderSelected) -> None:
        key = event.column_key.value or ""
        if key in SORTS:
            self.backwards = not self.backwards if key == self.sort else False
            self.sort = key
            self._fill()

    @on(ChipBar.Chosen)
    def _chip(self, event: ChipBar.Chosen) -> None:
        if event.bar.id == "sides":
            self._choose(replace(self.chosen, side=Side(event.key)))
        else:
            self._choose(replace(self.chosen, pending=None if event.key == ALL else PendingKind(event.key)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what cannot be done with the input in hand."""
        if action not in ON_AN_INPUT:
            return super().check_action(action, parameters)
        each = self.in_hand if self.is_mounted else None
        if each is None or self.workspace.as_of is not None:
            return None
        return fits(action, each) or None

    def action_back(self) -> None:
        """From the detail to the table, from a narrowed list to the whole one, then to where one came from."""
        if self.focused is self.detail:
            self.table.focus()
        elif self.chosen.given:
            self._choose(EVERYTHING)
        else:
            super().action_back()

    def action_all(self) -> None:
        """Show every input."""
        self._choose(EVERYTHING)

    def action_read(self) -> None:
        """Go to the detail, or back from it."""
        (self.table if self.focused is self.detail else self.detail).focus()

    def action_pending(self, way: int) -> None:
        """Go to the next of what may be pending, or the one before."""
        key = self.query_one("#pending", ChipBar).beside(way)
        self._choose(replace(self.chosen, pending=None if key == ALL else PendingKind(key)))

    def action_side(self) -> None:
        """Show what others send, what we owe, or both."""
        sides = list(Side)
        self._choose(replace(self.chosen, side=sides[(sides.index(self.chosen.side) + 1) % len(sides)]))

    def action_sort(self) -> None:
        """Sort by the next column."""
        keys = list(SORTS)
        self.sort, self.backwards = keys[(keys.index(self.sort) + 1) % len(keys)], False
        self._fill()

    def action_narrow(self) -> None:
        """Choose a session, a kind, a sender, a topic or something else to narrow the list to."""
        offered = choice.choices(self._known, self.chosen, self._around, self.workspace.now())
        self.app.push_screen(Picker(_("Show only"), offered), self._narrowed)

    def _narrowed(self, taken: str | None) -> None:
        if taken is None:
            return
        by, _colon, value = taken.partition(":")
        if by == ALL:
            self._choose(EVERYTHING)
        elif by == "pending":
            self._choose(replace(self.chosen, pending=PendingKind(value)))
        else:
            out = by == choice.OUT
            self._choose(self.chosen.without(value) if out else self.chosen.narrowed(by, value))
