"""References held against what became of the provisions that they name.

`paragraph 12` that became `paragraph 13`, as the paragraph itself did, only follows; one that still says 12 was left
behind.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from negotiator.comparing.comparison import Change, Comparison
from negotiator.comparing.flags import References
from negotiator.text.provision import Provision
from negotiator.text.references import Reference, State, find_references

_ByProvision = Mapping[int, Sequence[Reference]]
"""The references of one text, by the index of the provision in which they stand."""


def following(
    old: Sequence[Provision], new: Sequence[Provision], changes: Sequence[Change], asked: Mapping[int, References]
) -> set[int]:
    """Return which of some changes only name the same provisions by their new numbers.

    `asked` has the number of each change with its references, in small letters, that only one side has. What points to
    nothing in its own text, such as the symbol of a resolution, follows nothing.
    """
    before = _by_provision(old, {provision.index for number in asked for provision in changes[number].old})
    after = _by_provision(new, {provision.index for number in asked for provision in changes[number].new})
    stood = {one.index: number for number, change in enumerate(changes) for one in change.old}
    # Of several provisions that one became, only the first can be what a reference to it follows to.
    stands = {
        one.index: number if place == 0 else -one.index
        for number, change in enumerate(changes)
        for place, one in enumerate(change.new)
    }
    found = set()
    for number, (lost, gained) in asked.items():
        named = _named(changes[number].old, before, stood, lost)
        if (lost or gained) and named is not None and named == _named(changes[number].new, after, stands, gained):
            found.add(number)
    return found


def _by_provision(text: Sequence[Provision], among: Set[int] | None = None) -> _ByProvision:
    found: dict[int, list[Reference]] = defaultdict(list)
    for reference in find_references(text, among):
        found[reference.provision].append(reference)
    return found


def _named(
    provisions: Sequence[Provision], references: _ByProvision, stands: Mapping[int, int], figures: Mapping[str, int]
) -> list[int | str] | None:
    """Return in which changes the provisions stand that the references of some provisions name, in order, or what they
    say where they name none; None where one of the figures is not said as often by such as name one."""
    found: list[int | str] = []
    explained: Counter[str] = Counter()
    for provision in provisions:
        for reference in references.get(provision.index, ()):
            if reference.state is not State.FOUND or reference.target is None:
                found.append(reference.words.lower())
                continue
            found.append(stands[reference.target])
            printed = provision.text[reference.start : reference.end].lower()
            explained.update({printed, reference.words.lower()})
    return found if all(explained[figure] >= times for figure, times in figures.items()) else None


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
    of_old, of_new = _by_provision(comparison.old.provisions), _by_provision(comparison.new.provisions)
    for change in comparison.changes:
        before, after = _inner(change.old, of_old), _inner(change.new, of_new)
        paired = len(before) == len(after)
        # Where references came or went, each is held against all that were there.
        carried = {place for each in before if each.target is not None for place in became[each.target]}
        for place, reference in enumerate(after):
            candidates = before[place : place + 1] if paired else before
            alike = (each for each in candidates if (each.words, each.wanted) == (reference.words, reference.wanted))
            named = next((each.target for each in alike if each.target is not None), None)
            if named is not None and reference.target not in (became[named] if paired else carried):
                yield LeftBehind(reference, named, became[named][0] if became[named] else None)


def _inner(provisions: Sequence[Provision], references: _ByProvision) -> list[Reference]:
    """Return the references of some provisions that do not name another instrument."""
    found = (each for provision in provisions for each in references.get(provision.index, ()))
    return [each for each in found if each.state is not State.ELSEWHERE]
