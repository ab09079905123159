"""Accreditation: how those who do not take part as of right come to be admitted, and what was objected.

Resolution 71/280 knows three ways: organizations with consultative status register (paragraph 6 (a)); others stand on a
list that the President proposes to the Member States for consideration on a non-objection basis, one list for the
preparatory process (6 (b)) and another for the conference (6 (c)); national human rights institutions register (9).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.i18n import N_


class Admission(StrEnum):
    """What somebody asks to be admitted to; being on one list says nothing of the other."""

    PREPARATORY = "preparatory"
    CONFERENCE = "conference"


ADMISSIONS = {Admission.PREPARATORY: N_("preparatory process"), Admission.CONFERENCE: N_("conference")}
"""What people read for each."""
PARAGRAPHS = {Admission.PREPARATORY: "6(b)", Admission.CONFERENCE: "6(c)"}
"""The paragraphs of resolution 71/280 that ask for the two lists."""


class Route(StrEnum):
    """The way on which somebody is admitted."""

    LIST = "list"
    ECOSOC = "ecosoc"
    NHRI = "nhri"


ROUTES = {
    Route.LIST: N_("list on a non-objection basis"),
    Route.ECOSOC: N_("consultative status"),
    Route.NHRI: N_("national human rights institution"),
}
"""What people read for each way."""
USUAL_ROUTES = {"NGO-E": Route.ECOSOC, "NHRI": Route.NHRI}
"""The way that goes with a category; the list for every other one."""
STATUSES = {Route.ECOSOC: ("general", "special", "roster"), Route.NHRI: ("A", "B"), Route.LIST: ()}
"""The standing that each way asks for: the kind of consultative status, the grade under the Paris Principles."""


class AccreditationState(StrEnum):
    """How far an application has come."""

    APPLIED = "applied"
    VETTED = "vetted"
    PROPOSED = "proposed"
    OBJECTED = "objected"
    RESOLVED = "resolved"
    APPROVED = "approved"
    REGISTERED = "registered"
    BADGE_ISSUED = "badge-issued"
    ATTENDED = "attended"
    DECLINED = "declined"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"


ACCREDITATION_STATES = {
    AccreditationState.APPLIED: N_("applied"),
    AccreditationState.VETTED: N_("vetted"),
    AccreditationState.PROPOSED: N_("proposed on the list"),
    AccreditationState.OBJECTED: N_("objection received"),
    AccreditationState.RESOLVED: N_("objection resolved"),
    AccreditationState.APPROVED: N_("approved"),
    AccreditationState.REGISTERED: N_("registered"),
    AccreditationState.BADGE_ISSUED: N_("badge issued"),
    AccreditationState.ATTENDED: N_("attended"),
    AccreditationState.DECLINED: N_("declined"),
    AccreditationState.EXCLUDED: N_("excluded"),
    AccreditationState.WITHDRAWN: N_("withdrawn"),
}
"""What people read for each state."""

_S = AccreditationState
_OUT = (_S.DECLINED, _S.WITHDRAWN)
_ADMITTED: dict[AccreditationState, tuple[AccreditationState, ...]] = {
    _S.REGISTERED: (_S.BADGE_ISSUED, _S.ATTENDED, _S.WITHDRAWN),
    _S.BADGE_ISSUED: (_S.ATTENDED, _S.WITHDRAWN),
    _S.ATTENDED: (),
    _S.DECLINED: (),
    _S.EXCLUDED: (),
    _S.WITHDRAWN: (_S.APPLIED,),
}
_ON_THE_LIST: dict[AccreditationState, tuple[AccreditationState, ...]] = {
    _S.APPLIED: (_S.VETTED, *_OUT),
    _S.VETTED: (_S.PROPOSED, *_OUT),
    _S.PROPOSED: (_S.OBJECTED, _S.APPROVED, *_OUT),
    _S.OBJECTED: (_S.RESOLVED, _S.EXCLUDED, _S.WITHDRAWN),
    _S.RESOLVED: (_S.APPROVED, _S.OBJECTED, *_OUT),
    _S.APPROVED: (_S.REGISTERED, _S.WITHDRAWN),
    **_ADMITTED,
}
_BY_REGISTRATION: dict[AccreditationState, tuple[AccreditationState, ...]] = {
    _S.APPLIED: (_S.VETTED, _S.REGISTERED, *_OUT),
    _S.VETTED: (_S.REGISTERED, *_OUT),
    **_ADMITTED,
}
MOVES = {Route.LIST: _ON_THE_LIST, Route.ECOSOC: _BY_REGISTRATION, Route.NHRI: _BY_REGISTRATION}
"""Where an application may go from each state, by the way it takes; a slip is undone, not moved back."""
NEEDS_A_REASON = frozenset((_S.DECLINED, _S.EXCLUDED, _S.RESOLVED, _S.WITHDRAWN))
"""The states that nobody is left in without being told why."""
ADMITTED = frozenset((_S.APPROVED, _S.REGISTERED, _S.BADGE_ISSUED, _S.ATTENDED))
"""The states of those who may come."""


@dataclass(frozen=True, slots=True)
class AccreditationStep:
    """One step of an application."""

    state: AccreditationState
    """The state it came to."""
    at: Instant
    """When that took place."""
    why: str = ""
    """The reason, where one was given."""
    by: str = ""
    """Who noted it."""


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection of a Member State to a name on a list (resolution 71/280, note 5).

    The State may give the general basis of its objection; the President shares it with any State that asks.
    """

    by: str
    """Code of the objecting State."""
    at: Instant
    """When it was made."""
    basis: str = ""
    """The general basis, where the State gave one."""
    shared: tuple[tuple[str, Instant], ...] = ()
    """Codes of the States with which it was shared on request, and when."""
    id: str = ""
    """The row's identifier."""


@dataclass(frozen=True, slots=True)
class Accreditation:
    """The application of one stakeholder to be admitted to the preparatory process or to the conference."""

    number: int
    """Its number; people call it AC-12."""
    stakeholder: str
    """Code of the applicant."""
    category: str
    """Code of the applicant's category."""
    region: str
    """Code of the applicant's region; empty where it has none."""
    admission: Admission
    """What it asks to be admitted to."""
    route: Route
    """The way it takes."""
    applied: date
    """The day of the application."""
    status: str = ""
    """Its consultative status or grade, where its way asks for one."""
    status_year: int | None = None
    """The year since which it has that standing."""
    women: int = 0
    """Women among its representatives."""
    men: int = 0
    """Men among its representatives."""
    extended: bool = False
    """Whether it applied only thanks to an extended date."""
    note: str = ""
    """What else there is to say."""
    visibility: Audience = Audience.MEMBER_STATES
    """Who may see it."""
    steps: tuple[AccreditationStep, ...] = ()
    """What happened to it, oldest first."""
    objections: tuple[Objection, ...] = ()
    """What was objected, where whoever asks may see it."""
    id: str = ""
    """The row's identifier."""

    @property
    def code(self) -> str:
        """What people call it."""
        return accreditation_code(self.number)

    @property
    def state(self) -> AccreditationState:
        """How far it has come."""
        return self.steps[-1].state if self.steps else AccreditationState.APPLIED

    @property
    def reason(self) -> str:
        """Why it came there, where a reason was given."""
        return self.steps[-1].why if self.steps else ""

    def may_become(self, state: AccreditationState) -> bool:
        """Say whether the table of moves leads there."""
        return state in MOVES[self.route].get(self.state, ())


OF_OBJECTIONS = frozenset((_S.OBJECTED, _S.RESOLVED))
"""The states that give away that somebody objected."""
OBJECTIONS_ARE_FOR = Audience.CO_FACILITATORS_AND_SECRETARIAT
"""Who may know of objections unless a record says otherwise."""


def as_seen_by(each: Accreditation, audience: Audience) -> Accreditation:
    """Leave out of an application what would tell an audience of an objection that is not meant for it."""
    if audience.sees(OBJECTIONS_ARE_FOR):
        return each
    kept = tuple(
        replace(step, why="") if step.state is _S.EXCLUDED else step
        for step in each.steps
        if step.state not in OF_OBJECTIONS
    )
    return replace(each, steps=kept)


def accreditation_code(number: int) -> str:
    """Write the number of an application as people say it: `AC-012`."""
    return f"AC-{number:03}"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a list come from one region or category, and how many women and men represent them."""

    name: str
    """Code of the region or category; empty for those without one."""
    applied: int
    """How many applied."""
    admitted: int
    """How many are admitted."""
    women: int
    """Women among the representatives."""
    men: int
    """Men among the representatives."""


def shares(applications: Iterable[Accreditation], by_region: bool) -> tuple[Share, ...]:
    """Count applications by region or by category, the largest first; those without come last."""
    gathered: dict[str, list[Accreditation]] = {}
    for each in applications:
        gathered.setdefault(each.region if by_region else each.category, []).append(each)
    counted = (
        Share(
            name,
            len(held),
            sum(each.state in ADMITTED for each in held),
            sum(each.women for each in held),
            sum(each.men for each in held),
        )
        for name, held in gathered.items()
    )
    return tuple(sorted(counted, key=lambda each: (not each.name, -each.applied, each.name)))
