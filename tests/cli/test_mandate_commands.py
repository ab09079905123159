"""The mandate on the command line: lists, filters, JSON as promised, acts, changed dates, the calendar file."""

import json
from pathlib import Path

import pytest

from tests.running import Ran, negotiator

KEYS = {"id", "paragraph", "force", "responsible", "rule", "status", "tone", "figures", "why", "evidence"}


def in_turn(folder: Path, *commands: list[str]) -> list[Ran]:
    return [negotiator(*command, workspace=folder) for command in commands]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mandate") / "w"
    negotiator("init", root)
    return root


def test_json_is_as_promised(folder) -> None:
    [told] = in_turn(folder, ["mandate", "--json", "--as-of", "2018-07-14"])
    document = json.loads(told.out)
    assert document["schema"] == "negotiator.mandate/1"
    assert document["as_of"].startswith("2018-07-14T23:59:59")
    by_id = {each["id"]: each for each in document["actions"]}
    assert all(set(each) >= KEYS for each in document["actions"])
    assert {each["tone"] for each in document["actions"]} <= {"none", "amber", "red"}
    assert by_id["M16a"]["figures"] == "12 of at most 12 working days"
    assert by_id["M28f"]["figures"] == "5 of 5 days scheduled, sat on 3"
    assert by_id["M01a"]["status"] == "superseded"


def test_the_list_is_narrowed_by_its_options(folder) -> None:
    due, phase, actor, none, wrong = in_turn(
        folder,
        ["mandate", "--due-within", "30d", "--as-of", "2018-04-01", "--json"],
        ["mandate", "--phase", "P2", "--json"],
        ["mandate", "--responsible", "PGA", "--status", "no-evidence", "--json"],
        ["mandate", "--status", "missed"],
        ["mandate", "--due-within", "soon"],
    )
    assert "M06c" in [each["id"] for each in json.loads(due.out)["actions"]]
    assert {each["phase"] for each in json.loads(phase.out)["actions"]} == {"P2"}
    assert {each["status"] for each in json.loads(actor.out)["actions"]} == {"no-evidence"}
    assert (none.code, none.out) == (0, "")
    assert wrong.code == 2


def test_evidence_is_attached_withdrawn_and_undone(tmp_path) -> None:
    negotiator("init", tmp_path / "w")
    made, met, gone, back, undone, again, twice, unknown = in_turn(
        tmp_path / "w",
        ["mandate", "evidence", "m22", "--document", "A/71/PLAN", "--on", "2017-03-20", "--why", "the work plan"],
        ["mandate", "show", "M22", "--json"],
        ["mandate", "evidence", "M22", "--withdraw", "E-001", "--why", "another plan"],
        ["mandate", "show", "M22", "--json"],
        ["undo"],
        ["mandate", "show", "M22", "--json"],
        ["mandate", "evidence", "M22", "--note", "x", "--draft", "y"],
        ["mandate", "evidence", "M99", "--note", "x"],
    )
    assert made.out.strip() == "E-001"
    assert json.loads(met.out)["actions"][0]["status"] == "met-lenient"
    assert gone.code == 0
    [turned] = json.loads(back.out)["actions"]
    assert turned["status"] == "inherited"
    assert "E-001 was withdrawn: another plan" in turned["why"]
    assert undone.code == 0
    assert json.loads(again.out)["actions"][0]["status"] == "met-lenient"
    assert (twice.code, unknown.code) == (2, 3)


def test_a_reading_and_what_took_its_place_are_recorded(tmp_path) -> None:
    negotiator("init", tmp_path / "w")
    read, shown, over, superseded, frozen = in_turn(
        tmp_path / "w",
        ["mandate", "reading", "M06b", "--until", "2017-06-30", "--why", "agreed in the room"],
        ["mandate", "show", "M06b", "--json"],
        ["mandate", "supersede", "M18", "--by", "A/72/X", "--on", "2017-06-01", "--json"],
        ["mandate", "show", "M18", "--json"],
        ["mandate", "supersede", "M18", "--by", "A/72/Y", "--as-of", "2018-01-01"],
    )
    assert read.out.strip() == "M06b"
    [action] = json.loads(shown.out)["actions"]
    assert (action["due"]["lenient"], action["reading"]) == ("2017-06-30", "date: agreed in the room")
    assert set(json.loads(over.out)) == {"id", "act"}
    assert json.loads(superseded.out)["actions"][0]["status"] == "superseded"
    assert frozen.code == 4


def test_moving_a_round_shows_what_hangs_on_it_first(tmp_path) -> None:
    negotiator("init", tmp_path / "w")
    dry, real, after, deadline = in_turn(
        tmp_path / "w",
        ["session", "move", "R5", "--start", "2018-07-02", "--why", "room", "--dry-run", "--json", "--lang", "en"],
        ["session", "move", "R5", "--start", "2018-07-02", "--why", "room", "--by", "co-facilitators", "--lang", "en"],
        ["mandate", "show", "M28e", "--json", "--as-of", "2018-08-01"],
        [
            "calendar",
            "move",
            "general-debate",
            "--until",
            "2018-10-02",
            "--why",
            "decided",
            "--dry-run",
            "--lang",
            "en",
        ],
    )
    told = {each["id"]: each for each in json.loads(dry.out)["actions"]}
    assert told["M28f"]["after"]["status"] == "missed"
    assert real.out.strip() == "R5"
    assert "M28f" in real.err
    assert json.loads(after.out)["actions"]
    assert "M01a" in deadline.out


def test_the_calendar_goes_into_a_file(folder, tmp_path) -> None:
    [told] = in_turn(folder, ["calendar", "export", str(tmp_path / "c.ics"), "--json"])
    assert json.loads(told.out)["entries"] > 50
    assert (tmp_path / "c.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
