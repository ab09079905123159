"""Free neighbours of a pair: beside a pair, also a moved one, much less likeness is enough."""

from collections.abc import Callable

from negotiator.comparing.links import Links


def grow(links: Links, odds: Callable[[int, int], int], least: int, between: int) -> None:
    """Link what stands right before or after both sides of a pair, as long as it is likely enough.

    What stands alone between two pairs needs less likeness still: nothing else can have taken its place.
    """
    waiting = list(links.pairs())
    while waiting:
        found = []
        for i, j in waiting:
            for step in (-1, 1):
                if links.both_free(i + step, j + step):
                    likely = odds(i + step, j + step)
                    if likely >= (between if links.joined(i + 2 * step, j + 2 * step) else least):
                        found.append((-likely, i + step, j + step))
        waiting = []
        for _, i, j in sorted(found):
            if links.both_free(i, j):
                links.add(i, j)
                waiting.append((i, j))
