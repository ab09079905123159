from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.domain.near_dates import day_named, parse_deadline
from negotiator.errors import WrongUsage

TUESDAY = date(2018, 4, 3)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2018-04-03"),
        ("tomorrow", "2018-04-04"),
        ("fri", "2018-04-06"),
        ("Friday", "2018-04-06"),
        ("tue", "2018-04-10"),
        ("next fri", "2018-04-13"),
        ("next mon", "2018-04-09"),
        ("+3d", "2018-04-06"),
        ("+2w", "2018-04-17"),
        ("+10wd", "2018-04-17"),
        ("+4wd", "2018-04-09"),
        ("明天", "2018-04-04"),
        ("后天", "2018-04-05"),
        ("周五", "2018-04-06"),
        ("下周五", "2018-04-13"),
        ("星期日", "2018-04-08"),
    ],
)
def test_a_day_is_read_as_people_say_it(said, day):
    assert day_named(said, TUESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("said", ["", "soon", "friends", "next", "+d", "10wd", "2018-04-03", "下周", "3/4"])
def test_what_names_no_day_is_not_guessed(said):
    assert day_named(said, TUESDAY) is None


def test_a_day_alone_ends_in_its_own_zone_and_an_hour_may_follow():
    assert parse_deadline("fri", "Europe/Zurich", TUESDAY).iso() == "2018-04-06T23:59:59+02:00"
    assert parse_deadline("tomorrow 15:00", "America/New_York", TUESDAY).iso() == "2018-04-04T15:00:00-04:00"
    assert parse_deadline("2018-04-20T10:00", "America/New_York", TUESDAY).iso() == "2018-04-20T10:00:00-04:00"
    assert parse_deadline("18:00", "America/New_York", TUESDAY).iso() == "2018-04-03T18:00:00-04:00"


@pytest.mark.parametrize("said", ["soon", "03/04/2018", "tomorrow 25:00", "2018-02-30", ""])
def test_a_deadline_that_cannot_be_meant_is_refused(said):
    with pytest.raises(WrongUsage):
        parse_deadline(said, "America/New_York", TUESDAY)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_working_days_are_counted_after_today_and_end_on_a_weekday(today, count):
    day = day_named(f"+{count}wd", today)
    between = [today + timedelta(days=n) for n in range(1, (day - today).days + 1)]
    assert sum(each.weekday() < 5 for each in between) == count
    assert day.weekday() < 5
