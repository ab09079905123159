"""Linked provisions gathered into groups, in the order in which a comparison is read."""

from collections.abc import Set
from typing import NamedTuple

from negotiator.comparing.links import Link, Links


class Group(NamedTuple):
    """Old provisions and the new ones they became, by index; either side may be empty."""

    old: tuple[int, ...]
    """In the order of the old text."""
    new: tuple[int, ...]
    """In the order of the new text."""
    moved: bool = False
    """It left the order of the provisions that stayed."""


def gather(links: Links, stayed: Set[Link]) -> list[Group]:
    """Return every provision in one group: in the reading order of the new text, deletions at their old place."""
    placed: list[tuple[tuple[int, int, int], Group]] = []
    seen: set[int] = set()
    after = -1
    for i in range(len(links.of_old)):
        if i in seen:
            continue
        partners = links.of_old[i]
        if not partners:
            placed.append(((after, 1, i), Group((i,), ())))
            continue
        if len(partners) == 1 == len(links.of_new[partners[0]]):
            olds, news, moved = [i], partners, (i, partners[0]) not in stayed
        else:
            olds, news = _connected(links, i)
            seen.update(olds)
            moved = not any((a, b) in stayed for a in olds for b in links.of_old[a])
        placed.append(((news[0], 0, 0), Group(tuple(olds), tuple(news), moved)))
        if not moved:
            after = max(after, news[-1])
    placed += [((j, 0, 0), Group((), (j,))) for j in links.free_new()]
    placed.sort(key=lambda item: item[0])
    return [group for _, group in placed]


def _connected(links: Links, i: int) -> tuple[list[int], list[int]]:
    """Return everything that hangs together with an old provision, both sides in order."""
    olds, news = {i}, set(links.of_old[i])
    waiting = sorted(news)
    while waiting:
        for a in links.of_new[waiting.pop()]:
            if a not in olds:
                olds.add(a)
                fresh = [b for b in links.of_old[a] if b not in news]
                news.update(fresh)
                waiting += fresh
    return sorted(olds), sorted(news)
