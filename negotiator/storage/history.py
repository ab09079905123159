"""Read the log of acts: what stands, what was undone, and whether an act can still be undone."""

import json
from collections.abc import Container
from dataclasses import dataclass

from negotiator.domain.event import Act, Link
from negotiator.storage.chain import PURGE
from negotiator.storage.events import Act as Writing
from negotiator.storage.opened import Database
from negotiator.storage.rows import Value, one, query, utc_moment

STAMPS = ("rev", "updated_at", "updated_by")
"""Columns that every write sets anew, so that an undo does not bring them back."""


@dataclass(frozen=True, slots=True)
class Later:
    """A change that still stands, made after an act to a row of it: undoing the act would lose that change."""

    entity: str
    """The table."""
    by: str
    """Who made it."""


def acts(db: Database, *, most: int | None = None) -> list[Act]:
    """Return the acts, newest first."""
    rows = query(db, "select * from act order by rowid desc limit ?", [-1 if most is None else most])
    return [_act(row) for row in rows]


def act_named(db: Database, identifier: str) -> Act | None:
    """Return one act."""
    row = one(db, "select * from act where id = ?", [identifier])
    return _act(row) if row else None


def links(db: Database) -> list[Link]:
    """Return every act as far as undo needs it, oldest first; the founding of a workspace is never undone."""
    rows = query(
        db,
        """select id, by, undoes from act
        where id not in (select value from meta where key = 'founding_act') order by rowid""",
    )
    return [Link(str(row["id"]), str(row["by"]), None if row["undoes"] is None else str(row["undoes"])) for row in rows]


def purges(db: Database) -> frozenset[str]:
    """Return the acts that purged something: these are never taken back."""
    return frozenset(str(row["id"]) for row in query(db, "select id from act where label = ?", [PURGE]))


def change_by(db: Database, act: str, others: Container[str]) -> Later | None:
    """Return the first change that one of the other acts made to a row of this act."""
    rows = query(
        db,
        """select other.act as act, other.entity as entity, act.by as by
        from event mine
        join event other on other.entity = mine.entity and other.row = mine.row
        join act on act.id = other.act
        where mine.act = ? and other.act <> mine.act order by other.rowid""",
        [act],
    )
    return next((Later(str(row["entity"]), str(row["by"])) for row in rows if row["act"] in others), None)


def apply_inverse(writing: Writing, act: str) -> None:
    """Take back every event of an act, the last one first; the inverse of an insert sets the row aside."""
    for event in query(writing.db, "select * from event where act = ? order by seq desc", [act]):
        entity, row = str(event["entity"]), str(event["row"])
        if event["before"] is None:
            writing.delete(entity, row)
        else:
            before: dict[str, Value] = json.loads(str(event["before"]))
            writing.restore(entity, row, {name: value for name, value in before.items() if name not in STAMPS})


def _act(row: dict[str, Value]) -> Act:
    return Act(
        id=str(row["id"]),
        at=utc_moment(str(row["at"])),
        by=str(row["by"]),
        label=str(row["label"]),
        details=json.loads(str(row["details"])),
        undoes=None if row["undoes"] is None else str(row["undoes"]),
    )
