"""Rows of the floor: meetings with their pauses and chairs, attendance, half-typed texts."""

from collections.abc import Sequence

from negotiator.domain.dates import Instant
from negotiator.domain.meeting import Attendance, Level, Meeting, Pause, Presiding, Source
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import (
    Row,
    Value,
    instant_columns,
    instant_from,
    moment_from,
    one,
    query,
    text,
    utc_text,
    whole,
)


def session_row(db: Database, code: str) -> dict[str, Value] | None:
    """Return the row of a session by its code, in any case of letters."""
    return one(db, "select * from session where code = ? collate nocase and deleted_at is null", [code])


def meetings(db: Database, session: str, upto: Instant | None = None) -> list[Meeting]:
    """Return the meetings of a session, as they stood at a moment: one that closed later is still open."""
    rows = query(
        db,
        """select m.*, s.code as session_code from meeting m join session s on s.id = m.session
        where s.code = ? and m.deleted_at is null order by m.opened_utc, m.number""",
        [session],
    )
    pauses, chairs = _of_meetings(db, "meeting_pause", session), _of_meetings(db, "meeting_chair", session)
    found = [_meeting(row, pauses.get(text(row, "id"), []), chairs.get(text(row, "id"), []), upto) for row in rows]
    return [meeting for meeting in found if upto is None or meeting.opened.utc <= upto.utc]


def _of_meetings(db: Database, table: str, session: str) -> dict[str, list[Row]]:
    """Return the rows that belong to the meetings of a session, oldest first, by meeting."""
    who = ("join stakeholder k on k.id = x.stakeholder", ", k.code") if table == "meeting_chair" else ("", "")
    found: dict[str, list[Row]] = {}
    for row in query(
        db,
        f"""select x.*{who[1]} from {table} x join meeting m on m.id = x.meeting join session s on s.id = m.session
        {who[0]} where s.code = ? and x.deleted_at is null order by x.since_utc, x.rowid""",
        [session],
    ):
        found.setdefault(text(row, "meeting"), []).append(row)
    return found


def _meeting(row: Row, pauses: Sequence[Row], chairs: Sequence[Row], upto: Instant | None) -> Meeting:
    opened = moment_from(row, "opened")
    return Meeting(
        text(row, "id"),
        text(row, "session_code"),
        whole(row, "number"),
        opened,
        _by(instant_from(row, "closed"), upto),
        tuple(
            Pause(since, _by(instant_from(each, "until"), upto), text(each, "why"))
            for each in pauses
            if (since := _by(instant_from(each, "since"), upto))
        ),
        tuple(
            Presiding(text(each, "code"), since) for each in chairs if (since := _by(instant_from(each, "since"), upto))
        ),
    )


def _by(moment: Instant | None, upto: Instant | None) -> Instant | None:
    """Return a moment, unless it is later than the one to judge by."""
    return None if moment is None or (upto is not None and moment.utc > upto.utc) else moment


def add_meeting(act: Act, session_id: str, number: int, opened: Instant) -> str:
    """Store a meeting that has just opened."""
    row: dict[str, Value] = {"session": session_id, "number": number, **instant_columns("opened", opened)}
    return act.insert("meeting", row)


def close_meeting(act: Act, meeting: str, closed: Instant) -> None:
    """Store when a meeting closed."""
    act.update("meeting", meeting, instant_columns("closed", closed))


def open_pause(db: Database, meeting: str) -> str | None:
    """Return the row of the pause that goes on."""
    row = one(
        db, "select id from meeting_pause where meeting = ? and until_utc is null and deleted_at is null", [meeting]
    )
    return text(row, "id") if row else None


def suspend_meeting(act: Act, meeting: str, since: Instant, why: str) -> None:
    """Store that a meeting is suspended."""
    act.insert("meeting_pause", {"meeting": meeting, **instant_columns("since", since), "why": why})


def resume_meeting(act: Act, pause: str, until: Instant) -> None:
    """Store that a meeting goes on."""
    act.update("meeting_pause", pause, instant_columns("until", until))


def take_chair(act: Act, meeting: str, stakeholder_id: str, since: Instant) -> None:
    """Store who presides from a moment on."""
    act.insert("meeting_chair", {"meeting": meeting, "stakeholder": stakeholder_id, **instant_columns("since", since)})


def next_meeting_number(db: Database, session_id: str) -> int:
    """Return the number of the next meeting of a session."""
    row = one(db, "select max(number) as last from meeting where session = ? and deleted_at is null", [session_id])
    return whole(row, "last") + 1 if row else 1


def attendance(db: Database, session: str, upto: Instant | None = None) -> list[Attendance]:
    """Return who was in the room at each meeting of a session."""
    rows = query(
        db,
        """select m.number as meeting, k.code as stakeholder, a.source, a.level, a.head from attendance a
        join meeting m on m.id = a.meeting join session s on s.id = m.session
        join stakeholder k on k.id = a.stakeholder
        where s.code = ? and a.deleted_at is null and m.deleted_at is null and (? is null or m.opened_utc <= ?)
        order by m.number, k.code""",
        [session, utc_text(upto.utc) if upto else None, utc_text(upto.utc) if upto else None],
    )
    return [
        Attendance(
            whole(row, "meeting"),
            text(row, "stakeholder"),
            Source(text(row, "source")),
            Level(text(row, "level")) if row["level"] else None,
            text(row, "head"),
        )
        for row in rows
    ]


def note_attendance(
    act: Act, meeting: str, stakeholder_id: str, source: Source, level: Level | None = None, head: str = ""
) -> bool:
    """Store that a delegation was in the room, or who headed it; says whether it was news that it was there."""
    told: dict[str, Value] = {}
    if level:
        told["level"] = level.value
    if head:
        told["head"] = head
    known = _attendance_row(act.db, meeting, stakeholder_id)
    if known is not None:
        if told:
            act.update("attendance", known, told)
        return False
    act.insert("attendance", {"meeting": meeting, "stakeholder": stakeholder_id, "source": source.value, **told})
    return True


def strike_attendance(act: Act, meeting: str, stakeholder_id: str) -> bool:
    """Take back that a delegation was in the room; says whether it had been noted."""
    row = _attendance_row(act.db, meeting, stakeholder_id)
    if row is not None:
        act.delete("attendance", row)
    return row is not None


def _attendance_row(db: Database, meeting: str, stakeholder_id: str) -> str | None:
    row = one(
        db,
        "select id from attendance where meeting = ? and stakeholder = ? and deleted_at is null",
        [meeting, stakeholder_id],
    )
    return text(row, "id") if row else None


def scratch(db: Database, key: str, by: str) -> str:
    """Return a half-typed text that was kept, empty where there is none."""
    row = one(db, "select text from scratch where key = ? and by = ?", [key, by])
    return text(row, "text") if row else ""


def keep_scratch(db: Database, key: str, by: str, words: str, at: str) -> None:
    """Keep a half-typed text, or forget it where it is empty; this is no act and leaves no event."""
    if words:
        db.table("scratch").upsert({"key": key, "by": by, "text": words, "at": at}, pk=("key", "by"))
    else:
        db.table("scratch").delete_where("key = ? and by = ?", [key, by])
