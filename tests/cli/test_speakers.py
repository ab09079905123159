"""The speakers' list, the tally, pauses, chairs and panels from the command line."""

import json

import pytest

from tests.running import negotiator
from tests.tui.desk import full_desk


@pytest.fixture
def folder(tmp_path):
    return full_desk(tmp_path / "w").root


def run(folder, *arguments):
    ran = negotiator(*arguments, workspace=folder)
    assert ran.code == 0, ran.err
    return ran


def data(folder, *arguments):
    return json.loads(run(folder, *arguments, "--json").out)


def test_a_list_is_kept_from_the_first_name_to_the_last_word(folder):
    run(folder, "group", "add", "GROUP-X", "--name", "Group X", "--members", "DEL-B,DEL-C")
    assert run(folder, "speakers", "add", "R3", "del-a, del-c").out == "R3/1\nR3/2\n"
    assert run(folder, "speakers", "add", "R3", "del-b", "for", "group-x").out == "R3/3\n"
    run(folder, "speakers", "order", "R3", "del-c")
    run(folder, "speakers", "reply", "R3", "del-a")
    run(folder, "speakers", "insert", "R3", "2", "CHE")
    run(folder, "speakers", "swap", "R3", "del-b", "CHE")
    found = data(folder, "speakers", "list", "R3")
    assert found["schema"] == "negotiator.speakers/1"
    assert [(each["speaker"], each["kind"]) for each in found["speakers"]] == [
        ("DEL-C", "point-of-order"),
        ("DEL-B", "statement"),
        ("CHE", "statement"),
        ("DEL-A", "statement"),
        ("DEL-C", "statement"),
        ("DEL-A", "right-of-reply"),
    ]
    assert found["speakers"][1]["for"] == "GROUP-X"
    assert found["ends"] is not None


def test_the_floor_is_given_held_and_given_back(folder):
    run(folder, "speakers", "add", "R3", "del-a, del-b, del-c")
    assert run(folder, "speakers", "start", "R3").out == "R3/1\n"
    assert "is held" in run(folder, "speakers", "pause", "R3").err
    assert "runs" in run(folder, "speakers", "pause", "R3").err
    assert run(folder, "speakers", "noshow", "R3").out == "R3/2\n"
    run(folder, "speakers", "start", "R3", "del-c")
    run(folder, "speakers", "stop", "R3")
    states = {each["speaker"]: each["state"] for each in data(folder, "speakers", "list", "R3")["speakers"]}
    assert states == {"DEL-A": "done", "DEL-B": "no-show", "DEL-C": "done"}
    run(folder, "undo")
    assert data(folder, "speakers", "list", "R3")["speakers"][0]["state"] == "speaking"


def test_limits_are_shown_and_settled(folder):
    assert run(folder, "speakers", "limit", "R3").out == "3 min alone, 5 min for a group\n"
    run(folder, "speakers", "limit", "R3", "2", "4", "--meeting", "1")
    assert data(folder, "speakers", "limit", "R3")["alone"] == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("speakers", "add", "R3", "nobody"), 3, "nobody"),
        (("speakers", "start", "R3"), 4, "Nobody waits"),
        (("speakers", "stop", "R3"), 4, "Nobody has the floor"),
        (("speakers", "remove", "R3", "del-a"), 3, "does not wait"),
        (("speakers", "limit", "R3", "999"), 2, "600"),
        (("session", "resume", "R3"), 4, "not suspended"),
        (("session", "chair", "R3", "nobody"), 3, "nobody"),
        (("session", "tally", "R3", "99"), 3, "99"),
        (("session", "panel", "R3", "9"), 2, "number 1"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(folder, arguments, code, said):
    ran = negotiator(*arguments, workspace=folder)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_the_tally_says_on_what_basis(folder):
    run(folder, "group", "add", "GROUP-X", "--name", "Group X", "--members", "DEL-B,DEL-C,CHE,NOR")
    run(folder, "log", "R3", "del-b for 3 of group-x 3 o too long")
    run(folder, "log", "R3", "del-c 3 s")
    (support, oppose) = data(folder, "session", "tally", "R3", "3")["tally"]
    assert (support["position"], support["least"], support["most"]) == ("support", 1, 1)
    assert (oppose["least"], oppose["most"]) == (2, 3)
    assert "2–3 for GROUP-X" in run(folder, "session", "tally", "R3", "3").out


def test_what_was_not_understood_is_told_and_kept(folder):
    run(folder, "group", "add", "GROUP-X", "--name", "Group X", "--members", "DEL-B,DEL-C")
    assert "GROUP-X" in run(folder, "log", "R3", "del-a for groop-x 3 o words").err
    assert "is no position" in run(folder, "log", "R3", "del-a 3 x words").err
    assert "3 s" in run(folder, "log", "R3", "del-a 3s words").err
    words = [entry["words"] for entry in data(folder, "session", "show", "R3")["entries"]][-3:]
    assert words == ["for groop-x 3 o words", "x words", "3s words"]


def test_a_meeting_is_suspended_resumed_and_presided_over(folder):
    run(folder, "session", "suspend", "R3", "--why", "consultations")
    run(folder, "session", "resume", "R3")
    run(folder, "session", "chair", "R3", "mexico")
    run(folder, "session", "attendance", "R3", "CHE", "--level", "minister", "--head", "A. Person")
    shown = data(folder, "session", "show", "R3")
    assert (shown["pauses"][0]["why"], shown["meetings"][0]["chair"]) == ("consultations", "MEX")
    assert "MEX" in run(folder, "session", "chair", "R3").out
    told = run(folder, "session", "show", "R3").out
    assert "(consultations)" in told
    assert "MEX presides from" in told
    noted = {each["stakeholder"]: each for each in data(folder, "session", "attendance", "R3")["attendance"]}
    assert (noted["CHE"]["level"], noted["CHE"]["observer"]) == ("minister", False)


def test_who_is_on_a_panel_and_from_which_countries(folder):
    run(folder, "session", "panel", "TS1", "1", "--moderator", "CHE", "--origin", "PHL", "--destination", "DEU,CAN")
    (panel, *_others) = data(folder, "session", "show", "TS1")["panels"]
    assert (panel["moderators"], panel["origin"], panel["destination"]) == (["CHE"], ["PHL"], ["DEU", "CAN"])
    run(folder, "session", "panel", "TS1", "1", "--transit", "MEX")
    (panel, *_others) = data(folder, "session", "show", "TS1")["panels"]
    assert (panel["origin"], panel["transit"]) == (["PHL"], ["MEX"])
    assert "transit: MEX" in run(folder, "session", "show", "TS1").out
    run(folder, "undo")
    assert data(folder, "session", "show", "TS1")["panels"][0]["transit"] == []


def test_the_list_of_an_empty_session_says_what_to_do(folder):
    assert "speakers add" in run(folder, "speakers", "list", "R4").err
