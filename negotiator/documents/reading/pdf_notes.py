"""Footnotes of a printed page, told by their smaller print and their numbers; and the measures of a text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from negotiator.documents.reading.joining import joined
from negotiator.documents.reading.pdf_page import PrintedLine
from negotiator.text.furniture import reason

_NOTE = 0.93
"""The print of a footnote is smaller than this share of the usual size."""
_SMALLER = 0.85
"""A raised number is smaller than this share of the words behind it."""
_WELL_BELOW = 2.5
"""Room of so many lines between the text and its notes."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A page as it is printed."""

    number: int
    """From 1."""
    lines: list[PrintedLine]
    """In reading order."""


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A footnote, or what of the last one goes on from the page before."""

    mark: str
    """Its number; empty where the page begins in the middle of one."""
    words: str
    """What it says."""


def usual_size(pages: Sequence[Printed]) -> float:
    """Return the size of print that most of a text is in."""
    sizes: Counter[int] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(4 * line.size)] += len(line.characters)
    return sizes.most_common(1)[0][0] / 4 if sizes else 1.0


def usual_step(pages: Sequence[Printed]) -> float:
    """Return the usual distance between two lines."""
    steps = [
        above.bottom - below.bottom
        for page in pages
        for above, below in pairwise(page.lines)
        if 0 < above.bottom - below.bottom < 4 * above.size
    ]
    return median_low(steps) if steps else 1.0


def margin_of(lines: Sequence[PrintedLine]) -> float:
    """Return where most lines of a page begin."""
    begins = Counter(round(line.left) for line in lines)
    return float(begins.most_common(1)[0][0]) if begins else 0.0


def notes_apart(lines: Sequence[PrintedLine], usual: float) -> tuple[list[PrintedLine], list[PrintedNote]]:
    """Take the footnotes out of a page; what stands below them, such as its number, stays with the text."""
    end = len(lines)
    while end and _is_furniture(lines[end - 1]):
        end -= 1
    first = end
    while first and lines[first - 1].size < _NOTE * usual:
        first -= 1
    if first == end:
        first = _set_off(lines, end)
    begins = [place for place in range(first, end) if _begins(lines[place])]
    if not begins or (begins[0] != first and first and not _goes_on(lines, first)):
        return list(lines), []
    starts = [first, *begins] if begins[0] != first else begins
    found = []
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        mark = lines[start].begins_with_mark() if start in begins else ""
        words = joined([line.text() for line in lines[start:stop]])
        found.append(PrintedNote(mark, words.removeprefix(mark).strip()))
    return [*lines[:first], *lines[end:]], found


def _is_furniture(line: PrintedLine) -> bool:
    words = line.text()
    return bool(words.isdigit() or reason(words)) and not _is_raised(line)


def _set_off(lines: Sequence[PrintedLine], end: int) -> int:
    """Return where notes in the usual print begin: with a raised number, well below the text; the end where none do."""
    for place in range(end - 1, 0, -1):
        line, above = lines[place], lines[place - 1]
        if above.bottom - line.bottom > _WELL_BELOW * line.size:
            return place if _is_raised(line) else end
    return end


def _is_raised(line: PrintedLine) -> bool:
    mark = line.begins_with_mark()
    rest = next((each for each in line.characters[len(mark) :] if not each.text.isspace()), None)
    return bool(mark) and rest is not None and line.characters[0].size < _SMALLER * rest.size


def _begins(line: PrintedLine) -> bool:
    """Say whether a line begins with the raised number of a note, or with a number and room behind it."""
    mark = line.begins_with_mark()
    if not mark or len(line.characters) <= len(mark):
        return False
    after = line.characters[len(mark)]
    return after.text.isspace() or _is_raised(line)


def _goes_on(lines: Sequence[PrintedLine], first: int) -> bool:
    """Say whether small print that begins without a number stands apart from the text above it."""
    return lines[first - 1].bottom - lines[first].bottom > 1.5 * lines[first].size
