"""Those who do not take part of right apply, and each step towards the room is kept."""

import json

import pytest

from negotiator.domain.accreditation import MOVES, AccreditationState, Admission, Route, shares
from negotiator.domain.audience import Audience
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services.accreditation import (
    Wanted,
    apply_for,
    get_accreditation,
    list_accreditations,
    object_to,
    share_with,
    take_further,
)
from negotiator.services.history import redo, undo
from negotiator.services.stakeholders import add_stakeholder
from tests.inputs_desk import copy, with_delegations
from tests.running import negotiator
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    add_stakeholder(workspace, "Bridge House", code="BRIDGE", category="NGO-L", region="GRULAC")
    add_stakeholder(workspace, "Rights Institute", code="RI", category="NHRI", region="AFRICA")
    add_stakeholder(workspace, "Weavers", code="WEAVE", category="NGO-E")
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def on_the_list(workspace, admission=Admission.PREPARATORY):
    code = apply_for(workspace, "BRIDGE", admission, on="2017-04-08").code
    take_further(workspace, [code], "vetted", on="2017-04-20")
    take_further(workspace, [code], "proposed", on="2017-04-25")
    return code


def test_the_two_lists_are_apart(workspace):
    first = apply_for(workspace, "BRIDGE", Admission.PREPARATORY, on="2017-04-08").code
    second = apply_for(workspace, "BRIDGE", Admission.CONFERENCE, on="2018-03-30").code
    take_further(workspace, [first], "vetted")
    states = {each.admission: each.state.value for each in list_accreditations(workspace)}
    assert states == {Admission.PREPARATORY: "vetted", Admission.CONFERENCE: "applied"}
    with pytest.raises(Refused, match=f"BRIDGE has applied already: {second}"):
        apply_for(workspace, "BRIDGE", Admission.CONFERENCE)


def test_each_category_takes_its_way(workspace):
    for code in ("BRIDGE", "RI", "WEAVE"):
        apply_for(workspace, code, Admission.PREPARATORY)
    assert [each.route for each in list_accreditations(workspace)] == [Route.LIST, Route.NHRI, Route.ECOSOC]
    assert take_further(workspace, ["2", "AC-003"], "registered").code == "AC-002, AC-003"
    with pytest.raises(Refused, match="AC-001 is applied; it can become vetted, declined, withdrawn, not registered"):
        take_further(workspace, ["1"], "registered")


def test_several_are_taken_further_together_or_not_at_all(workspace):
    for code in ("BRIDGE", "RI"):
        apply_for(workspace, code, Admission.PREPARATORY)
    with pytest.raises(Refused):
        take_further(workspace, ["2", "1"], "registered")
    assert {each.state for each in list_accreditations(workspace)} == {AccreditationState.APPLIED}


def test_an_objection_is_confidential_and_the_list_does_not_give_it_away(workspace):
    code = on_the_list(workspace)
    object_to(workspace, code, "DEL-A", basis="[general] basis")
    share_with(workspace, code, "DEL-B")
    ours = get_accreditation(workspace, code)
    assert ours.state is AccreditationState.OBJECTED
    assert [(each.by, each.basis, [state for state, _ in each.shared]) for each in ours.objections] == [
        ("DEL-A", "[general] basis", ["DEL-B"])
    ]
    theirs = get_accreditation(workspace, code, Audience.MEMBER_STATES)
    assert theirs.state is AccreditationState.PROPOSED
    assert theirs.objections == ()
    take_further(workspace, [code], "excluded", why="the objection stands")
    told = get_accreditation(workspace, code, Audience.MEMBER_STATES)
    assert (told.state, told.reason) == (AccreditationState.EXCLUDED, "")
    assert list_accreditations(workspace, audience=Audience.PUBLIC) == ()


def test_the_basis_of_an_objection_is_voluntary_but_who_objects_is_a_member_state(workspace):
    code = on_the_list(workspace)
    with pytest.raises(Refused, match="Only Member States object"):
        object_to(workspace, code, "RI")
    assert object_to(workspace, code, "CHE").code == code
    with pytest.raises(Refused, match="CHE has objected to AC-001 already"):
        object_to(workspace, code, "CHE")
    object_to(workspace, code, "MEX")
    assert [each.by for each in get_accreditation(workspace, code).objections] == ["CHE", "MEX"]


def test_undo_and_redo_walk_through_the_steps(workspace):
    code = on_the_list(workspace)
    object_to(workspace, code, "CHE")
    undo(workspace)
    assert get_accreditation(workspace, code).state is AccreditationState.PROPOSED
    assert get_accreditation(workspace, code).objections == ()
    redo(workspace)
    assert get_accreditation(workspace, code).state is AccreditationState.OBJECTED


def test_the_list_stands_as_it_stood_on_any_day(workspace):
    code = on_the_list(workspace)
    assert list_accreditations(looking_back(workspace, "2017-04-07")) == ()
    assert get_accreditation(looking_back(workspace, "2017-04-21"), code).state is AccreditationState.VETTED


@pytest.mark.parametrize(
    ("applicant", "more", "refusal", "sentence"),
    [
        ("CHE", {}, Refused, "takes part as Member State"),
        ("nobody", {}, NotFound, "There is no delegation or stakeholder"),
        ("WEAVE", {"status": "gold"}, WrongUsage, "choose one of general, special, roster"),
        ("BRIDGE", {"status": "A"}, WrongUsage, "have a standing"),
        ("BRIDGE", {"on": "2031-01-01"}, WrongUsage, "has not come yet"),
    ],
)
def test_an_application_that_cannot_be_is_refused_with_a_sentence(workspace, applicant, more, refusal, sentence):
    with pytest.raises(refusal, match=sentence):
        apply_for(workspace, applicant, Admission.PREPARATORY, **more)
    assert list_accreditations(workspace) == ()


@pytest.mark.parametrize("route", Route)
def test_every_way_leads_to_the_room_and_no_way_leads_out_of_the_end(route):
    reached, new = set(), {AccreditationState.APPLIED}
    while new:
        reached |= new
        new = {after for state in new for after in MOVES[route][state]} - reached
    assert AccreditationState.ATTENDED in reached
    assert MOVES[route][AccreditationState.ATTENDED] == ()
    assert (AccreditationState.OBJECTED in reached) == (route is Route.LIST)


def test_shares_count_by_region_and_sex(workspace):
    apply_for(workspace, "BRIDGE", Admission.PREPARATORY, women=2, men=1)
    apply_for(workspace, "RI", Admission.PREPARATORY, women=1)
    apply_for(workspace, "WEAVE", Admission.PREPARATORY, men=4)
    take_further(workspace, ["2"], "registered")
    counted = shares(list_accreditations(workspace, Wanted(Admission.PREPARATORY)), by_region=True)
    told = [(each.name, each.applied, each.admitted, each.women, each.men) for each in counted]
    assert told == [("AFRICA", 1, 1, 1, 0), ("GRULAC", 1, 0, 2, 1), ("", 1, 0, 0, 4)]


def test_the_command_line_lists_and_states_for_whom(workspace):
    on_the_list(workspace)
    ran = negotiator("accreditation", "list", "--state", "proposed", "--json", workspace=workspace.root)
    listed = json.loads(ran.out)
    assert listed["schema"] == "negotiator.accreditations/1"
    assert listed["audience"] == "private"
    assert [(each["id"], each["state"], each["list"]) for each in listed["accreditations"]] == [
        ("AC-001", "proposed", "preparatory")
    ]
    assert negotiator("accreditation", "mark", "AC-001", "nowhere", workspace=workspace.root).code == 2
    assert negotiator("accreditation", "show", "AC-009", workspace=workspace.root).code == 3
    assert negotiator("accreditation", "mark", "AC-001", "attended", workspace=workspace.root).code == 4
