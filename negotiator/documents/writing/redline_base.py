"""A redline written into the new text's own Word file, so that its styles, numbers, notes, tables and pages stay.

Where a paragraph can be taken apart into plain runs, only its changed words are marked. Where it cannot (tables,
fields, links, pictures), it stays as it is if nothing changed in it; else the whole of it is marked as inserted, and
the old words stand before it as deleted paragraphs. Numbers stay automatic where rejecting everything counts them as
the old text did; elsewhere the old number is a deleted word. The result is read back both ways before it is given
out.
"""

from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING

from negotiator.comparing.comparison import Comparison
from negotiator.documents.reading.document import Mode
from negotiator.documents.reading.docx import Body
from negotiator.documents.reading.word_names import W, number, value
from negotiator.documents.reading.word_package import Package
from negotiator.documents.writing.redline import NEW_SIDE, OLD_SIDE, Paragraph, Run, Way, label_of, printed
from negotiator.documents.writing.redline_docx import ENDS, Writer
from negotiator.documents.writing.redline_gaps import gaps_of
from negotiator.documents.writing.redline_groups import Group, as_gone_and_new, drop_new, drop_old, groups
from negotiator.documents.writing.redline_joins import settled
from negotiator.documents.writing.redline_markup import Markup, pieces, stripped, switched_off, words_of
from negotiator.documents.writing.redline_package import repacked
from negotiator.text.provision import Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIRST_MARK = 2_000_000
"""Far from the numbers that the file itself uses for its bookmarks."""


class Writing:
    """One attempt: which old numbers are typed, and whether old notes are, is given."""

    def __init__(
        self,
        comparison: Comparison,
        package: Package,
        author: str,
        at: datetime,
        typed: frozenset[int],
        typed_notes: bool,
        unmovable: frozenset[int],
    ) -> None:
        self.comparison, self.package = comparison, package
        self.typed = typed
        self.reader = Body(package, Mode.ACCEPTED)
        self.reader.read()
        self.body = self.reader.document.find(f"{W}body")
        self.gap = gaps_of(self.reader.lines, comparison.new.provisions)
        self.writer = Writer(comparison, author, at, self.gap)
        self.writer.marks = _FIRST_MARK
        comments = package.related("comments")
        self.comments = comments
        taken = (
            [int(each.get(f"{W}id", "0")) for each in comments if each.get(f"{W}id", "").isdigit()]
            if comments is not None
            else []
        )
        self.writer.first_comment = max(taken, default=-1) + 1
        self.markup = Markup(self.writer, self.reader.marks.mark_of)
        for paragraph in self.writer.paragraphs:
            if paragraph.move in unmovable:
                as_gone_and_new(paragraph)
        self.placed: set[int] = set()
        self.inserted: list[_Element] = []
        self.number = {id(each): number for number, each in enumerate(self.writer.paragraphs)}
        self.like: dict[tuple[Kind, int], _Element] = {}
        self.begun: dict[tuple[str, int], bool] = {}
        self.typed_notes = typed_notes or self._notes_differ()

    def unmoved(self) -> frozenset[int]:
        """Return the numbers of the moves of which not both ends could be written as such."""
        return frozenset(
            each.move for number, each in enumerate(self.writer.paragraphs) if each.move and number not in self.placed
        )

    def written(self) -> bytes:
        """Write the changes into the body and pack the file again."""
        body = self.body
        assert body is not None
        blocks = list(body)
        place_of = {id(block): place for place, block in enumerate(blocks)}
        lines: dict[int, list[str]] = {}
        for line in self.reader.lines:
            lines.setdefault(self._block(line.number, place_of), []).append(line.text)
        by_block: dict[int, list[Group]] = {}
        last = -1
        for group in groups(self.writer.paragraphs, self.comparison.new.provisions):
            place = len(blocks) if group.new is None else self._block(group.new.line, place_of)
            last = max(last, place)
            by_block.setdefault(last, []).append(group)
        out: list[_Element] = []
        carried: list[Paragraph] = []
        for place, block in enumerate(blocks):
            if block.tag == f"{W}sectPr":
                continue
            here = by_block.get(place, [])
            following = next((each for each in range(place + 1, len(blocks)) if each in lines), None)
            stands_alone = following is None or following in by_block
            if not here and place not in lines:
                out.append(block)
            elif not here:
                self.markup.insert_whole(block)
                out.append(block)
            elif len(here) == 1 and stands_alone and (made := self._mapped(block, here[0], carried)) is not None:
                out += made
                carried = []
            else:
                carried = self._opaque(out, block, here, carried, lines.get(place, []))
        for group in by_block.get(len(blocks), []):
            if group.new is not None and not self.typed_notes:
                continue
            carried = self._old_only(out, group.paragraphs, carried)
        if carried:
            out.append(
                self._plain(
                    Paragraph(carried[0].provision, carried[0].place, [r for c in carried for r in c.runs], Way.DELETED)
                )
            )
        if (
            not out
            or out[-1].tag != f"{W}p"
            or any(out[-1].find(f"{W}pPr/{W}rPr/{W}{tag}") is not None for tag in ENDS.values())
        ):
            # The last end of a document can be neither inserted nor deleted.
            out.append(self.markup.element("<w:p/>"))
        section = [each for each in blocks if each.tag == f"{W}sectPr"]
        body[:] = [*out, *section]
        settled(out, self.inserted, self.writer)
        return repacked(self.package, self.reader.document, self.comments, self.writer.comments)

    def _block(self, line: int, place_of: dict[int, int]) -> int:
        """Return the place of the block of the body in which a line of the reading stands; past the end for notes."""
        element = self.reader.elements[line - 1] if 0 < line <= len(self.reader.elements) else None
        while element is not None:
            if id(element) in place_of:
                return place_of[id(element)]
            element = element.getparent()
        return len(place_of)

    def _notes_differ(self) -> bool:
        noted = [each for each in self.writer.paragraphs if each.provision.kind is Kind.FOOTNOTE]
        return any(each.end is not Way.KEPT or any(run.way is not Way.KEPT for run in each.runs) for each in noted)

    def _mapped(self, block: "_Element", group: Group, carried: list[Paragraph]) -> "list[_Element] | None":
        """Write a paragraph whose words are plain runs; None where it is not one."""
        new = group.new
        if block.tag != f"{W}p" or new is None or new.kind is Kind.FOOTNOTE:
            return None
        found = pieces(block, self.reader.marks.mark_of)
        if found is None:
            return None
        label = self.reader.labels.get(new.line, "")
        whole, words = printed(new, self.gap), words_of(found)
        if label + words.strip(" \t") != whole or "\n" in words:
            return None
        found = found[len(words) - len(words.lstrip(" \t")) :][: len(whole) - len(label)]
        out = []
        last = group.paragraphs[-1]
        for each in group.paragraphs[:-1]:
            if not each.says(NEW_SIDE) and not carried:
                out.append(self._plain(each))
                group.paragraphs.remove(each)
            else:
                break
        for each in carried:
            group.paragraphs[0].runs[:0] = each.runs
        change = self.comparison.changes[last.place]
        alone = len(change.old) == 1 == len(change.new) and len(group.paragraphs) == 1 and not carried
        automatic = bool(label) and alone and last.end is Way.KEPT and last.place not in self.typed
        automatic = self._begins_as_before(block, automatic) and automatic
        old_label = len(label_of(change.old[0], self.gap)) if change.old else 0
        references = any(piece.kind == "note" for piece in found)
        kept = all(run.way is Way.KEPT for run in last.runs) and last.end is Way.KEPT and alone
        if (
            kept
            and (automatic or (not label and last.place not in self.typed))
            and not (references and self.typed_notes)
        ):
            out.append(block)
            return out
        drop_new(group.paragraphs, len(label))
        if automatic:
            drop_old(last, old_label)
        properties = block.find(f"{W}pPr")
        offset = 0
        first = next((each for each in group.paragraphs if each.says(NEW_SIDE)), last)
        for each in group.paragraphs:
            own = deepcopy(properties) if each in (first, last) and properties is not None else self._look(each)
            if each in (first, last) and label and not automatic and (each.end is Way.KEPT or each.says(OLD_SIDE)):
                switched_off(own, self.writer)
            elif each is last and label and not automatic:
                self.inserted.append(own)
            elif each is last and properties is not None:
                self.like.setdefault((each.provision.kind, each.provision.level), properties)
            made, offset = self.markup.runs(each.runs, found, offset, self.typed_notes)
            out.append(self._paragraph(each, own, made))
        for bookmark in (*block.iterchildren(f"{W}bookmarkStart"), *block.iterchildren(f"{W}bookmarkEnd")):
            out[-1].append(bookmark)
        return out

    def _begins_as_before(self, block: "_Element", automatic: bool) -> bool:
        """Say whether the list of a paragraph begins on both sides with one that is counted on both, so that it counts.

        The first paragraph of a list decides; LibreOffice ties a list's own start to it.
        """
        properties = block.find(f"{W}pPr/{W}numPr")
        list_id, place = value(properties, "numId") or "", number(properties, "ilvl") or 0
        if not self.reader.numbering.starts_anew(list_id, place):
            return True
        return self.begun.setdefault((list_id, place), automatic)

    def _opaque(
        self, out: "list[_Element]", block: "_Element", here: list[Group], carried: list[Paragraph], lines: list[str]
    ) -> list[Paragraph]:
        """Keep a block where nothing changed in it; else mark the whole of it, with its old words before it."""
        parts = [each for group in here for each in group.paragraphs]
        noted = self.typed_notes and next(block.iter(f"{W}footnoteReference", f"{W}endnoteReference"), None) is not None
        same = all(each.end is Way.KEPT and all(run.way is Way.KEPT for run in each.runs) for each in parts)
        said = [printed(group.new, self.gap).strip() for group in here if group.new is not None]
        typed = any(each.place in self.typed for each in parts)
        if same and not noted and not carried and not typed and [line.strip() for line in lines] == said:
            out.append(block)
            return []
        left = self._old_only(out, parts, carried)
        self.markup.insert_whole(block)
        out.append(block)
        return left

    def _old_only(self, out: "list[_Element]", parts: list[Paragraph], carried: list[Paragraph]) -> list[Paragraph]:
        """Write the old side of paragraphs as deleted ones; returns words of one that does not end here."""
        runs = [run for each in carried for run in each.runs]
        last = parts[0] if parts else None
        for each in parts:
            last = each
            runs += [Run(Way.DELETED, run.words) for run in each.runs if run.way in OLD_SIDE]
            if each.end in OLD_SIDE:
                if runs:
                    out.append(self._plain(Paragraph(each.provision, each.place, runs, Way.DELETED)))
                runs = []
        return [Paragraph(last.provision, last.place, runs)] if runs and last is not None else []

    def _plain(self, paragraph: Paragraph) -> "_Element":
        made, _offset = self.markup.runs(paragraph.runs, [], 0, self.typed_notes)
        return self._paragraph(paragraph, self._look(paragraph), made)

    def _look(self, paragraph: Paragraph) -> "_Element":
        """Return the properties of a like paragraph before it, without its number."""
        like = self.like.get((paragraph.provision.kind, paragraph.provision.level))
        own = self.markup.element("<w:pPr/>") if like is None else deepcopy(like)
        if self.package.target("numbering") is None:
            # A file without lists may not name one, not even to say that it is off.
            return stripped(own)
        return switched_off(own, None)

    def _paragraph(self, paragraph: Paragraph, properties: "_Element", runs: "list[_Element]") -> "_Element":
        element = self.markup.element("<w:p/>")
        element.append(properties)
        self.markup.end_mark(properties, ENDS.get(paragraph.end))
        number = self.number.get(id(paragraph))
        keys = [] if number is None else self.writer.ranges(paragraph)
        if number is not None:
            self.placed.add(number)
        for key in keys:
            if self.writer.first[key] == number:
                element.extend(self.markup.elements(self.writer.start(key)))
        element.extend(runs)
        for key in keys:
            # A comment ends where it begins: what follows may be a table, or be written as it was.
            if number == (self.writer.first if key[0] == "comment" else self.writer.last)[key]:
                element.extend(self.markup.elements(self.writer.end_of(key, paragraph)))
        return element
