"""What a text seems to be about: topics whose names, or numbers, stand in its words. A person confirms them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from negotiator.domain.names import folded

ENOUGH = 0.6
"""Share of the weight of a topic's name that must be found; a word that many topics share weighs little."""
MOST = 8
"""How many topics are suggested at most."""
SHORT = 4
"""Letters from which on a word of a name can tell anything."""
EMPTY = frozenset(("with", "their", "every", "from", "than", "less", "that", "last", "well"))
"""Longer words of names that tell nothing."""
HAN = re.compile(r"[\u3400-\u9fff]+")
_NUMBERED = re.compile(r"\bobjectives?\s+(\d{1,2})\b|目标\s*(\d{1,2})(?!\d)", re.IGNORECASE)
_LETTERED = re.compile(r"\bannex\s+ii\b[^\n]{0,30}?\(([a-x])\)|附件二[^\n]{0,12}?[(（]([a-x])[)）]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clue:
    """A topic that a text may be about."""

    topic: str
    """Its code."""
    words: tuple[str, ...]
    """What in the text tells so."""
    share: float
    """How much of its name was found, from 0 to 1; 1 where its number stands there."""


def topic_clues(text: str, topics: Sequence[tuple[str, Iterable[str]]]) -> tuple[Clue, ...]:
    """Return the topics that a text seems to be about, the likeliest first; `topics` are codes with their names."""
    parts = {code: [part for part in map(_parts, names) if part] for code, names in topics}
    df = Counter(word for named in parts.values() for word in {word for part in named for word in part})
    weight = {word: log((1 + len(parts)) / count) for word, count in df.items()}
    said = frozenset(map(_stem, re.findall(r"[^\W\d_]+", folded(text))))
    found = []
    for code, named in parts.items():
        for part in named:
            there = tuple(word for word in part if (word in text if HAN.match(word) else word in said))
            share = sum(map(weight.__getitem__, there)) / sum(map(weight.__getitem__, part))
            if share >= ENOUGH:
                found.append(Clue(code, there, round(share, 3)))
    found += [Clue(code, (words,), 1.0) for code, words in _mentioned(text) if code in parts]
    best: dict[str, Clue] = {}
    for clue in sorted(found, key=lambda clue: (-clue.share, -len(clue.words), clue.topic)):
        best.setdefault(clue.topic, clue)
    return tuple(best.values())[:MOST]


def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name that can tell something; of a Chinese name its halves around 与 and 和."""
    han = [part for run in HAN.findall(name) for part in re.split("[与和及]", run) if len(part) > 1]
    latin = [_stem(word) for word in re.findall(r"[a-z]+", folded(name)) if len(word) >= SHORT and word not in EMPTY]
    return tuple(dict.fromkeys([*han, *latin]))


def _stem(word: str) -> str:
    """Take the ending off a plural."""
    if len(word) > SHORT and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > SHORT and word.endswith("s") and not word.endswith("ss") else word


def _mentioned(text: str) -> Iterable[tuple[str, str]]:
    for match in _NUMBERED.finditer(text):
        yield f"objective-{int(match[1] or match[2])}", match[0]
    for match in _LETTERED.finditer(text):
        yield f"annex-ii-{(match[1] or match[2]).lower()}", match[0]
