"""Provisions about the same named thing: a name that each text says once, in a provision that has no partner yet.

A yearly paragraph on a day of the United Nations, or on one report, is written anew around its name: nothing else
stays, and a reader still knows it for the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from negotiator.comparing.links import Link, Links
from negotiator.comparing.units import Units

NAME = 3
"""How many words with a capital in a row make a name that is nobody else's; fewer are met by chance."""
TITLE = 4
"""How many characters the title of a document between 《 and 》 has at least."""

_WORDS = re.compile(r"[^\W_]+(?:['’\u2010-][^\W_]+)*")
_TITLES = re.compile(f"《[^《》]{{{TITLE},80}}》")


def link_named(old: Units, new: Units, links: Links) -> None:
    """Link the free provisions that alone share a name."""
    holders_old, holders_new = _holders(old, links.free_old()), _holders(new, links.free_new())
    found: dict[Link, str] = {}
    for name in sorted(holders_old.keys() & holders_new.keys()):
        if len(holders_old[name]) == len(holders_new[name]) == 1:
            found.setdefault((holders_old[name][0], holders_new[name][0]), name)
    if not found:
        return
    whole_old, whole_new = "\n".join(old.texts), "\n".join(new.texts)
    for (i, j), name in found.items():
        if not links.of_old[i] and not links.of_new[j] and whole_old.count(name) == whole_new.count(name) == 1:
            links.add(i, j)


def _holders(units: Units, free: Iterable[int]) -> dict[str, list[int]]:
    """Return which of the free provisions say each name."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index in free:
        for name in sorted(set(_names(units.texts[index]))):
            holders[name].append(index)
    return holders


def _names(text: str) -> Iterable[str]:
    yield from _TITLES.findall(text)
    words: Sequence[str] = _WORDS.findall(text)
    capital = [word[0].isupper() and not word.isupper() for word in words]
    for start in range(len(words) - NAME + 1):
        if all(capital[start : start + NAME]):
            yield " ".join(words[start : start + NAME])
