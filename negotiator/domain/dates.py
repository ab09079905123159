"""Instants with a place: local wall time, IANA zone and UTC, and how people write them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from re import fullmatch
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from negotiator.errors import WrongUsage
from negotiator.i18n import _


@cache
def zone_named(name: str) -> ZoneInfo:
    """Return an IANA zone; raises `WrongUsage` for a name that is not one."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise WrongUsage(_("There is no time zone “{name}”; write one like America/New_York.", name=name)) from problem


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """A moment and the place whose clock it is read on."""

    utc: datetime
    """The moment, aware, in UTC, to the second."""
    zone: str
    """The IANA zone of the place."""

    @property
    def local(self) -> datetime:
        """The wall clock of the place, aware."""
        return self.utc.astimezone(zone_named(self.zone))

    @property
    def date(self) -> date:
        """The calendar day at the place."""
        return self.local.date()

    def iso(self) -> str:
        """Write the local time with its offset, such as `2018-04-03T10:12:00-04:00`."""
        return self.local.isoformat(timespec="seconds")

    @classmethod
    def at(cls, moment: datetime, zone: str) -> "Instant":
        """Read an aware datetime, or a naive one as the wall clock of the zone (the first of two in an autumn hour)."""
        place = zone_named(zone)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=place)
        return cls(aware.astimezone(UTC).replace(microsecond=0), zone)


def parse_date(text: str) -> date:
    """Read a calendar day written as 2018-04-03; raises `WrongUsage` where there is no such day."""
    if fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        try:
            return date.fromisoformat(text.strip())
        except ValueError as problem:
            raise WrongUsage(_("There is no day {text} in the calendar.", text=text)) from problem
    raise WrongUsage(_("“{text}” is not a date; write it like 2018-04-03.", text=text))


def end_of_day(day: date, zone: str) -> Instant:
    """Return the last second of a day at a place: when a deadline given as a date ends."""
    return Instant.at(datetime.combine(day, time(23, 59, 59)), zone)


def start_of_day(day: date, zone: str) -> Instant:
    """Return the first second of a day at a place."""
    return Instant.at(datetime.combine(day, time.min), zone)


def parse_instant(text: str, zone: str, *, bare_date_ends: bool = True, today: date | None = None) -> Instant:
    """Read `2018-04-03`, `2018-04-03T10:12`, `2018-04-03 10:12`, the same with an offset or Z, or `10:12` of `today`.

    A bare date means the end of that day in `zone` (or its start, with `bare_date_ends=False`).
    Raises `WrongUsage` for anything else; dates with slashes are refused because they are read both ways.
    """
    words = text.strip()
    if fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        day = parse_date(words)
        return end_of_day(day, zone) if bare_date_ends else start_of_day(day, zone)
    if today and (found := fullmatch(r"(\d{1,2}):(\d{2})(?::(\d{2}))?", words)):
        words = f"{today.isoformat()}T{int(found[1]):02d}:{found[2]}:{found[3] or '00'}"
    if fullmatch(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*", words):
        try:
            return Instant.at(datetime.fromisoformat(words), zone)
        except ValueError as problem:
            raise WrongUsage(_("There is no such moment as {text}.", text=text)) from problem
    raise WrongUsage(_("“{text}” is not a date or time; write it like 2018-04-03 or 2018-04-03T10:12.", text=text))


def days_between(earlier: Instant, later: Instant) -> int:
    """Count calendar days from one instant to another, both read on the clock of the later one; negative backwards."""
    place = zone_named(later.zone)
    return (later.date - earlier.utc.astimezone(place).date()) // timedelta(days=1)
