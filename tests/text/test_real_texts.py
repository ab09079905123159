"""Real texts are read to the last paragraph; they lie beside the checkout, if at all."""

import textwrap
from itertools import pairwise

import pytest

from negotiator.documents.reading.registry import read_file
from negotiator.text.lines import plain_lines
from negotiator.text.provision import Kind, Reading
from negotiator.text.references import State, find_references
from negotiator.text.structure import read_structure
from tests.shared import shared


def reading(*parts: str) -> Reading:
    return read_structure(plain_lines(shared("texts", *parts).read_text("utf-8")))


def numbers(found: Reading) -> list[str]:
    return [provision.label for provision in found.provisions if provision.kind is Kind.PARAGRAPH]


def test_resolution_71_280_has_31_paragraphs() -> None:
    found = reading("zh", "A-RES-71-280.txt")
    assert numbers(found) == [f"{number}." for number in range(1, 32)]
    assert found.counts() == {
        "title": 4,
        "heading": 3,
        "preambular": 4,
        "paragraph": 31,
        "sub-paragraph": 19,
        "item": 5,
        "footnote": 6,
    }
    assert found.doubts == ()
    text = "".join(provision.text for provision in found.provisions)
    assert "http" not in text
    assert "17-05719" not in text


def test_the_refugee_compact_has_107_paragraphs() -> None:
    found = reading("zh", "A-73-12-Part-II.txt")
    assert numbers(found) == [f"{number}." for number in range(1, 108)]
    assert [p.path for p in found.provisions if p.kind is Kind.FOOTNOTE] == [f"fn{number}" for number in range(1, 52)]
    assert found.doubts == ()
    text = "".join(provision.text for provision in found.provisions)
    assert "http" not in text
    assert "GE.18" not in text


@pytest.mark.parametrize("name", ["A-RES-71-280.txt", "A-73-12-Part-II.txt"])
def test_no_reference_in_the_chinese_texts_is_broken(name: str) -> None:
    found = find_references(reading("zh", name).provisions)
    assert found
    assert not [each for each in found if each.state is State.BROKEN]


def test_a_draft_resolution_out_of_a_pdf_has_35_paragraphs() -> None:
    found = reading("en", "A-C.3-78-L.41.txt")
    assert numbers(found) == [f"{number}." for number in range(1, 36)]
    assert len([p for p in found.provisions if p.kind is Kind.FOOTNOTE]) == 13
    assert not [p for p in found.provisions if "L.41" in p.text]


def test_the_compact_has_23_objectives() -> None:
    document = read_file(shared("texts", "en", "gcm-objectives-2018.md"))
    found = read_structure(document.lines, document.language)
    objectives = [p.path for p in found.provisions if p.path.startswith("objective") and p.level == 0]
    assert objectives == [f"objective{number}" for number in range(1, 24)]
    assert all(provision.path.startswith("objective") for provision in found.provisions)


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_the_charter_has_19_chapters_and_111_articles_in_every_language(language: str) -> None:
    found = reading("six-languages", f"un-charter.{language}.txt")
    tops = [p.path for p in found.provisions if p.level == 0 and p.path[-1].isdigit() and p.kind is Kind.HEADING]
    chapters = [path for path in tops if path.startswith(("chapter", "division"))]
    articles = [part for p in found.provisions for part in p.path.split("/")[-1:] if part.startswith("article")]
    assert [path.removeprefix("chapter").removeprefix("division") for path in chapters] == [
        str(number) for number in range(1, 20)
    ]
    assert articles == [f"article{number}" for number in range(1, 112)]
    assert found.language == language


@pytest.mark.parametrize("day", ["04", "09"])
def test_the_drafts_of_the_agreement_are_read_by_article(day: str) -> None:
    document = read_file(shared("texts", "en", f"paris-2015-12-{day}.md"))
    found = read_structure(document.lines, document.language)
    articles = [p.path for p in found.provisions if p.level == 0 and p.path.startswith("article")]
    assert articles[:4] == ["article1", "article2", "article2bis", "article3"]
    assert articles[-1] == "article26"
    assert len(found.provisions) == len(document.lines)


def test_the_french_constitution_is_read_by_article() -> None:
    document = read_file(next(iter(shared("texts", "fr").glob("*-2008-02-06.md"))))
    found = read_structure(document.lines, document.language)
    articles = [p for p in found.provisions if p.path.split("/")[-1].startswith("article")]
    assert len(articles) > 90
    assert all(p.kind is Kind.HEADING for p in articles)


@pytest.mark.parametrize("law", ["zh-company-law-2018", "zh-womens-rights-2022"])
def test_chinese_laws_have_all_their_articles(law: str) -> None:
    document = read_file(shared("texts", "docx", f"{law}.docx"))
    found = read_structure(document.lines, document.language)
    articles = [
        int(part.removeprefix("article"))
        for p in found.provisions
        if (part := p.path.split("/")[-1]).startswith("article") and p.kind is Kind.PARAGRAPH
    ]
    assert all(after == before + 1 for before, after in pairwise(articles))
    assert articles[0] == 1
    assert found.doubts == ()


def test_texts_with_one_provision_a_line_give_one_provision_a_line() -> None:
    wrong = {}
    for path in sorted(shared("bench", "cases").glob("*/*.txt")):
        text = path.read_text("utf-8")
        found = read_structure(plain_lines(text))
        lines = [line for line in text.splitlines() if line.strip()]
        if len(found.provisions) != len(lines) or found.dropped:
            wrong[str(path)] = (len(found.provisions), len(lines))
    assert not wrong


def wrapped(lines: list[str], columns: int, *, between: str, pages: bool) -> str:
    broken = [
        row
        for line in lines
        for row in (*textwrap.wrap(line, columns, break_long_words=False, break_on_hyphens=False), *between)
    ]
    if pages:
        heads = ["A/80/L.7", "{}/30 30-12345", ""]
        broken = [
            row
            for place, text in enumerate(broken)
            for row in (text, *([head.format(place // 45) for head in heads] if place % 45 == 44 else []))
        ]
    return "\n".join(broken)


@pytest.mark.parametrize("columns", [66, 78, 94])
@pytest.mark.parametrize(
    ("case", "between", "pages"),
    [
        ("en-small-mid", "", False),
        ("en-small-mid", "", True),
        ("en-small-mid", " ", False),
        ("real-oceans", " ", False),
        ("real-third-committee", "", False),
        ("ar-charter", " ", False),
        ("fr-charter", " ", False),
    ],
)
def test_wrapping_a_real_text_and_putting_it_on_pages_changes_nothing(
    case: str, between: str, pages: bool, columns: int
) -> None:
    text = shared("bench", "cases", case, "old.txt").read_text("utf-8")
    whole = read_structure(plain_lines(text))
    again = read_structure(plain_lines(wrapped(text.splitlines(), columns, between=between, pages=pages)))
    # Room inside a line may be doubled in the source; a line break takes all of it.
    assert [f"{p.label} {p.text}".split() for p in again.provisions] == [
        f"{p.label} {p.text}".split() for p in whole.provisions
    ]
