"""Provisions that became part of a pair: what they say stands in the pair, and nothing else there explains it."""

from collections.abc import Sequence

from negotiator.comparing.evidence import UNIT, Evidence
from negotiator.comparing.likeness import SMOOTH
from negotiator.comparing.links import Links

REACH = 4
"""How many provisions away the pair may stand."""
ADDED = 0.4
"""Share of the free provision that must stand in the other text and in none of the pair's own."""
LEAST = 1.0
"""Rare word pairs that must be in common."""
FAR = 0.05
"""What each provision in between takes from that share."""


def attach(evidence: Evidence, links: Links) -> None:
    """Link free provisions to neighbouring pairs that swallowed them or gave them off."""
    _attach(links.of_old, links.of_new, evidence.old, evidence.new, evidence, links, False)
    _attach(links.of_new, links.of_old, evidence.new, evidence.old, evidence, links, True)


def _attach(
    here: Sequence[list[int]],
    there: Sequence[list[int]],
    features_here: dict[int, frozenset[int]],
    features_there: dict[int, frozenset[int]],
    evidence: Evidence,
    links: Links,
    mirrored: bool,
) -> None:
    found = []
    for free in [k for k, partners in enumerate(here) if not partners]:
        best = (0.0, -1)
        for distance in range(1, REACH + 1):
            for near in (free - distance, free + distance):
                if not 0 <= near < len(here):
                    continue
                for host in here[near]:
                    if host not in features_there:
                        continue
                    taken: frozenset[int] = frozenset().union(
                        *(features_here[k] for k in there[host] if k in features_here)
                    )
                    own = features_here[free] - taken
                    common = evidence.mass(own & features_there[host]) / UNIT
                    share = common / (evidence.mass(own) / UNIT + SMOOTH) - FAR * (distance - 1)
                    if common >= LEAST and share >= ADDED and share > best[0]:
                        best = (share, host)
        if best[1] >= 0:
            found.append((free, best[1]))
    for free, host in found:
        if mirrored:
            links.add(host, free)
        else:
            links.add(free, host)
