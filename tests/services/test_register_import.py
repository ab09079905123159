"""A list of stakeholders is imported whole or not at all, and nobody is taken for somebody else."""

import json

import pytest

from negotiator.domain.accreditation import Admission
from negotiator.domain.register_columns import Field
from negotiator.domain.register_import import Choices, Outcome, code_for, plain_name
from negotiator.errors import BadFile, Refused, WrongUsage
from negotiator.services.accreditation import list_accreditations
from negotiator.services.history import undo
from negotiator.services.register_import import import_list, plan_import
from negotiator.services.stakeholders import find_stakeholder, list_stakeholders
from tests.inputs_desk import copy, with_delegations
from tests.running import negotiator
from tests.shared import shared

HEAD = "Organisation;Type;Region;Chinese name;Women;Men\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return with_delegations(tmp_path_factory.mktemp("made"))


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def listed(tmp_path, *rows, head=HEAD):
    path = tmp_path / "list.csv"
    path.write_text(head + "\n".join(rows) + "\n", "utf-8")
    return path


def outcomes(plan):
    return [row.outcome for row in plan.rows]


def test_a_list_of_new_organizations_is_stored_in_one_act_with_codes_of_its_own(workspace, tmp_path):
    path = listed(tmp_path, "Bridge House of the North;NGO-L;GRULAC;北方桥屋;2;1", "Weavers United (WEU);学术界;;;;")
    before = len(list_stakeholders(workspace))
    made = import_list(workspace, path)
    assert outcomes(made.plan) == [Outcome.ADD, Outcome.ADD]
    bridge, weavers = find_stakeholder(workspace, "BHN"), find_stakeholder(workspace, "WEU")
    assert (bridge.name.zh, bridge.region.value, bridge.category) == ("北方桥屋", "GRULAC", "NGO-L")
    assert weavers.category == "ACA"
    undo(workspace)
    assert len(list_stakeholders(workspace)) == before


def test_a_dry_run_changes_nothing(workspace, tmp_path):
    path = listed(tmp_path, "Bridge House;NGO-L;;;;")
    before = list_stakeholders(workspace)
    ran = negotiator("stakeholder", "import", path, "--dry-run", "--json", workspace=workspace.root)
    told = json.loads(ran.out)
    assert (told["schema"], told["rows"][0]["outcome"]) == ("negotiator.register-import/1", "add")
    assert list_stakeholders(workspace) == before


def test_a_wrong_row_keeps_the_whole_list_out_and_is_told_with_its_number(workspace, tmp_path):
    path = listed(
        tmp_path,
        "Bridge House;NGO-L;;;;",
        ";NGO-L;;;;",
        "Weavers;guild;;;;",
        "Looms;NGO-L;Atlantis;;;",
        "Mills;NGO-L;;;x;",
    )
    plan = plan_import(workspace, path)
    assert [(row.number, row.reason) for row in plan.rows if row.outcome is Outcome.BAD] == [
        (3, "There is no name."),
        (4, "There is no category “guild”; say what it means with --as “guild=CODE”."),
        (5, "There is no regional group “Atlantis”; write one of AFRICA, APG, EEG, GRULAC, WEOG."),
    ]
    with pytest.raises(BadFile, match=r"3 rows wrong, the first is row 3: There is no name. Nothing was imported"):
        import_list(workspace, path)
    assert not list_stakeholders(workspace, words="bridge house")


def test_a_wrong_number_of_people_is_wrong_where_it_is_needed(workspace, tmp_path):
    path = listed(tmp_path, "Mills;NGO-L;;;x;")
    row = plan_import(workspace, path, Choices(admission=Admission.CONFERENCE)).rows[0]
    assert (row.outcome, row.reason) == (Outcome.BAD, "“x” is no number of people.")


def test_what_looks_like_somebody_known_waits_for_a_decision_and_is_never_merged_silently(workspace, tmp_path):
    import_list(workspace, listed(tmp_path, "Women Weave Networks;NGO-L;;;;"))
    path = listed(tmp_path, "Womens Weave Network;NGO-L;;;;", "Networks Women Weave;NGO-L;;;;")
    plan = plan_import(workspace, path)
    assert [(row.outcome, row.near) for row in plan.rows] == [(Outcome.ALIKE, ("WWN",)), (Outcome.ALIKE, ("WWN",))]
    with pytest.raises(Refused, match="2 rows doubtful, the first is row 2: It may be WWN"):
        import_list(workspace, path)
    made = import_list(workspace, path, Choices(same={2: "WWN"}, new=frozenset({3})))
    assert [(row.outcome, row.stakeholder.code) for row in made.plan.rows] == [
        (Outcome.KNOWN, "WWN"),
        (Outcome.ADD, "NWW"),
    ]


def test_a_state_is_known_by_each_of_its_names_and_nothing_it_has_is_overwritten(workspace, tmp_path):
    path = listed(
        tmp_path,
        "The Federated States of Micronesia;Member State;;;;",
        "Republic of Korea;Member State;Western European and other States;南韩;;",
        "瑞士;会员国;;;;",
    )
    plan = plan_import(workspace, path)
    assert [(row.outcome, row.stakeholder.code) for row in plan.rows] == [
        (Outcome.KNOWN, "FSM"),
        (Outcome.KNOWN, "KOR"),
        (Outcome.KNOWN, "CHE"),
    ]
    assert [(each.what, each.taken) for each in plan.rows[1].differences] == [("name-zh", False), ("region", False)]
    assert import_list(workspace, path).act == ""
    import_list(workspace, path, Choices(update=True))
    assert find_stakeholder(workspace, "KOR").name.zh == "南韩"
    undo(workspace)
    assert find_stakeholder(workspace, "KOR").name.zh != "南韩"


def test_whoever_speaks_for_others_is_no_new_member_state(workspace, tmp_path):
    row = plan_import(workspace, listed(tmp_path, "Switzerland and its friends;Member State;;;;")).rows[0]
    assert (row.outcome, row.near) == (Outcome.ALIKE, ("CHE",))


def test_somebody_who_stands_there_twice_is_imported_once(workspace, tmp_path):
    plan = plan_import(workspace, listed(tmp_path, "Bridge House;NGO-L;;;;", "BRIDGE HOUSE;NGO-L;;;;"))
    assert [(row.outcome, row.reason) for row in plan.rows] == [
        (Outcome.ADD, ""),
        (Outcome.REPEATED, "It stands in row 2 already."),
    ]


def test_columns_can_be_named_and_those_nothing_is_taken_from_are_told(workspace, tmp_path):
    path = listed(tmp_path, "Bridge House,x,blue", head="Titre,Nature,Colour\n")
    with pytest.raises(BadFile, match="has no column of names; it has Titre, Nature, Colour"):
        plan_import(workspace, path)
    plan = plan_import(
        workspace, path, Choices({Field.NAME: "titre", Field.CATEGORY: "Nature"}, meanings={"X": "NGO-L"})
    )
    assert (outcomes(plan), plan.left_out) == ([Outcome.ADD], ("Colour",))
    with pytest.raises(WrongUsage, match="has no column “Nom”"):
        plan_import(workspace, path, Choices({Field.NAME: "Nom"}))


def test_a_list_of_applications_brings_each_to_its_list_once(workspace, tmp_path):
    head = "Name,Category,List,Applied,Status,Year,Women,Men\n"
    path = listed(
        tmp_path,
        "Bridge House,NGO-L,preparatory,2017-04-09,,,2,1",
        "Weavers,NGO-E,conference,2018-03-30,Special,1998,,",
        head=head,
    )
    assert import_list(workspace, path).plan.applications == 2
    told = [
        (each.stakeholder, each.admission.value, each.applied.isoformat(), each.status, each.women)
        for each in list_accreditations(workspace)
    ]
    assert told == [
        ("BRIDGEHOUSE", "preparatory", "2017-04-09", "", 2),
        ("WEAVERS", "conference", "2018-03-30", "special", 0),
    ]
    assert import_list(workspace, path).act == ""
    undo(workspace)
    assert list_accreditations(workspace) == ()


def test_a_thousand_names_are_planned_against_the_register(workspace, tmp_path):
    rows = [f"Organization number {number} of Town {number * 7 % 1000};NGO-L;;;;" for number in range(1200)]
    assert len(plan_import(workspace, listed(tmp_path, *rows), Choices(all_new=True)).rows) == 1200


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Women Weave Networks (WWN)", "WWN"),
        ("Bridge House of the North", "BHN"),
        ("Bridge", "BRIDGE"),
        ("Été à Genève", "EAG"),
        ("移民之家", "ORG"),
    ],
)
def test_a_code_is_made_of_the_name(name, code):
    assert code_for(name, set()) == code
    assert code_for(name, {code}) == f"{code}-2"


def test_the_order_of_words_and_what_stands_in_brackets_do_not_tell_names_apart():
    assert plain_name("The Federated States of Micronesia") == plain_name("Micronesia (Federated States of)")
    assert plain_name("Women Weave Networks (WWN)") == plain_name("women weave networks")


def test_the_register_of_member_states_is_known_whole(workspace):
    plan = plan_import(workspace, shared("texts", "lists", "un-member-states.csv"), Choices(category="MS"))
    assert outcomes(plan) == [Outcome.KNOWN] * 193


def test_submitters_with_gaps_are_known_but_for_those_who_speak_for_others(workspace):
    choices = Choices(category="NGO-L", meanings={"Organization": "NGO-L"})
    plan = plan_import(workspace, shared("texts", "lists", "inc2-plastics-submitters.csv"), choices)
    assert (plan.count(Outcome.KNOWN), plan.count(Outcome.ALIKE), plan.count(Outcome.BAD)) == (64, 1, 0)


@pytest.mark.parametrize("name", ["水井之友", "井", "人民之友协会"])
def test_a_short_list_in_gb18030_is_told_from_a_western_one_and_said_to_be_a_guess(workspace, tmp_path, name):
    path = tmp_path / "list.csv"
    path.write_bytes(f"code,name,name-zh,category\nWELLS,Friends of Wells,{name},NGO-L\n".encode("gb18030"))
    plan = plan_import(workspace, path)
    assert (plan.rows[0].stakeholder.name.zh, plan.guessed) == (name, "GB18030")
    path.write_bytes("code,name,category\nWELLS,Amis de l’équité à Genève,NGO-L\n".encode("cp1252"))
    plan = plan_import(workspace, path)
    assert (plan.rows[0].stakeholder.name.en, plan.guessed) == ("Amis de l’équité à Genève", "CP1252")


def test_how_a_list_is_written_can_be_said(workspace, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("code,name,name-zh,category\nWELLS,Friends of Wells,Колодцы,NGO-L\n".encode("koi8-r"))
    (row,) = plan_import(workspace, path, Choices(encoding="KOI8-R")).rows
    assert row.stakeholder.name.zh == "Колодцы"
    with pytest.raises(WrongUsage, match="no encoding"):
        plan_import(workspace, path, Choices(encoding="klingon"))
    with pytest.raises(BadFile, match="byte"):
        plan_import(workspace, path, Choices(encoding="utf-8"))
