"""What tab completes on the entry line: speaker, group, paragraph; nothing typed is ever taken away.

Speakers come in this order: who has the floor, who waits, who spoke last, then as they are found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.domain.entry_labels import house_form
from negotiator.domain.names import folded
from negotiator.services.speakers import Roll
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.text.provision import Kind

MOST = 8
"""How many candidates are offered at once."""

_IN_A_CLAUSE = re.compile(
    r"(?:^|\s)(?:for|of|al|dis|from|with|minus|without|plus|代表)\s+(?:[^,]*,\s*)*$", re.IGNORECASE
)
"""What stands before a piece that is the name of a group, or of somebody on a list."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may be meant by the piece of the line before the cursor."""

    start: int
    """Where that piece begins."""
    words: tuple[str, ...]
    """What it may become, the likeliest first."""
    speakers: bool = False
    """Whether they are speakers."""


NO_CANDIDATES = Candidates(0, ())
"""Nothing to complete."""


def candidates(line: str, cursor: int, roll: Roll, screen: TextOnScreen, first: Sequence[str] = ()) -> Candidates:
    """Say what the piece before the cursor may become; `first` are the likeliest speakers, the likeliest first.

    On an empty line they are all that is offered, so that one key names whoever has the floor.
    """
    before = line[:cursor]
    typed = before.lstrip(" +＋")
    start = len(before) - len(typed)
    if not typed:
        return Candidates(start, tuple(first[:MOST]), speakers=True) if not line[cursor:].strip() else NO_CANDIDATES
    likely = ranked(roll.like(typed), typed, first) if not _speaker_ends(typed, roll) else []
    if likely:
        return Candidates(start, tuple(likely[:MOST]), speakers=True)
    piece = re.split(r"[\s,，、;]", before)[-1]
    if not piece or " " not in typed:
        return NO_CANDIDATES
    if _IN_A_CLAUSE.search(before[: cursor - len(piece)]):
        named = [*roll.groups_like(piece), *ranked(roll.like(piece), piece, first)]
        if named:
            return Candidates(cursor - len(piece), tuple(dict.fromkeys(named))[:MOST], speakers=True)
    wanted = house_form(piece).casefold()
    found = [label for label in labels(screen) if label.casefold().startswith(wanted) and label.casefold() != wanted]
    return Candidates(cursor - len(piece), tuple(found[:MOST]))


def ranked(found: Sequence[str], typed: str, first: Sequence[str]) -> list[str]:
    """Put those that are likely to speak now before the others; a code that is written out stays on top."""
    place = {code: number for number, code in enumerate(first)}
    exact = folded(typed)
    return sorted(found, key=lambda code: (folded(code) != exact, place.get(code, len(place))))


def _speaker_ends(typed: str, roll: Roll) -> bool:
    """Say whether the speaker is written out and something follows."""
    first, _space, rest = typed.partition(" ")
    return bool(rest or typed.endswith(" ")) and (roll.named(first) is not None or len(roll.like(first)) == 1)


def labels(screen: TextOnScreen) -> list[str]:
    """Return the labels of the paragraphs of the text on screen as one types them."""
    found = []
    for each in screen.provisions:
        if each.kind is Kind.PARAGRAPH and each.label:
            found.append(house_form(each.label.rstrip(".、 ")))
        elif each.kind is Kind.HEADING and folded(each.label).startswith(("objective", "目标")):
            found.append(house_form(each.label.rstrip(":：.")))
    return list(dict.fromkeys(found))


def completed(line: str, found: Candidates, cursor: int, word: str) -> tuple[str, int]:
    """Put a candidate in the place of the piece before the cursor; returns the line and where the cursor is then."""
    after = line[cursor:]
    gap = "" if after.startswith(" ") else " "
    return line[: found.start] + word + gap + after, found.start + len(word) + 1
