"""Two pieces of one sentence put together again: hyphens undone with care, Chinese without a space."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from negotiator.text.wording import is_han

_HYPHENS = "-\u2010"
_SOFT = "\u00ad"
_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u052f"


@cache
def _words() -> re.Pattern[str]:
    return re.compile(f"[{_LETTERS}]+")


@cache
def _digits_in_han() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile("[\u4e00-\u9fff] [0-9]|[0-9] [\u4e00-\u9fff]"),
        re.compile("[\u4e00-\u9fff][0-9]|[0-9][\u4e00-\u9fff]"),
    )


class Joiner:
    """Joins the lines of one text by that text's own habits."""

    def __init__(self, lines: Sequence[str]) -> None:
        spaced, close = _digits_in_han()
        sample = "\n".join(lines[:400])
        self._spaced = len(spaced.findall(sample)) > len(close.findall(sample))
        self._lines = lines
        self._words: frozenset[str] | None = None

    def join(self, pieces: Iterable[str]) -> str:
        """Join the pieces of one paragraph."""
        whole: list[str] = []
        for piece in pieces:
            if not piece:
                continue
            if whole:
                whole.append(self._between(whole, piece))
            whole.append(piece)
        return "".join(whole)

    def _between(self, whole: list[str], piece: str) -> str:
        before, after = whole[-1][-1], piece[0]
        if before == _SOFT:
            whole[-1] = whole[-1][:-1]
            return ""
        if before in _HYPHENS and after.islower() and len(whole[-1]) > 1 and whole[-1][-2].isalpha():
            if self._is_one_word(whole[-1], piece):
                whole[-1] = whole[-1][:-1]
            return ""
        if is_han(before) and is_han(after):
            return ""
        if is_han(before) or is_han(after):
            other = after if is_han(before) else before
            letter = before if is_han(before) else after
            return " " if self._spaced and other.isalnum() and "\u4e00" <= letter <= "\u9fff" else ""
        if before == "/" or (before in "-–—" and after.isdigit()):
            return ""
        return " "

    def _is_one_word(self, first: str, second: str) -> bool:
        """Say whether the text itself writes the two halves as one word elsewhere."""
        if self._words is None:
            self._words = frozenset(_words().findall("\n".join(self._lines).lower()))
        heads, tail = _words().findall(first[-40:].lower()), _words().match(second)
        return bool(heads) and tail is not None and heads[-1] + tail[0].lower() in self._words
