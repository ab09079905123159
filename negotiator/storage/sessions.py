"""Rows of the floor: meetings, attendance and the entries of the log."""

import json
from collections.abc import Sequence

from sqlite_utils import Database

from negotiator.domain.dates import Instant
from negotiator.domain.meeting import Attendance, Entry, Meeting, Place, Position, Source
from negotiator.storage.events import Act
from negotiator.storage.rows import (
    Row,
    Value,
    instant_columns,
    instant_from,
    one,
    query,
    text,
    to_json,
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
    found = [_meeting(row, upto) for row in rows]
    return [meeting for meeting in found if upto is None or meeting.opened.utc <= upto.utc]


def _meeting(row: Row, upto: Instant | None) -> Meeting:
    opened, closed = instant_from(row, "opened"), instant_from(row, "closed")
    assert opened is not None
    if closed is not None and upto is not None and closed.utc > upto.utc:
        closed = None
    return Meeting(text(row, "id"), text(row, "session_code"), whole(row, "number"), opened, closed)


def add_meeting(act: Act, session_id: str, number: int, opened: Instant) -> str:
    """Store a meeting that has just opened."""
    row: dict[str, Value] = {"session": session_id, "number": number, **instant_columns("opened", opened)}
    return act.insert("meeting", row)


def close_meeting(act: Act, meeting: str, closed: Instant) -> None:
    """Store when a meeting closed."""
    act.update("meeting", meeting, instant_columns("closed", closed))


def entries(db: Database, session: str, upto: Instant | None = None) -> list[Entry]:
    """Return the log of a session in the order in which things were said."""
    rows = query(
        db,
        """select e.*, s.code as session_code, m.number as meeting_number, k.code as speaker
        from entry e join session s on s.id = e.session join stakeholder k on k.id = e.stakeholder
        left join meeting m on m.id = e.meeting and m.deleted_at is null
        where s.code = ? and e.deleted_at is null and (? is null or e.said_utc <= ?) order by e.said_utc, e.number""",
        [session, utc_text(upto.utc) if upto else None, utc_text(upto.utc) if upto else None],
    )
    return [_entry(row) for row in rows]


def _entry(row: Row) -> Entry:
    said = instant_from(row, "said")
    assert said is not None
    position = text(row, "position")
    return Entry(
        id=text(row, "id"),
        code=f"{text(row, 'session_code')}-{whole(row, 'number')}",
        session=text(row, "session_code"),
        meeting=None if row["meeting_number"] is None else whole(row, "meeting_number"),
        speaker=text(row, "speaker"),
        places=tuple(Place(place["label"], place["path"]) for place in json.loads(text(row, "paragraphs"))),
        position=Position(position) if position else None,
        words=text(row, "words"),
        line=text(row, "line"),
        draft=text(row, "draft"),
        said=said,
        by=text(row, "updated_by"),
        visibility=text(row, "visibility"),
    )


def next_number(db: Database, session_id: str) -> int:
    """Return the number of the next entry of a session; numbers of deleted entries are not given again."""
    row = one(db, "select max(number) as last from entry where session = ?", [session_id])
    return whole(row, "last") + 1 if row else 1


def next_meeting_number(db: Database, session_id: str) -> int:
    """Return the number of the next meeting of a session."""
    row = one(db, "select max(number) as last from meeting where session = ? and deleted_at is null", [session_id])
    return whole(row, "last") + 1 if row else 1


def entry_columns(
    speaker_id: str,
    places: Sequence[Place],
    position: Position | None,
    words: str,
    line: str,
    draft: str,
    draft_text: str,
) -> dict[str, Value]:
    """Spread what an entry says over its columns."""
    return {
        "stakeholder": speaker_id,
        "paragraphs": to_json([{"label": place.label, "path": place.path} for place in places]),
        "position": position.value if position else None,
        "words": words,
        "line": line,
        "doubts": to_json([place.label for place in places if not place.path]),
        "draft": draft or None,
        "draft_text": draft_text or None,
    }


def attendance(db: Database, session: str, upto: Instant | None = None) -> list[Attendance]:
    """Return who was in the room at each meeting of a session."""
    rows = query(
        db,
        """select m.number as meeting, k.code as stakeholder, a.source from attendance a
        join meeting m on m.id = a.meeting join session s on s.id = m.session
        join stakeholder k on k.id = a.stakeholder
        where s.code = ? and a.deleted_at is null and m.deleted_at is null and (? is null or m.opened_utc <= ?)
        order by m.number, k.code""",
        [session, utc_text(upto.utc) if upto else None, utc_text(upto.utc) if upto else None],
    )
    return [Attendance(whole(row, "meeting"), text(row, "stakeholder"), Source(text(row, "source"))) for row in rows]


def note_attendance(act: Act, meeting: str, stakeholder_id: str, source: Source) -> bool:
    """Store that a delegation was in the room, unless that is known; says whether it was news."""
    if _attendance_row(act.db, meeting, stakeholder_id) is not None:
        return False
    act.insert("attendance", {"meeting": meeting, "stakeholder": stakeholder_id, "source": source.value})
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
