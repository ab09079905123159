"""The mandate of the process: how each of its actions stands at the clock's moment."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from re import fullmatch

from negotiator.domain.dates import Instant
from negotiator.domain.facts import Facts, Receipt, events_of, with_actions
from negotiator.domain.judging import judge_all
from negotiator.domain.mandate import Judged, MandatedAction, Status
from negotiator.domain.process import Milestone, MilestoneKind
from negotiator.domain.session import Session
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import _
from negotiator.services.duty_stations import is_working_day
from negotiator.services.processes import milestones_as_known, sessions_as_known
from negotiator.storage import fund, people, processes
from negotiator.storage import mandate as rows
from negotiator.storage import topic_tags as tag_rows
from negotiator.storage.covers import spoken_for
from negotiator.storage.opened import Database
from negotiator.storage.receipts import receipts
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions to list; what is left out does not matter, and everything given must hold."""

    statuses: Collection[Status] = ()
    """Those that stand like this."""
    phase: str | None = None
    """Those of this phase."""
    responsible: str | None = None
    """Those for which somebody whose name begins like this is responsible."""
    due_within: int | None = None
    """Those whose last day is so many days away at most, and not over."""


EVERYTHING = Wanted()
"""No action is left out."""


def list_mandate(workspace: Workspace, wanted: Wanted = EVERYTHING) -> tuple[Judged, ...]:
    """Return the mandated actions as they stand at the clock's moment, in the order of the mandate.

    Raises `NotFound` for a phase that the process does not have, and in a workspace without a process.
    """
    now = workspace.now()
    with workspace.reading() as db:
        judged = judge_now(db, now)
        phases = {each.code.casefold(): each.code for each in processes.phases(db)}
    if wanted.phase is not None and wanted.phase.casefold() not in phases:
        choices = ", ".join(phases.values())
        raise NotFound(_("There is no phase {phase}; choose one of {choices}.", phase=wanted.phase, choices=choices))
    return tuple(each for each in judged if _fits(each, wanted))


def get_action(workspace: Workspace, code: str) -> Judged:
    """Return one mandated action as it stands at the clock's moment; raises `NotFound`."""
    found = [each for each in list_mandate(workspace) if each.action.code.casefold() == code.strip().casefold()]
    if not found:
        raise NotFound(_("There is no mandated action {code}; “negotiator mandate” lists them.", code=code))
    return found[0]


def judge_now(
    db: Database, now: Instant, instead: Session | Milestone | MandatedAction | None = None
) -> tuple[Judged, ...]:
    """Judge every action by what was known at a moment; `instead` takes the place of what has its code."""
    actions = rows.actions(db)
    if isinstance(instead, MandatedAction):
        actions = tuple(instead if each.code == instead.code else each for each in actions)
    return judge_all(actions, facts(db, actions, now, instead))


def facts(
    db: Database,
    actions: tuple[MandatedAction, ...],
    now: Instant,
    instead: Session | Milestone | MandatedAction | None = None,
) -> Facts:
    """Gather what was known at a moment."""
    process = processes.process(db)
    if process is None:
        raise NotFound(_("This workspace has no process; make one with “negotiator init”."))
    now = Instant(now.utc, process.zone)
    known = tuple(
        instead if isinstance(instead, Milestone) and each.code == instead.code else each
        for each in milestones_as_known(db, now)
    )
    milestones = [each for each in known if each.past(now) or each.awaited(now)]
    passed = {each.code: each for each in milestones if each.past(now)}
    sessions = tuple(
        instead if isinstance(instead, Session) and each.code == instead.code else each
        for each in sessions_as_known(db, now)
    )
    phases = processes.phases(db)
    received, gone = _receipts(db, now)
    return Facts(
        now=now,
        process=process,
        adopted=_adopted(passed.values()),
        phases=phases,
        sessions=sessions,
        milestones=passed,
        events=with_actions(events_of(sessions, milestones, phases), actions, now.date, is_working_day),
        roles=tuple(each for each in processes.roles(db) if each.since is None or each.since <= now.date),
        claims=processes.claims(db),
        receipts=received,
        drafts=_drafts(db, passed, now.date),
        works=is_working_day,
        tagged=(
            *tag_rows.session_tags(db, {each.code: each.window.last if each.window else None for each in sessions}),
            *tag_rows.provision_tags(db),
        ),
        present=people.present(db, now),
        register=people.register(db),
        regions=people.regions(db),
        titles=rows.titles(db),
        applications=people.applications(db, now),
        contributions=tuple(each for each in fund.contributions(db) if each.holds(now.date)),
        gone=gone | rows.letters_gone(db),
    )


def _adopted(milestones: Iterable[Milestone]) -> date | None:
    return min((each.window.last for each in milestones if each.kind is MilestoneKind.MANDATE), default=None)


def _drafts(db: Database, passed: dict[str, Milestone], today: date) -> dict[str, date]:
    """Return when each draft was released: by the calendar, else as it was registered here."""
    found = rows.released(db, today)
    return found | {each.draft: each.window.last for each in passed.values() if each.draft}


def _receipts(db: Database, now: Instant) -> tuple[tuple[Receipt, ...], frozenset[str]]:
    behalf: dict[int, list[str]] = {}
    for number, code in spoken_for(db, now):
        behalf.setdefault(number, []).append(code)
    return receipts(db, now, behalf)


def _fits(each: Judged, wanted: Wanted) -> bool:
    action = each.action
    if wanted.statuses and each.status not in wanted.statuses:
        return False
    if wanted.phase and action.phase.casefold() != wanted.phase.casefold():
        return False
    if wanted.responsible:
        asked = wanted.responsible.casefold()
        names = (name for actor in action.responsible for name in (actor.en, actor.zh))
        if not any(name.casefold().startswith(asked) for name in names):
            return False
    if wanted.due_within is not None:
        left = each.days_left
        return each.status in (Status.NOT_DUE, Status.DUE_SOON) and left is not None and 0 <= left <= wanted.due_within
    return True


def parse_span(words: str) -> int:
    """Read a number of days written as 30d, 4w or 30; raises `WrongUsage` for anything else."""
    found = fullmatch(r"(\d{1,4})\s*([dw]?)", words.strip().lower())
    if found is None:
        raise WrongUsage(_("“{words}” is not a number of days; write it like 30d or 4w.", words=words))
    return timedelta(days=int(found[1]) * (7 if found[2] == "w" else 1)).days
