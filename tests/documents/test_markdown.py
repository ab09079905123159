import time

import pytest

from negotiator.documents.reading.inline import without_markup
from negotiator.documents.reading.markdown import read_markdown
from negotiator.documents.reading.registry import read


def texts(source: str) -> list[str]:
    return [line.text for line in read_markdown(source)[0]]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("**Option 1:** *Recalling* the [shall][should] text", "Option 1: Recalling the [shall][should] text"),
        ("[*Noting also* that [x]] y", "[Noting also that [x]] y"),
        ("its [NDC*][other] and [NDC*]", "its [NDC*][other] and [NDC*]"),
        (r"\* without prejudice", "* without prejudice"),
        ("***both*** and __this__ and _that_, not a_b_c", "both and this and that, not a_b_c"),
        ("**第一条。**各国应当", "第一条。各国应当"),
        ("see [the text](https://example.org/x) and [4](a)", "see the text and [4](a)"),
        ("the [first draft][source] and [first][second]", "the first draft and [first][second]"),
        ("CO<sub>2</sub> &amp; 5 &lt; 6, a<b", "CO2 & 5 < 6, a<b"),
        ("`code` stays[^1]", "code stays[^1]"),
        ("no bell&#7; and no half&#xD800;", "no bell and no half\ufffd"),
    ],
)
def test_markup_goes_and_the_brackets_of_a_draft_stay(source: str, said: str) -> None:
    assert without_markup(source, frozenset(["source"])) == said


def test_wrapped_lines_are_one_paragraph_and_keep_their_first_line_number() -> None:
    lines, _notes = read_markdown("Intro\n\n1. States shall\n   act at once,\nand together.\n\n各国应当\n采取行动。\n")
    assert [(line.text, line.number) for line in lines] == [
        ("Intro", 1),
        ("1. States shall act at once, and together.", 3),
        ("各国应当采取行动。", 7),
    ]
    assert all(line.whole for line in lines)


def test_a_text_typed_a_paragraph_a_line_keeps_its_paragraphs() -> None:
    long = "We commit to act together, " * 8
    assert texts(f"{long}\nand go on.\nTo realize this we act.\n") == [
        f"{long.strip()} and go on.",
        "To realize this we act.",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "*a _b " * 100_000,
        "# " + " " * 500_000 + "x",
        "|---" + " " * 500_000 + "x|y",
        "[" * 300_000 + "](x)",
        "<b " * 200_000,
        "`a " * 200_000 + "``",
        "{: } " * 100_000 + "x",
        "- " * 200_000 + "x",
        "<!-- " * 200_000,
    ],
    ids=lambda text: text[:6],
)
def test_a_line_made_to_be_slow_is_read_quickly(hostile: str) -> None:
    start = time.perf_counter()
    read_markdown(hostile)
    assert time.perf_counter() - start < 5


def test_headings_are_known_in_both_manners() -> None:
    lines, _notes = read_markdown("# Title #\n\n## Article 1 *(purpose)*\n\nPart two\n===\n\nText\n\n---\n\nMore")
    assert [(line.text, line.heading) for line in lines] == [
        ("Title", 1),
        ("Article 1 (purpose)", 2),
        ("Part two", 1),
        ("Text", 0),
        ("More", 0),
    ]


def test_lists_keep_their_labels_and_their_depth() -> None:
    source = "1. One:\n    1. inner\n    2. inner two\n\n    More of one.\n2. Two\n- a. lettered\n- plain\n"
    assert texts(source) == [
        "1. One:",
        "    1. inner",
        "    2. inner two",
        "    More of one.",
        "2. Two",
        "a. lettered",
        "• plain",
    ]


def test_a_number_at_the_start_of_a_wrapped_line_begins_no_list() -> None:
    assert texts("The Assembly met in New York in the year\n2018. It decided to\nmeet again.") == [
        "The Assembly met in New York in the year 2018. It decided to meet again."
    ]


def test_footnotes_are_set_apart_with_their_mark() -> None:
    lines, _notes = read_markdown("Text.[^1]\n\n[^1]: The *note*.\n")
    assert [(line.text, line.note) for line in lines] == [("Text.[^1]", ""), ("1 The note.", "1")]


def test_tables_are_read_row_by_row() -> None:
    document = read(b"| a | b |\n|---|---|\n| 1 | [x] |\n", "a.md")
    assert [line.text for line in document.lines] == ["a | b", "1 | [x]"]
    assert [(note.code, note.count) for note in document.notes] == [("tables", 1)]


def test_what_is_no_text_is_left_out_and_counted() -> None:
    document = read(b"---\ntitle: x\n---\n* TOC\n{:toc}\n<!-- a\nb -->\nText\n\n[s]: http://x.org\n", "a.md")
    assert [(line.text, line.number) for line in document.lines] == [("Text", 8)]
    assert {note.code: note.count for note in document.notes} == {"front-matter": 1, "markup-left-out": 4}
