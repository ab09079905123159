"""PDF files: printed lines in reading order, with their pages, the room between them, and footnotes set apart.

A PDF has no paragraphs. Lines come out as they are printed; what reads texts joins them again, undoes hyphens and drops
running heads and page numbers, as it does for every text that was broken into lines.
"""

from collections.abc import Iterator, Sequence
from ctypes import byref
from typing import TYPE_CHECKING

from negotiator.documents.reading.document import Note
from negotiator.documents.reading.pdf_notes import Printed, margin_of, notes_apart, usual_size, usual_step
from negotiator.documents.reading.pdf_page import Character, PrintedLine, printed_lines
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.text.lines import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 2_000
"""A draft has no more pages than this."""
MOST_CHARACTERS = 8_000_000
"""A draft has no more characters than this."""
_FEW = 8
"""A page with fewer characters that also holds a picture is only a picture."""
_ROOM = 1.35
"""Room above a line that is this many times the usual distance counts as an empty line."""
_INDENT = 0.9
"""A line set in by this share of its size is indented."""
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What the library says for a hyphen at the end of a line."""
_KEPT = frozenset("\r\n\u00a0\u00ad")
"""What is not printable and yet means something: line ends, the soft hyphen."""


def read_pdf(data: bytes, name: str) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """Read a PDF file into its lines; raises `BadFile` where it is locked, damaged, or nothing but pictures."""
    pages: list[Printed] = []
    pictures: list[int] = []
    left = MOST_CHARACTERS
    with _opened(data, name) as document:
        if len(document) > MOST_PAGES:
            raise BadFile(_("{name} has {count} pages, too many for a draft.", name=name, count=len(document)))
        for number in range(1, len(document) + 1):
            page = _page(document, number, name)
            characters = list(_characters(page))
            left -= len(characters)
            if left < 0:
                raise BadFile(_("{name} has too many characters to be a draft.", name=name))
            if sum(not each.text.isspace() for each in characters) < _FEW and _has_picture(page):
                pictures.append(number)
            pages.append(Printed(number, printed_lines(characters)))
            page.close()
    if pictures and not any(page.lines for page in pages):
        raise BadFile(
            _("{name} holds pictures of pages and no words; have the words recognised (OCR) first.", name=name)
        )
    lines, notes = _laid_out(pages)
    found = [Note("picture-pages", len(pictures), _ranges(pictures))] if pictures else []
    found += [Note("printed-notes", len(notes))] if notes else []
    return (*lines, *notes), tuple(found)


def _opened(data: bytes, name: str) -> "PdfDocument":
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise BadFile(_("{name} is locked with a password; save it without one.", name=name)) from problem
        raise BadFile(_("{name} is damaged: it cannot be opened as a PDF file.", name=name)) from problem


def _page(document: "PdfDocument", number: int, name: str) -> "PdfPage":
    import pypdfium2

    try:
        return document[number - 1]
    except pypdfium2.PdfiumError as problem:
        raise BadFile(_("{name} is damaged: page {page} cannot be read.", name=name, page=number)) from problem


def _characters(page: "PdfPage") -> Iterator[Character]:
    """Give the characters of a page as the file draws them; spaces and line ends are where the library puts them."""
    from pypdfium2 import raw

    text = page.get_textpage()
    box = raw.FS_RECTF()
    at = byref(box)
    code_at, box_at = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    for place in range(text.count_chars()):
        code = code_at(text, place)
        letter = _HYPHENS.get(code) or chr(code)
        if not letter.isprintable() and letter not in _KEPT:
            if not letter.isspace():
                continue
            letter = " "
        if code and box_at(text, place, at):
            bottom, top = box.bottom, box.top
            yield Character(letter, box.left, bottom, box.right, top, top - bottom)
    text.close()


def _has_picture(page: "PdfPage") -> bool:
    from pypdfium2 import raw

    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _laid_out(pages: Sequence[Printed]) -> tuple[list[Line], list[Line]]:
    """Number the lines, counting empty ones where there is room above, and set the footnotes apart."""
    usual, step = usual_size(pages), usual_step(pages)
    lines: list[Line] = []
    notes: list[Line] = []
    number = 0
    for page in pages:
        body, found = notes_apart(page.lines, usual)
        marks = frozenset(note.mark for note in found)
        margin = margin_of(body)
        above: PrintedLine | None = None
        for line in body:
            number += 1 + (above is not None and above.bottom - line.bottom > _ROOM * step)
            indent = " " if line.left - margin > _INDENT * line.size else ""
            lines.append(Line(indent + line.text(marks), number, page=page.number))
            above = line
        for note in found:
            if note.mark:
                notes.append(Line(f"{note.mark} {note.words}", number, note=note.mark, page=page.number))
            elif notes:
                notes[-1] = notes[-1]._replace(text=f"{notes[-1].text} {note.words}")
    return lines, notes


def _ranges(numbers: Sequence[int]) -> str:
    """Write page numbers shortly: `3, 7–9`."""
    told: list[str] = []
    first = last = 0
    for number in [*numbers, 0]:
        if number and number == last + 1:
            last = number
            continue
        if first:
            told.append(str(first) if first == last else f"{first}–{last}")
        first = last = number
    return ", ".join(told)
