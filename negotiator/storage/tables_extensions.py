"""The columns that say on which document a change of a due date rests."""

from sqlite_utils import Database


def extension_sources(db: Database) -> None:
    """In which document it was said that somebody has more time."""
    for name in ("input_extension", "call_extension"):
        db.execute(f"alter table {name} add column source text not null default ''")
