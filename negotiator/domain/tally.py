"""How many support a paragraph and how many oppose it: each State once, and on what basis.

A State's own word beats what it joined, and that beats what a group said for it; of two of the same basis the later one
holds. Who dissociates from a statement is not counted with it. Where a group's speaker gave only a number, as in “27 of
28”, nobody knows who stood apart: the count is then given from the least to the most that it can be.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.entry import Entry, Position
from negotiator.i18n import _


class Basis(StrEnum):
    """Whose word it is that counts for a State."""

    OWN = "own"
    ALIGNED = "aligned"
    GROUP = "group"


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
class Share:
    """For how many one group spoke."""

    group: str
    """Code of the group, or of the delegation that spoke for a list of States."""
    least: int
    """For how many at least."""
    most: int
    """For how many at most."""

    @property
    def figure(self) -> str:
        """The number, or from the least to the most."""
        return _figure(self.least, self.most)


def _figure(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}–{most}"


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
    shares: tuple[Share, ...] = ()
    """How many of them each group or delegation spoke for."""

    @property
    def figure(self) -> str:
        """The number, such as `27`, or from the least to the most: `26–27`."""
        return _figure(self.least, self.most)

    def by(self, basis: Basis) -> int:
        """How many are counted on a basis."""
        return sum(1 for each in self.stands if each.basis is basis)

    def basis(self) -> str:
        """Say whose word is counted, such as “1 own, 26 for GROUP-X, 2 aligned with GROUP-X”."""
        told = [_("{n} own", n=own)] if (own := self.by(Basis.OWN)) else []
        told += [_("{n} for {group}", n=share.figure, group=share.group) for share in self.shares]
        joined = [each.group for each in self.stands if each.basis is Basis.ALIGNED]
        told += [_("{n} aligned with {group}", n=joined.count(group), group=group) for group in dict.fromkeys(joined)]
        return ", ".join(told)


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
    shares = _nameless(entries, path, sum(1 for code in stands if is_state(code)))
    return tuple(
        count
        for position in Position
        if (count := _count(position, list(stands.values()), apart, shares, is_state)).most or count.others
    )


def _stands(entry: Entry, leaders: dict[str, Entry]) -> Iterable[Stand]:
    position = entry.position
    if entry.behalf is not None:
        if position is not None and not _is_nameless(entry):
            group = ", ".join(entry.behalf.groups) or entry.speaker
            for code in dict.fromkeys((entry.speaker, *entry.behalf.states)):
                if code in entry.behalf.groups:
                    continue  # the delegation of the group itself is no member of it
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


def _is_nameless(entry: Entry) -> bool:
    """Say whether it is for a number of States of which not one is known: the members of the group are not stored."""
    return entry.behalf is not None and not entry.behalf.states and entry.behalf.number > 0


def _nameless(entries: Sequence[Entry], path: str, named: int) -> list[tuple[Position, Share]]:
    """Return the last word of each group of which only a number is known.

    Whoever is counted by name may be one of them, so that their number is at least what remains without all of these.
    """
    last = {
        entry.behalf.groups: entry
        for entry in entries
        if entry.behalf is not None and entry.position is not None and entry.on(path) and _is_nameless(entry)
    }
    return [
        (entry.position, Share(", ".join(groups), max(0, entry.behalf.number - named), entry.behalf.number))
        for groups, entry in last.items()
        if entry.behalf is not None and entry.position is not None
    ]


def _count(
    position: Position,
    stands: list[Stand],
    apart: dict[str, tuple[int, int]],
    nameless: list[tuple[Position, Share]],
    is_state: IsState,
) -> Count:
    held = sorted((each for each in stands if each.position is position), key=lambda each: each.stakeholder)
    states = tuple(each for each in held if is_state(each.stakeholder))
    shares: dict[str, tuple[int, int]] = {}
    for entry in dict.fromkeys(each.entry for each in states if each.basis is Basis.GROUP):
        spoken_for = [each for each in states if each.basis is Basis.GROUP and each.entry == entry]
        fewest, most = apart.get(entry, (0, 0))
        group = spoken_for[0].group
        least_before, most_before = shares.get(group, (0, 0))
        number = len(spoken_for)
        shares[group] = (least_before + max(0, number - most), most_before + max(0, number - fewest))
    alone = sum(1 for each in states if each.basis is not Basis.GROUP)
    told = [Share(group, *figures) for group, figures in shares.items()]
    told += [share for held_by, share in nameless if held_by is position]
    return Count(
        position,
        states,
        alone + sum(share.least for share in told),
        alone + sum(share.most for share in told),
        tuple(each.stakeholder for each in held if not is_state(each.stakeholder)),
        tuple(told),
    )
