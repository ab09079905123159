"""Those asked against the calls: who answered, whom a group covers, who is silent."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content

from negotiator.domain.call_matrix import ANSWERS, SIGNS, Answer, MatrixRow
from negotiator.domain.calls import CallPart
from negotiator.domain.dates import day_in_words
from negotiator.domain.input_life import InputState
from negotiator.domain.stakeholder import Stakeholder
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.call_table import calls_and_answers, write_matrix
from negotiator.services.inputs import get_input
from negotiator.services.stakeholders import list_stakeholders
from negotiator.tui.inputs import acts, calling
from negotiator.tui.inputs.asking import known_to
from negotiator.tui.list_and_detail import ListAndDetail
from negotiator.tui.text import lines
from negotiator.tui.widgets.chips import Chip, ChipBar
from negotiator.tui.widgets.facts import fact_lines, heading_lines
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.picker import Choice, Picker
from negotiator.tui.widgets.table import Column, Row, Table

ALL = "all"


class MatrixScreen(ListAndDetail):
    """Who has answered which call."""

    MODE: ClassVar[str] = "inputs"
    CSS_PATH = "inputs.tcss"
    HELP: ClassVar[str | None] = N_(
        "Those asked against the calls: ✓ answered itself, ◐ covered by a group, ✓◐ both, – not at all, × declined; "
        "empty where it was not asked. n makes a call, e gives all or one more time, d notes that the one in hand "
        "declines. Left and right show only those with one of these answers, 0 shows all, x writes a workbook, esc "
        "goes back."
    )
    LIST, BODY = "inputs", "inputs-body"
    AUTO_FOCUS = "#inputs"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "export", N_("Workbook"), id="matrix.export", tooltip=N_("Write the matrix as a workbook")),
        Binding("left", "answer(-1)", N_("Previous answer"), show=False, id="matrix.previous"),
        Binding("right", "answer(1)", N_("Next answer"), show=False, id="matrix.next"),
        Binding("0", "all", N_("All"), id="matrix.all", tooltip=N_("Show everybody who was asked")),
        Binding("n", "call", N_("Call"), id="matrix.call", tooltip=N_("Call for inputs from many")),
        Binding("e", "extend", N_("More time"), id="matrix.extend", tooltip=N_("Give all, or one, more time")),
        Binding("d", "decline", N_("Declined"), id="matrix.decline", tooltip=N_("Note that the one in hand declines")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.of_answer = ALL
        """The answer of which those are shown who gave it to any call."""
        self._calls: tuple[CallPart, ...] = ()
        self._rows: tuple[MatrixRow, ...] = ()
        self._names: Mapping[str, Stakeholder] = {}

    def compose_body(self) -> ComposeResult:
        """The answers, the matrix, and what the one in hand answered."""
        with VerticalGroup(id="head"):
            yield ChipBar(id="pending")
        yield from self.list_and_detail(Table(id=self.LIST))

    def load(self) -> None:
        """Read the calls and those asked who may be shown."""
        self._names = {each.code: each for each in list_stakeholders(self.workspace) if self.sees(each.visibility)}
        self._calls, self._rows = calls_and_answers(self.workspace, self.audience)
        self._fill()

    def _fill(self) -> None:
        counts = Counter(answer for row in self._rows for answer in set(row.answers))
        bar = self.query_one("#pending", ChipBar)
        bar.chips = (
            Chip(ALL, _("everybody"), len(self._rows)),
            *(Chip(each.value, f"{SIGNS[each]} {_(words)}".strip(), counts[each]) for each, words in ANSWERS.items()),
        )
        bar.chosen = self.of_answer
        shown = [row for row in self._rows if self.of_answer == ALL or Answer(self.of_answer) in row.answers]
        self.table.fill(map(self._row, shown), self._columns())
        self.filled(_("None fits; 0 shows all.") if self._rows else _("No call is recorded yet; n makes one."))

    def _columns(self) -> tuple[Column, ...]:
        calls = (Column(each.code, each.code) for each in self._calls)
        return (Column("asked", _("asked")), *calls, Column("name", _("name"), elastic=True, least=60))

    def _row(self, row: MatrixRow) -> Row:
        signs = {call.code: SIGNS[answer] for call, answer in zip(self._calls, row.answers, strict=True)}
        now = self.workspace.now()
        name = self._names[row.stakeholder].name_at(now.date).said
        return Row(row.stakeholder, {"asked": (row.stakeholder, "bold"), **signs, "name": (name, "dim")})

    def in_full(self, room: int) -> Content | str:
        """Write what the one in hand answered, call by call."""
        row = next((each for each in self._rows if each.stakeholder == self.table.in_hand), None)
        if row is None:
            return ""
        facts = [
            (call.code, self._answered(call, answer, group), "")
            for call, (answer, group) in zip(self._calls, row.told, strict=True)
        ]
        return lines([*heading_lines(row.stakeholder, room), *fact_lines(facts, room)])

    @staticmethod
    def _answered(call: CallPart, answer: Answer, group: str) -> str:
        told = _(ANSWERS[answer]) + (f" ({group})" if group else "")
        return f"{told} · {call.title} · " + _("due {date}", date=day_in_words(call.window.due.date))

    @on(ChipBar.Chosen)
    def _chip(self, event: ChipBar.Chosen) -> None:
        self.of_answer = event.key
        self._fill()

    def action_answer(self, way: int) -> None:
        """Go to the next answer, or the one before."""
        self.of_answer = self.query_one("#pending", ChipBar).beside(way)
        self._fill()

    def action_all(self) -> None:
        """Show everybody who was asked."""
        self.of_answer = ALL
        self._fill()

    def action_call(self) -> None:
        """Ask for a call."""
        calling.ask_for_call(self, known_to(self.workspace, self._names))

    def action_extend(self) -> None:
        """Ask which call gives more time, if there are several, then until when, why, and to whom."""
        if not self._calls:
            self.app.tell(_("No call is recorded yet; n makes one."))
            return

        def taken(code: str | None) -> None:
            if code:
                call, _space, kind = code.partition(" ")
                fields = calling.extension_fields(self.table.in_hand or "CHE")

                def act(filled: Mapping[str, str]) -> tuple[str, str]:
                    return self.table.in_hand or "", calling.extend(self.workspace, call, kind, filled)

                self.ask(f"extend {code}", _("More time for {call}", call=code), fields, act)

        self._of_several(_("More time for …"), self._calls, taken)

    def action_decline(self) -> None:
        """Ask which call the one in hand declines to answer, if it is awaited for several, and why."""
        in_hand = self.table.in_hand
        awaited = {
            part.code: each.code
            for part in self._calls
            for each in part.inputs
            if each.stakeholder == in_hand and each.state is InputState.EXPECTED
        }
        if not awaited:
            self.app.tell(_("Nothing is awaited from {sender}.", sender=in_hand or "–"))
            return

        def taken(code: str | None) -> None:
            if code:
                asked = acts.mark(self.workspace, get_input(self.workspace, awaited[code]), InputState.DECLINED.value)

                def act(filled: Mapping[str, str]) -> tuple[str, str]:
                    return in_hand or "", asked.act(filled).sentence

                self.ask(asked.name, asked.title, asked.fields, act)

        self._of_several(_("{sender} declines …", sender=in_hand), [c for c in self._calls if c.code in awaited], taken)

    def _of_several(self, title: str, calls: Sequence[CallPart], taken: Callable[[str | None], None]) -> None:
        if len(calls) == 1:
            taken(calls[0].code)
            return
        offered = [
            Choice(each.code, f"{each.code}  {each.title}", day_in_words(each.window.due.date)) for each in calls
        ]
        self.app.push_screen(Picker(title, offered), taken)

    def action_export(self) -> None:
        """Ask for a file and write the workbook."""

        def written(filled: Mapping[str, str]) -> None:
            path = Path(filled["file"]).expanduser()
            if path.suffix.lower() != ".xlsx":
                raise WrongUsage(_("Give the file a name that ends in .xlsx."))
            write_matrix(self.workspace, path, self.audience)
            self.app.tell(_("Written to {path}.", path=path))

        field = Field("file", _("file"), hint=_("a name that ends in .xlsx"), needed=True)
        self.app.push_screen(
            Form(_("Calls and answers"), (field,), written, kept=self.app.kept.setdefault("matrix", {}))
        )
