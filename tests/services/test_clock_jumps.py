"""A clock that jumps, by the season or by a hand, never reorders what was logged, and loses nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from negotiator.domain.audience import Audience
from negotiator.services import meetings, sessions
from negotiator.services.session_report import session_report
from tests.running import negotiator
from tests.samples import SteadyClock, workspace_of_the_process

FALL = datetime(2018, 11, 4, 5, 40, tzinfo=UTC)
"""01:40 in New York, twenty minutes before its clocks go back from two to one."""
SPRING = datetime(2018, 3, 11, 6, 50, tzinfo=UTC)
"""01:50 in New York, ten minutes before its clocks go forward from two to three."""


@pytest.fixture
def workspace(tmp_path):
    return workspace_of_the_process(tmp_path / "w", clock=SteadyClock(FALL, step=timedelta()))


def words(workspace):
    return [each.words for each in sessions.floor(workspace, "R3").entries]


def test_the_hour_that_comes_twice_keeps_its_order_and_tells_which_one_it_was(workspace):
    meetings.open_meeting(workspace, "R3")
    for number in range(6):
        sessions.log(workspace, "R3", f"fra 7 s word {number}")
        workspace.clock.moment += timedelta(minutes=10)
    entries = sessions.floor(workspace, "R3").entries
    assert [each.words for each in entries] == [f"word {number}" for number in range(6)]
    assert [f"{each.said.local:%H:%M %z}" for each in entries] == [
        "01:40 -0400",
        "01:50 -0400",
        "01:00 -0500",
        "01:10 -0500",
        "01:20 -0500",
        "01:30 -0500",
    ]
    (meeting,) = sessions.floor(workspace, "R3").meetings
    assert meeting.sitting(workspace.now()) == timedelta(hours=1)
    report = session_report(workspace, "R3", Audience.PRIVATE)
    assert 0 < report.index("word 1") < report.index("word 2")


def test_the_hour_that_is_left_out_is_no_hour_of_sitting(workspace):
    workspace.clock.moment = SPRING
    meetings.open_meeting(workspace, "R3")
    sessions.log(workspace, "R3", "fra 7 s before")
    workspace.clock.moment += timedelta(minutes=20)
    sessions.log(workspace, "R3", "fra 7 s after")
    entries = sessions.floor(workspace, "R3").entries
    assert [f"{each.said.local:%H:%M}" for each in entries] == ["01:50", "03:10"]
    (meeting,) = sessions.floor(workspace, "R3").meetings
    assert meeting.sitting(workspace.now()) == timedelta(minutes=20)


@pytest.mark.parametrize("jump", [timedelta(hours=-3), timedelta(days=-2), timedelta(hours=5)])
def test_a_clock_that_is_set_by_hand_reorders_nothing(workspace, jump):
    meetings.open_meeting(workspace, "R3")
    sessions.log(workspace, "R3", "fra 7 s first")
    sessions.log(workspace, "R3", "deu 7 s second")
    workspace.clock.moment += jump
    sessions.log(workspace, "R3", "fra 7 s third")
    workspace.clock.moment -= jump
    sessions.log(workspace, "R3", "deu 7 s fourth")
    assert words(workspace) == ["first", "second", "third", "fourth"]
    shown = negotiator("session", "show", "R3", workspace=workspace.root).out
    places = [shown.find(word) for word in ("first", "second", "third", "fourth")]
    assert places == sorted(places)
    assert min(places) > 0
