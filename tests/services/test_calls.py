import json

import pytest

from negotiator.domain.accreditation import Admission, Route
from negotiator.domain.audience import Audience
from negotiator.domain.call_matrix import Answer
from negotiator.domain.inputs import PendingKind
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services import input_acts as acts
from negotiator.services.accreditation import apply_for, take_further
from negotiator.services.call_table import calls_and_answers
from negotiator.services.calls import add_call, extend_call, list_calls, plan_call
from negotiator.services.groups import add_group
from negotiator.services.history import undo
from negotiator.services.input_rules import Details
from negotiator.services.inputs import get_input, list_inputs
from tests.inputs_desk import copy, waiting, with_delegations
from tests.running import negotiator
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    add_group(workspace, "PAIR", ["DEL-A", "DEL-B"], name="The Pair")
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def ask(workspace, to=("group:PAIR", "CHE", "del-a"), due="2018-03-28", since="2018-03-01"):
    return add_call(workspace, "WS", "Views", due, to, since=since)


def test_a_call_expects_an_input_from_each_addressee_once_in_one_act(workspace):
    assert ask(workspace).call.code == "C-001"
    assert [(each.code, each.stakeholder) for each in list_inputs(workspace)] == [
        ("I-001", "CHE"),
        ("I-002", "DEL-A"),
        ("I-003", "DEL-B"),
    ]
    undo(workspace)
    assert list_calls(workspace) == list_inputs(workspace) == ()


def test_a_plan_changes_nothing(workspace):
    assert len(plan_call(workspace, "WS", "Views", "+10wd", ["category:MS"]).inputs) == 193
    assert list_inputs(workspace) == ()


def test_a_call_tells_who_answered_who_is_covered_and_who_is_awaited(workspace):
    ask(workspace)
    acts.receive(workspace, "I-002", on="2018-03-20", group="PAIR")
    (found,) = list_calls(workspace)
    assert (found.count(came=True), found.count(by_group=True), found.count()) == (1, 1, 1)
    (before,) = list_calls(looking_back(workspace, "2018-03-19"))
    assert (before.count(came=True), before.count(by_group=True), before.count()) == (0, 0, 3)


def speak(workspace):
    acts.receive_unannounced(workspace, "CHE", "WS", "For the Pair", on="2018-03-20", group="PAIR")


def test_what_a_group_sends_unasked_answers_the_one_call_that_asked_its_members(workspace):
    ask(workspace)
    speak(workspace)
    assert [each.covered_by for each in list_inputs(workspace) if each.due] == [None, "PAIR", "PAIR"]
    (found,) = list_calls(workspace)
    assert (len(found.inputs), found.count(by_group=True)) == (3, 2)


def test_which_of_several_calls_a_group_answers_is_never_guessed(workspace):
    ask(workspace), ask(workspace)
    with pytest.raises(Refused, match="Several calls ask for it: C-001, C-002"):
        speak(workspace)
    assert len(list_inputs(workspace)) == 6


def test_more_time_for_all_keeps_the_old_date_and_leaves_what_has_come(workspace):
    ask(workspace)
    acts.receive(workspace, "I-001", on="2018-03-29")
    extend_call(workspace, "c-1", "2018-04-20", why="asked by several")
    assert get_input(workspace, "I-001").late
    assert get_input(workspace, "I-002").due.iso() == "2018-04-20T23:59:59-04:00"
    assert waiting(workspace, "I-002") == (PendingKind.EXPECTED,)
    (found,) = list_calls(workspace)
    assert found.call.windows[0].extensions[0].before.iso() == "2018-03-28T23:59:59-04:00"
    (before,) = list_calls(looking_back(workspace, "2018-04-02"))
    assert before.call.due.iso() == "2018-03-28T23:59:59-04:00"


def test_more_time_for_one_is_for_that_one(workspace):
    ask(workspace)
    extend_call(workspace, "C-001", "2018-04-20", why="asked", to=["CHE"])
    assert waiting(workspace, "I-001") == (PendingKind.EXPECTED,)
    assert waiting(workspace, "I-002") == (PendingKind.OUTSTANDING,)
    assert list_calls(workspace)[0].call.due.iso() == "2018-03-28T23:59:59-04:00"


def test_what_cannot_be_called_for_is_told_in_a_sentence_and_nothing_is_half_done(workspace):
    with pytest.raises(WrongUsage, match="cannot be due on Wed 28 Mar 2018 before it is asked for"):
        ask(workspace, since=None)
    with pytest.raises(WrongUsage, match="Nobody is asked"):
        ask(workspace, to=[" "])
    with pytest.raises(NotFound, match="no group NONE"):
        ask(workspace, to=["CHE", "group:NONE"])
    with pytest.raises(NotFound, match="no call C-9"):
        extend_call(workspace, "C-9", "2018-04-20", why="asked")
    ask(workspace)
    with pytest.raises(Refused, match="give it a later date"):
        extend_call(workspace, "C-1", "2018-03-01", why="asked")
    assert len(list_inputs(workspace)) == 3


def test_calls_are_made_listed_and_extended_from_the_command_line(workspace):
    line = ("call", "add", "--kind", "WS", "--title", "Views", "--due", "2099-04-20", "--to", "region:GRULAC,CHE")
    planned = negotiator(*line, "--dry-run", workspace=workspace.root)
    assert "MEX" in planned.out
    ran = negotiator(*line, workspace=workspace.root)
    assert (ran.code, ran.out) == (0, "C-001\n")
    more = ("call", "extend", "C-001", "--due", "2099-05-20", "--why", "asked", "--for", "CHE")
    assert negotiator(*more, workspace=workspace.root).err == "1 input has more time.\n"
    told = json.loads(negotiator("call", "list", "--json", workspace=workspace.root).out)
    assert told["schema"] == "negotiator.calls/1"
    assert (told["calls"][0]["asked"], told["calls"][0]["awaited"]) == (34, 34)
    assert "Views" in negotiator("call", "list", workspace=workspace.root).out


def test_more_time_says_on_which_document_it_rests(workspace):
    ask(workspace)
    extend_call(workspace, "C-001", "2018-04-15", why="translation is late", source="letter of 26 March")
    (change,) = get_input(workspace, "I-001").extensions
    assert (change.why, change.source) == ("translation is late", "letter of 26 March")
    ran = negotiator("input", "show", "I-001", workspace=workspace.root)
    assert "translation is late · letter of 26 March" in ran.out
    acts.edit(workspace, "I-001", due="2018-04-20", why="again", source="A/1")
    shown = json.loads(negotiator("input", "show", "I-001", "--json", workspace=workspace.root).out)
    assert [each["source"] for each in shown["input"]["extensions"]] == ["letter of 26 March", "A/1"]


def test_a_regional_group_is_asked_by_its_name_alone(workspace):
    by_name, by_region = (
        {each.stakeholder for each in plan_call(workspace, "WS", "Views", "+10wd", [to]).inputs}
        for to in ("weog", "region:WEOG")
    )
    assert by_name == by_region
    assert {"FRA", "CHE"} <= by_name


def two_windows(workspace, **more):
    terms = {"windows": ["NP:2018-04-10..2018-05-04"], "since": "2018-03-01", **more}
    return add_call(workspace, "WS", "Views and comments", "2018-03-28", ["group:PAIR"], **terms)


def test_each_kind_of_a_call_has_its_own_window_and_is_pending_by_it(workspace):
    made = two_windows(workspace)
    assert [(each.kind.code, each.asked.date.isoformat(), each.due.date.isoformat()) for each in made.call.windows] == [
        ("WS", "2018-03-01", "2018-03-28"),
        ("NP", "2018-04-10", "2018-05-04"),
    ]
    assert [waiting(workspace, each.code) for each in list_inputs(workspace)] == [
        (PendingKind.OUTSTANDING,),
        (PendingKind.OUTSTANDING,),
        (PendingKind.EXPECTED,),
        (PendingKind.EXPECTED,),
    ]
    (found,) = list_calls(workspace)
    assert [(part.code, [each.stakeholder for each in part.inputs]) for part in found.parts()] == [
        ("C-001 WS", ["DEL-A", "DEL-B"]),
        ("C-001 NP", ["DEL-A", "DEL-B"]),
    ]
    undo(workspace)
    assert list_calls(workspace) == list_inputs(workspace) == ()


def test_more_time_is_given_to_the_windows_that_close_earlier_or_to_one_kind(workspace):
    two_windows(workspace)
    extend_call(workspace, "C-001", "2018-04-20", why="asked by several")
    (found,) = list_calls(workspace)
    assert [each.due.date.isoformat() for each in found.call.windows] == ["2018-04-20", "2018-05-04"]
    extend_call(workspace, "C-001", "2018-06-01", why="two readings", kind="np")
    (found,) = list_calls(workspace)
    assert [each.due.date.isoformat() for each in found.call.windows] == ["2018-04-20", "2018-06-01"]
    assert get_input(workspace, "I-004").due.date.isoformat() == "2018-06-01"
    with pytest.raises(Refused):
        extend_call(workspace, "C-001", "2018-07-01", why="no such kind", kind="CR")
    undo(workspace)
    assert get_input(workspace, "I-003").due.date.isoformat() == "2018-05-04"


def test_what_is_taken_for_another_kind_since_still_belongs_to_the_call(workspace):
    two_windows(workspace)
    acts.edit(workspace, "I-003", Details(kind="SV"))
    (found,) = list_calls(workspace)
    assert [[each.code for each in part.inputs] for part in found.parts()] == [["I-001", "I-002", "I-003"], ["I-004"]]
    extend_call(workspace, "C-001", "2018-06-01", why="asked by several", kind="WS")
    assert get_input(workspace, "I-003").due.date.isoformat() == "2018-06-01"


def test_a_window_opens_and_closes_on_days_as_people_say_them(workspace):
    made = two_windows(workspace, windows=["NP:+1wd..+2wd"])
    assert [each.asked.iso() for each in made.call.windows][1] == "2018-04-04T00:00:00-04:00"
    assert made.call.windows[1].due.date.isoformat() == "2018-04-05"


@pytest.mark.parametrize(
    "window", ["NP:2018-05-04..2018-04-10", "NP:2018-04-10..", "WS:2018-05-04", "XX:2018-05-04", "NP:soonish"]
)
def test_a_window_that_cannot_be_is_a_sentence_and_nothing_is_half_done(workspace, window):
    with pytest.raises((WrongUsage, NotFound)):
        two_windows(workspace, windows=[window])
    assert list_calls(workspace) == list_inputs(workspace) == ()


def test_a_plan_says_what_is_odd(workspace):
    two_windows(workspace)
    told = plan_call(
        *(workspace, "WS", "Again", "2018-04-07", ["group:PAIR", "list:conference", "SEC"]),
        session="R3",
        windows=["NP:2018-04-04"],
    )
    assert len(told.odd) == 5
    assert [
        word in sentence
        for word, sentence in zip(
            ("list:conference", "Secretariat", "weekend", "R3 is over", "37 hours"), told.odd, strict=True
        )
    ] == [True] * 5
    again = plan_call(workspace, "WS", "Again", "2018-03-30", ["del-a"], since="2018-03-01")
    assert any("already" in each for each in again.odd)
    assert any("at once" in each for each in again.odd)


def test_a_call_is_for_those_admitted_by_a_list_and_belongs_to_a_phase(workspace):
    application = apply_for(workspace, "DEL-A", Admission.CONFERENCE, route=Route.LIST).code
    for state in ("vetted", "proposed", "approved"):
        take_further(workspace, [application], state)
    made = add_call(workspace, "WS", "Views", "2018-05-04", ["list:conference"], phase="p3")
    assert [each.stakeholder for each in made.inputs] == ["DEL-A"]
    (found,) = list_calls(workspace)
    assert (found.call.phase, get_input(workspace, "I-001").phases) == ("P3", ("P3",))


def test_an_audience_is_told_of_no_call_and_no_cover_that_it_may_not_see(workspace):
    ask(workspace, to=("group:PAIR",))
    acts.receive_unannounced(
        *(workspace, "DEL-A", "WS", "For both"),
        on="2018-03-20",
        group="PAIR",
        details=Details(visibility=Audience.PRIVATE),
    )
    _parts, rows = calls_and_answers(workspace)
    assert {answer for row in rows for answer in row.answers} == {Answer.COVERED}
    _parts, rows = calls_and_answers(workspace, Audience.PUBLIC)
    assert {answer for row in rows for answer in row.answers} == {Answer.NOTHING}
    for code in ("I-001", "I-002"):
        acts.edit(workspace, code, Details(visibility=Audience.PRIVATE))
    assert calls_and_answers(workspace, Audience.PUBLIC) == ((), ())
