"""The shipped file of holidays by duty station."""

from datetime import date
from functools import cache

from negotiator.domain.holidays import Feast, Holiday, Station
from negotiator.domain.table import Table
from negotiator.services.shipped import close_register, open_register, title_of

FILE = "holidays.toml"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@cache
def holiday_file() -> tuple[dict[str, Station], dict[tuple[str, int], date]]:
    """Read the stations and the feasts that go by the moon, by their code and year."""
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
