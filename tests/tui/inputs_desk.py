"""A workspace with inputs of every sort: awaited, late, untagged, withdrawn, owed by us, in two scripts."""

from datetime import timedelta
from pathlib import Path

from negotiator.domain.audience import Audience
from negotiator.services import input_acts
from negotiator.services.input_rules import Details
from negotiator.services.stakeholders import add_stakeholder
from negotiator.workspace import Workspace
from tests.samples import NOON, SteadyClock, workspace_of_the_process

TRAP = "[Parties] [shall][should] [/] [@click=app.quit]x[/]"
"""Words that vanish, end the program or become a link wherever a widget takes text for markup."""
ESCAPES = "\x1b[31mred\x07 bell"
"""What would colour the rest of the screen and ring, if a terminal obeyed it."""


def desk(root: Path) -> Workspace:
    """The process, six invented delegations and a dozen inputs; the clock stands at noon of 3 April 2018."""
    clock = SteadyClock(NOON - timedelta(minutes=1), timedelta(milliseconds=20))
    workspace = workspace_of_the_process(root, clock=clock)
    for letter in "ABCDEF":
        name = f"Delegation {letter}"
        add_stakeholder(workspace, name, code=f"DEL-{letter}", category="sample", name_zh=f"代表团{letter}")
    expect, receive = input_acts.expect, input_acts.receive
    expect(workspace, "DEL-A", "WS", "Views on the follow-up", due="2018-03-30", details=Details(session="R3"))
    expect(
        workspace,
        "DEL-B",
        "NP",
        "Text on data, with the languages it was asked for in the room",
        due="2018-04-06",
        details=Details(session="R3", officer="Lee", topics=("data", "objective 1")),
    )
    expect(workspace, "SEC", "SGR", "Summary of the second round", due="2018-04-02", details=Details(officer="Ana"))
    expect(workspace, "SEC", "IB", "Brief on return", due="2018-04-10", details=Details(officer="Ana", session="R4"))
    expect(workspace, "IOM", "SYS", "Technical comment on statistics", due="2018-04-01 18:00")
    came = expect(workspace, "DEL-C", "NP", "关于落实和后续行动的案文提案", due="2018-04-03", since="2018-03-20")
    receive(workspace, came.code, on="2018-03-28")
    late = expect(workspace, "DEL-D", "WS", "Position paper", due="2018-03-26", since="2018-03-01")
    receive(workspace, late.code, on="2018-03-29", note="by e-mail, the file is corrupt")
    input_acts.mark(workspace, late.code, "awaiting-clarification", why="which objective is meant?")
    done = expect(workspace, "DEL-E", "NP", "Wording on access to services", due="2018-03-20", since="2018-03-01")
    receive(workspace, done.code, on="2018-03-19")
    input_acts.tag(workspace, done.code, ["services", "objective 15"])
    input_acts.mark(workspace, done.code, "reflected")
    gone = expect(workspace, "DEL-F", "WS", "Statement of a group", due="2018-03-22", since="2018-03-01")
    input_acts.withdraw(workspace, gone.code, why="joined another statement")
    expect(workspace, "DEL-F", "WS", "Quiet words", due="2018-04-20", details=Details(visibility=Audience.PRIVATE))
    input_acts.receive_unannounced(workspace, "UNICEF", "SYS", "Comment on children", on="2018-04-01")
    clock.moment, clock.step = NOON, timedelta()
    return workspace


def trapped_desk(root: Path) -> Workspace:
    """One input whose every word is a trap."""
    workspace = workspace_of_the_process(root, clock=SteadyClock(step=timedelta()))
    add_stakeholder(workspace, TRAP, code="DEL-T", category="sample")
    input_acts.expect(
        workspace,
        "DEL-T",
        "WS",
        f"{TRAP} {ESCAPES}",
        due="2018-04-06",
        details=Details(topics=(TRAP, ESCAPES), officer=TRAP, note=TRAP),
    )
    return workspace


__all__ = ["ESCAPES", "TRAP", "desk", "trapped_desk"]
