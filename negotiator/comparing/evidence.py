"""How much two provisions have in common: words and word pairs, the rare ones counting most."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from math import sqrt

from negotiator.comparing.units import Units
from negotiator.comparing.vocabulary import PAIR

WORD_SHARE = 0.6
"""A word alone says less than a pair of neighbours."""
RARE = 12
"""A word pair found in more provisions than this points at nothing; one found once at nothing else."""
UNIT = 1000
"""Weights are whole thousandths, so that a sum never depends on its order."""


def worth(df: int, share: float) -> int:
    """Return the weight, in thousandths, of a feature that stands in so many provisions."""
    return round(UNIT * share * min(1.0, sqrt(2 / max(1, df))))


def weight_of(feature: int, df: int) -> int:
    """Return the weight of a word or a pair, in thousandths, that stands in so many provisions."""
    return worth(df, 1 if feature >= PAIR else WORD_SHARE)


class Evidence:
    """The features of the provisions of both texts that were not identical, with their weights."""

    def __init__(self, old: Units, new: Units, open_old: Iterable[int], open_new: Iterable[int]) -> None:
        self._units_old, self._units_new = old, new
        self.old = {index: old.features(index) for index in open_old}
        self.new = {index: new.features(index) for index in open_new}
        self.df = Counter(chain.from_iterable(chain(self.old.values(), self.new.values())))
        most = max(self.df.values(), default=0) + 1
        of_pair = [worth(df, 1) for df in range(most)]
        of_word = [worth(df, WORD_SHARE) for df in range(most)]
        self.weights = {feature: of_pair[df] if feature >= PAIR else of_word[df] for feature, df in self.df.items()}
        rare = {feature for feature, df in self.df.items() if 1 < df <= RARE and feature >= PAIR}
        self.rare = rare - old.vocabulary.edge_pairs
        self._mass_old: dict[int, int] = {}
        self._mass_new: dict[int, int] = {}
        self._common: dict[tuple[int, int], int] = {}

    def open(self, old: Iterable[int], new: Iterable[int]) -> None:
        """Take in provisions that seemed settled, such as a line that is the same as one far away; what only they say
        counts as said once."""
        opened = [(self.old, self._units_old, index) for index in old] + [(self.new, self._units_new, j) for j in new]
        for known, units, index in opened:
            for feature in known.setdefault(index, units.features(index)):
                self.weights.setdefault(feature, weight_of(feature, 1))

    def mass(self, features: Iterable[int]) -> int:
        """Return the weight of some features, in thousandths."""
        return sum(map(self.weights.__getitem__, features))

    def mass_old(self, i: int) -> int:
        """Return the weight of an old provision, in thousandths."""
        mass = self._mass_old.get(i)
        if mass is None:
            mass = self._mass_old[i] = self.mass(self.old[i])
        return mass

    def mass_new(self, j: int) -> int:
        """Return the weight of a new provision, in thousandths."""
        mass = self._mass_new.get(j)
        if mass is None:
            mass = self._mass_new[j] = self.mass(self.new[j])
        return mass

    def common(self, i: int, j: int) -> int:
        """Return the weight of what both have, in thousandths; most pairs are asked for several times."""
        common = self._common.get((i, j))
        if common is None:
            common = self._common[i, j] = self.mass(self.old[i] & self.new[j])
        return common

    def alike(self, i: int, j: int) -> float:
        """Return the share of the weight of both that both have."""
        return 2 * self.common(i, j) / (self.mass_old(i) + self.mass_new(j))
