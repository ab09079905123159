"""Provisions that belong together wherever they stand, found through the rare words that only they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from negotiator.comparing.evidence import UNIT, Evidence
from negotiator.comparing.links import Links
from negotiator.comparing.units import is_inner_pair

RARE = 12
"""A feature found in more provisions than this points at nothing."""
CANDIDATES = 4
"""How many provisions a provision is weighed against, those with most rare features in common."""
MARGIN = 1.15
"""The best candidate must have this much more in common than the second, else it is one of a family."""
Ranks = list[tuple[int, int]]
"""(common weight, minus the index) of candidates, the best last in doubt the later one."""


def find_kin(evidence: Evidence, links: Links) -> list[tuple[int, int]]:
    """Return free pairs that are each other's best, clearly, and strongly alike.

    A linked provision is a rival as long as its own link is no better.
    """
    bound_old = {
        i: _bound(evidence.common(i, j) for j in links.of_old[i]) for i in _loose(evidence.old, links.firm_old)
    }
    bound_new = {
        j: _bound(evidence.common(i, j) for i in links.of_new[j]) for j in _loose(evidence.new, links.firm_new)
    }
    holders: dict[int, list[int]] = defaultdict(list)
    for j in bound_new:
        for feature in evidence.new[j]:
            if evidence.df[feature] <= RARE and is_inner_pair(feature):
                holders[feature].append(j)
    of_old: dict[int, Ranks] = {}
    of_new: dict[int, Ranks] = defaultdict(list)
    for i, bound in bound_old.items():
        shared: Counter[int] = Counter()
        for feature in evidence.old[i] & holders.keys():
            weight = evidence.weights[feature]
            for j in holders[feature]:
                shared[j] += weight
        nearest = sorted((-weight, j) for j, weight in shared.items())[:CANDIDATES]
        weighed = [(evidence.common(i, j), -j) for _, j in nearest]
        of_old[i] = sorted((rank for rank in weighed if rank[0] > max(bound, bound_new[-rank[1]])), reverse=True)
        for common, minus_j in of_old[i]:
            of_new[-minus_j].append((common, -i))
    for ranks in of_new.values():
        ranks.sort(reverse=True)
    found = []
    for i, ranks in of_old.items():
        if not ranks or links.of_old[i]:
            continue
        common, j = ranks[0][0], -ranks[0][1]
        rivals = of_new[j]
        if -rivals[0][1] != i or links.of_new[j]:
            continue
        second = max([*(rank[0] for rank in ranks[1:2]), *(rank[0] for rank in rivals[1:2]), 0])
        if common >= MARGIN * second and strong(common, evidence.mass_old(i), evidence.mass_new(j)):
            found.append((i, j))
    return found


def _loose(here: Iterable[int], firm: set[int]) -> list[int]:
    """Return the provisions that are free, or linked less than firmly."""
    return [index for index in sorted(here) if index not in firm]


def _bound(weights: Iterable[int]) -> int:
    return max(weights, default=0)


def strong(common: int, mass_old: int, mass_new: int) -> bool:
    """Whether so much in common is no chance, wherever the two stand."""
    if common < 4 * UNIT:
        return False
    dice = 2 * common / (mass_old + mass_new)
    contained = common / min(mass_old, mass_new)
    return dice >= 0.36 or contained >= 0.6 or (contained >= 0.4 and common >= 8 * UNIT)
