"""The demo: a workspace that tells a plausible story, played through the same services as everything that people do."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copyfile, rmtree
from typing import Any

from negotiator.domain.dates import Instant
from negotiator.domain.inputs import OwedBy
from negotiator.resources import shipped
from negotiator.services import input_acts, meetings, sessions
from negotiator.services.draft_acts import add_draft
from negotiator.services.draft_plans import Said, plan_draft
from negotiator.services.groups import add_group
from negotiator.services.input_rules import Details
from negotiator.services.processes import create_workspace
from negotiator.services.speaking_acts import put_on_list
from negotiator.services.stakeholders import add_stakeholder
from negotiator.workspace import Workspace, real_clock

Story = Mapping[str, Any]
"""A file of `data/samples/`, as TOML gives it: shipped with the program and checked by its tests."""

SAMPLE = "sample"
"""The category of whoever is made up."""


def make_sample(root: Path, *, clock: Callable[[], datetime] = real_clock) -> Workspace:
    """Make the demo's workspace in a folder; its clock starts when the story starts and runs on from there.

    Where anything fails, nothing of it stays. Raises `Refused` for a folder that is a workspace already or lies on a
    network share.
    """
    story = read_story()
    start = Instant.at(datetime.fromisoformat(story["starts"]), story["zone"])
    offset = timedelta(seconds=round((start.utc - clock()).total_seconds()))
    ours = not root.exists()
    workspace = create_workspace(root, story["process"], clock=clock, clock_offset=offset)
    try:
        _play(workspace, story)
    except BaseException:
        if ours:  # half a story is of no use to anybody
            rmtree(root, ignore_errors=True)
        raise
    return workspace


def read_story() -> Story:
    """Read the story of the demo."""
    return tomllib.loads(shipped("data", "samples", "demo.toml").read_text("utf-8"))


def _play(workspace: Workspace, story: Story) -> None:
    """Do one after the other what the story says was done."""
    for each in story["stakeholders"]:
        add_stakeholder(workspace, each["en"], code=each["code"], category=SAMPLE, name_zh=each["zh"])
    for each in story["groups"]:
        add_group(workspace, each["code"], each["members"], name=each["en"], name_zh=each["zh"])
    _lay_out_drafts(workspace, story)
    for meeting in story["meetings"]:
        _hold(workspace, meeting)
    for each in story["inputs"]:
        _bring(workspace, each)


def _lay_out_drafts(workspace: Workspace, story: Story) -> None:
    """Put the sample texts into the workspace's `drafts/` and register those that the story names."""
    for path in sorted(shipped("drafts").iterdir()):
        if path.is_file():
            copyfile(path, workspace.drafts_folder / path.name)
    for each in story["drafts"]:
        said = Said(**{name: value for name, value in each.items() if name != "file"})
        add_draft(workspace, plan_draft(workspace, workspace.drafts_folder / each["file"], said))


def _hold(workspace: Workspace, meeting: Story) -> None:
    """Open a meeting, note who was there and asked for the floor, log what was said, close it if the story does."""
    session, day = meeting["session"], meeting["opened"].partition("T")[0]
    meetings.open_meeting(workspace, session, meeting["opened"])
    meetings.mark_attendance(workspace, session, meeting["present"])
    if "asked" in meeting:
        put_on_list(workspace, session, meeting["asked"])
    for hour, line in meeting["entries"]:
        sessions.log(workspace, session, line, at=f"{day}T{hour}")
    if "closed" in meeting:
        meetings.close_meeting(workspace, session, meeting["closed"])


def _bring(workspace: Workspace, each: Story) -> None:
    """Record an input: expected where somebody waited for it, received where it came, and what became of it."""
    details = Details(
        session=each.get("session"),
        owed_by=OwedBy(each["owed_by"]) if "owed_by" in each else None,
        language=each.get("language"),
        officer=each.get("officer"),
        topics=tuple(each.get("topics", ())),
    )
    sender, kind, title = each["from"], each["kind"], each["title"]
    if "due" in each:
        since = each.get("since")
        made = input_acts.expect(workspace, sender, kind, title, due=each["due"], since=since, details=details)
        if "received" in each:
            input_acts.receive(workspace, made.code, on=each["received"])
    else:
        made = input_acts.receive_unannounced(workspace, sender, kind, title, on=each["received"], details=details)
    if "extended" in each:
        due, why = each["extended"]
        input_acts.edit(workspace, made.code, due=due, why=why)
    for state, on, *why in each.get("steps", ()):
        input_acts.mark(workspace, made.code, state, on=on, why="".join(why))
