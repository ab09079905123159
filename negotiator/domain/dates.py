"""Instants with a place: local wall time, IANA zone and UTC, and how people write them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from re import fullmatch
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _, n_

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)

TOWNS = {
    "Africa/Addis_Ababa": N_("Addis Ababa"),
    "Africa/Casablanca": N_("Marrakech"),
    "Africa/Nairobi": N_("Nairobi"),
    "America/Mexico_City": N_("Mexico"),
    "America/New_York": N_("New York"),
    "America/Santiago": N_("Santiago"),
    "Asia/Bangkok": N_("Bangkok"),
    "Asia/Beirut": N_("Beirut"),
    "Asia/Shanghai": N_("Beijing"),
    "Europe/Vienna": N_("Vienna"),
    "Europe/Zurich": N_("Geneva"),
}
"""The town that people in this work mean by a zone, where it is not the one in its name."""


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


def plausible(day: date) -> bool:
    """Say whether a day is near enough to be meant, and to be read on the clock of any zone."""
    return 1900 <= day.year <= 2999


def parse_date(text: str) -> date:
    """Read a calendar day written as 2018-04-03; raises `WrongUsage` where there is no such day."""
    if fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        try:
            day = date.fromisoformat(text.strip())
        except ValueError as problem:
            raise WrongUsage(_("There is no day {text} in the calendar.", text=text)) from problem
        if not plausible(day):
            raise WrongUsage(_("{text} lies too far away; is the year right?", text=text))
        return day
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
        parse_date(words[:10])
        try:
            return Instant.at(datetime.fromisoformat(words), zone)
        except ValueError as problem:
            raise WrongUsage(_("There is no such moment as {text}.", text=text)) from problem
    raise WrongUsage(_("“{text}” is not a date or time; write it like 2018-04-03 or 2018-04-03T10:12.", text=text))


def days_between(earlier: Instant, later: Instant) -> int:
    """Count calendar days from one instant to another, both read on the clock of the later one; negative backwards."""
    place = zone_named(later.zone)
    return (later.date - earlier.utc.astimezone(place).date()) // timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """The days from one to another, both included."""

    first: date
    """The first day."""
    last: date
    """The last day."""

    def __contains__(self, day: date) -> bool:
        """Say whether a day lies in the window."""
        return self.first <= day <= self.last


def parse_clock(text: str) -> time:
    """Read a time of day written as 10:00; raises `WrongUsage` for anything else."""
    found = fullmatch(r"(\d{1,2}):(\d{2})", text.strip())
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    raise WrongUsage(_("“{text}” is not a time of day; write it like 10:00.", text=text))


@lru_cache(maxsize=4096)
def on_day(day: date, clock: time, zone: str) -> Instant:
    """Return the moment at which the clock of a place shows a time on a day."""
    return Instant.at(datetime.combine(day, clock), zone)


def each_day(window: Window) -> Iterator[date]:
    """Give every day of a window, weekends too."""
    for number in range((window.last - window.first).days + 1):
        yield window.first + timedelta(days=number)


def working_days_from(first: date, count: int) -> tuple[date, ...]:
    """Return so many days from Monday to Friday, the first of them on or after `first`; holidays are not known here."""
    days: list[date] = []
    day = first
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day += timedelta(days=1)
    return tuple(days)


def gap_between(zone: str, other: str, moment: Instant) -> timedelta:
    """Say how far the clock of one place is ahead of that of another at a moment; it changes twice a year."""
    ahead = moment.utc.astimezone(zone_named(zone)).utcoffset() or timedelta()
    behind = moment.utc.astimezone(zone_named(other)).utcoffset() or timedelta()
    return ahead - behind


def day_in_words(day: date) -> str:
    """Write a day for people, such as “Tue 3 Apr 2018”."""
    return _(
        "{weekday} {day} {month} {year}",
        weekday=_(WEEKDAYS[day.weekday()]),
        day=day.day,
        month=_(MONTHS[day.month - 1]),
        year=day.year,
    )


def days_in_words(first: date, last: date) -> str:
    """Write a run of days as short as it can be read, such as “3–6 Apr 2018”."""
    if first == last:
        return day_in_words(first)
    start, end = _(MONTHS[first.month - 1]), _(MONTHS[last.month - 1])
    if first.year != last.year:
        return _(
            "{day} {month} {year} – {last_day} {last_month} {last_year}",
            day=first.day,
            month=start,
            year=first.year,
            last_day=last.day,
            last_month=end,
            last_year=last.year,
        )
    if first.month != last.month:
        return _(
            "{day} {month} – {last_day} {last_month} {year}",
            day=first.day,
            month=start,
            last_day=last.day,
            last_month=end,
            year=last.year,
        )
    return _("{day}–{last_day} {month} {year}", day=first.day, last_day=last.day, month=end, year=last.year)


def town_of(zone: str) -> str:
    """Name the place of a zone as people in this work do: Geneva for Europe/Zurich, else the town in its name."""
    return _(TOWNS[zone]) if zone in TOWNS else zone.rpartition("/")[2].replace("_", " ")


def in_words(moment: Instant) -> str:
    """Write a moment with its year, on the clock of its place: “Tue 3 Apr 2018 10:05”."""
    return f"{day_in_words(moment.date)} {moment.local:%H:%M}"


def moment_in_words(moment: Instant, other_zone: str = "") -> str:
    """Write a moment on the clock of its place and on one's own: “Tue 3 Apr 10:00 New York / 16:00 Geneva”."""
    local = moment.local
    shown = _(
        "{weekday} {day} {month} {time} {town}",
        weekday=_(WEEKDAYS[local.weekday()]),
        day=local.day,
        month=_(MONTHS[local.month - 1]),
        time=f"{local:%H:%M}",
        town=town_of(moment.zone),
    )
    if not other_zone or not gap_between(other_zone, moment.zone, moment):
        return shown
    own = moment.utc.astimezone(zone_named(other_zone))
    turned = (own.date() - local.date()).days
    return f"{shown} / {own:%H:%M}{f' {turned:+d}' if turned else ''} {town_of(other_zone)}"


def time_until_in_words(now: Instant, then: Instant) -> str:
    """Say how far away a moment is: minutes and hours within a day, then calendar days at its place."""
    seconds = int((then.utc - now.utc).total_seconds())
    if seconds <= 0:
        return _("now")
    if seconds < 3600:
        return n_("in {n} min", "in {n} min", max(1, seconds // 60))
    if seconds < 86400:
        return n_("in {n} h", "in {n} h", seconds // 3600)
    return n_("in {n} d", "in {n} d", days_between(now, then))
