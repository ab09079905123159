"""Rows of people as a mandate looks at them: who is in the register, who was in the room, who serves a session."""

from datetime import date

from negotiator.domain.dates import Instant
from negotiator.domain.facts import Application, Present
from negotiator.domain.session import Contact
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import one, query, text, utc_text, whole

ADMITTED = frozenset(("approved", "registered", "badge-issued", "attended"))
"""The states of those who may come, as `domain.accreditation` has them."""


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


def regions(db: Database) -> dict[str, str]:
    """Return the regional group of each State by its code."""
    rows = query(db, "select code, region from stakeholder where region is not null and deleted_at is null")
    return {text(row, "code"): text(row, "region") for row in rows}


def applications(db: Database, upto: Instant) -> tuple[Application, ...]:
    """Return who asked to be admitted by a moment, as it stood then."""
    past = "accreditation = a.id and deleted_at is null and at_utc <= :now"
    rows = query(
        db,
        f"""select a.number, k.region, a.admission, a.route, a.women, a.men,
        (select state from accreditation_step where {past} order by at_utc desc, rowid desc limit 1) as stood,
        (select at_local from accreditation_step where {past} and state = 'proposed' order by at_utc, rowid limit 1)
            as laid
        from accreditation a join stakeholder k on k.id = a.stakeholder
        where a.deleted_at is null order by a.number""",
        {"now": utc_text(upto.utc)},
    )
    return tuple(
        Application(
            code=f"AC-{whole(row, 'number'):03}",
            region=text(row, "region"),
            admission=text(row, "admission"),
            route=text(row, "route"),
            women=whole(row, "women"),
            men=whole(row, "men"),
            admitted=text(row, "stood") in ADMITTED,
            proposed=date.fromisoformat(text(row, "laid")[:10]) if row["laid"] else None,
        )
        for row in rows
        if row["stood"]
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
