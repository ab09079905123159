"""Short lines that recur ("Option 1:") and headings run into their paragraph: they go with what stands under them."""

from collections import Counter

from negotiator.comparing.links import Links
from negotiator.comparing.units import Units

SHORT = 5
"""Words up to which a recurring line has no identity of its own."""
BRIEF = 40
"""Letters beyond which a line is not looked at."""
RUN_IN = 8
"""Words up to which a line can be a heading that its paragraph swallowed."""


def settle_recurring(old: Units, new: Units, links: Links) -> None:
    """Let a recurring short line follow the provision under it, from the last line up."""
    known = _recurring(old) | _recurring(new)
    if not known:
        return
    lines_old = [i for i in range(len(old) - 2, -1, -1) if old.texts[i] in known]
    for i in lines_old:
        for j in list(links.of_old[i]):
            below, under = links.of_old[i + 1], links.of_new[j + 1] if j + 1 < len(new) else []
            if new.texts[j] not in known or j + 1 in below:
                continue
            if (below and new.texts[min(below) - 1] in known) or (under and old.texts[min(under) - 1] in known):
                links.remove(i, j)
    for i in lines_old:
        below = links.of_old[i + 1]
        if not below or links.of_old[i]:
            continue
        j = min(below) - 1
        if j >= 0 and not links.of_new[j] and new.texts[j] in known and old.words(i) == new.words(j):
            links.add(i, j)


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
