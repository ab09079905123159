"""E-mails as Outlook saves them, in .msg files."""

from email import message_from_string, policy
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256

from negotiator.documents.reading.document import Note
from negotiator.documents.reading.mail import Mail, MailAddress, addresses_of, header, mail_of, moment_of
from negotiator.errors import BadFile
from negotiator.i18n import _

_RECIPIENT_TYPE = 0x0C15
"""The property that says whether somebody got it or a copy of it."""
_COPY = 2


def read_outlook(data: bytes, name: str) -> Mail:
    """Read the bytes of a .msg file; raises `BadFile` where they are none."""
    try:
        return _read(data, name)
    except BadFile:
        raise
    except Exception as problem:  # the library lets through whatever goes wrong in the parts of a broken file
        raise BadFile(_("{name} cannot be read as an e-mail: {problem}.", name=name, problem=problem)) from problem


def _read(data: bytes, name: str) -> Mail:
    from oxmsg import Message

    message = Message.load(data)
    if not message.message_class:
        raise BadFile(_("{name} is no e-mail, though it is made like one of Outlook.", name=name))
    heads = {key.lower(): value for key, value in message.message_headers.items()}
    lines = "\n".join(f"{key}: {' '.join(heads[key].split())}" for key in ("from", "to", "cc") if key in heads)
    head = message_from_string(lines, policy=policy.default)
    senders = addresses_of(getaddresses([header(head, "from") or message.sender or ""]))
    to: list[MailAddress] = []
    copies: list[MailAddress] = []
    for each in message.recipients:
        side = copies if each.properties.int_prop_value(_RECIPIENT_TYPE) == _COPY else to
        side.extend(addresses_of([(each.name or "", each.email_address or "")]))
    date = message.sent_date
    if date is None and "date" in heads:
        try:
            date = parsedate_to_datetime(heads["date"])
        except (ValueError, TypeError):
            date = None
    files, left = [], []
    for attached in message.attachments:
        called = attached.file_name or ""
        if attached.file_bytes is None:  # only a link to it came, or it is an e-mail or an object of Office
            left.append(Note("mail-attachment-skipped", 1, called))
        else:
            files.append((called, attached.mime_type or "application/octet-stream", attached.file_bytes))
    try:
        page = (message.html_body or "").encode()
    except (UnicodeError, LookupError):
        page = b""
        left.append(Note("mail-no-words"))
    return mail_of(
        Mail(
            name,
            senders[0] if senders else None,
            tuple(to) or addresses_of(getaddresses([header(head, "to")])),
            tuple(copies) or addresses_of(getaddresses([header(head, "cc")])),
            moment_of(date),
            message.subject,
            (message.body or "").replace("\r\n", "\n"),
            "",
            (),
            tuple(left),
            sha256(data).hexdigest(),
        ),
        [page] if page else [],
        files,
    )
