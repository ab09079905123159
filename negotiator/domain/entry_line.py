"""The entry line of the floor log: speaker, paragraph, position, words, in that order and no other.

The order is what keeps words from being mistaken for codes: AND, ARE, CAN, NOR and PER are ISO codes, and `a` is both a
position and a word. After the speaker come the paragraphs, if any; after these one lone small letter is the position;
all the rest is words. A colon by itself ends the codes: `del-a 27 : a word of thanks`.

    del-a 27 o weakens the chapeau          one paragraph
    del-a 27(b), 31-33 w with a deadline    several, and a range
    del-a OP12 bis a "where applicable"     labels in two words
    del-a q when will the text be out?      no paragraph
    瑞士 27 s 同意                           Chinese name or pinyin
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from negotiator.domain.meeting import LETTERS, Position

SpeakerNamed = Callable[[str], str | None]
"""Gives the code of the one speaker with exactly this code, alias or name, in any script."""
SpeakersLike = Callable[[str], Sequence[str]]
"""Gives the codes of the speakers whose code or name begins so, the likeliest first."""
KnownLabel = Callable[[str], bool]
"""Says whether the text on screen has a paragraph of this label."""

MOST_WORDS_IN_A_NAME = 8
"""The longest short name of a State in use has seven words."""

_BASE = r"(?:(?:PP|OP)\s?\d+|(?:obj(?:ective)?|art(?:icle)?)\.?\s?\d+|目标\s?\d+|第\s?\d+\s?(?:条|段)|\d+(?:\.\d+)*)"
_AFTER = r"(?:\s?(?:bis|ter|quater|quinquies|alt(?:\s\d+)?)(?![^\W\d_])|之[二三四五])?"
_SUBS = r"(?:(?:\s?\([a-z]{1,5}\))+|(?<!\d{4})[a-h](?![^\W_]))?"
# A glued letter is a sub-paragraph only up to h: "27s" is a slip of the finger, and "1000s" is a word.
_LABEL = re.compile(rf"(?:¶|para(?:graph)?s?\.?\s)?\s?({_BASE}{_AFTER}{_SUBS})(?=[\s,;:\-–—]|$)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*([,;\-–—])\s*")
_COLON = re.compile(r":\s+|:$")


@dataclass(frozen=True, slots=True)
class LineDoubt:
    """Something on the line that was not understood; it stays where it is."""

    code: str
    """`speaker-missing`, `speaker-unknown`, `speaker-unclear` or `paragraph-unknown`."""
    words: str
    """The words concerned."""
    suggestions: tuple[str, ...] = ()
    """Codes that may have been meant, the likeliest first."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """What a line says, as far as it was understood."""

    speaker: str | None
    """The code of the speaker."""
    paragraphs: tuple[str, ...]
    """The labels in the house's form; both ends of a range stand in one label, as in `31-33`."""
    position: Position | None
    """What the speaker says of them."""
    words: str
    """The rest, exactly as typed."""
    doubts: tuple[LineDoubt, ...] = ()
    """What was not understood."""


def parse_entry(line: str, named: SpeakerNamed, like: SpeakersLike, known: KnownLabel) -> EntryLine:
    """Read a line; nothing typed is ever dropped: what is no code stays in the words."""
    text = line.strip()
    speaker, rest, doubt = _speaker(text, named, like)
    doubts = [doubt] if doubt else []
    paragraphs, rest = _paragraphs(rest)
    doubts += [LineDoubt("paragraph-unknown", label) for label in paragraphs if not _all_known(label, known)]
    position, rest = _position(rest)
    return EntryLine(
        speaker, paragraphs, position, _COLON.sub("", rest, count=1) if rest[:1] == ":" else rest, tuple(doubts)
    )


def _speaker(text: str, named: SpeakerNamed, like: SpeakersLike) -> tuple[str | None, str, LineDoubt | None]:
    words = list(re.finditer(r"\S+", text))
    if not words:
        return None, "", LineDoubt("speaker-missing", "")
    # The longest name wins: "Guinea Bissau" is not Guinea.
    for last in reversed(words[:MOST_WORDS_IN_A_NAME]):
        code = named(text[: last.end()].rstrip(",:"))
        if code:
            return code, text[last.end() :].strip(), None
    first, rest = words[0].group(), text[words[0].end() :].strip()
    candidates = tuple(like(first))
    if len(candidates) == 1 and _is_telling(first):
        return candidates[0], rest, None
    if candidates:
        return None, rest, LineDoubt("speaker-unclear", first, candidates)
    return None, rest, LineDoubt("speaker-unknown", first)


def _is_telling(prefix: str) -> bool:
    """Three letters, or two characters of a script without letters, are enough to mean one speaker."""
    return len(prefix) >= (3 if prefix.isascii() else 2)


def _paragraphs(text: str) -> tuple[tuple[str, ...], str]:
    labels: list[str] = []
    place = 0
    joined_by = ""
    while True:
        found = _LABEL.match(text, place)
        if not found:
            break
        label = house_form(found[1])
        if joined_by in ("-", "–", "—"):
            labels[-1] = f"{labels[-1]}-{label}"
        else:
            labels.append(label)
        place = found.end()
        between = _BETWEEN.match(text, place)
        if not between or not _LABEL.match(text, between.end()):
            break
        joined_by, place = between[1], between.end()
    return tuple(labels), text[place:].lstrip(",; \t") if labels else text


def house_form(label: str) -> str:
    """Write a label one way: `27 (b)` and `27b` as `27(b)`, `op12 BIS` as `OP12 bis`, `Objective 5` as `obj 5`."""
    plain = " ".join(normalize("NFKC", label).split())
    plain = re.sub(r"^(pp|op)\s?(?=\d)", lambda found: found[1].upper(), plain, flags=re.IGNORECASE)
    plain = re.sub(r"^(?:obj(?:ective)?\.?|目标)\s?(?=\d)", "obj ", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^art(?:icle)?\.?\s?(?=\d)", "art ", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^第\s?(\d+)\s?条", r"art \1", plain)
    plain = re.sub(r"^第\s?(\d+)\s?段", r"\1", plain)
    plain = re.sub(r"(?<=\d)\s?(bis|ter|quater|quinquies|alt)\b", lambda f: " " + f[1].lower(), plain, flags=re.I)
    plain = re.sub(r"(?<=\d)([a-hA-H])$", lambda found: f"({found[1].lower()})", plain)
    return re.sub(r"\s\(", "(", plain)


def _all_known(label: str, known: KnownLabel) -> bool:
    return all(known(end) for end in label.split("-"))


def _position(text: str) -> tuple[Position | None, str]:
    """A lone letter is a position; a capital one is the word `I` or `A`. A full-width letter counts as its own."""
    letter, _, rest = text.partition(" ")
    position = LETTERS.get(normalize("NFKC", letter))
    return (position, rest.strip()) if position else (None, text)
