"""Edits widened to whole terms: 请 that becomes 邀请 is another word, not the same with a character before it."""

from collections.abc import Sequence

from negotiator.comparing.lexicon import Lexicon
from negotiator.comparing.sequences import Block
from negotiator.comparing.vocabulary import Row

ROUNDS = 8
"""Taking in a term of one text can cut a term of the other; after so many rounds what is cut stays cut."""
APART = -1
"""The partner of a token that is not kept."""


def widen(blocks: list[Block], old: Row, new: Row, lexicon: Lexicon) -> list[Block]:
    """Return the kept runs without the part of a term whose other part changed."""
    terms_old, terms_new = lexicon.unbroken(old.numbers), lexicon.unbroken(new.numbers)
    if not terms_old and not terms_new:
        return blocks
    of_old, of_new = [APART] * len(old.numbers), [APART] * len(new.numbers)
    for i, j, length in blocks:
        of_old[i : i + length] = range(j, j + length)
        of_new[j : j + length] = range(i, i + length)
    for _ in range(ROUNDS):
        cut_old, cut_new = _take_in(terms_old, of_old, of_new), _take_in(terms_new, of_new, of_old)
        if not cut_old and not cut_new:
            break
    return _runs(of_old)


def _take_in(terms: Sequence[tuple[int, int]], here: list[int], there: list[int]) -> bool:
    """Let no token of a term be kept unless all of them are, side by side; return whether any was let go."""
    found = False
    for start, stop in terms:
        partners = here[start:stop]
        first = partners[0]
        if first != APART and partners == list(range(first, first + stop - start)):
            continue
        for place, partner in enumerate(partners, start):
            if partner != APART:
                here[place] = there[partner] = APART
                found = True
    return found


def _runs(of_old: Sequence[int]) -> list[Block]:
    blocks: list[Block] = []
    for i, j in enumerate(of_old):
        if j == APART:
            continue
        if blocks and blocks[-1][0] + blocks[-1][2] == i and blocks[-1][1] + blocks[-1][2] == j:
            blocks[-1] = (*blocks[-1][:2], blocks[-1][2] + 1)
        else:
            blocks.append((i, j, 1))
    return blocks
