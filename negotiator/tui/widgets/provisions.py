"""Provisions as they are read: labels hang, what stands under a paragraph is indented, Chinese fills the line."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from negotiator.display import safe
from negotiator.text.provision import Kind, Provision
from negotiator.tui.text import fitted, marked, width
from negotiator.tui.widgets.wrapping import Line, wrapped

LOOKS = {Kind.TITLE: "bold", Kind.HEADING: "bold", Kind.ANNEX: "bold", Kind.FOOTNOTE: "faint"}
"""Kinds that look otherwise than the rest."""
_MARKUP = {"plain": "", "bold": "bold", "faint": "$text-muted", "label": "bold"}


def provision_rows(
    provisions: Iterable[Provision], columns: int, *, level: int = 0
) -> Iterator[tuple[Provision, Line]]:
    """Lay provisions out in lines of so many columns; `level` is the depth that stands at the left edge."""
    for each in provisions:
        indent = 2 * max(0, min(each.level - level, 6))
        label = safe(each.label.strip())
        hang = width(label) + 1 if label and width(label) <= 8 else 0
        text = safe(each.text if hang or not label else f"{label} {each.text}", lines=True)
        room = max(10, columns - indent - hang)
        for place, line in enumerate(wrapped([(text, LOOKS.get(each.kind, "plain"))], room)):
            head = fitted(label if place == 0 else "", hang)
            yield each, ((" " * indent, "plain"), (head, "label"), *line)


def provision_lines(provisions: Iterable[Provision], columns: int, *, level: int = 0) -> list[Content]:
    """Lay provisions out for a widget that shows content."""
    return [
        marked(*((text, _MARKUP[style]) for text, style in line))
        for _each, line in provision_rows(provisions, columns, level=level)
    ]
