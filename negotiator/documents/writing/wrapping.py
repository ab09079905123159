"""Wrapping and padding by display columns, with escape sequences taking none and no character cut in two."""

import re
from collections.abc import Iterator

from negotiator.display import display_width

_PIECE = re.compile(
    r"\x1b\[[0-9;]*m|[ ]+|[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]|[^ \x1b\u2e80-\u9fff"
    r"\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]+"
)
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_NEVER_FIRST = frozenset("，。；：、！？）】》”’…·%,.;:!?)]}»")
"""Signs that stay with what stands before them."""


def columns(text: str) -> int:
    """Count the display columns of a text that may hold style sequences."""
    return display_width(_STYLE.sub("", text) if "\x1b" in text else text)


def pad(text: str, width: int) -> str:
    """Fill a text with spaces up to a number of columns."""
    return text + " " * max(0, width - columns(text))


def wrap(line: str, width: int) -> list[str]:
    """Wrap a line to a number of columns; a style that is on at the end of a line is taken up in the next one."""
    lines: list[str] = []
    current, used, style = "", 0, ""
    for piece in _pieces(line, width):
        if piece.startswith("\x1b"):
            current += piece
            style = "" if piece == "\x1b[0m" else style + piece
            continue
        taken = columns(piece)
        if used + taken > width and used and piece[:1] not in _NEVER_FIRST:
            lines.append(current.rstrip(" ") + ("\x1b[0m" if style else ""))
            current, used = style, 0
            if piece.isspace():
                continue
        current += piece
        used += taken
    lines.append(current)
    return lines


def _pieces(line: str, width: int) -> Iterator[str]:
    for piece in _PIECE.findall(line):
        if piece.startswith("\x1b") or columns(piece) <= width:
            yield piece
        else:
            yield from _cut(piece, width)


def _cut(piece: str, width: int) -> Iterator[str]:
    """Cut a word longer than a line between characters, a mark staying with the letter it stands on."""
    part, used = "", 0
    for character in piece:
        taken = display_width(character)
        if used + taken > width and taken and part:
            yield part
            part, used = "", 0
        part += character
        used += taken
    if part:
        yield part
