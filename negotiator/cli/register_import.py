"""What is said of a list that is imported, and how its plan is told."""

from collections.abc import Mapping, Sequence

from negotiator.cli.options import Context
from negotiator.cli.output import Column, json_document, say, table
from negotiator.domain.accreditation import Admission
from negotiator.domain.register_columns import Field
from negotiator.domain.register_import import OUTCOMES, Choices, Outcome, Plan, PlannedRow
from negotiator.errors import WrongUsage
from negotiator.i18n import _, n_


def choices_of(
    columns: Sequence[str],
    category: str,
    meanings: Sequence[str],
    same: Sequence[str],
    new: Sequence[str],
    update: bool,
    admission: str | None,
    encoding: str = "",
) -> Choices:
    """Gather what was said on the command line; raises `WrongUsage` where it cannot be understood."""
    named = {}
    for field, column in _pairs(columns, "--map").items():
        if field not in set(Field):
            raise WrongUsage(
                _("There is no field {field}; choose one of {choices}.", field=field, choices=", ".join(Field))
            )
        named[Field(field)] = column
    rows = {_row(row): code for row, code in _pairs(same, "--same").items()}
    alone = frozenset(_row(row) for row in new if row.casefold() != "all")
    return Choices(
        named,
        category,
        _pairs(meanings, "--as"),
        rows,
        alone,
        any(row.casefold() == "all" for row in new),
        update,
        encoding,
        Admission(admission) if admission else None,
    )


def _pairs(said: Sequence[str], option: str) -> dict[str, str]:
    found = {}
    for each in said:
        left, sign, right = each.partition("=")
        if not (sign and left.strip() and right.strip()):
            raise WrongUsage(
                _("Write {option} as a word, an equals sign and a word, not “{said}”.", option=option, said=each)
            )
        found[left.strip()] = right.strip()
    return found


def _row(word: str) -> int:
    if not word.strip().isdecimal():
        raise WrongUsage(_("“{word}” is not the number of a row.", word=word))
    return int(word)


def tell_plan(context: Context, plan: Plan, *, rows: bool = True) -> None:
    """Tell what becomes of the rows of a list: those that matter one by one, the others counted."""
    if context.json and rows:
        json_document("negotiator.register-import/1", _record(plan))
        return
    if rows:
        table(
            ([row.number, _(OUTCOMES[row.outcome]), _code(row), row.name, _told(row)] for row in plan.rows),
            [
                *(Column(_("row"), right=True), "", _("code")),
                *(Column(_("name"), elastic=True), Column(_("why, or what changes"), elastic=True)),
            ],
        )
    if plan.guessed:
        say(_("Read as {encoding}, which is a guess; --encoding says otherwise.", encoding=plan.guessed))
    if plan.left_out:
        say(_("Nothing is taken from the columns {columns}.", columns=", ".join(plan.left_out)))
    counts = [f"{plan.count(each)} {_(OUTCOMES[each])}" for each in Outcome if plan.count(each)]
    if plan.applications:
        counts.append(n_("{n} application", "{n} applications", plan.applications))
    say(_("{name}: {counts}.", name=plan.name, counts=" · ".join(counts) or _("no rows")))


def _code(row: PlannedRow) -> str:
    return row.stakeholder.code if row.stakeholder else ""


def _told(row: PlannedRow) -> str:
    if row.reason:
        return row.reason
    changes = (
        _("{what}: {before} → {after}", what=each.what, before=each.before or "–", after=each.after)
        if each.taken
        else _("{what}: {before}, not {after}", what=each.what, before=each.before, after=each.after)
        for each in row.differences
    )
    return "; ".join(changes)


def _record(plan: Plan) -> Mapping[str, object]:
    return {
        "file": plan.name,
        "encoding_guessed": plan.guessed or None,
        "columns": {field.value: head for field, head in plan.columns.items()},
        "left_out": list(plan.left_out),
        "rows": [
            {
                "row": row.number,
                "outcome": row.outcome.value,
                "name": row.name,
                "code": _code(row) or None,
                "why": row.reason or None,
                "near": list(row.near),
                "changes": [
                    {"what": each.what, "before": each.before, "after": each.after, "taken": each.taken}
                    for each in row.differences
                ],
                "applies_to": row.application.admission.value if row.application else None,
            }
            for row in plan.rows
        ],
    }
