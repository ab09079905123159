"""Working days by duty station: the official holidays of the Organization, which are not those of the town."""

from datetime import date, timedelta

import pytest

from negotiator.domain.dates import Window
from negotiator.domain.due import STATIONS, shifted
from negotiator.domain.holidays import easter
from negotiator.errors import NotFound
from negotiator.services.duty_stations import feasts_unknown, holidays, is_working_day

ANNOUNCED = {
    ("New York", 2017): "01-02 04-14 05-29 06-26 07-04 09-01 09-04 11-23 12-25",
    ("New York", 2020): "01-01 04-10 05-25 05-26 07-03 07-31 09-07 11-26 12-25",
    ("New York", 2024): "01-01 03-29 04-10 05-27 06-17 07-04 09-02 11-28 12-25",
    ("Vienna", 2023): "01-02 04-07 04-10 04-24 05-01 06-29 10-26 12-25 12-26",
}
"""What the houses announced for the year, as the circulars and the list of the house in Vienna have it."""


@pytest.mark.parametrize(("station", "year"), ANNOUNCED)
def test_the_rules_give_what_the_house_announced(station: str, year: int) -> None:
    assert " ".join(f"{day:%m-%d}" for day in holidays(station, year)) == ANNOUNCED[station, year]


@pytest.mark.parametrize("station", STATIONS)
@pytest.mark.parametrize("year", range(2016, 2031))
def test_every_house_keeps_nine_days_none_on_a_weekend(station: str, year: int) -> None:
    found = holidays(station, year)
    outside = [day for day in found if day.year != year]
    assert len(found) == 9
    assert all(day.weekday() < 5 for day in found)
    assert all(day.month == 12 and day.day == 31 for day in outside), "New Year's Day on a Saturday"


@pytest.mark.parametrize("year", range(2016, 2031))
def test_good_friday_is_free_everywhere_and_easter_monday_is_worked_in_new_york(year: int) -> None:
    friday, monday = easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)
    assert [is_working_day(friday, station) for station in STATIONS] == [False, False, False]
    assert [is_working_day(monday, station) for station in STATIONS] == [True, False, False]


def test_easter_is_on_its_day() -> None:
    days = {2016: "03-27", 2018: "04-01", 2019: "04-21", 2024: "03-31", 2025: "04-20", 2030: "04-21", 2038: "04-25"}
    assert {year: f"{easter(year):%m-%d}" for year in days} == days


def test_days_of_the_host_country_that_the_organization_does_not_keep_are_worked() -> None:
    assert is_working_day(date(2018, 1, 15), "New York"), "Martin Luther King's day"
    assert is_working_day(date(2018, 2, 19), "New York"), "Presidents' Day floats since 2016"
    assert is_working_day(date(2024, 6, 19), "New York"), "Juneteenth floats"
    assert is_working_day(date(2018, 8, 1), "Geneva"), "the first of August"
    assert is_working_day(date(2020, 1, 6), "Vienna"), "Epiphany"
    assert not is_working_day(date(2018, 9, 6), "Geneva"), "the Geneva fast"


def test_christmas_on_a_saturday_frees_the_friday_and_st_stephen_the_monday() -> None:
    assert [is_working_day(date(2021, 12, day), "Vienna") for day in (24, 27, 28)] == [False, False, True]


def test_new_year_on_a_saturday_frees_the_last_day_of_the_old_year() -> None:
    assert not is_working_day(date(2021, 12, 31), "New York")
    assert is_working_day(date(2021, 12, 30), "New York")


def test_ten_working_days_take_longer_where_more_is_kept() -> None:
    start = Window(date(2023, 4, 6), date(2023, 4, 6)).last
    ends = {station: shifted(start, 10, station, is_working_day) for station in STATIONS}
    assert ends == {"New York": date(2023, 4, 24), "Geneva": date(2023, 4, 25), "Vienna": date(2023, 4, 25)}


def test_a_station_whose_holidays_are_not_known_has_only_weekends_and_says_so_when_asked() -> None:
    assert is_working_day(date(2018, 12, 25), "Nairobi")
    with pytest.raises(NotFound, match="choose one of New York, Geneva, Vienna"):
        holidays("Nairobi", 2018)
    assert holidays("geneva", 2018)


def test_a_feast_whose_day_nobody_has_listed_is_named() -> None:
    assert feasts_unknown("Geneva", 2018) == ()
    assert len(feasts_unknown("Geneva", 2050)) == 2
