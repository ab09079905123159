"""Rows of the log: what was said, by whom, for whom, on which paragraph."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from negotiator.domain.behalf import Behalf
from negotiator.domain.dates import Instant
from negotiator.domain.entry import Entry, EntryKind, Place, Position, in_order
from negotiator.storage.opened import Database
from negotiator.storage.rows import (
    Row,
    Value,
    instant_from,
    moment_from,
    next_in,
    one,
    query,
    strings_from,
    text,
    to_json,
    utc_text,
    whole,
)

_ENTRIES = """select e.*, s.code as session_code, m.number as meeting_number, k.code as speaker
        from entry e join session s on s.id = e.session join stakeholder k on k.id = e.stakeholder
        left join meeting m on m.id = e.meeting and m.deleted_at is null"""

_OF_SESSION = "e.session = (select id from session where code = ? and deleted_at is null)"
"""Asked this way, the index of numbers gives the end of a long log without reading the rest."""


def entries(
    db: Database, session: str, upto: Instant | None = None, *, most: int | None = None, since: int = 0
) -> list[Entry]:
    """Return the log of a session in the order in which things were said.

    Of a long one the last `most`, or those from the number `since` on.
    """
    rows = query(
        db,
        f"""{_ENTRIES} where {_OF_SESSION} and e.number >= ? and e.deleted_at is null
        and (? is null or e.said_utc <= ?) order by e.number desc limit ?""",
        [session, since, *_twice(upto), -1 if most is None or since else most],
    )
    return in_order(map(_entry, rows))


def entry_numbered(db: Database, session: str, number: int, upto: Instant | None = None) -> Entry | None:
    """Return the entry with a number."""
    row = one(
        db,
        f"{_ENTRIES} where {_OF_SESSION} and e.number = ? and e.deleted_at is null and (? is null or e.said_utc <= ?)",
        [session, number, *_twice(upto)],
    )
    return _entry(row) if row else None


def entries_on(db: Database, session: str, path: str, upto: Instant | None = None) -> list[Entry]:
    """Return the entries of a session on the paragraph at a path, and those that join or leave others altogether."""
    rows = query(
        db,
        f"""{_ENTRIES} where {_OF_SESSION} and e.deleted_at is null and (? is null or e.said_utc <= ?)
        and (instr(e.paragraphs, ?) > 0 or e.aligned <> '[]' or e.apart <> '[]')""",
        [session, *_twice(upto), to_json(path)],
    )
    found = map(_entry, rows)
    return in_order(each for each in found if each.on(path) or ((each.aligned or each.apart) and not each.places))


def paths_spoken_on(db: Database, session: str, upto: Instant | None = None) -> list[Place]:
    """Return every paragraph of the text that was spoken on in a session, each once; those within a range too."""
    rows = query(
        db,
        f"""select e.paragraphs from entry e
        where {_OF_SESSION} and e.deleted_at is null and e.paragraphs <> '[]' and (? is null or e.said_utc <= ?)
        group by e.paragraphs order by min(e.number)""",
        [session, *_twice(upto)],
    )
    found: dict[str, Place] = {}
    for place in (place for row in rows for place in _places(row)):
        for path in place.within or (place.path,):
            if path:
                found.setdefault(path, Place(place.label if path == place.path else path, path))
    return list(found.values())


def count_entries(db: Database, session: str, upto: Instant | None = None) -> int:
    """Count the entries of a session."""
    row = one(
        db,
        f"""select count(*) as n from entry e
        where {_OF_SESSION} and e.deleted_at is null and (? is null or e.said_utc <= ?)""",
        [session, *_twice(upto)],
    )
    return whole(row, "n") if row else 0


def last_said(db: Database, meeting: str) -> Instant | None:
    """Return when the last entry of a meeting was made."""
    row = one(
        db,
        "select * from entry where meeting = ? and deleted_at is null order by said_utc desc limit 1",
        [meeting],
    )
    return instant_from(row, "said") if row else None


def spoke_lately(db: Database, session: str, most: int = 12) -> list[str]:
    """Return the codes of those who spoke last, the latest first, each once."""
    rows = query(
        db,
        f"""select code from (select k.code, e.number from entry e
        join stakeholder k on k.id = e.stakeholder where {_OF_SESSION} and e.deleted_at is null
        order by e.number desc limit ?)""",
        [session, most * 4],
    )
    return list(dict.fromkeys(text(row, "code") for row in rows))[:most]


def times_spoken(db: Database, meeting: str) -> dict[str, int]:
    """Count how often each spoke at a meeting, by code."""
    rows = query(
        db,
        """select k.code, count(*) as n from entry e join stakeholder k on k.id = e.stakeholder
        where e.meeting = ? and e.deleted_at is null group by k.code""",
        [meeting],
    )
    return {text(row, "code"): whole(row, "n") for row in rows}


def _twice(upto: Instant | None) -> list[Value]:
    return [utc_text(upto.utc) if upto else None] * 2


def _entry(row: Row) -> Entry:
    said = moment_from(row, "said")
    position = text(row, "position")
    return Entry(
        id=text(row, "id"),
        code=f"{text(row, 'session_code')}-{whole(row, 'number')}",
        session=text(row, "session_code"),
        meeting=None if row["meeting_number"] is None else whole(row, "meeting_number"),
        speaker=text(row, "speaker"),
        places=tuple(_places(row)),
        position=Position(position) if position else None,
        words=text(row, "words"),
        line=text(row, "line"),
        draft=text(row, "draft"),
        said=said,
        by=text(row, "updated_by"),
        visibility=text(row, "visibility"),
        number=whole(row, "number"),
        live=bool(row["live"]),
        kind=EntryKind(text(row, "kind")),
        behalf=_behalf(row),
        aligned=strings_from(row, "aligned"),
        apart=strings_from(row, "apart"),
        doubts=strings_from(row, "doubts"),
    )


def _places(row: Row) -> list[Place]:
    stored = text(row, "paragraphs")
    if stored == "[]":
        return []
    return [Place(each["label"], each["path"], tuple(each.get("within", ()))) for each in json.loads(stored)]


def _behalf(row: Row) -> Behalf | None:
    stored = text(row, "behalf")
    if not stored:
        return None
    said = json.loads(stored)
    names = {name: tuple(said[name]) for name in ("groups", "states", "without", "plus")}
    return Behalf(**names, count=said["count"])


def next_number(db: Database, session_id: str) -> int:
    """Return the number of the next entry of a session; numbers of deleted entries are not given again."""
    return next_in(db, "entry", session_id)


def entry_columns(
    speaker_id: str,
    places: Sequence[Place],
    position: Position | None,
    words: str,
    line: str,
    draft: str,
    draft_text: str,
    *,
    kind: EntryKind = EntryKind.STATEMENT,
    behalf: Behalf | None = None,
    aligned: Sequence[str] = (),
    apart: Sequence[str] = (),
    doubts: Sequence[str] = (),
) -> dict[str, Value]:
    """Spread what an entry says over its columns."""
    stored = [
        {"label": place.label, "path": place.path, **({"within": place.within} if place.within else {})}
        for place in places
    ]
    return {
        "stakeholder": speaker_id,
        "paragraphs": to_json(stored),
        "position": position.value if position else None,
        "words": words,
        "line": line,
        "doubts": to_json(list(dict.fromkeys([*(each.label for each in places if not each.path), *doubts]))),
        "draft": draft or None,
        "draft_text": draft_text or None,
        "kind": kind.value,
        "behalf": to_json(asdict(behalf)) if behalf else None,
        "aligned": to_json(list(aligned)),
        "apart": to_json(list(apart)),
    }
