"""Short lines that recur ("Option 1:") and headings run into their paragraph: they go with what stands under them."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import itemgetter

from negotiator.comparing.links import Link, Links
from negotiator.comparing.units import Units
from negotiator.text.numbering import label_value

SHORT = 5
"""Words up to which a recurring line has no identity of its own."""
BRIEF = 40
"""Letters beyond which a line is not looked at."""
FAR = 1_000
"""Provisions beyond which nothing is looked for: a text of nothing but one line must end, too."""
RUN_IN = 8
"""Words up to which a line can be a heading that its paragraph swallowed."""


def settle_recurring(old: Units, new: Units, links: Links) -> None:
    """Let a recurring short line follow the provision under it, from the last line up."""
    known = _recurring(old) | _recurring(new)
    if not known:
        return
    left: list[Link] = []
    lines_old = [i for i in range(len(old) - 2, -1, -1) if old.texts[i] in known]
    for i in lines_old:
        for j in list(links.of_old[i]):
            below, under = links.of_old[i + 1], links.of_new[j + 1] if j + 1 < len(new) else []
            if new.texts[j] not in known or j + 1 in below:
                continue
            if (below and new.texts[min(below) - 1] in known) or (under and old.texts[min(under) - 1] in known):
                links.remove(i, j)
                left.append((i, j))
    for i in lines_old:
        below = links.of_old[i + 1]
        if not below or links.of_old[i]:
            continue
        j = min(below) - 1
        if j >= 0 and not links.of_new[j] and new.texts[j] in known and old.words(i) == new.words(j):
            links.add(i, j)
    for i, j in left:
        if label_value(old.texts[i]) is None and links.both_free(i, j) and _fits(i, j, links):
            links.add(i, j)


def _fits(i: int, j: int, links: Links) -> bool:
    """Whether a pair keeps the order of the nearest pairs above and below it, as lines of a table of contents do."""
    above = next((links.of_old[k] for k in range(i - 1, max(-1, i - FAR), -1) if links.of_old[k]), [-1])
    end = len(links.of_old)
    below = next((links.of_old[k] for k in range(i + 1, min(end, i + FAR)) if links.of_old[k]), [len(links.of_new)])
    return max(above) < j < min(below)


def bring_home(old: Units, new: Units, links: Links, line: Sequence[Link]) -> bool:
    """Give lines that recur, and were drawn away by a neighbour that moved, the copy in their own place; `line` are the
    pairs that keep their order. Return whether any was found."""
    stayed = frozenset(line)
    strayed = [
        (i, j)
        for i, j in links.pairs()
        if (i, j) not in stayed and old.texts[i] == new.texts[j] and links.of_old[i] == [j] and links.of_new[j] == [i]
    ]
    found = False
    for i, j in strayed:
        if not old.recurs(i) and not new.recurs(j):
            continue
        home = _free_copy(line, 0, i, new, links.of_new, old.texts[i])
        if home is None:
            continue
        links.remove(i, j)
        links.add(i, home)
        found = True
        other = _free_copy(line, 1, j, old, links.of_old, new.texts[j])
        if other is not None:
            links.add(other, j)
    return found


def _free_copy(
    line: Sequence[Link], side: int, place: int, there: Units, partners: Sequence[list[int]], text: str
) -> int | None:
    """Return the first free copy of a text on the other side, between the partners of the nearest pairs around a place;
    `side` is 0 for a place in the old text, 1 for one in the new."""
    at = bisect_left(line, place, key=itemgetter(side))
    low = line[at - 1][1 - side] if at else -1
    high = line[at][1 - side] if at < len(line) else len(there)
    between = range(low + 1, min(high, low + FAR))
    return next((k for k in between if there.texts[k] == text and not partners[k]), None)


def link_twins(old: Units, new: Units, links: Links) -> None:
    """Pair lines that each text has twice, such as a chapter and its line in the contents, as copy with copy."""
    twins_old, twins_new = _twins(old), _twins(new)
    for i, twin_old in twins_old.items():
        for j in list(links.of_old[i]):
            twin_new = twins_new.get(j, -1)
            alone = links.both_free(twin_old, twin_new)
            if (i < twin_old) == (j < twin_new):
                if alone:
                    links.add(twin_old, twin_new)
            elif alone or links.of_old[twin_old] == [twin_new]:
                _uncross((i, j), (twin_old, twin_new), links)


def _uncross(one: Link, other: Link, links: Links) -> None:
    """Exchange the partners of two pairs, of which the second need not be linked."""
    for i, j in (one, other):
        if links.joined(i, j):
            links.remove(i, j)
    links.add(one[0], other[1])
    links.add(other[0], one[1])


def _twins(units: Units) -> dict[int, int]:
    """Return where the other copy of each short line stands that stands twice and is more than a label."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(units.texts):
        if len(text) < BRIEF:
            places[text].append(index)
    pairs = [spots for text, spots in places.items() if len(spots) == 2 and label_value(text) is None]
    return {one: other for a, b in pairs for one, other in ((a, b), (b, a))}


def _recurring(units: Units) -> set[str]:
    """Return the short lines that stand more than once."""
    counts = Counter(text for text in units.texts if len(text) < BRIEF)
    return {text for text, count in counts.items() if count > 1 and len(text.split()) <= SHORT}


def link_run_in(old: Units, new: Units, links: Links) -> None:
    """Link a heading with the paragraph that begins with its words, or that it was cut from."""
    for j in links.free_new():
        if j + 1 < len(new):
            for i in list(links.of_new[j + 1]):
                if _opens(new.words(j), old.words(i)) and not _opens(new.words(j), new.words(j + 1)):
                    links.add(i, j)
                    break
    for i in links.free_old():
        if i + 1 < len(old):
            for j in list(links.of_old[i + 1]):
                if _opens(old.words(i), new.words(j)) and not _opens(old.words(i), old.words(i + 1)):
                    links.add(i, j)
                    break


def _opens(heading: list[int], words: list[int]) -> bool:
    return 0 < len(heading) <= RUN_IN and len(heading) < len(words) and words[: len(heading)] == heading
