"""Files that came back with tracked changes and comments, each of them found at its place in the text."""

from dataclasses import dataclass
from os import PathLike
from pathlib import PurePath

from negotiator.documents.reading.registry import WORD, bytes_of, media_type_of
from negotiator.documents.reading.word_markup import Comment, Markup, TrackedChange, read_marked
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.text.provision import Provision
from negotiator.text.structure import read_structure


@dataclass(frozen=True, slots=True)
class Placed:
    """A tracked change or a comment, and the provision in which it stands."""

    mark: TrackedChange | Comment
    """What was marked."""
    provision: Provision | None
    """In the text with the changes accepted, or rejected for what was taken out; None before the first provision."""


def marks_of(path: "str | PathLike[str]") -> tuple[tuple[Placed, ...], tuple[Placed, ...]]:
    """Return the tracked changes and the comments of a Word file, in the order of its text."""
    data, name = bytes_of(path), PurePath(path).name
    if media_type_of(data, name) != WORD:
        raise BadFile(_("{name} is no Word file, and only these carry tracked changes and comments.", name=name))
    marked = read_marked(data, name)
    new, old = (read_structure(lines, None).provisions for lines in (marked.new, marked.old))
    gone = (Markup.DELETED, Markup.MOVED_FROM)
    changes = tuple(Placed(each, _at(old if each.kind in gone else new, each.line)) for each in marked.changes)
    comments = []
    for each in marked.comments:
        here, before = _at(new, each.line), _at(old, each.line)
        stood = before is not None and before.line == each.line and (here is None or here.line != each.line)
        comments.append(Placed(each, before if stood else here))
    return changes, tuple(comments)


def _at(provisions: tuple[Provision, ...], line: int) -> Provision | None:
    """Return the last provision that begins at or above a paragraph."""
    above = [each for each in provisions if each.line <= line]
    return max(above, key=lambda each: (each.line, each.index)) if above else None
