"""When a mandated action is due: what no calendar can break."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from negotiator.domain.dates import Window
from negotiator.domain.due import Due, DueKind, occurs, term
from negotiator.services.duty_stations import is_working_day

DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))
STATIONS = st.sampled_from(["", "New York", "Geneva", "Vienna", "Nowhere"])


@st.composite
def rules(draw: st.DrawFn) -> Due:
    kind = draw(st.sampled_from(list(DueKind)))
    first = draw(DAYS)
    last = first + timedelta(draw(st.integers(0, 400)))
    hanging = kind in (DueKind.BEFORE, DueKind.AFTER)
    return Due(
        kind=kind,
        earliest=draw(st.none() | st.just(first)) if hanging else first,
        latest=draw(st.none() | st.just(last)) if hanging else last,
        event=draw(st.sampled_from(["known", "unknown"])) if hanging else "",
        days=draw(st.integers(0, 60)),
        station=draw(STATIONS),
        every=draw(st.integers(1, 6)),
        first=draw(st.integers(2000, 2030)),
        skip_every=draw(st.sampled_from([0, 0, 12])),
        skip_first=draw(st.integers(2000, 2030)),
    )


@given(rules(), DAYS, st.integers(0, 60), DAYS)
def test_no_rule_comes_to_a_latest_before_its_earliest(due: Due, start: date, length: int, today: date) -> None:
    found = term(due, {"known": Window(start, start + timedelta(length))}, today, is_working_day)
    if found.lenient is not None and found.strict is not None:
        assert found.strict <= found.lenient
    if found.opens is not None and found.lenient is not None:
        assert found.opens <= found.lenient


@given(
    st.sampled_from([DueKind.BEFORE, DueKind.AFTER]), st.integers(0, 60), DAYS, st.integers(0, 9), st.integers(-99, 99)
)
def test_a_rule_that_hangs_on_an_event_moves_with_it(
    kind: DueKind, days: int, start: date, length: int, moved: int
) -> None:
    due = Due(kind=kind, event="it", days=days)
    end, shift = start + timedelta(length), timedelta(moved)
    first = term(due, {"it": Window(start, end)}, start, is_working_day)
    second = term(due, {"it": Window(start + shift, end + shift)}, start, is_working_day)
    assert first.lenient is not None
    assert second.lenient == first.lenient + shift


@given(st.integers(1, 40), DAYS)
def test_working_days_land_on_a_working_day_and_are_counted_one_by_one(days: int, start: date) -> None:
    due = Due(kind=DueKind.AFTER, event="it", days=days, station="New York")
    found = term(due, {"it": Window(start, start)}, start, is_working_day).lenient
    assert found is not None
    passed = [start + timedelta(n) for n in range(1, (found - start).days + 1)]
    assert sum(is_working_day(day, "New York") for day in passed) == days
    assert is_working_day(found, "New York")


def test_a_holiday_of_one_duty_station_is_a_working_day_at_another() -> None:
    assert not is_working_day(date(2017, 9, 4), "New York")
    assert is_working_day(date(2017, 9, 4), "Vienna")


def test_forums_and_meetings_of_officials_take_turns() -> None:
    forum = Due(kind=DueKind.RECURRING, every=4, first=2019)
    officials = Due(kind=DueKind.RECURRING, every=4, first=2021)
    dialogue = Due(kind=DueKind.RECURRING, every=1, first=2018, skip_every=4, skip_first=2019)
    years = range(2018, 2030)
    assert [year for year in years if occurs(forum, year)] == [2019, 2023, 2027]
    assert [year for year in years if occurs(officials, year)] == [2021, 2025, 2029]
    assert [year for year in years if not occurs(dialogue, year)] == [2019, 2023, 2027]
