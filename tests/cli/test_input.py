import json

import pytest

from negotiator.cli import input as listing
from negotiator.cli import input_acts
from negotiator.domain.audience import Audience
from negotiator.domain.inputs import InputState, OwedBy, PendingKind
from tests.running import negotiator
from tests.samples import workspace_of_the_process


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A workspace with a few inputs, made once; tests that change it add to the end."""
    root = workspace_of_the_process(tmp_path_factory.mktemp("inputs") / "w").root
    for line in (
        ("stakeholder", "add", "Delegation A", "--code", "del-a", "--category", "sample"),
        ("input", "expect", "--from", "DEL-A", "--kind", "WS", "--title", "Views [1]", "--due", "2018-03-28"),
        ("input", "expect", "--from", "SEC", "--kind", "TSS", "--title", "Summary", "--due", "2018-03-30"),
        (
            "input",
            "receive",
            "--from",
            "CHE",
            "--kind",
            "NP",
            "--title",
            "Text",
            "--session",
            "R2",
            "--on",
            "2018-03-20",
        ),
    ):
        ran = negotiator(*line, workspace=root)
        assert ran.code == 0, ran.err
    return root


def run(folder, *arguments):
    return negotiator(*arguments, workspace=folder)


def test_the_words_of_the_command_line_are_those_of_the_domain():
    assert set(listing.PENDING) == set(PendingKind)
    assert set(listing.STATES) == set(InputState)
    assert set(input_acts.AUDIENCES) == set(Audience)
    assert set(input_acts.OWED_BY) == set(OwedBy)


def test_an_act_prints_the_code_and_nothing_else(folder, tmp_path):
    other = workspace_of_the_process(tmp_path / "w").root
    line = ("input", "expect", "--from", "CHE", "--kind", "ws", "--title", "Views", "--due", "2018-04-28")
    assert run(other, *line).out == "I-001\n"
    told = json.loads(run(other, *line, "--json").out)
    assert told["id"] == "I-002"
    assert set(told) == {"id", "act"}
    assert run(other, "input", "tag", "I-001", "C3", "objective 5").out == "I-001\n"
    assert run(other, "input", "receive", "I-001").out == "I-001\n"
    assert run(other, "input", "mark", "I-001", "not-reflected", "--why", "outside the scope").out == "I-001\n"
    assert run(other, "input", "withdraw", "I-002", "--why", "sent by mistake").out == "I-002\n"
    assert run(other, "input", "edit", "I-001", "--title", "Views, second").out == "I-001\n"
    assert "Views, second" in run(other, "input", "show", "1").out


def test_the_list_as_json_keeps_its_promise(folder):
    told = json.loads(run(folder, "input", "list", "--json", "--as-of", "2018-04-03T10:12").out)
    assert told["schema"] == "negotiator.inputs/1"
    assert told["as_of"] == "2018-04-03T10:12:00-04:00"
    owed = {each["id"]: (each["owed_by"], each["pending"]) for each in told["inputs"]}
    assert owed == {
        "I-001": ("invited", ["outstanding"]),
        "I-002": ("us", ["overdue"]),
        "I-003": ("invited", ["unread", "untagged", "not-reflected"]),
    }
    assert told["inputs"][0] == {
        "id": "I-001",
        "state": "expected",
        "pending": ["outstanding"],
        "owed_by": "invited",
        "stakeholder": "DEL-A",
        "kind": "WS",
        "title": "Views [1]",
        "due": {"at": "2018-03-28T23:59:59-04:00", "zone": "America/New_York", "days": -6},
        "session": None,
        "covered_by": None,
        "topics": [],
        "officer": None,
        "acknowledged": False,
        "posted": False,
    }
    assert told["inputs"][2]["due"] is None
    assert told["inputs"][2]["session"] == "R2"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--pending"], ["I-001", "I-002", "I-003"]),
        (["--pending", "outstanding"], ["I-001"]),
        (["--pending", "overdue"], ["I-002"]),
        (["--pending", "--category", "MS"], ["I-003"]),
        (["--pending", "--session", "r2"], ["I-003"]),
        (["--state", "received"], ["I-003"]),
        (["--region", "WEOG", "--phase", "p3"], ["I-003"]),
        (["--audience", "public"], ["I-001", "I-002"]),
        (["--from", "swiss"], None),
        (["--topic", "C3"], []),
    ],
)
def test_the_list_is_filtered_as_asked(folder, arguments, found):
    ran = run(folder, "input", "list", "--json", *arguments)
    if found is None:
        assert ran.code == 3
        assert "swiss" in ran.err
    else:
        assert [each["id"] for each in json.loads(ran.out)["inputs"]] == found


def test_the_list_for_people_keeps_square_brackets_and_says_outstanding(folder):
    ran = run(folder, "input", "list")
    assert "Views [1]" in ran.out
    assert "outstanding" in ran.out
    assert "Wed 28 Mar 2018" in ran.out
    assert ran.out.count("overdue") == 1


def test_an_empty_list_says_why_on_stderr(folder):
    ran = run(folder, "input", "list", "--pending", "awaiting-translation")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "None of 3 inputs in question is awaiting translation.\n"


def test_show_tells_what_it_is_what_is_pending_and_what_happened(folder):
    ran = run(folder, "input", "show", "i-3")
    for words in (
        "Switzerland (CHE)",
        "textual proposal (NP), ¶28",
        "unread, untagged, not reflected",
        "Member States",
    ):
        assert words in ran.out
    assert "2018" in ran.out.splitlines()[-1]
    told = json.loads(run(folder, "input", "show", "3", "--json").out)
    assert told["schema"] == "negotiator.input/1"
    assert told["input"]["steps"][0]["what"] == "received"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["show", "I-099"], 3, "no input I-099"),
        (["mark", "I-001", "tagged"], 4, "it can become received"),
        (["mark", "I-001", "lost"], 2, "choose one of"),
        (["withdraw", "I-001"], 4, "Say why"),
        (["receive"], 2, "--from whom"),
        (["receive", "I-001", "--title", "x"], 2, "input edit"),
        (["receive", "I-001", "--file", "none.pdf"], 3, "no file none.pdf"),
        (["receive", "I-001", "--on", "2018-02-30"], 2, "no day 2018-02-30"),
        (["edit", "I-001"], 2, "Say what to change"),
        (["list", "--phase", "P9"], 3, "P1, P2, P3"),
        (["list", "--pending", "late"], 2, "--help"),
        (["expect", "--from", "DLE-A", "--kind", "WS", "--title", "x", "--due", "2018-04-28"], 3, "did you mean DEL-A"),
        (["expect", "--from", "DEL-A", "--kind", "WS", "--title", "x", "--due", "28/4/2018"], 2, "write it like"),
        (
            [
                "expect",
                "--from",
                "DEL-A",
                "--kind",
                "WS",
                "--title",
                "x",
                "--due",
                "2018-04-28",
                "--as-of",
                "2018-04-01",
            ],
            4,
            "back",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_an_exit_code(folder, arguments, code, words):
    ran = run(folder, "input", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1


def test_delegations_are_called_by_the_names_of_the_day(folder):
    assert "Swaziland" in run(folder, "stakeholder", "list", "swa", "--as-of", "2018-04-18").out
    assert "Eswatini" in run(folder, "stakeholder", "list", "swa", "--as-of", "2018-04-19").out


def test_the_register_as_json_has_193_member_states(folder):
    told = json.loads(run(folder, "stakeholder", "list", "--category", "ms", "--json").out)
    assert told["schema"] == "negotiator.stakeholders/1"
    assert len(told["stakeholders"]) == 193
    assert told["stakeholders"][0]["id"] == "AFG"
    assert told["stakeholders"][0]["name_zh"] == "阿富汗"


def test_a_delegation_is_shown_with_what_it_may_do(folder):
    ran = run(folder, "stakeholder", "show", "罗马教廷"[2:])
    assert ran.out.startswith("VAT  Holy See  教廷")
    assert "courtesy" in ran.out
    assert run(folder, "stakeholder", "show", "EU").out.count("may propose text") == 1


def test_a_code_that_is_taken_and_a_name_nobody_bears_are_refused(folder):
    taken = run(folder, "stakeholder", "add", "Somebody", "--code", "CHE", "--category", "UN")
    assert (taken.code, taken.out) == (4, "")
    unknown = run(folder, "stakeholder", "show", "swazilnd")
    assert unknown.code == 3
    assert "SWZ" in unknown.err
