"""Where the process stands at a moment: everything that the first screen and `negotiator status` show."""

from collections.abc import Mapping
from dataclasses import dataclass

from negotiator.domain.calendar import (
    DayCount,
    all_counts,
    count_days,
    latest_milestone,
    next_milestones,
    next_session,
    sessions_on,
)
from negotiator.domain.dates import Instant
from negotiator.domain.inputs import PendingKind
from negotiator.domain.process import Milestone, Phase, Process
from negotiator.domain.session import Session
from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.services.input_lines import pending_counts
from negotiator.services.inputs import Count
from negotiator.services.processes import milestones_as_known, sessions_as_known
from negotiator.storage import processes
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PhaseStanding:
    """A phase and how far it has come."""

    phase: Phase
    """The phase."""
    on: bool
    """Whether it is on."""
    count: DayCount
    """Its sessions and days, of the kind the phase is made of."""


@dataclass(frozen=True, slots=True)
class Status:
    """Where the process stands."""

    now: Instant
    """The moment it is told for, on the clock of the process."""
    process: Process
    """The process."""
    phases: tuple[PhaseStanding, ...]
    """Its phases, the earliest first."""
    counts: tuple[DayCount, ...]
    """Sessions and days of every phase and kind."""
    sessions: tuple[Session, ...]
    """The calendar in order, as it was known."""
    on: tuple[Session, ...]
    """The sessions that are on."""
    next: Session | None
    """The session that begins next."""
    milestones: tuple[Milestone, ...]
    """The next milestones, the nearest first."""
    latest: Milestone | None
    """The milestone that was passed last."""
    latest_text: Milestone | None
    """The text that was released last, by the calendar of the process; the drafts registered here have their own."""

    pending: Mapping[PendingKind, Count]
    """How many inputs something is pending about, kind by kind."""

    @property
    def phases_on(self) -> tuple[Phase, ...]:
        """The phases that are on: none, one, or two where they overlap."""
        return tuple(each.phase for each in self.phases if each.on)


def status(workspace: Workspace) -> Status:
    """Say where the process stands at the clock's moment; raises `NotFound` in a workspace without a process."""
    now = workspace.now()
    with workspace.reading() as db:
        process = processes.process(db)
        phases, milestones = processes.phases(db), milestones_as_known(db, now)
        sessions = sessions_as_known(db, now)
    if process is None:
        raise NotFound(_("This workspace has no process; make one with “negotiator init”."))
    today = Instant(now.utc, process.zone).date
    return Status(
        now=now,
        process=process,
        phases=tuple(
            PhaseStanding(phase, phase.on(today), count_days(sessions, now, phase.code, phase.kind)) for phase in phases
        ),
        counts=all_counts(sessions, now),
        sessions=sessions,
        on=sessions_on(sessions, now),
        next=next_session(sessions, now),
        milestones=next_milestones(milestones, now),
        latest=latest_milestone(milestones, now),
        pending=pending_counts(workspace),
        latest_text=latest_milestone((each for each in milestones if each.draft), now),
    )
