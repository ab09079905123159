"""Footnotes and endnotes of a Word file: their marks, in the order in which the text calls them, and their words."""

from typing import TYPE_CHECKING

from negotiator.documents.reading.counting import counted
from negotiator.documents.reading.word_names import W, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}


class Marks:
    """Hands out the marks of notes as the text calls them; they run on through the whole file."""

    def __init__(self, document: "_Element", settings: "_Element | None") -> None:
        """Look up how notes are counted."""
        self.called: dict[tuple[str, str], str] = {}
        """The mark of each note by kind and identifier, in the order of the calls."""
        self._counts = {"footnote": 0, "endnote": 0}
        self._styles = {kind: _style(kind, document, settings) for kind in _USUAL}

    def mark_of(self, kind: str, identifier: str) -> str:
        """Return the mark of a note, the next one of its kind where it is called for the first time."""
        if (kind, identifier) not in self.called:
            self._counts[kind] += 1
            self.called[kind, identifier] = counted(self._counts[kind], self._styles[kind])
        return self.called[kind, identifier]


def _style(kind: str, document: "_Element", settings: "_Element | None") -> str:
    for root in (document, settings):
        for properties in () if root is None else root.iter(f"{W}{kind}Pr"):
            if style := value(properties, "numFmt"):
                return style
    return _USUAL[kind]


def notes_of(part: "_Element | None", kind: str) -> dict[str, "_Element"]:
    """Return the notes of a part by their identifiers, without the lines that only separate them from the text."""
    if part is None:
        return {}
    return {str(note.get(f"{W}id")): note for note in part.iter(W + kind) if note.get(f"{W}type", "normal") == "normal"}
