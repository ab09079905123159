"""Which days a duty station does not work, by the rules of the Organization and not by those of the town.

The Secretary-General sets the official holidays of each duty station (staff regulation 1.3 (b)): those that every
station keeps, with both feasts of Islam (General Assembly decision 52/468), and a few of the host country. One that
falls on a Saturday or Sunday is kept on the nearest working day that is free: the Friday before or the Monday after.
Floating holidays (resolution 69/250), of which everybody picks one, close no house and are working days here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from negotiator.domain.title import Title


class Feast(StrEnum):
    """How the day of a holiday is found."""

    DAY = "day"
    """The same day every year."""
    EASTER = "easter"
    """So many days from Easter Sunday."""
    WEEKDAY = "weekday"
    """The first, second or last such day of the week in a month, and so many days from it."""
    MOON = "moon"
    """By the moon: the days are listed year by year."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday of a station, year after year."""

    code: str
    """Short name, such as `good-friday`."""
    title: Title
    """Its name."""
    feast: Feast
    """How its day is found."""
    month: int = 0
    """The month, where that counts."""
    day: int = 0
    """The day of the month."""
    weekday: int = 0
    """The day of the week, Monday is 0."""
    nth: int = 0
    """Which one in the month, from 1; -1 for the last."""
    offset: int = 0
    """How many days from the day so found."""
    first: int = 0
    """The first year it is kept, 0 for ever before."""
    last: int = 0
    """The last year it is kept, 0 for ever after."""

    def kept_in(self, year: int) -> bool:
        """Say whether it is a holiday in a year at all."""
        return self.first <= year and (not self.last or year <= self.last)


@dataclass(frozen=True, slots=True)
class Station:
    """A duty station with its holidays."""

    name: str
    """Its name, such as `Geneva`."""
    holidays: tuple[Holiday, ...]
    """Its holidays."""
    instead: Mapping[tuple[str, int], date]
    """The day that was announced for a holiday of a year, where the rule gives another."""


def holidays_of(station: Station, year: int, moons: Mapping[tuple[str, int], date]) -> dict[date, Title]:
    """Return the days of a year on which a station does not work; `moons` holds the feasts that go by the moon."""
    taken: dict[date, Title] = {}
    moved: list[tuple[date, Title]] = []  # those of weekends, and those that meet another one
    for each in station.holidays:
        if not each.kept_in(year):
            continue
        announced = station.instead.get((each.code, year))
        day = announced or _day(each, year, moons)
        if day is None:
            continue
        if announced or (day.weekday() < 5 and day not in taken):
            taken[day] = each.title
        else:
            moved.append((day, each.title))
    for day, title in sorted(moved, key=lambda pair: pair[0]):
        taken[_nearest(day, taken)] = title
    return dict(sorted(taken.items()))


def unlisted(station: Station, year: int, moons: Mapping[tuple[str, int], date]) -> tuple[Title, ...]:
    """Return the holidays of a year that go by the moon and whose day is not listed."""
    return tuple(
        each.title
        for each in station.holidays
        if each.feast is Feast.MOON
        and each.kept_in(year)
        and (each.code, year) not in moons
        and (each.code, year) not in station.instead
    )


def _nearest(day: date, taken: Mapping[date, Title]) -> date:
    """Return the day on which a holiday of a weekend, or of a day that is free already, is kept.

    The Friday before a Saturday, the Monday after a Sunday; where that is free already, the next day that is worked.
    """
    steps = (-1, *range(2, 9)) if day.weekday() == 5 else range(1, 9)
    days = (day + timedelta(days=step) for step in steps)
    return next(each for each in days if each.weekday() < 5 and each not in taken)


def _day(holiday: Holiday, year: int, moons: Mapping[tuple[str, int], date]) -> date | None:
    match holiday.feast:
        case Feast.DAY:
            return date(year, holiday.month, holiday.day)
        case Feast.EASTER:
            return easter(year) + timedelta(days=holiday.offset)
        case Feast.WEEKDAY:
            return _nth(holiday, year) + timedelta(days=holiday.offset)
        case Feast.MOON:
            return moons.get((holiday.code, year))


def _nth(holiday: Holiday, year: int) -> date:
    if holiday.nth < 0:
        month_after = date(year + holiday.month // 12, holiday.month % 12 + 1, 1)
        last = month_after - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - holiday.weekday) % 7)
    first = date(year, holiday.month, 1)
    return first + timedelta(days=(holiday.weekday - first.weekday()) % 7 + 7 * (holiday.nth - 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous method of 1876)."""
    century, rest = divmod(year, 100)
    leap, within = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * within + 2 * (rest // 4) - moon - rest % 4) % 7
    month = (year % 19 + 11 * moon + 22 * week) // 451
    place = moon + week - 7 * month + 114
    return date(year, place // 31, place % 31 + 1)
