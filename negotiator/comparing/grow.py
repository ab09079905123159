"""Free neighbours of a pair: beside a pair, also a moved one, much less likeness is enough."""

from collections.abc import Callable

from negotiator.comparing.links import Links


def grow(links: Links, odds: Callable[[int, int, int, int], int], least: int) -> None:
    """Link what stands right before or after both sides of a pair, as long as it is likely enough."""
    waiting = list(links.pairs())
    while waiting:
        found = []
        for i, j in waiting:
            for step in (-1, 1):
                a, b = i + step, j + step
                if not (0 <= a < len(links.of_old) and 0 <= b < len(links.of_new)):
                    continue
                if links.of_old[a] or links.of_new[b]:
                    continue
                likely = odds(a, b, i, j)
                if likely >= least:
                    found.append((likely, a, b))
        waiting = []
        for _, a, b in sorted(found, key=lambda item: (-item[0], item[1], item[2])):
            if not links.of_old[a] and not links.of_new[b]:
                links.add(a, b)
                waiting.append((a, b))
