"""How much two provisions have in common: words and word pairs, the rare ones counting most."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from negotiator.comparing.units import Units

WORD_SHARE = 0.6
"""A word alone says less than a pair of neighbours."""
UNIT = 1000
"""Weights are whole thousandths, so that a sum never depends on its order."""
EDGE = 1
"""Stands for the beginning and the end of a provision, so that a line of one word has pairs too."""
PAIR = 1 << 24
"""Two word numbers are packed into one: more words than this no text has."""


class Evidence:
    """The features of the provisions of both texts that were not identical, with their weights."""

    def __init__(self, old: Units, new: Units, open_old: Iterable[int], open_new: Iterable[int]) -> None:
        self.old: dict[int, frozenset[int]] = {}
        self.new: dict[int, frozenset[int]] = {}
        self.pairs_old: dict[int, list[int]] = {}
        self.pairs_new: dict[int, list[int]] = {}
        counts: Counter[int] = Counter()
        for units, found, pairs, opened in (
            (old, self.old, self.pairs_old, open_old),
            (new, self.new, self.pairs_new, open_new),
        ):
            for index in opened:
                words = units.words(index)
                edged = [EDGE, *(word + 2 for word in words), EDGE]
                doubles = [a * PAIR + b for a, b in zip(edged, edged[1:], strict=False)] if words else []
                pairs[index] = doubles
                features = frozenset(words).union(doubles)
                found[index] = features
                counts.update(features)
        self.weights = {feature: _weight(feature, df) for feature, df in counts.items()}
        self.df = counts
        self.mass_old = {index: self.mass(features) for index, features in self.old.items()}
        self.mass_new = {index: self.mass(features) for index, features in self.new.items()}

    def mass(self, features: Iterable[int]) -> int:
        """Return the weight of some features, in thousandths."""
        return sum(map(self.weights.__getitem__, features))

    @staticmethod
    def is_pair(feature: int) -> bool:
        """Whether a feature is a pair of neighbouring words, not a word or an edge."""
        return feature >= 2 * PAIR and feature % PAIR != EDGE

    def common(self, i: int, j: int) -> int:
        """Return the weight of what both have, in thousandths."""
        return self.mass(self.old[i] & self.new[j])


def _weight(feature: int, df: int) -> int:
    share = 1.0 if feature >= PAIR else WORD_SHARE
    return round(UNIT * share * min(1.0, sqrt(2 / df)))

