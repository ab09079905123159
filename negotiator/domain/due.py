"""When a mandated action is due: rules that are turned into days, whatever the calendar has become."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from negotiator.domain.dates import Window
from negotiator.domain.title import NO_TITLE, Title

WorkingDay = Callable[[date, str], bool]
"""Says whether a day is a working day at a duty station."""


STATIONS = ("New York", "Geneva", "Vienna")
"""The duty stations whose holidays are known."""


class DueKind(StrEnum):
    """How a mandate says when."""

    NONE = "none"
    """It says nothing."""
    FIXED = "fixed"
    """A day."""
    WINDOW = "window"
    """From a day to another."""
    FUZZY = "fuzzy"
    """Words that can be read in two ways."""
    BEFORE = "before"
    """Before something else."""
    AFTER = "after"
    """After something else."""
    RECURRING = "recurring"
    """Every so many years."""
    REQUEST = "request"
    """When somebody asks for it."""


@dataclass(frozen=True, slots=True)
class Due:
    """A rule that says when."""

    kind: DueKind = DueKind.NONE
    """How it says so."""
    text: Title = NO_TITLE
    """The rule in our own words."""
    earliest: date | None = None
    """The last day on the strict reading; of a window, its first day."""
    latest: date | None = None
    """The last day on the lenient reading; of a rule that hangs on an event, the day to go by until it is known."""
    event: str = ""
    """Code of the session, milestone, phase or other action it hangs on."""
    days: int = 0
    """How many days before the start or after the end of that event."""
    station: str = ""
    """The duty station whose working days are counted; calendar days where there is none."""
    every: int = 0
    """After how many years it comes again."""
    first: int = 0
    """The first year it comes."""
    skip_every: int = 0
    """After how many years it is left out again."""
    skip_first: int = 0
    """The first year it is left out."""
    house: bool = False
    """Whether the date is a habit of ours and not the mandate's: it informs and never colours."""


@dataclass(frozen=True, slots=True)
class Term:
    """The days that a rule comes to."""

    opens: date | None = None
    """The first day on which it can be done, where there is one."""
    strict: date | None = None
    """The last day on the strict reading."""
    lenient: date | None = None
    """The last day on the lenient reading."""
    reading: str = ""
    """Which reading was chosen by a person, and why; empty where both are looked at."""

    @property
    def two_readings(self) -> bool:
        """Say whether the two readings differ."""
        return self.strict != self.lenient

    def agreed(self, day: date, reading: str) -> "Term":
        """Return the term with one last day that a person decided on."""
        return replace(self, strict=day, lenient=day, reading=reading)


NO_TERM = Term()
"""No day at all."""


def term(due: Due, events: Mapping[str, Window], today: date, works: WorkingDay) -> Term:
    """Return the days that a rule comes to, by the events as they are known."""
    match due.kind:
        case DueKind.FIXED:
            return Term(strict=due.latest, lenient=due.latest)
        case DueKind.WINDOW:
            return Term(due.earliest, due.latest, due.latest)
        case DueKind.FUZZY:
            return Term(strict=due.earliest, lenient=due.latest)
        case DueKind.BEFORE | DueKind.AFTER:
            return _hanging(due, events, works)
        case DueKind.RECURRING:
            year = occurrence(due, today.year)
            return Term(date(year, 1, 1), date(year, 12, 31), date(year, 12, 31))
        case _:
            return NO_TERM


def _hanging(due: Due, events: Mapping[str, Window], works: WorkingDay) -> Term:
    event = events.get(due.event)
    last = due.latest
    if event is not None:
        before = due.kind is DueKind.BEFORE
        last = shifted(event.first, -due.days, due.station, works) if before else None
        last = last or shifted(event.last, due.days, due.station, works)
    if last is None:
        return Term(strict=due.earliest, lenient=due.earliest)
    return Term(strict=min(due.earliest or last, last), lenient=last)


def shifted(day: date, days: int, station: str, works: WorkingDay) -> date:
    """Go so many days on, or back where they are negative; working days of a station where one is named."""
    if not station:
        return day + timedelta(days=days)
    step = timedelta(days=1 if days > 0 else -1)
    left = abs(days)
    while left:
        day += step
        left -= works(day, station)
    return day


def occurs(due: Due, year: int) -> bool:
    """Say whether what comes again every so many years comes in a year."""
    if year < due.first or (year - due.first) % max(1, due.every):
        return False
    return not (due.skip_every and year >= due.skip_first and (year - due.skip_first) % due.skip_every == 0)


def occurrence(due: Due, year: int) -> int:
    """Return the first year from a year on in which it comes; raises `ValueError` where it never does."""
    for each in range(max(year, due.first), max(year, due.first) + 200):
        if occurs(due, each):
            return each
    raise ValueError("a rule that never comes")
