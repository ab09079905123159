"""Which days are working days at a duty station: Monday to Friday, without the holidays that its house keeps.

The file of holidays is read when the first working day is counted, which most commands never do.
"""

from datetime import date
from functools import cache

from negotiator.domain.due import STATIONS
from negotiator.domain.title import Title
from negotiator.errors import NotFound
from negotiator.i18n import _


def is_working_day(day: date, station: str) -> bool:
    """Say whether people work on a day at a duty station; where its holidays are not known, only weekends are free."""
    eve = day.month == 12  # New Year's Day on a Saturday frees the last day of the old year
    kept = day in _year(station, day.year) or (eve and day in _year(station, day.year + 1))
    return day.weekday() < 5 and not kept


def holidays(station: str, year: int) -> dict[date, Title]:
    """Return the holidays of a station in a year; raises `NotFound` for a station whose holidays are not known."""
    return _year(station_named(station), year)


def station_named(name: str) -> str:
    """Return the name of a duty station as it is written here; raises `NotFound`."""
    from negotiator.domain.names import folded

    for each in STATIONS:
        if folded(each) == folded(name):
            return each
    choices = ", ".join(STATIONS)
    raise NotFound(_("There is no duty station {name}; choose one of {choices}.", name=name, choices=choices))


def feasts_unknown(station: str, year: int) -> tuple[Title, ...]:
    """Return the feasts that a station keeps by the moon and whose days in a year nobody has listed here."""
    from negotiator.domain.holidays import unlisted
    from negotiator.services.holiday_file import holiday_file

    stations, moons = holiday_file()
    return unlisted(stations[station], year, moons) if station in stations else ()


@cache
def _year(station: str, year: int) -> dict[date, Title]:
    from negotiator.domain.holidays import holidays_of
    from negotiator.services.holiday_file import holiday_file

    stations, moons = holiday_file()
    return holidays_of(stations[station], year, moons) if station in stations else {}
