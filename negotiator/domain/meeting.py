"""What happens on the floor: meetings with their real times, who was in the room, who said what on which paragraph."""

from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.dates import Instant
from negotiator.i18n import N_


class Position(StrEnum):
    """What a speaker said of a paragraph."""

    SUPPORT = "support"
    SUPPORT_WITH_CHANGE = "support-with-change"
    OPPOSE = "oppose"
    AMEND = "amend"
    RESERVE = "reserve"
    QUESTION = "question"
    NO_POSITION = "no-position"
    INFORMATION = "information"


LETTERS = {
    "s": Position.SUPPORT,
    "w": Position.SUPPORT_WITH_CHANGE,
    "o": Position.OPPOSE,
    "a": Position.AMEND,
    "r": Position.RESERVE,
    "q": Position.QUESTION,
    "n": Position.NO_POSITION,
    "i": Position.INFORMATION,
}
"""The letter that stands for each position on the entry line."""

POSITION_NAMES = {
    Position.SUPPORT: N_("support"),
    Position.SUPPORT_WITH_CHANGE: N_("support with change"),
    Position.OPPOSE: N_("oppose"),
    Position.AMEND: N_("amend"),
    Position.RESERVE: N_("reserve"),
    Position.QUESTION: N_("question"),
    Position.NO_POSITION: N_("no position"),
    Position.INFORMATION: N_("information"),
}
"""What people read for each position, a message of the catalogue."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of a session, from the gavel to the gavel."""

    id: str
    """The row's identifier."""
    session: str
    """The code of the session."""
    number: int
    """Its number in the session, from 1."""
    opened: Instant
    """When it really opened, on the clock of the venue."""
    closed: Instant | None
    """When it really closed; None while it is open."""

    def covers(self, moment: Instant) -> bool:
        """Say whether the meeting was open at a moment."""
        return self.opened.utc <= moment.utc and (self.closed is None or moment.utc <= self.closed.utc)


class Source(StrEnum):
    """How it is known that a delegation was in the room."""

    LOG = "log"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Attendance:
    """A delegation that was in the room."""

    meeting: int
    """The number of the meeting."""
    stakeholder: str
    """The delegation's code."""
    source: Source
    """Whether it spoke, or somebody noted it by hand."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph that was spoken on."""

    label: str
    """Its label as typed, in the house's form: `27(b)`, `OP12 bis`, `obj 5`."""
    path: str
    """Where it stands in the text on screen; empty where that text has no such paragraph."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One intervention in the log of a session."""

    id: str
    """The row's identifier."""
    code: str
    """What people call it, such as `R3-12`."""
    session: str
    """The code of the session."""
    meeting: int | None
    """The number of the meeting; None where none was open."""
    speaker: str
    """The code of the delegation."""
    places: tuple[Place, ...]
    """The paragraphs spoken on."""
    position: Position | None
    """What was said of them."""
    words: str
    """The note, exactly as typed."""
    line: str
    """The whole line as typed, so that it can be edited."""
    draft: str
    """The address of the text on screen; empty where there was none."""
    said: Instant
    """When the line was opened, or the time given for notes typed later."""
    by: str
    """Who typed or last changed it."""
    visibility: str
    """Who may read it."""

    @property
    def paragraphs(self) -> str:
        """The labels of the paragraphs, joined for reading."""
        return ", ".join(place.label for place in self.places)
