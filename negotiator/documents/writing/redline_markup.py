"""Tracked changes as elements of Word's XML, with the look of the runs whose words they take over."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiator.documents.reading.word_names import W, is_on
from negotiator.documents.writing.redline import Run, Way
from negotiator.documents.writing.redline_docx import ENDS, Writer, xml_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = f'xmlns:w="{W[1:-1]}"'
_BEFORE_NUMBER = frozenset(
    W + name for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_UNSEEN = frozenset(W + name for name in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr"))
_SAID = {f"{W}tab": ("\t", " "), f"{W}noBreakHyphen": ("words", "\u2011")}
_NEW = (Way.KEPT, Way.INSERTED, Way.ARRIVED)


@dataclass(frozen=True, slots=True)
class Piece:
    """One letter of a paragraph, or one of the letters that stand for a note."""

    letter: str
    """As it is read."""
    kind: str
    """`words`, a tab, or `note`."""
    run: "_Element"
    """The run that it stands in."""
    source: "_Element"
    """The element that says it."""


def pieces(paragraph: "_Element", mark_of: Callable[[str, str], str]) -> list[Piece] | None:
    """Take a paragraph apart into letters; None where something else than plain runs is in it."""
    found: list[Piece] = []
    for child in paragraph:
        if child.tag in _UNSEEN:
            continue
        if child.tag != f"{W}r" or is_on(child.find(f"{W}rPr"), "vanish"):
            return None
        for said in child:
            if said.tag == f"{W}t":
                found += [Piece(letter, "words", child, said) for letter in (said.text or "").replace("\n", " ")]
            elif said.tag in _SAID:
                kind, letter = _SAID[str(said.tag)]
                found.append(Piece(letter, kind, child, said))
            elif said.tag in _NOTES and said.get(f"{W}customMarkFollows") is None:
                mark = mark_of(_NOTES[str(said.tag)], str(said.get(f"{W}id")))
                found += [Piece(letter, "note", child, said) for letter in f"[^{mark}]"]
            elif said.tag not in (f"{W}rPr", f"{W}lastRenderedPageBreak"):
                return None
    return found


def words_of(found: Sequence[Piece]) -> str:
    """Return the words that pieces say."""
    return "".join(piece.letter for piece in found)


def switched_off(properties: "_Element", writer: Writer | None) -> "_Element":
    """Turn the automatic number of a paragraph off: for good, or, with a writer, where its change is rejected."""
    from lxml import etree

    if writer is None:
        plain = properties
    else:
        change = etree.SubElement(
            properties, f"{W}pPrChange", {f"{W}id": _next(writer), f"{W}author": writer.author, f"{W}date": writer.at}
        )
        plain = etree.SubElement(change, f"{W}pPr")
        plain.extend(deepcopy(each) for each in properties if each is not change)
    stripped(plain)
    place = sum(each.tag in _BEFORE_NUMBER for each in plain)
    number = etree.Element(f"{W}numPr")
    etree.SubElement(number, f"{W}ilvl", {f"{W}val": "0"})
    etree.SubElement(number, f"{W}numId", {f"{W}val": "0"})
    plain.insert(place, number)
    return properties


def stripped(properties: "_Element") -> "_Element":
    """Take from the properties of a paragraph what belongs to it alone: its end, its section, changes, its number."""
    for name in ("rPr", "sectPr", "pPrChange", "numPr"):
        for each in properties.findall(W + name):
            properties.remove(each)
    return properties


def _next(writer: Writer) -> str:
    writer.marks += 1
    return str(writer.marks)


class Markup:
    """Makes elements; the writer counts their marks."""

    def __init__(self, writer: Writer, mark_of: Callable[[str, str], str]) -> None:
        self.writer = writer
        self.mark_of = mark_of

    def element(self, written: str) -> "_Element":
        """Parse one element of Word's namespace."""
        return self.elements(written)[0]

    def elements(self, written: str) -> "list[_Element]":
        """Parse elements of Word's namespace."""
        from lxml import etree

        return list(etree.fromstring(f"<w:x {_NAMESPACE}>{written}</w:x>"))

    def tracked(self, way: Way) -> "_Element | None":
        """Return an empty element for what went a way; None for what is kept."""
        tag = ENDS.get(way)
        return None if tag is None else self.element(f"<w:{tag} {self.writer.mark()} {self.writer.by}/>")

    def end_mark(self, properties: "_Element", tag: str | None) -> None:
        """Mark the end of a paragraph as inserted, deleted or moved."""
        if tag is None:
            return
        look = properties.find(f"{W}rPr")
        if look is None:
            look = self.element("<w:rPr/>")
            later = [each for each in properties if each.tag in (f"{W}sectPr", f"{W}pPrChange")]
            properties.insert(len(properties) - len(later), look)
        look.insert(0, self.element(f"<w:{tag} {self.writer.mark()} {self.writer.by}/>"))

    def runs(
        self, runs: Sequence[Run], found: Sequence[Piece], offset: int, typed_notes: bool
    ) -> "tuple[list[_Element], int]":
        """Write runs in order; the new side's letters are the pieces from an offset on, which is returned moved on."""
        out: list[_Element] = []
        for run in runs:
            if run.way not in _NEW:
                near = found[min(offset, len(found) - 1)] if found else None
                out.append(self._wrapped(run.way, [self._words(run.words, near, run.way is Way.DELETED)]))
                continue
            stop = offset + len(run.words)
            while offset < stop:
                first = found[offset]
                end = offset
                while end < stop and found[end].run is first.run and found[end].kind == first.kind:
                    if first.kind != "words" and found[end].source is not first.source:
                        break
                    end += 1
                here = found[offset:end]
                if first.kind == "note":
                    out += self._note(run.way, here, found, offset, typed_notes)
                elif first.kind == "\t":
                    out.append(self._wrapped(run.way, [self._copy(first)]))
                else:
                    out.append(self._wrapped(run.way, [self._words(words_of(here), first, False)]))
                offset = end
        return out, offset

    def _note(
        self, way: Way, here: Sequence[Piece], found: Sequence[Piece], offset: int, typed: bool
    ) -> "list[_Element]":
        """Write a note's call: kept where all of it is kept, else inserted, with what the old side had as words."""
        whole = sum(piece.source is here[0].source for piece in found)
        begins = not offset or found[offset - 1].source is not here[0].source
        if way is Way.KEPT and whole == len(here) and not typed:
            return [self._copy(here[0])]
        made = [self._wrapped(Way.INSERTED if way is Way.KEPT else way, [self._copy(here[0])])] if begins else []
        if way is Way.KEPT:
            made.append(self._wrapped(Way.DELETED, [self._words(words_of(here), None, True)]))
        return made

    def _copy(self, piece: Piece) -> "_Element":
        run = self.element("<w:r/>")
        look = piece.run.find(f"{W}rPr")
        run.extend([deepcopy(each) for each in (look, piece.source) if each is not None])
        return run

    def _words(self, words: str, like: Piece | None, deleted: bool) -> "_Element":
        tag = "delText" if deleted else "t"
        run = self.element(f'<w:r><w:{tag} xml:space="preserve">{xml_text(words)}</w:{tag}></w:r>')
        look = None if like is None or like.kind == "note" else like.run.find(f"{W}rPr")
        if look is not None:
            run.insert(0, deepcopy(look))
        return run

    def _wrapped(self, way: Way, inside: "list[_Element]") -> "_Element":
        around = self.tracked(way)
        if around is None:
            return inside[0]
        around.extend(inside)
        return around

    def insert_whole(self, block: "_Element") -> None:
        """Mark everything in a block as inserted: its rows, the ends of its paragraphs, and its runs."""
        for row in block.iter(f"{W}tr"):
            look = row.find(f"{W}trPr")
            if look is None:
                look = self.element("<w:trPr/>")
                row.insert(sum(each.tag == f"{W}tblPrEx" for each in row), look)
            look.append(self.element(f"<w:ins {self.writer.mark()} {self.writer.by}/>"))
        for paragraph in list(block.iter(f"{W}p")):
            if any(above.tag == f"{W}r" for above in paragraph.iterancestors()):
                continue
            look = paragraph.find(f"{W}pPr")
            if look is None:
                look = self.element("<w:pPr/>")
                paragraph.insert(0, look)
            if next(paragraph.iterancestors(f"{W}tc"), None) is None:
                self.end_mark(look, "ins")
            for run in [each for each in paragraph.iter(f"{W}r") if _outermost(each, paragraph)]:
                above = run.getparent()
                around = self.tracked(Way.INSERTED)
                if above is not None and around is not None:
                    above.replace(run, around)
                    around.append(run)


def _outermost(run: "_Element", paragraph: "_Element") -> bool:
    for above in run.iterancestors():
        if above is paragraph:
            return True
        if above.tag == f"{W}r":
            return False
    return False
