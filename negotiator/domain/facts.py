"""What is known at a moment, gathered so that mandated actions can be judged by it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from negotiator.domain.dates import Instant, Window
from negotiator.domain.due import Term, WorkingDay, term
from negotiator.domain.fund import Contribution
from negotiator.domain.mandate import MandatedAction, Override
from negotiator.domain.process import Claim, Milestone, Phase, Process, Role
from negotiator.domain.session import Session, SessionState
from negotiator.domain.topic_tags import Tagged

SOON = 30
"""How many days ahead something is due soon."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """An input, as far as a mandate cares."""

    code: str
    """What people call it."""
    kind: str
    """Its kind."""
    sender: str
    """Whom it comes from."""
    session: str
    """The session it belongs to; may be empty."""
    on: date | None
    """The day it came in; None for one that is awaited."""
    overdue: bool
    """Whether it is awaited, owed, and its time has gone by."""
    due: date | None = None
    """The day it is due."""
    topics: tuple[str, ...] = ()
    """What it is about."""
    behalf: tuple[str, ...] = ()
    """On whose behalf it was sent besides, member by member."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Something dated that shows that an action was done."""

    code: str
    """What people call it."""
    on: date
    """Its day."""


@dataclass(frozen=True, slots=True)
class Present:
    """Who was in the room at a session."""

    session: str
    """Code of the session."""
    stakeholder: str
    """Code of who was there."""
    category: str
    """Its category."""
    region: str
    """Its regional group; may be empty."""


@dataclass(frozen=True, slots=True)
class Application:
    """Who asked to be admitted, as far as a mandate cares; objections are nobody's business here."""

    code: str
    """What people call it, such as `AC-012`."""
    region: str
    """The regional group of the applicant; may be empty."""
    admission: str
    """What it asks to be admitted to: `preparatory` or `conference`."""
    route: str
    """The way it takes: `list`, `ecosoc` or `nhri`."""
    women: int
    """Women among its representatives."""
    men: int
    """Men among them."""
    admitted: bool
    """Whether it may come."""
    proposed: date | None
    """The day on which it was proposed on the list."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known at a moment."""

    now: Instant
    """The moment, on the clock of the process."""
    process: Process
    """The process."""
    adopted: date | None
    """The day the mandate was adopted."""
    phases: tuple[Phase, ...]
    """Its phases."""
    sessions: tuple[Session, ...]
    """The calendar as it was known."""
    milestones: Mapping[str, Milestone]
    """Milestones passed, by code."""
    events: Mapping[str, Window]
    """Every event whose days are known, by code."""
    roles: tuple[Role, ...]
    """Who held which office by then."""
    claims: tuple[Claim, ...]
    """What sources say where they differ."""
    receipts: tuple[Receipt, ...]
    """Inputs, received and awaited."""
    drafts: Mapping[str, date]
    """Drafts released, with their day."""
    works: WorkingDay
    """Which days are working days."""
    tagged: tuple[Tagged, ...] = ()
    """What sessions and provisions are about."""
    present: tuple[Present, ...] = ()
    """Who was in the room, session by session."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """The regional group of each State."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What stands as the title of each draft that was read."""
    register: Mapping[str, int] = field(default_factory=dict)
    """How many stakeholders of each category the register holds."""
    applications: tuple[Application, ...] = ()
    """Who asked to be admitted, as it stood by then."""
    contributions: tuple[Contribution, ...] = ()
    """What was paid into the fund by then."""
    gone: frozenset[str] = field(default_factory=frozenset)
    """Codes of inputs that were withdrawn, and of letters that were removed."""

    @property
    def today(self) -> date:
        """The day, on the clock of the process."""
        return self.now.date

    def of_kind(self, kind: str, codes: Iterable[str] = ()) -> list[Session]:
        """Return the sessions of a kind, or those named; what comes on top of the mandate stays out."""
        named = set(codes)
        return [
            each
            for each in self.sessions
            if not each.additional and (each.code in named if named else not kind or each.kind == kind)
        ]

    def held(self, session: Session) -> bool:
        """Say whether a session is over."""
        return session.state(self.now) is SessionState.HELD

    def term_of(self, action: MandatedAction) -> Term:
        """Return the days an action comes to, by the reading in force."""
        return term_of(action, self.events, self.today, self.works)


def standing(action: MandatedAction, today: date) -> tuple[Override, ...]:
    """Return how people had read the date of an action by a day."""
    return tuple(each for each in action.overrides if each.decided <= today)


def term_of(action: MandatedAction, events: Mapping[str, Window], today: date, works: WorkingDay) -> Term:
    """Return the days an action comes to by the events as they are known, as people had read them by a day."""
    found = term(action.due, events, today, works)
    read = standing(action, today)
    if not read:
        return found
    last = read[-1]
    day = {"strict": found.strict, "lenient": found.lenient}.get(last.reading, last.until)
    return found.agreed(day, f"{last.reading}: {last.why}") if day else found


def events_of(
    sessions: Iterable[Session], milestones: Iterable[Milestone], phases: Iterable[Phase]
) -> dict[str, Window]:
    """Gather the days of everything that a rule can hang on."""
    events = {phase.code: phase.window for phase in phases}
    events |= {each.code: each.window for each in milestones}
    events |= {each.code: each.window for each in sessions if each.window is not None}
    return events


def with_actions(
    events: dict[str, Window], actions: Iterable[MandatedAction], today: date, works: WorkingDay
) -> dict[str, Window]:
    """Add the days of the actions themselves, so that rules can hang on one another."""
    waiting = list(actions)
    known = dict(events)
    while waiting:
        ready = [each for each in waiting if each.due.event not in {other.code for other in waiting}]
        if not ready:
            return known
        for each in ready:
            found = term_of(each, known, today, works)
            if found.lenient is not None:
                known[each.code] = Window(found.strict or found.lenient, found.lenient)
        waiting = [each for each in waiting if each not in ready]
    return known
