"""Whatever the lines are: nothing is lost, nothing is told twice, and the same lines give the same reading."""

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.text.brackets import find_brackets
from negotiator.text.lines import Line, plain_lines
from negotiator.text.provision import Reading
from negotiator.text.references import find_references
from negotiator.text.structure import read_structure

_EDGES = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
_PIECES = st.sampled_from(
    [
        *(
            "1. ",
            "2. ",
            "12 bis. ",
            "(a) ",
            "(i) ",
            "(ii) ",
            "㈠ ",
            "一. ",
            "第一条 ",
            "Article 4",
            "Option 1:",
            "Annex I",
        ),
        *(
            "• ",
            "3/6 30-12345 (C)",
            "A/99/L.1",
            "________",
            "1",
            "12",
            "http://x.org/y",
            "The Assembly,",
            "大会，",
            "I. ",
            "A. ",
        ),
        *(
            "the doors of the hall, ",
            "并在傍晚关上",
            "открыть двери ",
            "أبواب القاعة ",
            "[open]",
            "[",
            "]",
            "record-",
            "。",
            ".",
            ";",
        ),
        *(
            "第 74 次全体会议",
            "3 May 2030",
            "Contents",
            "目录",
            "2030 年 5 月 ",
            "\u200f",
            "\u3000",
            "\u00ad",
            "😀",
            "\x00",
            "\ud800",
        ),
    ]
)
_LINES = st.lists(st.lists(_PIECES | st.text(max_size=12), max_size=8).map("".join), max_size=30)


def characters(texts: list[str]) -> Counter[str]:
    """Count what is not room; hyphens may be undone at the end of a line, and marks of direction at the edges."""
    return Counter(
        char for text in texts for char in text if not char.isspace() and char not in _EDGES + "-\u2010\u00ad"
    )


@settings(max_examples=300, deadline=None)
@given(_LINES, st.booleans())
def test_every_character_stands_in_one_provision_or_was_dropped(texts: list[str], whole: bool) -> None:
    lines = [Line(text.replace("\n", " "), number, whole=whole) for number, text in enumerate(texts, 1)]
    reading = read_structure(lines)
    kept = [provision.label + provision.text for provision in reading.provisions]
    assert characters([*kept, *(dropped.text for dropped in reading.dropped)]) == characters(
        [line.text for line in lines]
    )
    _is_sound(reading)
    assert read_structure(lines) == reading
    find_brackets(reading.provisions)
    find_references(reading.provisions)


def _is_sound(reading: Reading) -> None:
    provisions = reading.provisions
    assert [provision.index for provision in provisions] == list(range(len(provisions)))
    assert len({provision.path for provision in provisions}) == len(provisions)
    for provision in provisions:
        assert provision.label or provision.text
        if provision.parent is None:
            assert provision.level == 0
        else:
            above = provisions[provision.parent]
            assert above.index < provision.index
            assert provision.level == above.level + 1
            assert provision.path.startswith(above.path + "/")


_SENTENCE = st.sampled_from(
    [
        "Decides to open the windows of the hall on every day on which the sun is out, and to close them at night;",
        "Requests the officers to bring as many fans as can be found in the building, including those of other bodies;",
        "Invites everyone who has asked for the floor to be brief, since the hall is hot and all are tired;",
        "Expresses its thanks to the keepers of the doors, who have been on their feet since the first day.",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_SENTENCE, min_size=4, max_size=12), st.integers(60, 100), st.booleans())
def test_wrapping_changes_nothing(sentences: list[str], columns: int, double: bool) -> None:
    import textwrap

    whole = [f"{number}. {sentence}" for number, sentence in enumerate(sentences, 1)]
    wrapped = [line for text in whole for line in textwrap.wrap(text, columns, break_long_words=False)]
    joined = ("\n\n" if double else "\n").join(wrapped)
    one, other = read_structure(plain_lines("\n".join(whole))), read_structure(plain_lines(joined))
    assert [(p.path, p.label, p.text) for p in one.provisions] == [(p.path, p.label, p.text) for p in other.provisions]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "a" * 1_000_000,
        "[" * 200_000,
        "[]" * 200_000,
        "1." * 300_000,
        "(" * 500_000,
        " " * 500_000 + "x",
        "一" * 500_000,
        "12" + " bis" * 150_000,
        "\n".join(f"{number}. Open the doors" for number in range(30_000)),
        "1. Doors:\n" * 20_000,
        "doors\n" * 50_000,
        "http://x.org\n" * 30_000,
        "A/99/L.1 (Part II)\n\nwindows A/99/L.1\n" * 15_000,
        "\n".join(str(number % 500) for number in range(30_000)),
        "\n".join(
            f"{number % 900} lorem ipsum dolor sit amet consectetur adipiscing elit sed" for number in range(15_000)
        ),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_time_grows_no_faster_than_the_text(text: str) -> None:
    started = time.process_time()
    read_structure(plain_lines(text))
    assert time.process_time() - started < 3
