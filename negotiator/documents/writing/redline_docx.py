"""A comparison as a Word file with real tracked changes: accept them all for the new text, reject them all for the old.

Labels are words, not automatic numbers, so that a renumbered paragraph shows both of its numbers. What moved is marked
as Word marks it, at both ends. Comments name what a negotiator should look at.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape

from negotiator.comparing.comparison import Comparison
from negotiator.comparing.flags import Flag
from negotiator.documents.writing.docx_parts import package
from negotiator.documents.writing.redline import NEW_SIDE, OLD_SIDE, Gap, Paragraph, Run, Way, plain_gap, redline
from negotiator.documents.writing.wording import Names, title_of
from negotiator.text.provision import Kind, Provision

RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))
"""Languages that are written from right to left."""

ENDS = {Way.DELETED: "del", Way.INSERTED: "ins", Way.LEFT: "moveFrom", Way.ARRIVED: "moveTo"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLES = {Kind.TITLE: "Title", Kind.FOOTNOTE: "FootnoteText", Kind.ANNEX: "Heading1"}
_DEEPEST_HEADING = 6
_DEEPEST_INDENT = 4


def comparison_docx(comparison: Comparison, *, author: str, at: datetime) -> bytes:
    """Write a comparison as the bytes of a .docx; who changed what, and when, is given. The same values, same bytes."""
    writer = Writer(comparison, author, at)
    body = "".join(writer.body())
    return package(body, "".join(writer.comments), title_of(comparison), author, writer.at, comparison.new.language)


def xml_text(words: str) -> str:
    """Escape words for XML, without what no XML may hold."""
    return escape(_NOT_XML.sub("", words), quote=True)


class Writer:
    """Writes paragraphs one after the other; every mark of a change bears its own number."""

    def __init__(self, comparison: Comparison, author: str, at: datetime, gap: Gap = plain_gap) -> None:
        self.comparison = comparison
        self.names = Names(comparison)
        self.at = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.by = f'w:author="{xml_text(author)}" w:date="{self.at}"'
        self.author = _NOT_XML.sub("", author)
        self.initials = xml_text("".join(word[0] for word in author.split())[:4])
        self.turned = comparison.new.language in RIGHT_TO_LEFT
        self.comments: list[str] = []
        self.first_comment = 0
        self.marks = 0
        self.paragraphs = redline(comparison, gap)
        self.first: dict[tuple[str, int], int] = {}
        self.last: dict[tuple[str, int], int] = {}
        for number, paragraph in enumerate(self.paragraphs):
            for key in self.ranges(paragraph):
                self.last[key] = number
                first = self.first.setdefault(key, number)
                if key[0] == "comment" and not self.paragraphs[first].says(NEW_SIDE):
                    self.first[key] = number

    def body(self) -> Iterator[str]:
        """Give the paragraphs as XML; a document whose last paragraph is not in both texts ends in an empty one."""
        for number, paragraph in enumerate(self.paragraphs):
            keys = self.ranges(paragraph)
            starts = "".join(self.start(key) for key in keys if self.first[key] == number)
            runs = "".join(self.run(run) for run in paragraph.runs)
            ends = "".join(
                self.end_of(key, paragraph)
                for key in reversed(keys)
                if key[0] == "comment" and self.last[key] == number
            )
            after = "".join(
                self.end_of(key, paragraph) for key in keys if key[0] != "comment" and self.last[key] == number
            )
            yield f"<w:p>{self.properties(paragraph)}{starts}{runs}{ends}</w:p>{after}"
        if not self.paragraphs or self.paragraphs[-1].end is not Way.KEPT:
            yield "<w:p/>"

    def ranges(self, paragraph: Paragraph) -> list[tuple[str, int]]:
        """Name the ranges that a paragraph lies in: that of its move, that of the comment on its change."""
        found = [("moveFrom" if paragraph.leaving else "moveTo", paragraph.move)] if paragraph.move else []
        change = self.comparison.changes[paragraph.place]
        if any(flag != Flag.TYPOGRAPHY for flag in change.flags) and not paragraph.leaving:
            found.append(("comment", paragraph.place))
        return found

    def mark(self) -> str:
        """Return the number of the next mark."""
        self.marks += 1
        return f'w:id="{self.marks}"'

    def start(self, key: tuple[str, int]) -> str:
        """Begin a range; a comment is noted with it."""
        kind, number = key
        if kind != "comment":
            return f'<w:{kind}RangeStart w:id="{self._range_id(key)}" {self.by} w:name="move{number}"/>'
        change = self.comparison.changes[number]
        words = [self.names.place(change), *self.names.flags(change)]
        told = xml_text(" · ".join(words))
        self.comments.append(
            f'<w:comment w:id="{self.first_comment + number}" {self.by} w:initials="{self.initials}">'
            '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:annotationRef/></w:r>'
            f'<w:r><w:t xml:space="preserve">{told}</w:t></w:r></w:p></w:comment>'
        )
        return f'<w:commentRangeStart w:id="{self.first_comment + number}"/>'

    def end_of(self, key: tuple[str, int], paragraph: Paragraph) -> str:
        """End a range in or behind a paragraph; what calls a comment goes with a paragraph that goes."""
        kind, number = key
        if kind != "comment":
            return f'<w:{kind}RangeEnd w:id="{self._range_id(key)}"/>'
        number += self.first_comment
        call = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        if paragraph.end in NEW_SIDE[1:] and not paragraph.says(OLD_SIDE):
            call = f"<w:ins {self.mark()} {self.by}>{call}</w:ins>"
        elif paragraph.end in OLD_SIDE[1:] and not paragraph.says(NEW_SIDE):
            call = f"<w:del {self.mark()} {self.by}>{call}</w:del>"
        return f'<w:commentRangeEnd w:id="{number}"/>{call}'

    @staticmethod
    def _range_id(key: tuple[str, int]) -> int:
        """Number the two ends of a range alike, far from the numbers of the changes."""
        return 1_000_000 + 2 * key[1] + (key[0] == "moveTo")

    def properties(self, paragraph: Paragraph) -> str:
        """Return the properties of a paragraph."""
        style = _style(paragraph.provision)
        inside = f'<w:pStyle w:val="{style}"/>' if style else ""
        inside += "<w:bidi/>" if self.turned else ""
        if paragraph.end in ENDS:
            inside += f"<w:rPr><w:{ENDS[paragraph.end]} {self.mark()} {self.by}/></w:rPr>"
        return f"<w:pPr>{inside}</w:pPr>" if inside else ""

    def run(self, run: Run) -> str:
        """Return words with the mark of the way they went."""
        words = self.words(run.words, "delText" if run.way is Way.DELETED else "t")
        tag = ENDS.get(run.way)
        return f"<w:{tag} {self.mark()} {self.by}>{words}</w:{tag}>" if tag else words

    def words(self, words: str, tag: str) -> str:
        """Return words as a run."""
        turned = "<w:rPr><w:rtl/></w:rPr>" if self.turned else ""
        return f'<w:r>{turned}<w:{tag} xml:space="preserve">{xml_text(words)}</w:{tag}></w:r>'


def _style(provision: Provision) -> str:
    """Name the style of a paragraph: headings by their depth, what stands under a paragraph set in."""
    if provision.kind is Kind.HEADING:
        return f"Heading{min(provision.level + 1, _DEEPEST_HEADING)}"
    if provision.kind in (Kind.SUB_PARAGRAPH, Kind.ITEM, Kind.BULLET):
        return f"Level{min(max(provision.level, 1), _DEEPEST_INDENT)}"
    return _STYLES.get(provision.kind, "")
