"""Which SQLite we speak to; everything that needs its exceptions or constants takes them from here.

`pysqlite3` brings an SQLite without the WAL-reset defect (SQLite 3.7.0 to 3.51.2); where it has no wheel the stock
driver serves, and then the journal is not a write-ahead log.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        from pysqlite3 import dbapi2 as sqlite3
    except ImportError:
        import sqlite3

__all__ = ["WAL_IS_SAFE", "sqlite3"]

WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)
"""Whether several processes may write one write-ahead log without the danger of corruption."""
