"""Identical provisions that stand once in each text, grown over equal neighbours."""

from collections.abc import Callable, Hashable, Sequence

from negotiator.comparing.links import Links
from negotiator.comparing.units import Units


def link_identical(old: Units, new: Units, links: Links) -> None:
    """Link what is the same letter by letter, then what is the same as tokens, however it is spelled."""
    _link_ends(old.texts, new.texts, links)
    _link_unique(old.texts, new.texts, links)
    _link_rows(links, lambda i: old.row(i).numbers, lambda j: new.row(j).numbers)


def link_same_words(old: Units, new: Units, links: Links) -> None:
    """Link what is the same but for case and punctuation."""
    _link_rows(links, old.words, new.words)


def _link_rows(links: Links, row_old: Callable[[int], list[int]], row_new: Callable[[int], list[int]]) -> None:
    keys_old: list[Hashable] = [None] * len(links.of_old)
    keys_new: list[Hashable] = [None] * len(links.of_new)
    for i in links.free_old():
        keys_old[i] = tuple(row_old(i)) or None
    for j in links.free_new():
        keys_new[j] = tuple(row_new(j)) or None
    _link_unique(keys_old, keys_new, links)


def _link_ends(texts_old: Sequence[str], texts_new: Sequence[str], links: Links) -> None:
    """Link what both texts begin and end with."""
    shorter = min(len(texts_old), len(texts_new))
    top = 0
    while top < shorter and texts_old[top] == texts_new[top]:
        links.add(top, top)
        top += 1
    i, j = len(texts_old) - 1, len(texts_new) - 1
    while i >= top and j >= top and texts_old[i] == texts_new[j]:
        links.add(i, j)
        i, j = i - 1, j - 1


def _link_unique(keys_old: Sequence[Hashable], keys_new: Sequence[Hashable], links: Links) -> None:
    once_old, once_new = _once(keys_old, links.of_old), _once(keys_new, links.of_new)
    found = [(i, once_new[key]) for key, i in once_old.items() if i >= 0 and once_new.get(key, -1) >= 0]
    for i, j in found:
        links.add(i, j)
    for i, j in found:
        for step in (-1, 1):
            a, b = i + step, j + step
            while links.both_free(a, b) and keys_old[a] is not None and keys_old[a] == keys_new[b]:
                links.add(a, b)
                a, b = a + step, b + step


def _once(keys: Sequence[Hashable], partners: Sequence[list[int]]) -> dict[Hashable, int]:
    """Return where each key stands that stands once among the free; -1 for the others."""
    places: dict[Hashable, int] = {}
    for index, key in enumerate(keys):
        if key is not None and not partners[index]:
            places[key] = -1 if key in places else index
    return places
