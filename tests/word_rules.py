"""What Word asks of a file before it opens it without offering to repair it, as far as it bears on what is written."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OF_PARAGRAPHS = """
pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
divId cnfStyle rPr sectPr pPrChange
"""
_OF_RUNS = """
ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
lang eastAsianLayout specVanish oMath rPrChange
"""
PARAGRAPH = _OF_PARAGRAPHS.split()
"""The order of the properties of a paragraph (ECMA-376, CT_PPr)."""
RUN = _OF_RUNS.split()
"""The order of the properties of a run, and of the end of a paragraph, where the marks of changes come first."""
MARKS = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange")
RANGES = ("moveFromRange", "moveToRange", "commentRange")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def faults(data: bytes) -> list[str]:
    """Return what Word would stumble over; empty where it would not."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    found = [*_package(parts)]
    document = etree.fromstring(parts["word/document.xml"])
    comments = parts.get("word/comments.xml")
    found += [*_order(document), *_marks(document), *_moves(document), *_words(document), *_blocks(document)]
    found += _comments(document, None if comments is None else etree.fromstring(comments))
    return found


def _package(parts: dict[str, bytes]) -> Iterator[str]:
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = [each.get("PartName") for each in types if each.get("PartName")]
    endings = [each.get("Extension") for each in types if each.get("Extension")]
    yield from (f"typed twice: {name}" for name, count in Counter(named + endings).items() if count > 1)
    yield from (f"typed and not there: {name}" for name in named if str(name).lstrip("/") not in parts)
    for name, content in parts.items():
        if name != "[Content_Types].xml" and f"/{name}" not in named and name.rpartition(".")[2] not in endings:
            yield f"without a type: {name}"
        if name.endswith(".rels"):
            related = list(etree.fromstring(content))
            ids = Counter(each.get("Id") for each in related)
            yield from (f"{name}: two relations {key}" for key, count in ids.items() if count > 1)
            for each in related:
                target = str(each.get("Target"))
                where = normpath(join(dirname(dirname(name)), target)).lstrip("/")
                if each.get("TargetMode") != "External" and where not in parts and target.lstrip("/") not in parts:
                    yield f"{name}: nothing at {target}"


def _order(document: "etree._Element") -> Iterator[str]:
    for tag, order in (("pPr", PARAGRAPH), ("rPr", RUN)):
        for each in document.iter(W + tag):
            names = [etree.QName(child).localname for child in each if str(child.tag).startswith(W)]
            places = [order.index(name) for name in names if name in order]
            if places != sorted(set(places)):
                yield f"{tag} out of order: {names}"
            above = each.getparent()
            if above is not None and above.index(each) and above.tag in (f"{W}p", f"{W}r"):
                yield f"{tag} is not first in {above.tag}"


def _marks(document: "etree._Element") -> Iterator[str]:
    seen: Counter[str] = Counter()
    for each in document.iter(*(W + name for name in MARKS)):
        seen[str(each.get(f"{W}id"))] += 1
        if not each.get(f"{W}author") or not _DATE.fullmatch(str(each.get(f"{W}date"))):
            yield f"{each.tag} without an author or a date: {dict(each.attrib)}"
        inside = next(each.iterancestors(each.tag), None)
        if inside is not None:
            yield f"{each.tag} in itself"
    for name in ("moveFromRangeStart", "moveToRangeStart"):
        seen.update(str(each.get(f"{W}id")) for each in document.iter(W + name))
    yield from (f"the number {key} twice" for key, count in seen.items() if count > 1)


def _moves(document: "etree._Element") -> Iterator[str]:
    names = {}
    for end in ("moveFrom", "moveTo"):
        starts = list(document.iter(f"{W}{end}RangeStart"))
        names[end] = sorted(str(each.get(f"{W}name")) for each in starts)
        ends = [each.get(f"{W}id") for each in document.iter(f"{W}{end}RangeEnd")]
        if sorted(str(each.get(f"{W}id")) for each in starts) != sorted(map(str, ends)):
            yield f"{end}: ranges that begin and do not end"
        if len(set(names[end])) != len(names[end]):
            yield f"{end}: two moves of one name"
        if next(document.iter(W + end), None) is not None and not starts:
            yield f"{end} outside every range"
    if names["moveFrom"] != names["moveTo"]:
        yield f"moves with one end: {names}"


def _words(document: "etree._Element") -> Iterator[str]:
    for each in document.iter(f"{W}t"):
        if next(each.iterancestors(f"{W}del"), None) is not None:
            yield f"deleted words as kept ones: {each.text}"
    for each in document.iter(f"{W}delText"):
        if next(each.iterancestors(f"{W}del"), None) is None:
            yield f"kept words as deleted ones: {each.text}"
    for each in document.iter(f"{W}t", f"{W}delText"):
        text = each.text or ""
        space = each.get("{http://www.w3.org/XML/1998/namespace}space")
        if text != text.strip(" \t\n") and space != "preserve":
            yield f"spaces that would be lost: {text!r}"


def _blocks(document: "etree._Element") -> Iterator[str]:
    body = document[0]
    if any(each.tag == f"{W}sectPr" for each in body[:-1]):
        yield "a section before the end"
    for table in document.iter(f"{W}tbl"):
        if table[0].tag != f"{W}tblPr":
            yield "a table that does not begin with its properties"
    for cell in document.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell that does not end in a paragraph"


def _comments(document: "etree._Element", comments: "etree._Element | None") -> Iterator[str]:
    written = [] if comments is None else [str(each.get(f"{W}id")) for each in comments]
    called = [str(each.get(f"{W}id")) for each in document.iter(f"{W}commentReference")]
    if len(set(written)) != len(written) or sorted(written) != sorted(called):
        yield f"comments {sorted(written)} are called as {sorted(called)}"
    for end in ("Start", "End"):
        found = [str(each.get(f"{W}id")) for each in document.iter(f"{W}commentRange{end}")]
        if sorted(found) != sorted(set(called)):
            yield f"comments that do not {end.lower()} once"
