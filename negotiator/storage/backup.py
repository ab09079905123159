"""Copies of the database, made while it is in use."""

import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from negotiator.errors import BadFile, DatabaseTrouble
from negotiator.i18n import _
from negotiator.storage.database import told_plainly
from negotiator.storage.driver import sqlite3
from negotiator.storage.opened import Database
from negotiator.storage.rows import query, text
from negotiator.storage.version import VERSION

KEPT = 14
"""How many daily backups are kept: two weeks of work."""


def back_up_once_a_day(db: Database, folder: Path, at: datetime) -> Path | None:
    """Copy the database before the first act of a UTC day, and let the oldest daily copies go."""
    target = folder / f"{at.astimezone(UTC):%Y-%m-%d}.db"
    if target.exists():
        return None
    copy_database(db, target)
    for old in sorted(folder.glob("????-??-??.db"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def copy_database(db: Database, target: Path) -> None:
    """Write a whole and consistent copy; it appears under its name only when it is complete."""
    assert db.conn is not None
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with told_plainly(target):
            copy = sqlite3.connect(beside)
            try:
                db.conn.backup(copy)
                # A copy that is moved about must be one file, without a log beside it.
                copy.execute("pragma journal_mode = delete")
            finally:
                copy.close()
        private(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def bring_back(source: Path, current: Path, kept: Path) -> None:
    """Put a backup in the place of the current database, of which a copy is kept first.

    A current database that still opens is written over inside SQLite, so that programs that have it open see the change
    and lose nothing; a damaged one is moved aside with its log.
    """
    with told_plainly(current):
        from_backup = sqlite3.connect(f"file:{source.as_posix()}?mode=ro", uri=True)
        try:
            if not _overwritten(from_backup, current, kept):
                for ending in ("", "-wal", "-shm", "-journal"):
                    beside = current.with_name(current.name + ending)
                    if beside.is_file():
                        beside.replace(kept.with_name(kept.name + ending))
                fresh = sqlite3.connect(current)
                try:
                    from_backup.backup(fresh)
                finally:
                    fresh.close()
        finally:
            from_backup.close()
    private(current)


def _overwritten(from_backup: sqlite3.Connection, current: Path, kept: Path) -> bool:
    if not current.is_file():
        return False
    try:
        db = Database(sqlite3.connect(current))
    except sqlite3.DatabaseError:
        return False
    try:
        assert db.conn is not None
        db.conn.execute("pragma schema_version")
        copy_database(db, kept)
        from_backup.backup(db.conn)
    except (sqlite3.DatabaseError, DatabaseTrouble):
        return False
    finally:
        db.close()
    return True


def private(path: Path) -> None:
    """Let only the owner read a file, where the system has modes."""
    if os.name == "posix":
        path.chmod(0o600)


def look_over(path: Path) -> list[str]:
    """Check a database file apart from our own: its integrity and its foreign keys; returns what is wrong.

    Raises `BadFile` where it is not a database of ours at all, or one of a newer version.
    """
    try:
        connection = sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True)
        try:
            tables = {str(row[0]) for row in connection.execute("select name from sqlite_master where type = 'table'")}
            if not {"act", "event", "meta"} <= tables:
                raise BadFile(_("{path} is not a database of this program.", path=path))
            if connection.execute("pragma user_version").fetchone()[0] > VERSION:
                raise BadFile(_("{path} was made by a newer version of this program.", path=path))
            found = [str(row[0]) for row in connection.execute("pragma integrity_check") if row[0] != "ok"]
            orphans = connection.execute("pragma foreign_key_check").fetchall()
        finally:
            connection.close()
    except sqlite3.DatabaseError as problem:
        raise BadFile(_("{path} is damaged: {problem}.", path=path, problem=problem)) from problem
    return found + [
        _("{table} row {row} points to a row of {parent} that is not there.", table=o[0], row=o[1], parent=o[2])
        for o in orphans
    ]


def altered_files(db: Database) -> list[str]:
    """Return the names of the files kept whose bytes are no longer those that were stored."""
    altered = []
    for table, name in (("draft_text", "file_name"), ("input_file", "name"), ("letter_file", "name")):
        for row in query(db, f"select {name} as name, sha256, bytes from {table}"):
            held = row["bytes"]
            if not isinstance(held, bytes) or sha256(held).hexdigest() != row["sha256"]:
                altered.append(text(row, "name"))
    return altered
