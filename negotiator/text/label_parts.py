"""What the readers of labels share: suffixes such as bis and 之二, numbers in brackets, values made once."""

import re
from functools import cache, lru_cache

from negotiator.text.label_words import LATIN_SUFFIXES
from negotiator.text.labels import Label, Style
from negotiator.text.numerals import DIGITS, HAN_DIGITS, digits, han, letters, roman

Read = tuple[int, Label | None]
"""How many characters a label takes, and what it counts; `NONE` where there is no label."""
NONE: Read = (0, None)
SUFFIX = (
    rf"(?:\s?(?:(?i:{'|'.join(LATIN_SUFFIXES)}|alt\.?(?:\s?[{DIGITS}]{{1,2}}(?![{DIGITS}]))?)(?![A-Za-z\u00c0-\u024f])"
    rf"|之[{HAN_DIGITS}]+))"
)
"""What may stand behind a number: bis, ter, alt 2, 之二."""
HAN_NUMBER = f"[{HAN_DIGITS}]{{1,6}}"
"""A Chinese number."""
NUMBER = f"[{DIGITS}]{{1,4}}"
"""A number in digits."""
DIFFERENT = 8_192
"""How many labels are kept in mind."""


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed."""
    return re.compile(source)


@lru_cache(DIFFERENT)
def value(style: Style, numbers: tuple[int, ...], suffix: str = "", word: str = "", letter: int = 0) -> Label:
    """Make a label; the same one is made once."""
    return Label(style, word, numbers, _suffix(suffix), letter)


def _suffix(text: str) -> tuple[tuple[int, int], ...]:
    if not text:
        return ()
    found = []
    for part in pattern(rf"[A-Za-z]+|之[{HAN_DIGITS}]+").finditer(text):
        word = part[0].lower()
        if word == "alt":
            number = pattern(rf"\.?\s?([{DIGITS}]+)").match(text, part.end())
            found.append((1, digits(number[1]) if number else 1))
        elif word[0] == "之":
            found.append((han(word[1:]), 0))
        elif word in LATIN_SUFFIXES:
            found.append((LATIN_SUFFIXES.index(word) + 2, 0))
        else:
            found.append((20 + letters(word), 0))
    return tuple(found)


def counted(text: str, suffix: str, han_style: Style) -> Label | None:
    """Read what stands in brackets or before one: a number, a letter, a roman or Chinese number."""
    if text[0] in HAN_DIGITS:
        return value(han_style, (han(text),), suffix)
    if pattern(f"[{DIGITS}]").match(text):
        return value(Style.PAREN_NUMBER, (digits(text),), suffix)
    small = text.lower()
    letter, number = letters(small), roman(small)
    if number and (not letter or small in ("i", "v", "x", "ii", "iii", "xx", "xxx")):
        return value(Style.ITEM, (number,), suffix, "", letter if len(small) < 3 else 0)
    return value(Style.LETTER, (letter,), suffix) if letter else None
