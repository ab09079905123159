"""What a person should look at before relying on a reading: gaps in the numbers, loose brackets, run-together words."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from negotiator.text.labels import Label, Style
from negotiator.text.pairing import OPENING, pair_up, written
from negotiator.text.provision import Doubt, Kind, Provision

GAP, REPEAT, OUT_OF_ORDER = "number-gap", "number-repeat", "number-out-of-order"
BRACKET, RUN_TOGETHER, LONG = "bracket-unbalanced", "words-run-together", "paragraph-very-long"
_VERY_LONG = 12_000
"""A paragraph of more characters than this has lost its line breaks."""
_LONGEST_WORD = 28
"""A longer word of Latin letters is two or more that lost the space between them."""
_SNIPPET = 40
_MOST = 2_000
"""More doubts of one kind than this help nobody."""


def find_doubts(provisions: Sequence[Provision], labels: Sequence[Label | None], language: str) -> tuple[Doubt, ...]:
    """Return the doubts of a reading in the order of the lines."""
    found: list[Doubt] = []
    for doubts in (_numbers(provisions, labels), _brackets(provisions), _words(provisions, language)):
        found += islice(doubts, _MOST)
    return tuple(sorted(found, key=lambda doubt: (doubt.line, doubt.code, doubt.detail)))


def _numbers(provisions: Sequence[Provision], labels: Sequence[Label | None]) -> Iterator[Doubt]:
    """Compare each number with the last one of its list; paragraphs and articles count on over headings."""
    last: dict[tuple[object, ...], tuple[Label, int | None]] = {}
    scope = 0
    for provision, label in zip(provisions, labels, strict=True):
        if provision.kind in (Kind.TITLE, Kind.ANNEX):
            scope = provision.index
        if label is None or not label.numbers or label.style is Style.SYMBOL or provision.kind is Kind.ANNEX:
            continue
        runs_on = provision.kind is Kind.PARAGRAPH or label.word in ("article", "chapter", "title", "objective")
        place = scope if runs_on and label.word != "option" else provision.parent
        key = (place, label.style, label.word, len(label.numbers), runs_on)
        before = last.get(key)
        last[key] = (label, provision.parent)
        if before is None or label.follows(before[0]):
            continue
        if label.first and (before[1] != provision.parent or label.word == "option"):
            continue
        code = REPEAT if label == before[0] else GAP if label > before[0] else OUT_OF_ORDER
        yield Doubt(provision.line, code, provision.label or provision.text)


def _brackets(provisions: Sequence[Provision]) -> Iterator[Doubt]:
    opened = closed = 0
    for provision in provisions:
        opened += provision.text.count("[") + provision.label.count("[")
        closed += provision.text.count("]") + provision.label.count("]")
    if not opened and not closed:
        return
    for index, place, mark in pair_up(provisions)[1]:
        provision = provisions[index]
        start, end = (place, place + _SNIPPET) if mark in OPENING else (max(0, place - _SNIPPET), place + 1)
        yield Doubt(provision.line, BRACKET, written(provision)[start:end].strip())


def _words(provisions: Sequence[Provision], language: str) -> Iterator[Doubt]:
    spaced = language in ("en", "fr", "es", "ru")
    for provision in provisions:
        if len(provision.text) > _VERY_LONG:
            yield Doubt(provision.line, LONG, provision.text[:_SNIPPET])
        if spaced and len(provision.text) > _LONGEST_WORD:
            words = provision.text.split()
            longest = max(words, key=len) if words else ""
            if len(longest) > _LONGEST_WORD:
                for word in re.findall(rf"[A-Za-z\u00c0-\u024f\u0400-\u04ff]{{{_LONGEST_WORD + 1},}}", longest[:400]):
                    yield Doubt(provision.line, RUN_TOGETHER, word[:80])
