"""The table of reminders."""

from sqlite_utils import Database

from negotiator.storage.tables import instant, table


def reminders(db: Database) -> None:
    """Of which input somebody was reminded, when, and in which tone."""
    table(db, "input_chase", f"input text not null references input (id), tone text not null, {instant('at')}")
    db.execute("create index input_chase_input on input_chase (input)")
