"""How likely it is that a new provision is the successor of an old one, as log-odds in thousandths.

The constants are a logistic regression over the cells of the gaps of two annotated pairs of real drafts and of
generated edits, rounded; whole thousandths, so that no sum and no comparison depends on order or on the last digit of a
machine. Fitted without the harder of the two pairs they serve it as well (see tests/benchmarks): the kinds of evidence
matter, not the figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p

from negotiator.comparing.evidence import Evidence
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


@dataclass(frozen=True, slots=True)
class Cells:
    """The log-odds of every pair of a gap."""

    alone: list[list[int]]
    """As one pair."""
    beside_old: list[list[int]]
    """As one of several old provisions that became one new one: only what the best of them does not explain counts."""
    beside_new: list[list[int]]
    """As one of several new provisions that came from one old one, likewise."""


class Likeness:
    """Weighs the pairs of a gap."""

    def __init__(self, old: Units, new: Units, evidence: Evidence) -> None:
        self.old, self.new, self.evidence = old, new, evidence

    def cells(self, gap: Gap) -> Cells:
        """Return the log-odds of every pair of a gap."""
        votes = cast_votes(gap, self.old, self.new)
        alone = [
            [self._odds(gap, votes, a, b, frozenset(), frozenset()) for b in range(len(gap.new))]
            for a in range(len(gap.old))
        ]
        beside_old = [row[:] for row in alone]
        beside_new = [row[:] for row in alone]
        none: frozenset[int] = frozenset()
        for b in range(len(gap.new)):
            best = max(range(len(gap.old)), key=lambda a: (alone[a][b], -a))
            covered = self.evidence.old[gap.old[best]]
            for a in range(len(gap.old)):
                if a != best and alone[a][b] > HOPELESS:
                    beside_old[a][b] = min(alone[a][b], self._odds(gap, votes, a, b, covered, none))
        for a in range(len(gap.old)):
            best = max(range(len(gap.new)), key=lambda b: (alone[a][b], -b))
            covered = self.evidence.new[gap.new[best]]
            for b in range(len(gap.new)):
                if b != best and alone[a][b] > HOPELESS:
                    beside_new[a][b] = min(alone[a][b], self._odds(gap, votes, a, b, none, covered))
        return Cells(alone, beside_old, beside_new)

    def beside(self, i: int, j: int) -> int:
        """Return the log-odds of two provisions that stand beside a pair, as if they were a gap of their own."""
        if i not in self.evidence.old or j not in self.evidence.new:
            return NOTHING
        if self.old.is_figure(i) and self.new.is_figure(j):
            return EVEN
        gap = Gap([i], [j])
        none: frozenset[int] = frozenset()
        return self._odds(gap, cast_votes(gap, self.old, self.new), 0, 0, none, none)

    def _odds(
        self,
        gap: Gap,
        votes: Mapping[tuple[int, int], int],
        a: int,
        b: int,
        covered_old: frozenset[int],
        covered_new: frozenset[int],
    ) -> int:
        i, j = gap.old[a], gap.new[b]
        evidence = self.evidence
        shared = evidence.old[i] & evidence.new[j]
        if not shared:
            return NOTHING
        mass_i, mass_j = evidence.mass_old(i) / 1000, evidence.mass_new(j) / 1000
        least = min(mass_i, mass_j)
        if covered_old:
            shared -= covered_old
            least = evidence.mass(evidence.old[i] - covered_old) / 1000
        elif covered_new:
            shared -= covered_new
            least = evidence.mass(evidence.new[j] - covered_new) / 1000
        common = evidence.mass(shared) / 1000
        pairs = min(len(self.old.pairs(i)), len(self.new.pairs(j)))
        odds = BIAS + COMMON * log1p(common)
        odds += CONTAINED * common / (least + SMOOTH) + ALIKE * 2 * common / (mass_i + mass_j + SMOOTH)
        odds += VOTED * min(1.0, 2 * votes.get((i, j), 0) / (pairs + 1))
        odds += ENOUGH * min(1.0, least / LENGTH)
        label = self.old.provisions[i].label
        if label and label == self.new.provisions[j].label:
            odds += SAME_LABEL
        figures_i, figures_j = self.old.figures(i), self.new.figures(j)
        if figures_i and figures_j and not figures_i & figures_j:
            odds += OTHER_FIGURES
        height, width = len(gap.old), len(gap.new)
        odds += OUT_OF_PLACE * abs((a + 0.5) / height - (b + 0.5) / width)
        if a == b == 0:
            odds += TOP
        if a == height - 1 and b == width - 1:
            odds += BOTTOM
        return round(1000 * odds)


EVEN = 0
"""A date for a date, a number for a number."""
NOTHING = -9000
"""Not a word in common."""
HOPELESS = -3000
"""Pairs below this are not looked at again."""
