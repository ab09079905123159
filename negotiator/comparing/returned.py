"""What a returned file proposes: each change that somebody made, what kind it is, and whether the text still has it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Change, ChangeKind, Comparison, Op, Side
from negotiator.comparing.remarks import Remark, Said, said_in
from negotiator.text.provision import Provision
from negotiator.text.tokens import fold, pieces


class Proposed(StrEnum):
    """What is proposed, as tables of proposals write it."""

    ADD = "ADD"
    MOD = "MOD"
    EDITORIAL = "(MOD)"
    SUP = "SUP"
    MOVED = "moved"
    POSITION = "position"
    """A view, without a change of words that could be told."""


class Fit(StrEnum):
    """Whether a change can still be made in the text it is to be made in."""

    APPLIES = "applies"
    CHANGED = "changed"
    """The words that it changes are others there."""
    GONE = "gone"
    """The provision is not there any more."""
    DONE = "done"
    """The text says so already."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change, as far as it matters whose it is."""

    author: str
    """Who made it, as the file says."""
    date: str
    """When, as the file says."""
    line: int
    """Its paragraph in the file, from 1."""
    gone: bool
    """Whether it takes words away, so that only the text before has them."""


@dataclass(frozen=True, slots=True)
class Item:
    """One change that a returned file proposes."""

    proposed: Proposed
    """What kind of change it is."""
    place: Provision | None
    """The provision of the wanted text that it changes, or after which it adds; None where there is none."""
    based_on: Provision | None
    """The same in the text on which the file was made; None before the first provision."""
    old: str
    """The words of the provision, or the words that a comment is on, before the change; empty where it adds."""
    new: str
    """The words after it; empty where it deletes or where only a view is given."""
    label: str
    """The label that an added provision bears in the file; may be empty."""
    authors: tuple[str, ...]
    """Who made it, as the file says."""
    dates: tuple[str, ...]
    """When, as the file says, the earliest first."""
    remarks: tuple[Remark, ...]
    """The comments that go with it."""
    fit: Fit
    """Whether it can still be made in the wanted text."""
    words: str = ""
    """What a view says, where it proposes no words."""


def plan_items(
    base: Side, returned: Side, wanted: Side, marks: Sequence[Mark], remarks: Sequence[Remark]
) -> tuple[tuple[Item, ...], int]:
    """Return what a file proposes, in the order of its text, and how many of its marks change no words of a provision.

    `base` is the file with its changes rejected, `returned` with them accepted, `wanted` the draft to be changed.
    """
    onward = _Onward(compare(base, wanted))
    made = [change for change in compare(base, returned).changes if _differs(change)]
    spoken = [(remark, _at(base if remark.before else returned, remark.line)) for remark in remarks]
    items: list[tuple[int, Item]] = []
    used: set[int] = set()
    placed: set[int] = set()
    for change in made:
        here = [
            place
            for place, mark in enumerate(marks)
            if _at(base if mark.gone else returned, mark.line) in _side(change, mark.gone)
        ]
        placed.update(here)
        own = [marks[place] for place in here]
        authors = tuple(dict.fromkeys(mark.author for mark in own if mark.author))
        with_it = [
            place
            for place, (remark, at) in enumerate(spoken)
            if at is not None
            and at in _side(change, remark.before)
            and said_in(remark).action is None
            and (remark.author in authors or not authors)
        ]
        used.update(with_it)
        dates = tuple(sorted({mark.date for mark in own if mark.date}))
        kept = tuple(spoken[place][0] for place in with_it)
        items.append((_line(change), _item(change, base, returned, onward, authors, dates, kept)))
    for place, (remark, at) in enumerate(spoken):
        if place not in used:
            before = at if remark.before else _before(at, base, returned)
            items.append((remark.line, _view(remark, before, onward)))
    return tuple(item for _line_of, item in sorted(items, key=lambda each: each[0])), len(marks) - len(placed)


def alike(text: Side, draft: Side) -> float:
    """Return which share of the provisions of a text stands word for word in a draft, from 0 to 1."""
    words = [_normal(each.text) for each in text.provisions if each.text.strip()]
    there = {_normal(each.text) for each in draft.provisions}
    # Only what neither has doubtless come from elsewhere; a longer draft than the text is no better a match.
    most = max(len(words), sum(bool(each.text.strip()) for each in draft.provisions), 1)
    return sum(each in there for each in words) / most


def _differs(change: Change) -> bool:
    if change.counted_as not in ("same", "renumbered"):
        return True
    return any(segment.old != segment.new for segment in change.segments)


def _item(
    change: Change,
    base: Side,
    returned: Side,
    onward: "_Onward",
    authors: tuple[str, ...],
    dates: tuple[str, ...],
    remarks: tuple[Remark, ...],
) -> Item:
    old, new = "\n".join(each.text for each in change.old), "\n".join(each.text for each in change.new)
    at = change.old[0] if change.old else _before(change.new[0], base, returned)
    proposed = _kind(change, old, new)
    place = onward.to(at)
    fit = onward.fit_of(change, at, new)
    label = change.new[0].label if proposed is Proposed.ADD else ""
    return Item(proposed, place, at, old, new, label, authors, dates, remarks, fit)


def _kind(change: Change, old: str, new: str) -> Proposed:
    if change.kind is ChangeKind.INSERTED:
        return Proposed.ADD
    if change.kind is ChangeKind.DELETED:
        return Proposed.SUP
    if _bare(old) == _bare(new):
        return Proposed.MOVED if change.moved else Proposed.EDITORIAL
    return Proposed.MOD


def _view(remark: Remark, at: Provision | None, onward: "_Onward") -> Item:
    """Read a comment as what it asks for: all or some words deleted, words added or replaced, or a view only."""
    said: Said = said_in(remark)
    whole = at.text if at is not None else ""
    on = _normal(remark.anchor)  # with the typed number, where the whole paragraph is marked
    narrow = remark.anchor if on and _normal(whole) not in on else ""
    old = said.old or narrow or whole
    match said.action:
        case "delete":
            proposed = Proposed.MOD if (said.old or narrow) and _normal(old) != _normal(whole) else Proposed.SUP
        case "add":
            proposed = Proposed.MOD if narrow else Proposed.ADD
        case "replace":
            proposed = Proposed.MOD
        case _:
            proposed = Proposed.POSITION
    new = f"{narrow} {said.new}" if said.action == "add" and narrow else said.new
    place = onward.to(at)
    if at is not None and place is None:
        fit = Fit.GONE
    elif proposed is Proposed.ADD or place is None or _normal(old) in _normal(place.text):
        fit = Fit.APPLIES
    else:
        fit = Fit.CHANGED
    kept_old = "" if proposed is Proposed.ADD else old
    dates = (remark.date,) if remark.date else ()
    authors = (remark.author,) if remark.author else ()
    return Item(proposed, place, at, kept_old, new, "", authors, dates, (remark,), fit, said.words)


class _Onward:
    """What became of the provisions of the base in the wanted text."""

    def __init__(self, comparison: Comparison) -> None:
        self._changes = {old.index: change for change in comparison.changes for old in change.old}
        self._texts = {_normal(each.text) for each in comparison.new.provisions}

    def to(self, at: Provision | None) -> Provision | None:
        """Return the provision that one of the base has become."""
        change = self._changes.get(at.index) if at is not None else None
        if change is None or at is None or not change.new:
            return None
        return max(change.new, key=lambda each: _shared(at.text, each.text))

    def fit_of(self, change: Change, at: Provision | None, new: str) -> Fit:
        """Say whether a change can still be made, word by word."""
        place = self.to(at)
        if not change.old:
            if _normal(new) in self._texts:
                return Fit.DONE
            return Fit.APPLIES if place is not None or at is None else Fit.GONE
        if place is None:
            return Fit.DONE if not change.new else Fit.GONE
        there = _normal("\n".join(each.text for old in change.old for each in self._new_of(old)))
        if _normal("\n".join(old.text for old in change.old)) in there:
            return Fit.APPLIES
        if change.new and _normal(new) in there:
            return Fit.DONE
        if not change.new:
            return Fit.CHANGED
        return Fit.APPLIES if all(span in there for span in _spans(change)) else Fit.CHANGED

    def _new_of(self, old: Provision) -> tuple[Provision, ...]:
        change = self._changes.get(old.index)
        return change.new if change else ()


def _spans(change: Change) -> list[str]:
    """Return the words that must still stand for a change of words: those taken out, with a few around them."""
    spans = []
    segments = change.segments
    place = 0
    while place < len(segments):
        if segments[place].op is Op.KEPT:
            place += 1
            continue
        end = place
        while end < len(segments) and segments[end].op is not Op.KEPT:
            end += 1
        before = _words(segments[place - 1].old)[-2:] if place else []
        after = _words(segments[end].old)[:2] if end < len(segments) else []
        taken = [word for each in segments[place:end] if each.op is Op.DELETED for word in _words(each.old)]
        spans.append(" ".join([*before, *taken, *after]))
        place = end
    return spans


def _words(text: str) -> list[str]:
    return [folded for folded in (fold(piece).strip() for piece in pieces(text)) if folded]


def _normal(text: str) -> str:
    """Reduce words to what counts when they are looked for: no layout, no typography."""
    return " ".join(_words(text))


def _bare(text: str) -> str:
    """Reduce words to what is left when case, punctuation and spaces do not count."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _shared(one: str, other: str) -> int:
    return len(set(_words(one)) & set(_words(other)))


def _side(change: Change, before: bool) -> tuple[Provision, ...]:
    return change.old if before else change.new


def _line(change: Change) -> int:
    return (change.new or change.old)[0].line


def _at(side: Side, line: int) -> Provision | None:
    """Return the last provision that begins at or above a paragraph."""
    above = [each for each in side.provisions if each.line <= line]
    return max(above, key=lambda each: (each.line, each.index)) if above else None


def _before(at: Provision | None, base: Side, returned: Side) -> Provision | None:
    """Return the provision of the base that stands where one of the returned text does, else the last one above."""
    if at is None:
        return None
    same = next((each for each in base.provisions if each.line == at.line), None)
    return same or _at(base, at.line)
