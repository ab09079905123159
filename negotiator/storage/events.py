"""Acts and their events: every write goes through an `Act`, which leaves what it changed in a chain of hashes."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.ids import uuid7
from negotiator.storage.chain import FIRST, content_hash, emptied, event_hash
from negotiator.storage.database import immediate
from negotiator.storage.opened import Database
from negotiator.storage.rows import Value, one, to_json, utc_text

Randomness = Callable[[int], bytes]


@dataclass(slots=True)
class Act:
    """One thing a person does, in one transaction; what it inserts, updates and deletes leaves events."""

    db: Database
    """The database, inside the transaction of this act."""
    id: str
    """The act's identifier."""
    at: datetime
    """When it is typed, aware, in UTC, by the real clock."""
    by: str
    """Who acts."""
    record: Mapping[str, Value]
    """The act's own row, which the hashes of its events cover."""
    randomness: Randomness = field(default=os.urandom, repr=False)
    """Where random bytes for identifiers come from."""
    _tail: tuple[str, int, str] | None = field(default=None, repr=False)
    """Origin, number and hash of the last event of this copy, once read."""

    @property
    def at_text(self) -> str:
        """When it is typed, as UTC text."""
        return utc_text(self.at)

    def tell(self, **details: object) -> None:
        """Fill in values of the label that are only known inside the act, such as a number; before its first write."""
        if self._tail is not None:
            raise RuntimeError("the events of this act already vouch for its label")
        told = {**json.loads(str(self.record["details"])), **{name: str(value) for name, value in details.items()}}
        self.record = {**self.record, "details": to_json(told)}
        self.db.table("act").update(self.id, {"details": self.record["details"]})

    def found(self) -> None:
        """Say that this act makes the workspace, so that no undo ever takes it back."""
        self.db.table("meta").insert({"key": "founding_act", "value": self.id})

    def insert(self, entity: str, row: Mapping[str, Value]) -> str:
        """Store a new row and return its identifier (made here unless the row brings one)."""
        identifier = str(row.get("id") or uuid7(self.at, self.randomness(10)))
        whole = {**row, "id": identifier, "rev": 1, "updated_at": utc_text(self.at), "updated_by": self.by}
        self.db.table(entity).insert(whole)
        self._record(entity, identifier, None, whole)
        return identifier

    def derive(self, entity: str, rows: Iterable[Mapping[str, Value]]) -> None:
        """Store rows that are computed from others and can be computed again, such as provisions: no events."""
        stamp = {"rev": 1, "updated_at": utc_text(self.at), "updated_by": self.by}
        self.db.table(entity).insert_all(
            {**row, "id": row.get("id") or uuid7(self.at, self.randomness(10)), **stamp} for row in rows
        )

    def update(self, entity: str, identifier: str, changes: Mapping[str, Value]) -> None:
        """Change columns of a row that is not deleted; columns that keep their value leave no trace."""
        before = self._row(entity, identifier)
        changed = {name: value for name, value in changes.items() if before[name] != value}
        if changed:
            self._write(entity, identifier, before, changed)

    def delete(self, entity: str, identifier: str) -> None:
        """Set a row aside; it stays in the database and an undo brings it back."""
        self._write(entity, identifier, self._row(entity, identifier), {"deleted_at": utc_text(self.at)})

    def purge(self, entity: str, identifier: str, columns: Mapping[str, Value]) -> None:
        """Put marks in the place of what must not be kept, in the row and in every event of it; never undone.

        The chain of hashes still verifies: it covers the hash of what an event changed, not the words themselves.
        """
        before = one(self.db, f"select * from {entity} where id = ?", [identifier])
        if before is None:
            raise NotFound(_("There is no {entity} {id} any more.", entity=entity, id=identifier))
        mark = emptied(self.id)
        for side in ("before", "after"):
            self.db.execute(
                f"update event set {side} = ? where entity = ? and row = ? and {side} is not null",
                [mark, entity, identifier],
            )
        self._write(entity, identifier, {}, columns, kept=before)

    def forget(self, entity: str, identifier: str) -> None:
        """Take a row away for good, and what its events say of it; used by a purge only."""
        self.purge(entity, identifier, {})
        self.db.table(entity).delete(identifier)

    def restore(self, entity: str, identifier: str, columns: Mapping[str, Value]) -> None:
        """Set columns of a row, deleted or not, to what they were: used by undo only."""
        before = one(self.db, f"select * from {entity} where id = ?", [identifier])
        if before is not None:
            self._write(entity, identifier, before, columns)

    def _row(self, entity: str, identifier: str) -> dict[str, Value]:
        row = one(self.db, f"select * from {entity} where id = ? and deleted_at is null", [identifier])
        if row is None:
            raise NotFound(_("There is no {entity} {id} any more.", entity=entity, id=identifier))
        return row

    def _write(
        self,
        entity: str,
        identifier: str,
        before: Mapping[str, Value],
        changed: Mapping[str, Value],
        *,
        kept: Mapping[str, Value] | None = None,
    ) -> None:
        """Change columns and record it; of a purge (`kept` is the row) only that the row went on is recorded."""
        if kept is not None:
            stamp = {"rev": kept["rev"], "updated_at": kept["updated_at"], "updated_by": kept["updated_by"]}
            before = stamp
        after: dict[str, Value] = {
            **({} if kept is not None else changed),
            "rev": int(str(before["rev"])) + 1,
            "updated_at": utc_text(self.at),
            "updated_by": self.by,
        }
        self.db.table(entity).update(identifier, {**changed, **after})
        self._record(entity, identifier, {name: before[name] for name in after}, after)

    def _record(
        self, entity: str, row: str, before: Mapping[str, Value] | None, after: Mapping[str, Value] | None
    ) -> None:
        origin, number, previous = self._tail or _tail_of(self.db)
        event: dict[str, Value] = {
            "id": uuid7(self.at, self.randomness(10)),
            "act": self.id,
            "origin": origin,
            "seq": number + 1,
            "entity": entity,
            "row": row,
            "before": None if before is None else to_json(_plain(before)),
            "after": None if after is None else to_json(_plain(after)),
            "prev": previous,
        }
        event["content"] = content_hash(event)
        event["hash"] = event_hash(event, self.record)
        self.db.table("event").insert(event)
        self._tail = (origin, number + 1, str(event["hash"]))


def _tail_of(db: Database) -> tuple[str, int, str]:
    origin = origin_of(db)
    last = one(db, "select seq, hash from event where origin = ? order by seq desc limit 1", [origin])
    return (origin, int(str(last["seq"])), str(last["hash"])) if last else (origin, 0, FIRST)


def _plain(columns: Mapping[str, Value]) -> dict[str, Value]:
    """Leave the bytes of files out of the log: they never change, and their row names their hash."""
    return {name: value for name, value in columns.items() if not isinstance(value, bytes)}


def origin_of(db: Database) -> str:
    """Return the identifier of this copy of the workspace."""
    row = one(db, "select value from meta where key = 'origin'")
    return str(row["value"]) if row else ""


@contextmanager
def acting(
    db: Database,
    label: str,
    details: Mapping[str, object],
    *,
    at: datetime,
    by: str,
    undoes: str | None = None,
    randomness: Randomness = os.urandom,
) -> Iterator[Act]:
    """Do one act: one transaction with all its events, nothing of which stays where the block raises.

    `label` is a message of the catalogue and `details` its values: codes and numbers, never people's words.
    """
    with immediate(db):
        record: dict[str, Value] = {
            "id": uuid7(at, randomness(10)),
            "at": utc_text(at),
            "by": by,
            "label": label,
            "details": to_json({name: str(value) for name, value in details.items()}),
            "undoes": undoes,
        }
        db.table("act").insert(record)
        yield Act(db, str(record["id"]), at, by, record, randomness)
