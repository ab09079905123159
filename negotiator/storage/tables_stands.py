"""The table of those who align with, or stand apart from, what was sent on behalf of a group after it came in."""

from sqlite_utils import Database

from negotiator.storage.tables import instant, table


def stands_on_inputs(db: Database) -> None:
    """Who aligned with an input or dissociated from it, when, and why; the latest word counts."""
    of = "input text not null references input (id), stakeholder text not null references stakeholder (id)"
    table(db, "input_stand", f"{of}, aligned integer not null, {instant('at')}, why text not null")
    db.execute("create index input_stand_of on input_stand (input)")
