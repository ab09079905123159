"""The files of a letter: read once, an e-mail taken apart into itself and what came with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from negotiator.documents.reading.mail import Mail, MailAddress, read_mail
from negotiator.documents.reading.mail_notes import told_of_mail
from negotiator.documents.reading.registry import read
from negotiator.domain.kept_files import KeptFile
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.services.received_files import MAIL_ENDINGS, kept_file, read_kept


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file with its bytes and its words."""

    file: KeptFile
    """Its name, type, size and hash."""
    data: bytes
    """Its bytes."""
    words: str
    """Its words; empty where none can be read."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the files of a letter hold."""

    files: tuple[FoundFile, ...]
    """Those that were given, then those that came with e-mails."""
    mail: Mail | None
    """The first e-mail among them."""
    language: str
    """The likeliest language; empty where there are no words."""
    told: tuple[str, ...]
    """Sentences about the reading."""

    @property
    def sender(self) -> str:
        """Who wrote the e-mail; empty where there is none."""
        return _said(self.mail.sender) if self.mail and self.mail.sender else ""

    @property
    def to(self) -> str:
        """To whom the e-mail went; empty where there is none."""
        return ", ".join(map(_said, self.mail.to)) if self.mail else ""


def read_letter_files(paths: Sequence[Path]) -> Found:
    """Read files with what came with the e-mails among them; raises `NotFound` and `BadFile`."""
    given: list[FoundFile] = []
    attached: list[FoundFile] = []
    told: list[str] = []
    mails: list[Mail] = []
    languages: list[str] = []
    for path in paths:
        file, data = read_kept(path)
        if path.suffix.lower() in MAIL_ENDINGS:
            mail = read_mail(data, path.name)
            mails.append(mail)
            languages.append(mail.language)
            told += [f"{path.name}: {told_of_mail(note)}" for note in mail.notes]
            given.append(FoundFile(file, data, mail.text))
            for each in mail.attachments:
                own = kept_file(each.name, each.media_type, each.data)
                attached.append(FoundFile(own, each.data, _words(each.data, each.name, told, languages)))
        else:
            given.append(FoundFile(file, data, _words(data, path.name, told, languages)))
    return Found((*given, *attached), mails[0] if mails else None, languages[0] if languages else "", tuple(told))


def _words(data: bytes, name: str, told: list[str], languages: list[str]) -> str:
    """Read the words of a file; one that cannot be read is kept all the same, and it is said why."""
    from negotiator.text.language import guess_language

    try:
        if name.lower().endswith(MAIL_ENDINGS):
            return read_mail(data, name).words
        document = read(data, name)
    except BadFile as problem:
        told.append(_("It is kept without its words: {problem}", problem=problem.message))
        return ""
    languages.append(document.language or guess_language(document.lines))
    return "\n".join(line.text for line in document.lines)


def _said(who: MailAddress) -> str:
    return f"{who.name} <{who.address}>" if who.name and who.address else who.name or who.address
