"""Gaps too wide to weigh every pair: cut at pairs that many words vote for."""

from negotiator.comparing.gaps import Gap
from negotiator.comparing.likeness import Likeness
from negotiator.comparing.links import Links
from negotiator.comparing.votes import cast_votes

SURE = 0.5
"""Share of the word pairs of both sides that must vote for a pair at which a gap is cut."""


def narrow(gap: Gap, likeness: Likeness, links: Links, widest: int) -> list[Gap]:
    """Return the gap, or its parts between sure pairs, which are linked; parts that stay too wide are left out."""
    if len(gap.old) * len(gap.new) <= widest:
        return [gap] if gap.old and gap.new else []
    parts = []
    at_a = at_b = 0
    place_old = {i: a for a, i in enumerate(gap.old)}
    place_new = {j: b for b, j in enumerate(gap.new)}
    seeds = []
    for (i, j), votes in sorted(cast_votes(gap, likeness.old, likeness.new).items()):
        if 2 * votes >= SURE * (len(likeness.old.pairs(i)) + len(likeness.new.pairs(j))):
            seeds.append((place_old[i], place_new[j]))
    for a, b in [*seeds, (len(gap.old), len(gap.new))]:
        if a < at_a or b < at_b:
            continue
        part = Gap(gap.old[at_a:a], gap.new[at_b:b])
        if 0 < len(part.old) * len(part.new) <= widest:
            parts.append(part)
        if a < len(gap.old) and b < len(gap.new):
            links.add(gap.old[a], gap.new[b])
        at_a, at_b = a + 1, b + 1
    return parts
