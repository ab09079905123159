"""Rows of the topics of sessions and provisions."""

from collections.abc import Mapping
from datetime import date

from negotiator.domain.topic_tags import Tagged
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import query, text


def session_tags(db: Database, days: Mapping[str, date | None]) -> list[Tagged]:
    """Return the topics of sessions; `days` says when each session ended, by its code."""
    rows = query(
        db,
        """select t.id, t.topic, s.code, s.kind from topic_tag t join session s on s.id = t.session
        where t.deleted_at is null and s.deleted_at is null order by t.rowid""",
    )
    return [
        Tagged(text(row, "code"), text(row, "topic"), days.get(text(row, "code")), text(row, "kind"), text(row, "id"))
        for row in rows
    ]


def provision_tags(db: Database) -> list[Tagged]:
    """Return the topics of provisions, each with the day on which its draft was released."""
    rows = query(
        db,
        """select t.id, t.topic, t.label, t.path, d.code, d.released from topic_tag t
        join draft_text x on x.id = t.draft_text join draft d on d.id = x.draft
        where t.deleted_at is null and x.deleted_at is null and d.deleted_at is null order by t.rowid""",
    )
    return [
        Tagged(
            f"{text(row, 'code')} ¶{text(row, 'label') or text(row, 'path')}",
            text(row, "topic"),
            date.fromisoformat(text(row, "released")),
            row=text(row, "id"),
        )
        for row in rows
    ]


def tags_of_session(db: Database, session: str) -> dict[str, str]:
    """Return the topics of a session, by its identifier, with the rows that hold them."""
    rows = query(db, "select id, topic from topic_tag where session = ? and deleted_at is null", [session])
    return {text(row, "topic"): text(row, "id") for row in rows}


def tags_of_provision(db: Database, draft_text: str, path: str) -> dict[str, str]:
    """Return the topics of a provision with the rows that hold them."""
    rows = query(
        db,
        "select id, topic from topic_tag where draft_text = ? and path = ? and deleted_at is null",
        [draft_text, path],
    )
    return {text(row, "topic"): text(row, "id") for row in rows}


def tags_by_path(db: Database, draft_text: str) -> dict[str, list[str]]:
    """Return the topics of a text's provisions by their paths."""
    found: dict[str, list[str]] = {}
    for row in query(
        db,
        "select path, topic from topic_tag where draft_text = ? and deleted_at is null order by rowid",
        [draft_text],
    ):
        found.setdefault(text(row, "path"), []).append(text(row, "topic"))
    return found


def add_session_tag(act: Act, session: str, topic: str) -> None:
    """Store that a session is about something."""
    act.insert("topic_tag", {"session": session, "draft_text": None, "path": "", "label": "", "topic": topic})


def add_provision_tag(act: Act, draft_text: str, path: str, label: str, topic: str) -> None:
    """Store that a provision is about something."""
    act.insert("topic_tag", {"session": None, "draft_text": draft_text, "path": path, "label": label, "topic": topic})


def remove_tag(act: Act, row: str) -> None:
    """Set a topic aside."""
    act.delete("topic_tag", row)
