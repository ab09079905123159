"""Two classical questions on rows of numbers: the longest common subsequence and the heaviest increasing chain."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Block = tuple[int, int, int]
"""Start in the first row, start in the second, length: a run that both have."""

CELLS = 100_000_000
"""The largest table worked through at once (10,000 by 10,000 tokens: under half a second, 13 MB); larger ones are first
cut at tokens that both have once."""

RUN = 4
"""Tokens in a run by which a row is cut that is too long for one table: shorter runs recur by chance."""


def common_blocks(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """Return the runs of a longest common subsequence, in order.

    Rows too long for one table are cut at what both have once; a stretch that stays too long has nothing in common.
    """
    start, stop_a, stop_b = _trim(a, b, 0, len(a), 0, len(b))
    blocks: list[Block] = [(0, 0, start)] if start else []
    _solve(a, b, start, stop_a, start, stop_b, blocks)
    if stop_a < len(a):
        _append(blocks, stop_a, stop_b, len(a) - stop_a)
    return blocks


def _trim(a: Sequence[int], b: Sequence[int], i: int, end_a: int, j: int, end_b: int) -> tuple[int, int, int]:
    """Return where the common beginning stops in `a`, and where the common ending starts in both."""
    while i < end_a and j < end_b and a[i] == b[j]:
        i += 1
        j += 1
    while end_a > i and end_b > j and a[end_a - 1] == b[end_b - 1]:
        end_a -= 1
        end_b -= 1
    return i, end_a, end_b


def _append(blocks: list[Block], i: int, j: int, length: int) -> None:
    if blocks:
        last_i, last_j, last = blocks[-1]
        if last_i + last == i and last_j + last == j:
            blocks[-1] = (last_i, last_j, last + length)
            return
    blocks.append((i, j, length))


def _solve(a: Sequence[int], b: Sequence[int], i: int, end_a: int, j: int, end_b: int, blocks: list[Block]) -> None:
    if i == end_a or j == end_b:
        return
    if (end_a - i) * (end_b - j) <= CELLS:
        for found_i, found_j, length in _by_bits(a[i:end_a], b[j:end_b]):
            _append(blocks, i + found_i, j + found_j, length)
        return
    at_i, at_j = i, j
    for seed_i, seed_j in _seeds(a, b, i, end_a, j, end_b):
        if seed_i < at_i or seed_j < at_j:
            continue
        if (seed_i - at_i) * (seed_j - at_j) <= CELLS:
            _solve(a, b, at_i, seed_i, at_j, seed_j, blocks)
        at_i, at_j = seed_i, seed_j
        while at_i < end_a and at_j < end_b and a[at_i] == b[at_j]:
            at_i += 1
            at_j += 1
        _append(blocks, seed_i, seed_j, at_i - seed_i)
    if (end_a - at_i) * (end_b - at_j) <= CELLS:
        _solve(a, b, at_i, end_a, at_j, end_b, blocks)


def _seeds(a: Sequence[int], b: Sequence[int], i: int, end_a: int, j: int, end_b: int) -> list[tuple[int, int]]:
    """Return where runs of `RUN` tokens begin that stand once on each side, those that keep their order."""
    once_a, once_b = _once(a, i, end_a), _once(b, j, end_b)
    pairs = sorted((spot, once_b[run]) for run, spot in once_a.items() if run in once_b)
    chosen = heaviest_chain([place for _, place in pairs], [1] * len(pairs))
    return [pairs[k] for k in chosen]


def _once(row: Sequence[int], start: int, stop: int) -> dict[tuple[int, ...], int]:
    spots: dict[tuple[int, ...], int] = {}
    for spot, run in enumerate(zip(*(row[start + k : stop] for k in range(RUN)), strict=False), start):
        spots[run] = -1 if run in spots else spot
    return {run: spot for run, spot in spots.items() if spot >= 0}


def _by_bits(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """Return the common runs by the bit-parallel method of Hyyrö: one long integer holds a whole row of the table."""
    masks: dict[int, int] = {}
    bit = 1
    for token in a:
        masks[token] = masks.get(token, 0) | bit
        bit <<= 1
    full = bit - 1
    row, rows = full, []
    for token in b:
        mask = masks.get(token)
        if mask is not None:
            hit = row & mask
            row = ((row + hit) | (row - hit)) & full
        rows.append(row)
    blocks: list[Block] = []
    i, j = len(a), len(b)
    at_i = at_j = length = 0
    while i and j:
        if rows[j - 1] >> (i - 1) & 1:
            i -= 1
            continue
        j -= 1
        if j and not rows[j - 1] >> (i - 1) & 1:
            continue
        i -= 1
        if length and i + 1 == at_i and j + 1 == at_j:
            length += 1
        else:
            if length:
                blocks.append((at_i, at_j, length))
            length = 1
        at_i, at_j = i, j
    if length:
        blocks.append((at_i, at_j, length))
    blocks.reverse()
    return blocks


def heaviest_chain(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return the positions of a heaviest strictly increasing subsequence of `places`; ties go to the earlier find."""
    ends: list[int] = []
    totals: list[int] = []
    heads: list[int] = []
    before: list[int] = []
    for position, (place, weight) in enumerate(zip(places, weights, strict=True)):
        spot = bisect_left(ends, place)
        before.append(heads[spot - 1] if spot else -1)
        total = weight + (totals[spot - 1] if spot else 0)
        if spot < len(ends) and ends[spot] == place and totals[spot] >= total:
            continue
        if spot and totals[spot - 1] >= total:
            continue
        stop = bisect_right(totals, total, spot)
        ends[spot:stop] = [place]
        totals[spot:stop] = [total]
        heads[spot:stop] = [position]
    chain = []
    at = heads[-1] if heads else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    chain.reverse()
    return chain
