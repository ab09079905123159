"""The calendar of the process for other programs: sessions, milestones and the last days of mandated actions."""

from collections.abc import Iterator

from negotiator.documents.writing.ics import Happening, calendar_bytes
from negotiator.domain.dates import Instant
from negotiator.domain.mandate import Judged, Status
from negotiator.domain.mandate_words import actors_in_words, reading_in_words
from negotiator.domain.process import Milestone
from negotiator.domain.session import Session
from negotiator.i18n import _
from negotiator.services.mandate import list_mandate
from negotiator.services.processes import get_process, list_milestones, list_sessions
from negotiator.workspace import Workspace

TO_COME = frozenset((Status.NOT_DUE, Status.DUE_SOON))
"""How an action stands whose last day is still worth an entry."""


def calendar_file(workspace: Workspace) -> tuple[bytes, int]:
    """Return the calendar as it is known at the clock's moment as an iCalendar file, and how many entries it has."""
    process = get_process(workspace)
    entries = [
        *(each for session in list_sessions(workspace) for each in _session(session, process.code)),
        *(_milestone(each, process.code) for each in list_milestones(workspace)),
        *(
            _action(each, process.code)
            for each in list_mandate(workspace)
            if each.status in TO_COME and each.term.lenient
        ),
    ]
    return calendar_bytes(process.title.said, process.zone, entries, workspace.now()), len(entries)


def _session(session: Session, process: str) -> Iterator[Happening]:
    """Give an entry for each day on which a session meets; of a plan without days, its window as a whole."""
    place = ", ".join(each for each in (session.venue.said, session.place.said) if each)
    days = [day for day in session.days if day.met]
    for number, day in enumerate(days, 1):
        title = f"{session.code} {session.title.said}"
        if len(days) > 1:
            title = _("{session}, day {number} of {days}", session=title, number=number, days=len(days))
        yield Happening(
            uid=f"{session.code}-{number}@{process}.negotiator",
            title=title,
            begins=session.opening(day),
            ends=session.closing(day),
            place=place,
            told=session.note.said,
            kind=session.kind.value,
        )
    window = session.window
    if not days and window is not None:
        told = session.plan.text.said if session.plan else ""
        title = _("{session} (planned, days not fixed)", session=f"{session.code} {session.title.said}")
        uid = f"{session.code}-plan@{process}.negotiator"
        yield Happening(uid, title, window.first, window.last, session.place.said, told, session.kind.value)


def _milestone(each: Milestone, process: str) -> Happening:
    uid = f"{each.code}@{process}.negotiator"
    told = "\n".join(part for part in (each.symbol, each.note.said) if part)
    if each.clock is not None:
        moment = Instant(each.moment.utc, each.zone)
        return Happening(uid, each.title.said, moment, moment, told=told, kind=each.kind.value)
    return Happening(uid, each.title.said, each.window.first, each.window.last, told=told, kind=each.kind.value)


def _action(each: Judged, process: str) -> Happening:
    last = each.term.lenient
    assert last is not None
    title = _("due: {action} {title}", action=each.action.code, title=each.action.title.said)
    told = "\n".join(part for part in (each.rule, reading_in_words(each), actors_in_words(each)) if part)
    return Happening(f"{each.action.code}-due@{process}.negotiator", title, last, last, told=told, kind="deadline")
