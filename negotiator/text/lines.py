"""Lines of a text as a document reader hands them to the structure reader."""

from itertools import count
from typing import NamedTuple


class Line(NamedTuple):
    """One line or paragraph of a source, before its structure is known."""

    text: str
    """The words, including any label, without the line break."""
    number: int
    """Where it stands in the source, from 1."""
    heading: int = 0
    """The level of a heading where the format knows it, from 1; 0 where it is not said to be a heading."""
    note: str = ""
    """The mark of a footnote where the format knows that the line is one, such as `3`."""
    whole: bool = False
    """True where the format says that this is a whole paragraph (Word, Markdown), so that it is never joined."""
    page: int = 0
    """The page, from 1, where the format has pages; 0 where it has none."""


def plain_lines(text: str) -> tuple[Line, ...]:
    """Split a plain text into lines, numbered from 1."""
    return tuple(map(Line, text.splitlines(), count(1)))
