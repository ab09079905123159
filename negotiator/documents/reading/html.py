"""HTML as it is seen: blocks in order, headings known, lists numbered, tables row by row; scripts are left out."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from negotiator.documents.reading.counting import counted
from negotiator.documents.reading.document import Mode, Note
from negotiator.documents.reading.encoding import Decoded, decode, without_controls
from negotiator.documents.reading.joining import begins_anew, joined
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.text.lines import Line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(("head", "script", "style", "template", "noscript", "nav", "select", "iframe", "object", "svg"))
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_BLOCKS = frozenset(
    ["p", "div", "table", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article"]
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_html(data: bytes, name: str, mode: Mode) -> tuple[tuple[Line, ...], str, str | None, tuple[Note, ...]]:
    """Read a page into lines, with its encoding, the language it declares, and what was left out."""
    from lxml import etree, html

    text, encoding, notes = _decode(data, name)
    # libxml2 refuses characters that are already decoded together with a declaration of their encoding.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text, parser=parser)
        page = _Page(mode)
        page.walk(root)
        page.end()
    except (etree.LxmlError, ValueError, RecursionError) as problem:
        raise BadFile(_("{name} cannot be read as a web page: {problem}.", name=name, problem=problem)) from problem
    language = (root.get("lang") or "")[:2].lower() or None
    counts = {"tables": page.tables, "pictures": page.pictures, f"tracked-{mode}": page.tracked}
    counted_notes = tuple(Note(code, count) for code, count in counts.items() if count)
    return tuple(page.lines), encoding, language, (*notes, *counted_notes)


def _decode(data: bytes, name: str) -> Decoded:
    """Take the encoding that the page declares where its bytes keep to it, else the one that can be told."""
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared[1].decode("ascii").lower()
        encoding = "gb18030" if encoding in ("gb2312", "gbk") else encoding
        try:
            return data.decode(encoding), encoding, ()
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, name)


@dataclass(slots=True)
class _Page:
    """What has been read so far, and the block that is still open."""

    mode: Mode
    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    label: str = ""
    heading: int = 0
    depth: int = 0
    in_table: bool = False
    """Whether the table around the place is counted already."""
    tables: int = 0
    pictures: int = 0
    tracked: int = 0

    def walk(self, element: "HtmlElement") -> None:
        """Read an element and what stands in it; the text after it belongs to its parent."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or "hidden" in element.attrib:
            return
        if tag in ("ins", "del"):
            self.tracked += 1
            if (tag == "del") == (self.mode is Mode.ACCEPTED):
                return
        if tag == "img":
            self.pictures += 1
        elif tag == "br":
            self.words.append("\n")
        elif tag == "tr":
            self._row(element)
        elif tag in ("ol", "ul"):
            self._list(element)
        elif tag in _INLINE:
            self._inside(element)
        else:
            self._block(element, tag)

    def _inside(self, element: "HtmlElement") -> None:
        self._say(element.text)
        for child in element:
            self.walk(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text:
            self.words.append(_SPACES.sub(" ", text))

    def _block(self, element: "HtmlElement", tag: str) -> None:
        self.end()
        self.in_table = self.in_table and tag != "table"
        self.heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
        self._inside(element)
        self.end()
        self.heading = 0

    def _list(self, element: "HtmlElement") -> None:
        self.end()
        style, start = _STYLES.get(element.get("type", "1"), "decimal"), element.get("start", "1")
        number = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
        for child in element:
            if child.tag == "li":
                own = child.get("value", "")
                number = int(own) if re.fullmatch(r"\d{1,6}", own) else number
                self.label = f"{counted(number, style)}." if element.tag == "ol" else "•"
                number += 1
            self.depth += 1
            self._block(child, str(child.tag)) if child.tag == "li" else self.walk(child)
            self.depth -= 1
        self.end()

    def _row(self, element: "HtmlElement") -> None:
        cells = [cell for cell in element if cell.tag in ("td", "th")]
        if any(part.tag in _BLOCKS for cell in cells for part in cell.iter()):  # a table that only lays out the page
            for cell in cells:
                self._block(cell, "td")
            return
        self.end()
        for cell in cells:
            self.words.append(" | " if self.words else "")
            self._inside(cell)
        self.tables += not self.in_table
        self.in_table = True
        self.end()

    def end(self) -> None:
        """End the open block; two line breaks, or one between two sentences, begin a new paragraph."""
        rows, self.words = "".join(self.words).split("\n"), []
        paragraph: list[str] = []
        for row in [*rows, ""]:
            if paragraph and (not row.strip() or begins_anew(paragraph[-1], row)):
                self._add(joined(paragraph))
                paragraph = []
            if row.strip():
                paragraph.append(row.strip())

    def _add(self, words: str) -> None:
        text = _SPACES.sub(" ", without_controls(words)).strip()
        if self.label:
            text, self.label = f"{self.label} {text}", ""
        before = "    " * max(0, self.depth - 1)
        self.lines.append(Line(before + text, len(self.lines) + 1, heading=self.heading, whole=True))
