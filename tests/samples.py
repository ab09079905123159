"""Builders that tests share: a workspace with a steady clock, and people who act in it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from negotiator.domain.dates import parse_instant
from negotiator.services.processes import create_workspace
from negotiator.workspace import Workspace, make_workspace

NOON = datetime(2018, 4, 3, 14, 12, tzinfo=UTC)
"""3 April 2018, 10:12 in New York."""


class SteadyClock:
    """A clock that stands until it is moved, one second further at every reading if wished."""

    def __init__(self, moment: datetime = NOON, step: timedelta = timedelta(seconds=1)) -> None:
        self.moment = moment
        self.step = step

    def __call__(self) -> datetime:
        now, self.moment = self.moment, self.moment + self.step
        return now


def bare_workspace(root: Path, *, user: str = "ana", clock: SteadyClock | None = None) -> Workspace:
    """A workspace with an empty database: no process, no stakeholders."""
    return make_workspace(root, clock=clock or SteadyClock(), environ={"NEGOTIATOR_USER": user}, mounts=list)


def seen_by(workspace: Workspace, user: str) -> Workspace:
    """The same workspace as another person opens it."""
    return Workspace(workspace.root, environ={"NEGOTIATOR_USER": user}, clock=workspace.clock)


def workspace_of_the_process(
    root: Path, *, user: str = "ana", clock: SteadyClock | None = None, template: str = "gcm"
) -> Workspace:
    """A workspace for the process of resolution 71/280 (or another template), as `negotiator init` makes it."""
    return create_workspace(
        root, template, clock=clock or SteadyClock(), environ={"NEGOTIATOR_USER": user}, mounts=list
    )


def looking_back(workspace: Workspace, moment: str) -> Workspace:
    """The same workspace as it stood at a day or an instant."""
    back = Workspace(workspace.root, environ=workspace.environ, clock=workspace.clock)
    back.as_of = parse_instant(moment, back.zone)
    return back
