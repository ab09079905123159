"""How likely it is that a new provision is the successor of an old one, as log-odds in thousandths.

The constants are a logistic regression over the cells of the gaps of two annotated pairs of real drafts and of
generated edits, rounded; whole thousandths, so that no sum and no comparison depends on order or on the last digit of a
machine. Fitted without the harder of the two pairs they paired it as well (F1 .950 against .951): the kinds of evidence
matter, not the figures.
"""

from collections.abc import Callable, Mapping, Sequence
from math import log1p
from typing import NamedTuple

from negotiator.comparing.evidence import UNIT, Evidence
from negotiator.comparing.gaps import Gap
from negotiator.comparing.units import Units
from negotiator.comparing.votes import cast_votes

BIAS = -3.3
"""Two provisions of one gap, nothing else known."""
COMMON = 0.55
"""Per natural logarithm of one more rare word pair in common."""
CONTAINED = 3.3
"""The share of the shorter one that the other has too."""
ALIKE = 1.9
"""The share of both that both have."""
VOTED = 7.9
"""All word pairs of the shorter one aligned with the other, twice over: the strongest single signal."""
ENOUGH = -2.4
"""What a provision of some length must show more than a short one."""
SAME_LABEL = 1.2
"""Both bear the same label."""
OTHER_FIGURES = -1.1
"""Both cite numbers, and none in common: template twins such as two articles that differ in what they cite."""
OUT_OF_PLACE = -3.9
"""From the beginning of the gap to its end."""
TOP = 0.1
"""Both stand first in the gap, right under a pair."""
BOTTOM = 0.5
"""Both stand last in the gap, right above a pair."""
SMOOTH = 1.5
"""Added below the line of a share, so that a single common word in a short line does not count as full likeness."""
LENGTH = 4.0
"""Rare word pairs from which a provision is no longer short."""


class Cells(NamedTuple):
    """The log-odds of every pair of a gap."""

    alone: list[list[int]]
    """As one pair."""
    beside_old: list[list[int]]
    """As one of several old provisions that became one new one: only what the best of them does not explain counts."""
    beside_new: list[list[int]]
    """As one of several new provisions that came from one old one, likewise."""


class _Piece(NamedTuple):
    """A provision of a gap with what is asked of it again and again."""

    provision: int
    place: float
    """Where it stands in the gap, from 0 to 1."""
    first: bool
    last: bool
    features: frozenset[int]
    mass: float
    pairs: int
    label: str
    figures: frozenset[int]


EVEN = 0
"""A date for a date, a number for a number."""
NOTHING = -9000
"""Not a word in common."""
HOPELESS = -3000
"""Pairs below this are not looked at again."""
FEW, UNLIKE = 12, 0.25
"""Provisions of more features than a few that share less than this part, and no vote, are not weighed at all."""


class Likeness:
    """Weighs the pairs of a gap."""

    def __init__(self, old: Units, new: Units, evidence: Evidence) -> None:
        self.old, self.new, self.evidence = old, new, evidence

    def cells(self, gap: Gap) -> Cells:
        """Return the log-odds of every pair of a gap."""
        votes = cast_votes(gap, self.old, self.new)
        olds = self._pieces(gap.old, self.old, self.evidence.old, self.evidence.mass_old)
        news = self._pieces(gap.new, self.new, self.evidence.new, self.evidence.mass_new)
        alone = [[self._odds(a, b, votes.get((a.provision, b.provision), 0)) for b in news] for a in olds]
        beside_old, beside_new = [row[:] for row in alone], [row[:] for row in alone]
        for column, b in enumerate(news):
            best = max(range(len(olds)), key=lambda row: (alone[row][column], -row))
            for row, a in enumerate(olds):
                if row != best and alone[row][column] > HOPELESS:
                    odds = self._odds(a, b, votes.get((a.provision, b.provision), 0), covered_old=olds[best].features)
                    beside_old[row][column] = min(alone[row][column], odds)
        for row, a in enumerate(olds):
            best = max(range(len(news)), key=lambda column: (alone[row][column], -column))
            for column, b in enumerate(news):
                if column != best and alone[row][column] > HOPELESS:
                    odds = self._odds(a, b, votes.get((a.provision, b.provision), 0), covered_new=news[best].features)
                    beside_new[row][column] = min(alone[row][column], odds)
        return Cells(alone, beside_old, beside_new)

    def beside(self, i: int, j: int) -> int:
        """Return the log-odds of two provisions that stand beside a pair, as if they were a gap of their own."""
        if i not in self.evidence.old or j not in self.evidence.new:
            return NOTHING
        if self.old.is_figure(i) and self.new.is_figure(j):
            return EVEN
        return self.cells(Gap([i], [j])).alone[0][0]

    def _pieces(
        self,
        indices: Sequence[int],
        units: Units,
        features: Mapping[int, frozenset[int]],
        mass: Callable[[int], int],
    ) -> list[_Piece]:
        count = len(indices)
        return [
            _Piece(
                index,
                (position + 0.5) / count,
                position == 0,
                position == count - 1,
                features[index],
                mass(index) / UNIT,
                len(units.pairs(index)),
                units.provisions[index].label,
                units.figures(index),
            )
            for position, index in enumerate(indices)
        ]

    def _odds(
        self,
        a: _Piece,
        b: _Piece,
        votes: int,
        covered_old: frozenset[int] = frozenset(),
        covered_new: frozenset[int] = frozenset(),
    ) -> int:
        shared = a.features & b.features
        smaller = min(len(a.features), len(b.features))
        if not shared or (not votes and smaller > FEW and len(shared) < UNLIKE * smaller):
            return NOTHING
        least = min(a.mass, b.mass)
        if covered_old:
            shared -= covered_old
            least = self.evidence.mass(a.features - covered_old) / UNIT
        elif covered_new:
            shared -= covered_new
            least = self.evidence.mass(b.features - covered_new) / UNIT
        common = self.evidence.mass(shared) / UNIT
        odds = BIAS + COMMON * log1p(common)
        odds += CONTAINED * common / (least + SMOOTH) + ALIKE * 2 * common / (a.mass + b.mass + SMOOTH)
        odds += VOTED * min(1.0, 2 * votes / (min(a.pairs, b.pairs) + 1))
        odds += ENOUGH * min(1.0, least / LENGTH) + OUT_OF_PLACE * abs(a.place - b.place)
        if a.label and a.label == b.label:
            odds += SAME_LABEL
        if a.figures and b.figures and a.figures.isdisjoint(b.figures):
            odds += OTHER_FIGURES
        if a.first and b.first:
            odds += TOP
        if a.last and b.last:
            odds += BOTTOM
        return round(1000 * odds)
