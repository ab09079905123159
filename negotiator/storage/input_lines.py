"""Rows of inputs for long lists: as they come from the database, with nothing made of each."""

from collections.abc import Iterator
from typing import NamedTuple

from negotiator.storage.inputs import Wanted, conditions
from negotiator.storage.opened import Database


class RawLine(NamedTuple):
    """One input as the database gives it; what tells its standing comes last, to be looked up as one."""

    id: str
    number: int
    stakeholder: str
    title: str
    session: str | None
    topics: str
    officer: str | None
    due: str | None
    zone: str | None
    asked: str | None
    call: int | None
    late: int | None
    received: str | None
    received_zone: str | None
    kind: str
    state: str
    owed_by: str
    visibility: str
    past: int | None
    tagged: int
    presented: int
    clarification: int
    translation: int


STANDING = RawLine._fields.index("kind")
"""From which place on the columns tell the standing."""
CHUNK = 2000
"""How many rows are fetched at once."""


def raw_lines(db: Database, wanted: Wanted, passed: str) -> Iterator[RawLine]:
    """Give the columns of `RawLine` for each input by due date, those without one last.

    What was due before `passed`, UTC as it is stored, is past due.
    """
    where, bound = conditions(wanted)
    cursor = db.execute(
        f"""select i.id, i.number, k.code, i.title, s.code, i.topics, i.officer, i.due_utc, i.due_zone, i.asked_utc,
        l.number, i.received_utc > i.due_utc, i.received_utc, i.received_zone, i.kind, i.state, i.owed_by,
        i.visibility, i.due_utc < ?, i.topics <> '[]', i.presented, i.clarification, i.translation
        from input i join stakeholder k on k.id = i.stakeholder left join session s on s.id = i.session
        left join call l on l.id = i.call
        where {" and ".join(where)} order by i.due_utc is null, i.due_utc, i.number""",
        [passed, *bound],
    )
    while rows := cursor.fetchmany(CHUNK):
        yield from map(RawLine._make, rows)
