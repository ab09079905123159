"""Accreditation: applications noted, taken further, objected to, and listed for those who may see them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from negotiator.domain.accreditation import (
    ACCREDITATION_STATES,
    ADMISSIONS,
    MOVES,
    NEEDS_A_REASON,
    OBJECTIONS_ARE_FOR,
    STATUSES,
    USUAL_ROUTES,
    Accreditation,
    AccreditationState,
    AccreditationStep,
    Admission,
    Route,
    accreditation_code,
    as_seen_by,
)
from negotiator.domain.audience import Audience
from negotiator.domain.codes import number_in
from negotiator.domain.dates import day_in_words
from negotiator.domain.names import folded
from negotiator.domain.stakeholder import MEMBER_STATE, Stakeholder
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.input_rules import moment
from negotiator.services.stakeholders import Added, get_category, region_named, require
from negotiator.storage import accreditation as rows
from negotiator.storage.events import Act
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace

OF_RIGHT = frozenset((MEMBER_STATE, "OBS", "IGO-SI", "UN", "RC"))
"""The categories that take part of right or by standing invitation and apply for nothing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which applications are wanted; what is not said is not asked."""

    admission: Admission | None = None
    """Those to this."""
    route: Route | None = None
    """Those that take this way."""
    state: AccreditationState | None = None
    """Those that have come this far."""
    category: str = ""
    """Those of this category."""
    region: str = ""
    """Those from this region."""
    objected: bool = False
    """Those to which somebody objected, whatever became of it."""


EVERY_APPLICATION = Wanted()


def list_accreditations(
    workspace: Workspace, wanted: Wanted = EVERY_APPLICATION, audience: Audience = Audience.PRIVATE
) -> tuple[Accreditation, ...]:
    """Return the applications as they stand at the clock's moment and as an audience may see them, by number.

    Raises `NotFound` for a category or region that does not exist.
    """
    category = get_category(wanted.category).code if wanted.category else ""
    region = region_named(wanted.region).value if wanted.region else ""
    with workspace.reading() as db:
        found = rows.accreditations(db, upto=workspace.as_of, seen=audience.seen())
    seen = (as_seen_by(each, audience) for each in found)
    return tuple(
        each
        for each in seen
        if (wanted.admission is None or each.admission is wanted.admission)
        and (wanted.route is None or each.route is wanted.route)
        and (wanted.state is None or each.state is wanted.state)
        and (not category or each.category == category)
        and (not region or each.region == region)
        and (not wanted.objected or each.objections)
    )


def get_accreditation(workspace: Workspace, code: str, audience: Audience = Audience.PRIVATE) -> Accreditation:
    """Return an application by its code or number; raises `NotFound`."""
    return _named(list_accreditations(workspace, audience=audience), code)


def apply_for(
    workspace: Workspace,
    applicant: str,
    admission: Admission,
    *,
    route: Route | None = None,
    on: str | None = None,
    status: str = "",
    status_year: int | None = None,
    women: int = 0,
    men: int = 0,
    extended: bool = False,
    note: str = "",
) -> Added:
    """Note the application of a stakeholder that is in the register.

    Raises `Refused` for one that takes part of right or has applied for the same already, `WrongUsage` for a standing
    that its way does not know.
    """
    with workspace.acting(N_("{applicant} applies: {application}")) as act:
        who = require(stakeholders(act.db), applicant)
        new = drawn(workspace, who, admission, route, on, status, status_year)
        new = replace(new, women=women, men=men, extended=extended, note=note.strip())
        refuse_twice(rows.accreditations(act.db), new)
        act.tell(applicant=who.code, application=accreditation_code(rows.next_accreditation(act.db)))
        return Added(store(act, new, who), act.id)


def drawn(
    workspace: Workspace,
    who: Stakeholder,
    admission: Admission,
    route: Route | None,
    on: str | None,
    status: str,
    status_year: int | None,
) -> Accreditation:
    """Draw up an application without its number; raises as `apply_for` does."""
    way = route or USUAL_ROUTES.get(who.category, Route.LIST)
    standing = next((each for each in STATUSES[way] if each.casefold() == status.strip().casefold()), None)
    if status.strip() and standing is None:
        choices = ", ".join(STATUSES[way])
        if not choices:
            raise WrongUsage(_("Only consultative status and national institutions have a standing to be told."))
        raise WrongUsage(_("There is no standing {status}; choose one of {choices}.", status=status, choices=choices))
    if who.category in OF_RIGHT:
        category = get_category(who.category).title.said
        raise Refused(_("{code} takes part as {category}; it does not apply.", code=who.code, category=category))
    at = moment(workspace, on, workspace.zone)
    return Accreditation(
        number=0,
        stakeholder=who.code,
        category=who.category,
        region=who.region.value if who.region else "",
        admission=admission,
        route=way,
        applied=at.date,
        status=standing or "",
        status_year=status_year,
        steps=(AccreditationStep(AccreditationState.APPLIED, at),),
    )


def refuse_twice(known: Sequence[Accreditation], new: Accreditation) -> None:
    """Refuse a second application of the same stakeholder to the same."""
    held = next(
        (each for each in known if (each.stakeholder, each.admission) == (new.stakeholder, new.admission)), None
    )
    if held:
        told = {"code": new.stakeholder, "application": held.code, "what": _(ADMISSIONS[new.admission])}
        raise Refused(_("{code} has applied already: {application}, {what}.", **told))


def store(act: Act, new: Accreditation, who: Stakeholder) -> str:
    """Store an application under the next number and return what people call it."""
    numbered = replace(new, number=rows.next_accreditation(act.db))
    rows.add_accreditation(act, numbered, who.id)
    return numbered.code


def take_further(
    workspace: Workspace, codes: Sequence[str], state: str, *, why: str = "", on: str | None = None
) -> Added:
    """Take one or more applications to a state in one act: all of them, or none.

    Raises `Refused` where the table of moves does not lead there or a reason is missing, `WrongUsage` for a word that
    is no state.
    """
    wanted = state_named(state)
    if wanted is AccreditationState.OBJECTED:
        raise WrongUsage(_("An objection is noted with the State that makes it: negotiator accreditation object."))
    if not codes:
        raise WrongUsage(_("Name at least one application."))
    with workspace.acting(N_("mark {applications} {state}"), state=wanted.value) as act:
        known = rows.accreditations(act.db)
        meant = [_named(known, code) for code in dict.fromkeys(codes)]
        act.tell(applications=", ".join(each.code for each in meant))
        at = moment(workspace, on, workspace.zone)
        for each in meant:
            _move(act, each, AccreditationStep(wanted, at, why.strip()))
        return Added(", ".join(each.code for each in meant), act.id)


def object_to(
    workspace: Workspace,
    code: str,
    state: str,
    *,
    basis: str = "",
    on: str | None = None,
    visibility: Audience = OBJECTIONS_ARE_FOR,
) -> Added:
    """Note the objection of a Member State to a name on the list; the basis is given voluntarily (71/280, note 5)."""
    with workspace.acting(N_("objection to {application}")) as act:
        each = _named(rows.accreditations(act.db), code)
        act.tell(application=each.code)
        who = require(stakeholders(act.db), state)
        if who.category not in (MEMBER_STATE, "sample"):
            raise Refused(_("Only Member States object to names on the list; {code} is none.", code=who.code))
        at = moment(workspace, on, workspace.zone)
        if any(made.by == who.code for made in each.objections):
            raise Refused(_("{state} has objected to {application} already.", state=who.code, application=each.code))
        if each.state is not AccreditationState.OBJECTED:
            _move(act, each, AccreditationStep(AccreditationState.OBJECTED, at))
        rows.add_objection(act, each.id, who.id, at, basis.strip(), visibility)
        return Added(each.code, act.id)


def share_with(workspace: Workspace, code: str, state: str, *, on: str | None = None) -> Added:
    """Note that what is held of the objections to an application was shared with a State that asked."""
    with workspace.acting(N_("share the objections to {application}")) as act:
        each = _named(rows.accreditations(act.db), code)
        act.tell(application=each.code)
        who = require(stakeholders(act.db), state)
        if who.category not in (MEMBER_STATE, "sample"):
            raise Refused(_("Objections are shared with Member States only; {code} is none.", code=who.code))
        if not each.objections:
            raise Refused(_("Nobody has objected to {application}.", application=each.code))
        at = moment(workspace, on, workspace.zone)
        told = [made for made in each.objections if who.code not in {other for other, _when in made.shared}]
        if not told:
            raise Refused(_("That was shared with {state} already.", state=who.code))
        for made in told:
            rows.share_objection(act, made.id, who.id, at)
        return Added(each.code, act.id)


def admission_named(word: str) -> Admission:
    """Read what somebody applies to: its code, or its name in either language; raises `WrongUsage` for other words."""
    wanted = folded(word)
    for each, title in ADMISSIONS.items():
        if wanted in (each.value, folded(title), folded(_(title))):
            return each
    choices = ", ".join(Admission)
    raise WrongUsage(_("There is no list “{word}”; choose one of {choices}.", word=word, choices=choices))


def state_named(word: str) -> AccreditationState:
    """Read a state as it is typed; raises `WrongUsage` with those there are."""
    wanted = word.strip().lower().replace("_", "-").replace(" ", "-")
    if wanted not in set(AccreditationState):
        choices = ", ".join(AccreditationState)
        raise WrongUsage(_("There is no state “{word}”; choose one of {choices}.", word=word, choices=choices))
    return AccreditationState(wanted)


def _move(act: Act, each: Accreditation, step: AccreditationStep) -> None:
    now, then = _(ACCREDITATION_STATES[each.state]), _(ACCREDITATION_STATES[step.state])
    if not each.may_become(step.state):
        ways = ", ".join(_(ACCREDITATION_STATES[other]) for other in MOVES[each.route].get(each.state, ()))
        if not ways:
            raise Refused(_("{application} is {state}; that is the end of it.", application=each.code, state=now))
        raise Refused(
            _(
                "{application} is {state}; it can become {ways}, not {wanted}.",
                application=each.code,
                state=now,
                ways=ways,
                wanted=then,
            )
        )
    if step.state in NEEDS_A_REASON and not step.why:
        raise Refused(_("Say why {application} is {state}, with --why.", application=each.code, state=then))
    last = each.steps[-1].at
    if step.at.utc < last.utc:
        raise Refused(
            _(
                "{application} became {state} on {date}; what follows cannot be earlier.",
                application=each.code,
                state=now,
                date=day_in_words(last.date),
            )
        )
    rows.add_step(act, each.id, step)


def _named(known: Sequence[Accreditation], code: str) -> Accreditation:
    number = number_in(code, "AC")
    for each in known:
        if each.number == number:
            return each
    example = accreditation_code(12)
    raise NotFound(
        _("There is no application {code}; applications are called like {example}.", code=code, example=example)
    )
