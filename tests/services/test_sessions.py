from datetime import timedelta

import pytest

from negotiator.domain.meeting import Position, Source
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services import entry_changes, meetings, sessions
from negotiator.services.history import redo, undo
from negotiator.services.stakeholders import add_stakeholder
from tests.samples import seen_by, workspace_of_the_process


@pytest.fixture
def workspace(tmp_path):
    """R3 on its first morning, with two delegations of category sample."""
    made = workspace_of_the_process(tmp_path / "w")
    for letter in "AB":
        add_stakeholder(made, f"Delegation {letter}", code=f"DEL-{letter}", category="sample")
    return made


def log(workspace, line, **given):
    return sessions.log(workspace, "R3", line, **given)


def entries(workspace):
    return sessions.floor(workspace, "R3").entries


def test_an_entry_holds_speaker_paragraph_position_words_and_the_time_it_was_begun(workspace):
    meetings.open_meeting(workspace, "R3")
    opened = workspace.now()
    workspace.clock.moment += timedelta(minutes=3)
    logged = log(workspace, "del-a 27 o 'voluntary' weakens it", opened=opened)
    (entry,) = entries(workspace)
    assert entry.code == logged.entry == "R3-1"
    assert (entry.speaker, entry.paragraphs, entry.position) == ("DEL-A", "27", Position.OPPOSE)
    assert entry.words == "'voluntary' weakens it"
    assert entry.said.utc == opened.utc
    assert entry.said.zone == "America/New_York"
    assert entry.meeting == 1


def test_words_come_back_exactly_as_typed(workspace):
    hostile = "del-a 27 a [shall][should] [/] [@click=app.quit]x[/] \x1b[31m 中文 ‮"
    log(workspace, hostile)
    assert entries(workspace)[0].words == hostile.removeprefix("del-a 27 a ")


def test_an_unknown_speaker_is_refused_with_what_is_near_and_nothing_is_stored(workspace):
    with pytest.raises(NotFound, match="DEL-A, DEL-B"):
        log(workspace, "del 27 s words")
    with pytest.raises(NotFound, match="xyzzy"):
        log(workspace, "xyzzy 27 s words")
    with pytest.raises(WrongUsage, match="speaker"):
        log(workspace, "  ")
    assert entries(workspace) == ()


def test_an_unknown_session_names_those_that_are_near(workspace):
    with pytest.raises(NotFound, match="R3"):
        sessions.log(workspace, "R33", "del-a 27 s")


def test_notes_typed_later_take_the_place_of_their_hour(workspace):
    meetings.open_meeting(workspace, "R3", "10:12")
    log(workspace, "del-a 27 s first")
    log(workspace, "del-b 28 o before", at="2018-04-03T10:12:00")
    assert [entry.words for entry in entries(workspace)] == ["before", "first"]
    log(workspace, "del-b 29 o hour alone", at="10:12")
    assert [entry.words for entry in entries(workspace)] == ["before", "hour alone", "first"]


def test_who_speaks_was_in_the_room_and_others_are_noted_by_hand(workspace):
    meetings.open_meeting(workspace, "R3")
    log(workspace, "del-a 27 s")
    log(workspace, "del-a 28 s")
    meetings.mark_attendance(workspace, "R3", ["Delegation B"])
    present = sessions.floor(workspace, "R3").attendance
    assert [(each.stakeholder, each.source) for each in present] == [("DEL-A", Source.LOG), ("DEL-B", Source.HAND)]
    meetings.mark_attendance(workspace, "R3", ["del-b"], present=False)
    assert [each.stakeholder for each in sessions.floor(workspace, "R3").attendance] == ["DEL-A"]


def test_nobody_can_be_in_the_room_before_the_first_meeting(workspace):
    with pytest.raises(Refused, match="no meeting"):
        meetings.mark_attendance(workspace, "R3", ["del-a"])


def test_an_entry_without_an_open_meeting_is_kept_without_one(workspace):
    assert log(workspace, "del-a 27 s").meeting is None
    assert entries(workspace)[0].meeting is None


def test_an_edited_entry_keeps_its_number_and_its_time(workspace):
    log(workspace, "del-a 27 s words")
    before = entries(workspace)[0]
    entry_changes.edit_entry(workspace, "r3-1", "del-b 28 o other words")
    after = entries(workspace)[0]
    assert (after.code, after.said) == (before.code, before.said)
    assert (after.speaker, after.paragraphs, after.words) == ("DEL-B", "28", "other words")


def test_a_deleted_entry_comes_back_with_undo_and_goes_again_with_redo(workspace):
    log(workspace, "del-a 27 s words")
    entry_changes.delete_entry(workspace, "R3-1")
    assert entries(workspace) == ()
    assert undo(workspace).told == "delete R3-1"
    assert [entry.code for entry in entries(workspace)] == ["R3-1"]
    redo(workspace)
    assert entries(workspace) == ()


def test_undoing_an_entry_takes_back_that_its_speaker_was_in_the_room(workspace):
    meetings.open_meeting(workspace, "R3")
    log(workspace, "del-a 27 s words")
    assert undo(workspace).told == "log R3-1 by DEL-A"
    assert sessions.floor(workspace, "R3").attendance == ()


def test_the_number_of_a_deleted_entry_is_not_given_again(workspace):
    log(workspace, "del-a 27 s")
    entry_changes.delete_entry(workspace, "R3-1")
    assert log(workspace, "del-a 27 s").entry == "R3-2"


def test_one_meeting_is_open_at_a_time_and_times_run_forward(workspace):
    workspace.clock.moment += timedelta(hours=8)
    meetings.open_meeting(workspace, "R3", "10:00")
    with pytest.raises(Refused, match="close it first"):
        meetings.open_meeting(workspace, "R3")
    with pytest.raises(Refused, match="before"):
        meetings.close_meeting(workspace, "R3", "09:00")
    meeting, _act = meetings.close_meeting(workspace, "R3", "13:02")
    assert f"{meeting.closed.local:%H:%M}" == "13:02"
    with pytest.raises(Refused, match="closed at"):
        meetings.open_meeting(workspace, "R3", "12:00")
    assert meetings.open_meeting(workspace, "R3", "15:04")[0].number == 2
    with pytest.raises(Refused, match="No meeting"):
        meetings.close_meeting(workspace, "R4")


def test_a_meeting_cannot_close_before_its_last_entry(workspace):
    meetings.open_meeting(workspace, "R3", "10:00")
    log(workspace, "del-a 27 s")
    with pytest.raises(Refused, match="last entry"):
        meetings.close_meeting(workspace, "R3", "10:05")


def test_what_has_not_come_yet_is_not_logged(workspace):
    with pytest.raises(WrongUsage, match="13:00 has not come yet"):
        log(workspace, "del-a 27 s", at="13:00")
    assert entries(workspace) == ()


def test_looking_back_shows_the_floor_as_it_stood(workspace):
    workspace.clock.moment += timedelta(hours=8)
    meetings.open_meeting(workspace, "R3", "10:00")
    log(workspace, "del-a 27 s", at="10:05")
    log(workspace, "del-b 27 o", at="10:15")
    meetings.close_meeting(workspace, "R3", "10:30")
    from negotiator.domain.dates import parse_instant

    workspace.as_of = parse_instant("2018-04-03T10:10", workspace.zone)
    floor = sessions.floor(workspace, "R3")
    assert [entry.speaker for entry in floor.entries] == ["DEL-A"]
    assert floor.open_meeting is not None
    with pytest.raises(Refused, match="as-of"):
        log(workspace, "del-a 27 s")


def test_half_typed_words_come_back_to_the_one_who_typed_them(workspace):
    sessions.keep_half_typed(workspace, "log/R3", "del-a 27 o because")
    assert sessions.half_typed(seen_by(workspace, "ana"), "log/R3") == "del-a 27 o because"
    assert sessions.half_typed(seen_by(workspace, "ben"), "log/R3") == ""
    sessions.keep_half_typed(workspace, "log/R3", "")
    assert sessions.half_typed(workspace, "log/R3") == ""


def test_what_somebody_else_typed_is_changed_and_set_aside_only_where_that_is_meant(workspace):
    code = sessions.log(workspace, "R3", "del-a 27 o words").entry
    ben = seen_by(workspace, "ben")
    with pytest.raises(Refused, match="typed by ana"):
        entry_changes.edit_entry(ben, code, "del-a 27 s other words")
    with pytest.raises(Refused, match="--others"):
        entry_changes.delete_entry(ben, code)
    assert sessions.find_entry(workspace, code).words == "words"
    entry_changes.edit_entry(ben, code, "del-a 27 s other words", others=True)
    assert sessions.find_entry(workspace, code).words == "other words"
    assert undo(ben).told == f"edit {code}"
