"""Before a date is changed: what hangs on it, and who has to be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from negotiator.domain.dates import Instant, Window, parse_date
from negotiator.domain.input_life import InputState
from negotiator.domain.mandate import Judged, MandatedAction, Override
from negotiator.domain.process import Milestone, MilestoneMove
from negotiator.domain.session import Session, Whereabouts
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.calendar import Changed, moved_session
from negotiator.services.elsewhere import SAME_PLACE, Elsewhere
from negotiator.services.input_kinds import input_kinds
from negotiator.services.mandate import get_action, judge_now
from negotiator.services.processes import milestones_as_known, session_named, sessions_as_known
from negotiator.storage import inputs as input_rows
from negotiator.storage import processes
from negotiator.storage.opened import Database
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Effect:
    """A mandated action that stands otherwise after the change."""

    before: Judged
    """How it stands."""
    after: Judged
    """How it would stand."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change of dates would do."""

    code: str
    """The session, milestone or mandated action."""
    before: Window | None
    """Its days now; of an action the last days on the two readings."""
    after: Window | None
    """Its days then."""
    effects: tuple[Effect, ...]
    """The mandated actions that stand otherwise."""
    stakeholders: tuple[str, ...]
    """Codes of those from whom something is expected for it: they have to be told."""
    leaves: Whereabouts | None = None
    """Where a session was to meet, if it goes elsewhere."""
    goes_to: Whereabouts | None = None
    """Where it goes."""


def preview_session(
    workspace: Workspace,
    code: str,
    *,
    start: str,
    days: float | None = None,
    dates: Sequence[str] = (),
    elsewhere: Elsewhere = SAME_PLACE,
) -> Preview:
    """Say what moving a session would change; nothing is stored."""
    now = workspace.now()
    with workspace.reading() as db:
        session = session_named(sessions_as_known(db, now), code)
        after = moved_session(session, start, days, dates, elsewhere)
        goes = after.where != session.where
        return Preview(
            session.code,
            session.window,
            after.window,
            _effects(db, now, after),
            _expected(db, now, session=session.code),
            session.where if goes else None,
            after.where if goes else None,
        )


def preview_milestone(workspace: Workspace, code: str, until: str) -> Preview:
    """Say what giving a milestone another date would change; nothing is stored."""
    now = workspace.now()
    with workspace.reading() as db:
        milestone = _milestone(milestones_as_known(db, now), code)
        after = _moved(milestone, until)
        return Preview(
            milestone.code,
            milestone.window,
            after.window,
            _effects(db, now, after),
            _expected(db, now, due=milestone.window.last),
        )


def preview_action(workspace: Workspace, code: str, until: str) -> Preview:
    """Say what another last day for a mandated action would change; nothing is stored.

    Raises `WrongUsage` where that is its last day already.
    """
    day = parse_date(until)
    judged = get_action(workspace, code)
    term, action = judged.term, judged.action
    before = Window(term.strict or term.lenient, term.lenient) if term.lenient else None
    if before == Window(day, day):
        raise WrongUsage(_("{action} is due on that day already.", action=action.code))
    now = workspace.now()
    given = Override(day, "date", _("as looked at"), now.date)
    with workspace.reading() as db:
        return Preview(
            action.code,
            before,
            Window(day, day),
            _effects(db, now, replace(action, overrides=(*action.overrides, given))),
            _expected(db, now, kinds={kind for check in action.checks for kind in check.inputs}),
        )


def move_milestone(
    workspace: Workspace,
    code: str,
    until: str,
    *,
    why: str,
    source: str = "",
    by: str = "",
    decided: str | None = None,
) -> Changed:
    """Give a milestone another date, with the reason; the old one is kept and seen by `--as-of`."""
    if not why.strip():
        raise WrongUsage(_("Say why the date is changed."))
    with workspace.acting(N_("move {milestone}"), milestone=code) as act:
        milestone = _milestone(processes.milestones(act.db), code)
        act.tell(milestone=milestone.code)
        after = _moved(milestone, until)
        day = parse_date(decided) if decided else workspace.now().date
        if any(move.decided > day for move in milestone.moves):
            raise Refused(_("{session} was moved again after {date}.", session=milestone.code, date=day))
        move = MilestoneMove(day, why.strip(), source.strip(), by.strip(), milestone.window, after.window)
        processes.move_milestone(act, milestone.code, move)
    return Changed(milestone.code, act.id)


def _moved(milestone: Milestone, until: str) -> Milestone:
    day = parse_date(until)
    if milestone.window == Window(day, day):
        raise WrongUsage(_("{session} is on those days already.", session=milestone.code))
    return replace(milestone, window=Window(day, day))


def _milestone(milestones: Iterable[Milestone], code: str) -> Milestone:
    found = [each for each in milestones if each.code.casefold() == code.strip().casefold()]
    if not found:
        raise NotFound(_("There is no date {code} in the calendar.", code=code))
    return found[0]


def _effects(db: Database, now: Instant, instead: Session | Milestone | MandatedAction) -> tuple[Effect, ...]:
    before, after = judge_now(db, now), judge_now(db, now, instead)
    return tuple(Effect(old, new) for old, new in zip(before, after, strict=True) if _shown(old) != _shown(new))


def _shown(each: Judged) -> tuple[object, ...]:
    return each.status, each.figures, each.term, each.why


def _expected(
    db: Database, now: Instant, *, session: str = "", due: date | None = None, kinds: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return from whom something is still expected: for a session, on the day of a deadline, or of some kinds."""
    wanted = input_rows.Wanted(session=session or None)
    known = [each.as_known(now) for each in input_rows.inputs(db, input_kinds(), wanted, lives=True)]
    awaited = [each for each in known if each is not None and each.state is InputState.EXPECTED]
    codes = [
        each.stakeholder
        for each in awaited
        if session or each.kind.code in kinds or (each.due is not None and each.due.date == due)
    ]
    return tuple(dict.fromkeys(codes))
