"""What two provisions share that stands all over both texts: stock phrases are no reason to believe in a move."""

from collections import Counter
from collections.abc import Iterable, Mapping

from negotiator.comparing.evidence import UNIT, Evidence, weight_of
from negotiator.comparing.kin import related
from negotiator.comparing.links import Link
from negotiator.comparing.units import Units

SAMPLE = 20_000
"""About how many characters of what is plainly the same are read on each side: stock phrases show soon, and five times
as many found nothing more on any text."""
LEAST = 3 * UNIT
"""The least weight in common, once stock phrases count for little."""
PLAIN = 0.8
"""Provisions this much alike need no such proof."""


def stock_only(old: Units, new: Units, links: Iterable[Link], evidence: Evidence) -> set[Link]:
    """Return which links rest on phrases that recur in the texts as a whole.

    The evidence counts in what was changed only; where little was changed, every stock phrase looks rare there.
    """
    doubtful = [(i, j) for i, j in links if i in evidence.old and j in evidence.new and evidence.alike(i, j) < PLAIN]
    if not doubtful:
        return set()
    wanted = frozenset().union(*(evidence.old[i] | evidence.new[j] for i, j in doubtful))
    counts = Counter({feature: evidence.df[feature] for feature in wanted})
    for units, weighed in ((old, evidence.old), (new, evidence.new)):
        _count(units, weighed, wanted, counts)
    return {(i, j) for i, j in doubtful if not _stands_out(evidence.old[i], evidence.new[j], counts)}


def _count(units: Units, weighed: Mapping[int, object], wanted: frozenset[int], counts: Counter[int]) -> None:
    """Add in how many of the other provisions each feature stands; of a long text every so many is read."""
    others = [index for index in range(len(units)) if index not in weighed]
    step = 1 + sum(units.sizes[index] for index in others) // SAMPLE
    for index in others[::step]:
        found = wanted.intersection(units.words(index)) | wanted.intersection(units.pairs(index))
        counts.update(dict.fromkeys(found, step))


def _stands_out(old: frozenset[int], new: frozenset[int], counts: Mapping[int, int]) -> bool:
    common, of_old, of_new = (_mass(features, counts) for features in (old & new, old, new))
    return related(common, of_old, of_new, LEAST)


def _mass(features: Iterable[int], counts: Mapping[int, int]) -> int:
    return sum(weight_of(feature, counts[feature]) for feature in features)
