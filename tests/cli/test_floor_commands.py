import json

import pytest

from negotiator.services.stakeholders import add_stakeholder
from tests.running import negotiator
from tests.samples import workspace_of_the_process


@pytest.fixture
def folder(tmp_path):
    made = workspace_of_the_process(tmp_path / "w")
    add_stakeholder(made, "Delegation A", code="DEL-A", category="sample")
    return made.root


def test_a_session_is_logged_from_the_gavel_to_the_gavel(folder):
    opened = negotiator("session", "open", "R3", "--at", "2018-04-03T10:12", workspace=folder)
    assert (opened.code, opened.out) == (0, "R3/1\n")
    logged = negotiator(
        "log", "R3", "--at", "2018-04-03T10:15", "del-a 27 o 'voluntary' weakens it", "--json", workspace=folder
    )
    assert json.loads(logged.out)["id"] == "R3-1"
    closed = negotiator("session", "close", "R3", "--at", "2018-04-03T13:01", workspace=folder)
    assert (closed.code, closed.out) == (0, "R3/1\n")
    shown = json.loads(negotiator("session", "show", "R3", "--json", workspace=folder).out)
    assert shown["schema"] == "negotiator.session/1"
    (entry,) = shown["entries"]
    assert (entry["speaker"], entry["paragraphs"], entry["position"]) == ("DEL-A", ["27"], "oppose")
    assert entry["said"] == "2018-04-03T10:15:00-04:00"
    assert shown["meetings"][0]["closed"] == "2018-04-03T13:01:00-04:00"
    assert shown["attendance"] == [{"session": "R3", "meeting": 1, "stakeholder": "DEL-A", "source": "log"}]


def test_words_need_no_quotes(folder):
    assert negotiator("log", "R3", "del-a", "27", "s", "we", "agree", workspace=folder).out == "R3-1\n"
    assert "we agree" in negotiator("session", "show", "R3", workspace=folder).out


def test_escape_codes_in_the_words_never_reach_the_terminal(folder):
    negotiator("log", "R3", "del-a 27 s [/] \x1b[31mred", workspace=folder)
    assert "\x1b" not in negotiator("session", "show", "R3", workspace=folder).out


def test_an_entry_is_edited_deleted_and_brought_back(folder):
    negotiator("log", "R3", "del-a 27 s we agree", workspace=folder)
    assert negotiator("log", "R3", "--edit", "R3-1", "del-a 28 o we do not", workspace=folder).code == 0
    assert "we do not" in negotiator("session", "show", "R3", workspace=folder).out
    assert negotiator("log", "R3", "--delete", "R3-1", workspace=folder).out == "R3-1\n"
    assert "we do not" not in negotiator("session", "show", "R3", workspace=folder).out
    undone = negotiator("undo", workspace=folder)
    assert "delete R3-1" in undone.err
    assert "we do not" in negotiator("session", "show", "R3", workspace=folder).out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("log", "R33", "del-a 27 s"), 3, "R3"),
        (("log", "R3", "xyzzy 27 s"), 3, "xyzzy"),
        (("log", "R3"), 2, "speaker"),
        (("log", "R3", "--at", "2018-02-30", "del-a 27 s"), 2, "2018-02-30"),
        (("log", "R3", "--at", "03/04/2018", "del-a 27 s"), 2, "03/04/2018"),
        (("log", "R3", "--at", "2099-04-03T10:00", "del-a 27 s"), 2, "2099-04-03T10:00 has not come yet"),
        (("session", "open", "R3", "--at", "2099-04-03"), 2, "2099-04-03 has not come yet"),
        (("log", "R3", "--as-of", "2018-04-02", "del-a 27 s"), 4, "as-of"),
        (("log", "R3", "--edit", "R3-9", "del-a 27 s"), 3, "R3-9"),
        (("session", "close", "R3"), 4, "R3"),
        (("session", "attendance", "R3", "del-a"), 4, "meeting"),
        (("undo",), 3, "undo"),
    ],
)
def test_what_cannot_be_done_gets_one_sentence_and_its_exit_code(folder, arguments, code, said):
    environ = {"NEGOTIATOR_USER": "nobody-yet"}
    ran = negotiator(*arguments, workspace=folder, env=environ)
    assert ran.code == code
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


def test_the_day_is_named_where_it_is_not_that_of_the_meeting(folder):
    negotiator("session", "open", "R3", "--at", "2018-04-03T10:12", workspace=folder)
    negotiator("log", "R3", "--at", "2018-04-03T10:15", "del-a 27 s one", workspace=folder)
    negotiator("log", "R3", "--at", "2018-04-04T09:01", "del-a 27 s two", workspace=folder)
    shown = negotiator("session", "show", "R3", workspace=folder).out
    assert "R3-1  10:15  DEL-A" in shown
    assert "R3-2  Wed 4 Apr 2018 09:01  DEL-A" in shown


def test_backup_and_restore_speak_json(folder):
    kept = json.loads(negotiator("backup", "--json", workspace=folder).out)["id"]
    assert json.loads(negotiator("restore", kept, "--json", workspace=folder).out)["id"].endswith(".db")


def test_the_demo_tells_where_it_stands_as_json(tmp_path):
    told = json.loads(negotiator("demo", "--no-ui", "--keep", str(tmp_path / "d"), "--json").out)
    assert (told["schema"], told["as_of"][:10]) == ("negotiator.status/1", "2018-04-03")


def test_history_backup_restore_and_check(folder):
    negotiator("log", "R3", "del-a 27 s before", workspace=folder)
    kept = negotiator("backup", workspace=folder)
    assert kept.code == 0
    negotiator("log", "R3", "del-a 27 s after", workspace=folder)
    acts = json.loads(negotiator("history", "--json", workspace=folder).out)["acts"]
    assert acts[0]["what"] == "log R3-2 by DEL-A"
    assert negotiator("check", workspace=folder).code == 0
    assert negotiator("restore", kept.out.strip(), workspace=folder).code == 0
    shown = negotiator("session", "show", "R3", workspace=folder).out
    assert "before" in shown
    assert "after" not in shown
    listed = json.loads(negotiator("backup", "--list", "--json", workspace=folder).out)["backups"]
    assert any(each["id"].startswith("before-restore") for each in listed)
