"""Days and moments as people read and write them."""

from datetime import date, time

import pytest

from negotiator.domain.dates import (
    Instant,
    Window,
    day_in_words,
    days_in_words,
    each_day,
    moment_in_words,
    parse_clock,
    parse_date,
    parse_instant,
    time_until_in_words,
    town_of,
    working_days_from,
)
from negotiator.errors import WrongUsage

NEW_YORK = "America/New_York"


def at(text: str, zone: str = NEW_YORK) -> Instant:
    return parse_instant(text, zone)


def test_a_day_is_written_with_its_weekday() -> None:
    assert day_in_words(date(2018, 4, 3)) == "Tue 3 Apr 2018"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2018, 4, 3), date(2018, 4, 3), "Tue 3 Apr 2018"),
        (date(2018, 4, 3), date(2018, 4, 6), "3–6 Apr 2018"),
        (date(2018, 4, 30), date(2018, 5, 2), "30 Apr – 2 May 2018"),
        (date(2017, 11, 1), date(2018, 1, 31), "1 Nov 2017 – 31 Jan 2018"),
    ],
)
def test_days_are_written_as_short_as_they_can_be_read(first: date, last: date, words: str) -> None:
    assert days_in_words(first, last) == words


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ("2018-04-01", "2018-04-03T10:00", "in 2 d"),
        ("2018-04-02T12:00", "2018-04-03T10:00", "in 22 h"),
        ("2018-04-03T09:15", "2018-04-03T10:00", "in 45 min"),
        ("2018-04-03T09:59:50", "2018-04-03T10:00", "in 1 min"),
        ("2018-04-03T10:00", "2018-04-03T10:00", "now"),
    ],
)
def test_how_far_a_moment_is(now: str, then: str, words: str) -> None:
    assert time_until_in_words(at(now), at(then)) == words


def test_a_moment_is_shown_on_both_clocks() -> None:
    assert moment_in_words(at("2018-03-12T10:00"), "Europe/Zurich") == "Mon 12 Mar 10:00 New York / 15:00 Geneva"
    assert moment_in_words(at("2018-04-03T10:00"), "Europe/Zurich") == "Tue 3 Apr 10:00 New York / 16:00 Geneva"


def test_a_clock_on_another_day_says_so() -> None:
    opening = at("2017-12-04T10:00", "America/Mexico_City")
    assert moment_in_words(opening, "Asia/Shanghai") == "Mon 4 Dec 10:00 Mexico / 00:00 +1 Beijing"


def test_the_same_clock_is_shown_once() -> None:
    assert moment_in_words(at("2018-04-03T10:00"), "America/Toronto") == "Tue 3 Apr 10:00 New York"


def test_a_town_without_a_name_of_its_own_is_that_of_its_zone() -> None:
    assert (town_of("Europe/Zurich"), town_of("America/Port_of_Spain"), town_of("UTC")) == (
        "Geneva",
        "Port of Spain",
        "UTC",
    )


def test_working_days_leave_out_weekends() -> None:
    assert [day.day for day in working_days_from(date(2018, 4, 5), 4)] == [5, 6, 9, 10]
    assert [day.day for day in working_days_from(date(2018, 4, 7), 1)] == [9]


def test_a_window_holds_both_its_ends() -> None:
    window = Window(date(2018, 4, 3), date(2018, 4, 5))
    assert [day.day for day in each_day(window)] == [3, 4, 5]
    assert all(day in window for day in each_day(window))
    assert date(2018, 4, 6) not in window


def test_a_clock_is_read() -> None:
    assert parse_clock("9:05") == time(9, 5)
    for wrong in ("24:00", "9", "9:60", "nine", ""):
        with pytest.raises(WrongUsage, match="is not a time of day"):
            parse_clock(wrong)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "9999-12-31T23:59", "0001-01-01T00:00"])
def test_a_year_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage, match="is the year right"):
        parse_instant(text, "Asia/Shanghai")


@pytest.mark.parametrize("text", ["2018-02-30", "2018-13-01", "2018-02-30T10:00", "2018-04-03T25:00"])
def test_a_day_or_an_hour_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage, match="There is no"):
        parse_instant(text, NEW_YORK)


def test_a_date_with_slashes_is_refused_because_it_is_read_both_ways() -> None:
    with pytest.raises(WrongUsage, match="write it like 2018-04-03"):
        parse_date("12/03/2018")
