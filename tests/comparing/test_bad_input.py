"""Texts that no one should send, compared in bounded time all the same."""

import random
import time
from collections.abc import Callable, Iterator

import pytest

from negotiator.comparing.compare import compare
from tests.comparing.sides import complete, rebuilt, side

WORDS = [
    a + b for a in "bdfgklmnprst" for b in ("ale", "ondo", "irk", "ume", "evis", "oat", "und", "ax", "illor", "es")
]


def words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count))


def long_line(dice: random.Random) -> tuple[str, str]:
    row = words(dice, 100_000).split()
    return " ".join(row), " ".join("new" if dice.random() < 0.002 else word for word in row)


def unlike_lines(dice: random.Random) -> tuple[str, str]:
    return words(dice, 100_000), words(dice, 100_000).upper().replace("A", "1")


def short_lines(dice: random.Random) -> tuple[str, str]:
    rows = [words(dice, 2) for _ in range(20_000)]
    return "\n".join(rows), "\n".join(words(dice, 2) if dice.random() < 0.02 else row for row in rows)


def equal_lines(dice: random.Random) -> tuple[str, str]:
    return "\n".join(["one line"] * 20_000), "\n".join(["one line"] * 19_000)


def unlike_paragraphs(dice: random.Random) -> tuple[str, str]:
    return "\n".join(words(dice, 40) for _ in range(600)), "\n".join(words(dice, 40) for _ in range(600))


def twins(dice: random.Random) -> tuple[str, str]:
    stem = words(dice, 30)
    return tuple("\n".join(f"{stem} {words(dice, 3)}" for _ in range(500)) for _ in range(2))  # type: ignore[return-value]


def strange(dice: random.Random) -> tuple[str, str]:
    return "\ud800[[ \x00]\n\u202e全ab\x07\n]]]\ufffe", "[\udfff \x00\n全 ab\u202c\n[[["


@pytest.fixture
def _within_seconds() -> Iterator[None]:
    started = time.process_time()
    yield
    assert time.process_time() - started < 20


@pytest.mark.usefixtures("_within_seconds")
@pytest.mark.parametrize(
    "texts",
    [long_line, unlike_lines, short_lines, equal_lines, unlike_paragraphs, twins, strange],
    ids=lambda f: f.__name__,
)
def test_it_ends_and_the_texts_are_rebuilt(texts: Callable[[random.Random], tuple[str, str]]) -> None:
    old, new = texts(random.Random(3))
    found = compare(side(old), side(new))
    assert rebuilt(found)
    assert complete(found)


def test_few_edits_in_one_endless_line_are_found_as_such() -> None:
    old, new = long_line(random.Random(3))
    assert compare(side(old), side(new)).words_inserted < 300
