"""Word's own rules hold in every Word file that is written: redlines of either kind, and reports."""

import re
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Comparison, Side
from negotiator.documents.writing.plain_docx import markdown_docx
from negotiator.documents.writing.redline_docx import comparison_docx
from negotiator.documents.writing.redline_look import kept_look
from negotiator.resources import shipped
from negotiator.services.comparisons import compare_named
from negotiator.services.terms import load_terms
from tests.comparing.sides import side
from tests.documents.writing.test_redline import drafts, invented
from tests.documents.writing.test_redline_base import both, pairs
from tests.shared import shared
from tests.word_files import paragraph, word_file
from tests.word_rules import faults

AT = datetime(2018, 2, 5, 9, 30, tzinfo=UTC)
ENGLISH = ("zero.en.txt", "zero-plus.en.txt", "rev1.en.md", "rev2.en.txt")


def redline_of(comparison: Comparison) -> bytes:
    return comparison_docx(comparison, author="A. Drafter", at=AT)


@pytest.mark.parametrize(
    ("old", "new"), [*pairwise(ENGLISH), ("rev2.en.txt", "zero.en.txt"), ("zero.zh.txt", "rev1.zh.txt")]
)
def test_the_redlines_of_the_drafts_that_come_with_the_program(old: str, new: str) -> None:
    names = [str(shipped("drafts", name)) for name in (old, new)]
    assert faults(redline_of(compare_named(names[0], names[1], lambda: pytest.fail("no workspace"), bytes))) == []


@given(drafts())
@settings(deadline=None, max_examples=60)
def test_redlines_of_texts_that_were_shuffled_split_and_merged(pair: tuple[Side, Side]) -> None:
    assert faults(redline_of(compare(*pair, load_terms("en")))) == []


@given(invented())
@settings(deadline=None, max_examples=100)
def test_redlines_of_any_comparison(comparison: Comparison) -> None:
    assert faults(redline_of(comparison)) == []


@given(pairs())
@settings(deadline=None, max_examples=60)
def test_redlines_that_keep_the_look_of_a_file(pair: tuple[bytes, bytes]) -> None:
    old, new = pair
    made = kept_look(both(old, new), new, author="A. Drafter", at=AT)
    assert made is not None
    assert faults(made) == []


def test_a_file_without_lists_names_none() -> None:
    old = word_file(paragraph("States act.") + paragraph("They meet again in the autumn of every second year."))
    new = word_file(paragraph("States act."))
    made = kept_look(both(old, new), new, author="A. Drafter", at=AT)
    assert made is not None
    assert b"numId" not in made
    assert faults(made) == []


@pytest.mark.parametrize(
    "pair", [("zh-company-law-2013", "zh-company-law-2018"), ("zh-womens-rights-2018", "zh-womens-rights-2022")]
)
def test_redlines_of_real_word_files(pair: tuple[str, str]) -> None:
    old, new = (shared("texts", "docx", f"{name}.docx") for name in pair)
    made = kept_look(both(old.read_bytes(), new.read_bytes()), new.read_bytes(), author="A. Drafter", at=AT)
    assert made is not None
    assert faults(made) == []


def test_a_report() -> None:
    text = "# Report\n\n## Speakers\n\n- **Delegation A** spoke & left <early>\n\nNothing else.\x07\n"
    assert faults(markdown_docx(text, title="Report", author="A", at=AT, language="en")) == []


@pytest.mark.parametrize(
    ("what", "instead", "fault"),
    [
        (r'w:name="move1"', 'w:name="move9"', "moves with one end"),
        (r"<w:delText ([^>]*>[^<]*)</w:delText>", r"<w:t \1</w:t>", "deleted words as kept ones"),
        (r'(<w:ins w:id=)"\d+"', r'\1"2"', "the number 2 twice"),
        (r'w:date="[^"]*"', 'w:date="yesterday"', "without an author or a date"),
        (r"<w:commentReference [^>]*/>", "", "comments"),
        (r"<w:moveToRangeEnd [^>]*/>", "", "ranges that begin and do not end"),
    ],
)
def test_a_broken_rule_is_found(what: str, instead: str, fault: str) -> None:
    old = side("1. Ferries moor at the inner steps in winter.\n2. States should keep a log.\n3. Schools open.")
    new = side("1. States shall keep a log.\n2. Schools open.\n3. Ferries moor at the inner steps in winter.")
    made = redline_of(compare(old, new, load_terms("en")))
    assert faults(made) == []
    out = BytesIO()
    with ZipFile(BytesIO(made)) as was, ZipFile(out, "w") as now:
        for name in was.namelist():
            text = was.read(name).decode()
            now.writestr(
                name,
                re.sub(what, instead, text, count=0 if "d+" in what or "date" in what else 1)
                if name == "word/document.xml"
                else text,
            )
    assert any(fault in each for each in faults(out.getvalue()))
