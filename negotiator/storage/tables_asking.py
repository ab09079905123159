"""The tables of asking: windows of calls, who aligned with an answer or stood apart, where somebody is written to."""

from sqlite_utils import Database

from negotiator.storage.tables import instant, living_unique, table


def call_windows(db: Database) -> None:
    """What a call asks for beside its first kind, from when until when, and the phase a call belongs to."""
    of = "call text not null references call (id)"
    table(db, "call_window", f"{of}, place integer not null, kind text not null, {instant('asked')}, {instant('due')}")
    living_unique(db, "call_window", "call", "kind")
    db.execute("alter table call add column phase text")
    db.execute("alter table call_extension add column kind text not null default ''")


def stands_on_inputs(db: Database) -> None:
    """Who aligned with an input or dissociated from it, when, and why; the latest word counts."""
    of = "input text not null references input (id), stakeholder text not null references stakeholder (id)"
    table(db, "input_stand", f"{of}, aligned integer not null, {instant('at')}, why text not null")
    db.execute("create index input_stand_of on input_stand (input)")


def contacts(db: Database) -> None:
    """Who is written to at a delegation or stakeholder, in which language, from when until when."""
    table(
        db,
        "contact",
        """stakeholder text not null references stakeholder (id), name text not null, email text not null,
        language text not null, since text, until text""",
        written=True,
    )
    db.execute("create index contact_of on contact (stakeholder)")


ASKING = (call_windows, stands_on_inputs, contacts)
"""These changes, in their order."""
