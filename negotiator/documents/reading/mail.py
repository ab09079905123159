"""An e-mail as it was sent: who wrote to whom, when, what it says, and the files that came with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256

from negotiator.documents.reading.attached_names import safe_names
from negotiator.documents.reading.document import Mode, Note
from negotiator.documents.reading.encoding import decode, without_controls
from negotiator.documents.reading.registry import LIMIT
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.text.language import guess_language
from negotiator.text.lines import Line

MOST_PARTS = 1_000
"""The most parts of an e-mail that are looked at."""
_CHINESE = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "hz-gb-2312")
"""What mail programs call an encoding that is really GB18030."""


@dataclass(frozen=True, slots=True)
class MailAddress:
    """Somebody in the head of an e-mail."""

    name: str
    """What they are called there; may be empty."""
    address: str
    """The address, such as `mission@example.org`; may be empty."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with an e-mail."""

    name: str
    """A file name without any folder, safe to write and unique in its e-mail."""
    called: str
    """What the e-mail calls it; may be empty."""
    media_type: str
    """What the e-mail says it is, such as `application/pdf`."""
    data: bytes
    """Its bytes."""

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail."""

    name: str
    """The file's name, without its folder."""
    sender: MailAddress | None
    """Who wrote it; None where it does not say."""
    to: tuple[MailAddress, ...]
    """To whom."""
    cc: tuple[MailAddress, ...]
    """Who got a copy."""
    date: datetime | None
    """When it was sent, aware, with the offset that it names; None where it names no moment."""
    subject: str
    """What it is about; may be empty."""
    text: str
    """What it says, line by line; may be empty."""
    language: str
    """The likeliest language of its words, as a two-letter code."""
    attachments: tuple[Attachment, ...]
    """The files that came with it, other e-mails among them."""
    notes: tuple[Note, ...]
    """What was left out, changed or missing; `mail_notes.told_of_mail` makes sentences of them."""
    sha256: str
    """The hash of the bytes, in hexadecimal."""

    @property
    def words(self) -> str:
        """What it is about and what it says, to search in."""
        return f"{self.subject}\n{self.text}".strip()


def read_mail(data: bytes, name: str) -> Mail:
    """Read the bytes of an .eml or .msg file; raises `BadFile` for what is no e-mail, empty or too large."""
    if not data:
        raise BadFile(_("{name} is empty.", name=name))
    if len(data) > LIMIT:
        raise BadFile(_("{name} is larger than {limit} MB, too large to be kept here.", name=name, limit=LIMIT >> 20))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        from negotiator.documents.reading.outlook import read_outlook

        return read_outlook(data, name)
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = list(_parts(message))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as problem:
        raise BadFile(_("{name} cannot be read as an e-mail: {problem}.", name=name, problem=problem)) from problem
    if not any(message[head] for head in ("From", "To", "Subject", "Date", "Message-ID")):
        raise BadFile(_("{name} does not begin like an e-mail: it says neither from whom nor to whom.", name=name))
    plain, pages, files = _sorted(parts)
    notes = [Note("mail-many-parts", MOST_PARTS)] if len(parts) >= MOST_PARTS else []
    senders = _addresses(message, "From") or _addresses(message, "Sender")
    return mail_of(
        Mail(
            name,
            senders[0] if senders else None,
            _addresses(message, "To"),
            _addresses(message, "Cc"),
            _date(message),
            header(message, "Subject"),
            "\n\n".join(plain),
            "",
            (),
            tuple(notes),
            sha256(data).hexdigest(),
        ),
        pages,
        files,
    )


def mail_of(mail: Mail, pages: Iterable[bytes], files: Iterable[tuple[str, str, bytes]]) -> Mail:
    """Complete an e-mail: its words, from web pages where there are no plain ones; its language, files and notes."""
    notes = list(mail.notes)
    text = without_controls(mail.text).strip()
    if not text:
        text = "\n".join(_page_words(page, mail.name) for page in pages).strip()
        notes += [Note("mail-from-html")] if text else [Note("mail-no-words")]
    listed = list(files)
    safe = safe_names([(called, media_type) for called, media_type, _data in listed])
    attachments = tuple(
        Attachment(own, without_controls(called), media_type, data)
        for own, (called, media_type, data) in zip(safe, listed, strict=True)
    )
    notes += [Note("mail-name-changed", 1, each.name) for each in attachments if each.called not in ("", each.name)]
    notes += [Note("mail-attachment-empty", 1, each.name) for each in attachments if not each.data]
    notes += [Note("mail-no-date")] if mail.date is None else []
    notes += [Note("mail-no-sender")] if mail.sender is None else []
    lines = [Line(words, number) for number, words in enumerate(f"{mail.subject}\n{text}".split("\n"), 1)]
    return replace(mail, text=text, language=guess_language(lines), attachments=attachments, notes=tuple(notes))


def _parts(message: Message) -> Iterator[Message]:
    """Return the parts that hold something, in order; an attached e-mail is one part."""
    waiting, seen = [message], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop()
        seen += 1
        inside = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inside, list):
            waiting.extend(each for each in reversed(inside) if isinstance(each, Message))
        else:
            yield part


def _sorted(parts: Iterable[Message]) -> tuple[list[str], list[bytes], list[tuple[str, str, bytes]]]:
    """Tell plain words, web pages and attached files apart."""
    plain: list[str] = []
    pages: list[bytes] = []
    files: list[tuple[str, str, bytes]] = []
    for part in parts:
        kind, called = part.get_content_type(), _file_name(part)
        data = _bytes(part)
        if called or part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
            files.append((called, kind, data))
        elif kind == "text/plain":
            plain.append(_words(data, part.get_content_charset()))
        else:
            pages.append(_words(data, part.get_content_charset()).encode())
    return plain, pages, files


def _bytes(part: Message) -> bytes:
    if part.get_content_maintype() == "message":
        inside = part.get_payload()
        first = inside[0] if isinstance(inside, list) and inside else None
        return first.as_bytes() if isinstance(first, Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _words(data: bytes, charset: str | None) -> str:
    """Decode words by the encoding that is named, else by the one that can be told; never fails."""
    named = "gb18030" if charset in _CHINESE else charset
    for encoding in (named, "utf-8"):
        try:
            if encoding and encoding not in ("us-ascii", "ascii", "unknown-8bit"):
                return data.decode(encoding).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        return decode(data, "-")[0].replace("\r\n", "\n")
    except BadFile:  # too few bytes to tell, as in a name
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            return data.decode("utf-8", "replace").replace("\r\n", "\n")


def _page_words(page: bytes, name: str) -> str:
    from negotiator.documents.reading.html import read_html

    try:
        lines = read_html(b"\xef\xbb\xbf" + page, name, Mode.ACCEPTED)[0]
    except BadFile:
        return ""
    return "\n".join(line.text for line in lines)


def header(message: Message, name: str) -> str:
    """Return a line of the head in plain words; bytes that no encoding is named for are decoded as they can be told."""
    raw = _raw(message, name)
    if any("\udc80" <= char <= "\udcff" for char in raw):
        found = _words(raw.encode("utf-8", "surrogateescape"), None)
    else:
        try:
            found = str(message[name] or "")
        except (ValueError, LookupError, TypeError, AttributeError):  # what the standard library cannot parse
            found = raw
    return without_controls(" ".join(found.split()))


def _raw(message: Message, name: str) -> str:
    return next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def _file_name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _addresses(message: EmailMessage | Message, name: str) -> tuple[MailAddress, ...]:
    try:
        found = message[name]
        bare = any("\udc80" <= char <= "\udcff" for char in _raw(message, name))
        if isinstance(found, AddressHeader) and not bare:
            pairs = [(each.display_name, each.addr_spec) for each in found.addresses]
        else:
            pairs = getaddresses([header(message, name)])
    except (ValueError, LookupError, TypeError, AttributeError):
        pairs = getaddresses([header(message, name)])
    return addresses_of(pairs)


def addresses_of(pairs: Iterable[tuple[str, str]]) -> tuple[MailAddress, ...]:
    """Return those of these names and addresses that say something."""
    cleaned = [(without_controls(called).strip(), without_controls(at).strip()) for called, at in pairs]
    return tuple(MailAddress(called, "" if at == "<>" else at) for called, at in cleaned if called or at != "<>")


def _date(message: Message) -> datetime | None:
    try:
        found = message["Date"]
        moment = found.datetime if isinstance(found, DateHeader) else parsedate_to_datetime(str(found))
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return None
    return moment_of(moment)


def moment_of(moment: datetime | None) -> datetime | None:
    """Return a moment with its offset, UTC where it names none; None where it cannot be meant."""
    if moment is None or not 1970 < moment.year < 2999:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
