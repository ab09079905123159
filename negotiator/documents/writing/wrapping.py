"""Wrapping and padding by display columns: escape sequences take none, no character is cut in two."""

import re
from collections.abc import Iterator
from unicodedata import category

from negotiator.display import display_width

RESET = "\x1b[0m"
"""Ends every style."""

_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_PIECE = re.compile(r"\x1b\[[0-9;]*m| +|[!-~]+|.", re.DOTALL)
_WIDE = (
    ("\u2e80", "\u9fff"),
    ("\uac00", "\ud7ff"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uffef"),
    ("\U00020000", "\U0003ffff"),
)
_NEVER_FIRST = frozenset("，。；：、！？）】》”’…·%,.;:!?)]}»-+")
"""Signs that stay with what stands before them, `-}` and `+}` among them."""
_NEVER_LAST = frozenset("（【《“‘[({«")
"""Signs that stay with what stands behind them."""


def columns(text: str) -> int:
    """Count the display columns of a text that may hold style sequences."""
    return display_width(_STYLE.sub("", text) if "\x1b" in text else text)


def pad(text: str, width: int) -> str:
    """Fill a text with spaces up to a number of columns."""
    return text + " " * max(0, width - columns(text))


def wrap(line: str, width: int) -> list[str]:
    """Wrap a line to a number of columns; a style that is on at the end of a line is taken up in the next one."""
    if columns(line) <= width:
        return [line]
    lines: list[str] = []
    current, used, style = "", 0, ""
    for piece in _clusters(line, width):
        words = _STYLE.sub("", piece)
        taken = display_width(words)
        if used + taken > width and used:
            lines.append(current.rstrip(" ") + (RESET if style else ""))
            current, used = style, 0
            if words[:1] == " ":
                words, taken = "", 0
                piece = "".join(_STYLE.findall(piece))
        current += piece
        used += taken
        for sequence in _STYLE.findall(piece):
            style = "" if sequence == RESET else style + sequence
    if columns(current) or not lines:
        lines.append(current)
    elif current:
        lines[-1] += current
    return lines


def _clusters(line: str, width: int) -> Iterator[str]:
    """Give what must stay on one line: words, single Han characters, each with the signs that cling to them."""
    cluster = opening = ""
    clings = in_word = space = False
    for piece in _PIECE.findall(line):
        if piece == RESET:
            cluster += opening + piece
            opening = ""
            continue
        if piece.startswith("\x1b"):
            opening += piece
            continue
        blank = piece[0] == " "
        word = not blank and not _is_wide(piece)
        joins = clings or piece[0] in _NEVER_FIRST or (in_word and word) or _joins(cluster, piece[0])
        if joins and not space and not blank:
            cluster += opening + piece
        else:
            yield from _cut(cluster, width)
            cluster = opening + piece
        opening = ""
        clings = piece[-1] in _NEVER_LAST or piece.endswith(("{+", "{-"))
        in_word, space = word, blank
    yield from _cut(cluster + opening, width)


def _is_wide(piece: str) -> bool:
    """Say whether a line may break on both sides of a character, as in Chinese, Japanese and Korean."""
    return any(first <= piece[0] <= last for first, last in _WIDE)


def _cut(cluster: str, width: int) -> Iterator[str]:
    """Cut what is longer than a line between characters, a combining mark staying with the letter it stands on."""
    if columns(cluster) <= width:
        yield cluster
        return
    part, used = "", 0
    for piece in re.findall(r"\x1b\[[0-9;]*m|.", cluster, re.DOTALL):
        taken = 0 if piece.startswith("\x1b") else display_width(piece)
        if taken and used + taken > width and used and not _joins(part, piece):
            yield part
            part, used = "", 0
        part += piece
        used += taken
    if part:
        yield part


def _joins(part: str, character: str) -> bool:
    """Say whether a character makes one sign with what stands before it."""
    return not character.isascii() and (part.endswith("\u200d") or category(character)[0] == "M")
