"""Rows of accreditation: applications, their steps, objections and with whom these were shared."""

from collections.abc import Sequence

from negotiator.domain.accreditation import (
    Accreditation,
    AccreditationState,
    AccreditationStep,
    Admission,
    Objection,
    Route,
)
from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.storage.columns import day_from
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, Value, instant_columns, moment_from, next_in, places, query, text, whole


def accreditations(
    db: Database, *, upto: Instant | None = None, seen: Sequence[Audience] = tuple(Audience)
) -> tuple[Accreditation, ...]:
    """Return every application by its number, with the steps and objections up to a moment that `seen` may see."""
    marks = [audience.value for audience in seen]
    steps = _steps(db, upto)
    objections = _objections(db, marks, upto)
    found = []
    for row in query(
        db,
        f"""select a.*, s.code as stakeholder_code, s.category as category, s.region as region
        from accreditation a join stakeholder s on s.id = a.stakeholder
        where a.deleted_at is null and a.visibility in ({places(marks)}) order by a.number""",
        marks,
    ):
        taken = steps.get(text(row, "id"), ())
        if taken or upto is None:
            found.append(_accreditation(row, taken, objections.get(text(row, "id"), ())))
    return tuple(found)


def _accreditation(row: Row, steps: tuple[AccreditationStep, ...], objections: tuple[Objection, ...]) -> Accreditation:
    return Accreditation(
        number=whole(row, "number"),
        stakeholder=text(row, "stakeholder_code"),
        category=text(row, "category"),
        region=text(row, "region"),
        admission=Admission(text(row, "admission")),
        route=Route(text(row, "route")),
        applied=day_from(row, "applied"),
        status=text(row, "status"),
        status_year=whole(row, "status_year") or None,
        women=whole(row, "women"),
        men=whole(row, "men"),
        extended=bool(row["extended"]),
        note=text(row, "note"),
        visibility=Audience(text(row, "visibility")),
        steps=steps,
        objections=objections,
        id=text(row, "id"),
    )


def _steps(db: Database, upto: Instant | None) -> dict[str, tuple[AccreditationStep, ...]]:
    found: dict[str, tuple[AccreditationStep, ...]] = {}
    for row in query(db, "select * from accreditation_step where deleted_at is null order by at_utc, rowid"):
        at = moment_from(row, "at")
        if upto is None or at.utc <= upto.utc:
            state = AccreditationState(text(row, "state"))
            step = AccreditationStep(state, at, text(row, "why"), text(row, "updated_by"))
            found[text(row, "accreditation")] = (*found.get(text(row, "accreditation"), ()), step)
    return found


def _objections(db: Database, marks: Sequence[str], upto: Instant | None) -> dict[str, tuple[Objection, ...]]:
    shared: dict[str, list[tuple[str, Instant]]] = {}
    for row in query(
        db,
        """select o.*, s.code from objection_shared o join stakeholder s on s.id = o.stakeholder
        where o.deleted_at is null order by o.at_utc, o.rowid""",
    ):
        at = moment_from(row, "at")
        if upto is None or at.utc <= upto.utc:
            shared.setdefault(text(row, "objection"), []).append((text(row, "code"), at))
    found: dict[str, tuple[Objection, ...]] = {}
    for row in query(
        db,
        f"""select o.*, s.code from objection o join stakeholder s on s.id = o.stakeholder
        where o.deleted_at is null and o.visibility in ({places(marks)}) order by o.at_utc, o.rowid""",
        marks,
    ):
        at = moment_from(row, "at")
        if upto is None or at.utc <= upto.utc:
            told = tuple(shared.get(text(row, "id"), ()))
            made = Objection(text(row, "code"), at, text(row, "basis"), told, text(row, "id"))
            found[text(row, "accreditation")] = (*found.get(text(row, "accreditation"), ()), made)
    return found


def next_accreditation(db: Database) -> int:
    """Return the number of the next application; numbers of deleted ones are not given again."""
    return next_in(db, "accreditation")


def add_accreditation(act: Act, new: Accreditation, stakeholder: str) -> str:
    """Store an application with its steps; its stakeholder is given by its identifier."""
    identifier = act.insert(
        "accreditation",
        {
            "number": new.number,
            "stakeholder": stakeholder,
            "admission": new.admission.value,
            "route": new.route.value,
            "applied": new.applied.isoformat(),
            "status": new.status,
            "status_year": new.status_year,
            "women": new.women,
            "men": new.men,
            "extended": int(new.extended),
            "note": new.note,
            "visibility": new.visibility.value,
        },
    )
    for step in new.steps:
        add_step(act, identifier, step)
    return identifier


def add_step(act: Act, identifier: str, step: AccreditationStep) -> None:
    """Store a step of an application."""
    row: dict[str, Value] = {
        "accreditation": identifier,
        "state": step.state.value,
        **instant_columns("at", step.at),
        "why": step.why,
    }
    act.insert("accreditation_step", row)


def add_objection(act: Act, identifier: str, state: str, at: Instant, basis: str, visibility: Audience) -> None:
    """Store an objection to an application; the objecting State is given by its identifier."""
    row: dict[str, Value] = {
        "accreditation": identifier,
        "stakeholder": state,
        **instant_columns("at", at),
        "basis": basis,
        "visibility": visibility.value,
    }
    act.insert("objection", row)


def share_objection(act: Act, objection: str, state: str, at: Instant) -> None:
    """Store with which State an objection was shared."""
    row: dict[str, Value] = {"objection": objection, "stakeholder": state, **instant_columns("at", at)}
    act.insert("objection_shared", row)
