"""The tables of the fund, of those who serve a session, and the columns that say who decided and where it was."""

from sqlite_utils import Database

from negotiator.storage.tables import living_unique, table


def fund_and_contacts(db: Database) -> None:
    """What was paid into the fund, who serves a session, and what a changed date leaves behind."""
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
    db.execute("alter table session_move add column where_before text not null default ''")
    db.execute("alter table mandate_reading add column decided_by text not null default ''")
