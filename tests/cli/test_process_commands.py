"""`negotiator init`, `status` and the calendar commands of `negotiator session`, as a shell sees them."""

import json
from pathlib import Path

import pytest

from tests.running import Ran, negotiator


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calendar") / "w"
    assert negotiator("init", folder).code == 0
    return folder


def test_init_prints_the_folder_and_says_how_to_go_on(tmp_path: Path) -> None:
    ran = negotiator("init", tmp_path / "w")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'w'}\n")
    assert "negotiator status" in ran.err
    assert (tmp_path / "w" / "data" / "negotiator.db").is_file()


def test_init_works_in_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert negotiator("init").code == 0
    assert negotiator("status").code == 0


def test_init_as_json_names_the_act(tmp_path: Path) -> None:
    made = json.loads(negotiator("init", tmp_path / "w", "--json").out)
    assert made["id"] == str(tmp_path / "w")
    assert made["act"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--process", "nope"], 3, "choose one of emergency, gcm"),
        (["--process", "nope.toml"], 3, "There is no file nope.toml"),
        (["--as-of", "2018-01-01"], 4, "leave out --as-of"),
        (["--workspace", "elsewhere"], 2, "Name the folder once"),
    ],
)
def test_init_that_cannot_be_done_says_why(tmp_path: Path, arguments: list[str], code: int, told: str) -> None:
    ran = negotiator("init", tmp_path / "w", *arguments)
    assert ran.code == code
    assert told in ran.err
    assert not (tmp_path / "w").exists()


def test_init_with_a_bad_template_leaves_with_5(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[procces]\n")
    ran = negotiator("init", tmp_path / "w", "--process", tmp_path / "mine.toml")
    assert ran.code == 5
    assert "procces: unknown key (did you mean “process”?)" in ran.err


def test_init_twice_is_refused(made: Path) -> None:
    assert negotiator("init", made).code == 4


def test_status_tells_phase_next_session_and_days(made: Path) -> None:
    ran = negotiator("status", "--as-of", "2018-04-01", workspace=made)
    assert ran.code == 0
    assert "▶ P3  Intergovernmental negotiations" in ran.out
    assert "12 of 12 days" in ran.out
    assert "7 of 26 days" in ran.out
    assert "next: R3 Third round, 3–6 Apr 2018, New York (in 2 d, Tue 3 Apr 10:00 New York)" in ran.out
    assert "latest text: Draft Rev.1" in ran.out


def test_status_shows_my_own_clock_beside_that_of_the_venue(made: Path, tmp_path: Path) -> None:
    (tmp_path / "negotiator").mkdir()
    (tmp_path / "negotiator" / "settings.toml").write_text('zone = "Europe/Zurich"\n')
    ran = negotiator("status", "--as-of", "2018-03-11", workspace=made, env={"XDG_CONFIG_HOME": str(tmp_path)})
    assert "Mon 12 Mar 10:00 New York / 15:00 Geneva" in ran.out


def test_status_as_json_bears_its_schema(made: Path) -> None:
    told = json.loads(negotiator("status", "--as-of", "2017-11-15", "--json", workspace=made).out)
    assert told["schema"] == "negotiator.status/1"
    assert told["as_of"] == "2017-11-15T23:59:59-05:00"
    assert [phase["id"] for phase in told["phases"] if phase["on"]] == ["P1", "P2"]
    assert told["next"]["id"] == "ST"
    assert told["next"]["opens"] == "2017-12-04T10:00:00-06:00"


def test_status_counts_what_is_pending(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    negotiator("init", folder)
    # Expected now and due long ago: what was merely invited is outstanding, never overdue.
    due = ["input", "expect", "--from", "FRA", "--kind", "WS", "--title", "Statement", "--due", "2020-01-01"]
    assert negotiator(*due, workspace=folder).code == 0
    assert "inputs: 1 outstanding" in negotiator("status", workspace=folder).out
    told = json.loads(negotiator("status", "--json", workspace=folder).out)
    numbers = {each["pending"]: each["number"] for each in told["inputs"]}
    assert (numbers["outstanding"], numbers["overdue"]) == (1, 0)


def test_status_speaks_chinese_where_the_data_does(made: Path) -> None:
    assert "移民问题全球契约" in negotiator("status", "--lang", "zh", workspace=made).out


def test_session_list_as_json_is_flat(made: Path) -> None:
    told = json.loads(negotiator("session", "list", "--kind", "hearing", "--json", workspace=made).out)
    assert told["schema"] == "negotiator.sessions/1"
    assert [(each["id"], each["days_scheduled"]) for each in told["sessions"]] == [
        ("H1", 1),
        ("H2", 1),
        ("H3", 0.5),
        ("H4", 1),
        ("H5", 0.5),
    ]
    assert all(not isinstance(value, dict) for each in told["sessions"] for value in each.values())


def test_session_list_shows_days_met_of_those_scheduled(made: Path) -> None:
    out = negotiator("session", "list", "--as-of", "2018-12-31", workspace=made).out
    line = next(line for line in out.splitlines() if line.startswith("R6"))
    assert "3/5" in line
    assert "held" in line


def test_session_show_tells_what_sources_say(made: Path) -> None:
    ran = negotiator("session", "show", "h4", workspace=made)
    assert "un.org says: a full day" in ran.out
    assert "iisd.org says: half a day" in ran.out
    told = json.loads(negotiator("session", "show", "R6", "--json", workspace=made).out)
    assert [day["met"] for day in told["days"]] == [True, True, False, False, True]


def test_an_unknown_session_leaves_with_3(made: Path) -> None:
    ran = negotiator("session", "show", "R33", workspace=made)
    assert ran.code == 3
    assert "did you mean R3" in ran.err


def in_turn(folder: Path, *commands: list[str]) -> list[Ran]:
    return [negotiator(*command, workspace=folder) for command in commands]


def test_a_session_is_added_edited_moved_and_the_move_undone(tmp_path: Path) -> None:
    negotiator("init", tmp_path / "w")
    start = ["session", "add", "R7", "--kind", "negotiation", "--title", "Seventh round"]
    added, edited, moved, shown, undone, again = in_turn(
        tmp_path / "w",
        [*start, "--start", "2030-09-03T09:00", "--zone", "Europe/Zurich", "--days", "3", "--venue", "Room XIX"],
        ["session", "edit", "r7", "--note", "to be confirmed [x]"],
        ["session", "move", "R7", "--start", "2030-09-10", "--why", "holiday"],
        ["session", "show", "R7"],
        ["undo"],
        ["session", "show", "R7"],
    )
    assert [each.code for each in (added, edited, moved, shown, undone, again)] == [0] * 6
    assert added.out == edited.out == moved.out == "R7\n"
    assert "10–12 Sep 2030" in shown.out
    assert "holiday" in shown.out
    assert "to be confirmed [x]" in shown.out
    assert "3–5 Sep 2030" in again.out


def test_an_act_while_looking_back_leaves_with_4(made: Path) -> None:
    ran = negotiator("session", "edit", "R3", "--venue", "x", "--as-of", "2018-01-01", workspace=made)
    assert ran.code == 4


def test_a_wrong_kind_leaves_with_2(made: Path) -> None:
    assert negotiator("session", "list", "--kind", "party", workspace=made).code == 2
