"""The addressable units of a text, and what a reading of a whole text gives."""

from collections import Counter
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a provision is in the structure of its text."""

    TITLE = "title"
    HEADING = "heading"
    PREAMBULAR = "preambular"
    PARAGRAPH = "paragraph"
    SUB_PARAGRAPH = "sub-paragraph"
    ITEM = "item"
    BULLET = "bullet"
    FOOTNOTE = "footnote"
    ANNEX = "annex"


class Provision(NamedTuple):
    """One addressable unit of a text, with its own words only: what stands under it are provisions of their own."""

    index: int  # type: ignore[assignment]  # a field, not the method that looks a value up in a tuple
    """Its place in reading order, from 0."""
    kind: Kind
    """What it is in the structure."""
    path: str
    """Where it stands, unique in its text, such as `B/12/a/ii`."""
    label: str
    """Its label as printed (`12.`, `(a)`, `Objective 5:`, `㈠`), empty where it has none."""
    text: str
    """Its own words without the label, joined across line breaks."""
    level: int = 0
    """Its depth in the tree, 0 at the top."""
    parent: int | None = None
    """The index of the provision it stands under."""
    line: int = 0
    """The line of the source on which it begins, from 1; 0 where there is no source."""


class Doubt(NamedTuple):
    """Something a person should look at before relying on a reading."""

    line: int
    """The line of the source, from 1."""
    code: str
    """A stable name, such as `number-gap` or `bracket-unbalanced`."""
    detail: str
    """The words or labels concerned, as they stand in the text."""


class Dropped(NamedTuple):
    """A line that is not part of the text: a running head, a page number, an address."""

    line: int
    """The line of the source, from 1."""
    text: str
    """The line as it stood."""
    reason: str
    """A stable name, such as `running-head` or `page-number`."""


class Reading(NamedTuple):
    """A text read into provisions, in reading order, with what was doubtful and what was left out."""

    provisions: tuple[Provision, ...]
    """Every provision, in reading order; `provisions[i].index == i`."""
    language: str
    """The language of the text as a two-letter code (`en`, `zh`, `fr`, `es`, `ru`, `ar`)."""
    doubts: tuple[Doubt, ...] = ()
    """What a person should look at."""
    dropped: tuple[Dropped, ...] = ()
    """What was left out, and why."""

    def counts(self) -> dict[str, int]:
        """Count the provisions of each kind, in the order of `Kind`."""
        found = Counter(provision.kind for provision in self.provisions)
        return {kind.value: found[kind] for kind in Kind if found[kind]}
