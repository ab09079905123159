"""A meeting with its real times: suspended and resumed, presided over by two who alternate, attended at a level."""

from datetime import timedelta

import pytest

from negotiator.domain.meeting import Level
from negotiator.errors import Refused
from negotiator.services import meetings, sessions
from negotiator.services.history import undo
from tests.samples import SteadyClock, looking_back, workspace_of_the_process


@pytest.fixture
def workspace(tmp_path):
    return workspace_of_the_process(tmp_path / "w", clock=SteadyClock(step=timedelta()))


def later(workspace, **span):
    workspace.clock.moment += timedelta(**span)


def meeting_of(workspace):
    return sessions.floor(workspace, "R3").meetings[-1]


def test_pauses_count_out_of_the_sitting_time(workspace):
    meetings.open_meeting(workspace, "R3")
    later(workspace, minutes=30)
    meetings.suspend_meeting(workspace, "R3", why="consultations")
    later(workspace, minutes=20)
    assert meeting_of(workspace).suspended.why == "consultations"
    assert meeting_of(workspace).sitting(workspace.now()) == timedelta(minutes=30)
    meetings.resume_meeting(workspace, "R3")
    later(workspace, minutes=10)
    assert meeting_of(workspace).sitting(workspace.now()) == timedelta(minutes=40)
    meetings.close_meeting(workspace, "R3")
    later(workspace, hours=2)
    assert meeting_of(workspace).sitting(workspace.now()) == timedelta(minutes=40)


def test_a_meeting_that_closes_while_suspended_ends_its_pause(workspace):
    meetings.open_meeting(workspace, "R3")
    later(workspace, minutes=30)
    meetings.suspend_meeting(workspace, "R3")
    later(workspace, minutes=20)
    meetings.close_meeting(workspace, "R3")
    assert meeting_of(workspace).suspended is None
    assert meeting_of(workspace).sitting(workspace.now()) == timedelta(minutes=30)


def test_what_makes_no_sense_is_refused(workspace):
    with pytest.raises(Refused, match="No meeting"):
        meetings.suspend_meeting(workspace, "R3")
    meetings.open_meeting(workspace, "R3")
    with pytest.raises(Refused, match="not suspended"):
        meetings.resume_meeting(workspace, "R3")
    later(workspace, minutes=10)
    meetings.suspend_meeting(workspace, "R3")
    with pytest.raises(Refused, match="has been suspended since"):
        meetings.suspend_meeting(workspace, "R3")
    with pytest.raises(Refused, match="cannot go on before"):
        meetings.resume_meeting(workspace, "R3", at="10:13")


def test_two_co_facilitators_alternate(workspace):
    assert set(meetings.who_may_preside(workspace, "R3")) == {"MEX", "CHE"}
    meetings.open_meeting(workspace, "R3")
    opened = workspace.now()
    meetings.preside(workspace, "R3", "mexico")
    later(workspace, minutes=30)
    meetings.preside(workspace, "R3", "CHE")
    with pytest.raises(Refused, match="already"):
        meetings.preside(workspace, "R3", "CHE")
    meeting = meeting_of(workspace)
    assert meeting.chair == "CHE"
    assert meeting.chair_at(opened) == "MEX"
    assert meetings.who_may_preside(workspace, "R3")[0] == "CHE"
    assert sessions.find_entry(workspace, sessions.log(workspace, "R3", "dec agreed").entry).speaker == "CHE"
    undo(workspace)
    undo(workspace)
    assert meeting_of(workspace).chair == "MEX"


def test_a_delegation_is_noted_with_the_level_of_its_head(workspace):
    meetings.open_meeting(workspace, "R3")
    meetings.mark_attendance(workspace, "R3", ["CHE"])
    meetings.mark_attendance(workspace, "R3", ["CHE"], level=Level.MINISTER, head="A. Person")
    (noted,) = sessions.floor(workspace, "R3").attendance
    assert (noted.level, noted.head) == (Level.MINISTER, "A. Person")
    undo(workspace)
    (noted,) = sessions.floor(workspace, "R3").attendance
    assert (noted.level, noted.head) == (None, "")


def test_looking_back_a_pause_goes_on_and_nobody_presides_yet(workspace):
    meetings.open_meeting(workspace, "R3")
    later(workspace, minutes=10)
    meetings.preside(workspace, "R3", "CHE")
    meetings.suspend_meeting(workspace, "R3")
    later(workspace, minutes=10)
    meetings.resume_meeting(workspace, "R3")
    later(workspace, minutes=10)
    (then,) = sessions.floor(looking_back(workspace, "2018-04-03T10:25"), "R3").meetings
    assert then.suspended is not None
    (before,) = sessions.floor(looking_back(workspace, "2018-04-03T10:15"), "R3").meetings
    assert (before.chair, before.suspended) == (None, None)
