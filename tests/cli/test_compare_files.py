from pathlib import Path
from zipfile import ZipFile

import pytest

from negotiator.cli.compare import _check, _View
from negotiator.documents.reading.registry import Mode, read_file
from negotiator.errors import WrongUsage
from tests.cli.two_texts import NEW, OLD
from tests.running import negotiator


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
