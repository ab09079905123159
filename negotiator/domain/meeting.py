"""What happens on the floor: meetings with their real times and pauses, who presided, who was in the room."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from negotiator.domain.dates import Instant
from negotiator.domain.entry import LETTERS, POSITION_NAMES, Entry, EntryKind, Place, Position
from negotiator.i18n import N_


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which a meeting was suspended."""

    since: Instant
    """When it was suspended."""
    until: Instant | None
    """When it was resumed; None while it is suspended."""
    why: str = ""
    """What for, such as consultations; may be empty."""


@dataclass(frozen=True, slots=True)
class Presiding:
    """That somebody presided from a moment on."""

    stakeholder: str
    """The code of whoever presides."""
    since: Instant
    """From when on."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of a session, from the gavel to the gavel."""

    id: str
    """The row's identifier."""
    session: str
    """The code of the session."""
    number: int
    """Its number in the session, from 1."""
    opened: Instant
    """When it really opened, on the clock of the venue."""
    closed: Instant | None
    """When it really closed; None while it is open."""
    pauses: tuple[Pause, ...] = ()
    """When it was suspended, oldest first."""
    presiding: tuple[Presiding, ...] = ()
    """Who presided from when on, oldest first."""

    @property
    def suspended(self) -> Pause | None:
        """The pause that goes on, if any."""
        return next((pause for pause in self.pauses if pause.until is None), None)

    @property
    def chair(self) -> str | None:
        """The code of whoever presides, or did last; None where nobody noted it."""
        return self.presiding[-1].stakeholder if self.presiding else None

    def chair_at(self, moment: Instant) -> str | None:
        """Return the code of whoever presided at a moment."""
        held = [each for each in self.presiding if each.since.utc <= moment.utc]
        return held[-1].stakeholder if held else None

    def sitting(self, now: Instant) -> timedelta:
        """Return how long it has really sat by a moment: from the gavel on, the pauses taken out."""
        end = self.closed.utc if self.closed and self.closed.utc <= now.utc else now.utc
        out = sum((_within(pause, end) for pause in self.pauses), timedelta())
        return max(timedelta(), end - self.opened.utc - out)

    def covers(self, moment: Instant) -> bool:
        """Say whether the meeting was open at a moment."""
        return self.opened.utc <= moment.utc and (self.closed is None or moment.utc <= self.closed.utc)


def _within(pause: Pause, end: datetime) -> timedelta:
    """Return how much of a pause lies before a moment."""
    until = min(pause.until.utc, end) if pause.until else end
    return max(timedelta(), until - pause.since.utc)


class Level(StrEnum):
    """At what level a delegation is headed."""

    HEAD_OF_STATE = "head-of-state"
    MINISTER = "minister"
    VICE_MINISTER = "vice-minister"
    AMBASSADOR = "ambassador"
    DIRECTOR = "director"
    COUNSELLOR = "counsellor"
    EXPERT = "expert"


LEVELS = {
    Level.HEAD_OF_STATE: N_("head of State or Government"),
    Level.MINISTER: N_("minister"),
    Level.VICE_MINISTER: N_("vice-minister"),
    Level.AMBASSADOR: N_("ambassador"),
    Level.DIRECTOR: N_("director"),
    Level.COUNSELLOR: N_("counsellor"),
    Level.EXPERT: N_("expert"),
}
"""What people read for each level, the highest first."""


class Source(StrEnum):
    """How it is known that a delegation was in the room."""

    LOG = "log"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Attendance:
    """A delegation that was in the room."""

    meeting: int
    """The number of the meeting."""
    stakeholder: str
    """The delegation's code."""
    source: Source
    """Whether it spoke, or somebody noted it by hand."""
    level: Level | None = None
    """The level of its head, where that is noted."""
    head: str = ""
    """The name of its head; may be empty."""


__all__ = [
    "LETTERS",
    "LEVELS",
    "POSITION_NAMES",
    "Attendance",
    "Entry",
    "EntryKind",
    "Level",
    "Meeting",
    "Pause",
    "Place",
    "Position",
    "Presiding",
    "Source",
]
