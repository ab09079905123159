"""Rows of calls for inputs."""

from collections.abc import Mapping

from negotiator.domain.calls import Call, CallWindow
from negotiator.domain.inputs import Extension
from negotiator.storage.events import Act
from negotiator.storage.extensions import extension_columns, extension_from
from negotiator.storage.inputs import Kinds
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, Value, instant_columns, moment_from, next_in, query, text, whole

Changes = Mapping[tuple[str, str], list[Extension]]
"""Changes of due dates, by the call and the kind; no kind stands for the first."""


def calls(db: Database, kinds: Kinds) -> list[Call]:
    """Return every call by its number, with its windows and the changes of their due dates."""
    changes: dict[tuple[str, str], list[Extension]] = {}
    for row in query(db, "select * from call_extension where deleted_at is null order by decided_utc, rowid"):
        changes.setdefault((text(row, "call"), text(row, "kind")), []).append(extension_from(row))
    more: dict[str, list[CallWindow]] = {}
    for row in query(db, "select * from call_window where deleted_at is null order by call, place"):
        found = changes.get((text(row, "call"), text(row, "kind")), [])
        more.setdefault(text(row, "call"), []).append(_window(row, kinds, found, text(row, "id")))
    return [
        Call(
            whole(row, "number"),
            text(row, "title"),
            (_window(row, kinds, changes.get((key, ""), [])), *more.get(key, ())),
            text(row, "session_code"),
            text(row, "phase"),
            key,
        )
        for row in query(
            db,
            """select l.*, s.code as session_code from call l left join session s on s.id = l.session
            where l.deleted_at is null order by l.number""",
        )
        for key in [text(row, "id")]
    ]


def _window(row: Row, kinds: Kinds, changes: list[Extension], identifier: str = "") -> CallWindow:
    return CallWindow(
        kinds[text(row, "kind")], moment_from(row, "asked"), moment_from(row, "due"), tuple(changes), identifier
    )


def call_ids(db: Database) -> dict[int, str]:
    """Return the identifiers of the calls by their numbers."""
    rows = query(db, "select number, id from call where deleted_at is null")
    return {whole(row, "number"): text(row, "id") for row in rows}


def next_call(db: Database) -> int:
    """Return the number of the next call; numbers of deleted calls are not given again."""
    return next_in(db, "call")


def add_call(act: Act, call: Call, session: str | None) -> str:
    """Store a call with its windows; its session is given by its identifier."""
    first, *others = call.windows
    identifier = act.insert(
        "call",
        {
            "number": call.number,
            "title": call.title,
            **_columns(first),
            "session": session,
            "phase": call.phase or None,
        },
    )
    for place, window in enumerate(others, 1):
        act.insert("call_window", {"call": identifier, "place": place, **_columns(window)})
    return identifier


def _columns(window: CallWindow) -> dict[str, Value]:
    return {
        "kind": window.kind.code,
        **instant_columns("asked", window.asked),
        **instant_columns("due", window.due),
    }


def extend_call(act: Act, call: Call, window: CallWindow, change: Extension) -> None:
    """Store a new due date of one window of a call and keep the old one."""
    kind = window.kind.code if window.id else ""
    act.insert("call_extension", {"call": call.id, "kind": kind, **extension_columns(change)})
    table, row = ("call_window", window.id) if window.id else ("call", call.id)
    act.update(table, row, instant_columns("due", change.after))
