"""The tables of proposals."""

from sqlite_utils import Database

from negotiator.storage.tables import instant, living_unique, table


def proposals(db: Database) -> None:
    """What is proposed on which provision, who is for and against it, and what became of it."""
    stakeholder = "stakeholder text not null references stakeholder (id)"
    table(
        db,
        "proposal",
        f"""number integer not null, draft text not null, draft_text text, label text not null, path text not null,
        action text not null, {stakeholder}, group_code text not null, {instant("made")}, old text not null,
        new text not null, entry text references entry (id), note text not null, doubts text not null,
        disposition text not null, why text not null, disposed_in text not null""",
        written=True,
    )
    living_unique(db, "proposal", "number")
    db.execute("create index proposal_place on proposal (draft_text, path)")
    held = "proposal text not null references proposal (id)"
    table(db, "proposal_stand", f"{held}, {stakeholder}, stance text not null, {instant('at')}")
    living_unique(db, "proposal_stand", "proposal", "stakeholder")
    table(
        db,
        "proposal_step",
        f"{held}, disposition text not null, {instant('at')}, why text not null, draft text not null",
    )
