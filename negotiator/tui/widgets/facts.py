"""What is known of one thing, name by name: the names in a column, the words hanging beside them."""

from collections.abc import Iterable

from textual.content import Content

from negotiator.tui.text import fitted, marked, shown_safely, width
from negotiator.tui.widgets.wrapping import wrapped

Fact = tuple[str, str, str]
"""What it is about, what there is to say, and the style of that."""
WIDEST_NAME = 14
"""How many columns the names may take."""


def heading_lines(words: str, columns: int) -> list[Content]:
    """Write what the thing is called."""
    return [marked(*line) for line in wrapped([(shown_safely(words), "bold")], columns)]


def fact_lines(facts: Iterable[Fact], columns: int) -> list[Content]:
    """Lay facts out in lines of so many columns; those about which there is nothing to say are left out."""
    told = [fact for fact in facts if fact[1]]
    room = min(max((width(name) for name, _words, _look in told), default=0), WIDEST_NAME)
    return [
        marked((fitted(name if place == 0 else "", room) + " ", "$foreground-muted"), *line)
        for name, words, look in told
        for place, line in enumerate(wrapped([(shown_safely(words), look)], max(8, columns - room - 1)))
    ]


__all__ = ["Fact", "fact_lines", "heading_lines"]
