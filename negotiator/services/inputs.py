"""Inputs as they stand at the clock's moment: listed, shown, counted; what is done to them is in `input_acts`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negotiator.domain.codes import number_in
from negotiator.domain.coverage import covered
from negotiator.domain.dates import day_in_words
from negotiator.domain.input_life import IN_HAND, InputState
from negotiator.domain.inputs import PENDING_KINDS, Input, InputKind, PendingKind, by_due
from negotiator.errors import NotFound
from negotiator.i18n import _, n_
from negotiator.services.input_filter import EVERYTHING, Filter, fits, told
from negotiator.services.input_kinds import input_kinds
from negotiator.storage import inputs as rows
from negotiator.storage.covers import behalf_of, covers
from negotiator.storage.opened import Database
from negotiator.workspace import Workspace

if TYPE_CHECKING:
    from negotiator.domain.process import Phase
    from negotiator.domain.session import Session


@dataclass(frozen=True, slots=True)
class Count:
    """How much is pending of one kind."""

    number: int
    """How many inputs."""
    oldest: int | None
    """How many days ago the first of them was due or came in; None where nothing has gone by."""


def list_inputs(workspace: Workspace, wanted: Filter = EVERYTHING) -> tuple[Input, ...]:
    """Return inputs as they stand at the clock's moment, by due date, those without one last.

    Raises `NotFound` for a session, phase, category, region, kind, delegation or stakeholder that does not exist.
    """
    now = workspace.now()
    with workspace.reading() as db:
        phase = phase_named(db, wanted.phase) if wanted.phase else None
        looked_back = workspace.as_of is not None
        found = rows.inputs(db, input_kinds(), wanted_rows(db, wanted, looked_back=looked_back), lives=looked_back)
        seen = wanted.audience.seen() if wanted.audience else ()
        found = covered(found, covers(db, now if looked_back else None, seen))
    known = found
    if looked_back:
        known = [each for each in (each.as_known(now) for each in found) if each is not None]
        known = list(by_due(known))
    return tuple(each for each in known if fits(each, wanted, phase, now))


def get_input(workspace: Workspace, code: str) -> Input:
    """Return an input with its steps, extensions and files, as it stands at the clock's moment; raises `NotFound`."""
    with workspace.reading() as db:
        found = covered([input_named(db, code)], covers(db, workspace.as_of))[0]
        behalf = behalf_of(db, found.id, workspace.as_of)
        found = replace(found, group=behalf.group, covers=behalf.covers, without=behalf.without, said=behalf.said)
    known = found if workspace.as_of is None else found.as_known(workspace.as_of)
    if known is None:
        raise NotFound(_("{input} was not known yet then.", input=found.code))
    return known


def input_named(db: Database, code: str) -> Input:
    """Read an input by what people call it, `I-045` or its number alone; raises `NotFound`."""
    number = number_in(code, "I")
    found = [] if number is None else rows.inputs(db, input_kinds(), rows.Wanted(number=number), lives=True)
    if not found:
        raise NotFound(_("There is no input {input}; inputs are called like I-045.", input=code))
    return found[0]


def get_kind(code: str) -> InputKind:
    """Return a kind of input by its code, in any case of letters; raises `NotFound` with those there are."""
    found = input_kinds().get(code.strip().upper())
    if found is None:
        choices = ", ".join(input_kinds())
        raise NotFound(_("There is no kind of input {kind}; choose one of {choices}.", kind=code, choices=choices))
    return found


def topics(workspace: Workspace) -> tuple[str, ...]:
    """Return every topic in use, in alphabetical order."""
    with workspace.reading() as db:
        return tuple(rows.topics_in_use(db))


def why_empty(workspace: Workspace, wanted: Filter = EVERYTHING) -> str:
    """Say in one sentence why a list of inputs is empty: nothing recorded, nothing pending, or all of it left out."""
    with workspace.reading() as db:
        recorded = rows.count_inputs(db)
    if not recorded:
        return _("No input is recorded yet; “negotiator input expect” and “input receive” record them.")
    known = recorded if workspace.as_of is None else len(list_inputs(workspace))
    if not known:
        return _("No input was known on {date}.", date=day_in_words(workspace.now().date))
    rest = replace(wanted, pending=None, any_pending=False)
    among = len(list_inputs(workspace, rest)) if rest.given else known
    if among and wanted.pending is not None:
        what = _(PENDING_KINDS[wanted.pending])
        return n_(
            "The {n} input in question is not {what}.", "None of {n} inputs in question is {what}.", among, what=what
        )
    if among:
        return n_(
            "Nothing is pending about the {n} input in question.",
            "Nothing is pending about the {n} inputs in question.",
            among,
        )
    return n_(
        "The {n} input there is does not fit: {filter}.",
        "None of {n} inputs fits: {filter}.",
        known,
        filter=", ".join([*told(rest), *([_(PENDING_KINDS[wanted.pending])] if wanted.pending else [])]),
    )


_STATES_OF: Mapping[PendingKind, frozenset[InputState]] = {
    PendingKind.EXPECTED: frozenset((InputState.EXPECTED,)),
    PendingKind.OUTSTANDING: frozenset((InputState.EXPECTED,)),
    PendingKind.OVERDUE: frozenset((InputState.EXPECTED,)),
    PendingKind.UNREAD: frozenset((InputState.RECEIVED,)),
    PendingKind.UNTAGGED: IN_HAND,
    PendingKind.NOT_PRESENTED: IN_HAND,
    PendingKind.NOT_REFLECTED: IN_HAND,
}
"""In which states something may be pending: the database leaves out the rest before it is looked at one by one."""


def wanted_rows(db: Database, wanted: Filter, *, looked_back: bool) -> rows.Wanted:
    """Look up what is asked for by name, and leave to the database what it can tell."""
    states, waiting = _open(wanted) if not looked_back else ((), False)
    asked = rows.Wanted(
        session=session_of(db, wanted.session).code if wanted.session else None,
        kind=get_kind(wanted.kind).code if wanted.kind else None,
        topic=wanted.topic,
        visibilities=wanted.audience.seen() if wanted.audience else (),
        states=states,
        or_waiting=waiting,
    )
    return _from_whom(db, wanted, asked) if wanted.stakeholder or wanted.category or wanted.region else asked


def _open(wanted: Filter) -> tuple[tuple[InputState, ...], bool]:
    """Say in which states something asked for may be pending, and whether waiting for an answer counts as well."""
    if wanted.state is not None:
        return (wanted.state,), False
    if wanted.pending is not None:
        states = _STATES_OF.get(wanted.pending, frozenset())
        return tuple(sorted(states)), not states
    if wanted.any_pending:
        return (InputState.EXPECTED, *sorted(IN_HAND)), True
    return (), False


def _from_whom(db: Database, wanted: Filter, asked: rows.Wanted) -> rows.Wanted:
    """Look up whom inputs are wanted from; the register is loaded for that only."""
    from negotiator.services.stakeholders import get_category, region_named, require
    from negotiator.storage.stakeholders import stakeholders

    return replace(
        asked,
        stakeholder=require(stakeholders(db), wanted.stakeholder).code if wanted.stakeholder else None,
        category=get_category(wanted.category).code if wanted.category else None,
        region=region_named(wanted.region).value if wanted.region else None,
    )


def phase_named(db: Database, code: str) -> "Phase":
    """Read a phase by its code, in any case of letters; raises `NotFound` with those there are."""
    from negotiator.storage.processes import phases

    known = {phase.code.casefold(): phase for phase in phases(db)}
    if code.strip().casefold() not in known:
        choices = ", ".join(phase.code for phase in known.values())
        raise NotFound(_("There is no phase {phase}; choose one of {choices}.", phase=code, choices=choices))
    return known[code.strip().casefold()]


def session_of(db: Database, code: str) -> "Session":
    """Read a session by its code, in any case of letters; raises `NotFound` with those that are near."""
    from negotiator.services.processes import session_named
    from negotiator.storage.calendar import sessions

    return session_named(sessions(db), code)
