import json
from pathlib import Path

import pytest

from tests.running import Ran, negotiator
from tests.shared import shared
from tests.word_files import paragraph, word_file

ZERO = (
    "Draft\n\nThe Assembly,\n\n1. States shall [act] as paragraph 2 below says.\n\n"
    "3. [They meet again, as in paragraph 9.\n"
)
CHINESE = "草案\n\n大会，\n\n1. 各国应当采取行动。\n\n2. 各国再次举行会议。\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    assert negotiator("init", folder).code == 0
    return folder


def write(workspace: Path, name: str, text: str = ZERO) -> Path:
    path = workspace / "drafts" / name
    path.write_text(text, "utf-8")
    return path


def add(workspace: Path, *arguments: str | Path) -> Ran:
    return negotiator("draft", "add", *arguments, workspace=workspace)


def test_adding_prints_the_address_only_and_talks_on_stderr(workspace: Path) -> None:
    ran = add(workspace, write(workspace, "zero.txt"))
    assert (ran.code, ran.out) == (0, "zero\n")
    assert "2 paragraphs" in ran.err
    assert "doubts" in ran.err
    again = json.loads(add(workspace, write(workspace, "zero.zh.txt", CHINESE), "--json").out)
    assert again["id"] == "zero/zh"
    assert set(again) == {"id", "act"}


def test_a_dry_run_shows_the_tree_and_every_doubt_and_stores_nothing(workspace: Path) -> None:
    path = write(workspace, "zero.txt")
    ran = add(workspace, path, "--dry-run")
    assert ran.code == 0
    assert "1. States shall [act] as paragraph 2 below says." in ran.out
    assert "a number is missing before 3." in ran.out
    assert "a bracket has no partner" in ran.out
    assert "Nothing was stored." in ran.err
    planned = json.loads(add(workspace, path, "--dry-run", "--json").out)
    assert planned["schema"] == "negotiator.draft-plan/1"
    assert planned["guessed"] == ["language", "code", "name", "released"]
    assert "no drafts" in negotiator("draft", "list", workspace=workspace).err


def test_the_list_names_every_draft_and_the_files_that_wait(workspace: Path) -> None:
    add(workspace, write(workspace, "zero.txt"), "--date", "2018-02-05")
    write(workspace, "rev1.txt", ZERO + "4. More.\n")
    ran = negotiator("draft", "list", workspace=workspace)
    assert "zero  Mon 5 Feb 2018  zero draft  en" in ran.out
    assert "rev1.txt" in ran.err
    document = json.loads(negotiator("draft", "list", "--json", workspace=workspace).out)
    assert document["schema"] == "negotiator.drafts/1"
    assert [(each["code"], each["released"], each["out"]) for each in document["drafts"]] == [
        ("zero", "2018-02-05", True)
    ]
    assert document["unregistered"][0]["file"] == "rev1.txt"


def test_a_draft_is_shown_with_counts_and_a_flat_list_of_provisions(workspace: Path) -> None:
    add(workspace, write(workspace, "zero.txt"), "--symbol", "A/71/L.58", "--note", "first [reading]")
    document = json.loads(negotiator("draft", "show", "zero", "--json", workspace=workspace).out)
    assert document["schema"] == "negotiator.draft/1"
    assert document["counts"]["paragraph"] == 2
    assert [each["index"] for each in document["provisions"]] == list(range(len(document["provisions"])))
    assert set(document["provisions"][0]) >= {"index", "path", "kind", "label", "text", "level", "parent", "line"}
    shown = negotiator("draft", "show", "ZERO", workspace=workspace).out
    assert "A/71/L.58" in shown
    assert "first [reading]" in shown


def test_words_brackets_and_references_are_printed(workspace: Path) -> None:
    add(workspace, write(workspace, "zero.txt"))
    assert "1. States shall [act] as" in negotiator("draft", "text", "zero", workspace=workspace).out
    brackets = negotiator("draft", "brackets", "zero", workspace=workspace)
    assert "not agreed  act" in brackets.out
    assert "1 pair of brackets." in brackets.err
    assert "without its partner" in brackets.err
    found = json.loads(negotiator("draft", "brackets", "zero", "--json", workspace=workspace).out)
    assert [(each["path"], each["depth"], each["words"]) for each in found["brackets"]] == [("1", 1, "act")]
    assert len(found["loose"]) == 1
    broken = negotiator("draft", "references", "zero", "--broken", "--json", workspace=workspace)
    assert [each["state"] for each in json.loads(broken.out)["references"]] == ["broken", "broken"]


LAMPS = "Every ferry carries a lamp and a rope of forty fathoms"
WELLS = "The council mends the public wells within ten days"


def test_references_left_behind_when_the_numbers_changed_are_listed(workspace: Path) -> None:
    fund = "The fund referred to in paragraph 2 above lends to every household"
    old = f"1. {LAMPS};\n2. {WELLS};\n3. {fund}.\n"
    new = f"1. {LAMPS};\n2. No wagon may cross the northern bridge at night;\n3. {WELLS};\n4. {fund}.\n"
    add(workspace, write(workspace, "zero.txt", old), "--date", "2018-02-05")
    add(workspace, write(workspace, "rev1.txt", new), "--date", "2018-03-26")
    shown = negotiator("draft", "references", "rev1", "--since", "zero", workspace=workspace)
    assert shown.out.splitlines()[-1].split() == ["4", "paragraph", "2", "above", "2", "3"]
    record = json.loads(negotiator("draft", "references", "rev1", "--since", "zero", "--json", workspace=workspace).out)
    assert [(each["path"], each["named"], each["now"]) for each in record["references"]] == [("4", "2", "3")]
    same = negotiator("draft", "references", "zero", "--since", "zero", workspace=workspace)
    assert "still names the same paragraph" in same.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["draft", "add", "none.txt"], 3, "no file none.txt"),
        (["draft", "show", "rev9"], 3, "no draft rev9"),
        (["draft", "add", "{bad}"], 5, "is empty"),
        (["draft", "add", "{good}", "--date", "2018-02-30"], 2, "no day 2018-02-30"),
        (["draft", "add", "{good}", "--lang", "de"], 2, "de"),
        (["draft", "add", "{good}", "--based-on", "rev9"], 2, "no such draft"),
        (["draft", "add", "{good}", "--as-of", "2018-03-01"], 4, "as-of"),
    ],
)
def test_bad_input_gets_a_sentence_and_an_exit_code(
    workspace: Path, arguments: list[str], code: int, said: str
) -> None:
    (workspace / "drafts" / "bad.txt").touch()
    good = write(workspace, "zero.txt")
    places = {"good": str(good), "bad": str(workspace / "drafts" / "bad.txt")}
    ran = negotiator(*(argument.format(**places) for argument in arguments), workspace=workspace)
    assert ran.code == code
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_the_language_of_a_text_does_not_turn_the_language_of_the_command(workspace: Path) -> None:
    ran = add(workspace, write(workspace, "zero.txt", CHINESE), "--lang", "zh", "--based-on", "none")
    assert ran.out == "zero\n"
    assert "2 paragraphs" in ran.err


def test_control_characters_and_markup_of_a_text_reach_no_terminal(workspace: Path) -> None:
    path = workspace / "drafts" / "zero.docx"
    path.write_bytes(word_file(paragraph("1. [bold]States\u0085 \u202eact[/bold].")))
    add(workspace, path)
    shown = negotiator("draft", "text", "zero", workspace=workspace).out
    assert "[bold]States" in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(("name", "paragraphs"), [("A-RES-71-280.txt", 31), ("A-73-12-Part-II.txt", 107)])
def test_real_resolutions_in_chinese_have_all_their_paragraphs(workspace: Path, name: str, paragraphs: int) -> None:
    add(workspace, shared("texts", "zh", name), "--code", "text")
    document = json.loads(negotiator("draft", "show", "text", "--json", workspace=workspace).out)
    assert document["counts"]["paragraph"] == paragraphs
    assert document["language"] == "zh"
