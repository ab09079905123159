"""Importing a list of delegations and stakeholders: planned, shown, then stored in one act or not at all."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from negotiator.documents.reading.registry import bytes_of
from negotiator.documents.reading.tables import read_table
from negotiator.domain.register_columns import Field, columns_of
from negotiator.domain.register_import import AS_IT_IS, OUTCOMES, STOPS, Choices, Outcome, Plan, PlannedRow
from negotiator.errors import BadFile, Refused, WrongUsage
from negotiator.i18n import N_, _, n_
from negotiator.services.accreditation import store
from negotiator.services.contacts import note
from negotiator.services.register_rows import Planner
from negotiator.services.stakeholders import get_category, require
from negotiator.storage import accreditation, contacts, stakeholders
from negotiator.storage.events import Act
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import stored."""

    plan: Plan
    """What was planned, and done."""
    act: str
    """The act; empty where there was nothing to store."""


def plan_import(workspace: Workspace, path: Path, choices: Choices = AS_IT_IS) -> Plan:
    """Say what importing a list would do, row by row, and change nothing.

    Raises `BadFile` where the file is no table, `WrongUsage` for a column that is not in it.
    """
    table = read_table(bytes_of(path), path.name, choices.encoding)
    try:
        columns = columns_of(table.head, choices.columns)
    except KeyError as problem:
        heads = ", ".join(table.head)
        raise WrongUsage(
            _(
                "{name} has no column “{column}”; it has {columns}.",
                name=path.name,
                column=problem.args[0],
                columns=heads,
            )
        ) from problem
    if Field.NAME not in columns and Field.CODE not in columns:
        heads = ", ".join(table.head)
        raise BadFile(
            _(
                "{name} has no column of names; it has {columns}. Say which with --map name=COLUMN.",
                name=path.name,
                columns=heads,
            )
        )
    with workspace.reading() as db:
        known = stakeholders.stakeholders(db)
        applied = accreditation.accreditations(db)
        noted = contacts.contacts(db)
    today = workspace.now().date
    addresses = {code: tuple(each for each in held if not each.over(today)) for code, held in noted.items()}
    if choices.category:
        get_category(choices.category)
    for meaning in choices.meanings.values():
        get_category(meaning)
    for words in choices.same.values():
        require(known, words)
    planner = Planner(workspace, columns, known, applied, choices, addresses)
    used = set(columns.values())
    return Plan(
        path.name,
        {each: table.head[place] for each, place in columns.items()},
        tuple(cell for place, cell in enumerate(table.head) if place not in used),
        tuple(planner.planned(row) for row in table.rows),
        table.guessed,
    )


def import_list(workspace: Workspace, path: Path, choices: Choices = AS_IT_IS) -> Imported:
    """Import a list in one act: all of it, or nothing.

    Raises `BadFile` where rows are wrong and `Refused` where somebody has to decide about rows, with the first of them.
    """
    plan = plan_import(workspace, path, choices)
    refuse_unfinished(plan)
    if not any(_does_something(row) for row in plan.rows):
        return Imported(plan, "")
    with workspace.acting(N_("import {count} rows from a list"), count=len(plan.rows)) as act:
        # The register may have changed since: the plan is drawn up again where nobody else can write.
        plan = plan_import(workspace, path, choices)
        refuse_unfinished(plan)
        for row in plan.rows:
            _store(act, row, workspace.now().date)
    return Imported(plan, act.id)


def refuse_unfinished(plan: Plan) -> None:
    """Refuse a plan with rows that are wrong or that somebody has to decide about."""
    for outcome in (Outcome.BAD, Outcome.ALIKE):
        stopping = [row for row in plan.rows if row.outcome is outcome]
        if not stopping:
            continue
        first = stopping[0]
        rows = n_("{n} row", "{n} rows", len(stopping))
        told = {
            "name": plan.name,
            "rows": rows,
            "outcome": _(OUTCOMES[outcome]),
            "row": first.number,
            "why": first.reason,
        }
        sentence = _("{name}: {rows} {outcome}, the first is row {row}: {why} Nothing was imported.", **told)
        raise BadFile(sentence) if outcome is Outcome.BAD else Refused(sentence)


def _does_something(row: PlannedRow) -> bool:
    return row.outcome in (Outcome.ADD, Outcome.COMPLETE) or row.application is not None


def _store(act: Act, row: PlannedRow, day: date) -> None:
    who = row.stakeholder
    if row.outcome in STOPS or who is None:
        return
    if row.outcome is Outcome.ADD:
        who = replace(who, id=stakeholders.add_stakeholder(act, who))
    elif row.outcome is Outcome.COMPLETE:
        stakeholders.change_stakeholder(act, who)
    if row.contacts:
        note(act, who, row.contacts, day)
    if row.application is not None:
        store(act, row.application, who)
