"""What a comparison shows, from top to bottom: changes, the places that moved texts left, and folds of what stayed."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from negotiator.comparing.comparison import COUNTED, Change, Comparison
from negotiator.documents.writing.blocks import places_left
from negotiator.documents.writing.wording import QUIET

USUAL = frozenset(COUNTED) - QUIET
"""The headings that are shown where nothing else was asked for."""


class Part(StrEnum):
    """What a block shows of its change."""

    CHANGE = "change"
    """The change where it stands in the new text."""
    LEFT = "left"
    """The place in the old text that it moved away from."""
    FOLD = "fold"
    """A run of changes that are not shown."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to show."""

    part: Part
    """What is shown of the change."""
    first: int
    """The change's place in the comparison; of a fold, the first one's."""
    count: int = 1
    """How many changes a fold holds."""


def blocks_of(comparison: Comparison, headings: Collection[str], open_folds: Collection[int] = ()) -> tuple[Block, ...]:
    """Lay out a comparison: the headings asked for are shown, all else is folded; `open_folds` name the first change
    of each fold that was opened.
    """
    left = places_left(comparison)
    return tuple(_blocks(comparison.changes, headings, left, open_folds))


def _blocks(
    changes: tuple[Change, ...], headings: Collection[str], left: dict[int, list[int]], open_folds: Collection[int]
) -> Iterator[Block]:
    fold: list[int] = []
    for place, change in enumerate(changes):
        leaving = [other for other in left.get(place, ()) if changes[other].counted_as in headings]
        if change.counted_as in headings:
            yield from _folded(fold, open_folds)
            fold = []
            yield Block(Part.CHANGE, place)
        else:
            fold.append(place)
        if leaving:
            yield from _folded(fold, open_folds)
            fold = []
            yield from (Block(Part.LEFT, other) for other in leaving)
    yield from _folded(fold, open_folds)


def _folded(fold: list[int], open_folds: Collection[int]) -> Iterator[Block]:
    if not fold:
        return
    if fold[0] in open_folds:
        yield from (Block(Part.CHANGE, place) for place in fold)
    else:
        yield Block(Part.FOLD, fold[0], len(fold))
