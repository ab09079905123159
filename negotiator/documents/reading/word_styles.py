"""Paragraph styles of a Word file: which are headings, and which belong to a list."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiator.documents.reading.word_names import W, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY = 9
"""The outline level of what is no heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs; None where it leaves it to the style that it is based on."""

    based_on: str
    """The style that it is based on."""
    name: str
    """Its name, in small letters."""
    outline: int | None
    """The level of a heading, from 0; 9 for none."""
    list_id: str | None
    """The list that its paragraphs belong to; `0` for none."""
    place: int | None
    """The level in the list."""


class Styles:
    """The styles of a document, each asked through the chain of those that it is based on."""

    def __init__(self, part: "_Element | None") -> None:
        """Read the styles."""
        self._styles: dict[str, Style] = {}
        self._usual = ""
        self.lists: dict[str, str] = {}
        """The list that each numbering style names."""
        for element in () if part is None else part.iter(f"{W}style"):
            name = str(element.get(f"{W}styleId", ""))
            properties = element.find(f"{W}pPr")
            in_list = None if properties is None else properties.find(f"{W}numPr")
            self._styles[name] = Style(
                based_on=value(element, "basedOn") or "",
                name=(value(element, "name") or "").lower(),
                outline=number(properties, "outlineLvl"),
                list_id=value(in_list, "numId"),
                place=number(in_list, "ilvl"),
            )
            if element.get(f"{W}type") == "numbering" and (list_id := value(in_list, "numId")):
                self.lists[name] = list_id
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self._usual = name

    def chain(self, style: str | None) -> list[tuple[str, Style]]:
        """Return a style and those that it is based on, nearest first."""
        found: list[tuple[str, Style]] = []
        name = style if style in self._styles else self._usual
        while name in self._styles and len(found) < 30:
            found.append((name, self._styles[name]))
            name = self._styles[name].based_on
        return found

    def heading(self, style: str | None) -> int:
        """Return the level of the heading that a style makes, from 1; 0 where it makes none."""
        for _name, each in self.chain(style):
            if each.outline is not None:
                return 0 if each.outline >= _BODY else each.outline + 1
            if found := re.fullmatch(r"(?:heading|标题) ?([1-9])", each.name):
                return int(found[1])
            if each.name == "title":
                return 1
        return 0
