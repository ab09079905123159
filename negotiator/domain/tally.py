"""How many support a paragraph and how many oppose it: each State once, and on what basis.

A State's own word beats what it joined, and that beats what a group said for it; of two of the same basis the later one
holds. Who dissociates from a statement is not counted with it. Where a group's speaker gave only a number, as in “27 of
28”, nobody knows who stood apart: the count is then given from the least to the most that it can be.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.entry import Entry, Position
from negotiator.i18n import N_


class Basis(StrEnum):
    """Whose word it is that counts for a State."""

    OWN = "own"
    ALIGNED = "aligned"
    GROUP = "group"


BASES = {
    Basis.OWN: N_("own word"),
    Basis.ALIGNED: N_("aligned with {group}"),
    Basis.GROUP: N_("{group} for it"),
}
"""What people read for each basis."""

_RANK = {Basis.GROUP: 0, Basis.ALIGNED: 1, Basis.OWN: 2}


@dataclass(frozen=True, slots=True)
class Stand:
    """What one State is counted for."""

    stakeholder: str
    """Code of the State."""
    position: Position
    """What it is counted for."""
    basis: Basis
    """Whose word that is."""
    group: str
    """Code of the group or delegation whose word it is; empty for its own."""
    entry: str
    """What people call the entry, such as `R3-12`."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many hold a position."""

    position: Position
    """The position."""
    stands: tuple[Stand, ...]
    """Everybody who is counted for it, or may be."""
    least: int
    """How many there are at least."""
    most: int
    """How many there are at most; more than `least` where a speaker did not name who stood apart."""
    others: tuple[str, ...] = ()
    """Codes of those who hold it and are no States: observers, organizations."""

    @property
    def figure(self) -> str:
        """The number, such as `27`, or from the least to the most: `26–27`."""
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"

    def by(self, basis: Basis) -> int:
        """How many are counted on a basis."""
        return sum(1 for each in self.stands if each.basis is basis)


IsState = Callable[[str], bool]
"""Says whether a code is that of a State."""


def tally(entries: Sequence[Entry], path: str, is_state: IsState) -> tuple[Count, ...]:
    """Count who holds what on the paragraph at a path; the entries are in the order in which things were said."""
    stands: dict[str, Stand] = {}
    leaders = _spoken_for(entry for entry in entries if entry.on(path))
    gone = _dissociated(entries, path)
    for entry in entries:
        if not entry.on(path) and not (entry.aligned and not entry.places):
            continue
        for stand in _stands(entry, leaders):
            if stand.group and stand.group in gone.get(stand.stakeholder, ()):
                continue
            held = stands.get(stand.stakeholder)
            if held is None or _RANK[stand.basis] >= _RANK[held.basis]:
                stands[stand.stakeholder] = stand
    apart = _unnamed(entries, path, gone, stands)
    return tuple(
        count
        for position in Position
        if (count := _count(position, list(stands.values()), apart, is_state)).most or count.others
    )


def _stands(entry: Entry, leaders: dict[str, Entry]) -> Iterable[Stand]:
    position = entry.position
    if entry.behalf is not None:
        if position is not None:
            group = ", ".join(entry.behalf.groups) or entry.speaker
            spoken_for = dict.fromkeys((entry.speaker, *entry.behalf.states))
            for code in spoken_for:
                yield Stand(code, position, Basis.GROUP, group, entry.code)
    elif position is not None:
        yield Stand(entry.speaker, position, Basis.OWN, "", entry.code)
    else:
        for code in entry.aligned:
            leader = leaders.get(code)
            if leader is not None and leader.position is not None:
                yield Stand(entry.speaker, leader.position, Basis.ALIGNED, code, leader.code)


def _spoken_for(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return the last statement with a position on the paragraph, by whose it was: a group's or a delegation's."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.position is not None:
            for code in (entry.speaker, *(entry.behalf.groups if entry.behalf else ())):
                found[code] = entry
    return found


def _dissociated(entries: Sequence[Entry], path: str) -> dict[str, set[str]]:
    """Return from whose statement each dissociates itself on the paragraph, or on everything."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.apart and (entry.on(path) or not entry.places):
            found.setdefault(entry.speaker, set()).update(entry.apart)
    return found


def _unnamed(
    entries: Sequence[Entry], path: str, gone: dict[str, set[str]], stands: dict[str, Stand]
) -> dict[str, tuple[int, int]]:
    """Return by entry how many of those still counted for it stood apart: at least and at most.

    Who spoke for itself, or dissociated itself, may be the one who was not named.
    """
    found: dict[str, tuple[int, int]] = {}
    for entry in entries:
        if entry.behalf is None or not entry.behalf.unnamed or not entry.on(path):
            continue
        still = sum(1 for code in entry.behalf.states if (held := stands.get(code)) and held.entry == entry.code)
        left = len(entry.behalf.states) - still
        openly = sum(1 for code in entry.behalf.states if gone.get(code, set()) & set(entry.behalf.groups))
        missing = entry.behalf.unnamed - openly
        found[entry.code] = (max(0, missing - (left - openly)), max(0, min(missing, still)))
    return found


def _count(position: Position, stands: list[Stand], apart: dict[str, tuple[int, int]], is_state: IsState) -> Count:
    held = sorted((each for each in stands if each.position is position), key=lambda each: each.stakeholder)
    states = tuple(each for each in held if is_state(each.stakeholder))
    entries = {each.entry for each in states if each.basis is Basis.GROUP}
    fewest = sum(apart[entry][0] for entry in entries if entry in apart)
    most = sum(apart[entry][1] for entry in entries if entry in apart)
    others = tuple(each.stakeholder for each in held if not is_state(each.stakeholder))
    return Count(position, states, max(0, len(states) - most), max(0, len(states) - fewest), others)
