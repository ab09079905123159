"""Footnotes printed between the lines of a text: found by their numbers, set apart from the sentence they cut."""

import re
from collections.abc import Sequence

from negotiator.text.numbering import split_label
from negotiator.text.numerals import DIGITS
from negotiator.text.rows import Row, ends
from negotiator.text.wording import is_closing

_MONTHS_LISTED = "January February March April May June July August September October November December"
_MONTHS = tuple(_MONTHS_LISTED.split())
_NUMBER_ALONE = re.compile(rf"[{DIGITS}]{{1,3}}")
_NUMBERED = re.compile(rf"([{DIGITS}]{{1,3}})[\s\u3000]+(?=[^\s{DIGITS}])")
_NUMBERED_IN_ZONE = re.compile(rf"([{DIGITS}]{{1,3}})[\s\u3000]+(?=\S)")
_STEP = 6
"""A footnote may come this far after the last one: the ones between were lost or stand elsewhere."""


def footnote_rows(rows: Sequence[Row], rules: frozenset[int]) -> dict[int, str]:
    """Return the places of the rows that belong to footnotes, with the mark of each one.

    `rules` are the places of the rows right under a footnote rule. Without a rule a footnote begins where a number
    that the text above bears as a mark stands at the start of a line set off from the text.
    """
    found: dict[int, str] = {}
    last, mark, zone = 0, "", False
    usual = _usual_gap(rows)
    marks = _Marks(rows)
    for place, row in enumerate(rows):
        if zone and _zone_ends(rows, place, usual, place in rules):
            zone, mark = False, ""
        number = _begins(rows, place, zone)
        if place in rules:
            zone = True
            number = _begins(rows, place, zone)
        if number == last + 1 or (last < number <= last + _STEP and _NUMBERED.match(row.text)):
            set_off = zone or row.gap > usual or row.indent or row.broken
            if zone or (set_off and _may_begin(rows, place) and marks.seen(number, place)):
                zone, last = True, number
                mark = str(number)
        if zone and mark:
            found[place] = mark
    return found


def _usual_gap(rows: Sequence[Row]) -> int:
    gaps = sorted(row.gap for row in rows[:2000])
    return gaps[len(gaps) // 2] if gaps else 0


def _begins(rows: Sequence[Row], place: int, zone: bool) -> int:
    """Return the number with which a row begins as a footnote does, else 0."""
    text = rows[place].text
    match = _NUMBERED.match(text)
    if match:
        return int(match[1])
    match = _NUMBERED_IN_ZONE.match(text) if zone else None
    if match:
        return int(match[1])
    if zone and _NUMBER_ALONE.fullmatch(text):
        return int(text)
    return 0


def _may_begin(rows: Sequence[Row], place: int) -> bool:
    """Say whether no month, day or measure stands behind the number."""
    if is_closing(rows[place].text):
        return False
    rest = _NUMBERED.sub("", rows[place].text, count=1)
    return not rest.startswith(("年", "月", "日", "个", "段", "号", "次", "天", "项", "条", "per ", *_MONTHS))


def _zone_ends(rows: Sequence[Row], place: int, usual: int, rule: bool) -> bool:
    row = rows[place]
    if rule:
        return True
    if row.broken or (usual and not row.gap and not _NUMBER_ALONE.fullmatch(rows[place - 1].text)):
        return True
    if _NUMBERED.match(row.text) or _NUMBER_ALONE.fullmatch(row.text):
        return False
    return ends(rows[place - 1].text) and split_label(row.text)[1] is not None


class _Marks:
    """Where the running text bears footnote marks."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._read = 0
        self._seen: dict[int, int] = {}

    def seen(self, number: int, place: int) -> bool:
        """Say whether the text above a row bears this mark, right behind a word or a stop, or alone on its line."""
        pattern = _mark_pattern()
        for index in range(self._read, place):
            for match in pattern.finditer(self._rows[index].text):
                self._seen.setdefault(int(match[1] or match[2]), index)
        self._read = max(self._read, place)
        return number in self._seen


_PATTERN: list[re.Pattern[str]] = []


def _mark_pattern() -> re.Pattern[str]:
    if not _PATTERN:
        _PATTERN.append(
            re.compile(
                rf"[^\s{DIGITS}(/.:,\-–—][”\"’'»)）]?([{DIGITS}]{{1,3}})(?![{DIGITS}.,/:%\-–—]*[{DIGITS}])"
                rf"|(?:^|(?<=[,.;，；。]))([{DIGITS}]{{1,3}})(?=[\s\u3000]|$)"
            )
        )
    return _PATTERN[0]
