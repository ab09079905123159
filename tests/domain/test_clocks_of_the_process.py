"""Where time bites: five hours between New York and Geneva in March, and Morocco that no longer turns its clocks."""

from datetime import date, timedelta

import pytest

from negotiator.domain.dates import end_of_day, gap_between, parse_instant

ZURICH, NEW_YORK = "Europe/Zurich", "America/New_York"


@pytest.mark.parametrize(("day", "hours"), [("2018-03-10", 6), ("2018-03-12", 5), ("2018-03-15", 5), ("2018-03-26", 6)])
def test_geneva_is_five_hours_ahead_in_the_second_round_and_six_around_it(day: str, hours: int) -> None:
    noon = parse_instant(f"{day}T12:00", NEW_YORK)
    assert gap_between(ZURICH, NEW_YORK, noon) == timedelta(hours=hours)


@pytest.mark.parametrize(("day", "hours"), [("2017-12-10", 0), ("2018-12-10", 1), ("2018-10-27", 1), ("2018-10-29", 1)])
def test_morocco_stopped_going_back_in_october_2018(day: str, hours: int) -> None:
    noon = parse_instant(f"{day}T12:00", "Africa/Casablanca")
    assert noon.local.utcoffset() == timedelta(hours=hours)


def test_a_deadline_given_as_a_day_ends_with_the_last_second_of_its_own_zone() -> None:
    assert end_of_day(date(2018, 3, 31), NEW_YORK).iso() == "2018-03-31T23:59:59-04:00"
    assert end_of_day(date(2018, 3, 31), ZURICH).iso() == "2018-03-31T23:59:59+02:00"
