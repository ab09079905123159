"""What tests of inputs share: a workspace in which two delegations of category sample take part."""

from pathlib import Path
from shutil import copytree

from negotiator.domain.inputs import PendingKind, pending
from negotiator.services import input_acts
from negotiator.services.inputs import get_input
from negotiator.services.stakeholders import add_stakeholder
from negotiator.workspace import Workspace
from tests.samples import SteadyClock, workspace_of_the_process


def with_delegations(folder: Path) -> Workspace:
    """R3 on its first morning, 3 April 2018 at 10:12 in New York."""
    made = workspace_of_the_process(folder / "w")
    for letter in "AB":
        add_stakeholder(made, f"Delegation {letter}", code=f"DEL-{letter}", category="sample")
    return made


def copy(workspace: Workspace, folder: Path) -> Workspace:
    """The same again, for a test to change: quicker than making it."""
    copytree(workspace.root, folder / "w")
    return Workspace(folder / "w", environ=workspace.environ, clock=SteadyClock())


def expect(
    workspace: Workspace,
    due: str | None = "2018-03-28",
    sender: str = "del-a",
    kind: str = "WS",
    title: str = "Views on the draft",
    **more: object,
) -> str:
    """Expect an input and return its code."""
    return input_acts.expect(workspace, sender, kind, title, due=due, **more).code  # type: ignore[arg-type]  # passed on


def waiting(workspace: Workspace, code: str) -> tuple[PendingKind, ...]:
    """What is pending about an input now."""
    return pending(get_input(workspace, code), workspace.now())
