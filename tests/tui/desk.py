"""A workspace for the tests of the interface, with a little of everything, and an app on it."""

from atexit import register
from datetime import timedelta
from functools import cache
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp

from negotiator.domain.audience import Audience
from negotiator.resources import shipped
from negotiator.services import input_acts, meetings, sessions
from negotiator.services.draft_acts import add_draft
from negotiator.services.draft_plans import Said, plan_draft
from negotiator.services.input_rules import Details
from negotiator.services.stakeholders import add_stakeholder
from negotiator.settings import Settings
from negotiator.tui.app import NegotiatorApp
from negotiator.workspace import Workspace
from tests.samples import SteadyClock, workspace_of_the_process

TRAP = "[Parties] [shall][should] [/] [@click=app.quit]x[/]"
"""Words that vanish, end the program or become a link wherever a widget takes text for markup."""


def empty_desk(root: Path) -> Workspace:
    """The process of the resolution, and nothing recorded yet; the clock stands still at 10:12."""
    return _copied(_empty(), root)


def full_desk(root: Path, words: str = "") -> Workspace:
    """Two drafts in English and one in Chinese, inputs in several states, a meeting with a few entries."""
    return _copied(_full(words), root)


def _copied(made: Path, root: Path) -> Workspace:
    """Open a copy: making a workspace takes longer than a test of the screens."""
    copytree(made, root)
    here = Settings(zone="America/New_York")
    return Workspace(root, settings=here, environ={"NEGOTIATOR_USER": "ana"}, clock=SteadyClock(step=timedelta()))


@cache
def _empty() -> Path:
    return workspace_of_the_process(_elsewhere() / "desk").root


@cache
def _full(words: str) -> Path:
    clock = SteadyClock(step=timedelta(milliseconds=20))
    workspace = workspace_of_the_process(_elsewhere() / "desk", clock=clock)
    tail = f" {words}" if words else ""
    for letter in "ABC":
        add_stakeholder(
            workspace, f"Delegation {letter}{tail}", code=f"DEL-{letter}", category="sample", name_zh=f"代表团{letter}"
        )
    for name, said in (
        ("zero.en.txt", Said(code="zero", released="2018-02-05", name=f"Zero draft{tail}")),
        ("rev1.en.md", Said(code="rev1", released="2018-03-26", based_on=["zero"])),
        ("rev1.zh.txt", Said(code="rev1", language="zh")),
    ):
        add_draft(workspace, plan_draft(workspace, shipped("drafts", name), said))
    details = Details(note=words) if words else Details()
    expect = input_acts.expect
    expect(workspace, "DEL-A", "WS", f"Written statement{tail}", due="2018-03-30", details=details)
    expect(workspace, "DEL-B", "WS", f"Proposal on return{tail}", due="2018-04-06")
    done = expect(workspace, "DEL-C", "WS", f"Joint statement{tail}", due="2018-04-02")
    input_acts.receive(workspace, done.code, on="2018-04-01")
    meetings.open_meeting(workspace, "R3", "2018-04-03T10:05")
    sessions.log(workspace, "R3", f"del-a 1 s thanks for the text{tail}", at="10:06")
    sessions.log(workspace, "R3", f"del-b 2 o weakens the chapeau{tail}", at="10:09")
    return workspace.root


def _elsewhere() -> Path:
    made = Path(mkdtemp(prefix="negotiator-tests-"))
    register(rmtree, made, ignore_errors=True)
    return made


def app_on(workspace: Workspace) -> NegotiatorApp:
    """The interface on a workspace."""
    return NegotiatorApp(workspace)


def shown(app: NegotiatorApp) -> str:
    """Everything that stands on the screen, line by line."""
    return "\n".join(
        "".join(segment.text for segment in strip).rstrip() for strip in app.screen._compositor.render_strips()
    )


__all__ = ["TRAP", "Audience", "app_on", "empty_desk", "full_desk", "shown"]
