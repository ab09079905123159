"""An entry of the log: who said what on which paragraph, for whom, and what kind of thing it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.behalf import Behalf
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


class EntryKind(StrEnum):
    """What kind of thing an entry of the log tells."""

    STATEMENT = "statement"
    POINT_OF_ORDER = "point-of-order"
    RIGHT_OF_REPLY = "right-of-reply"
    RULING = "ruling"
    DECISION = "decision"
    ADJOURNMENT = "adjournment"
    NOTE = "note"


ENTRY_KINDS = {
    EntryKind.STATEMENT: N_("statement"),
    EntryKind.POINT_OF_ORDER: N_("point of order"),
    EntryKind.RIGHT_OF_REPLY: N_("right of reply"),
    EntryKind.RULING: N_("ruling"),
    EntryKind.DECISION: N_("decision"),
    EntryKind.ADJOURNMENT: N_("adjournment"),
    EntryKind.NOTE: N_("note"),
}
"""What people read for each kind, a message of the catalogue."""

KIND_WORDS = {
    "po": EntryKind.POINT_OF_ORDER,
    "rr": EntryKind.RIGHT_OF_REPLY,
    "rul": EntryKind.RULING,
    "dec": EntryKind.DECISION,
    "adj": EntryKind.ADJOURNMENT,
    "nb": EntryKind.NOTE,
    "程序": EntryKind.POINT_OF_ORDER,
    "答辩": EntryKind.RIGHT_OF_REPLY,
    "裁定": EntryKind.RULING,
    "决定": EntryKind.DECISION,
    "休会": EntryKind.ADJOURNMENT,
    "备注": EntryKind.NOTE,
}
"""The word that stands for each kind on the entry line; none of the short ones is a word of English."""

CHAIR_KINDS = frozenset((EntryKind.RULING, EntryKind.DECISION, EntryKind.ADJOURNMENT))
"""What whoever presides does."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph that was spoken on."""

    label: str
    """Its label as typed, in the house's form: `27(b)`, `OP12 bis`, `obj 5`."""
    path: str
    """Where it stands in the text on screen; empty where that text has no such paragraph."""
    within: tuple[str, ...] = ()
    """Of a range, where every one of its paragraphs stands."""

    def touches(self, path: str) -> bool:
        """Say whether this is the paragraph at a path, or a range with it."""
        return bool(path) and (self.path == path or path in self.within)


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
    number: int = 0
    """Its number in the session, in the order of typing."""
    live: bool = False
    """Whether it was typed while it was said; what is noted later has its place by its hour."""
    kind: EntryKind = EntryKind.STATEMENT
    """What kind of thing it tells."""
    behalf: Behalf | None = None
    """For whom it was said, settled on the day; None for the speaker alone."""
    aligned: tuple[str, ...] = ()
    """Codes of those whose statement the speaker joined."""
    apart: tuple[str, ...] = ()
    """Codes of those whose statement the speaker did not join."""
    doubts: tuple[str, ...] = ()
    """What was not understood of the line."""

    def on(self, path: str) -> bool:
        """Say whether it is about the paragraph at a path."""
        return any(place.touches(path) for place in self.places)

    @property
    def paragraphs(self) -> str:
        """The labels of the paragraphs, joined for reading."""
        return ", ".join(place.label for place in self.places)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Put entries in the order in which things were said.

    What was typed live keeps the order of typing, whatever the clock did in between: it may have been set back, or
    summer time may have ended. What was noted later stands before the first live entry that is later than its hour.
    """
    found = sorted(entries, key=lambda entry: entry.number)
    live = [entry for entry in found if entry.live]
    noted = sorted((entry for entry in found if not entry.live), key=lambda entry: entry.said.utc)
    if not noted or not live:
        return live or noted
    before: dict[int, list[Entry]] = {}
    for entry in noted:
        place = next((at for at, each in enumerate(live) if each.said.utc > entry.said.utc), len(live))
        before.setdefault(place, []).append(entry)
    ordered: list[Entry] = []
    for at in range(len(live) + 1):
        ordered += before.get(at, [])
        ordered += live[at : at + 1]
    return ordered
