"""The order in which a view shows a comparison: sections, changes, and the places that moved provisions left."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from negotiator.comparing.comparison import COUNTED, Change, Comparison
from negotiator.documents.writing.addresses import heading_of
from negotiator.documents.writing.wording import QUIET
from negotiator.text.provision import Provision


class Part(StrEnum):
    """What a block shows."""

    SECTION = "section"
    """The heading over the changes that follow."""
    CHANGE = "change"
    """A change, where it stands in the new text."""
    LEFT = "left"
    """The place in the old text that a change moved away from."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to show."""

    part: Part
    """What is shown."""
    place: int = -1
    """The change's place in the comparison."""
    heading: Provision | None = None
    """The heading of a section."""


def wanted(comparison: Comparison, only: Collection[str] = ()) -> frozenset[int]:
    """Return the places of the changes to show: those under the headings asked for, else all that are not quiet."""
    headings = frozenset(only) if only else frozenset(COUNTED) - QUIET
    return frozenset(place for place, change in enumerate(comparison.changes) if change.counted_as in headings)


def blocks(comparison: Comparison, only: Collection[str] = ()) -> Iterator[Block]:
    """Give what a list of changes shows, in order; a section is named where the changes under it begin."""
    show = wanted(comparison, only)
    left = places_left(comparison)
    sections = Sections(comparison)
    over: Provision | None = None
    for place, change in enumerate(comparison.changes):
        leaving = [other for other in left.get(place, ()) if other in show]
        if place not in show and not leaving:
            continue
        heading = sections.over(change)
        if heading is not None and (over is None or heading.index > over.index or (change.new and heading != over)):
            over = heading
            if heading not in (change.new or change.old) or place not in show:
                yield Block(Part.SECTION, place, heading)
        if place in show:
            yield Block(Part.CHANGE, place)
        yield from (Block(Part.LEFT, other) for other in leaving)


class Sections:
    """The headings over the changes of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._became = {
            provision.index: change.new[0] for change in comparison.changes if change.new for provision in change.old
        }

    def over(self, change: Change) -> Provision | None:
        """Return the nearest heading over a change in the new text, for what is gone what its heading became there."""
        if change.new:
            return heading_of(self._comparison.new.provisions, change.new[0])
        heading = heading_of(self._comparison.old.provisions, change.old[0])
        return self._became.get(heading.index) if heading is not None else None


def places_left(comparison: Comparison) -> dict[int, list[int]]:
    """Say after which change the place stands that each moved change left; what moved with its parent is left out."""
    stayed: dict[int, int] = {}
    moved: dict[int, int] = {}
    for place, change in enumerate(comparison.changes):
        for provision in change.old:
            (moved if change.moved else stayed)[provision.index] = place
    left: dict[int, list[int]] = {}
    before, told = 0, set()
    for provision in comparison.old.provisions:
        before = stayed.get(provision.index, before)
        place = moved.get(provision.index, -1)
        if place >= 0 and place not in told and (provision.parent is None or provision.parent not in moved):
            told.add(place)
            left.setdefault(before, []).append(place)
    return left
