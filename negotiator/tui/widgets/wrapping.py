"""Wrapping text in several styles to the columns of the screen: words stay whole, Chinese breaks anywhere it may."""

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

Span = tuple[str, str]
"""Words and the name of the style they are shown in."""
Line = tuple[Span, ...]
"""One line of the screen."""

_PIECE = re.compile(
    r"\n|[ ]+|[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
    r"|[^ \n\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
)
_NEVER_FIRST = frozenset("，。；：、！？）】》」』”’…·")
_NEVER_LAST = frozenset("（【《「『“‘")


def wrapped(spans: Iterable[Span], columns: int) -> list[Line]:
    """Break styled text into lines of at most so many columns; a word in two styles is not torn at the seam."""
    lines: list[Line] = []
    current: list[Span] = []
    used = 0
    for unit, taken in _units(spans):
        first = unit[0][0]
        if first == "\n":
            lines.append(tuple(current))
            current, used = [], 0
            continue
        if used + taken > columns and used:
            lines.append(_trimmed(current))
            current, used = [], 0
            if first.isspace():
                continue
        if taken > columns:
            *full, last = _cut(unit, columns)
            lines += full
            current, used = list(last), sum(cell_len(text) for text, _style in last)
            continue
        current += unit
        used += taken
    lines.append(tuple(current))
    return [_joined(line) for line in lines]


def _units(spans: Iterable[Span]) -> Iterable[tuple[list[Span], int]]:
    """Give what may not be torn apart: a word across its styles, a sign with the character it belongs to."""
    unit: list[Span] = []
    taken = 0
    word = opening = after_space = False  # what the unit ends with
    for text, style in spans:
        for piece in _PIECE.findall(text):
            space, wide = piece[0] in " \n", len(piece) == 1 and piece >= "\u2e80"
            joins = not space and not after_space and (opening or piece in _NEVER_FIRST or (word and not wide))
            if unit and not joins:
                yield unit, taken
                unit, taken = [], 0
            unit.append((piece, style))
            taken += len(piece) if piece.isascii() else cell_len(piece)
            word, opening, after_space = not space and not wide, piece in _NEVER_LAST, space
    if unit:
        yield unit, taken


def _cut(unit: Sequence[Span], columns: int) -> list[Line]:
    """Cut what is longer than a line between characters."""
    lines: list[Line] = []
    current: list[Span] = []
    used = 0
    for text, style in unit:
        part = ""
        for character in text:
            taken = cell_len(character)
            if used + taken > columns:
                lines.append((*current, (part, style)))
                current, part, used = [], "", 0
            part += character
            used += taken
        current.append((part, style))
    return [*lines, tuple(current)]


def _trimmed(line: list[Span]) -> Line:
    while line and line[-1][0].isspace():
        line.pop()
    return tuple(line)


def _joined(line: Line) -> Line:
    """Put neighbours of one style together, which is what makes drawing quick."""
    joined: list[Span] = []
    for text, style in line:
        if joined and joined[-1][1] == style:
            joined[-1] = (joined[-1][0] + text, style)
        elif text:
            joined.append((text, style))
    return tuple(joined)
