"""Square brackets paired over the provisions of a text, and those left without a partner."""

import re
from collections.abc import Sequence
from functools import cache

from negotiator.text.provision import Kind, Provision

OPENING, CLOSING = "[［", "]］"
"""Square brackets, ASCII and full width."""
Place = tuple[int, int, int, int, int]
"""Where a pair opens and closes, each a provision and a place in it, and its depth."""
Loose = tuple[int, int, str]
"""Where a bracket without a partner stands, and the bracket."""


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"\[(?!\^)|［|]|］|\[\^[^\]]{0,20}]")


def written(provision: Provision) -> str:
    """Return a provision with its label, as brackets count in both."""
    return f"{provision.label} {provision.text}".strip() if provision.label else provision.text


def pair_up(provisions: Sequence[Provision]) -> tuple[list[Place], list[Loose]]:
    """Return where each pair opens and closes, in the order in which they open, and the brackets without a partner.

    What is open at the end of an article, a section or an annex at the top of the tree stays open. `[^3]` is a footnote
    mark of Markdown, not a bracket.
    """
    places: list[Place] = []
    loose: list[Loose] = []
    open_: list[Loose] = []
    for provision in provisions:
        if open_ and provision.level == 0 and provision.kind in (Kind.HEADING, Kind.ANNEX, Kind.TITLE):
            loose += open_
            open_ = []
        text = written(provision)
        if "[" not in text and "]" not in text and "［" not in text and "］" not in text:
            continue
        for match in _marks().finditer(text):
            mark = match[0]
            if mark in OPENING:
                open_.append((provision.index, match.start(), mark))
            elif mark in CLOSING:
                if open_:
                    index, start, _ = open_.pop()
                    places.append((index, start, provision.index, match.end(), len(open_)))
                else:
                    loose.append((provision.index, match.start(), mark))
    return sorted(places), sorted(loose + open_)
