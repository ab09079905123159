"""The kept runs of two rows of tokens: diff-match-patch on one code point a token, another method for long rows."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from negotiator.comparing.sequences import Block, common_blocks

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

LONGEST = 24
"""Tokens of a row that diff-match-patch is given: in pure Python its cost grows with the square of what differs, and
beyond this many the other method needs an eighth of its time."""

FIRST_CODE_POINT = 0x4E00
"""Tokens become characters from here on: far from control characters, and far enough below the surrogates."""


def kept_runs(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """Return the runs that two rows have in common, in order; the same rows always give the same runs.

    Both methods find runs of the same total length; which one is asked depends on nothing but the rows.
    """
    start = 0
    shorter = min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    middle_a, middle_b = a[start : len(a) - end], b[start : len(b) - end]
    if not middle_a or not middle_b or len(middle_a) > LONGEST or len(middle_b) > LONGEST:
        return common_blocks(a, b)
    blocks: list[Block] = [(0, 0, start)] if start else []
    if not set(middle_a).isdisjoint(middle_b):
        blocks += [(start + i, start + j, length) for i, j, length in _by_characters(middle_a, middle_b)]
    if end:
        blocks.append((len(a) - end, len(b) - end, end))
    return blocks


def _by_characters(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    codes: dict[int, str] = {}
    for token in (*a, *b):
        codes.setdefault(token, chr(FIRST_CODE_POINT + len(codes)))
    diffs = _engine().diff_main("".join(map(codes.__getitem__, a)), "".join(map(codes.__getitem__, b)), False)
    blocks: list[Block] = []
    i = j = 0
    for op, text in diffs:
        if op == 0:
            blocks.append((i, j, len(text)))
        i += len(text) if op <= 0 else 0
        j += len(text) if op >= 0 else 0
    return blocks


@cache
def _engine() -> "diff_match_patch":
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # with a time limit the result would depend on how busy the machine is
    return engine
