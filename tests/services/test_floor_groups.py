"""Statements for groups: who is spoken for is settled on the day, kept with the entry, and counted once."""

from datetime import timedelta

import pytest

from negotiator.domain.entry import EntryKind, Position
from negotiator.errors import NotFound
from negotiator.services import entry_changes, meetings, sessions
from negotiator.services.groups import add_group
from negotiator.services.history import undo
from negotiator.services.stakeholders import add_stakeholder
from negotiator.services.tallies import tallies
from tests.tui.desk import full_desk


@pytest.fixture
def workspace(tmp_path):
    """A desk with a text of numbered paragraphs and a group of four, one of which joined later."""
    made = full_desk(tmp_path / "w")
    for letter in "DE":
        add_stakeholder(made, f"Delegation {letter}", code=f"DEL-{letter}", category="sample")
    add_group(made, "GROUP-X", ["DEL-B", "DEL-C", "DEL-D"], name="Group X", name_zh="X集团")
    add_group(made, "GROUP-X", ["DEL-E"], since="2018-05-01")
    return made


def log(workspace, line, **more):
    logged = sessions.log(workspace, "R3", line, **more)
    return sessions.find_entry(workspace, logged.entry)


def figures(workspace, label):
    (found,) = tallies(workspace, "R3", label)
    return {count.position: count.figure for count in found.counts}


def test_who_is_spoken_for_is_settled_on_the_day_and_does_not_change_with_the_group(workspace):
    entry = log(workspace, "del-b for group-x 3 o too long")
    assert entry.behalf.states == ("DEL-B", "DEL-C", "DEL-D")
    assert entry.behalf.said() == "for GROUP-X (3 States)"
    add_group(workspace, "GROUP-X", ["CHE"])
    assert sessions.find_entry(workspace, entry.code).behalf.states == ("DEL-B", "DEL-C", "DEL-D")


def test_a_list_of_the_day_and_members_who_stand_apart_or_join(workspace):
    assert log(workspace, "del-b for del-b, del-c, che 3 s").behalf.states == ("DEL-B", "DEL-C", "CHE")
    entry = log(workspace, "del-b for group-x minus del-c plus 瑞士 3 s")
    assert (entry.behalf.states, entry.behalf.plus) == (("DEL-B", "DEL-D", "CHE"), ("CHE",))
    assert entry.behalf.said() == "for 2 States of GROUP-X without DEL-C and CHE"
    assert log(workspace, "del-b for group-x minus che 3 s").doubts == ("CHE",)


def test_all_of_a_group_but_one_unnamed(workspace):
    entry = log(workspace, "del-b for 2 of group-x 3 o")
    assert (entry.behalf.number, entry.behalf.unnamed) == (2, 1)
    assert figures(workspace, "3") == {Position.OPPOSE: "2"}
    log(workspace, "del-c 3 s")
    assert figures(workspace, "3") == {Position.SUPPORT: "1", Position.OPPOSE: "1–2"}


def test_a_number_larger_than_the_group_is_kept_and_marked(workspace):
    entry = log(workspace, "del-b for 9 of group-x 3 o")
    assert (entry.behalf.number, entry.doubts) == (9, ("9",))
    assert log(workspace, "del-b for 2 of group-x plus che 3 o").doubts == ()


def test_a_group_with_a_delegation_of_its_own_speaks_for_its_members(workspace):
    add_stakeholder(workspace, "Group Y", code="GROUP-Y", category="sample")
    add_group(workspace, "GROUP-Y", ["DEL-A", "DEL-E"], name="Group Y")
    log(workspace, "group-y 3 o")
    assert figures(workspace, "3") == {Position.OPPOSE: "2"}


def test_an_edited_statement_is_settled_anew_and_undo_brings_the_old_one_back(workspace):
    entry = log(workspace, "del-b for group-x 3 o")
    entry_changes.edit_entry(workspace, entry.code, "del-b for del-b, del-a 3 o")
    assert sessions.find_entry(workspace, entry.code).behalf.states == ("DEL-B", "DEL-A")
    undo(workspace)
    assert sessions.find_entry(workspace, entry.code).behalf.states == ("DEL-B", "DEL-C", "DEL-D")
    undo(workspace)
    assert figures(workspace, "3") == {}


def test_every_paragraph_of_a_range_is_counted(workspace):
    log(workspace, "del-a 3-5 s")
    log(workspace, "del-b 4 o")
    assert figures(workspace, "4") == {Position.SUPPORT: "1", Position.OPPOSE: "1"}
    whole = {each.label: each for each in tallies(workspace, "R3")}
    assert list(whole) == ["1", "2", "3", "4", "5"]
    with pytest.raises(NotFound, match="99"):
        tallies(workspace, "R3", "99")


def test_what_is_no_statement_is_an_entry_too(workspace):
    meetings.preside(workspace, "R3", "CHE")
    assert log(workspace, "dec 3 agreed ad ref").kind is EntryKind.DECISION
    ruling = log(workspace, "rul in order")
    assert (ruling.kind, ruling.speaker) == (EntryKind.RULING, "CHE")
    assert log(workspace, "nb fire alarm").speaker == "SEC"
    assert log(workspace, "del-a po where is the text?").kind is EntryKind.POINT_OF_ORDER


def test_a_group_that_is_no_speaker_is_a_suggestion(workspace):
    with pytest.raises(NotFound, match="del-b for group-x"):
        log(workspace, "group-x 3 o")


def test_the_order_is_that_of_typing_though_the_clock_is_set_back(workspace):
    log(workspace, "del-a 3 s first")
    workspace.clock.moment -= timedelta(hours=1)
    second = log(workspace, "del-b 3 s second")
    assert second.meeting == 1
    assert [entry.words for entry in sessions.floor(workspace, "R3").entries][-2:] == ["first", "second"]
    meetings.close_meeting(workspace, "R3")
    (meeting,) = sessions.floor(workspace, "R3").meetings
    assert meeting.closed.utc >= meeting.opened.utc
