"""The words of a Word paragraph: runs in order, fields by what they show, tracked changes in or out."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from negotiator.documents.reading.document import Mode
from negotiator.documents.reading.word_names import MC, M, W, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARRIVED = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "cellIns"))
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "cellDel"))
_SAID = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}dayShort": "",
}
_SILENT = frozenset(
    f"{W}{name}"
    for name in [
        "pPr",
        "rPr",
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "fldData",
        "ffData",
        "instrText",
        "delInstrText",
        "softHyphen",
        "rt",
        "rubyPr",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
        "lastRenderedPageBreak",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
    ]
) | frozenset(
    f"{M}{name}"
    for name in ["rPr", "ctrlPr", "fPr", "dPr", "naryPr", "radPr", "sSupPr", "sSubPr", "mPr", "oMathParaPr"]
)


def survives(element: "_Element | None", mode: Mode) -> bool:
    """Say whether what bears these marks of tracked changes is part of the text in a mode."""
    if element is None:
        return True
    gone = _GONE if mode is Mode.ACCEPTED else _ARRIVED
    return not any(child.tag in gone for child in element)


@dataclass(slots=True)
class Story:
    """What the words of a document have told so far; fields may begin in one paragraph and end in another."""

    mode: Mode
    """Whether tracked changes are taken as accepted or as rejected."""
    mark_of: Callable[[str, str], str]
    """Gives the mark of a footnote or endnote by its kind and identifier."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often each thing was met that a note tells of."""
    boxes: list["_Element"] = field(default_factory=list)
    """Text boxes that hang on the paragraph being read."""
    fields: list[bool] = field(default_factory=list)
    """For each field around the place: whether its instruction is over and its result has begun."""

    def words(self, element: "_Element") -> str:
        """Return the words of a paragraph; a line break in it is a line end."""
        parts: list[str] = []
        self._inside(element, parts)
        return "".join(parts)

    def _inside(self, element: "_Element", parts: list[str]) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}t" or tag == f"{M}t" or tag == f"{W}delText":
                if all(self.fields):
                    parts.append((child.text or "").replace("\n", " "))
            elif tag == f"{W}r":
                self._run(child, parts)
            elif tag in _SAID:
                parts.append(_SAID[tag])
            elif tag not in _SILENT:
                self._special(child, str(tag), parts)

    def _run(self, run: "_Element", parts: list[str]) -> None:
        if is_on(run.find(f"{W}rPr"), "vanish"):
            hidden: list[str] = []
            self._inside(run, hidden)
            self.counts["hidden"] += bool("".join(hidden).strip())
        else:
            self._inside(run, parts)

    def _special(self, element: "_Element", tag: str, parts: list[str]) -> None:
        name = tag.removeprefix(W)
        if tag in _ARRIVED or tag in _GONE:
            self.counts["tracked"] += 1
            if (tag in _ARRIVED) == (self.mode is Mode.ACCEPTED):
                self._inside(element, parts)
        elif name == "br":
            parts.append("" if element.get(f"{W}type") in ("page", "column") else "\n")
        elif name == "sym":
            parts.append(_symbol(element))
        elif name == "fldChar":
            self._field(str(element.get(f"{W}fldCharType")))
        elif name in ("footnoteReference", "endnoteReference"):
            if element.get(f"{W}customMarkFollows") not in ("1", "true", "on"):
                parts.append(f"[^{self.mark_of(name.removesuffix('Reference'), str(element.get(f'{W}id')))}]")
        elif name == "commentReference":
            self.counts["comments"] += 1
        elif name == "object":
            self.counts["embedded"] += 1
        elif name in ("drawing", "pict"):
            self._drawing(element)
        elif tag == f"{MC}AlternateContent":
            chosen = element.find(f"{MC}Choice")
            chosen = element.find(f"{MC}Fallback") if chosen is None else chosen
            if chosen is not None:
                self._inside(chosen, parts)
        else:
            self._inside(element, parts)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _drawing(self, element: "_Element") -> None:
        boxes = [box for box in element.iter(f"{W}txbxContent") if not _in_fallback(box, element)]
        self.boxes += boxes
        self.counts["text-boxes"] += len(boxes)
        self.counts["pictures"] += not boxes and any(
            isinstance(each.tag, str) and each.tag.endswith(("}blip", "}imagedata")) for each in element.iter()
        )


def _in_fallback(box: "_Element", drawing: "_Element") -> bool:
    """Whether a text box only says again, for older programs, what stands in another."""
    above = box.getparent()
    while above is not None and above is not drawing:
        if above.tag in (f"{MC}Fallback", f"{W}txbxContent"):
            return True
        above = above.getparent()
    return False


def _symbol(element: "_Element") -> str:
    """Return a sign that is given by its place in a font; those of picture fonts have no character of their own."""
    try:
        code = int(str(element.get(f"{W}char")), 16)
    except ValueError:
        return ""
    if code < 0x20:
        return ""
    return "•" if 0xD800 <= code < 0xF900 or code > 0x10FFFF else chr(code)
