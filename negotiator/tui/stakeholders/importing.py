"""Importing a list: which file, then what would become of its rows, and only then the act."""

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from negotiator.domain.accreditation import Admission
from negotiator.domain.register_import import OUTCOMES, STOPS, Choices, Outcome, Plan, PlannedRow
from negotiator.errors import WrongUsage
from negotiator.i18n import _, n_
from negotiator.services.accreditation import admission_named
from negotiator.services.register_import import import_list, plan_import
from negotiator.tui.text import fitted, lines, marked, plain, shown_safely
from negotiator.tui.widgets.form import Field, Form, parted
from negotiator.workspace import Workspace

MOST_ROWS = 200
"""How many rows are shown; the others are counted."""
_WORTH = {Outcome.BAD: 0, Outcome.ALIKE: 1, Outcome.COMPLETE: 2, Outcome.ADD: 3}
"""What stands first in the preview: what somebody has to look at."""


def fields() -> tuple[Field, ...]:
    """Ask which file, and what the list does not say itself."""
    return (
        Field("file", _("file"), hint=_("a CSV file or a workbook; its first row is the head"), needed=True),
        Field("encoding", _("encoding"), hint=_("such as gb18030, where it cannot be told")),
        Field("category", _("category"), hint=_("of those for whom the list says none")),
        Field("list", _("apply to"), hint=", ".join(Admission), choices=tuple(Admission)),
    )


def planned(workspace: Workspace, filled: Mapping[str, str]) -> tuple[Path, Choices, Plan]:
    """Plan the import of the file that was named."""
    path = Path(filled["file"]).expanduser()
    admission = admission_named(filled["list"]) if filled["list"] else None
    choices = Choices(category=filled["category"], admission=admission, encoding=filled.get("encoding", ""))
    return path, choices, plan_import(workspace, path, choices)


class ReviewForm(Form):
    """What would become of every row; doubtful ones are decided here, and the whole list is imported or nothing."""

    def __init__(self, workspace: Workspace, path: Path, choices: Choices, plan: Plan) -> None:
        asked = (
            Field("same", _("the same"), hint=_("rows that mean somebody known, such as 12=WWN, 15=BRIDGE")),
            Field("new", _("new"), hint=_("doubtful rows that mean somebody new, such as 12, 15, or all")),
            Field("update", _("the list is right"), hint=_("yes takes over what it says otherwise"), choices=("yes",)),
        )
        super().__init__(_("Import {file}", file=plan.name), asked, self._import)
        self.imported: Plan | None = None
        """What was imported."""
        self._workspace = workspace
        self._path = path
        self._choices = choices
        self._plan = plan

    def compose_more(self) -> ComposeResult:
        """Show what would be stored, what needs a decision first."""
        yield Static(preview(self._plan), classes="preview")

    def _import(self, filled: Mapping[str, str]) -> None:
        pairs = [each.partition("=") for each in parted(filled["same"])]
        if any(not (row.strip().isdecimal() and code.strip()) for row, _sign, code in pairs):
            raise WrongUsage(_("Write each as a row and a code, such as 12=WWN."))
        new = parted(filled["new"])
        if any(word != "all" and not word.isdecimal() for word in new):
            raise WrongUsage(_("Write the numbers of rows, or all."))
        choices = Choices(
            category=self._choices.category,
            admission=self._choices.admission,
            encoding=self._choices.encoding,
            same={int(row): code.strip() for row, _sign, code in pairs},
            new=frozenset(int(word) for word in new if word != "all"),
            all_new="all" in new,
            update=bool(filled["update"]),
        )
        self.imported = import_list(self._workspace, self._path, choices).plan


def preview(plan: Plan) -> Content:
    """Write the counts, the columns that were not understood, and the rows, those to decide about first."""
    counts = " · ".join(f"{plan.count(each)} {_(OUTCOMES[each])}" for each in Outcome if plan.count(each))
    rows = [plain(counts or _("no rows"), "bold")]
    if plan.applications:
        rows.append(plain(n_("{n} application", "{n} applications", plan.applications)))
    if plan.guessed:
        rows.append(plain(_("Read as {encoding}, which is a guess.", encoding=plan.guessed), "$text-warning"))
    if plan.left_out:
        rows.append(plain(_("Nothing is taken from the columns {columns}.", columns=", ".join(plan.left_out)), "dim"))
    ordered = sorted(plan.rows, key=lambda row: (_WORTH.get(row.outcome, 9), row.number))
    rows += [_row(row) for row in ordered[:MOST_ROWS]]
    if len(ordered) > MOST_ROWS:
        rows.append(plain(_("… and {n} more", n=len(ordered) - MOST_ROWS), "$text-muted"))
    return lines(rows)


def _row(row: PlannedRow) -> Content:
    code = row.stakeholder.code if row.stakeholder else ""
    changes = "; ".join(f"{each.what}: {each.before or '–'} → {each.after}" for each in row.differences if each.taken)
    look = "$text-warning" if row.outcome in STOPS else "dim"
    return marked(
        (fitted(str(row.number), 5, right=True) + "  ", "dim"),
        (fitted(_(OUTCOMES[row.outcome]), 9) + " ", look),
        (fitted(code, 13) + " ", "bold"),
        shown_safely(row.name),
        (f"  {shown_safely(row.reason or changes)}", look),
    )
