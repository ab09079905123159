"""Letters and other documents of the process: who wrote what to whom, when, and what it belongs to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negotiator.domain.audience import Audience
from negotiator.domain.kept_files import KeptFile
from negotiator.i18n import N_


class LetterKind(StrEnum):
    """What a document of the process is."""

    LETTER = "letter"
    NOTE_VERBALE = "note-verbale"
    NOTE = "note"
    STATEMENT = "statement"
    EMAIL = "email"
    PROGRAMME = "programme"
    OTHER = "other"


LETTER_KINDS = {
    LetterKind.LETTER: N_("letter"),
    LetterKind.NOTE_VERBALE: N_("note verbale"),
    LetterKind.NOTE: N_("note"),
    LetterKind.STATEMENT: N_("statement"),
    LetterKind.EMAIL: N_("e-mail"),
    LetterKind.PROGRAMME: N_("programme"),
    LetterKind.OTHER: N_("other document"),
}
"""What people read for each kind."""

USUALLY_SEEN_BY = {
    LetterKind.STATEMENT: Audience.PUBLIC,
    LetterKind.PROGRAMME: Audience.PUBLIC,
    LetterKind.LETTER: Audience.MEMBER_STATES,
    LetterKind.NOTE: Audience.MEMBER_STATES,
}
"""Who may see a document of a kind where nobody says; the rest is for the co-facilitators and the Secretariat."""


class LinkKind(StrEnum):
    """What a letter can belong to."""

    SESSION = "session"
    DRAFT = "draft"
    INPUT = "input"


@dataclass(frozen=True, slots=True)
class Link:
    """Something that a letter belongs to."""

    kind: LinkKind
    """What it is."""
    code: str
    """Its code, such as `R3`, `rev1` or `I-004`."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A document of the process."""

    number: int
    """Its number in the workspace."""
    kind: LetterKind
    """What it is."""
    title: str
    """What it is about."""
    dated: date
    """The day that it bears."""
    sender: str
    """Who wrote it, in plain words; may be empty."""
    to: str
    """To whom, in plain words; may be empty."""
    symbol: str
    """Its document symbol; may be empty."""
    language: str
    """Two-letter code; may be empty."""
    visibility: Audience
    """Who may see it."""
    note: str = ""
    """What else there is to say."""
    files: tuple[KeptFile, ...] = ()
    """Its files, the letter itself first."""
    links: tuple[Link, ...] = ()
    """What it belongs to."""
    id: str = ""
    """The row's identifier."""

    @property
    def code(self) -> str:
        """What people call it, such as `L-001`."""
        return letter_code(self.number)


def letter_code(number: int) -> str:
    """Write the number of a letter as people say it: `L-001`."""
    return f"L-{number:03d}"
