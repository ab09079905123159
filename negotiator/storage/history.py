"""Read the log of acts: what stands, what was undone, and whether an act can still be undone."""

import json
from dataclasses import dataclass

from sqlite_utils import Database

from negotiator.domain.event import Act
from negotiator.storage.events import Act as Writing
from negotiator.storage.rows import Value, one, query, utc_moment

STAMPS = ("rev", "updated_at", "updated_by")
"""Columns that every write sets anew, so that an undo does not bring them back."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A row that was changed again after the act, so that undoing it would lose the later change."""

    entity: str
    """The table."""
    row: str
    """The identifier."""
    by: str
    """Who changed it last."""


def acts(db: Database, *, most: int | None = None) -> list[Act]:
    """Return the acts, newest first."""
    rows = query(db, "select * from act order by rowid desc limit ?", [-1 if most is None else most])
    return [_act(row) for row in rows]


def act_named(db: Database, identifier: str) -> Act | None:
    """Return one act."""
    row = one(db, "select * from act where id = ?", [identifier])
    return _act(row) if row else None


def stale_rows(db: Database, act: str) -> list[Stale]:
    """Return the rows of an act that were changed again after it."""
    stale = []
    for event in _last_events(db, act):
        entity = str(event["entity"])
        row = one(db, f"select rev, updated_by from {entity} where id = ?", [event["row"]])
        recorded = json.loads(str(event["after"]))["rev"] if event["after"] else None
        if row is None or row["rev"] != recorded:
            stale.append(Stale(entity, str(event["row"]), str(row["updated_by"]) if row else ""))
    return stale


def apply_inverse(writing: Writing, act: str) -> None:
    """Take back every event of an act, the last one first; the inverse of an insert sets the row aside."""
    for event in query(writing.db, "select * from event where act = ? order by seq desc", [act]):
        entity, row = str(event["entity"]), str(event["row"])
        if event["before"] is None:
            writing.delete(entity, row)
        else:
            before: dict[str, Value] = json.loads(str(event["before"]))
            writing.restore(entity, row, {name: value for name, value in before.items() if name not in STAMPS})


def _last_events(db: Database, act: str) -> list[dict[str, Value]]:
    return query(
        db,
        """select * from event e where act = ? and seq = (
            select max(seq) from event where act = e.act and entity = e.entity and row = e.row
        )""",
        [act],
    )


def _act(row: dict[str, Value]) -> Act:
    return Act(
        id=str(row["id"]),
        at=utc_moment(str(row["at"])),
        by=str(row["by"]),
        label=str(row["label"]),
        details=json.loads(str(row["details"])),
        undoes=None if row["undoes"] is None else str(row["undoes"]),
    )
