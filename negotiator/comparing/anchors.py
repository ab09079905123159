"""Identical provisions that stand once in each text, grown over equal neighbours."""

from collections.abc import Hashable, Sequence

from negotiator.comparing.links import Links
from negotiator.comparing.units import Units


def link_identical(old: Units, new: Units, links: Links) -> None:
    """Link what is the same: letter by letter, then as tokens, then as words without case and punctuation."""
    _link_unique(old.texts, new.texts, links)
    for softer in (False, True):
        free_old, free_new = links.free_old(), links.free_new()
        if not free_old or not free_new:
            return
        keys_old: list[Hashable] = [None] * len(old)
        keys_new: list[Hashable] = [None] * len(new)
        for units, keys, free in ((old, keys_old, free_old), (new, keys_new, free_new)):
            for index in free:
                row = units.words(index) if softer else units.row(index).numbers
                keys[index] = tuple(row) or None
        _link_unique(keys_old, keys_new, links)


def _link_unique(keys_old: Sequence[Hashable], keys_new: Sequence[Hashable], links: Links) -> None:
    once_old, once_new = _once(keys_old, links.of_old), _once(keys_new, links.of_new)
    found = [(i, once_new[key]) for key, i in once_old.items() if i >= 0 and once_new.get(key, -1) >= 0]
    for i, j in found:
        links.add(i, j)
    for i, j in found:
        for step in (-1, 1):
            a, b = i + step, j + step
            while (
                0 <= a < len(keys_old)
                and 0 <= b < len(keys_new)
                and keys_old[a] is not None
                and keys_old[a] == keys_new[b]
                and not links.of_old[a]
                and not links.of_new[b]
            ):
                links.add(a, b)
                a, b = a + step, b + step


def _once(keys: Sequence[Hashable], partners: Sequence[list[int]]) -> dict[Hashable, int]:
    """Return where each key stands that stands once among the free; -1 for the others."""
    places: dict[Hashable, int] = {}
    for index, key in enumerate(keys):
        if key is not None and not partners[index]:
            places[key] = -1 if key in places else index
    return places
