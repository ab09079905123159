"""Word files as Word shows them: every word of the body in order, with its numbers, notes and tables."""

from typing import TYPE_CHECKING

from negotiator.documents.reading.document import Mode, Note
from negotiator.documents.reading.joining import begins_anew, joined
from negotiator.documents.reading.word_names import MC, W, is_on, number, value
from negotiator.documents.reading.word_notes import Marks, notes_of
from negotiator.documents.reading.word_numbering import Numbering
from negotiator.documents.reading.word_package import Package
from negotiator.documents.reading.word_styles import Styles
from negotiator.documents.reading.word_text import Story, survives
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.text.lines import Line

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES = ("automatic-numbers", "numbers-not-rendered", "number-format-unknown", "tables", "text-boxes", "comments")
_MORE_NOTES = ("empty-numbered", "hidden", "pictures", "embedded")


def read_docx(data: bytes, name: str, mode: Mode) -> tuple[tuple[Line, ...], str | None, tuple[Note, ...]]:
    """Read a Word file into whole paragraphs, with what it does not say and what was left out.

    Raises `BadFile` where it is damaged, locked, or packed to do harm.
    """
    package = Package(data, name)
    body = Body(package, mode)
    try:
        body.read()
    except RecursionError as problem:
        raise BadFile(_("{name} is nested too deeply to be a document.", name=name)) from problem
    return tuple(body.lines), None, body.notes()


class Body:
    """The paragraphs read so far, and the words of a paragraph whose end was deleted."""

    def __init__(self, package: Package, mode: Mode) -> None:
        self.package = package
        self.mode = mode
        self.document = package.tree(package.document)
        self.styles = Styles(package.related("styles"))
        self.numbering = Numbering(package.related("numbering"), self.styles.lists)
        self.marks = Marks(self.document, package.related("settings"))
        self.story = Story(mode, self.marks.mark_of)
        self.lines: list[Line] = []
        self.paragraphs = 0
        self.elements: list[_Element] = []
        self.labels: dict[int, str] = {}
        self.carried = ""
        self.note = ""

    def read(self) -> None:
        """Read the body, then the notes that it calls."""
        body = self.document.find(f"{W}body")
        if body is None:
            raise BadFile(_("{name} is no Word file: it has no document in it.", name=self.package.name))
        self._blocks(body)
        for kind in ("footnote", "endnote"):
            called = [(id_, mark) for (each, id_), mark in self.marks.called.items() if each == kind]
            found = notes_of(self.package.related(f"{kind}s"), kind) if called else {}
            for identifier, mark in called:
                if identifier in found:
                    self._read_note(found[identifier], mark)

    def notes(self) -> tuple[Note, ...]:
        """Say what was met and what was left out."""
        counts = self.story.counts
        counts["number-format-unknown"] = self.numbering.unknown
        found = [Note(f"tracked-{self.mode}", counts["tracked"])] if counts["tracked"] else []
        found += [Note(code, counts[code]) for code in (*_NOTES, *_MORE_NOTES) if counts[code]]
        found += [Note("missing-part", detail=part) for part in self.package.missing]
        return tuple([*found, Note("macros")] if self.package.has_macros else found)

    def _blocks(self, parent: "_Element") -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child)
            elif tag == f"{W}tbl":
                self._end()
                self._table(child)
            elif tag == f"{W}altChunk":
                self.story.counts["embedded"] += 1
            elif tag == f"{MC}AlternateContent":
                chosen = child.find(f"{MC}Choice")
                self._blocks(child if chosen is None else chosen)
            elif tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{MC}Fallback", f"{W}ins", f"{W}moveTo"):
                if tag not in (f"{W}ins", f"{W}moveTo") or self.mode is Mode.ACCEPTED:
                    self._blocks(child)
            elif tag in (f"{W}del", f"{W}moveFrom") and self.mode is Mode.REJECTED:
                self._blocks(child)
        self._end()

    def _paragraph(self, paragraph: "_Element") -> None:
        properties = paragraph.find(f"{W}pPr")
        mark = None if properties is None else properties.find(f"{W}rPr")
        self.paragraphs += 1
        self.elements.append(paragraph)
        words = self.carried + self.story.words(paragraph)
        if not survives(mark, self.mode):
            # Without its end, a paragraph goes on in the next one, whose style and number hold for both.
            self.story.counts["tracked"] += 1
            self.carried = words
            return
        self.carried = ""
        if words.strip() or not is_on(mark, "vanish"):
            self._add(words, self._properties(properties))
        self._boxes()

    def _boxes(self) -> None:
        boxes, self.story.boxes = self.story.boxes, []
        for box in boxes:
            fields, self.story.fields = self.story.fields, []
            self._blocks(box)
            self.story.fields = fields

    def _end(self) -> None:
        """End a paragraph whose own end was deleted where no other follows."""
        if self.carried.strip():
            words, self.carried = self.carried, ""
            self._add(words, None)
        self.carried = ""

    def _properties(self, properties: "_Element | None") -> "_Element | None":
        """Return the properties as they were before the tracked change of them, where that is asked for."""
        if properties is None or self.mode is Mode.ACCEPTED:
            return properties
        before = properties.find(f"{W}pPrChange/{W}pPr")
        return properties if before is None else before

    def _add(self, words: str, properties: "_Element | None") -> None:
        style = value(properties, "pStyle")
        label = self.labels[self.paragraphs] = self._label(properties, style)
        outline = number(properties, "outlineLvl")
        heading = self.styles.heading(style) if outline is None else (outline + 1) % 10
        rows = [row.strip(" \t") for row in words.split("\n")]
        paragraph: list[str] = []
        for row in rows:
            if paragraph and row and begins_anew(paragraph[-1], row):
                self._say(label + joined(paragraph), heading)
                label, paragraph = "", []
            if row:
                paragraph.append(row)
        if paragraph:
            self._say(label + joined(paragraph), heading)
        else:
            self.story.counts["empty-numbered"] += bool(label)

    def _say(self, text: str, heading: int) -> None:
        self.lines.append(Line(text.rstrip(), self.paragraphs, heading=heading, note=self.note, whole=True))

    def _label(self, properties: "_Element | None", style: str | None) -> str:
        """Return the automatic number of a paragraph with the space after it, empty where it has none."""
        own = None if properties is None else properties.find(f"{W}numPr")
        if own is not None and not survives(own, self.mode):
            own = None
        list_id, place = value(own, "numId"), number(own, "ilvl")
        chain = self.styles.chain(style)
        if list_id is None:
            list_id = next((each.list_id for _name, each in chain if each.list_id is not None), None)
            if list_id is not None and place is None:
                levels = (self.numbering.level_of_style(list_id, name) for name, _each in chain)
                place = next((level for level in levels if level is not None), None)
        if list_id is None or list_id == "0":
            return ""
        if place is None:
            place = next((each.place for _name, each in chain if each.place is not None), 0)
        label = self.numbering.count(list_id, place)
        if label is None:
            self.story.counts["numbers-not-rendered"] += 1
            return ""
        self.story.counts["automatic-numbers"] += bool(label.text)
        return f"{label.text} " if label.text else ""

    def _table(self, table: "_Element") -> None:
        several = False
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table:
                continue
            if not survives(row.find(f"{W}trPr"), self.mode):
                self.story.counts["tracked"] += 1
                continue
            cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
            if len(cells) == 1:
                self._blocks(cells[0])
            else:
                several = True
                self._row(cells)
        self.story.counts["tables"] += several

    def _row(self, cells: list["_Element"]) -> None:
        kept, self.lines = self.lines, []
        texts: list[str] = []
        for cell in cells:
            if survives(cell.find(f"{W}tcPr"), self.mode):
                self._blocks(cell)
                texts.append(joined([line.text for line in self.lines]) if self.lines else "")
                self.lines.clear()
        self.lines = kept
        if any(texts):
            self._say(" | ".join(texts), 0)

    def _read_note(self, note: "_Element", mark: str) -> None:
        kept, self.lines = self.lines, []
        self._blocks(note)
        words = joined([line.text for line in self.lines]) if self.lines else ""
        self.lines, self.note = kept, mark
        if words:
            self._say(f"{mark} {words.strip()}", 0)
        self.note = ""
