"""Many sessions at once: which are on, which comes next, and how many days were scheduled and met."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.domain.dates import Instant
from negotiator.domain.process import Milestone
from negotiator.domain.session import SIDE_TRACKS, Session, SessionState, in_order


@dataclass(frozen=True, slots=True)
class DayCount:
    """How far a row of sessions has come."""

    phase: str
    """Code of the phase; empty for sessions outside every phase."""
    kind: str
    """Kind of the sessions."""
    sessions: int
    """How many sessions there are."""
    held: int
    """How many of them are over."""
    scheduled: float
    """Days on the calendar."""
    met: float
    """Days met so far."""


def sessions_on(sessions: Iterable[Session], now: Instant) -> tuple[Session, ...]:
    """Return the sessions that are on at a moment; a hearing may fall inside a round."""
    return tuple(session for session in in_order(sessions) if session.state(now) is SessionState.ON)


def next_session(sessions: Iterable[Session], now: Instant) -> Session | None:
    """Return the session that begins next, side tracks left out while the process itself has one to come."""
    coming = [session for session in in_order(sessions) if session.state(now) is SessionState.COMING and session.window]
    main = [session for session in coming if session.kind not in SIDE_TRACKS]
    return min(main or coming, key=_surely_begun, default=None)


def _surely_begun(session: Session) -> date:
    """Return the day by which a session will have begun: a plan for some month must not push a fixed day aside."""
    if session.days:
        return session.days[0].date
    return session.window.last if session.window else date.max


def next_milestones(milestones: Iterable[Milestone], now: Instant, most: int = 3) -> tuple[Milestone, ...]:
    """Return the milestones that are known to come, the nearest first."""
    coming = [milestone for milestone in milestones if milestone.awaited(now)]
    return tuple(sorted(coming, key=lambda milestone: (milestone.moment.utc, milestone.code))[:most])


def latest_milestone(milestones: Iterable[Milestone], now: Instant) -> Milestone | None:
    """Return the milestone that was passed last."""
    past = [milestone for milestone in milestones if milestone.past(now)]
    return max(past, key=lambda milestone: (milestone.moment.utc, milestone.code), default=None)


def count_days(sessions: Sequence[Session], now: Instant, phase: str, kind: str) -> DayCount:
    """Count the sessions of one kind in a phase and their days; additional sessions stay out of the sums."""
    counted = [
        session
        for session in sessions
        if session.kind == kind
        and not session.additional
        and (phase in session.phases if phase else not session.phases)
    ]
    return DayCount(
        phase=phase,
        kind=kind,
        sessions=len(counted),
        held=sum(session.state(now) is SessionState.HELD for session in counted),
        scheduled=sum(session.days_scheduled for session in counted),
        met=sum(session.days_met(now) for session in counted),
    )


def all_counts(sessions: Sequence[Session], now: Instant) -> tuple[DayCount, ...]:
    """Count the days of every phase and kind that has sessions, in the order of their first session."""
    keys: dict[tuple[str, str], None] = {}
    for session in in_order(sessions):
        for phase in session.phases or ("",):
            keys[(phase, session.kind)] = None
    return tuple(count_days(sessions, now, phase, kind) for phase, kind in keys)


def scheduled_by_month(sessions: Iterable[Session]) -> dict[date, float]:
    """Sum the scheduled days by month, each month given by its first day; additional sessions stay out."""
    months: dict[date, float] = {}
    for session in sessions:
        for day in session.days:
            if day.scheduled and not session.additional:
                month = day.date.replace(day=1)
                months[month] = months.get(month, 0.0) + day.length
    return dict(sorted(months.items()))
