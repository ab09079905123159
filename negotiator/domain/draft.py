"""Drafts: the versions of a text, what each is based on, and who may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _


class DraftKind(StrEnum):
    """What a text is in the chain from the first paper to the resolution."""

    ELEMENTS = "elements"
    NON_PAPER = "non-paper"
    ZERO = "zero"
    REVISED = "revised"
    CHAIRS_TEXT = "chairs-text"
    COMPILATION = "compilation"
    STREAMLINED = "streamlined"
    FINAL = "final"
    OUTCOME = "outcome"
    RESOLUTION = "resolution"
    OTHER = "other"


KINDS = {
    DraftKind.ELEMENTS: N_("elements paper"),
    DraftKind.NON_PAPER: N_("non-paper"),
    DraftKind.ZERO: N_("zero draft"),
    DraftKind.REVISED: N_("revised draft"),
    DraftKind.CHAIRS_TEXT: N_("co-facilitators' text"),
    DraftKind.COMPILATION: N_("compilation text"),
    DraftKind.STREAMLINED: N_("streamlined text"),
    DraftKind.FINAL: N_("final draft"),
    DraftKind.OUTCOME: N_("agreed outcome"),
    DraftKind.RESOLUTION: N_("resolution"),
    DraftKind.OTHER: N_("other text"),
}
"""What people read for each kind."""


class DraftStatus(StrEnum):
    """How far a text has come."""

    WORKING = "working"
    CIRCULATED = "circulated"
    SUPERSEDED = "superseded"
    AGREED = "agreed"
    ADOPTED = "adopted"


STATUSES = {
    DraftStatus.WORKING: N_("working"),
    DraftStatus.CIRCULATED: N_("circulated"),
    DraftStatus.SUPERSEDED: N_("superseded"),
    DraftStatus.AGREED: N_("agreed"),
    DraftStatus.ADOPTED: N_("adopted"),
}
"""What people read for each status."""

LANGUAGES = ("en", "zh", "fr", "es", "ru", "ar")
"""The official languages, as two-letter codes."""


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft in one language: bytes and words that never change."""

    id: str
    """The row."""
    draft: str
    """The draft's code."""
    language: str
    """A two-letter code."""
    file_name: str
    """The name of the file that was registered."""
    media_type: str
    """What kind of file it was."""
    encoding: str
    """The encoding of its characters; empty where the format fixes it."""
    sha256: str
    """The hash of its bytes, in hexadecimal."""
    first: bool = True
    """Whether it is the language that the bare code of the draft names."""

    @property
    def address(self) -> str:
        """What people call it: `rev1`, or `rev1/zh` for a further language."""
        return self.draft if self.first else f"{self.draft}/{self.language}"


@dataclass(frozen=True, slots=True)
class Draft:
    """One version of the text, in all its languages."""

    id: str
    """The row."""
    code: str
    """What people call it, such as `rev1`."""
    name: str
    """Its name in full, such as `Draft Rev.1`."""
    kind: DraftKind
    """What it is in the chain."""
    symbol: str
    """Its document symbol; empty for an informal text."""
    based_on: tuple[str, ...]
    """The codes of the texts it was made from: none, one, or several that were merged."""
    released: date
    """The day on which it was released."""
    zone: str
    """Where that day is reckoned."""
    audience: Audience
    """To whom it was released."""
    visibility: Audience
    """Who may see it here."""
    embargo: Instant | None
    """Until when it is for the co-facilitators and the Secretariat only."""
    status: DraftStatus
    """How far it has come."""
    texts: tuple[DraftText, ...] = ()
    """Its languages, the first that was registered before the others."""
    note: str = ""
    """What else is to be known."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is registered in."""
        return tuple(text.language for text in self.texts)

    def text(self, language: str | None = None) -> DraftText | None:
        """Return the text in a language (the first registered one without); None where there is none."""
        return next((text for text in self.texts if language in (None, text.language)), None)

    def is_out(self, day: date) -> bool:
        """Say whether it was released by the end of a day."""
        return self.released <= day

    def seen_by(self, now: Instant) -> Audience:
        """Return who may see it at a moment: until an embargo ends, not the audience it is meant for."""
        inner = Audience.CO_FACILITATORS_AND_SECRETARIAT
        if self.embargo is not None and now.utc < self.embargo.utc and inner.sees(self.visibility):
            return inner
        return self.visibility


def in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """Sort drafts as they came: by day of release, on the same day a text after those it is based on."""
    depth: dict[str, int] = {}
    based = {draft.code: draft.based_on for draft in drafts}

    def deep(code: str, above: frozenset[str]) -> int:
        if code not in depth:
            parents = [deep(parent, above | {code}) for parent in based.get(code, ()) if parent not in above]
            depth[code] = 1 + max(parents, default=0)
        return depth[code]

    return sorted(drafts, key=lambda draft: (draft.released, deep(draft.code, frozenset([draft.code])), draft.code))


def check_parents(code: str, released: date, parents: Sequence[str], drafts: Sequence[Draft]) -> None:
    """Raise `WrongUsage` where a draft would be based on itself, on an unknown text, or on one that came later."""
    known = {draft.code: draft for draft in drafts}
    for parent in parents:
        if parent == code:
            raise WrongUsage(_("A draft cannot be based on itself: {code}.", code=code))
        if parent not in known:
            raise WrongUsage(_("{code} cannot be based on {parent}: there is no such draft.", code=code, parent=parent))
        if known[parent].released > released:
            raise WrongUsage(
                _(
                    "{code} cannot be based on {parent}, which was released later, on {day}.",
                    code=code,
                    parent=parent,
                    day=known[parent].released.isoformat(),
                )
            )


def ancestors(code: str, drafts: Sequence[Draft]) -> list[str]:
    """Return the codes of every text that a draft goes back to, the nearest first."""
    based = {draft.code: draft.based_on for draft in drafts}
    found: list[str] = []
    waiting = list(based.get(code, ()))
    while waiting:
        parent = waiting.pop(0)
        if parent not in found and parent != code:
            found.append(parent)
            waiting += based.get(parent, ())
    return found
