"""The one door to every reader: which format a file is in, by its name and by its content."""

from hashlib import sha256
from os import PathLike
from pathlib import PurePath

from negotiator.documents.reading.document import Document, Mode, Note
from negotiator.errors import BadFile, NotFound
from negotiator.i18n import N_, _

LIMIT = 64 * 1024 * 1024
"""The most bytes that a file may have."""

PLAIN, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
PDF = "application/pdf"
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
}
ENDINGS = tuple(ending for ending in _ENDINGS if ending)
"""The endings of the files that can be read."""

_UNREAD = ((b"{\\rtf", N_("{name} is an RTF file; save it as .docx or .txt to read it here.")),)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"

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
    "read",
    "read_file",
]


def read_file(path: "str | PathLike[str]", *, mode: Mode = Mode.ACCEPTED) -> Document:
    """Read a file; raises `NotFound` where there is none, `BadFile` with the reason where it cannot be read."""
    return read(bytes_of(path), PurePath(path).name, mode=mode)


def bytes_of(path: "str | PathLike[str]") -> bytes:
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
    """Read the bytes of a file into lines; pure but for the clock of the machine.

    `name` tells the format by its ending (none: plain text); content that is plainly another known format wins, with a
    note. `mode` says how tracked changes are read. Raises `BadFile` with a sentence naming the file, and the place
    where there is one, for whatever cannot be read: nothing is guessed that cannot be told.
    """
    _refuse_by_size(data, name)
    media_type, notes = _media_type(data, name)
    language: str | None = None
    encoding = ""
    if media_type == WORD:
        from negotiator.documents.reading.docx import read_docx

        lines, language, found = read_docx(data, name, mode)
    elif media_type == PDF:
        from negotiator.documents.reading.pdf import read_pdf

        lines, found = read_pdf(data, name)
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


def _refuse_by_size(data: bytes, name: str) -> None:
    if not data:
        raise BadFile(_("{name} is empty.", name=name))
    if len(data) > LIMIT:
        raise BadFile(_("{name} is larger than {limit} MB, too large for a draft.", name=name, limit=LIMIT >> 20))


def _media_type(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """Tell the format; content that is plainly something else than the name says wins over it or is refused."""
    for beginning, sentence in _UNREAD:
        if data.startswith(beginning):
            raise BadFile(_(sentence, name=name))
    if data.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise BadFile(
                _("{name} is locked with a password; take it off in Word and save the file again.", name=name)
            )
        raise BadFile(_("{name} is an old Office file (.doc); save it as .docx to read it here.", name=name))
    ending = PurePath(name).suffix.lower()
    if not ending[1:].isalpha():  # a symbol such as A/73/L.66 has no ending
        ending = ""
    if data.startswith(_ZIP):
        return WORD, () if _ENDINGS.get(ending) == WORD else (Note("named-otherwise", detail="Word"),)
    if _PDF in data[:1024]:
        return PDF, () if _ENDINGS.get(ending) == PDF else (Note("named-otherwise", detail="PDF"),)
    if ending not in _ENDINGS:
        raise BadFile(
            _(
                "{name} is of a kind that is not read here; those that are: {endings}.",
                name=name,
                endings=", ".join(ENDINGS),
            )
        )
    if _ENDINGS[ending] == WORD:
        raise BadFile(_("{name} is called a Word file but does not begin like one.", name=name))
    if _ENDINGS[ending] == PDF:
        raise BadFile(_("{name} is called a PDF file but does not begin like one.", name=name))
    return _ENDINGS[ending], ()
