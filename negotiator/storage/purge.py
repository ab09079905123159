"""Emptying what must not be kept: rows, the events that carry it, half-typed copies, and the pages of the file."""

from pathlib import Path

from negotiator.storage.driver import sqlite3
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import Value, one, query, text, whole

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
    row = one(act.db, "select * from entry where id = ?", [identifier]) if entity == "entry" else None
    words = [text(row, name).strip()[:BEGINNING] for name in ("words", "line")] if row else []
    for kept in query(act.db, "select key, by, text from scratch"):
        if any(len(each) >= COPIED and each in text(kept, "text") for each in words):
            act.db.table("scratch").delete_where("key = ? and by = ?", [text(kept, "key"), text(kept, "by")])


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


def holds(backup: Path, entity: str, identifier: str) -> bool:
    """Say whether a backup still has the words of a record."""
    column = next(name for name, value in WORDS[entity].items() if value == PURGED)
    connection = sqlite3.connect(f"file:{backup}?mode=ro", uri=True)
    try:
        row = connection.execute(f"select {column} from {entity} where id = ?", [identifier]).fetchone()
    except sqlite3.DatabaseError:
        return True  # what cannot be read cannot be vouched for
    finally:
        connection.close()
    return row is not None and row[0] != PURGED
