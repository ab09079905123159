"""A session of the process: planned and actual days, where it meets, and its state at a moment."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from negotiator.domain.dates import Instant, Window, on_day
from negotiator.domain.process import NO_TITLE, Certainty, Title
from negotiator.domain.session_parts import Composition as Composition
from negotiator.domain.session_parts import Contact as Contact
from negotiator.domain.session_parts import Move as Move
from negotiator.domain.session_parts import Panel as Panel
from negotiator.domain.session_parts import Plan as Plan
from negotiator.domain.session_parts import SessionDay as SessionDay
from negotiator.domain.session_parts import Whereabouts as Whereabouts
from negotiator.i18n import N_


class SessionKind(StrEnum):
    """What a session is for."""

    THEMATIC = "thematic"
    HEARING = "hearing"
    REGIONAL = "regional"
    STOCKTAKING = "stocktaking"
    PRESENTATION = "presentation"
    NEGOTIATION = "negotiation"
    CONFERENCE = "conference"
    ADOPTION = "adoption"
    CONSULTATION = "consultation"
    OTHER = "other"


SESSION_KINDS = {
    SessionKind.THEMATIC: N_("thematic session"),
    SessionKind.HEARING: N_("hearing"),
    SessionKind.REGIONAL: N_("regional consultation"),
    SessionKind.STOCKTAKING: N_("stocktaking"),
    SessionKind.PRESENTATION: N_("presentation"),
    SessionKind.NEGOTIATION: N_("negotiation round"),
    SessionKind.CONFERENCE: N_("conference"),
    SessionKind.ADOPTION: N_("adoption"),
    SessionKind.CONSULTATION: N_("consultation"),
    SessionKind.OTHER: N_("other"),
}
"""What people read for each kind of session."""

SIDE_TRACKS = frozenset((SessionKind.REGIONAL, SessionKind.CONSULTATION, SessionKind.OTHER))
"""Kinds of session that run beside the process itself."""


class SessionState(StrEnum):
    """Where a session stands at a moment."""

    COMING = "coming"
    ON = "on"
    HELD = "held"


SESSION_STATES = {
    SessionState.COMING: N_("coming"),
    SessionState.ON: N_("on"),
    SessionState.HELD: N_("held"),
}
"""What people read for each state."""

HOUSE_OPENS = time(10)
"""When a day opens where no source gives the hour: the usual morning meeting runs from 10:00 to 13:00."""
HOUSE_CLOSES = time(18)
"""When a day closes where no source gives the hour: the usual afternoon meeting runs from 15:00 to 18:00."""
HALF_DAY = timedelta(hours=3)
"""How long a half day is: one meeting."""


@dataclass(frozen=True, slots=True)
class Session:
    """One session, round, hearing or conference, with its planned and actual days."""

    code: str
    """Short name, such as `R3`."""
    kind: SessionKind
    """What it is for."""
    title: Title
    """Its name."""
    phases: tuple[str, ...]
    """Codes of the phases it belongs to: none, one, or two where they overlap."""
    place: Title
    """The town."""
    venue: Title
    """The building or room; may be empty."""
    country: str
    """Alpha-3 code of the State; may be empty."""
    zone: str
    """The IANA zone of the place."""
    days: tuple[SessionDay, ...]
    """Its days in order; none where only the window of the plan is known."""
    plan: Plan | None = None
    """What was foreseen beforehand."""
    announced: date | None = None
    """The day on which its dates became known; until then only the plan is."""
    opens: time = HOUSE_OPENS
    """When a day opens, on the clock of the place."""
    closes: time = HOUSE_CLOSES
    """When a full day closes."""
    additional: bool = False
    """Whether it comes on top of the mandated days, and so stays out of their sums."""
    draft: str = ""
    """Code of the draft that was discussed."""
    panels: tuple[Panel, ...] = ()
    """Its panels in order."""
    certainty: Certainty = Certainty.HIGH
    """How well its dates are known."""
    sources: tuple[str, ...] = ()
    """Where it is known from."""
    note: Title = NO_TITLE
    """What else there is to say."""
    outcome: Title = NO_TITLE
    """What took place, told once it is over."""
    moves: tuple[Move, ...] = ()
    """Changes of its dates, oldest first."""
    contacts: tuple[Contact, ...] = ()
    """Who serves it, organization by organization."""

    @property
    def where(self) -> Whereabouts:
        """Where it meets."""
        return Whereabouts(self.place, self.venue, self.country, self.zone)

    def at(self, where: Whereabouts) -> "Session":
        """Return the session as it would be elsewhere."""
        return replace(self, place=where.place, venue=where.venue, country=where.country, zone=where.zone)

    @property
    def window(self) -> Window | None:
        """From the first day to the last, else the window of the plan."""
        if self.days:
            return Window(self.days[0].date, self.days[-1].date)
        return self.plan.window if self.plan else None

    @property
    def days_scheduled(self) -> float:
        """The days on the calendar, halves counted as halves; before they are fixed, as many as were foreseen."""
        if not self.days:
            return self.plan.days if self.plan else 0.0
        return sum(day.length for day in self.days if day.scheduled)

    @property
    def begins(self) -> Instant | None:
        """When its first day opens; None where the days are not fixed."""
        return on_day(self.days[0].date, self.opens, self.zone) if self.days else None

    @property
    def ends(self) -> Instant | None:
        """When its last day closes; None where the days are not fixed."""
        return self.closing(self.days[-1]) if self.days else None

    def opening(self, day: SessionDay) -> Instant:
        """Return when a day opens."""
        return on_day(day.date, self.opens, self.zone)

    def closing(self, day: SessionDay) -> Instant:
        """Return when a day closes: a half day is one meeting of three hours."""
        if day.length < 1:
            opened = datetime.combine(day.date, self.opens) + HALF_DAY
            return Instant.at(opened, self.zone)
        return on_day(day.date, self.closes, self.zone)

    def days_met(self, now: Instant) -> float:
        """The days on which it has met and closed by a moment, halves counted as halves."""
        return sum(day.length for day in self.days if day.met and self.closing(day).utc <= now.utc)

    def day_on(self, now: Instant) -> int | None:
        """Say which of its days today is, from 1, by the calendar of the place; None on a day without a meeting."""
        today = Instant(now.utc, self.zone).date
        dates = [day.date for day in self.days if day.met]
        return dates.index(today) + 1 if today in dates else None

    def state(self, now: Instant) -> SessionState:
        """Say where the session stands at a moment; one with a window only is on at no moment."""
        begins, ends = self.begins, self.ends
        if begins is None or ends is None:
            window = self.window
            over = window is not None and window.last < Instant(now.utc, self.zone).date
            return SessionState.HELD if over else SessionState.COMING
        if now.utc < begins.utc:
            return SessionState.COMING
        return SessionState.ON if now.utc < ends.utc else SessionState.HELD

    def as_known(self, now: Instant, unreleased: Container[str] = ()) -> "Session":
        """Return the session as it was known at a moment: later moves undone, what took place not yet told.

        `now` is read on the clock of the process, where such things are decided; `unreleased` holds the codes of the
        drafts that were still to come.
        """
        today = now.date
        later = [move for move in self.moves if move.decided > today]
        session = replace(
            self,
            days=later[0].before if later else self.days,
            moves=tuple(move for move in self.moves if move.decided <= today),
        )
        elsewhere = next((move.where for move in later if move.where), None)
        if elsewhere is not None:
            session = session.at(elsewhere)
        if self.announced is not None and today < self.announced:
            place = session.plan.place if session.plan and session.plan.place else session.place
            session = replace(session, days=(), place=place, venue=NO_TITLE if place != self.place else session.venue)
        if session.state(now) is not SessionState.HELD:
            session = replace(session, outcome=NO_TITLE)
        return replace(session, draft="") if session.draft in unreleased else session


def in_order(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Sort sessions by their first day, then by their code."""
    return tuple(sorted(sessions, key=lambda session: (_first_day(session), session.code)))


def _first_day(session: Session) -> date:
    window = session.window
    return window.first if window else date.max
