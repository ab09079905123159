"""A negotiating process: its phases, who holds which role, its milestones, and figures on which sources differ."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from negotiator.domain.dates import Instant, Window, end_of_day, on_day
from negotiator.domain.title import NO_TITLE as NO_TITLE
from negotiator.domain.title import Title as Title
from negotiator.domain.title import is_code as is_code
from negotiator.i18n import N_


class Mode(StrEnum):
    """How proposals meet the text."""

    PEN_HOLDER = "pen-holder"
    """Someone holds the pen, and proposals stand beside the text."""
    BRACKETED = "bracketed"
    """Proposals stand in the text, between square brackets."""


class Certainty(StrEnum):
    """How well a fact is known."""

    HIGH = "high"
    """Seen in a document or a public page."""
    MEDIUM = "medium"
    """Believed right, not checked again."""
    LOW = "low"
    """Inferred, or sources differ."""


@dataclass(frozen=True, slots=True)
class Process:
    """What is being negotiated, and by which rules of the house."""

    code: str
    """Short name, such as `gcm`."""
    title: Title
    """Its name."""
    mode: Mode
    """How proposals meet the text."""
    zone: str
    """The IANA zone in which deadlines end where nothing else is said."""
    mandate: str
    """The symbol of the document that set it up."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the process; phases may overlap."""

    code: str
    """Short name, such as `P1`."""
    title: Title
    """Its name."""
    window: Window
    """From its first day to its last."""
    kind: str = ""
    """The kind of session the phase is made of, whose days its progress is measured in."""

    def on(self, day: date) -> bool:
        """Say whether the phase is on at a day."""
        return day in self.window


def phases_on(phases: Iterable[Phase], day: date) -> tuple[Phase, ...]:
    """Return the phases that are on at a day: none before the first, two where they overlap."""
    return tuple(phase for phase in phases if phase.on(day))


@dataclass(frozen=True, slots=True)
class Role:
    """Who holds an office in the process."""

    role: str
    """The office, such as `co-facilitator`."""
    title: Title
    """Its name."""
    holder: str
    """Who holds it."""
    state: str
    """Alpha-3 code of the State that sent the holder; empty for an officer of the Organization."""
    since: date | None
    """The first day, as far as it is known."""
    until: date | None
    """The last day, where there is one."""
    certainty: Certainty
    """How well it is known."""
    sources: tuple[str, ...] = ()
    """Where it is known from."""


class MilestoneKind(StrEnum):
    """What sort of thing happened."""

    MANDATE = "mandate"
    DEADLINE = "deadline"
    LETTER = "letter"
    REPORT = "report"
    SUMMARY = "summary"
    DRAFT = "draft"
    DECISION = "decision"
    ADOPTION = "adoption"
    OTHER = "other"


MILESTONE_KINDS = {
    MilestoneKind.MANDATE: N_("mandate"),
    MilestoneKind.DEADLINE: N_("deadline"),
    MilestoneKind.LETTER: N_("letter"),
    MilestoneKind.REPORT: N_("report"),
    MilestoneKind.SUMMARY: N_("summary"),
    MilestoneKind.DRAFT: N_("draft"),
    MilestoneKind.DECISION: N_("decision"),
    MilestoneKind.ADOPTION: N_("adoption"),
    MilestoneKind.OTHER: N_("other"),
}
"""What people read for each kind of milestone."""


@dataclass(frozen=True, slots=True)
class MilestoneMove:
    """A change of the date of a milestone, with its reason."""

    decided: date
    """The day from which the new date holds."""
    reason: str
    """Why."""
    source: str
    """The document that says so; may be empty."""
    by: str
    """Who decided; may be empty."""
    before: Window
    """The day or days before the change."""
    after: Window
    """The day or days after it."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated event that is not a session: a text released, a letter sent, a deadline."""

    code: str
    """Short name, such as `draft-rev1`."""
    title: Title
    """What happened."""
    kind: MilestoneKind
    """What sort of thing it was."""
    window: Window
    """The day, or the days among which it lies where no source gives the day."""
    zone: str
    """The IANA zone of its place."""
    clock: time | None = None
    """The time of day, where it is known."""
    symbol: str = ""
    """Symbol of the document, where it bears one."""
    draft: str = ""
    """Code of the draft that was released, if one was."""
    announced: date | None = None
    """The day on which it became known that it was to come; a deadline is known beforehand in any case."""
    certainty: Certainty = Certainty.HIGH
    """How well it is known."""
    sources: tuple[str, ...] = ()
    """Where it is known from."""
    note: Title = NO_TITLE
    """What else there is to say."""
    moves: tuple[MilestoneMove, ...] = ()
    """Changes of its date, oldest first."""

    def as_known(self, day: date) -> "Milestone":
        """Return the milestone as it was known on a day: later changes of its date undone."""
        later = [move for move in self.moves if move.decided > day]
        earlier = tuple(move for move in self.moves if move.decided <= day)
        return replace(self, window=later[0].before, moves=earlier) if later else self

    @property
    def moment(self) -> Instant:
        """When it happened: its time of day, else the end of its last day."""
        if self.clock is not None:
            return on_day(self.window.last, self.clock, self.zone)
        return end_of_day(self.window.last, self.zone)

    def past(self, now: Instant) -> bool:
        """Say whether it has happened; a milestone without a time of day counts on its day."""
        if self.clock is not None:
            return self.moment.utc <= now.utc
        return self.window.last <= Instant(now.utc, self.zone).date

    def awaited(self, now: Instant) -> bool:
        """Say whether it is to come and was known to come; what took people by surprise is not foretold."""
        if self.past(now):
            return False
        if self.announced is None:
            return self.kind is MilestoneKind.DEADLINE
        return self.announced <= now.date


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says on a matter where sources differ or none is certain."""

    subject: str
    """Code of the session or milestone it is about."""
    what: str
    """The matter, such as `attendance`."""
    value: Title
    """What the source says."""
    source: str
    """Which source."""
    certainty: Certainty
    """How well it is known."""
