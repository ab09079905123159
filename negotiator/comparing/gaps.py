"""The stretches that stay open between the pairs that keep their order."""

from collections.abc import Sequence
from typing import NamedTuple

from negotiator.comparing.links import Link, Links


class Gap(NamedTuple):
    """Free provisions between two links of the main line."""

    old: list[int]
    """Indices of free old provisions."""
    new: list[int]
    """Indices of free new provisions."""


def gaps(line: Sequence[Link], links: Links) -> list[Gap]:
    """Return the gaps that have free provisions on both sides."""
    found = []
    at_i = at_j = 0
    for i, j in [*line, (len(links.of_old), len(links.of_new))]:
        if at_i < i and at_j < j:
            old = [k for k in range(at_i, i) if not links.of_old[k]]
            new = [k for k in range(at_j, j) if not links.of_new[k]]
            if old and new:
                found.append(Gap(old, new))
        at_i, at_j = i + 1, j + 1
    return found
