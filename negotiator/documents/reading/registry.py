"""The one door to every reader: which format a file is in, by its name and by its content."""

import os
from hashlib import sha256

from negotiator.documents.reading.document import Document, Mode, Note
from negotiator.errors import BadFile, NotFound
from negotiator.i18n import _

LIMIT = 64 * 1024 * 1024
"""The most bytes that a file may have."""

PLAIN, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
PDF = "application/pdf"
OPEN_DOCUMENT, OLD_WORD, RICH = "application/vnd.oasis.opendocument.text", "application/msword", "application/rtf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_ENDINGS = {
    "": PLAIN,
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".docx": WORD,
    ".docm": WORD,
    ".pdf": PDF,
    ".odt": OPEN_DOCUMENT,
    ".doc": OLD_WORD,
    ".rtf": RICH,
}
ENDINGS = tuple(ending for ending in _ENDINGS if ending)
"""The endings of the files that can be read."""

_KINDS = {
    WORD: "Word",
    PDF: "PDF",
    OPEN_DOCUMENT: "OpenDocument",
    OLD_WORD: "Word (.doc)",
    RICH: "RTF",
}
"""What people call the formats that are told by how they begin."""
_THROUGH_OFFICE = {OPEN_DOCUMENT: ".odt", OLD_WORD: ".doc", RICH: ".rtf"}
"""What only LibreOffice reads, with the ending that it knows it by."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_RICH = b"{\\rtf"
_OPEN_DOCUMENT = f"mimetype{OPEN_DOCUMENT}".encode()

__all__ = [
    "ENDINGS",
    "HTML",
    "LIMIT",
    "MARKDOWN",
    "PDF",
    "PLAIN",
    "WORD",
    "Document",
    "Mode",
    "Note",
    "bytes_of",
    "media_type_of",
    "read",
    "read_file",
]


def read_file(path: "str | os.PathLike[str]", *, mode: Mode = Mode.ACCEPTED) -> Document:
    """Read a file; raises `NotFound` where there is none, `BadFile` with the reason where it cannot be read."""
    name = os.path.basename(os.path.normpath(path))  # noqa: PTH119  # costs no import of pathlib
    return read(bytes_of(path), name, mode=mode)


def bytes_of(path: "str | os.PathLike[str]") -> bytes:
    """Return the bytes of a file, never more than `LIMIT` of them."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # pathlib's own open says no more and costs more
            data = file.read(LIMIT + 1)
    except FileNotFoundError as problem:
        raise NotFound(_("There is no file {path}.", path=path)) from problem
    except IsADirectoryError as problem:
        raise BadFile(_("{path} is a folder, not a file.", path=path)) from problem
    except (OSError, ValueError) as problem:
        raise BadFile(_("{path} cannot be read: {problem}.", path=path, problem=_reason(problem))) from problem
    return data


def _reason(problem: Exception) -> str:
    return problem.strerror or str(problem) if isinstance(problem, OSError) else str(problem)


def read(data: bytes, name: str, *, mode: Mode = Mode.ACCEPTED) -> Document:
    """Read the bytes of a file into lines; pure, but that .odt, .doc and .rtf go through LibreOffice in between.

    `name` tells the format by its ending (none: plain text); content that is plainly another known format wins, with a
    note. `mode` says how tracked changes are read. Raises `BadFile` with a sentence naming the file, and the place
    where there is one, for whatever cannot be read: nothing is guessed that cannot be told.
    """
    _refuse_by_size(data, name)
    media_type, notes = _media_type(data, name)
    language: str | None = None
    encoding = ""
    if media_type == WORD or media_type in _THROUGH_OFFICE:
        from negotiator.documents.reading.docx import read_docx

        word = data
        if media_type != WORD:
            from negotiator.documents.reading.office import as_docx

            word = as_docx(data, name, _THROUGH_OFFICE[media_type])
            notes = (*notes, Note("through-office"))
        lines, language, found = read_docx(word, name, mode)
    elif media_type == PDF:
        from negotiator.documents.reading.pdf_apart import read_pdf_apart

        lines, found = read_pdf_apart(data, name)
    elif media_type == HTML:
        from negotiator.documents.reading.html import read_html

        lines, encoding, language, found = read_html(data, name, mode)
    else:
        from negotiator.documents.reading.encoding import decode

        text, encoding, found = decode(data, name)
        if media_type == MARKDOWN:
            from negotiator.documents.reading.markdown import read_markdown

            lines, more = read_markdown(text)
            found = (*found, *more)
        else:
            from negotiator.documents.reading.plain import read_plain

            lines = read_plain(text)
    if not any(line.text.strip() for line in lines):
        raise BadFile(_("{name} has no words in it.", name=name))
    return Document(name, media_type, encoding, lines, language, (*notes, *found), sha256(data).hexdigest())


def media_type_of(data: bytes, name: str) -> str:
    """Tell the format of a file; raises `BadFile` for what is of no kind that is read here."""
    _refuse_by_size(data, name)
    return _media_type(data, name)[0]


def _refuse_by_size(data: bytes, name: str) -> None:
    if not data:
        raise BadFile(_("{name} is empty.", name=name))
    if len(data) > LIMIT:
        raise BadFile(_("{name} is larger than {limit} MB, too large for a draft.", name=name, limit=LIMIT >> 20))


def _media_type(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """Tell the format; content that is plainly something else than the name says wins over it or is refused."""
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122  # costs no import of pathlib
    if not ending[1:].isalpha():  # a symbol such as A/73/L.66 has no ending
        ending = ""
    found = _by_content(data, name)
    if found:
        return found, () if _ENDINGS.get(ending) == found else (Note("named-otherwise", detail=_KINDS[found]),)
    if ending not in _ENDINGS:
        raise BadFile(
            _(
                "{name} is of a kind that is not read here; those that are: {endings}.",
                name=name,
                endings=", ".join(ENDINGS),
            )
        )
    if _ENDINGS[ending] in _KINDS:
        kind = _KINDS[_ENDINGS[ending]]
        raise BadFile(_("{name} is called a {kind} file but does not begin like one.", name=name, kind=kind))
    return _ENDINGS[ending], ()


def _by_content(data: bytes, name: str) -> str:
    """Tell a format by how a file begins; empty where it may be any plain text."""
    if data.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise BadFile(
                _("{name} is locked with a password; take it off in Word and save the file again.", name=name)
            )
        return OLD_WORD
    if data.startswith(_ZIP):
        return OPEN_DOCUMENT if _OPEN_DOCUMENT in data[:200] else WORD
    if data.startswith(_RICH):
        return RICH
    return PDF if _PDF in data[:1024] else ""
