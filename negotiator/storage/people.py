"""Rows of people as a mandate looks at them: who is in the register, who was in the room, who serves a session."""

from negotiator.domain.dates import Instant
from negotiator.domain.facts import Present
from negotiator.domain.session import Contact
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import one, query, text, utc_text, whole


def register(db: Database) -> dict[str, int]:
    """Return how many stakeholders of each category the register holds."""
    rows = query(db, "select category, count(*) as number from stakeholder where deleted_at is null group by category")
    return {text(row, "category"): whole(row, "number") for row in rows}


def present(db: Database, upto: Instant) -> tuple[Present, ...]:
    """Return who was in the room at a session by a moment, each once for each session."""
    rows = query(
        db,
        """select distinct s.code as session_code, k.code, k.category, k.region from attendance a
        join meeting m on m.id = a.meeting join session s on s.id = m.session
        join stakeholder k on k.id = a.stakeholder
        where a.deleted_at is null and m.deleted_at is null and m.opened_utc <= ? order by s.code, k.code""",
        [utc_text(upto.utc)],
    )
    return tuple(
        Present(text(row, "session_code"), text(row, "code"), text(row, "category"), text(row, "region"))
        for row in rows
    )


def set_contact(act: Act, session: str, contact: Contact) -> bool:
    """Store whom an organization names for a session; without a name it is taken away. Says whether that was news."""
    known = one(
        act.db,
        """select id, name from session_contact
        where session = ? and organization = ? collate nocase and deleted_at is null""",
        [session, contact.of],
    )
    if known is None:
        if contact.name:
            act.insert("session_contact", {"session": session, "organization": contact.of, "name": contact.name})
        return bool(contact.name)
    if contact.name:
        act.update("session_contact", text(known, "id"), {"organization": contact.of, "name": contact.name})
    else:
        act.delete("session_contact", text(known, "id"))
    return text(known, "name") != contact.name
