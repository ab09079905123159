"""Which days are working days at a duty station: Monday to Friday, without the holidays that its house keeps."""

from datetime import date
from functools import cache

from negotiator.domain.table import Table
from negotiator.services.shipped import close_register, open_register


def is_working_day(day: date, station: str) -> bool:
    """Say whether people work on a day at a duty station; where its holidays are not known, only weekends are free."""
    return day.weekday() < 5 and day not in _holidays().get(station, frozenset())


@cache
def _holidays() -> dict[str, frozenset[date]]:
    file = open_register("calendars", "holidays.toml")
    found = {row.text("code"): _days(row) for row in file.rows("stations")}
    close_register(file, "holidays.toml")
    return found


def _days(row: Table) -> frozenset[date]:
    row.title("title")
    days = frozenset(each.day("date") for each in row.rows("holidays"))
    row.close()
    return days
