"""Provisions that belong together wherever they stand, found through the rare words that only they share."""

from collections import defaultdict
from collections.abc import Iterable

from negotiator.comparing.evidence import UNIT, Evidence
from negotiator.comparing.links import Link, Links

CANDIDATES = 4
"""How many provisions a provision is weighed against, those with most rare features in common."""
MARGIN = 1.15
"""The best candidate must have this much more in common than the second, else it is one of a family."""
DISTANT = 4
"""A candidate with so many times fewer rare pairs in common than the first is not weighed."""

Ranks = list[Link]
"""(minus the common weight, index) of candidates."""


def find_kin(evidence: Evidence, links: Links) -> list[Link]:
    """Return free pairs that are each other's best, clearly, and strongly alike.

    A linked provision is a rival as long as its own link is no better.
    """
    loose_old, loose_new = _loose(evidence.old, links.firm_old), _loose(evidence.new, links.firm_new)
    if all(links.of_old[i] for i in loose_old) or all(links.of_new[j] for j in loose_new):
        return []
    holders = _holders(evidence, loose_new)
    free_new = [j for j in loose_new if not links.of_new[j]]
    holders_free = holders if len(free_new) == len(loose_new) else _holders(evidence, free_new)
    of_old: dict[int, Ranks] = {}
    of_new: dict[int, Ranks] = defaultdict(list)
    for i in loose_old:
        # What is linked on both sides can be neither a find nor a rival of one.
        near = _nearest(i, evidence, holders_free if links.of_old[i] else holders)
        weighed = [(evidence.common(i, j), j) for j in near]
        ranks = sorted((-common, j) for common, j in weighed if common > _bound(evidence, links, i, j))
        of_old[i] = ranks
        for minus_common, j in ranks:
            of_new[j].append((minus_common, i))
    found = []
    for i, ranks in of_old.items():
        if not ranks or links.of_old[i]:
            continue
        (minus_common, j), rivals = ranks[0], sorted(of_new[ranks[0][1]])
        if rivals[0][1] != i or links.of_new[j]:
            continue
        second = -min([*(rank[0] for rank in ranks[1:2]), *(rank[0] for rank in rivals[1:2]), 0])
        if -minus_common >= MARGIN * second and strong(evidence, i, j, -minus_common):
            found.append((i, j))
    return found


def _holders(evidence: Evidence, new: Iterable[int]) -> dict[int, list[int]]:
    """Return which new provisions have each rare pair of words."""
    holders: dict[int, list[int]] = defaultdict(list)
    rare = evidence.rare
    for j in new:
        for feature in evidence.new[j] & rare:
            holders[feature].append(j)
    return holders


def _nearest(i: int, evidence: Evidence, holders: dict[int, list[int]]) -> list[int]:
    """Return the few new provisions that share most rare pairs with an old one."""
    shared: dict[int, int] = defaultdict(int)
    for feature in evidence.old[i] & holders.keys():
        weight = evidence.weights[feature]
        for j in holders[feature]:
            shared[j] += weight
    ranked = sorted((-weight, j) for j, weight in shared.items())[:CANDIDATES]
    return [j for minus_weight, j in ranked if DISTANT * minus_weight <= ranked[0][0]]


def _bound(evidence: Evidence, links: Links, i: int, j: int) -> int:
    """Return how much the best links of the two have in common already."""
    own = [evidence.common(i, b) for b in links.of_old[i] if b in evidence.new]
    own += [evidence.common(a, j) for a in links.of_new[j] if a in evidence.old]
    return max(own, default=0)


def _loose(here: Iterable[int], firm: set[int]) -> list[int]:
    """Return the provisions that are free, or linked less than firmly."""
    return [index for index in sorted(here) if index not in firm]


def strong(evidence: Evidence, i: int, j: int, common: int) -> bool:
    """Whether so much in common is no chance, wherever the two stand."""
    return related(common, evidence.mass_old(i), evidence.mass_new(j), 4 * UNIT)


def related(common: int, of_old: int, of_new: int, least: int) -> bool:
    """Whether two provisions of these weights have enough in common, and at least so much, to be of one kin."""
    if common < least:
        return False
    dice = 2 * common / (of_old + of_new)
    contained = common / min(of_old, of_new)
    return dice >= 0.36 or contained >= 0.6 or (contained >= 0.4 and common >= 8 * UNIT)
