"""How tables are made: strict, with the columns that every row has."""

from sqlite_utils import Database

VISIBILITIES = ("public", "member-states", "co-facilitators-and-secretariat", "private")


def table(db: Database, name: str, columns: str, *, written: bool = False, rules: str = "") -> None:
    """Make a strict table with the columns every row has; `written` adds the audience of what people wrote."""
    audience = ""
    if written:
        names = ", ".join(f"'{visibility}'" for visibility in VISIBILITIES)
        audience = f"visibility text not null check (visibility in ({names})),"
    db.execute(
        f"""create table {name} (
            id text primary key not null,
            {columns},
            {audience}
            rev integer not null default 1,
            updated_at text not null,
            updated_by text not null,
            deleted_at text
            {"," + rules if rules else ""}
        ) strict"""
    )


def living_unique(db: Database, table: str, *columns: str) -> None:
    """Codes are unique among the rows that are not deleted."""
    name = f"{table}_{'_'.join(columns)}_living"
    db.execute(f"create unique index {name} on {table} ({', '.join(columns)}) where deleted_at is null")


def instant(name: str) -> str:
    """Name the three columns of an instant."""
    return f"{name}_local text, {name}_zone text, {name}_utc text"
