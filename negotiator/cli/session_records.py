"""How sessions are printed: flat records for scripts, dates and counts for people."""

from negotiator.domain.calendar import DayCount
from negotiator.domain.dates import Instant, days_in_words
from negotiator.domain.process import Certainty
from negotiator.domain.session import SESSION_STATES, Session
from negotiator.i18n import _


def session_record(session: Session, now: Instant) -> dict[str, object]:
    """Write a session as one flat record."""
    window, begins, plan = session.window, session.begins, session.plan
    return {
        "id": session.code,
        "kind": session.kind.value,
        "state": session.state(now).value,
        "title_en": session.title.en,
        "title_zh": session.title.zh,
        "phases": list(session.phases),
        "place": session.place.said,
        "venue": session.venue.said,
        "country": session.country,
        "zone": session.zone,
        "dates_known": bool(session.days),
        "start": window.first.isoformat() if window else None,
        "end": window.last.isoformat() if window else None,
        "opens": begins.iso() if begins else None,
        "planned": plan.text.said if plan else None,
        "days_scheduled": session.days_scheduled,
        "days_met": session.days_met(now),
        "additional": session.additional,
        "draft": session.draft or None,
        "certainty": session.certainty.value,
        "sources": list(session.sources),
        "note": session.note.said,
        "outcome": session.outcome.said,
    }


def count_record(count: DayCount) -> dict[str, object]:
    """Write how far the sessions of one kind in one phase have come."""
    return {
        "phase": count.phase or None,
        "kind": str(count.kind),
        "sessions": count.sessions,
        "sessions_held": count.held,
        "days_scheduled": count.scheduled,
        "days_met": count.met,
    }


def when(session: Session) -> str:
    """Say when a session takes place: its days, else the plan; a question mark where it is not certain."""
    if not session.days:
        return session.plan.text.said if session.plan else _("no date yet")
    window = session.window
    assert window is not None
    shown = days_in_words(window.first, window.last)
    return f"{shown} ?" if session.certainty is Certainty.LOW else shown


def days(session: Session, now: Instant) -> str:
    """Say how many of its days it has met: “3/5”; nothing where no number of days is known."""
    if not session.days_scheduled:
        return ""
    return _("{met}/{scheduled}", met=f"{session.days_met(now):g}", scheduled=f"{session.days_scheduled:g}")


def state(session: Session, now: Instant) -> str:
    """Say where a session stands, in the language in use."""
    return _(SESSION_STATES[session.state(now)])
