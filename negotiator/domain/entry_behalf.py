"""For whom somebody speaks, on the entry line: `for GROUP`, `for 27 of GROUP`, `al GROUP`, `dis GROUP`.

    del-b for group-x 27 o ...                    a group that is known
    del-b for 27 of group-x 27 o ...              all but one, unnamed
    del-b for group-x minus del-c, del-d 27 o     all but these
    del-b for group-x plus del-e 27 o             and one more
    del-b for del-b, del-c, del-d 27 o            a list of the day
    del-c al group-x                              aligned with what the group said
    del-d dis group-x 27                          dissociates from it

Several are joined by commas. Words that are codes too (`and`, `can`, `us`) are codes here only in capitals.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from negotiator.domain.entry_labels import begins_with_label

GroupNamed = Callable[[str], str | None]
"""Gives the code of the group with exactly this code or name."""
GroupsLike = Callable[[str], Sequence[str]]
"""Gives the codes of the groups that may be meant by a word."""

MOST_WORDS_IN_A_NAME = 8
"""The longest short name of a State in use has seven words."""

WORDS_THAT_ARE_CODES = frozenset(
    (
        *("al", "am", "an", "and", "are", "as", "at", "be", "by", "can", "cat", "de", "do", "i"),
        *("in", "is", "it", "la", "ma", "me", "mr", "my", "no", "nor", "pa", "per", "so", "to", "us"),
    )
)
"""Small words that are codes of States in capitals; ISO and the English language share them."""

_FOR = re.compile(r"(?:(?:for|on behalf of)\s+|代表\s*)", re.IGNORECASE)
_ALIGNED = re.compile(
    r"(?:(?:al|align(?:s|ed|ing)? with|aligns (?:it|them)sel(?:f|ves) with)\s+|附和\s*)", re.IGNORECASE
)
_APART = re.compile(r"(?:(?:dis|dissociat(?:es|ed|ing)(?: (?:it|them)sel(?:f|ves))? from)\s+|不附和\s*)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})\s*(?:of\s+|个\s*|国\s*)", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?:minus|without|except)\s+|-\s?(?=\w)|[减除]\s*)", re.IGNORECASE)
_PLUS = re.compile(r"(?:plus\s+|\+\s?(?=\w)|加\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BehalfSaid:
    """For whom the line says that somebody speaks."""

    groups: tuple[str, ...] = ()
    """Codes of the groups."""
    states: tuple[str, ...] = ()
    """Codes of those that are named one by one."""
    without: tuple[str, ...] = ()
    """Codes of the members for whom it is not said."""
    count: int | None = None
    """For how many of the group, where only their number is given."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """What stands between the speaker and the paragraphs."""

    behalf: BehalfSaid | None
    """For whom somebody speaks; None for the speaker alone."""
    aligned: tuple[str, ...]
    """Codes of the groups or delegations whose statement the speaker joins."""
    apart: tuple[str, ...]
    """Codes of those whose statement the speaker does not join."""
    rest: str
    """What follows."""
    unknown: str = ""
    """A word in the place of a group that is none."""


@dataclass(frozen=True, slots=True)
class Names:
    """How names on the line are found."""

    speaker: Callable[[str], str | None]
    """Gives the code of the one speaker with exactly this code, alias or name."""
    group: GroupNamed
    """Gives the code of a group."""


def clauses(text: str, names: Names) -> Clauses:
    """Read `for ...`, `al ...` and `dis ...`, in any order, each once; what does not name anybody stays in the rest."""
    behalf: BehalfSaid | None = None
    aligned: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    rest = text
    while True:
        if behalf is None and (found := _FOR.match(rest)):
            read = _behalf(rest[found.end() :], names)
            if read is None:
                return Clauses(None, aligned, apart, rest, _first_word(rest[found.end() :]))
            behalf, rest = read
        elif not apart and (found := _APART.match(rest)):
            items, after = _items(rest[found.end() :], names)
            if not items:
                return Clauses(behalf, aligned, apart, rest, _first_word(rest[found.end() :]))
            apart, rest = tuple(code for code, _group in items), after
        elif not aligned and (found := _ALIGNED.match(rest)):
            items, after = _items(rest[found.end() :], names)
            if not items:
                return Clauses(behalf, aligned, apart, rest, _first_word(rest[found.end() :]))
            aligned, rest = tuple(code for code, _group in items), after
        else:
            return Clauses(behalf, aligned, apart, rest)


def _behalf(text: str, names: Names) -> tuple[BehalfSaid, str] | None:
    counted = _NUMBER.match(text)
    items, rest = _items(text[counted.end() :] if counted else text, names)
    groups = tuple(code for code, group in items if group)
    states = [code for code, group in items if not group]
    if not items or (counted and len(groups) != 1):
        return None
    without: list[str] = []
    while True:
        minus, plus = _MINUS.match(rest), _PLUS.match(rest)
        sign = minus or plus
        if not sign or not groups:
            break
        more, after = _items(rest[sign.end() :], names)
        if not more or any(group for _code, group in more):
            break
        (without if minus else states).extend(code for code, _group in more)
        rest = after
    return BehalfSaid(groups, tuple(dict.fromkeys(states)), tuple(without), int(counted[1]) if counted else None), rest


def _items(text: str, names: Names) -> tuple[list[tuple[str, bool]], str]:
    """Read names joined by commas: each with whether it is a group; returns them and the rest."""
    found: list[tuple[str, bool]] = []
    rest = text
    while True:
        taken = _name(rest, names)
        if taken is None:
            return found, rest if not found else rest.lstrip()
        code, group, after = taken
        found.append((code, group))
        comma = re.match(r"\s*[,，、]\s*", after)
        if comma is None or _name(after[comma.end() :], names) is None:
            return found, after.lstrip(" \t,，、")
        rest = after[comma.end() :]


def _name(text: str, names: Names) -> tuple[str, bool, str] | None:
    """Read the longest name at the beginning of a text; a group wins over a speaker of the same name."""
    segment = re.match(r"[^,，、]*", text)
    words = list(islice(re.finditer(r"\S+", segment[0]), MOST_WORDS_IN_A_NAME)) if segment else []
    for last in reversed(words):
        said = text[: last.end()]
        if (said.casefold() in WORDS_THAT_ARE_CODES and not said.isupper()) or (
            begins_with_label(said) and said[:1].isdigit()
        ):
            continue
        for group, find in ((True, names.group), (False, names.speaker)):
            code = find(said.strip().rstrip(":："))
            if code:
                return code, group, text[last.end() :]
    return None


def _first_word(text: str) -> str:
    found = re.match(r"[^\s,，、]+", text)
    return found[0] if found else ""
