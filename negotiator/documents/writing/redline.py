"""One text that holds both sides of a comparison: taken as accepted it is the new text, as rejected the old one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from negotiator.comparing.comparison import Comparison, Op
from negotiator.documents.writing.redline_plan import Plan, Stay, plan
from negotiator.documents.writing.redline_words import BREAK, Atom, atoms
from negotiator.text.provision import Provision


class Way(Enum):
    """What became of words, or of the end of a paragraph."""

    KEPT = auto()
    """In both texts, at this place."""
    DELETED = auto()
    """In the old text only."""
    INSERTED = auto()
    """In the new text only."""
    LEFT = auto()
    """In the old text here, in the new one elsewhere."""
    ARRIVED = auto()
    """In the new text here, in the old one elsewhere."""


OLD_SIDE = (Way.KEPT, Way.DELETED, Way.LEFT)
"""The ways of what stands in the old text."""
NEW_SIDE = (Way.KEPT, Way.INSERTED, Way.ARRIVED)
"""The ways of what stands in the new text."""


@dataclass(slots=True)
class Run:
    """Words that all went one way."""

    way: Way
    """Which way."""
    words: str
    """The words, without line breaks."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the whole; where its end is not kept, it goes on in the next one on one of the two sides."""

    provision: Provision
    """What it is a paragraph of, in the new text where it has a place there."""
    place: int
    """The place of the change in the comparison."""
    runs: list[Run] = field(default_factory=list)
    """The words in order."""
    end: Way = Way.KEPT
    """What became of the end of the paragraph."""
    move: int = 0
    """The number of the move it is part of, from 1; 0 where it did not move."""
    leaving: bool = False
    """Whether it stands at the old place of a move."""

    def says(self, side: tuple[Way, ...]) -> bool:
        """Say whether it has words on a side."""
        return any(run.way in side for run in self.runs)


Gap = Callable[[Provision], str]
"""Says what stands between the label of a provision and its words."""


def plain_gap(provision: Provision) -> str:
    """Return a space, and nothing behind a label that closes itself."""
    return "" if provision.label.endswith(("：", "、")) else " "


_STAYING = {Op.KEPT: Way.KEPT, Op.DELETED: Way.DELETED, Op.INSERTED: Way.INSERTED}
_LEAVING = {Op.KEPT: Way.LEFT, Op.DELETED: Way.DELETED}
_ARRIVING = {Op.KEPT: Way.ARRIVED, Op.INSERTED: Way.INSERTED}


def redline(comparison: Comparison, gap: Gap = plain_gap) -> list[Paragraph]:
    """Lay both texts into one; every provision of either side stands in it once, with its label as words.

    What moved stands at both ends: words that it lost are deleted at the old one, words that it won are inserted at the
    new one, so that no program has to understand a change within a change. Holds for any comparison whose changes cover
    both texts.
    """
    return _Redline(comparison, gap).paragraphs


def printed(provision: Provision, gap: Gap = plain_gap) -> str:
    """Return a provision as one paragraph, its label before its words."""
    return f"{label_of(provision, gap)}{provision.text}" if provision.text else provision.label


def label_of(provision: Provision, gap: Gap = plain_gap) -> str:
    """Return a label with the space that stands behind it."""
    return f"{provision.label}{gap(provision)}" if provision.label and provision.text else provision.label


class _Redline:
    """Walks through both texts at once."""

    def __init__(self, comparison: Comparison, gap: Gap) -> None:
        self.gap = gap
        self.changes = comparison.changes
        self.old, self.new = comparison.old.provisions, comparison.new.provisions
        self.plan: Plan = plan(comparison)
        self.paragraphs: list[Paragraph] = []
        self.old_at = self.new_at = 0
        for place, stay in sorted(self.plan.stays.items(), key=lambda each: each[1].new_first):
            self._catch_up(stay.old_first, stay.new_first)
            self._together(place, stay)
        self._catch_up(len(self.old), len(self.new))

    def _catch_up(self, old_end: int, new_end: int) -> None:
        """Write what stands before two places on one side only: the old place of a move first, then as listed."""
        while self.old_at < old_end or self.new_at < new_end:
            if self.old_at < old_end and self.new_at < new_end and self._is_twin():
                provision = self.new[self.new_at]
                place = self.plan.place_of_new[self.new_at]
                self._put(Paragraph(provision, place, [Run(Way.KEPT, printed(provision, self.gap))]))
                self.old_at, self.new_at = self.old_at + 1, self.new_at + 1
            elif self.old_at < old_end and (self.new_at >= new_end or self._old_comes_first()):
                self._old_only(self.old[self.old_at])
            else:
                self._new_only(self.new[self.new_at])

    def _is_twin(self) -> bool:
        """Say whether what goes and what comes here are the same, such as “Option 1:” of two lists of options."""
        old, new = self.plan.place_of_old[self.old_at], self.plan.place_of_new[self.new_at]
        words = printed(self.new[self.new_at], self.gap)
        moves = self.plan.moves
        return (
            bool(words) and old not in moves and new not in moves and words == printed(self.old[self.old_at], self.gap)
        )

    def _old_comes_first(self) -> bool:
        place = self.plan.place_of_old[self.old_at]
        return place in self.plan.moves or place < self.plan.place_of_new[self.new_at]

    def _old_only(self, provision: Provision) -> None:
        place = self.plan.place_of_old[provision.index]
        if place in self.plan.moves:
            self.old_at += self._one_end(place, _LEAVING)
            return
        self._put(Paragraph(provision, place, [Run(Way.DELETED, printed(provision, self.gap))], Way.DELETED))
        self.old_at += 1

    def _new_only(self, provision: Provision) -> None:
        place = self.plan.place_of_new[provision.index]
        if place in self.plan.moves:
            self.new_at += self._one_end(place, _ARRIVING)
            return
        self._put(Paragraph(provision, place, [Run(Way.INSERTED, printed(provision, self.gap))], Way.INSERTED))
        self.new_at += 1

    def _together(self, place: int, stay: Stay) -> None:
        """Write a change that stands at one place of both texts, with what falls between its parts."""
        change = self.changes[place]
        old, new = 0, 0
        writing = Paragraph(change.new[stay.new.start], place)
        _begin(writing, self.gap, _within(change.old, 0, stay.old), _within(change.new, 0, stay.new), _STAYING)
        for atom in atoms(change.segments):
            if atom.words is not BREAK:
                _add(writing, _way(atom, old in stay.old, new in stay.new), atom.words)
                continue
            old_ends, new_ends = atom.op is not Op.INSERTED, atom.op is not Op.DELETED
            old, new = old + old_ends, new + new_ends
            old_breaks = old_ends and old in stay.old and old - 1 in stay.old
            new_breaks = new_ends and new in stay.new and new - 1 in stay.new
            if old_breaks or new_breaks:
                writing.end = Way.KEPT if old_breaks and new_breaks else Way.DELETED if old_breaks else Way.INSERTED
                self._put(writing)
                self.old_at += old_breaks
                self.new_at += new_breaks
                self._catch_up(
                    change.old[old].index if old_breaks else self.old_at,
                    change.new[new].index if new_breaks else self.new_at,
                )
                writing = Paragraph(change.new[min(max(new, stay.new.start), stay.new.stop - 1)], place)
            _begin(
                writing,
                self.gap,
                _within(change.old, old, stay.old) if old_ends else None,
                _within(change.new, new, stay.new) if new_ends else None,
                _STAYING,
            )
        self._put(writing)
        self.old_at += 1
        self.new_at += 1

    def _one_end(self, place: int, ways: dict[Op, Way]) -> int:
        """Write a moved change at one of its two places; returns how many provisions of the text that was."""
        change = self.changes[place]
        move, leaving = self.plan.moves[place], ways is _LEAVING
        provisions = change.old if leaving else change.new
        at = 0
        writing = Paragraph(provisions[0], place, move=move, leaving=leaving)
        was, now = change.old, change.new
        old = new = 0
        _begin(writing, self.gap, was[0], now[0], ways)
        for atom in atoms(change.segments):
            if atom.words is not BREAK:
                _add(writing, ways.get(atom.op), atom.words)
                continue
            old_ends, new_ends = atom.op is not Op.INSERTED, atom.op is not Op.DELETED
            old, new = old + old_ends, new + new_ends
            if atom.op in ways:
                at = min(at + 1, len(provisions) - 1)
                writing.end = ways[atom.op]
                self._put(writing)
                writing = Paragraph(provisions[at], place, move=move, leaving=leaving)
            _begin(
                writing,
                self.gap,
                _within(was, old, range(len(was))) if old_ends else None,
                _within(now, new, range(len(now))) if new_ends else None,
                ways,
            )
        writing.end = ways[Op.KEPT]
        self._put(writing)
        return len(provisions)

    def _put(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)


def _within(provisions: tuple[Provision, ...], ordinal: int, wanted: range) -> Provision | None:
    return provisions[ordinal] if ordinal in wanted else None


def _way(atom: Atom, old: bool, new: bool) -> Way | None:
    """Say which way words go, where only some provisions of a change are written at this place."""
    if atom.op is Op.KEPT:
        return Way.KEPT if old and new else Way.DELETED if old else Way.INSERTED if new else None
    return _STAYING[atom.op] if (old if atom.op is Op.DELETED else new) else None


def _begin(paragraph: Paragraph, gap: Gap, old: Provision | None, new: Provision | None, ways: dict[Op, Way]) -> None:
    """Write the labels of the provisions that begin here."""
    was, now = label_of(old, gap) if old else "", label_of(new, gap) if new else ""
    if was and was == now:
        _add(paragraph, ways[Op.KEPT], now)
    elif ways is _STAYING:
        _add(paragraph, Way.DELETED, was)
        _add(paragraph, Way.INSERTED, now)
    else:
        # A label goes with what moves: LibreOffice settles a move and what was deleted beside it one after the other.
        _add(paragraph, ways[Op.KEPT], was if ways is _LEAVING else now)


def _add(paragraph: Paragraph, way: Way | None, words: str) -> None:
    """Write words that went a way; None where they are not of this place."""
    if way is None or not words:
        return
    if paragraph.runs and paragraph.runs[-1].way is way:
        paragraph.runs[-1].words += words
    else:
        paragraph.runs.append(Run(way, words))


def side_of(paragraphs: list[Paragraph], old: bool) -> Iterator[str]:
    """Give the paragraphs of the old text or of the new one, as rejecting or accepting everything leaves them."""
    here = OLD_SIDE if old else NEW_SIDE
    words = ""
    for paragraph in paragraphs:
        words += "".join(run.words for run in paragraph.runs if run.way in here)
        if paragraph.end in here:
            yield words
            words = ""
