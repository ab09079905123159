"""Automatic numbers of Word paragraphs, worked out as Word shows them.

Word stores no numbers: it stores lists, styles that belong to lists, and levels that count. A counter belongs to the
abstract list, so that all lists made from one count on together, unless one of them starts anew.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from negotiator.documents.reading.counting import STYLES, counted
from negotiator.documents.reading.word_names import VAL, W, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

BULLET = "•"
_DEEPEST = 9
_PICTURES = ("symbol", "wingdings", "webdings", "courier new")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    start: int
    """Where it begins."""
    style: str
    """Word's name for the way of counting, such as `lowerRoman`."""
    pattern: str
    """The label, `%1` standing for the number of the first level."""
    restart: int | None
    """The level (from 1) whose paragraphs start it anew; 0 for none, None for any level above."""
    legal: bool
    """Whether every number in the label is written in digits."""
    paragraph_style: str
    """The style whose paragraphs stand on this level."""
    suffix: str
    """What follows the label: `tab`, `space` or `nothing`."""


@dataclass(slots=True)
class _List:
    """A list that paragraphs name, and what it changes in the abstract list behind it."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Label:
    """A number as Word shows it."""

    text: str
    """Such as `(a)`; empty where the level shows none."""
    suffix: str
    """What follows it: `tab`, `space` or `nothing`."""


class Numbering:
    """The lists of a document, counting paragraph by paragraph."""

    def __init__(self, part: "_Element | None", linked: dict[str, str]) -> None:
        """Read the lists; `linked` says which list a numbering style names."""
        self._lists: dict[str, _List] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._elsewhere: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        self.unknown = 0
        """How many labels were in a way of counting that is not known."""
        if part is None:
            return
        for abstract in part.iter(f"{W}abstractNum"):
            name = str(abstract.get(f"{W}abstractNumId"))
            self._levels[name] = _levels(abstract)
            if link := value(abstract, "numStyleLink"):
                self._elsewhere[name] = link
        for item in part.iter(f"{W}num"):
            self._lists[str(item.get(f"{W}numId"))] = _list(item)
        self._linked = linked

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """Return the level of a list that belongs to a paragraph style."""
        found = self._lists.get(list_id)
        if found:
            for place, level in self._levels.get(self._behind(found), {}).items():
                if level.paragraph_style == style:
                    return place
        return None

    def starts_anew(self, list_id: str, place: int) -> bool:
        """Say whether a list has a start of its own at a level, which LibreOffice ties to its first paragraph there."""
        found = self._lists.get(list_id)
        return found is not None and place in found.starts

    def count(self, list_id: str, place: int) -> Label | None:
        """Count one paragraph of a list and return its label; None where there is no such list or level."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= place < _DEEPEST:
            return None
        abstract = self._behind(found)
        levels = {**self._levels.get(abstract, {}), **found.levels}
        if place not in levels:
            return None
        counts = self._counts.setdefault(abstract, [None] * _DEEPEST)
        self._step(found, levels, counts, place)
        return self._label(levels, counts, place)

    def _behind(self, found: _List) -> str:
        """Follow a list to the abstract list that counts, through the style where it only names one."""
        seen: set[str] = set()
        abstract = found.abstract
        while (style := self._elsewhere.get(abstract)) and abstract not in seen:
            seen.add(abstract)
            other = self._lists.get(self._linked.get(style, ""))
            if other is None:
                break
            abstract = other.abstract
        return abstract

    def _step(self, found: _List, levels: dict[int, Level], counts: list[int | None], place: int) -> None:
        before = counts[place]
        if place in found.starts and place not in found.begun:
            # A new start holds for its own level, when the list first shows at that level.
            counts[place] = found.starts[place]
        elif before is None:
            counts[place] = levels[place].start
        else:
            counts[place] = before + 1
        found.begun.add(place)
        for deeper in range(place + 1, _DEEPEST):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or place < restart:
                counts[deeper] = None

    def _label(self, levels: dict[int, Level], counts: list[int | None], place: int) -> Label:
        level = levels[place]
        if level.style == "bullet":
            return Label(level.pattern, level.suffix)

        def shown(found: "re.Match[str]") -> str:
            above = int(found[1]) - 1
            if above > place:
                return ""
            other = levels.get(above, level)
            count = counts[above]
            style = "decimal" if level.legal and other.style != "decimalZero" else other.style
            self.unknown += style not in STYLES
            return counted(other.start if count is None else count, style)

        return Label(re.sub(r"%([1-9])", shown, level.pattern).strip(), level.suffix)


def _levels(parent: "_Element") -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in parent.iter(f"{W}lvl"):
        place = str(element.get(f"{W}ilvl", ""))
        if place.isdigit():
            found[int(place)] = _level(element)
    return found


def _level(element: "_Element") -> Level:
    style = value(element, "numFmt") or next(
        # Ways of counting that older versions of Word do not know stand in an alternative.
        (str(each.get(f"{W}format") or each.get(VAL)) for each in element.iter(f"{W}numFmt")),
        "decimal",
    )
    pattern = value(element, "lvlText") or ""
    if style == "bullet":
        fonts = element.find(f"{W}rPr/{W}rFonts")
        font = "" if fonts is None else str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "").lower()
        drawn = font in _PICTURES or font.startswith("wingdings") or any(0xE000 <= ord(c) < 0xF900 for c in pattern)
        pattern = BULLET if drawn or not pattern.strip() else pattern
    start, restart = number(element, "start"), number(element, "lvlRestart")
    return Level(
        start=0 if start is None else start,
        style=style,
        pattern=pattern,
        restart=restart,
        legal=is_on(element, "isLgl"),
        paragraph_style=value(element, "pStyle") or "",
        suffix=value(element, "suff") or "tab",
    )


def _list(element: "_Element") -> _List:
    found = _List(value(element, "abstractNumId") or "")
    for override in element.iter(f"{W}lvlOverride"):
        place = str(override.get(f"{W}ilvl", ""))
        if place.isdigit():
            start = number(override, "startOverride")
            if start is not None:
                found.starts[int(place)] = start
            for level in override.iter(f"{W}lvl"):
                found.levels[int(place)] = _level(level)
    return found
