"""The tables of calls that ask for several kinds of input, each within its own window."""

from sqlite_utils import Database

from negotiator.storage.tables import instant, living_unique, table


def call_windows(db: Database) -> None:
    """What a call asks for beside its first kind, from when until when, and the phase a call belongs to."""
    of = "call text not null references call (id)"
    table(db, "call_window", f"{of}, place integer not null, kind text not null, {instant('asked')}, {instant('due')}")
    living_unique(db, "call_window", "call", "kind")
    db.execute("alter table call add column phase text")
    db.execute("alter table call_extension add column kind text not null default ''")
