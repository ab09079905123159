"""What a mandate asks for: each action, the force of its verb, how it is checked, and how it can stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negotiator.domain.due import Due, Term
from negotiator.domain.mandate_status import BINDING as BINDING
from negotiator.domain.mandate_status import FORCES as FORCES
from negotiator.domain.mandate_status import GRAVITY as GRAVITY
from negotiator.domain.mandate_status import STATUSES as STATUSES
from negotiator.domain.mandate_status import Force as Force
from negotiator.domain.mandate_status import Status as Status
from negotiator.domain.mandate_status import Tone as Tone
from negotiator.domain.mandate_status import tone as tone
from negotiator.domain.process import Certainty
from negotiator.domain.title import NO_TITLE, Title


class CheckKind(StrEnum):
    """How it can be seen whether an action was done."""

    DEADLINE = "deadline"
    WINDOW = "window"
    BEFORE_EVENT = "before_event"
    COUNT = "count"
    SUM_DAYS = "sum_days"
    PER_SESSION = "per_session_deliverable"
    ROLE_FILLED = "role_filled"
    ATTRIBUTE = "attribute"
    COVERAGE = "coverage"
    UPTAKE = "uptake"
    INFO = "info"


class Counted(StrEnum):
    """What a check of the kind `count` counts."""

    SESSIONS = "sessions"
    PANELS = "panels"
    MODERATORS = "moderators"
    ROLES = "roles"
    INPUTS = "inputs"
    STAKEHOLDERS = "stakeholders"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at; which fields matter goes by the kind."""

    kind: CheckKind
    """What sort of look it is."""
    of: str = ""
    """The kind of session that is looked at."""
    sessions: tuple[str, ...] = ()
    """Codes of the sessions that are looked at, where not all of a kind are."""
    counted: Counted = Counted.SESSIONS
    """What is counted."""
    least: float | None = None
    """The smallest number that will do."""
    most: float | None = None
    """The largest number that will do."""
    window: tuple[date, date] | None = None
    """The days that are looked at, from one to another."""
    month: bool = False
    """Whether each session is held against the days of its own plan."""
    role: str = ""
    """The office that is to be filled."""
    milestones: tuple[str, ...] = ()
    """Codes of the milestones that prove it, all of them needed."""
    per_session: Mapping[str, str] | None = None
    """Code of the milestone that proves it, session by session."""
    inputs: tuple[str, ...] = ()
    """Kinds of input that prove it."""
    drafts: tuple[str, ...] = ()
    """Codes of the drafts that prove it."""
    event: str = ""
    """What it must come before."""
    before: bool = False
    """Whether what each session needs is needed before it starts, rather than after it."""
    days: int = 0
    """A habit of ours: within how many days after the session; it informs and never colours."""
    attribute: str = ""
    """What is looked at in a session or in the process."""
    value: str = ""
    """What it has to be."""
    topics: tuple[str, ...] = ()
    """What has to be covered."""
    categories: tuple[str, ...] = ()
    """Which kinds of stakeholder are looked for: in the register, or in the room."""
    regions: tuple[str, ...] = ()
    """The regional groups that have to be met in every phase."""
    admission: str = ""
    """The list of names that proves it: `preparatory` or `conference`."""
    route: str = ""
    """The way of being admitted that is counted, such as `ecosoc`."""
    fund: bool = False
    """Whether contributions to the fund prove it."""
    unit: str = ""
    """What days are called, such as `working-day`."""
    note: Title = NO_TITLE
    """What else there is to say of the check."""


@dataclass(frozen=True, slots=True)
class Superseding:
    """A later decision that took the place of an action."""

    by: str
    """The document, by its symbol."""
    on: date
    """Since when."""
    why: Title = NO_TITLE
    """What it decided."""


class EvidenceKind(StrEnum):
    """What is put forward as evidence."""

    SESSION = "session"
    DOCUMENT = "document"
    INPUT = "input"
    DRAFT = "draft"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that a person put forward, or that the template knows."""

    code: str
    """What people call it, such as `E-003`."""
    kind: EvidenceKind
    """What it is."""
    ref: str
    """The code or symbol of it; the words of a note."""
    on: date
    """The day it bears."""
    session: str = ""
    """The session it is for."""
    words: Title = NO_TITLE
    """What it shows."""
    withdrawn: date | None = None
    """The day it was taken back."""
    why: str = ""
    """Why it was taken back."""

    def holds(self, day: date) -> bool:
        """Say whether it counts at a day."""
        return self.on <= day and (self.withdrawn is None or self.withdrawn > day)


@dataclass(frozen=True, slots=True)
class Override:
    """How a person decided to read a date."""

    until: date | None
    """The last day that is to hold; None for one of the two readings."""
    reading: str
    """`strict`, `lenient` or `date`."""
    why: str
    """The reason."""
    decided: date
    """Since when."""
    source: str = ""
    """The document that says so; may be empty."""
    by: str = ""
    """Who decided; may be empty."""


@dataclass(frozen=True, slots=True)
class MandatedAction:
    """One thing that the mandate asks for."""

    code: str
    """What people call it, such as `M16a`."""
    paragraph: str
    """Where the mandate says so."""
    source: str
    """The document; empty for the mandate of the process."""
    phase: str
    """Code of the phase; empty for the whole process and what frames it."""
    force: Force
    """How strongly."""
    responsible: tuple[Title, ...]
    """Who has to do it."""
    title: Title
    """What is to be done, in our own words."""
    deliverable: Title
    """What there is when it is done; may be empty."""
    due: Due
    """When."""
    checks: tuple[Check, ...]
    """How it can be seen."""
    certainty: Certainty = Certainty.HIGH
    """How well the row is known."""
    recurs: str = ""
    """How often, such as `each-session`."""
    note: Title = NO_TITLE
    """What else there is to say."""
    amber: bool = False
    """Whether it is coloured amber at most, whatever the verb."""
    superseded: tuple[Superseding, ...] = ()
    """What took its place, oldest first."""
    evidence: tuple[Evidence, ...] = ()
    """What was put forward."""
    overrides: tuple[Override, ...] = ()
    """How its date was read by people, oldest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check comes to."""

    status: Status
    """How it stands."""
    figures: str
    """The figures, in the language in use."""
    why: str = ""
    """The reasons."""
    evidence: tuple[str, ...] = ()
    """What it rests on, by code."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How a mandated action stands at a moment, and why."""

    action: MandatedAction
    """The action."""
    status: Status
    """How it stands."""
    tone: Tone
    """How it is coloured."""
    rule: str
    """The rule in words."""
    figures: str
    """The figures."""
    why: str
    """The reasons."""
    evidence: tuple[str, ...]
    """What it rests on."""
    reading: str
    """Which reading was used."""
    term: Term
    """The days it comes to."""
    days_left: int | None
    """Days until the last of them; negative afterwards."""
