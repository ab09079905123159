"""Rows of inputs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.audience import Audience
from negotiator.domain.input_life import InputState, Remark, Step
from negotiator.domain.inputs import Extension, Input, InputKind, OwedBy
from negotiator.domain.kept_files import KeptFile
from negotiator.storage.events import Act
from negotiator.storage.input_lives import extensions_by_input, files_by_input, remarked, steps_by_input, store_step
from negotiator.storage.opened import Database
from negotiator.storage.rows import (
    Row,
    Value,
    each_row,
    instant_columns,
    instant_from,
    next_in,
    one,
    query,
    strings_from,
    text,
    to_json,
    whole,
)

Kinds = Mapping[str, InputKind]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which inputs to read; what is None or empty does not matter."""

    number: int | None = None
    """The one with this number."""
    stakeholder: str | None = None
    """From this delegation or stakeholder, by its code."""
    category: str | None = None
    """From those of this category."""
    region: str | None = None
    """From those of this regional group."""
    session: str | None = None
    """For this session, by its code."""
    kind: str | None = None
    """Of this kind."""
    topic: str | None = None
    """Tagged with this topic."""
    visibilities: tuple[Audience, ...] = ()
    """Bearing one of these marks."""
    states: tuple[InputState, ...] = ()
    """In one of these states now."""
    or_waiting: bool = False
    """Or waiting for an answer or a translation, in whatever state."""


def inputs(db: Database, kinds: Kinds, wanted: Wanted, *, lives: bool = False) -> list[Input]:
    """Return inputs by due date, those without one last; with `lives`, each with its steps, extensions and files."""
    where, bound = conditions(wanted)
    found = each_row(
        db,
        f"""select i.*, k.code as stakeholder_code, s.code as session_code, s.phases as session_phases,
        l.number as call_number
        from input i join stakeholder k on k.id = i.stakeholder left join session s on s.id = i.session
        left join call l on l.id = i.call
        where {" and ".join(where)} order by i.due_utc is null, i.due_utc, i.number""",
        bound,
    )
    noted = remarked(db, (Remark.ACKNOWLEDGED, Remark.POSTED))
    if not lives:
        return [_input(row, kinds, noted, (), (), ()) for row in found]
    rows = list(found)
    only = text(rows[0], "id") if len(rows) == 1 else None
    steps, extensions, files = steps_by_input(db, only), extensions_by_input(db, only), files_by_input(db, only)
    return [
        _input(row, kinds, noted, steps.get(key, ()), extensions.get(key, ()), files.get(key, ()))
        for row in rows
        for key in [text(row, "id")]
    ]


def count_inputs(db: Database) -> int:
    """Count the inputs that are recorded."""
    row = one(db, "select count(*) as number from input where deleted_at is null")
    return whole(row, "number") if row else 0


def conditions(wanted: Wanted) -> tuple[list[str], list[Value]]:
    """Write what is wanted as conditions on the tables `i`, `k` and `s`, with what is bound to them."""
    equal: dict[str, Value] = {
        "i.number": wanted.number,
        "k.code": wanted.stakeholder,
        "k.category": wanted.category,
        "k.region": wanted.region,
        "s.code": wanted.session,
        "i.kind": wanted.kind,
    }
    found = ["i.deleted_at is null", *(f"{column} = ?" for column, value in equal.items() if value is not None)]
    bound: list[Value] = [value for value in equal.values() if value is not None]
    if wanted.visibilities:
        found.append(_among("i.visibility", wanted.visibilities, bound))
    if wanted.states or wanted.or_waiting:
        ways = [_among("i.state", wanted.states, bound)] if wanted.states else []
        ways += ["i.clarification = 1", "i.translation = 1"] if wanted.or_waiting else []
        found.append(f"({' or '.join(ways)})")
    if wanted.topic is not None:
        found.append("exists (select 1 from json_each(i.topics) t where t.value = ? collate nocase)")
        bound.append(wanted.topic)
    return found, bound


def _among(column: str, values: Iterable[StrEnum], bound: list[Value]) -> str:
    listed = [value.value for value in values]
    bound.extend(listed)
    return f"{column} in ({', '.join('?' * len(listed))})"


def _input(
    row: Row,
    kinds: Kinds,
    noted: Mapping[Remark, frozenset[str]],
    steps: tuple[Step, ...],
    extensions: tuple[Extension, ...],
    files: tuple[KeptFile, ...],
) -> Input:
    phase = text(row, "phase")
    return Input(
        number=whole(row, "number"),
        stakeholder=text(row, "stakeholder_code"),
        kind=kinds[text(row, "kind")],
        title=text(row, "title"),
        owed_by=OwedBy(text(row, "owed_by")),
        state=InputState(text(row, "state")),
        visibility=Audience(text(row, "visibility")),
        due=instant_from(row, "due"),
        announced=bool(row["announced"]),
        asked=instant_from(row, "asked"),
        received=instant_from(row, "received"),
        reason=text(row, "reason"),
        presented=bool(row["presented"]),
        clarification=bool(row["clarification"]),
        translation=bool(row["translation"]),
        acknowledged=text(row, "id") in noted[Remark.ACKNOWLEDGED],
        posted=text(row, "id") in noted[Remark.POSTED],
        session=text(row, "session_code"),
        phases=(phase,) if phase else strings_from(row, "session_phases"),
        topics=strings_from(row, "topics"),
        language=text(row, "language"),
        officer=text(row, "officer"),
        note=text(row, "note"),
        steps=steps,
        extensions=extensions,
        files=files,
        call=whole(row, "call_number") if row["call_number"] is not None else None,
        id=text(row, "id"),
    )


def next_number(db: Database) -> int:
    """Return the number of the next input; numbers of deleted inputs are not given again."""
    return next_in(db, "input")


def add_input(
    act: Act, each: Input, stakeholder: str, session: str | None, phase: str | None, call: str | None = None
) -> str:
    """Store a new input with its steps; who it comes from, the session and the call are given by their identifiers."""
    identifier = act.insert(
        "input",
        {
            "number": each.number,
            "stakeholder": stakeholder,
            "kind": each.kind.code,
            "title": each.title,
            "owed_by": each.owed_by.value,
            "session": session,
            "phase": phase,
            "state": each.state.value,
            "reason": each.reason,
            "announced": int(each.announced),
            **instant_columns("asked", each.asked),
            **instant_columns("due", each.due),
            **instant_columns("received", each.received),
            "presented": 0,
            "clarification": 0,
            "translation": 0,
            "language": each.language or None,
            "officer": each.officer or None,
            "topics": to_json(each.topics),
            "note": each.note,
            "visibility": each.visibility.value,
            **({"call": call} if call else {}),
        },
    )
    for step in each.steps:
        store_step(act, identifier, step)
    return identifier


def change_input(act: Act, identifier: str, columns: Mapping[str, Value]) -> None:
    """Store changes of what is said of an input."""
    act.update("input", identifier, columns)


def topics_in_use(db: Database) -> Iterable[str]:
    """Return every topic that some input is tagged with, in alphabetical order."""
    rows = query(
        db, "select distinct t.value as topic from input i, json_each(i.topics) t where i.deleted_at is null order by 1"
    )
    return [text(row, "topic") for row in rows]
