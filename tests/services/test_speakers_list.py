"""The speakers' list as acts: each is stored, told by the history, and undone."""

from datetime import timedelta

import pytest

from negotiator.domain.speaking import SpeechKind, SpeechState
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services import giving_floor, meetings, sessions, speaking_acts
from negotiator.services.groups import add_group
from negotiator.services.history import history, redo, undo
from negotiator.services.speaking import speakers_list
from negotiator.services.stakeholders import add_stakeholder
from tests.samples import SteadyClock, looking_back, workspace_of_the_process


@pytest.fixture
def workspace(tmp_path):
    made = workspace_of_the_process(tmp_path / "w", clock=SteadyClock(step=timedelta()))
    for letter in "ABCD":
        add_stakeholder(made, f"Delegation {letter}", code=f"DEL-{letter}", category="sample")
    add_group(made, "GROUP-X", ["DEL-B", "DEL-C"], name="Group X")
    return made


def put(workspace, names, **more):
    return speaking_acts.put_on_list(workspace, "R3", names, **more)


def start(workspace, who=None):
    return giving_floor.start(workspace, "R3", who)


def listed(workspace):
    return speakers_list(workspace, "R3")


def waiting(workspace):
    return [each.speaker for each in listed(workspace).waiting]


def later(workspace, **span):
    workspace.clock.moment += timedelta(**span)


def test_groups_come_first_and_points_of_order_before_them(workspace):
    put(workspace, "del-a, del-d")
    put(workspace, "del-b for group-x")
    put(workspace, "del-c", kind=SpeechKind.RIGHT_OF_REPLY)
    put(workspace, "del-d", kind=SpeechKind.POINT_OF_ORDER)
    assert waiting(workspace) == ["DEL-D", "DEL-B", "DEL-A", "DEL-D", "DEL-C"]
    assert listed(workspace).waiting[1].group == "GROUP-X"


def test_several_are_put_on_the_list_in_one_act_or_none(workspace):
    put(workspace, "del-a; del-b for group-x; del-c, del-d")
    assert waiting(workspace) == ["DEL-B", "DEL-A", "DEL-C", "DEL-D"]
    assert undo(workspace).told == "put DEL-A, DEL-B, DEL-C, DEL-D on the list of R3"
    assert waiting(workspace) == []
    with pytest.raises(NotFound, match="nobody"):
        put(workspace, "del-a, nobody")
    assert waiting(workspace) == []


def test_who_waits_already_is_not_put_on_the_list_twice_unless_that_is_meant(workspace):
    put(workspace, "del-a")
    with pytest.raises(Refused, match="already"):
        put(workspace, "del-a")
    put(workspace, "del-a", again=True)
    assert waiting(workspace) == ["DEL-A", "DEL-A"]


def test_an_unknown_speaker_or_group_gets_what_is_near(workspace):
    with pytest.raises(NotFound, match="GROUP-X"):
        put(workspace, "del-b for group-y")
    with pytest.raises(NotFound, match="DEL-A"):
        put(workspace, "del")


def test_somebody_is_inserted_moved_swapped_and_taken_off_and_each_is_undone(workspace):
    put(workspace, "del-a, del-b, del-c")
    put(workspace, "del-d", at=2)
    assert waiting(workspace) == ["DEL-A", "DEL-D", "DEL-B", "DEL-C"]
    speaking_acts.swap(workspace, "R3", "del-a", "del-c")
    assert waiting(workspace) == ["DEL-C", "DEL-D", "DEL-B", "DEL-A"]
    speaking_acts.move(workspace, "R3", "del-a", 1)
    assert waiting(workspace) == ["DEL-A", "DEL-C", "DEL-D", "DEL-B"]
    speaking_acts.take_off(workspace, "R3", "del-c")
    assert waiting(workspace) == ["DEL-A", "DEL-D", "DEL-B"]
    told = [act.told for act in history(workspace, most=3)]
    assert told == ["take DEL-C off the list", "move DEL-A on the list of R3", "swap DEL-A and DEL-C"]
    for expected in (
        ["DEL-A", "DEL-C", "DEL-D", "DEL-B"],
        ["DEL-C", "DEL-D", "DEL-B", "DEL-A"],
        ["DEL-A", "DEL-D", "DEL-B", "DEL-C"],
        ["DEL-A", "DEL-B", "DEL-C"],
    ):
        undo(workspace)
        assert waiting(workspace) == expected
    redo(workspace)
    assert waiting(workspace) == ["DEL-A", "DEL-D", "DEL-B", "DEL-C"]


def test_a_place_that_the_list_has_not_is_refused(workspace):
    put(workspace, "del-a")
    with pytest.raises(WrongUsage, match="from 1 to 2"):
        put(workspace, "del-b", at=4)
    with pytest.raises(NotFound, match="does not wait"):
        speaking_acts.move(workspace, "R3", "del-c", 1)


def test_who_is_given_the_floor_takes_it_from_whoever_has_it(workspace):
    put(workspace, "del-b for group-x; del-a")
    with pytest.raises(Refused, match="Nobody has the floor"):
        giving_floor.stop(workspace, "R3")
    assert start(workspace).speaker == "DEL-B"
    later(workspace, minutes=4)
    assert listed(workspace).speaking.limit == timedelta(minutes=5)
    assert start(workspace).speaker == "DEL-A"
    later(workspace, minutes=2)
    now = listed(workspace)
    assert (now.speaking.speaker, now.speaking.limit) == ("DEL-A", timedelta(minutes=3))
    assert [(each.who, each.time) for each in now.by_speaker()] == [
        ("DEL-B", timedelta(minutes=4)),
        ("DEL-A", timedelta(minutes=2)),
    ]
    giving_floor.stop(workspace, "R3")
    assert listed(workspace).speaking is None
    with pytest.raises(Refused, match="Nobody waits"):
        start(workspace)
    undo(workspace)
    assert listed(workspace).speaking.speaker == "DEL-A"
    undo(workspace)
    assert listed(workspace).speaking.speaker == "DEL-B"


def test_somebody_who_was_not_on_the_list_may_be_given_the_floor(workspace):
    put(workspace, "del-a")
    assert start(workspace, "del-c").speaker == "DEL-C"
    assert waiting(workspace) == ["DEL-A"]


def test_the_clock_of_a_speech_is_held_and_a_suspended_meeting_holds_it(workspace):
    meetings.open_meeting(workspace, "R3")
    put(workspace, "del-a")
    start(workspace)
    later(workspace, minutes=1)
    _listed, held = giving_floor.hold(workspace, "R3")
    assert held
    later(workspace, minutes=5)
    assert listed(workspace).speaking.lasted(listed(workspace).now.utc) == timedelta(minutes=1)
    _listed, held = giving_floor.hold(workspace, "R3")
    assert not held
    later(workspace, minutes=1)
    meetings.suspend_meeting(workspace, "R3", why="consultations")
    later(workspace, minutes=20)
    meetings.resume_meeting(workspace, "R3")
    later(workspace, minutes=1)
    assert listed(workspace).speaking.lasted(listed(workspace).now.utc) == timedelta(minutes=3)
    meetings.close_meeting(workspace, "R3")
    assert listed(workspace).speaking is None


def test_who_did_not_show_is_passed_over(workspace):
    put(workspace, "del-a, del-b, del-c")
    assert giving_floor.no_show(workspace, "R3").speaker == "DEL-A"
    assert giving_floor.no_show(workspace, "R3", "del-c").speaker == "DEL-C"
    assert waiting(workspace) == ["DEL-B"]
    gone = [each.speaker for each in listed(workspace).speeches if each.state is SpeechState.NO_SHOW]
    assert gone == ["DEL-A", "DEL-C"]


def test_limits_hold_for_a_meeting_or_for_the_session(workspace):
    meetings.open_meeting(workspace, "R3")
    giving_floor.set_limits(workspace, "R3", 4, 7)
    giving_floor.set_limits(workspace, "R3", 2, None, meeting=1)
    assert (listed(workspace).limits.alone, listed(workspace).limits.group) == (2, 7)
    meetings.close_meeting(workspace, "R3")
    later(workspace, hours=1)
    meetings.open_meeting(workspace, "R3")
    assert listed(workspace).limits.alone == 4
    with pytest.raises(NotFound, match="no meeting 9"):
        giving_floor.set_limits(workspace, "R3", 2, 2, meeting=9)
    with pytest.raises(WrongUsage):
        giving_floor.set_limits(workspace, "R3", -1, None)


def test_the_list_is_remembered_as_it_stood(workspace):
    meetings.open_meeting(workspace, "R3")
    put(workspace, "del-a")
    later(workspace, minutes=5)
    start(workspace)
    later(workspace, minutes=5)
    back = looking_back(workspace, "2018-04-03T10:13")
    assert speakers_list(back, "R3").speaking is None
    assert [each.speaker for each in speakers_list(back, "R3").waiting] == ["DEL-A"]


def test_giving_the_floor_notes_that_the_delegation_is_in_the_room(workspace):
    meetings.open_meeting(workspace, "R3")
    start(workspace, "del-a")
    assert [each.stakeholder for each in sessions.floor(workspace, "R3").attendance] == ["DEL-A"]
