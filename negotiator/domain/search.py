"""Looking for words in everything a workspace holds: which records have them all, and the words around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category, normalize

from negotiator.domain.audience import Audience
from negotiator.i18n import N_


class Room(StrEnum):
    """Where words may stand."""

    DRAFTS = "drafts"
    INPUTS = "inputs"
    LOG = "log"
    PROPOSALS = "proposals"
    LETTERS = "letters"


ROOMS = {
    Room.DRAFTS: N_("drafts"),
    Room.INPUTS: N_("inputs"),
    Room.LOG: N_("log"),
    Room.PROPOSALS: N_("proposals"),
    Room.LETTERS: N_("letters"),
}
"""What people read for each."""
AROUND = 60
"""Characters shown on either side of what was found."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record that may have the words."""

    room: Room
    """Where it stands."""
    code: str
    """What the other commands call it: `I-045`, `R3-12`, `rev1`."""
    place: str
    """Where in it: the label or path of a provision, the name of a file; may be empty."""
    who: str
    """Who said or sent it; may be empty."""
    text: str
    """Its words, as they stand."""
    visibility: Audience = Audience.PUBLIC
    """Who may see it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that has every word, and the words around the first of them."""

    found: Found
    """The record."""
    before: str
    """What stands before."""
    words: str
    """What was found, as it is spelled there."""
    after: str
    """What stands after."""


def loosened(text: str) -> tuple[str, list[int]]:
    """Fold a text for searching; returns it and, for each of its characters, the place it came from.

    Case, accents, width and Arabic vowel marks are set aside; what is left is compared letter by letter, so that
    Chinese is found by one character, two or more.
    """
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in normalize("NFKD", character).casefold():
            if category(part) not in ("Mn", "Cf"):
                folded.append(_ALIKE.get(part, part))
                places.append(place)
    return "".join(folded), places


_ALIKE = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-"}
"""Letters and marks that people do not tell apart when they search."""


def hits(records: Iterable[Found], words: Sequence[str], most: int) -> list[Hit]:
    """Return the records that have every word, in the order given, up to `most`."""
    wanted = [loosened(word)[0] for word in words]
    found: list[Hit] = []
    for each in records:
        folded, places = _folded(each.text, wanted)
        if not folded or not all(word in folded for word in wanted):
            continue
        start = folded.index(wanted[0])
        first, last = places[start], places[start + len(wanted[0]) - 1] + 1
        begin, end = max(0, first - AROUND), min(len(each.text), last + AROUND)
        found.append(
            Hit(
                each,
                ("…" if begin else "") + _one_line(each.text[begin:first]),
                _one_line(each.text[first:last]),
                _one_line(each.text[last:end]) + ("…" if end < len(each.text) else ""),
            )
        )
        if len(found) >= most:
            break
    return found


def _folded(text: str, wanted: Sequence[str]) -> tuple[str, list[int]]:
    """Fold a text letter by letter only where it may have the words: most texts do not."""
    quick = text.casefold()
    if text.isascii():
        return (quick, list(range(len(quick)))) if all(word in quick for word in wanted) else ("", [])
    return loosened(text)


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
