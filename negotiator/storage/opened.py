"""An open database as everything here takes it: reading goes straight to the driver, writing through sqlite-utils.

Loading sqlite-utils takes longer than most questions: a command that only reads never loads it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from negotiator.storage.driver import sqlite3

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table

READING = ("select", "pragma")
"""How a statement begins that changes no row."""


class Database:
    """A connection, with what this program does with one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.conn = connection
        self._writer: sqlite_utils.Database | None = None

    @property
    def writer(self) -> "sqlite_utils.Database":
        """The same connection in the hands of sqlite-utils."""
        if self._writer is None:
            from sqlite_utils import Database as Writer

            self._writer = Writer(self.conn, execute_plugins=False)
        return self._writer

    def execute(self, sql: str, parameters: Sequence[object] | Mapping[str, object] | None = None) -> sqlite3.Cursor:
        """Run one statement; one that writes is stored at once unless a transaction is open (as sqlite-utils does)."""
        if sql.lstrip().lower().startswith(READING):
            return self.conn.execute(sql, parameters or ())
        if parameters is None:
            return self.writer.execute(sql)
        return self.writer.execute(sql, dict(parameters) if isinstance(parameters, Mapping) else parameters)

    def table(self, name: str) -> "Table":
        """Return a table to write into."""
        return self.writer.table(name)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
