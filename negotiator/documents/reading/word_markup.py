"""What people marked in a Word file: every tracked change with who and when, every comment with the words it is on."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from negotiator.documents.reading.document import Mode
from negotiator.documents.reading.docx import Body
from negotiator.documents.reading.word_names import MC, W
from negotiator.documents.reading.word_package import Package
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.text.lines import Line

if TYPE_CHECKING:
    from lxml.etree import _Element


class Markup(StrEnum):
    """What was done to some words."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Words that one person inserted, deleted or moved in one paragraph."""

    kind: Markup
    """What was done."""
    author: str
    """Who did it, as the file says."""
    date: str
    """When, as the file says: `2018-02-05T09:30:00Z`; empty where it does not."""
    words: str
    """The words; a paragraph that was inserted or deleted as a whole ends in a line break."""
    line: int
    """The paragraph, counted from 1, as `Line.number` counts."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What one person wrote in the margin."""

    author: str
    """Who wrote it, as the file says."""
    date: str
    """When, as the file says; empty where it does not."""
    words: str
    """What it says, paragraphs joined by line breaks."""
    anchor: str
    """The words that it is on; empty where it hangs on a place."""
    line: int
    """The paragraph in which they begin, from 1."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A Word file with what people marked in it."""

    new: tuple[Line, ...]
    """The text with every tracked change accepted."""
    old: tuple[Line, ...]
    """The text with every tracked change rejected."""
    changes: tuple[TrackedChange, ...]
    """In the order of the text."""
    comments: tuple[Comment, ...]
    """In the order of the text."""


_KINDS = {
    f"{W}ins": Markup.INSERTED,
    f"{W}del": Markup.DELETED,
    f"{W}moveFrom": Markup.MOVED_FROM,
    f"{W}moveTo": Markup.MOVED_TO,
}
_WORDS = frozenset((f"{W}t", f"{W}delText"))
_SPACES = frozenset((f"{W}tab", f"{W}br", f"{W}cr"))
_APART = frozenset((f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent", f"{W}rPr"))
"""What holds no words of the paragraph itself."""


def read_marked(data: bytes, name: str) -> Marked:
    """Read a Word file with its tracked changes and comments; raises `BadFile` as the reader of its text does."""
    body = _Collecting(Package(data, name), Mode.ACCEPTED)
    before = Body(Package(data, name), Mode.REJECTED)
    try:
        body.read()
        before.read()
    except RecursionError as problem:
        raise BadFile(_("{name} is nested too deeply to be a document.", name=name)) from problem
    comments = tuple(sorted(body.comments.values(), key=lambda each: each.line))
    return Marked(tuple(body.lines), tuple(before.lines), tuple(body.changes), comments)


@dataclass(frozen=True, slots=True)
class _Who:
    """Who did what, and when, to the words being read."""

    kind: Markup
    author: str
    date: str


@dataclass(slots=True)
class _Open:
    """A comment whose words are being read."""

    line: int
    parts: list[str] = field(default_factory=list)


class _Collecting(Body):
    """Reads a text and collects what was marked in it on the way."""

    def __init__(self, package: Package, mode: Mode) -> None:
        super().__init__(package, mode)
        self.changes: list[TrackedChange] = []
        self.comments: dict[str, Comment] = {}
        self._written = _comments(package)
        self._open: dict[str, _Open] = {}

    def _paragraph(self, paragraph: "_Element") -> None:
        line = self.paragraphs + 1
        between = []
        for beside in paragraph.itersiblings(preceding=True):
            if beside.tag not in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
                break
            between.append(beside)
        for beside in reversed(between):
            self._anchor(beside, line)
        first = len(self.changes)
        self._collect(paragraph, line, None)
        end = paragraph.find(f"{W}pPr/{W}rPr")
        for mark in [] if end is None else end:
            if mark.tag in _KINDS:
                self._mark_end(_who(mark), line, first)
        super()._paragraph(paragraph)

    def _collect(self, element: "_Element", line: int, who: _Who | None) -> None:
        for child in element:
            tag = str(child.tag)
            if tag in _WORDS or tag in _SPACES:
                self._heard((child.text or "") if tag in _WORDS else " ", line, who)
            elif tag in _KINDS:
                self._collect(child, line, _who(child))
            elif tag.startswith(f"{W}comment"):
                self._anchor(child, line)
            elif tag not in _APART:
                self._collect(child, line, who)

    def _heard(self, words: str, line: int, who: _Who | None) -> None:
        for comment in self._open.values():
            comment.parts.append(words)
        if who is None or not words:
            return
        last = self.changes[-1] if self.changes else None
        if last and (last.kind, last.author, last.date, last.line) == (who.kind, who.author, who.date, line):
            self.changes[-1] = replace(last, words=last.words + words)
        else:
            self.changes.append(TrackedChange(who.kind, who.author, who.date, words, line))

    def _mark_end(self, who: _Who, line: int, first: int) -> None:
        """Note that the end of a paragraph was marked: with its last words, where these were."""
        last = self.changes[-1] if len(self.changes) > first else None
        if last and (last.kind, last.author) == (who.kind, who.author):
            self.changes[-1] = replace(last, words=f"{last.words}\n")
        else:
            self.changes.append(TrackedChange(who.kind, who.author, who.date, "\n", line))

    def _anchor(self, element: "_Element", line: int) -> None:
        identifier = str(element.get(f"{W}id"))
        comment = self._written.get(identifier)
        if comment is None:
            return
        if element.tag == f"{W}commentRangeStart":
            self._open[identifier] = _Open(line)
        elif element.tag == f"{W}commentRangeEnd" and identifier in self._open:
            found = self._open.pop(identifier)
            self.comments[identifier] = replace(comment, anchor="".join(found.parts).strip(), line=found.line)
        elif element.tag == f"{W}commentReference" and identifier not in self.comments:
            self.comments[identifier] = replace(comment, line=line)


def _who(element: "_Element") -> _Who:
    return _Who(_KINDS[str(element.tag)], str(element.get(f"{W}author", "")), str(element.get(f"{W}date", "")))


def _comments(package: Package) -> dict[str, Comment]:
    """Read what the comments say, by their identifiers."""
    root = package.related("comments")
    found: dict[str, Comment] = {}
    for each in [] if root is None else root.iter(f"{W}comment"):
        paragraphs = ["".join(word.text or "" for word in p.iter(f"{W}t")) for p in each.iter(f"{W}p")]
        author, date = str(each.get(f"{W}author", "")), str(each.get(f"{W}date", ""))
        found[str(each.get(f"{W}id"))] = Comment(author, date, "\n".join(paragraphs).strip(), "", 0)
    return found
