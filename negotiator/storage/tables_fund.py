"""The tables of the fund and of those who serve a session."""

from sqlite_utils import Database

from negotiator.storage.tables import living_unique, table


def fund_and_contacts(db: Database) -> None:
    """What was paid into the fund for taking part, and whom each organization names for a session."""
    table(
        db,
        "contribution",
        """number integer not null, donor text not null, amount real not null, currency text not null,
        date text not null, source text not null, note text not null, withdrawn text, why text not null""",
    )
    living_unique(db, "contribution", "number")
    table(
        db,
        "session_contact",
        "session text not null references session (id), organization text not null, name text not null",
    )
    living_unique(db, "session_contact", "session", "organization")
