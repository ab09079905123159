"""Make an edit read as a person would mark it."""

from collections.abc import Sequence

from negotiator.comparing.sequences import Block
from negotiator.comparing.vocabulary import Row, Vocabulary

CHANCE, CHANCE_REWRITTEN = 10, 20
"""Letters up to which kept words no longer than the edits beside them are chance ("of the", "and to")."""
OUTWEIGHED, OUTWEIGHED_REWRITTEN = 4, 2
"""Longer ones are chance too where the edits on both sides are so many times longer."""
REWRITTEN = 0.6
"""A pair with less than this share of letters in common is a rewrite, where chance has more room."""
PASSAGE = 40
"""So many letters in a row are never chance, whatever stands beside them."""
ISLAND, AMID = 6, 18
"""A word or two of so few letters between edits of so many together cannot be read by itself."""
SLIGHT, SLIGHT_REWRITTEN, DROWNED = 3, 9, 8
"""Between two deletions, or two insertions, nothing but the kept words stands in between: they can be read, unless they
are so few letters, or so many times fewer than either edit."""


def tidy(blocks: Sequence[Block], old: Row, new: Row, vocabulary: Vocabulary) -> list[Block]:
    """Drop chance matches inside a replacement, then slide what was only inserted or only deleted to a phrase."""
    kept = _drop_islands(blocks, old, new, vocabulary)
    for k in range(len(kept) - 1):
        (i, j, length), (next_i, next_j, next_length) = kept[k], kept[k + 1]
        if i + length == next_i:
            shift = _slide(new.numbers, j, j + length, next_j, next_j + next_length, vocabulary)
        elif j + length == next_j:
            shift = _slide(old.numbers, i, i + length, next_i, next_i + next_length, vocabulary)
        else:
            continue
        kept[k] = (i, j, length + shift)
        kept[k + 1] = (next_i + shift, next_j + shift, next_length - shift)
    return kept


def _slide(row: Sequence[int], start: int, first: int, after: int, stop: int, vocabulary: Vocabulary) -> int:
    """Return how far to shift the edit `row[first:after]` between what is kept before and after it.

    An edit may be shifted over a token that it also ends or begins with; it reads best where it holds whole brackets,
    follows a stop and ends with one. One kept token is left on each side, so that no pair of neighbours is lost.
    """
    least = most = 0
    while first + least - 1 > start and row[first + least - 1] == row[after + least - 1]:
        least -= 1
    while after + most + 1 < stop and row[first + most] == row[after + most]:
        most += 1
    if least == most:
        return 0
    best = (-1, 0)
    for shift in range(least, most + 1):
        worth = _worth(row[first + shift : after + shift], row[first + shift - 1], vocabulary)
        if worth > best[0]:
            best = (worth, shift)
    return best[1]


def _worth(edit: Sequence[int], before: int, vocabulary: Vocabulary) -> int:
    """Return how well an edit reads."""
    depth = lowest = 0
    for number in edit:
        depth += vocabulary.bracket(number)
        lowest = min(lowest, depth)
    whole = depth == lowest == 0
    return 4 * whole + (not vocabulary.is_word(before)) + (not vocabulary.is_word(edit[-1]))


def _drop_islands(blocks: Sequence[Block], old: Row, new: Row, vocabulary: Vocabulary) -> list[Block]:
    """Drop kept words that are no longer than the edits on either side of them, or lost between long ones."""
    if len(blocks) < 2 and not (blocks and (blocks[0][0] or blocks[0][1])):
        return list(blocks)
    letters_old, letters_new = vocabulary.letters(old.numbers), vocabulary.letters(new.numbers)
    end_old, end_new = len(old.numbers), len(new.numbers)
    shared = sum(letters_old[i + length] - letters_old[i] for i, _, length in blocks)
    rewritten = 2 * shared < REWRITTEN * (letters_old[-1] + letters_new[-1])
    chance, outweighed = (CHANCE_REWRITTEN, OUTWEIGHED_REWRITTEN) if rewritten else (CHANCE, OUTWEIGHED)
    slight = SLIGHT_REWRITTEN if rewritten else SLIGHT
    kept: list[Block] = []
    waiting = list(reversed(blocks))
    while waiting:
        i, j, length = waiting.pop()
        stop_i, stop_j = i + length, j + length
        before_i, before_j = (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) if kept else (0, 0)
        next_i, next_j = waiting[-1][:2] if waiting else (end_old, end_new)
        left = max(letters_old[i] - letters_old[before_i], letters_new[j] - letters_new[before_j])
        right = max(letters_old[next_i] - letters_old[stop_i], letters_new[next_j] - letters_new[stop_j])
        weight, least = letters_old[stop_i] - letters_old[i], min(left, right)
        swallowed = 0 < weight <= least and (weight <= chance or outweighed * weight <= least) and weight < PASSAGE
        lost = least and weight <= ISLAND and left + right >= AMID
        bracketed = _lifted(old.numbers, i, stop_i, vocabulary) or _lifted(new.numbers, j, stop_j, vocabulary)
        one_sided = (before_i == i and stop_i == next_i) or (before_j == j and stop_j == next_j)
        if one_sided and slight < weight and least < DROWNED * weight and vocabulary.count_words(old.numbers[i:stop_i]):
            swallowed = lost = False
        if swallowed or (lost and not bracketed):
            # The edits on both sides are one now, so that what was kept before them must be looked at again.
            if kept:
                waiting.append(kept.pop())
            continue
        kept.append((i, j, length))
    return kept


def _lifted(row: Sequence[int], start: int, stop: int, vocabulary: Vocabulary) -> bool:
    """Whether kept words stood right between two brackets: what a negotiator looks for, however short."""
    within = start > 0 and stop < len(row)
    return within and vocabulary.bracket(row[start - 1]) > 0 > vocabulary.bracket(row[stop])
