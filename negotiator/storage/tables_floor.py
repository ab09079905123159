"""The tables of the floor: what kind an entry is and for whom, pauses, who presides, the speakers' list."""

from sqlite_utils import Database

from negotiator.storage.tables import instant, living_unique, table


def the_speakers(db: Database) -> None:
    """Kinds of entries and for whom they speak; pauses and chairs of meetings; heads of delegations; the list."""
    for column in (
        "kind text not null default 'statement'",
        "live integer not null default 0",  # what was typed before this column was has its place by its hour
        "behalf text",
        "aligned text not null default '[]'",
        "apart text not null default '[]'",
    ):
        db.execute(f"alter table entry add column {column}")
    for column in ("level text", "head text not null default ''"):
        db.execute(f"alter table attendance add column {column}")
    db.execute("alter table panel add column composition text not null default '{}'")
    meeting = "meeting text not null references meeting (id)"
    stakeholder = "stakeholder text not null references stakeholder (id)"
    table(db, "meeting_pause", f"{meeting}, {instant('since')}, {instant('until')}, why text not null")
    table(db, "meeting_chair", f"{meeting}, {stakeholder}, {instant('since')}")
    session = "session text not null references session (id)"
    table(
        db,
        "speech",
        f"""{session}, number integer not null, {stakeholder}, group_code text not null, kind text not null,
        state text not null, place real not null, {instant("asked")}, meeting text references meeting (id),
        {instant("started")}, {instant("stopped")}, {instant("paused")}, held_seconds integer not null default 0,
        limit_seconds integer not null default 0""",
    )
    living_unique(db, "speech", "session", "number")
    table(db, "speech_limit", f"{session}, meeting integer not null, alone real not null, for_group real not null")
    living_unique(db, "speech_limit", "session", "meeting")
    db.execute("create index entry_number on entry (session, number)")
    db.execute("create index entry_meeting on entry (meeting, stakeholder) where deleted_at is null")
    db.execute("create index meeting_pause_meeting on meeting_pause (meeting)")
    db.execute("create index meeting_chair_meeting on meeting_chair (meeting)")
