"""Rows of calls for inputs."""

from negotiator.domain.calls import Call
from negotiator.domain.inputs import Extension
from negotiator.storage.events import Act
from negotiator.storage.extensions import extension_columns, extension_from
from negotiator.storage.inputs import Kinds
from negotiator.storage.opened import Database
from negotiator.storage.rows import Value, instant_columns, moment_from, next_in, query, text, whole


def calls(db: Database, kinds: Kinds) -> list[Call]:
    """Return every call by its number, with the changes of its due date."""
    changes: dict[str, list[Extension]] = {}
    for row in query(db, "select * from call_extension where deleted_at is null order by decided_utc, rowid"):
        changes.setdefault(text(row, "call"), []).append(extension_from(row))
    found = []
    for row in query(
        db,
        """select l.*, s.code as session_code from call l left join session s on s.id = l.session
        where l.deleted_at is null order by l.number""",
    ):
        identifier = text(row, "id")
        found.append(
            Call(
                whole(row, "number"),
                kinds[text(row, "kind")],
                text(row, "title"),
                moment_from(row, "asked"),
                moment_from(row, "due"),
                text(row, "session_code"),
                tuple(changes.get(identifier, ())),
                identifier,
            )
        )
    return found


def call_ids(db: Database) -> dict[int, str]:
    """Return the identifiers of the calls by their numbers."""
    rows = query(db, "select number, id from call where deleted_at is null")
    return {whole(row, "number"): text(row, "id") for row in rows}


def next_call(db: Database) -> int:
    """Return the number of the next call; numbers of deleted calls are not given again."""
    return next_in(db, "call")


def add_call(act: Act, call: Call, session: str | None) -> str:
    """Store a call; its session is given by its identifier."""
    row: dict[str, Value] = {
        "number": call.number,
        "kind": call.kind.code,
        "title": call.title,
        **instant_columns("asked", call.asked),
        **instant_columns("due", call.due),
        "session": session,
    }
    return act.insert("call", row)


def extend_call(act: Act, identifier: str, change: Extension) -> None:
    """Store a new due date of a call and keep the old one."""
    act.insert("call_extension", {"call": identifier, **extension_columns(change)})
    act.update("call", identifier, instant_columns("due", change.after))
