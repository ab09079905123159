"""References held against what became of the provisions that they name.

`paragraph 12` that became `paragraph 13`, as the paragraph itself did, only follows; one that still says 12 was left
behind.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from negotiator.comparing.comparison import Change, Comparison
from negotiator.text.provision import Provision
from negotiator.text.references import Reference, State, find_references

Figures = Mapping[str, int]
"""References as the flags read them, in small letters, with how often each is said."""


def following(
    old: Sequence[Provision],
    new: Sequence[Provision],
    changes: Sequence[Change],
    asked: Mapping[int, tuple[Figures, Figures]],
) -> set[int]:
    """Return which of some changes only name the same provisions by their new numbers.

    `asked` has the number of each change with the references that its old side alone has, and its new side alone. What
    points to nothing in its own text, such as the symbol of a resolution, follows nothing.
    """
    before = _Targets(old, {provision.index for number in asked for provision in changes[number].old})
    after = _Targets(new, {provision.index for number in asked for provision in changes[number].new})
    before.stands = {one.index: number for number, change in enumerate(changes) for one in change.old}
    # Of several provisions that one became, only the first can be what a reference to it follows to.
    after.stands = {
        one.index: number if place == 0 else -one.index
        for number, change in enumerate(changes)
        for place, one in enumerate(change.new)
    }
    found = set()
    for number, (lost, gained) in asked.items():
        named = before.named(changes[number].old, lost)
        if (lost or gained) and named is not None and named == after.named(changes[number].new, gained):
            found.add(number)
    return found


class LeftBehind(NamedTuple):
    """A reference that kept its number while what it named got another one, or went."""

    reference: Reference
    """As it stands in the new text."""
    named: int
    """The index of the old provision that it named."""
    now: int | None
    """The index of the new provision which that became, the first of several; None where it was deleted."""


def left_behind(comparison: Comparison) -> Iterator[LeftBehind]:
    """Give the references of the new text that were not carried over when the numbers changed."""
    became = {old.index: [new.index for new in change.new] for change in comparison.changes for old in change.old}
    of_old: dict[int, list[Reference]] = defaultdict(list)
    of_new: dict[int, list[Reference]] = defaultdict(list)
    for text, found in ((comparison.old.provisions, of_old), (comparison.new.provisions, of_new)):
        for reference in find_references(text):
            if reference.state is not State.ELSEWHERE:
                found[reference.provision].append(reference)
    for change in comparison.changes:
        before = [each for old in change.old for each in of_old[old.index]]
        after = [each for new in change.new for each in of_new[new.index]]
        # Where references came or went, each is held against all that were there.
        beside = [[each] for each in before] if len(before) == len(after) else [before] * len(after)
        carried = {place for each in before if each.target is not None for place in became[each.target]}
        for reference, candidates in zip(after, beside, strict=True):
            alike = (each for each in candidates if (each.words, each.wanted) == (reference.words, reference.wanted))
            named = next((each.target for each in alike if each.target is not None), None)
            known = became[named] if named is not None and len(before) == len(after) else carried
            if named is not None and reference.target not in known:
                yield LeftBehind(reference, named, became[named][0] if became[named] else None)


class _Targets:
    """Where the references of one text lead."""

    def __init__(self, text: Sequence[Provision], among: Set[int]) -> None:
        self.stands: dict[int, int] = {}
        """The number of the change in which each provision stands."""
        self._text = text
        self._of: dict[int, list[Reference]] = defaultdict(list)
        for reference in find_references(text, among):
            self._of[reference.provision].append(reference)

    def named(self, provisions: Sequence[Provision], figures: Figures) -> list[int | str] | None:
        """Return in which changes the provisions stand that the references of some provisions name, in order, or what
        they say where they name none; None where one of the figures is not said as often by such as name one."""
        found: list[int | str] = []
        explained: Counter[str] = Counter()
        for provision in provisions:
            for reference in self._of[provision.index]:
                if reference.state is not State.FOUND or reference.target is None:
                    found.append(reference.words.lower())
                    continue
                found.append(self.stands[reference.target])
                printed = provision.text[reference.start : reference.end].lower()
                explained.update({printed, reference.words.lower()})
        return found if all(explained[figure] >= times for figure, times in figures.items()) else None
