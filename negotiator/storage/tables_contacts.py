"""The table of the addresses at which somebody is written to."""

from sqlite_utils import Database

from negotiator.storage.tables import table


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
