"""What of a comparison can stand at one place of both texts, and what must be shown as moved, gone or new.

A change that stays fences the places before it from those behind it on both sides. Where the provisions of a split or
merged change lie on both sides of such a fence, only those between the same two fences are written together.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from negotiator.comparing.comparison import Change, Comparison
from negotiator.text.provision import Provision


@dataclass(frozen=True, slots=True)
class Stay:
    """The provisions of a change that are written together, as ordinals in the change."""

    old: range
    """Those of the old side."""
    new: range
    """Those of the new side."""
    old_first: int
    """The index of the first one in the old text."""
    old_last: int
    """The index of the last one in the old text."""
    new_first: int
    """The index of the first one in the new text."""
    new_last: int
    """The index of the last one in the new text."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How every change of a comparison is to be written."""

    stays: dict[int, Stay]
    """What stands at one place of both texts, by the place of the change."""
    moves: dict[int, int]
    """The number of the move, from 1, by the place of the change; what moves side by side has one number."""
    place_of_old: dict[int, int]
    """The place of its change, by the index of each old provision."""
    place_of_new: dict[int, int]
    """The place of its change, by the index of each new provision."""


def plan(comparison: Comparison) -> Plan:
    """Say how every change is to be written; what can be neither kept nor moved is written as gone and new."""
    changes = comparison.changes
    fences: list[Stay] = []
    stays: dict[int, Stay] = {}
    several: list[int] = []
    for place, change in enumerate(changes):
        if change.moved or not change.old or not change.new:
            continue
        if len(change.old) > 1 or len(change.new) > 1:
            several.append(place)
            continue
        found = _stay(change, range(1), range(1))
        if not fences or (found.old_first > fences[-1].old_last and found.new_first > fences[-1].new_last):
            fences.append(found)
            stays[place] = found
    for place in several:
        gap, between = _between(changes[place], fences)
        if between is not None:
            fences.insert(gap, between)
            stays[place] = between
    return Plan(
        stays,
        _moves(changes, stays),
        {each.index: place for place, change in enumerate(changes) for each in change.old},
        {each.index: place for place, change in enumerate(changes) for each in change.new},
    )


def _stay(change: Change, old: range, new: range) -> Stay:
    olds, news = change.old[old.start : old.stop], change.new[new.start : new.stop]
    return Stay(old, new, olds[0].index, olds[-1].index, news[0].index, news[-1].index)


def _between(change: Change, fences: list[Stay]) -> tuple[int, Stay | None]:
    """Find the two fences between which most of a change lies, and what of it lies there."""
    if not _in_order(change.old) or not _in_order(change.new):
        return 0, None
    firsts = [[fence.old_first for fence in fences], [fence.new_first for fence in fences]]
    old = [_gap(each.index, firsts[0], [fence.old_last for fence in fences]) for each in change.old]
    new = [_gap(each.index, firsts[1], [fence.new_last for fence in fences]) for each in change.new]
    shared = [gap for gap in dict.fromkeys(new) if gap is not None and gap in old]
    if not shared:
        return 0, None
    best = max(shared, key=lambda gap: old.count(gap) + new.count(gap))
    ranges = [range(gaps.index(best), gaps.index(best) + gaps.count(best)) for gaps in (old, new)]
    return best, _stay(change, *ranges)


def _gap(index: int, firsts: list[int], lasts: list[int]) -> int | None:
    """Return how many fences stand before a provision; None where it lies inside one."""
    behind = bisect_right(firsts, index)
    return None if behind and index <= lasts[behind - 1] else behind


def _moves(changes: Sequence[Change], stays: dict[int, Stay]) -> dict[int, int]:
    """Number the changes that can be shown as moved: each side in one piece; neighbours on both sides move as one."""
    moving = [
        place
        for place, change in enumerate(changes)
        if place not in stays and change.old and change.new and _in_one_piece(change.old) and _in_one_piece(change.new)
    ]
    moving.sort(key=lambda place: changes[place].new[0].index)
    found: dict[int, int] = {}
    number, before = 0, None
    for place in moving:
        change = changes[place]
        if before is None or not (_in_one_piece(before.old + change.old) and _in_one_piece(before.new + change.new)):
            number += 1
        found[place] = number
        before = change
    return found


def _in_order(provisions: Sequence[Provision]) -> bool:
    return all(one.index < other.index for one, other in pairwise(provisions))


def _in_one_piece(provisions: Sequence[Provision]) -> bool:
    return all(one.index + 1 == other.index for one, other in pairwise(provisions))
