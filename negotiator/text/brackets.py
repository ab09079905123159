"""What is not agreed yet: nested [brackets], alternatives, attributions, placeholders; and brackets without a partner.

A bracket may open in one provision and close in a later one of the same article or section.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from negotiator.text.pairing import pair_up, written
from negotiator.text.provision import Provision


class BracketKind(StrEnum):
    """What stands in a bracket."""

    TEXT = "text"
    ALTERNATIVES = "alternatives"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who asks for or against some words."""

    party: str
    """The name as it stands in the text."""
    action: str
    """What they ask: `add`, `delete`, `retain` ...; empty where only the name is given."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """One pair of brackets."""

    provision: int
    """The index of the provision in which it opens."""
    start: int
    """Where it opens in `written(provision)`."""
    closes_in: int
    """The index of the provision in which it closes."""
    end: int
    """Where it ends there, behind the closing bracket."""
    depth: int
    """How many brackets stand around it."""
    words: str
    """What stands inside, several provisions joined by a line break."""
    kind: BracketKind
    """Words that are not agreed, alternatives such as `[shall/should]`, or a placeholder."""
    alternatives: tuple[str, ...] = ()
    """The alternatives in it; for neighbours such as `[shall][should]` the words of all of them."""
    attributions: tuple[Attribution, ...] = ()
    """Whose brackets they are, where they say so."""


@dataclass(frozen=True, slots=True)
class LooseBracket:
    """A bracket without its partner."""

    provision: int
    """The index of the provision in which it stands."""
    place: int
    """Where it stands in `written(provision)`."""
    mark: str
    """The bracket itself."""


@dataclass(frozen=True, slots=True)
class Brackets:
    """All brackets of a text."""

    pairs: tuple[Bracket, ...]
    """In the order in which they open."""
    loose: tuple[LooseBracket, ...]
    """Those without a partner."""

    def count_in(self, provision: int) -> int:
        """Count the pairs that open in a provision."""
        return sum(pair.provision == provision for pair in self.pairs)


_LONGEST_ALTERNATIVES = 200
_FEW_WORDS = 40
_DEEP = 40
_MOST_WORDS = 2_000
_WORDS_BEHIND = r"(?:[A-Z\u00c0-\u00de\u4e00-\u9fff+][\w&+./’'\- ]{0,40})"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(
            r"(?i:\s*(?:placeholder\b.*|tb[acd]|x{1,4}|xx+|n{2,3}|y{2,4}|\.{2,}|…+|_+|\?+|date|number|to be "
            r"(?:added|agreed|completed|confirmed|decided|determined|developed|inserted)|à (?:préciser|compléter)"
            r"|por determinar|待定.*|占位.*|待补.*|待确认.*)\s*)",
            re.DOTALL,
        ),
        re.compile(
            r"[(（]([^()（）:：]{2,60})[:：]\s?(add|delete|retain|keep|replace|move|reserve|reservation|bracket"
            r"|增加|删除|保留|替换|移至|移动|加括号)[^()（）]{0,80}[)）]",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:\s[–—-]\s?|——|\bsupported by )({_WORDS_BEHIND}(?:[,，、;] ?{_WORDS_BEHIND}){{0,40}})$"),
    )


def find_brackets(provisions: Sequence[Provision]) -> Brackets:
    """Return the brackets of a text, paired."""
    texts = [written(provision) for provision in provisions]
    places, loose = pair_up(provisions)
    pairs = [_pair(texts, *place) for place in places]
    return Brackets(tuple(_neighbours(texts, pairs)), tuple(LooseBracket(*place) for place in loose))


def attributions(text: str) -> tuple[Attribution, ...]:
    """Return who asks for what in a text: `(G77: retain)`, `... – EU, CANZ`, `supported by ...`."""
    _, asked, behind = _patterns()
    found = [Attribution(match[1].strip(), match[2].lower()) for match in asked.finditer(text)]
    match = behind.search(text.rstrip(), max(0, len(text) - 400))
    if match:
        found += [Attribution(name.strip().lstrip("+"), "") for name in re.split("[,，、;]", match[1]) if name.strip()]
    return tuple(found)


def _pair(texts: Sequence[str], index: int, start: int, closes_in: int, end: int, depth: int) -> Bracket:
    # In a text of nothing but brackets the words of all of them together would have no bound.
    most = None if depth < _DEEP else start + 1 + _MOST_WORDS
    if index == closes_in:
        words = texts[index][start + 1 : end - 1][: most and _MOST_WORDS]
    else:
        words = "\n".join([texts[index][start + 1 : most], *texts[index + 1 : closes_in], texts[closes_in][: end - 1]])
    kind, options = BracketKind.TEXT, _alternatives(words)
    if options:
        kind = BracketKind.ALTERNATIVES
    elif len(words) < _LONGEST_ALTERNATIVES and _patterns()[0].fullmatch(words):
        kind = BracketKind.PLACEHOLDER
    return Bracket(index, start, closes_in, end, depth, words, kind, options, attributions(words))


def _alternatives(words: str) -> tuple[str, ...]:
    """Split `shall/should`; a citation such as 1/CP.21 or 71/280 is none."""
    if (
        "/" not in words
        or "[" in words
        or len(words) > _LONGEST_ALTERNATIVES
        or re.search(r"\d/|/\d|://|and/or|和/或", words)
    ):
        return ()
    parts = tuple(part.strip() for part in words.split("/"))
    return parts if all(parts) else ()


def _neighbours(texts: Sequence[str], pairs: list[Bracket]) -> list[Bracket]:
    """Give brackets that stand side by side, `[shall][should]`, each other's words as alternatives."""
    by_start = {(pair.provision, pair.start): n for n, pair in enumerate(pairs)}
    done = list(pairs)
    grouped: set[int] = set()
    for n in range(len(pairs)):
        group = [n] if n not in grouped else []
        while group and pairs[group[-1]].kind is BracketKind.TEXT:
            following = by_start.get(_behind(texts, pairs[group[-1]]))
            if following is None or pairs[following].kind is not BracketKind.TEXT:
                break
            group.append(following)
        if len(group) > 1:
            grouped.update(group)
            words = tuple(pairs[g].words for g in group)
            for g in group:
                done[g] = replace(pairs[g], kind=BracketKind.ALTERNATIVES, alternatives=words)
    return done


def _behind(texts: Sequence[str], pair: Bracket) -> tuple[int, int]:
    """Return where an alternative to a bracket would open: right behind it, or one space behind a few words."""
    text = texts[pair.closes_in]
    space = len(pair.words) <= _FEW_WORDS and text[pair.end : pair.end + 1] == " "
    return pair.closes_in, pair.end + space
