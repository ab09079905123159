"""What holds for every pair of texts."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import ChangeKind, Comparison, Op, Side
from negotiator.text.lines import plain_lines
from negotiator.text.structure import read_structure
from negotiator.text.tokens import pieces
from tests.comparing.sides import complete, moved, pairs, rebuilt, side

PLAIN_WORDS = ["shall", "should", "the", "of", "and", "States", "Parties", "12", "70/1", "aims", "low-emission"]
ODD_WORDS = ["[", "]", ",", ".", "“aims”", "全", "球", "契", "约", "，", "العربية", "é", "e\u0301", "\u2060", "–", "-"]
WORDS = st.sampled_from(PLAIN_WORDS + ODD_WORDS)
LINE = st.lists(WORDS, max_size=12).map(" ".join)
LABELLED = st.tuples(st.sampled_from(["", "1. ", "2. ", "(a) "]), LINE).map("".join)
TEXT = st.lists(LABELLED, max_size=12).map("\n".join)

PARAGRAPHS = [
    "The harbour master keeps a log of every vessel that calls at the outer pier after sunset.",
    "Each orchard keeper reports the number of frost nights to the valley office before the spring fair.",
    "No wagon heavier than four oxen may cross the northern bridge while the river stands above the second mark.",
    "Village schools open their reading rooms to travellers on market days and lend them maps of the hills.",
    "The council repairs the public wells of the upper quarter within ten days of a complaint by two households.",
    "Ferrymen who carry letters without charge may moor at the inner steps free of toll until the end of winter.",
]


@given(TEXT, TEXT)
@settings(deadline=None)
def test_the_segments_rebuild_both_texts_and_every_provision_stands_once(one: str, other: str) -> None:
    found = compare(side(one), side(other))
    assert rebuilt(found)
    assert complete(found)


@given(TEXT)
@settings(deadline=None)
def test_a_text_against_itself_is_all_same(text: str) -> None:
    found = compare(side(text), side(text))
    assert all(change.kind is ChangeKind.SAME and not change.moved for change in found.changes)
    assert pairs(found) == {(n, n) for n in range(len(found.old.provisions))}


@given(TEXT, TEXT)
@settings(deadline=None)
def test_no_boundary_cuts_a_token(one: str, other: str) -> None:
    for change in compare(side(one), side(other)).changes:
        for kept_or_lost, provisions in ((Op.INSERTED, change.old), (Op.DELETED, change.new)):
            whole = "\n".join(p.text for p in provisions)
            allowed = edges(whole)
            at = 0
            for part in change.segments:
                if part.op is not kept_or_lost:
                    at += len(part.old if kept_or_lost is Op.INSERTED else part.new)
                    assert at in allowed


def edges(text: str) -> set[int]:
    """Return where a text may be cut: before and after each token, the space after it counting as one of its own."""
    found, at = {0}, 0
    for piece in pieces(text):
        found.add(at + len(piece.rstrip()))
        at += len(piece)
        found.add(at)
    return found


@given(st.permutations(range(len(PARAGRAPHS))))
@settings(deadline=None)
def test_paragraphs_in_any_order_are_found_and_the_lightest_move(order: list[int]) -> None:
    new = side("\n".join(PARAGRAPHS[n] for n in order))
    found = compare(side("\n".join(PARAGRAPHS)), new)
    assert pairs(found) == {(n, place) for place, n in enumerate(order)}
    stayed = sorted(pairs(found) - moved(found))
    assert [j for _, j in stayed] == sorted(j for _, j in stayed)
    back = compare(new, side("\n".join(PARAGRAPHS)))
    assert pairs(back) == {(j, i) for i, j in pairs(found)}


@given(st.integers(1, 40))
def test_renumbering_everything_changes_nothing_but_labels(first: int) -> None:
    old = side("\n".join(f"{n}. {text}" for n, text in enumerate(PARAGRAPHS, 1)))
    new = side("\n".join(f"{n}. {text}" for n, text in enumerate(PARAGRAPHS, first + 1)))
    assert compare(old, new).summary()["renumbered"] == len(PARAGRAPHS)


def read(text: str) -> Side:
    return Side("text", "en", "", read_structure(plain_lines(text)).provisions)


NUMBERED = "\n\n".join(f"{n}. {text}" for n, text in enumerate(PARAGRAPHS, 1))


def same(found: Comparison) -> bool:
    return all(change.counted_as == "same" for change in found.changes)


@given(st.integers(30, 90))
@settings(max_examples=30, deadline=None)
def test_rewrapping_changes_nothing(width: int) -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in NUMBERED.split("\n\n"))
    assert same(compare(read(NUMBERED), read(wrapped)))


@given(st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_typography_changes_nothing(dice: random.Random) -> None:
    swaps = {
        " ": [" ", "\u00a0", "  "],
        "'": ["'", "’"],
        '"': ['"', "“", "”"],
        "-": ["-", "–", "\u2011"],
        ",": [",", "，"],
    }
    plain = "\n".join(f'{line} the keepers\' "low-lying" fields, and so on' for line in PARAGRAPHS)
    typeset = "".join(dice.choice(swaps.get(letter, [letter])) for letter in plain)
    found = compare(side(plain), side("\n".join(line.strip() for line in typeset.split("\n"))))
    assert same(found)
    assert rebuilt(found)


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None)
def test_any_characters_at_all_are_compared(one: str, other: str) -> None:
    found = compare(side(one + "\ud800\x00"), side(other + "\udfff\x07"))
    assert rebuilt(found)
    assert complete(found)
