"""A State that aligns with what came on behalf of a group, or stands apart, after it had come in."""

import pytest

from negotiator.domain.call_matrix import Answer
from negotiator.errors import Refused
from negotiator.services.aligning import align, dissociate
from negotiator.services.call_table import calls_and_answers
from negotiator.services.calls import add_call
from negotiator.services.groups import add_group
from negotiator.services.history import undo
from negotiator.services.input_acts import receive, withdraw
from negotiator.services.inputs import get_input, list_inputs
from tests.inputs_desk import copy, with_delegations
from tests.running import negotiator
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    add_group(workspace, "PAIR", ["DEL-A", "DEL-B"], name="The Pair")
    add_call(workspace, "WS", "Views", "2018-04-20", ["group:PAIR", "CHE"], since="2018-03-01")
    receive(workspace, "I-002", on="2018-03-20", group="PAIR")
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def answers(workspace):
    _calls, rows = calls_and_answers(workspace)
    return {row.stakeholder: row.answers[0] for row in rows}


def covered(workspace):
    return sorted(each.stakeholder for each in list_inputs(workspace) if each.covered_by)


def test_who_dissociates_is_awaited_again_from_that_day_on(workspace):
    assert answers(workspace)["DEL-B"] is Answer.COVERED
    dissociate(workspace, "I-002", ["del-b"], on="2018-03-25", why="letter of 25 March")
    assert answers(workspace)["DEL-B"] is Answer.NOTHING
    assert get_input(workspace, "I-002").without == ("DEL-B",)
    assert answers(looking_back(workspace, "2018-03-24"))["DEL-B"] is Answer.COVERED
    assert get_input(looking_back(workspace, "2018-03-24"), "I-002").covers == ("DEL-A", "DEL-B")
    undo(workspace)
    assert answers(workspace)["DEL-B"] is Answer.COVERED


def test_who_aligns_is_covered_member_or_not(workspace):
    assert covered(workspace) == ["DEL-B"]
    align(workspace, "I-002", ["Switzerland"], on="2018-03-25")
    assert covered(workspace) == ["CHE", "DEL-B"]
    assert covered(looking_back(workspace, "2018-03-24")) == ["DEL-B"]
    dissociate(workspace, "I-002", ["CHE", "DEL-B"])
    assert covered(workspace) == []
    align(workspace, "I-002", ["DEL-B"])
    assert covered(workspace) == ["DEL-B"]
    assert [(said.stakeholder, said.aligned) for said in get_input(workspace, "I-002").said] == [
        ("CHE", True),
        ("CHE", False),
        ("DEL-B", False),
        ("DEL-B", True),
    ]
    withdraw(workspace, "I-002", why="sent by mistake")
    assert covered(workspace) == []


@pytest.mark.parametrize(
    ("doing", "code", "who", "on"),
    [
        (align, "I-001", "DEL-B", None),
        (align, "I-002", "DEL-B", None),
        (align, "I-002", "DEL-A", None),
        (dissociate, "I-002", "CHE", None),
        (dissociate, "I-002", "DEL-B", "2018-03-19"),
    ],
)
def test_what_cannot_be_is_refused_and_the_others_with_it(workspace, doing, code, who, on):
    with pytest.raises(Refused):
        doing(workspace, code, ["FRA" if doing is align else "DEL-B", who], on=on)
    assert covered(workspace) == ["DEL-B"]


def test_on_the_command_line(workspace):
    ran = negotiator(*("input", "align", "I-002", "che,fra", "--why", "on the floor"), workspace=workspace.root)
    assert (ran.code, ran.out.strip()) == (0, "I-002")
    assert "covers 4 members of PAIR" in ran.err
    assert "FRA aligned with it: on the floor" in negotiator("input", "show", "I-002", workspace=workspace.root).out
    ran = negotiator("input", "dissociate", "I-002", "fra", workspace=workspace.root)
    assert "covers 3 members of PAIR" in ran.err
    assert negotiator("input", "dissociate", "I-002", "fra", workspace=workspace.root).code == 4
