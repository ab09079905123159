from pathlib import Path
from zipfile import ZipFile

import pytest

from negotiator.cli.compare import _check, _View
from negotiator.documents.reading.registry import Mode, read_file
from negotiator.errors import WrongUsage
from tests.cli.two_texts import NEW, OLD
from tests.running import negotiator
from tests.word_files import level, numbered, numbering, word_file


def test_a_word_file_carries_both_texts_and_who_changed_them(texts: tuple[str, str]) -> None:
    ran = negotiator("compare", *texts, "-o", "out.docx", "--author", "The co-chairs", "--as-of", "2018-02-05T10:00")
    assert (ran.code, ran.out) == (0, "")
    for mode, text in ((Mode.ACCEPTED, NEW), (Mode.REJECTED, OLD)):
        found = [line.text for line in read_file("out.docx", mode=mode).lines]
        assert found == text.strip().split("\n\n")
    body = ZipFile("out.docx").read("word/document.xml").decode()
    assert 'w:author="The co-chairs" w:date="2018-02-05T10:00:00Z"' in body


def test_a_word_file_is_signed_by_who_acts(texts: tuple[str, str]) -> None:
    assert negotiator("compare", *texts, "-o", "out.docx", env={"NEGOTIATOR_USER": "Ana"}).code == 0
    assert 'w:author="Ana"' in ZipFile("out.docx").read("word/document.xml").decode()


@pytest.mark.parametrize("more", [("--only", "edited"), ("--concordance",), ("--stat",)])
def test_a_part_of_a_redline_is_refused(texts: tuple[str, str], more: tuple[str, ...]) -> None:
    assert negotiator("compare", *texts, "-o", "out.docx", *more).code == 2
    assert not Path("out.docx").exists()


def test_a_word_file_is_never_shown_on_a_terminal() -> None:
    with pytest.raises(WrongUsage, match="-o"):
        _check(_View("docx", (), stat=False, concordance=False, width=80, terminal=True, author=""))


def test_a_redline_is_one_more_text_to_compare(texts: tuple[str, str]) -> None:
    assert negotiator("compare", *texts, "-o", "out.docx").code == 0
    assert negotiator("compare", "new.txt", "out.docx", "--exit-code").code == 0


def test_a_workbook_holds_the_changes_and_the_concordance(texts: tuple[str, str]) -> None:
    for more, sheets in (((), 3), (("--concordance",), 1), (("--only", "deleted"), 3)):
        ran = negotiator("compare", *texts, "-o", "out.xlsx", *more)
        assert (ran.code, ran.out) == (0, "")
        named = [name for name in ZipFile("out.xlsx").namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(named) == sheets


def word(words: str) -> bytes:
    return word_file(numbered(words, 1), numbering=numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")}))


@pytest.mark.parametrize("stored", [False, True])
def test_the_redline_of_a_word_file_keeps_its_automatic_numbers(
    stored: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    new = word("States shall act together.")
    Path("zero.en.docx").write_bytes(word("States should act together."))
    Path("rev1.en.docx").write_bytes(new)
    names, workspace = ["zero.en.docx", "rev1.en.docx"], tmp_path / "workspace"
    if stored:
        assert negotiator("init", workspace).code == 0
        for name in names:
            assert negotiator("draft", "add", name, workspace=workspace).code == 0
        names = ["zero", "rev1"]
    ran = negotiator("compare", *names, "-o", "out.docx", workspace=workspace if stored else None)
    assert ran.code == 0, ran.err
    was, now = ZipFile("rev1.en.docx"), ZipFile("out.docx")
    assert now.read("word/numbering.xml") == was.read("word/numbering.xml")
    for mode, said in ((Mode.ACCEPTED, "shall"), (Mode.REJECTED, "should")):
        assert [line.text for line in read_file("out.docx", mode=mode).lines] == [f"1. States {said} act together."]
