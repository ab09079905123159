import json

import pytest

from negotiator.domain.audience import Audience
from negotiator.domain.inputs import PendingKind
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services import input_acts as acts
from negotiator.services.groups import add_group
from negotiator.services.history import redo, undo
from negotiator.services.input_filter import Filter
from negotiator.services.input_lines import pending_counts
from negotiator.services.input_rules import Details
from negotiator.services.inputs import get_input, list_inputs
from tests.inputs_desk import copy, expect, waiting, with_delegations
from tests.running import negotiator
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    add_group(workspace, "FOUR", ["DEL-A", "DEL-B", "CHE"], name="The Four", since="2018-01-01")
    add_group(workspace, "FOUR", ["MEX"], until="2017-12-31")
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    """DEL-A, DEL-B and Mexico were invited to send views by 28 March and have not."""
    found = copy(made, tmp_path)
    for sender in ("DEL-A", "DEL-B", "MEX"):
        expect(found, sender=sender, since="2018-03-01")
    return found


def speak(workspace, on="2018-03-20", kind="WS", **more):
    return acts.receive_unannounced(workspace, "CHE", kind, "For the Four", on=on, group="four", **more)


def covered(workspace):
    return {each.code: each.covered_by for each in list_inputs(workspace) if each.covered_by}


def test_an_input_for_a_group_covers_the_members_of_that_day(workspace):
    assert speak(workspace).behalf.covers == ("DEL-A", "DEL-B", "CHE")
    assert covered(workspace) == {"I-001": "FOUR", "I-002": "FOUR"}
    assert waiting(workspace, "I-001") == ()
    assert waiting(workspace, "I-003") == (PendingKind.OUTSTANDING,)
    assert pending_counts(workspace)[PendingKind.OUTSTANDING].number == 1


def test_a_member_that_stands_apart_is_not_covered(workspace):
    made = speak(workspace, without=["delegation b"])
    assert made.behalf.without == ("DEL-B",)
    assert covered(workspace) == {"I-001": "FOUR"}
    assert waiting(workspace, "I-002") == (PendingKind.OUTSTANDING,)
    shown = get_input(workspace, made.code)
    assert (shown.group, shown.covers, shown.without) == ("FOUR", ("DEL-A", "CHE"), ("DEL-B",))


def test_a_member_that_sends_its_own_is_shown_as_both(workspace):
    speak(workspace)
    acts.receive(workspace, "I-001", on="2018-03-21")
    assert get_input(workspace, "I-001").covered_by == "FOUR"
    assert PendingKind.UNREAD in waiting(workspace, "I-001")


def test_an_expected_input_may_be_received_on_behalf_of_a_group_and_does_not_cover_itself(workspace):
    acts.receive(workspace, "I-001", on="2018-03-20", group="FOUR")
    assert covered(workspace) == {"I-002": "FOUR"}


def test_what_is_of_another_kind_or_session_or_asked_for_afterwards_is_not_covered(workspace):
    speak(workspace, kind="NP")
    speak(workspace, details=Details(session="R3"))
    assert covered(workspace) == {}
    speak(workspace)
    later = expect(workspace, due="2018-04-20", since="2018-04-01")
    assert later not in covered(workspace)


def test_an_input_that_is_withdrawn_covers_nobody_any_more(workspace):
    code = speak(workspace).code
    acts.withdraw(workspace, code, why="replaced", on="2018-03-25")
    assert covered(workspace) == {}
    assert covered(looking_back(workspace, "2018-03-24")) == {"I-001": "FOUR", "I-002": "FOUR"}


def test_before_the_group_spoke_nobody_was_covered(workspace):
    speak(workspace)
    assert covered(looking_back(workspace, "2018-03-19")) == {}
    assert get_input(looking_back(workspace, "2018-03-19"), "I-001").covered_by is None
    assert covered(looking_back(workspace, "2018-03-20")) == {"I-001": "FOUR", "I-002": "FOUR"}


def test_members_are_those_of_the_day_it_came_whoever_joins_later(workspace):
    made = speak(workspace)
    add_group(workspace, "FOUR", ["MEX"], since="2018-03-01")
    assert "I-003" not in covered(workspace)
    assert get_input(workspace, made.code).covers == ("DEL-A", "DEL-B", "CHE")


def test_undo_takes_the_coverage_back_and_redo_brings_it_again(workspace):
    speak(workspace)
    undo(workspace)
    assert covered(workspace) == {}
    redo(workspace)
    assert covered(workspace) == {"I-001": "FOUR", "I-002": "FOUR"}


def test_an_audience_is_not_told_of_coverage_by_what_it_may_not_see(workspace):
    speak(workspace, details=Details(visibility=Audience.PRIVATE))
    seen = list_inputs(workspace, Filter(audience=Audience.PUBLIC))
    assert [(each.code, each.covered_by) for each in seen] == [("I-001", None), ("I-002", None), ("I-003", None)]
    assert len(covered(workspace)) == 2


@pytest.mark.parametrize(
    ("group", "without", "sentence"),
    [
        ("NONE", [], "There is no group NONE"),
        ("FOUR", ["MEX"], "MEX is not in FOUR on Tue 20 Mar 2018"),
        ("FOUR", ["CHE", "DEL-A", "DEL-B"], "FOUR has nobody on Tue 20 Mar 2018"),
        (None, ["CHE"], "Say for which group"),
    ],
)
def test_what_cannot_be_said_for_a_group_is_told_in_a_sentence_and_nothing_is_stored(
    workspace, group, without, sentence
):
    with pytest.raises((NotFound, Refused, WrongUsage), match=sentence):
        acts.receive_unannounced(workspace, "CHE", "WS", "X", on="2018-03-20", group=group, without=without)
    assert len(list_inputs(workspace)) == 3


def test_a_covered_delegation_stays_visible_as_covered_on_the_command_line(workspace):
    line = ("input", "receive", "--from", "CHE", "--kind", "WS", "--title", "For the Four", "--on", "2018-03-20")
    ran = negotiator(*line, "--for", "FOUR", "--without", "DEL-B", workspace=workspace.root)
    assert (ran.code, ran.out) == (0, "I-004\n")
    assert "I-004 covers 2 members of FOUR." in ran.err
    told = json.loads(negotiator("input", "list", "--json", "--as-of", "2018-04-03", workspace=workspace.root).out)
    facts = {each["id"]: (each["state"], each["pending"], each["covered_by"]) for each in told["inputs"]}
    assert facts["I-001"] == ("expected", [], "FOUR")
    assert facts["I-002"] == ("expected", ["outstanding"], None)
    assert "covered by FOUR" in negotiator("input", "list", workspace=workspace.root).out
    outstanding = negotiator("input", "list", "--pending", "outstanding", workspace=workspace.root).out
    assert "I-001" not in outstanding
    shown = json.loads(negotiator("input", "show", "I-004", "--json", workspace=workspace.root).out)["input"]
    assert (shown["for"], shown["covers"], shown["without"]) == ("FOUR", ["DEL-A", "CHE"], ["DEL-B"])
    assert "on behalf of: FOUR" in negotiator("input", "show", "I-004", workspace=workspace.root).out
