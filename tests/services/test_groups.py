import json

import pytest

from negotiator.domain.stakeholder import RegionalGroup
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services.groups import add_group, get_group, list_groups
from negotiator.services.history import undo
from tests.inputs_desk import copy, with_delegations
from tests.running import negotiator
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return with_delegations(tmp_path_factory.mktemp("made"))


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def members(workspace, code):
    return [each.code for each in get_group(workspace, code).members]


def test_the_regional_groups_come_from_the_register_and_count_each_member_state_once(workspace):
    found = list_groups(workspace)
    assert [each.group.code for each in found] == list(RegionalGroup)
    counted = [state.code for each in found for state in each.members]
    assert len(counted) == len(set(counted))
    assert "MEX" in members(workspace, "grulac")
    assert len(members(workspace, "AFRICA")) == 54


def test_a_group_has_the_members_of_the_day(workspace):
    assert add_group(workspace, "quad", ["CHE", "mexico"], name="The Four").code == "QUAD"
    add_group(workspace, "QUAD", ["DEL-A"], since="2018-04-01", until="2018-04-30")
    add_group(workspace, "QUAD", ["DEL-A"], since="2018-06-01")
    assert members(workspace, "QUAD") == ["MEX", "CHE", "DEL-A"]
    assert members(looking_back(workspace, "2018-03-31"), "QUAD") == ["MEX", "CHE"]
    assert members(looking_back(workspace, "2018-04-30"), "QUAD") == ["MEX", "CHE", "DEL-A"]
    undo(workspace), undo(workspace)
    assert members(workspace, "QUAD") == ["MEX", "CHE"]
    undo(workspace)
    with pytest.raises(NotFound, match="There is no group QUAD; choose one of AFRICA, APG"):
        get_group(workspace, "QUAD")


def test_the_organization_that_speaks_for_a_group_may_share_its_code_but_is_never_in_it(workspace):
    with pytest.raises(Refused, match="EU cannot be a member of itself"):
        add_group(workspace, "EU", ["AUT", "European Union"], name="European Union")
    add_group(workspace, "EU", ["AUT"], name="European Union")
    assert members(workspace, "EU") == ["AUT"]


@pytest.mark.parametrize(
    ("code", "named", "more", "sentence"),
    [
        ("?", ["CHE"], {"name": "X"}, "cannot be a code"),
        ("AB", [" "], {"name": "X"}, "Name at least one member of AB"),
        ("AB", ["CHE"], {}, "Give the name of AB"),
        ("AB", ["CHE"], {"name": "X", "since": "2018-04-02", "until": "2018-04-01"}, "cannot end before it begins"),
        ("GRULAC", ["CHE"], {}, "the register says who belongs to it"),
        ("AB", ["Atlantis"], {"name": "X"}, "no delegation or stakeholder “Atlantis”"),
    ],
)
def test_what_cannot_be_a_group_is_told_in_a_sentence_and_nothing_is_stored(workspace, code, named, more, sentence):
    with pytest.raises((WrongUsage, Refused, NotFound), match=sentence):
        add_group(workspace, code, named, **more)
    assert len(list_groups(workspace)) == 5


def test_nobody_belongs_to_a_group_twice_on_one_day(workspace):
    add_group(workspace, "AB", ["CHE"], name="Two", since="2018-01-01")
    with pytest.raises(Refused, match="CHE is in AB already, from Mon 1 Jan 2018"):
        add_group(workspace, "AB", ["CHE"], since="2017-01-01", until="2018-01-01")
    with pytest.raises(Refused, match="leave out --name"):
        add_group(workspace, "AB", ["MEX"], name="Two again")
    add_group(workspace, "AB", ["CHE"], until="2017-12-31")


def test_groups_are_added_listed_and_shown_from_the_command_line(workspace):
    line = ("group", "add", "AB", "--name", "Two", "--members", "CHE,DEL-A", "--from", "2018-04-01")
    assert negotiator(*line, workspace=workspace.root).out == "AB\n"
    shown = negotiator("group", "show", "ab", "--as-of", "2018-04-03", workspace=workspace.root).out
    assert shown.splitlines()[:2] == ["AB  Two  (2 members on 2018-04-03)", "CHE  Switzerland"]
    told = json.loads(negotiator("group", "list", "--json", "--as-of", "2018-03-03", workspace=workspace.root).out)
    assert told["schema"] == "negotiator.groups/1"
    assert told["groups"][-1]["id"] == "AB"
    assert told["groups"][-1]["members"] == []
    assert told["groups"][-1]["memberships"][0] == {"stakeholder": "CHE", "from": "2018-04-01", "until": None}
    assert "GRULAC" in negotiator("group", "list", workspace=workspace.root).out
