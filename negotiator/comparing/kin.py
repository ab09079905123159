"""Provisions that belong together wherever they stand, found through the rare words that only they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from negotiator.comparing.evidence import UNIT, Evidence
from negotiator.comparing.links import Links

RARE = 12
"""A feature found in more provisions than this points at nothing."""
CANDIDATES = 4
"""How many provisions a provision is weighed against, those with most rare features in common."""
MARGIN = 1.15
"""The best candidate must have this much more in common than the second, else it is one of a family."""


def find_kin(evidence: Evidence, links: Links) -> list[tuple[int, int, int]]:
    """Return (common weight, old, new) of free pairs that are each other's best, clearly, and strongly alike.

    A linked provision is a rival as long as its own link is no better.
    """
    old, new = sorted(evidence.old), sorted(evidence.new)
    bound_old = {i: _strongest(evidence.common(i, j) for j in links.of_old[i] if j in evidence.new) for i in old}
    bound_new = {j: _strongest(evidence.common(i, j) for i in links.of_new[j] if i in evidence.old) for j in new}
    holders: dict[int, list[int]] = defaultdict(list)
    for j in new:
        for feature in evidence.new[j]:
            if evidence.is_pair(feature) and evidence.df[feature] <= RARE:
                holders[feature].append(j)
    ranked_old: dict[int, list[tuple[int, int]]] = {}
    ranked_new: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i in old:
        shared: Counter[int] = Counter()
        for feature in evidence.old[i]:
            if feature in holders:
                weight = evidence.weights[feature]
                for j in holders[feature]:
                    shared[j] += weight
        best = sorted(((-weight, j) for j, weight in shared.items()))[:CANDIDATES]
        weighed = ((evidence.common(i, j), -j) for _, j in best)
        ranked_old[i] = sorted((w for w in weighed if w[0] > max(bound_old[i], bound_new[-w[1]])), reverse=True)
        for common, j in ranked_old[i]:
            ranked_new[-j].append((common, -i))
    for ranks in ranked_new.values():
        ranks.sort(reverse=True)
    found = []
    for i, ranks in ranked_old.items():
        if not ranks or links.of_old[i]:
            continue
        common, j = ranks[0][0], -ranks[0][1]
        rivals = ranked_new[j]
        if -rivals[0][1] != i or links.of_new[j]:
            continue
        second = max(ranks[1][0] if len(ranks) > 1 else 0, rivals[1][0] if len(rivals) > 1 else 0)
        if common < MARGIN * second:
            continue
        if strong(common, evidence.mass_old[i], evidence.mass_new[j]):
            found.append((common, i, j))
    return found


def _strongest(weights: Iterable[int]) -> int:
    return max(weights, default=0)


def strong(common: int, mass_old: int, mass_new: int) -> bool:
    """Whether so much in common is no chance, wherever the two stand."""
    if common < 4 * UNIT:
        return False
    dice = 2 * common / (mass_old + mass_new)
    contained = common / min(mass_old, mass_new)
    return dice >= 0.36 or contained >= 0.6 or (contained >= 0.4 and common >= 8 * UNIT)
