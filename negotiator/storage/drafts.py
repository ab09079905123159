"""Rows of the drafts: their bytes and words by language, and what each version of the reader made of them."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.domain.draft import Draft, DraftKind, DraftStatus, DraftText
from negotiator.domain.notes import Note
from negotiator.ids import uuid7
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, Value, one, query, strings_from, text, to_json, utc_moment, utc_text
from negotiator.text.provision import Doubt, Dropped, Kind, Provision, Reading

_TEXT = """select t.id, d.code as draft, t.lang, t.file_name, t.media_type, t.encoding, t.sha256
    from draft_text t join draft d on d.id = t.draft
    where t.deleted_at is null and d.deleted_at is null"""


def drafts(db: Database) -> list[Draft]:
    """Return every draft with its texts, in no particular order."""
    texts: dict[str, list[DraftText]] = {}
    for row in query(db, f"{_TEXT} order by t.id"):
        known = texts.setdefault(text(row, "draft"), [])
        known.append(_text(row, first=not known))
    rows = query(db, "select * from draft where deleted_at is null order by released, code")
    return [_draft(row, tuple(texts.get(text(row, "code"), ()))) for row in rows]


def _text(row: Row, *, first: bool) -> DraftText:
    return DraftText(
        id=text(row, "id"),
        draft=text(row, "draft"),
        language=text(row, "lang"),
        file_name=text(row, "file_name"),
        media_type=text(row, "media_type"),
        encoding=text(row, "encoding"),
        sha256=text(row, "sha256"),
        first=first,
    )


def _draft(row: Row, texts: tuple[DraftText, ...]) -> Draft:
    embargo = text(row, "embargo_utc")
    zone = text(row, "zone")
    return Draft(
        id=text(row, "id"),
        code=text(row, "code"),
        name=text(row, "name"),
        kind=DraftKind(text(row, "kind")),
        symbol=text(row, "symbol"),
        based_on=strings_from(row, "based_on"),
        released=date.fromisoformat(text(row, "released")),
        zone=zone,
        audience=Audience(text(row, "audience")),
        visibility=Audience(text(row, "visibility")),
        embargo=Instant(utc_moment(embargo), zone) if embargo else None,
        status=DraftStatus(text(row, "status")),
        texts=texts,
        note=text(row, "note"),
    )


def draft_columns(draft: Draft) -> dict[str, Value]:
    """Spread a draft over its columns, without its texts."""
    return {
        "code": draft.code,
        "name": draft.name,
        "kind": draft.kind.value,
        "symbol": draft.symbol or None,
        "based_on": to_json(list(draft.based_on)),
        "released": draft.released.isoformat(),
        "zone": draft.zone,
        "audience": draft.audience.value,
        "visibility": draft.visibility.value,
        "embargo_utc": utc_text(draft.embargo.utc) if draft.embargo else None,
        "status": draft.status.value,
        "note": draft.note,
    }


def add_text(act: Act, draft_id: str, lang: str, file: Mapping[str, Value], words: str, notes: tuple[Note, ...]) -> str:
    """Store a draft in one language; `file` holds the name, media type, encoding, bytes and hash of its file."""
    return act.insert(
        "draft_text",
        {
            "draft": draft_id,
            "lang": lang,
            **file,
            "text": words,
            "text_sha256": sha256(words.encode("utf-8")).hexdigest(),
            "notes": to_json([note._asdict() for note in notes]),
        },
    )


def add_reading(act: Act, text_id: str, reading: Reading, version: int) -> str:
    """Store what a version of the reader made of a text; readings by other versions stay beside it."""
    identifier = uuid7(act.at, act.randomness(10))
    act.derive(
        "reading",
        [
            {
                "id": identifier,
                "draft_text": text_id,
                "reader_version": version,
                "language": reading.language,
                "doubts": to_json([doubt._asdict() for doubt in reading.doubts]),
                "dropped": to_json([dropped._asdict() for dropped in reading.dropped]),
            }
        ],
    )
    act.derive(
        "provision",
        [
            {
                "reading": identifier,
                "place": each.index,
                "kind": each.kind.value,
                "path": each.path,
                "label": each.label,
                "text": each.text,
                "level": each.level,
                "parent": each.parent,
                "line": each.line,
            }
            for each in reading.provisions
        ],
    )
    return identifier


def stored_reading(db: Database, text_id: str, version: int) -> Reading | None:
    """Return what a version of the reader made of a text; None where it has not read it yet."""
    row = one(
        db,
        "select * from reading where draft_text = ? and reader_version = ? and deleted_at is null order by id desc",
        [text_id, version],
    )
    if row is None:
        return None
    cursor = db.execute(
        "select place, kind, path, label, text, level, parent, line from provision "
        "where reading = ? and deleted_at is null order by place",
        [text(row, "id")],
    )
    kinds = {kind.value: kind for kind in Kind}
    return Reading(
        tuple(Provision(each[0], kinds[each[1]], *each[2:]) for each in cursor.fetchall()),
        text(row, "language"),
        tuple(Doubt(**doubt) for doubt in json.loads(text(row, "doubts"))),
        tuple(Dropped(**dropped) for dropped in json.loads(text(row, "dropped"))),
    )


def unread_texts(db: Database, version: int) -> list[str]:
    """Return the texts that a version of the reader has not read yet."""
    rows = query(
        db,
        """select id from draft_text where deleted_at is null
        and id not in (select draft_text from reading where reader_version = ? and deleted_at is null) order by id""",
        [version],
    )
    return [text(row, "id") for row in rows]


def bytes_of(db: Database, text_id: str) -> tuple[bytes, str]:
    """Return the bytes of a text and the name of its file."""
    row = one(db, "select bytes, file_name from draft_text where id = ?", [text_id])
    data = row["bytes"] if row else None
    return (data, text(row, "file_name")) if row and isinstance(data, bytes) else (b"", "")


def words_of(db: Database, text_id: str) -> str:
    """Return the words of a text as the reader gave them when it was registered."""
    row = one(db, "select text from draft_text where id = ?", [text_id])
    return text(row, "text") if row else ""


def notes_of(db: Database, text_id: str) -> tuple[Note, ...]:
    """Return what the reader of the file had to say when it was registered."""
    row = one(db, "select notes from draft_text where id = ?", [text_id])
    return tuple(Note(**note) for note in json.loads(text(row, "notes"))) if row else ()
