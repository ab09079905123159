"""Hard-wrapped lines as rows of a page: their width, their indent, the room above them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from negotiator.text.furniture import reason
from negotiator.text.lines import Line
from negotiator.text.numbering import split_label
from negotiator.text.wording import is_han

_WIDEST_WRAPPED = 170
"""Nobody wraps by hand or on a page at more columns than this."""
_FULL = 0.72
"""A line this full, measured by the widest ones, may have been broken for want of room."""
_RAGGED = 5
"""So many columns short of the margin a line may have been broken that could not be cut later: one or two signs."""
_FEWEST = 3
"""Fewer lines that end at the same margin may do so by chance."""
_SAMPLE = 4_000
"""So many lines tell how a text is laid out."""
_FUNCTION_WORDS_LISTED = """a an and as at by for from in is of on or that the to under with which
    à au aux ce dans de des du en et la le les ou par pour que sur un une
    al con del el las los o para por que se su un una y"""
_FUNCTION_WORDS = frozenset(_FUNCTION_WORDS_LISTED.split())
"""No paragraph ends with one of these."""
_ENDS = re.compile(r"[.;:!?。；：！？؛؟][\])）”\"’'»]*\s*\d{0,3}$")


class Row(NamedTuple):
    """One line of a wrapped text."""

    text: str
    """The words, without the room around them."""
    line: Line
    """Where they come from."""
    width: int
    """Columns, Han characters counting two."""
    indent: bool
    """It begins with room."""
    gap: int
    """Empty lines above it."""
    broken: bool = False
    """A page may have ended just above it."""


def width(text: str) -> int:
    """Count the columns that a text takes."""
    return len(text) if text.isascii() else len(text) + sum(is_han(char) for char in text)


def ends(text: str) -> bool:
    """Say whether a sentence or a clause that stands by itself ends here, a footnote mark aside."""
    return _ENDS.search(text[-12:]) is not None


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Say whether the lines of a text are broken for want of room, so that paragraphs run over several of them.

    Told from the text as a whole: lines nearly as wide as the widest ones, not ended as sentences end, each followed
    by one that goes on in the middle of a sentence.
    """
    rows = [line.text.strip() for line in lines[:_SAMPLE] if line.text and not line.whole and not line.heading]
    rows = [row for row in rows if row and not row.startswith(("http://", "https://"))]
    if len(rows) < 2:
        return False
    widths = [width(row) if len(row) <= _WIDEST_WRAPPED else _WIDEST_WRAPPED + 1 for row in rows]
    widest = sorted(widths)[int(0.97 * (len(widths) - 1))]
    if widest > _WIDEST_WRAPPED:
        return False
    rows, widths = _without_furniture(rows, widths)
    full = [place for place in range(len(rows) - 1) if widths[place] >= _FULL * widest]
    running = [place for place in full if not ends(rows[place]) and _goes_on(rows[place], rows[place + 1])]
    if len(running) >= 1 and len(running) >= 0.45 * len(full) and len(running) >= 0.12 * len(rows):
        return True
    # Mostly short paragraphs: the few broken lines all end at the same margin.
    margin = max(widths, default=0) - _RAGGED
    at_margin = [place for place in full if widths[place] >= margin]
    broken = [place for place in running if widths[place] >= margin]
    return len(broken) >= _FEWEST and len(broken) >= 0.4 * len(at_margin) and len(broken) >= 0.5 * len(running)


def _without_furniture(rows: list[str], widths: list[int]) -> tuple[list[str], list[int]]:
    kept = [place for place, row in enumerate(rows) if not reason(row)]
    return [rows[place] for place in kept], [widths[place] for place in kept]


def _goes_on(text: str, following: str) -> bool:
    first = following[0]
    if first.islower() or text[text.rfind(" ") + 1 :] in _FUNCTION_WORDS:
        return True
    if text[-1] in ",，、،":
        return False
    if is_han(first) or "\u0600" <= first <= "\u06ff":
        return split_label(following)[1] is None
    return first.isdigit() and split_label(following)[1] is None
