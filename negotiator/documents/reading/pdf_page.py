"""The printed lines of a PDF page: characters with their places, put together in reading order, columns apart."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from negotiator.documents.reading.joining import is_han

_SAME_LINE = 0.5
"""Two pieces stand on one line where they share this much of the lower one's height."""
_RAISED = 0.15
"""A mark stands this share of the line's height above its foot."""
_SMALL = 0.85
"""A mark is smaller than this share of the line's usual size."""
_SPACE = 0.2
"""Room wider than this share of the size is a space between two pieces."""
_HAN_ROOM = 0.4
"""Chinese characters this share of their size further apart than is usual in a line have a space between them."""
_COLUMN = 0.8
"""So much of the lines must keep clear of the middle for a page to have two columns."""
_FEWEST = 6
"""Fewer lines than this on a side are no column."""


class Character(NamedTuple):  # a tuple, since a text has hundreds of thousands of them
    """One character and the box that it takes."""

    text: str
    """The character."""
    left: float
    """In points from the left of the page, as are all places."""
    bottom: float
    """From the foot of the page."""
    right: float
    """Where the next one may begin."""
    top: float
    """The height that its font reaches."""
    size: float
    """How tall its font is."""


@dataclass(slots=True)
class PrintedLine:
    """A line of print, or a piece of one."""

    characters: list[Character] = field(default_factory=list)
    """In reading order."""
    left: float = 0.0
    """Where the first one that can be seen begins."""
    bottom: float = 0.0
    """The foot of what is printed in the usual size, marks aside; so with the top."""
    right: float = 0.0
    """Where the last one ends."""
    top: float = 0.0
    """The height that they reach."""
    size: float = 0.0
    """The usual size of its print."""

    def measure(self) -> "PrintedLine":
        """Work out the box from the characters that can be seen."""
        seen = [each for each in self.characters if not each.text.isspace()]
        self.left, self.right = min(each.left for each in seen), max(each.right for each in seen)
        self.size = median(each.size for each in seen)
        usual = [each for each in seen if each.size >= _SMALL * self.size] or seen
        self.bottom, self.top = median(each.bottom for each in usual), median(each.top for each in usual)
        return self

    def text(self, marks: frozenset[str] = frozenset()) -> str:
        """Return the words; a raised number that is one of the marks is written as a call of a note, `[^3]`."""
        largest = max(each.size for each in self.characters if not each.text.isspace())
        parts: list[tuple[str, bool]] = []
        for each in _unspaced(self.characters):
            raised = each.text.isdigit() and each.size < _SMALL * largest and self._is_raised(each, largest)
            if parts and parts[-1][1] == raised:
                parts[-1] = (parts[-1][0] + each.text, raised)
            else:
                parts.append((each.text, raised))
        words = "".join(f"[^{part}]" if raised and part in marks else part for part, raised in parts)
        return re.sub(" {2,}", " ", words).strip()

    def _is_raised(self, character: Character, largest: float) -> bool:
        foot = min(each.bottom for each in self.characters if each.size >= _SMALL * largest)
        return character.bottom > foot + _RAISED * largest

    def begins_with_mark(self) -> str:
        """Return the number that the line begins with, smaller than the rest or not; empty where there is none."""
        digits = ""
        for each in self.characters:
            if not each.text.isdigit():
                break
            digits += each.text
        return digits if len(digits) <= 3 else ""


def _unspaced(characters: list[Character]) -> list[Character]:
    """Leave out the spaces between Chinese characters that are no wider than the usual room between them."""
    seen = [each for each in characters if not each.text.isspace()]
    gaps = [after.left - before.right for before, after in pairwise(seen) if is_han(before.text) and is_han(after.text)]
    if not gaps:
        return characters
    usual = median(gaps)
    kept: list[Character] = []
    last: Character | None = None
    for each in characters:
        if not each.text.isspace():
            if last is not None and kept[-1].text == " " and is_han(last.text) and is_han(each.text):
                apart = each.left - last.right
                if apart <= max(usual, 0) + _HAN_ROOM * each.size:
                    kept.pop()
            last = each
        if not (each.text == " " and kept and kept[-1].text == " "):
            kept.append(each)
    return kept


def printed_lines(characters: Iterable[Character]) -> list[PrintedLine]:
    """Put the characters of a page, in the order in which the file draws them, into lines in reading order."""
    pieces = [piece.measure() for piece in _pieces(characters)]
    middle = _gutter(pieces)
    if middle is None:
        return _joined(pieces)
    lines: list[PrintedLine] = []
    band: tuple[list[PrintedLine], list[PrintedLine]] = ([], [])
    for piece in sorted(pieces, key=lambda each: -each.top) if _is_mixed(pieces, middle) else pieces:
        if piece.left < middle < piece.right:
            lines += _joined(band[0]) + _joined(band[1])
            band = ([], [])
            lines.append(piece)
        else:
            band[piece.left >= middle].append(piece)
    return _joined(lines + _joined(band[0]) + _joined(band[1]))


def _pieces(characters: Iterable[Character]) -> list[PrintedLine]:
    """Cut where the file begins another line, or leaves room as wide as between columns."""
    pieces: list[PrintedLine] = []
    open_: list[Character] = []

    def close() -> None:
        if any(not each.text.isspace() for each in open_):
            pieces.append(PrintedLine(list(open_)))
        open_.clear()

    before: Character | None = None
    for each in characters:
        if each.text in "\r\n":
            close()
            before = None
            continue
        if before is not None and not each.text.isspace() and _leaps(before, each):
            close()
        open_.append(each)
        if not each.text.isspace():
            before = each
    close()
    return pieces


def _leaps(before: Character, after: Character) -> bool:
    reach = 2 * max(before.size, after.size)
    if after.left - before.right > reach or before.left - after.right > reach:
        return True
    return after.top <= before.bottom or before.top <= after.bottom


def _shared(bottom: float, top: float, other_bottom: float, other_top: float) -> float:
    """Return how much of the lower of two boxes stands beside the other."""
    lower = min(top - bottom, other_top - other_bottom) or 1
    return (min(top, other_top) - max(bottom, other_bottom)) / lower


def _joined(pieces: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Join neighbours that stand on one line: a mark set above it, a label and its paragraph, a row of a table."""
    lines: list[PrintedLine] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last is None or _shared(last.bottom, last.top, piece.bottom, piece.top) < _SAME_LINE:
            lines.append(PrintedLine(list(piece.characters)).measure())
            continue
        apart = max(piece.left - last.right, last.left - piece.right)
        if apart < -max(last.size, piece.size):
            lines.append(PrintedLine(list(piece.characters)).measure())
            continue
        if apart > _SPACE * max(last.size, piece.size) and not last.characters[-1].text.isspace():
            end = last.characters[-1]
            last.characters.append(end._replace(text=" ", left=end.right))
        last.characters.extend(piece.characters)
        last.measure()
    return lines


def _gutter(pieces: Sequence[PrintedLine]) -> float | None:
    """Return the place between two columns, which nearly all pieces keep clear of; None for one column."""
    if len(pieces) < 2 * _FEWEST:
        return None
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    third = (right - left) / 3
    edges = Counter(round(piece.left) for piece in pieces if left + third < piece.left < right - third)
    best: float | None = None
    for edge, times in edges.most_common(3):
        middle = edge - 3
        before = [piece for piece in pieces if piece.right <= middle]
        behind = [piece for piece in pieces if piece.left >= middle]
        clear = len(before) + len(behind)
        wide = sum(piece.right - piece.left > third for piece in behind) >= len(behind) / 2
        wide = wide and sum(piece.right - piece.left > third for piece in before) >= len(before) / 2
        if times >= _FEWEST and len(before) >= _FEWEST and wide and clear >= _COLUMN * len(pieces):
            best = middle
            break
    return best


def _is_mixed(pieces: Sequence[PrintedLine], middle: float) -> bool:
    """Say whether the file draws its two columns line by line across both."""
    sides = [piece.left >= middle for piece in pieces if not piece.left < middle < piece.right]
    changes = sum(one != other for one, other in pairwise(sides))
    return changes > len(sides) / 4
