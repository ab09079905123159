"""Open the database of a workspace, bring it up to date, and hold one write at a time."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import disk_usage
from time import monotonic, sleep

from negotiator.errors import DatabaseTrouble, NotFound
from negotiator.i18n import _
from negotiator.storage.driver import WAL_IS_SAFE, sqlite3
from negotiator.storage.opened import Database
from negotiator.storage.version import VERSION

BUSY_SECONDS = 30
"""How long a writer waits for another: the lock is not fair, and among twenty writers one waited for 12 seconds."""


def connect(path: Path, *, create: bool = False) -> Database:
    """Open the database with our settings, after any migration that is due.

    Raises `NotFound` where there is no file, `DatabaseTrouble` where it is empty, damaged, locked or made by a newer
    version.
    """
    if not create and not path.is_file():
        raise NotFound(
            _(
                "There is no database at {path}; “negotiator restore” brings a backup back.",
                path=path,
            )
        )
    if not create and path.stat().st_size == 0:
        raise DatabaseTrouble(_("{path} is empty; “negotiator restore” brings a backup back.", path=path))
    with told_plainly(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            db = Database(connection)
            _settle(db)
            _bring_up_to_date(db, path)
        except BaseException:
            connection.close()
            raise
    return db


def _settle(db: Database) -> None:
    connection = db.conn
    assert connection is not None
    # The journal of an existing file is already set; asking again needs a lock that another writer may hold.
    journal = connection.execute("pragma journal_mode").fetchone()[0]
    wanted = "wal" if WAL_IS_SAFE else "truncate"
    if journal != wanted:
        _change_journal(connection, wanted)
    connection.execute("pragma synchronous = full")
    connection.execute("pragma foreign_keys = on")
    connection.execute(f"pragma busy_timeout = {BUSY_SECONDS * 1000}")


def _change_journal(connection: sqlite3.Connection, wanted: str) -> None:
    """Change the journal of a new file; SQLite does not wait by itself where several programs do so at once."""
    patience = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute(f"pragma journal_mode = {wanted}")
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem) or monotonic() > patience:
                raise
            sleep(0.02)
        else:
            return


def _bring_up_to_date(db: Database, path: Path) -> None:
    version = _version(db)
    if version > VERSION:
        raise DatabaseTrouble(
            _("{path} was made by a newer version of this program; update the program to open it.", path=path)
        )
    if version == VERSION:
        return
    from negotiator.storage.migrations import migrations

    with immediate(db):
        if _version(db) < VERSION:  # another process may have done it while we waited
            migrations.apply(db.writer)
            db.execute(f"pragma user_version = {VERSION}")


def _version(db: Database) -> int:
    return int(db.execute("pragma user_version").fetchone()[0])


@contextmanager
def immediate(db: Database) -> Iterator[None]:
    """Hold the one write lock from the start, so that what is read inside cannot change before it is written.

    Calls of sqlite-utils inside nest as savepoints. Everything is undone where the block raises.
    """
    connection = db.conn
    assert connection is not None
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        # A full disk may have rolled the transaction back already.
        with suppress(sqlite3.Error):
            connection.execute("rollback")
        raise


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what the driver raises into one sentence for a person."""
    try:
        yield
    except sqlite3.Error as problem:
        raise DatabaseTrouble(_sentence(problem, path)) from problem


def _sentence(problem: Exception, path: Path) -> str:
    words = str(problem).lower()
    if "locked" in words or "busy" in words:
        return _("{path} is busy: another program has been writing for half a minute; try again.", path=path)
    if "full" in words or ("disk i/o" in words and disk_usage(path.parent).free < 2**16):
        return _("There is no room left on the disk for {path}; nothing was stored.", path=path)
    if "readonly" in words or "read-only" in words:
        return _("{path} cannot be written: you may read it only.", path=path)
    if "malformed" in words or "not a database" in words:
        return _("{path} is damaged or not a database; “negotiator restore” brings a backup back.", path=path)
    if "unable to open" in words:
        return _("{path} cannot be opened; see whether the folder is there and yours.", path=path)
    return _("{path} refused: {problem}.", path=path, problem=problem)


def data_version(db: Database) -> int:
    """Return a number that changes when another connection has stored something."""
    return int(db.execute("pragma data_version").fetchone()[0])
