"""The workbook: every cell is text, read back with nothing but the XML that it is made of."""

import re
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Comparison
from negotiator.documents.writing.xlsx import LONGEST, comparison_xlsx
from tests.comparing.sides import side

AT = datetime(2018, 2, 5, 9, 30, tzinfo=UTC)
OLD = "1. States shall act together.\n2. Nobody pays for it.\n3. This one goes away."
NEW = '1. States should act together.\n2. Nobody pays for it.\n3. =HYPERLINK("http://evil") comes instead, quite new.'


def workbook(comparison: Comparison, **how: object) -> ZipFile:
    return ZipFile(BytesIO(comparison_xlsx(comparison, at=AT, **how)))  # type: ignore[arg-type]  # for the test's sake


def shared_words(book: ZipFile) -> list[str]:
    """The words of all cells."""
    whole = book.read("xl/sharedStrings.xml").decode()
    etree.fromstring(whole.encode())
    return [
        unescape("".join(re.findall(r"<t[^>]*>([^<]*)</t>", item)))
        for item in re.findall(r"<si>(.*?)</si>", whole, re.DOTALL)
    ]


def test_changes_and_concordance_stand_in_sheets_of_their_own() -> None:
    book = workbook(compare(side(OLD), side(NEW)))
    assert re.findall(r'<sheet name="(\w+)"', book.read("xl/workbook.xml").decode()) == [
        "Changes",
        "Concordance",
        "Summary",
    ]
    words = shared_words(book)
    assert "States shall act together." in words
    assert "States shallshould act together." in words
    assert "strike" in book.read("xl/sharedStrings.xml").decode()


def test_nothing_becomes_a_formula_a_link_or_a_number() -> None:
    book = workbook(compare(side("1. 12\n2. =1+1\n3. http://a.example"), side("1. 13\n2. =2+2\n3. mailto:x@y")))
    sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert all("<f>" not in sheet and "hyperlink" not in sheet for sheet in sheets)
    cells = [cell for sheet in sheets for cell in re.findall(r"<c [^>]*>", sheet)]
    assert cells
    assert all('t="s"' in cell or cell.endswith("/>") for cell in cells)


def test_only_the_concordance_is_written_where_it_is_asked_for() -> None:
    book = workbook(compare(side(OLD), side(NEW)), concordance_only=True)
    assert re.findall(r'<sheet name="(\w+)"', book.read("xl/workbook.xml").decode()) == ["Concordance"]


def test_a_very_long_paragraph_is_cut_where_a_cell_ends() -> None:
    long = "word " * LONGEST
    assert (
        max(map(len, shared_words(workbook(compare(side("1. Short."), side(f"1. Short.\n2. {long}")))))) == LONGEST + 1
    )


def test_the_same_values_give_the_same_bytes() -> None:
    comparison = compare(side(OLD), side(NEW))
    assert comparison_xlsx(comparison, at=AT) == comparison_xlsx(comparison, at=AT)


@given(st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None, max_examples=40)
def test_any_characters_at_all_make_a_whole_workbook(one: str, other: str) -> None:
    book = workbook(compare(side(one + "\ud800\x00\ufffe"), side(other + "\udfff\x07\uffff")))
    assert book.testzip() is None
    for name in book.namelist():
        etree.fromstring(book.read(name))
