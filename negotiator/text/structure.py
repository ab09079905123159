"""A text as lines becomes a reading: provisions with their places, doubts, and what was left out."""

from collections.abc import Sequence

from negotiator.text.language import guess_language
from negotiator.text.lines import Line
from negotiator.text.outline import outline
from negotiator.text.provision import Reading


def read_structure(lines: Sequence[Line], language: str | None = None) -> Reading:
    """Read the lines of a text into provisions; the language is guessed where it is not given."""
    filled = [line for line in lines if line.text and not line.text.isspace()]
    language = language or guess_language(filled)
    provisions, _labels = outline(filled)
    return Reading(tuple(provisions), language)
