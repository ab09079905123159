"""A file that comes with an input: read once, kept exactly as it came."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from negotiator.documents.reading.registry import LIMIT, bytes_of
from negotiator.domain.kept_files import KeptFile
from negotiator.errors import BadFile
from negotiator.i18n import _

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".csv": "text/csv",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".zip": "application/zip",
}
"""What a file is by the ending of its name."""

MAIL_ENDINGS = (".eml", ".msg")
"""The endings of files that are e-mails."""

READABLE = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""The endings of files whose words are read to be searched; LibreOffice is not started for this."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file with its bytes."""

    file: KeptFile
    """Its name, type, size and hash."""
    data: bytes
    """Its bytes."""
    text: str = ""
    """Its words, as far as they can be read, to search in."""


def read_received(path: Path) -> Received:
    """Read a file with its words; raises as `read_kept` does."""
    file, data = read_kept(path)
    return Received(file, data, words_of(data, path.name))


def read_kept(path: Path) -> tuple[KeptFile, bytes]:
    """Read a file; raises `NotFound` where there is none, `BadFile` where it is empty, too large or cannot be read."""
    data = bytes_of(path)
    if not data:
        raise BadFile(_("{path} is empty.", path=path))
    if len(data) > LIMIT:
        raise BadFile(_("{path} is larger than {limit} MB, too large to be kept here.", path=path, limit=LIMIT >> 20))
    media_type = MEDIA_TYPES.get(PurePath(path.name).suffix.lower(), "application/octet-stream")
    return kept_file(path.name, media_type, data), data


def kept_file(name: str, media_type: str, data: bytes) -> KeptFile:
    """Say what is known of a file that is kept."""
    return KeptFile(name, media_type, len(data), sha256(data).hexdigest())


def words_of(data: bytes, name: str) -> str:
    """Return the words of a file that came; nothing where they cannot be read, for it is kept all the same."""
    from negotiator.documents.reading.mail import read_mail
    from negotiator.documents.reading.registry import read

    try:
        if name.lower().endswith(MAIL_ENDINGS):
            return read_mail(data, name).words
        if not name.lower().endswith(READABLE):
            return ""
        return "\n".join(line.text for line in read(data, name).lines)
    except BadFile:
        return ""
