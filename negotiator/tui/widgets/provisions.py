"""Provisions as they are read: labels hang, what stands under a paragraph is indented, Chinese fills the line."""

from collections.abc import Iterable

from textual.content import Content

from negotiator.display import safe
from negotiator.text.provision import Kind, Provision
from negotiator.tui.text import fitted, marked, width
from negotiator.tui.widgets.wrapping import wrapped

LOOKS = {Kind.TITLE: "bold", Kind.HEADING: "bold", Kind.ANNEX: "bold", Kind.FOOTNOTE: "$text-muted"}
"""Kinds that look otherwise than the rest."""


def provision_lines(provisions: Iterable[Provision], columns: int, *, level: int = 0) -> list[Content]:
    """Lay provisions out in lines of so many columns; `level` is the depth that stands at the left edge."""
    rows: list[Content] = []
    for each in provisions:
        indent = 2 * max(0, min(each.level - level, 6))
        label = safe(each.label.strip())
        hang = width(label) + 1 if label and width(label) <= 8 else 0
        look = LOOKS.get(each.kind, "")
        text = safe(each.text if hang or not label else f"{label} {each.text}", lines=True)
        room = max(10, columns - indent - hang)
        for place, line in enumerate(wrapped([(text, look)], room)):
            head = (fitted(label if place == 0 else "", hang), "bold") if hang else ""
            rows.append(marked(" " * indent, head, *line))
    return rows


__all__ = ["provision_lines"]
