"""The one place where a label is split off a line: `12 bis`, `(a)`, `㈠`, `Article 4`, `第十二条`, `Objective 5:`.

The printed label is kept as it stands; its value says what it counts.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from negotiator.text.han_labels import enclosed, number_and_stop, number_and_unit, word_and_number
from negotiator.text.label_parts import DIFFERENT, HAN_NUMBER, NONE, NUMBER, SUFFIX, Read, counted, pattern, value
from negotiator.text.label_words import HAN_WORDS, LATIN_SUFFIXES, WORDS
from negotiator.text.labels import Label, Style
from negotiator.text.numerals import (
    ABJAD,
    BRANCHES,
    CYRILLIC,
    DIGITS,
    ENCLOSED,
    HAN_DIGITS,
    STEMS,
    TATWEEL,
    digits,
    letters,
    ordinal,
    roman,
)
from negotiator.text.provision import Provision
from negotiator.text.wording import MARKS

_BULLETS = "•·▪◦‣●○■□➢❖"
_STOPS = ".)）．、"
"""What ends a letter or a Roman number that is a label."""
_ROMAN = "IVXLivxl"
_PART_SIZE = 260
"""A roman number without a dot opens a heading only on a line shorter than this."""
Split = tuple[str, Label | None, str]
"""The label as printed, what it counts, and the rest of the line."""


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(
        rf"({NUMBER}(?:[.．][{DIGITS}]{{1,3}})*)({SUFFIX}*)([A-Z]?)(\s?[.．、)）]|\s?[-–—](?=\s))?(?![{DIGITS}/])"
        rf"((?<=[.．]){SUFFIX}\.?(?=\s))?"
    )


@cache
def _plain_number() -> re.Pattern[str]:
    """What nearly all numbered paragraphs begin with, found in a third of the time: `12. States`, not `12. Bis`."""
    suffixes = "|".join(sorted({word[:3] for word in (*LATIN_SUFFIXES, "alt")}))
    return re.compile(rf"([0-9]{{1,4}})\.(?= [A-Z])(?! (?i:{suffixes}))")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(
        rf"[(（]\s?([a-z]{{1,5}}|[A-Z]{{1,4}}|[{DIGITS}]{{1,3}}|{HAN_NUMBER}|[{ABJAD}]{{1,2}}|[{CYRILLIC}]{{1,2}}"
        rf"|[{STEMS}{BRANCHES}])({SUFFIX}*)\s?[)）]({SUFFIX}*)[.:]?"
    )


@cache
def _number_after_word() -> re.Pattern[str]:
    return re.compile(
        rf"\s?(?:№\s?|[Nn][o°º]\.?\s?)?(?:({NUMBER}(?:[-.–][{DIGITS}]{{1,3}})*)({SUFFIX}*)([A-Z]?)(?![A-Za-z{DIGITS}/])"
        rf"|([IVXLC]{{1,7}}|[A-Z])({SUFFIX}*)(?![A-Za-z'’]))"
    )


def split_label(line: str) -> Split:
    """Split a line into its label as printed, what the label counts, and the rest; `("", None, line)` without one."""
    line = line.strip(MARKS)
    if not line:
        return "", None, ""
    first = line[0]
    if first in "[［":
        return _in_brackets(line)
    read = _BY_FIRST.get(first)
    if read is None:
        read = _word
    size, label = read(line)
    return (line[:size], label, line[size:].lstrip(MARKS)) if label is not None else ("", None, line)


@lru_cache(DIFFERENT)
def label_value(label: str) -> Label | None:
    """Return what a printed label counts, None where it counts nothing; a label read from a line always counts."""
    _, found, rest = split_label(label)
    if found is None or rest:  # a dash is a bullet, and some words count, only where a line follows
        _, found, rest = split_label(f"{label} A")
        return found if rest == "A" else None
    return found


def _in_brackets(line: str) -> Split:
    """Read `[Article 3 bis] ...` and `[12 bis. ...`: the bracket stays with the label."""
    inner = line.lstrip("[［ ")
    opened = len(line) - len(inner)
    if opened > 3 or not inner or inner[0] in _BULLETS:
        return "", None, line
    size, label = (_BY_FIRST.get(inner[0]) or _word)(inner)
    if label is None or (label.style is Style.WORD and inner[size : size + 1] not in ("", "]", "］")):
        return "", None, line
    size += opened
    while size < len(line) and line[size] in "]］":
        size += 1
    return line[:size], label, line[size:].lstrip(MARKS)


def _digit(line: str) -> Read:
    plain = _plain_number().match(line)
    if plain and not _is_year(int(plain[1])):
        return plain.end(), _counting(plain[1])
    found = _numbered().match(line)
    if not found:
        return _symbol(line) if "/" in line[:4] else NONE
    if found[4]:
        if found[4][-1] in ".．、" and found[2] == "" and not pattern(r"\s|$|[^\d.,]").match(line, found.end()):
            return NONE
    elif not found[2]:
        dotted = len(found[1]) > 2 and ("." in found[1] or "．" in found[1])
        if (
            found[3]
            or not dotted
            or not pattern(r"[\s\u3000]+[A-ZÀ-ÞА-Я\u0620-\u064a\u4e00-\u9fff\[“\"]").match(line, found.end())
        ):
            return NONE
    numbers = tuple(digits(part) for part in found[1].replace("．", ".").split("."))
    if _is_year(numbers[0]):
        return NONE
    return found.end(), value(Style.NUMBER, numbers, found[2] + found[3] + (found[5] or ""))


def _is_year(number: int) -> bool:
    return 1900 <= number <= 2099


@lru_cache(DIFFERENT)
def _counting(number: str) -> Label:
    return value(Style.NUMBER, (int(number),))


def _symbol(line: str) -> Read:
    found = pattern(r"([0-9]{1,2})/([0-9]{1,3})([A-Z]?)\.(?=\s)").match(line)
    return (found.end(), value(Style.SYMBOL, (int(found[1]), int(found[2])), found[3])) if found else NONE


def _paren(line: str) -> Read:
    found = _bracketed().match(line)
    return (found.end(), counted(found[1], found[2] + found[3], Style.ITEM)) if found else NONE


def _latin(line: str) -> Read:
    second = line[1:2]
    found = None
    if second in _STOPS or (second in _ROMAN and line[0] in _ROMAN):
        found = pattern(r"([A-Z]|[IVXL]{2,6}|[a-z]|[ivxl]{2,6})([.)）．、])(?=\s|$|[\u4e00-\u9fff])").match(line)
    if found:
        text = found[1]
        if text.islower() or found[2] in ")）":
            return found.end(), counted(text, "", Style.ITEM)
        number, letter = roman(text.lower()), letters(text.lower())
        if number and text != "L":
            return found.end(), value(Style.PART, (number,), "", "", letter)
        return (found.end(), value(Style.SECTION, (letter,))) if letter else NONE
    if line[0] in "IVX" and len(line) < _PART_SIZE and line[-1] not in ".;:,":
        found = pattern(r"([IVX]{1,6})(?=\s+[A-Z])").match(line)
        number = roman(found[1].lower()) if found else 0
        if found and number:
            return found.end(), value(Style.PART, (number,))
    return _word(line)


def _word(line: str) -> Read:
    opening = pattern(r"[^\s0-9:：,;()\[\]٠-٩]+").match(line)
    if not opening:
        return NONE
    word = opening[0]
    meaning = WORDS.get(word.lower().replace(TATWEEL, ""))
    if meaning is None or word[0].islower():
        return _native_letter(line)
    end = opening.end()
    if end == len(line):
        return (end, value(Style.WORD, (), "", meaning)) if meaning == "annex" else NONE
    found = _number_after_word().match(line, end)
    if found:
        if found[1]:
            numbers = tuple(digits(part) for part in re.split("[-.–]", found[1]))
        else:
            small = found[4].lower()
            numbers = (roman(small) or letters(small),)
        suffix, end = (found[2] or found[5] or "") + (found[3] or ""), found.end()
    else:
        numbers, end = _ordinal_after(line, end)
        suffix = ""
        if not numbers:
            return NONE
    if meaning in ("pp", "op"):
        closing = pattern(r"\s?[.:)](?=\s|$)|(?=\s|$)").match(line, end)
    else:
        closing = pattern(
            r"\s?(?:\.|[:：]{1,2})(?=\s|$)|\s?[–—-](?=\s)|(?=\s*(?:$|[(（\[“\"*\]］])|\s+[A-ZÀ-Þ])"
        ).match(line, end)
    if not closing or not numbers[0]:
        return NONE
    if meaning in ("op", "paragraph"):
        return closing.end(), value(Style.NUMBER, numbers, suffix)
    return closing.end(), value(Style.WORD, numbers, suffix, meaning)


def _ordinal_after(line: str, start: int) -> tuple[tuple[int, ...], int]:
    found = pattern(r"\s+([^\s:：.(]+)(?:\s([^\s:：.(]+))?").match(line, start)
    if found:
        both = ordinal(f"{found[1]} {found[2]}") if found[2] else 0
        if both:
            return (both,), found.end()
        one = ordinal(found[1])
        if one:
            return (one,), found.end(1)
    return (), start


def _native_letter(line: str) -> Read:
    """Read `أ)`, `أ -`, `а)`: letters of other alphabets before a bracket or a dash."""
    if line[0] in ABJAD or line[0] in CYRILLIC:
        found = pattern(r"(.)(?:[)）]|\s?[-–—ـ](?=\s))").match(line)
        if found:
            return found.end(), value(Style.LETTER, (letters(found[1]),))
    return NONE


def _bullet(line: str) -> Read:
    if line[0] in _BULLETS or (len(line) > 1 and line[1] in " \t\u00a0"):
        return 1, value(Style.BULLET, ())
    return NONE


def _none(_line: str) -> Read:
    return NONE


_BY_FIRST = (
    dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", _latin)
    | dict.fromkeys("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", _digit)
    | dict.fromkeys("(（", _paren)
    | dict.fromkeys(HAN_DIGITS, number_and_stop)
    | {"第": number_and_unit}
    | dict.fromkeys({word[0] for word in HAN_WORDS}, word_and_number)
    | dict.fromkeys(ENCLOSED, enclosed)
    | dict.fromkeys(_BULLETS + "-–—*", _bullet)
    | dict.fromkeys("“\"'‘《", _none)
)


def find_by_label(provisions: Sequence[Provision], asked: str) -> tuple[Provision, ...]:
    """Return what people mean by `27(b)`, `OP12 bis`, `PP3`, `obj 5` or `第12段之二`, the likeliest first."""
    from negotiator.text.finding import find

    return find(provisions, asked)
