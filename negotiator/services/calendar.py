"""Acts on the calendar: sessions added, edited, and moved to other days with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from re import fullmatch

from negotiator.domain.dates import (
    parse_clock,
    parse_date,
    parse_instant,
    town_of,
    working_days_from,
    zone_named,
)
from negotiator.domain.process import NO_TITLE, Certainty, Phase, Title, is_code, phases_on
from negotiator.domain.session import HOUSE_CLOSES, HOUSE_OPENS, Move, Session, SessionDay, SessionKind
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.elsewhere import SAME_PLACE, Elsewhere
from negotiator.services.processes import session_named
from negotiator.storage import calendar, processes
from negotiator.storage.events import Act
from negotiator.workspace import Workspace

MOST_DAYS = 60
"""How many days a session may be given at once: more is a slip of the fingers."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be changed in a session; what is None stays."""

    title: str | None = None
    """Its name in English."""
    title_zh: str | None = None
    """Its name in Chinese."""
    kind: SessionKind | None = None
    """What it is for."""
    phases: tuple[str, ...] | None = None
    """Codes of its phases."""
    place: str | None = None
    """The town."""
    venue: str | None = None
    """The building or room."""
    zone: str | None = None
    """The IANA zone of the place."""
    opens: str | None = None
    """When a day opens."""
    closes: str | None = None
    """When a full day closes."""
    draft: str | None = None
    """Code of the draft under discussion."""
    note: str | None = None
    """What else there is to say."""
    outcome: str | None = None
    """What took place."""
    certainty: Certainty | None = None
    """How well its dates are known."""
    additional: bool | None = None
    """Whether it comes on top of the mandated days."""
    met: tuple[str, ...] = ()
    """Days on which it met after all."""
    not_met: tuple[str, ...] = ()
    """Days on which it did not meet."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What an act on the calendar changed."""

    session: str
    """The session's code."""
    act: str
    """The act."""


def add_session(
    workspace: Workspace,
    code: str,
    *,
    kind: SessionKind,
    title: str,
    start: str,
    zone: str | None = None,
    days: float = 1.0,
    dates: Sequence[str] = (),
    title_zh: str = "",
    place: str = "",
    venue: str = "",
    phases: Sequence[str] = (),
    additional: bool = False,
) -> Changed:
    """Put a session on the calendar.

    `start` is a day, or a day with the hour at which meetings open; `days` counts from Monday to Friday, half days
    allowed, unless `dates` names the days. Without `phases` it belongs to those that are on at its first day.
    """
    if not is_code(code):
        raise WrongUsage(_("“{code}” cannot be a code; use letters, digits, dots and dashes.", code=code))
    if not title.strip():
        raise WrongUsage(_("Give the session a title."))
    place_zone = zone or workspace.zone
    zone_named(place_zone)
    first, opens = _start(start, place_zone)
    closes = HOUSE_CLOSES if opens < HOUSE_CLOSES else time(23, 59)
    fixed = new_days(first, days, dates)
    with workspace.acting(N_("add session {session}"), session=code) as act:
        known = processes.phases(act.db)
        if calendar.session_id(act.db, code):
            raise Refused(_("There is a session {session} already.", session=code))
        session = Session(
            code=code,
            kind=kind,
            title=Title(title.strip(), title_zh.strip()),
            phases=_phases(phases, known) or tuple(phase.code for phase in phases_on(known, fixed[0].date)),
            place=Title(place.strip() or town_of(place_zone)),
            venue=Title(venue.strip()) if venue.strip() else NO_TITLE,
            country="",
            zone=place_zone,
            days=fixed,
            opens=opens,
            closes=closes,
            additional=additional,
        )
        calendar.add_session(act, session)
    return Changed(code, act.id)


def edit_session(workspace: Workspace, code: str, changes: Changes) -> Changed:
    """Change what is said of a session; its days are moved with `move_session`."""
    with workspace.acting(N_("edit session {session}"), session=code) as act:
        session, identifier = _found(act, code)
        changed = _changed(session, changes, processes.phases(act.db))
        if changed == session:
            raise WrongUsage(_("Say what to change in {session}.", session=session.code))
        calendar.change_session(act, identifier, changed)
    return Changed(session.code, act.id)


def move_session(
    workspace: Workspace,
    code: str,
    *,
    start: str,
    why: str,
    days: float | None = None,
    dates: Sequence[str] = (),
    source: str = "",
    decided: str | None = None,
    by: str = "",
    elsewhere: Elsewhere = SAME_PLACE,
) -> Changed:
    """Give a session other days or another place, with the reason; the old ones are kept and seen by `--as-of`.

    It keeps its number of days unless `days` or `dates` say otherwise; `decided` is the day from which the new dates
    hold, today where it is not given.
    """
    if not why.strip():
        raise WrongUsage(_("Say why the session is moved."))
    with workspace.acting(N_("move session {session}"), session=code) as act:
        session, identifier = _found(act, code)
        after = moved_session(session, start, days, dates, elsewhere)
        day = parse_date(decided) if decided else workspace.now().date
        if any(move.decided > day for move in session.moves):
            raise Refused(_("{session} was moved again after {date}.", session=session.code, date=day))
        calendar.change_session(act, identifier, after)
        left = session.where if after.where != session.where else None
        move = Move(day, why.strip(), source.strip(), session.days, after.days, by.strip(), left)
        calendar.add_move(act, identifier, move)
    return Changed(session.code, act.id)


def moved_session(
    session: Session, start: str, days: float | None, dates: Sequence[str], elsewhere: Elsewhere = SAME_PLACE
) -> Session:
    """Return a session on other days or at another place, as `move_session` would store it."""
    session, stays = elsewhere.of(session), session.where
    first, opens = _start(start, session.zone, session.opens)
    scheduled = session.days_scheduled or 1.0
    moved = new_days(first, scheduled if days is None else days, dates)
    if moved == session.days and opens == session.opens and session.where == stays:
        raise WrongUsage(_("{session} is on those days already.", session=session.code))
    if opens >= session.closes:
        raise WrongUsage(_("A day cannot open at {opens} and close at {closes}.", opens=opens, closes=session.closes))
    return replace(session, days=moved, opens=opens)


def _found(act: Act, code: str) -> tuple[Session, str]:
    """Return a session as it is stored, with its identifier, and name it in the label by its own code."""
    session = session_named(calendar.sessions(act.db), code)
    act.tell(session=session.code)
    return session, str(calendar.session_id(act.db, session.code))


def new_days(first: date, count: float, dates: Sequence[str] = ()) -> tuple[SessionDay, ...]:
    """Lay out the days of a session: those named, else so many from Monday to Friday, the last one half if need be."""
    if dates:
        named = sorted({parse_date(each) for each in dates})
        return tuple(SessionDay(day) for day in named)
    if count <= 0 or count > MOST_DAYS or (count * 2) % 1:
        raise WrongUsage(_("A session has from half a day to {most} days, in halves.", most=MOST_DAYS))
    days = [SessionDay(day) for day in working_days_from(first, int(count + 0.5))]
    if days[0].date != first:
        # A session that is said to open on a Saturday does: only the days after it skip the weekend.
        days = [SessionDay(first), *days[:-1]]
    if count % 1:
        days[-1] = replace(days[-1], length=0.5)
    return tuple(days)


def _start(start: str, zone: str, usual: time = HOUSE_OPENS) -> tuple[date, time]:
    instant = parse_instant(start, zone, bare_date_ends=False)
    hour = usual if fullmatch(r"\s*\d{4}-\d{2}-\d{2}\s*", start) else instant.local.time().replace(second=0)
    return instant.date, hour


def _changed(session: Session, changes: Changes, known: Iterable[Phase]) -> Session:
    if changes.zone is not None:
        zone_named(changes.zone)
    dates = {day.date for day in session.days}
    met, not_met = {parse_date(each) for each in changes.met}, {parse_date(each) for each in changes.not_met}
    for day in sorted((met | not_met) - dates):
        raise NotFound(_("{session} has no day {date}.", session=session.code, date=day))
    opens = session.opens if changes.opens is None else parse_clock(changes.opens)
    closes = session.closes if changes.closes is None else parse_clock(changes.closes)
    if closes <= opens:
        raise WrongUsage(
            _("A day cannot open at {opens} and close at {closes}.", opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
        )
    return replace(
        session,
        title=Title(
            session.title.en if changes.title is None else changes.title.strip() or session.title.en,
            session.title.zh if changes.title_zh is None else changes.title_zh.strip(),
        ),
        kind=changes.kind or session.kind,
        phases=session.phases if changes.phases is None else _phases(changes.phases, known),
        place=session.place if changes.place is None else Title(changes.place.strip()),
        venue=session.venue if changes.venue is None else Title(changes.venue.strip()),
        zone=changes.zone or session.zone,
        opens=opens,
        closes=closes,
        draft=session.draft if changes.draft is None else changes.draft.strip(),
        note=session.note if changes.note is None else Title(changes.note.strip()),
        outcome=session.outcome if changes.outcome is None else Title(changes.outcome.strip()),
        certainty=changes.certainty or session.certainty,
        additional=session.additional if changes.additional is None else changes.additional,
        days=tuple(replace(day, met=(day.met or day.date in met) and day.date not in not_met) for day in session.days),
    )


def _phases(codes: Sequence[str], known: Iterable[Phase]) -> tuple[str, ...]:
    by_code = {phase.code.casefold(): phase.code for phase in known}
    for code in codes:
        if code.casefold() not in by_code:
            raise NotFound(
                _(
                    "There is no phase {phase}; choose one of {choices}.",
                    phase=code,
                    choices=", ".join(by_code.values()),
                )
            )
    return tuple(by_code[code.casefold()] for code in codes)
