"""The tables of accreditation."""

from sqlite_utils import Database

from negotiator.storage.tables import instant, living_unique, table


def accreditations(db: Database) -> None:
    """Who asks to be admitted to what, how far each application has come, and what was objected."""
    stakeholder = "stakeholder text not null references stakeholder (id)"
    table(
        db,
        "accreditation",
        f"""number integer not null, {stakeholder}, admission text not null, route text not null,
        applied text not null, status text not null, status_year integer, women integer not null,
        men integer not null, extended integer not null, note text not null""",
        written=True,
    )
    living_unique(db, "accreditation", "number")
    living_unique(db, "accreditation", "stakeholder", "admission")
    held = "accreditation text not null references accreditation (id)"
    table(db, "accreditation_step", f"{held}, state text not null, {instant('at')}, why text not null")
    db.execute("create index accreditation_step_of on accreditation_step (accreditation)")
    table(db, "objection", f"{held}, {stakeholder}, {instant('at')}, basis text not null", written=True)
    table(db, "objection_shared", f"objection text not null references objection (id), {stakeholder}, {instant('at')}")
