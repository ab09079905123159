"""References that only follow their target: `paragraph 12` that became `paragraph 13`, as the paragraph itself did."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from negotiator.comparing.comparison import Change
from negotiator.text.provision import Provision
from negotiator.text.references import Reference, State, find_references

Figures = Set[str]
"""References as the flags read them, in small letters."""


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
    for number, change in enumerate(changes):
        before.stands.update((provision.index, number) for provision in change.old)
        after.stands.update((provision.index, number) for provision in change.new)
    found = set()
    for number, (lost, gained) in asked.items():
        named = before.named(changes[number].old, lost)
        if named is not None and named == after.named(changes[number].new, gained):
            found.add(number)
    return found


class _Targets:
    """Where the references of one text lead."""

    def __init__(self, text: Sequence[Provision], among: Set[int]) -> None:
        self.stands: dict[int, int] = {}
        """The number of the change in which each provision stands."""
        self._text = text
        self._of: dict[int, list[Reference]] = defaultdict(list)
        for reference in find_references(text, among):
            self._of[reference.provision].append(reference)

    def named(self, provisions: Sequence[Provision], figures: Figures) -> Counter[int] | None:
        """Count in which changes the provisions stand that the references of some provisions name; None where one of
        the figures names none."""
        found: Counter[int] = Counter()
        explained: set[str] = set()
        for provision in provisions:
            for reference in self._of[provision.index]:
                if reference.state is State.FOUND and reference.target is not None:
                    found[self.stands[reference.target]] += 1
                    explained |= {provision.text[reference.start : reference.end].lower(), reference.words.lower()}
        return found if figures <= explained else None
