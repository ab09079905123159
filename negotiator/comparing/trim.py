"""What is plainly the same paragraph, slightly edited, at the ends of a gap."""

from negotiator.comparing.gaps import Gap
from negotiator.comparing.links import Links
from negotiator.comparing.units import Units

PLAIN = 0.75
"""Share of their different tokens that both have, from which two provisions at one end of a gap need no more proof."""
HALF = 0.7
"""A text so much shorter than the other may be but one of two that were joined: that is not plain."""


def trim(gap: Gap, old: Units, new: Units, links: Links) -> None:
    """Link the provisions at both ends of a gap as long as they are plainly each other's successors."""
    top_i, top_j, end_i, end_j = 0, 0, len(gap.old), len(gap.new)
    for step in (1, -1):
        while top_i < end_i and top_j < end_j:
            a, b = (top_i, top_j) if step > 0 else (end_i - 1, end_j - 1)
            likeness = _share(old, gap.old[a], new, gap.new[b])
            if likeness < PLAIN:
                break
            # A twin next to it may be the better match: then nothing is plain.
            if top_i <= a + step < end_i and _share(old, gap.old[a + step], new, gap.new[b]) >= likeness:
                break
            if top_j <= b + step < end_j and _share(old, gap.old[a], new, gap.new[b + step]) >= likeness:
                break
            links.add_firm(gap.old[a], gap.new[b])
            if step > 0:
                top_i, top_j = top_i + 1, top_j + 1
            else:
                end_i, end_j = end_i - 1, end_j - 1


def _share(old: Units, i: int, new: Units, j: int) -> float:
    shorter, longer = sorted((old.sizes[i], new.sizes[j]))
    if shorter < HALF * longer:
        return 0.0
    a, b = old.tokens(i), new.tokens(j)
    size = len(a) + len(b)
    if not size or 2 * min(len(a), len(b)) < PLAIN * size:
        return 0.0
    return 2 * len(a & b) / size
