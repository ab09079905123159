import json

import pytest

from negotiator.domain.input_life import InputState
from negotiator.errors import NotFound, Refused
from negotiator.services.draft_acts import Said, add_draft, plan_draft
from negotiator.services.history import undo
from negotiator.services.inputs import get_input, list_inputs
from negotiator.services.intake import plan_intake, store_intake
from tests.documents.test_mail import message
from tests.inputs_desk import copy, expect, with_delegations
from tests.running import negotiator


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    path = workspace.drafts_folder / "zero.txt"
    path.write_text(
        "Draft\n\n1. The keepers meet at noon.\n\n2. Nobody pays for the wells.\n\n   (a) of the quarter;\n"
    )
    add_draft(workspace, plan_draft(workspace, path, Said(code="zero", released="2018-02-05")))
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    return made


def a_mail(folder, name="a.eml", words="We speak to paragraph 2(a) and para. 1.", **heads):
    made = message(**{"From": "Permanent Mission of Switzerland <m@x.example>", **heads})
    made.set_content(words)
    (folder / name).write_bytes(made.as_bytes())
    return folder / name


def test_an_email_is_suggested_with_sender_kind_day_and_paragraphs(workspace, folder):
    (found,) = plan_intake(workspace, a_mail(folder))
    assert (found.sender.code, found.kind, found.title) == ("CHE", "WS", "Views on the draft")
    assert (found.received.iso(), found.language) == ("2018-02-05T23:30:00-05:00", "en")
    assert (found.paragraphs, found.answers, found.doubts) == (("2/a", "1"), "", ())
    assert list_inputs(workspace) == ()


def test_a_letterhead_tells_in_english_and_chinese(workspace, folder):
    heads = {
        "a.txt": "Statement by the delegation of Switzerland\n\nWritten submission",
        "b.txt": "瑞士常驻联合国代表团\n\n书面意见\n\n我们支持第2段。",
    }
    for name, words in heads.items():
        (folder / name).write_text(words, "utf-8")
    found = plan_intake(workspace, folder)
    assert [(each.sender.code, each.kind, each.doubts) for each in found] == [("CHE", "WS", ())] * 2
    assert found[1].paragraphs == ("2",)


def test_it_answers_what_was_expected_from_that_sender(workspace, folder):
    expect(workspace, sender="CHE", due="2018-03-28")
    suggestions = plan_intake(workspace, a_mail(folder, Subject="Nothing telling"))
    assert (suggestions[0].answers, suggestions[0].doubts) == ("I-001", ())
    assert store_intake(workspace, suggestions).codes == ("I-001",)
    stored = get_input(workspace, "I-001")
    assert (stored.state, [file.name for file in stored.files]) == (InputState.RECEIVED, ["a.eml"])
    undo(workspace)
    assert get_input(workspace, "I-001").state is InputState.EXPECTED


def test_two_expected_inputs_that_fit_are_left_to_a_person(workspace, folder):
    expect(workspace, sender="CHE", due="2018-03-28")
    expect(workspace, sender="CHE", due="2018-03-29", title="More views")
    (found,) = plan_intake(workspace, a_mail(folder))
    assert "I-001, I-002" in found.doubts[0]


def test_a_folder_is_stored_whole_or_not_at_all_unless_told_otherwise(workspace, folder):
    a_mail(folder)
    (folder / "b.txt").write_text("Some words.", "utf-8")
    (folder / "c.pdf").write_bytes(b"")
    suggestions = plan_intake(workspace, folder)
    assert [bool(each.doubts) for each in suggestions] == [False, True, True]
    with pytest.raises(Refused, match=r"b\.txt, c\.pdf"):
        store_intake(workspace, suggestions)
    assert list_inputs(workspace) == ()
    assert store_intake(workspace, suggestions, some=True).codes == ("I-001",)


def test_what_a_person_says_settles_the_doubt(workspace, folder):
    (folder / "b.txt").write_text("Some words.", "utf-8")
    (doubtful,) = plan_intake(workspace, folder)
    assert [("--from" in each, "--kind" in each) for each in doubtful.doubts] == [(True, False), (False, True)]
    (clear,) = plan_intake(workspace, folder, sender="del-a", kind="ws")
    assert (clear.sender.code, clear.kind, clear.doubts) == ("DEL-A", "WS", ())


def test_a_file_that_came_already_is_named(workspace, folder):
    path = a_mail(folder)
    store_intake(workspace, plan_intake(workspace, path))
    a_mail(folder, "again.eml")
    first, second = plan_intake(workspace, folder)
    assert "I-001" in first.doubts[0]
    assert any("a.eml" in doubt for doubt in second.doubts)


def test_a_date_to_come_and_an_empty_folder_are_told(workspace, folder):
    with pytest.raises(NotFound):
        plan_intake(workspace, folder)
    (found,) = plan_intake(workspace, a_mail(folder, Date="Mon, 05 Feb 2029 23:30:00 -0500"))
    assert "2029" in found.doubts[0]


def test_the_command_line_shows_asks_and_stores(workspace, folder):
    path = a_mail(folder, Subject="Views on [/] 草案")

    def run(*words, stdin=""):
        return negotiator("input", "import", path, *words, workspace=workspace.root, stdin=stdin)

    document = json.loads(run("--dry-run", "--json").out)
    assert (document["schema"], document["files"][0]["from"]) == ("negotiator.intake/1", "CHE")
    shown = run("--dry-run")
    assert "Views on [/] 草案" in shown.out
    assert (run(stdin="n\n").code, list_inputs(workspace)) == (0, ())
    ran = run("--yes")
    assert (ran.code, ran.out, "Views on" in ran.err) == (0, "I-001\n", True), ran.err
    assert run("--yes").code == 4
