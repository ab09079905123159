"""Emptying what must not be kept: rows, the events that carry it, half-typed copies, and the pages of the file."""

import os
import shutil
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.i18n import _
from negotiator.storage.backup import private
from negotiator.storage.chain import PURGE, broken_links
from negotiator.storage.database import connect
from negotiator.storage.driver import sqlite3
from negotiator.storage.events import Act, acting
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, Value, one, query, text, whole

PURGED = "[purged]"
"""What stands in the place of words that were purged."""

WORDS: dict[str, dict[str, Value]] = {
    "entry": {"words": PURGED, "line": PURGED, "doubts": "[]"},
    "proposal": {"old": "", "new": PURGED, "note": ""},
    "input": {"title": PURGED, "note": ""},
}
"""What is emptied in each kind of row."""

COPIED, BEGINNING = 4, 12
"""A half-typed line that holds at least so many letters, at most so many, of how the words begin is a copy of them."""


WAIT = 2000
"""Milliseconds to wait for those who read before saying that they do."""


def purge_row(act: Act, entity: str, identifier: str) -> None:
    """Empty a row, what its events say, the files that came with it, and half-typed copies of its words."""
    _forget_half_typed(act, entity, identifier)
    act.purge(entity, identifier, WORDS[entity])
    if entity == "input":
        for row in query(act.db, "select id from input_file where input = ?", [identifier]):
            act.forget("input_file", text(row, "id"))


def _forget_half_typed(act: Act, entity: str, identifier: str) -> None:
    """Take away the half-typed lines, whoever typed them, that hold how the words of an entry begin; others stay."""
    for kept in _half_typed(act.db, beginnings(act.db, entity, identifier)):
        act.db.table("scratch").delete_where("key = ? and by = ?", [text(kept, "key"), text(kept, "by")])


def beginnings(db: Database, entity: str, identifier: str) -> list[str]:
    """Return how the words of an entry begin, by which a half-typed copy of it is known."""
    row = one(db, "select * from entry where id = ?", [identifier]) if entity == "entry" else None
    words = [text(row, name).strip()[:BEGINNING] for name in ("words", "line")] if row else []
    return [each for each in words if len(each) >= COPIED and each != PURGED]


def _half_typed(db: Database, begun: Sequence[str]) -> list[Row]:
    """Return the half-typed lines that hold one of these beginnings."""
    found = query(db, "select key, by, text from scratch")
    return [kept for kept in found if any(each in text(kept, "text") for each in begun)]


def proposals_of(db: Database, entry: str) -> list[int]:
    """Return the numbers of the proposals that were made of an entry and keep words of their own."""
    sql = "select number from proposal where entry = ? and deleted_at is null and new <> ? order by number"
    return [whole(row, "number") for row in query(db, sql, [entry, PURGED])]


def found(db: Database, entity: str, number: int, session: str = "") -> str | None:
    """Return the identifier of a record, one that was set aside too."""
    if entity == "entry":
        sql = "select e.id from entry e join session s on s.id = e.session where e.number = ? and s.code = ?"
        row = one(db, sql, [number, session])
    else:
        row = one(db, f"select id from {entity} where number = ?", [number])
    return text(row, "id") if row else None


def rewrite(db: Database) -> bool:
    """Fold the write-ahead log in and write the file anew; says whether that could be done now."""
    patience = db.conn.execute("pragma busy_timeout").fetchone()[0]
    db.conn.execute(f"pragma busy_timeout = {WAIT}")
    try:
        db.conn.execute("pragma wal_checkpoint(truncate)")
        db.conn.execute("vacuum")
        busy = db.conn.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
    except sqlite3.OperationalError:  # somebody else is reading
        return False
    finally:
        db.conn.execute(f"pragma busy_timeout = {patience}")
    return not busy


def holds(backup: Path, entity: str, identifier: str, begun: Sequence[str] = ()) -> bool:
    """Say whether a backup still has the words of a record, or a half-typed line with one of these beginnings."""
    column = next(name for name, value in WORDS[entity].items() if value == PURGED)
    try:
        connection = sqlite3.connect(f"file:{backup.as_posix()}?mode=ro", uri=True)
        try:
            row = connection.execute(f"select {column} from {entity} where id = ?", [identifier]).fetchone()
            lines = [str(kept[0]) for kept in connection.execute("select text from scratch")] if begun else []
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return True  # what cannot be read cannot be vouched for
    return (row is not None and row[0] != PURGED) or any(each in line for each in begun for line in lines)


def purge_backup(
    backup: Path, label: Mapping[str, str], entity: str, identifier: str, begun: Sequence[str], at: datetime, by: str
) -> str:
    """Take the words of a record out of a backup and keep everything else; returns why that could not be done.

    The same purge is done to a copy beside it, whose chain of events must still verify, and which takes its place only
    then: whatever fails, the backup is as it was.
    """
    beside = backup.with_name(f".{backup.name}.{os.getpid()}.new")
    try:
        shutil.copyfile(backup, beside)
        db = connect(beside)
        try:
            _purge_copy(db, label, entity, identifier, begun, at, by)
            db.conn.execute("pragma journal_mode = delete")
            db.conn.execute("vacuum")
            wrong = broken_links(db)
        finally:
            db.close()
        if wrong or holds(beside, entity, identifier, begun):
            return _("its history does not verify")
        private(beside)
        shutil.copystat(backup, beside)
        beside.replace(backup)
    except (sqlite3.DatabaseError, NegotiatorError, OSError) as problem:
        return str(problem)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            beside.with_name(beside.name + ending).unlink(missing_ok=True)
    return ""


def _purge_copy(
    db: Database, label: Mapping[str, str], entity: str, identifier: str, begun: Sequence[str], at: datetime, by: str
) -> None:
    """Purge a record where it is there, and half-typed copies of it where it is not there yet."""
    with acting(db, PURGE, label, at=at, by=by) as act:
        for kept in _half_typed(db, [*begun, *beginnings(db, entity, identifier)]):
            act.db.table("scratch").delete_where("key = ? and by = ?", [text(kept, "key"), text(kept, "by")])
        if one(db, f"select id from {entity} where id = ?", [identifier]):
            purge_row(act, entity, identifier)
