"""Provisions that became part of a pair: what they say stands in the pair, and nothing else there explains it.

The constants are a logistic regression like that of `likeness`, over the free provisions near a pair.
"""

from collections.abc import Callable, Iterator, Sequence
from math import log1p
from typing import NamedTuple

from negotiator.comparing.evidence import UNIT, Evidence
from negotiator.comparing.likeness import SMOOTH
from negotiator.comparing.links import Links
from negotiator.comparing.units import Units

REACH = 5
"""How many provisions away the pair may stand."""
BIAS = -5.9
"""A provision near a pair, nothing else known."""
COMMON = 2.9
"""Per natural logarithm of one more rare word pair that only this provision explains."""
CONTAINED = 4.6
"""All that the provision has of its own stands in the pair's other side."""
COVERED = -1.8
"""All of its words stand in the pair's own side already: a twin, not a part."""
FURTHER = -1.2
"""For each provision in between."""
FAMILY = 2.7
"""One is the chapeau of the other: a list folded into a sentence, or a sentence unfolded."""
SEVERAL = 1.3
"""The pair has several members already."""
SURE = 5.0
"""Odds of a provision that fills the room which the other side of the pair has more."""
WHOLE, LOOSE = 0.9, 0.15
"""So much of its weight must stand there, and by so much of its length may the room be off."""
ROUNDS = 6
"""A group grows by at most one ring of neighbours a round; more rounds than this found nothing on any text."""


class _Half(NamedTuple):
    """One text, seen from the other."""

    units: Units
    partners: Sequence[list[int]]
    features: dict[int, frozenset[int]]
    mass: Callable[[int], int]
    """The weight of a provision, in thousandths."""


def attach(old: Units, new: Units, evidence: Evidence, links: Links) -> None:
    """Link free provisions to neighbouring pairs that swallowed them or gave them off."""
    half_old = _Half(old, links.of_old, evidence.old, evidence.mass_old)
    half_new = _Half(new, links.of_new, evidence.new, evidence.mass_new)
    for _ in range(ROUNDS):
        merged = list(_swallowed(half_old, half_new, evidence))
        split = list(_swallowed(half_new, half_old, evidence))
        for i, j in merged:
            links.add(i, j)
        for j, i in split:
            if not links.of_new[j]:
                links.add(i, j)
        if not merged and not split:
            return


def _swallowed(here: _Half, there: _Half, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Give each free provision with the one on the other side that most likely swallowed it."""
    for free, partners in enumerate(here.partners):
        if partners or free not in here.features:
            continue
        best = (0.0, -1)
        for host, distance in sorted(_hosts(here, there, free).items()):
            odds = _odds(here, there, free, host, distance, evidence)
            if odds > best[0]:
                best = (odds, host)
        if best[1] >= 0:
            yield free, best[1]


def _hosts(here: _Half, there: _Half, free: int) -> dict[int, int]:
    """Return the partners of the neighbours of a free provision, with how far away the nearest is."""
    hosts: dict[int, int] = {}
    for distance in range(1, REACH + 1):
        for near in (free - distance, free + distance):
            if 0 <= near < len(here.partners):
                for host in here.partners[near]:
                    if host in there.features:
                        hosts.setdefault(host, distance)
    return hosts


def _odds(here: _Half, there: _Half, free: int, host: int, distance: int, evidence: Evidence) -> float:
    mates = there.partners[host]
    if distance == 1 and _fills_room(here, there, free, host, mates, evidence):
        return SURE
    own = here.features[free].difference(*(here.features[mate] for mate in mates if mate in here.features))
    shared = own & there.features[host]
    if not shared:
        return BIAS
    common, mass, whole = evidence.mass(shared) / UNIT, evidence.mass(own) / UNIT, here.mass(free) / UNIT
    parent = here.units.provisions[free].parent
    family = any(mate == parent or here.units.provisions[mate].parent == free for mate in mates)
    odds = BIAS + COMMON * log1p(common) + CONTAINED * common / (mass + SMOOTH) + COVERED * (whole - mass) / (whole + 1)
    return round(odds + FURTHER * (distance - 1) + FAMILY * family + SEVERAL * (len(mates) > 1), 3)


def _fills_room(here: _Half, there: _Half, free: int, host: int, mates: Sequence[int], evidence: Evidence) -> bool:
    """Whether a provision that says nearly what its neighbour says, too, stands in the host as a second copy: all of it
    is there, and the host is longer than the neighbour by as much."""
    size = here.units.sizes[free]
    room = there.units.sizes[host] - sum(here.units.sizes[mate] for mate in mates)
    if abs(room - size) > LOOSE * size:
        return False
    return evidence.mass(here.features[free] & there.features[host]) >= WHOLE * here.mass(free)
