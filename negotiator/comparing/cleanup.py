"""Make an edit read as a person would mark it."""

from collections.abc import Sequence
from itertools import accumulate

from negotiator.comparing.sequences import Block
from negotiator.comparing.vocabulary import Row, Vocabulary


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


def _lengths(row: Row, vocabulary: Vocabulary) -> list[int]:
    """Return how many letters stand before each token."""
    return list(accumulate(map(vocabulary.weight, row.numbers), initial=0))


def _drop_islands(blocks: Sequence[Block], old: Row, new: Row, vocabulary: Vocabulary) -> list[Block]:
    """Drop kept words that are no longer than the edits on either side of them."""
    if len(blocks) < 2 and not (blocks and (blocks[0][0] or blocks[0][1])):
        return list(blocks)
    olds, news = _lengths(old, vocabulary), _lengths(new, vocabulary)
    end_old, end_new = len(old.numbers), len(new.numbers)
    kept: list[Block] = []
    todo = list(reversed(blocks))
    while todo:
        i, j, length = todo.pop()
        before_i, before_j = (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) if kept else (0, 0)
        next_i, next_j = todo[-1][:2] if todo else (end_old, end_new)
        stop_i, stop_j = i + length, j + length
        weight = olds[stop_i] - olds[i]
        left = max(olds[i] - olds[before_i], news[j] - news[before_j])
        right = max(olds[next_i] - olds[stop_i], news[next_j] - news[stop_j])
        least = min(left, right)
        if least and weight <= least and (weight <= 12 or 3 * weight <= least):
            if kept:
                todo.append(kept.pop())
            continue
        kept.append((i, j, length))
    return kept
