"""Which days are working days at a duty station: Monday to Friday, without the holidays that its house keeps.

The file of holidays is read when the first working day is counted, which most commands never do.
"""

from datetime import date
from functools import cache

from negotiator.domain.due import STATIONS
from negotiator.domain.holidays import Feast, Holiday, Station, holidays_of
from negotiator.domain.names import folded
from negotiator.domain.table import Table
from negotiator.domain.title import Title
from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.services.shipped import close_register, open_register, title_of

FILE = "holidays.toml"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def is_working_day(day: date, station: str) -> bool:
    """Say whether people work on a day at a duty station; where its holidays are not known, only weekends are free."""
    eve = day.month == 12  # New Year's Day on a Saturday frees the last day of the old year
    kept = day in _year(station, day.year) or (eve and day in _year(station, day.year + 1))
    return day.weekday() < 5 and not kept


def holidays(station: str, year: int) -> dict[date, Title]:
    """Return the holidays of a station in a year; raises `NotFound` for a station whose holidays are not known."""
    name = next((each for each in STATIONS if folded(each) == folded(station)), None)
    if name is None:
        choices = ", ".join(STATIONS)
        raise NotFound(_("There is no duty station {name}; choose one of {choices}.", name=station, choices=choices))
    return _year(name, year)


@cache
def _year(station: str, year: int) -> dict[date, Title]:
    stations, moons = _known()
    return holidays_of(stations[station], year, moons) if station in stations else {}


@cache
def _known() -> tuple[dict[str, Station], dict[tuple[str, int], date]]:
    file = open_register("calendars", FILE)
    moons: dict[tuple[str, int], date] = {}
    for row in file.rows("moons"):
        code = row.text("code")
        days = row.values.get("days", []) if row.has("days") else []
        moons |= {(code, day.year): day for day in days if isinstance(day, date)} if isinstance(days, list) else {}
        row.close()
    stations = {station.name: station for station in map(_station, file.rows("stations"))}
    close_register(file, FILE)
    return stations, moons


def _station(row: Table) -> Station:
    instead: dict[tuple[str, int], date] = {}
    for each in row.rows("instead"):
        day = each.day("date")
        instead[each.text("code"), day.year] = day
        each.close()
    station = Station(row.text("code"), tuple(_holiday(each) for each in row.rows("holidays")), instead)
    row.close()
    return station


def _holiday(row: Table) -> Holiday:
    weekday = row.text("weekday", "Mon")
    found = Holiday(
        code=row.text("code"),
        title=title_of(row),
        feast=row.choice("rule", Feast),
        month=_whole(row, "month"),
        day=_whole(row, "day"),
        weekday=WEEKDAYS.index(weekday),
        nth=_whole(row, "nth"),
        offset=_whole(row, "offset"),
        first=_whole(row, "from"),
        last=_whole(row, "until"),
    )
    row.close()
    return found


def _whole(row: Table, key: str) -> int:
    value = row.values.get(key, 0) if row.has(key) else 0
    return value if isinstance(value, int) else 0
