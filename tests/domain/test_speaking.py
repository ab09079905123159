"""The order of the speakers' list, its clocks and its forecast."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.domain.dates import Instant
from negotiator.domain.hours import near_end
from negotiator.domain.speaking import (
    Limits,
    Speech,
    SpeechKind,
    SpeechState,
    forecast,
    order_of,
    place_for,
    queue,
    totals,
)

ZONE = "America/New_York"
TEN = Instant.at(datetime(2018, 4, 3, 10), ZONE)


def after(minutes=0.0, start=TEN):
    return Instant(start.utc + timedelta(minutes=minutes), ZONE)


def speech(number, speaker="DEL-A", state=SpeechState.QUEUED, kind=SpeechKind.STATEMENT, group="", **more):
    return Speech(f"id{number}", number, speaker, group, kind, state, more.pop("place", float(number)), TEN, **more)


def spoken(number, minutes, speaker="DEL-A", **more):
    return speech(number, speaker, SpeechState.DONE, started=TEN, stopped=after(minutes), **more)


def test_points_of_order_come_on_top_groups_first_and_replies_last():
    waiting = []
    for number, (kind, group) in enumerate(
        [
            (SpeechKind.STATEMENT, ""),
            (SpeechKind.RIGHT_OF_REPLY, ""),
            (SpeechKind.STATEMENT, "GROUP-X"),
            (SpeechKind.STATEMENT, ""),
            (SpeechKind.POINT_OF_ORDER, ""),
            (SpeechKind.STATEMENT, "GROUP-Y"),
        ],
        1,
    ):
        new = speech(number, kind=kind, group=group)
        waiting = queue([*waiting, speech(number, kind=kind, group=group, place=place_for(waiting, order_of(new)))])
    assert [each.number for each in waiting] == [5, 3, 6, 1, 4, 2]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9) | st.none()), max_size=25))
def test_a_new_one_comes_where_it_is_asked_for_and_moves_nobody_else(steps):
    waiting = []
    for number, (rank, wanted) in enumerate(steps, 1):
        at = wanted if wanted is not None and wanted <= len(waiting) + 1 else None
        place = place_for(waiting, rank, at)
        before = [each.number for each in waiting]
        waiting = queue([*waiting, speech(number, place=place)])
        order = [each.number for each in waiting]
        assert [each for each in order if each != number] == before
        if at is not None:
            assert order.index(number) == at - 1


def test_the_pauses_of_a_speech_do_not_count():
    held = spoken(1, 5, held=timedelta(minutes=2))
    assert held.lasted(after(60).utc) == timedelta(minutes=3)
    on = speech(1, state=SpeechState.SPEAKING, started=TEN, paused=after(2), limit=timedelta(minutes=1))
    assert on.lasted(after(9).utc) == timedelta(minutes=2)
    assert on.over(after(9).utc) == timedelta(minutes=1)


def test_a_clock_that_was_set_back_makes_no_negative_speech():
    assert speech(1, state=SpeechState.SPEAKING, started=after(5)).lasted(TEN.utc) == timedelta()


def test_the_list_ends_when_everybody_has_taken_the_limit():
    on = speech(1, state=SpeechState.SPEAKING, started=TEN)
    waiting = [speech(2, group="GROUP-X"), speech(3)]
    assert forecast([on, *waiting], Limits(), after(1)) == after(11)  # 2 left, then 5, then 3


def test_once_a_few_have_spoken_their_average_says_more_than_the_limit():
    made = [spoken(number, 4) for number in (1, 2, 3)]
    assert forecast([*made, speech(4), speech(5)], Limits(), TEN) == after(8)


def test_without_a_limit_the_limit_of_the_house_is_expected():
    assert forecast([speech(1)], Limits(0, 0), TEN) == after(3)


def test_time_is_summed_by_speaker_and_by_regional_group():
    made = [spoken(1, 4, limit=timedelta(minutes=3)), spoken(2, 2), spoken(3, 5, "DEL-B")]
    assert [(each.who, each.speeches, each.time, each.over) for each in totals(made, after(9).utc)] == [
        ("DEL-A", 2, timedelta(minutes=6), timedelta(minutes=1)),
        ("DEL-B", 1, timedelta(minutes=5), timedelta()),
    ]
    (group,) = totals(made, after(9).utc, {"DEL-A": "GRULAC", "DEL-B": "GRULAC"})
    assert (group.who, group.speeches, group.time) == ("GRULAC", 3, timedelta(minutes=11))


@pytest.mark.parametrize(
    ("clock", "left"),
    [((12, 49), None), ((12, 50), 10), ((12, 59), 1), ((13, 0), 0), ((13, 4), -4), ((17, 55), None)],
)
def test_a_morning_meeting_is_warned_before_one_on_the_clock_of_its_venue(clock, left):
    now = Instant.at(datetime(2018, 4, 3, *clock, tzinfo=UTC).replace(tzinfo=None), ZONE)
    found = near_end(Instant(now.utc, "Asia/Shanghai"), TEN)
    if clock == (17, 55):
        assert found.minutes == 5
    else:
        assert (found.minutes if found else None) == left


def test_an_afternoon_meeting_is_not_warned_about_the_morning():
    three = Instant.at(datetime(2018, 4, 3, 15), ZONE)
    assert near_end(after(1, three), three) is None
