"""What every view and every export of a difference is made from.

Named tuples: a comparison makes thousands of them, and their classes are made in a seventh of the time, at each start.
"""

from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from negotiator.text.provision import Provision


class ChangeKind(StrEnum):
    """What became of the provisions of one change."""

    SAME = "same"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    INSERTED = "inserted"
    DELETED = "deleted"


class Op(StrEnum):
    """What a segment says of its words."""

    KEPT = "="
    DELETED = "-"
    INSERTED = "+"


class Segment(NamedTuple):
    """A run of words that were kept, deleted or inserted; every boundary falls between tokens."""

    op: Op
    """Kept, deleted or inserted."""
    new: str
    """The words in the new text; empty where deleted."""
    old: str
    """The words in the old text; empty where inserted; differs from `new` in spelling only where kept."""


class Change(NamedTuple):
    """Old provisions, the new provisions they became, and how the words differ."""

    kind: ChangeKind
    """What became of them."""
    old: tuple[Provision, ...]
    """The provisions on the old side; empty where inserted."""
    new: tuple[Provision, ...]
    """The provisions on the new side; empty where deleted."""
    segments: tuple[Segment, ...]
    """Rebuild both sides exactly; several provisions on a side are joined by a line break."""
    moved: bool = False
    """It left the order of the provisions that stayed."""
    renumbered: bool = False
    """Its own label changed."""
    score: float = 1.0
    """How alike the two sides are, from 0 to 1."""
    flags: tuple[str, ...] = ()
    """What a negotiator should look at, such as `strength-down`, in alphabetical order."""

    @property
    def counted_as(self) -> str:
        """The one heading under which a summary counts this change: the first that fits."""
        if self.kind in (ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.SPLIT, ChangeKind.MERGED):
            return self.kind.value
        if self.moved:
            return "moved"
        if self.kind is ChangeKind.EDITED:
            return "edited"
        return "renumbered" if self.renumbered else "same"


class Side(NamedTuple):
    """One of the two texts of a comparison."""

    name: str
    """The address or file name as it was given."""
    language: str
    """A two-letter code."""
    sha256: str
    """The hash of the bytes compared, in hexadecimal."""
    provisions: tuple[Provision, ...]
    """The text in reading order."""


COUNTED = ("same", "renumbered", "edited", "moved", "split", "merged", "inserted", "deleted")
"""The headings of a summary, in order."""


class Comparison(NamedTuple):
    """How two texts differ: every provision of both stands in exactly one change."""

    old: Side
    """The older text."""
    new: Side
    """The newer text."""
    changes: tuple[Change, ...]
    """In the reading order of the new text, deletions at their old place."""
    words_inserted: int = 0
    """Words (single characters in Chinese) inserted, moved ones not counted."""
    words_deleted: int = 0
    """Words (single characters in Chinese) deleted, moved ones not counted."""

    def summary(self) -> dict[str, int]:
        """Count the changes under each heading of `COUNTED`, then the words."""
        found = Counter(change.counted_as for change in self.changes)
        counts = {heading: found[heading] for heading in COUNTED}
        return {**counts, "words_inserted": self.words_inserted, "words_deleted": self.words_deleted}

    @property
    def differs(self) -> bool:
        """Whether anything but layout and typography changed."""
        return any(change.counted_as != "same" for change in self.changes)
