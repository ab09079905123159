"""Lines become paragraphs: one line each where lines are whole, else joined again where they were broken."""

from collections.abc import Sequence

from negotiator.text.furniture import drop_furniture
from negotiator.text.lines import Line
from negotiator.text.provision import Dropped
from negotiator.text.rows import is_wrapped
from negotiator.text.wording import MARKS


def read_paragraphs(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """Return the paragraphs of a text, footnotes behind the paragraph they stood in, and what was dropped."""
    filled = [line for line in lines if line.text and line.text.strip(MARKS)]
    wrapped = is_wrapped(filled)
    gone, dropped = drop_furniture(filled, wrapped)
    if not wrapped:
        return [line for place, line in enumerate(filled) if place not in gone], dropped
    from negotiator.text.wrapped import unwrap

    return unwrap(filled, gone, dropped), dropped
