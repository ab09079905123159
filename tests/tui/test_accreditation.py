"""Accreditation in the interface: applications noted, taken further and objected to; a list imported after a look."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from negotiator import i18n
from negotiator.domain.accreditation import AccreditationState, Admission
from negotiator.services.accreditation import apply_for, get_accreditation, list_accreditations, take_further
from negotiator.services.stakeholders import add_stakeholder, list_stakeholders
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.stakeholders.importing import ReviewForm
from negotiator.tui.widgets.form import Form
from negotiator.workspace import Workspace
from tests.tui.desk import shown
from tests.tui.inputs_desk import ESCAPES, desk

TRAP = "[/][b]x"
"""What a markup would swallow, short enough to stay on one line."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = desk(tmp_path / "w")
    add_stakeholder(made, "Bridge House", code="BRIDGE", category="NGO-L", region="GRULAC")
    yield made
    i18n.use("en")


@asynccontextmanager
async def opened(workspace: Workspace, *keys: str, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        for key in ("7", *keys):
            await pilot.press(key)
            await pilot.pause()
        yield pilot


async def fill(pilot: Pilot[None], **fields: str) -> None:
    for key, value in fields.items():
        pilot.app.screen.query_one(f"#field-{key}", Input).value = value
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.pause()


async def test_nobody_has_applied_and_the_screen_says_how_to_begin(workspace: Workspace) -> None:
    async with opened(workspace, "c") as pilot:
        assert "a notes an application" in shown(pilot.app)


async def test_an_application_is_noted_taken_further_objected_to_and_taken_back(workspace: Workspace) -> None:
    async with opened(workspace, "c", "a") as pilot:
        await fill(pilot, applicant="bridge", list="preparatory", women="2")
        assert [each.women for each in list_accreditations(workspace)] == [2]
        for _step in range(2):
            await pilot.press("m")
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            await fill(pilot)
        assert get_accreditation(workspace, "1").state is AccreditationState.PROPOSED
        await pilot.press("o")
        await pilot.pause()
        await fill(pilot, by="del-a", basis=TRAP + ESCAPES)
        assert get_accreditation(workspace, "1").objections[0].by == "DEL-A"
        told = shown(pilot.app)
        assert TRAP in told
        assert "\x1b" not in told
        await pilot.press("f9")
        await pilot.pause()
        assert TRAP not in shown(pilot.app)
        await pilot.press("f9", "ctrl+z")
        await pilot.pause()
        assert get_accreditation(workspace, "1").objections == ()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_lists_and_the_states_are_walked_through_by_key(workspace: Workspace, size: tuple[int, int]) -> None:
    apply_for(workspace, "BRIDGE", Admission.PREPARATORY)
    apply_for(workspace, "BRIDGE", Admission.CONFERENCE)
    take_further(workspace, ["1"], "vetted")
    i18n.use("zh")
    async with opened(workspace, "c", size=size) as pilot:
        screen = pilot.app.screen
        assert "已审核" in shown(pilot.app)
        await pilot.press("l", "l")
        await pilot.pause()
        assert [row.key for row in screen.table._rows] == ["AC-002"]  # type: ignore[attr-defined]  # of this screen
        await pilot.press("escape", "right")
        await pilot.pause()
        assert len(screen.table._rows) == 1  # type: ignore[attr-defined]  # of this screen
        assert screen.table.virtual_size.width <= size[0]  # type: ignore[attr-defined]  # of this screen


async def test_a_list_is_looked_at_before_it_is_imported_and_nothing_doubtful_slips_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Category\nBridges House,NGO-L\n{TRAP} Weavers,NGO-L\n", "utf-8")
    before = len(list_stakeholders(workspace))
    async with opened(workspace, "l") as pilot:
        await fill(pilot, file=str(path))
        assert isinstance(pilot.app.screen, ReviewForm)
        assert TRAP in shown(pilot.app)
        await fill(pilot)
        assert isinstance(pilot.app.screen, Form)
        assert "It may be BRIDGE" in shown(pilot.app)
        assert len(list_stakeholders(workspace)) == before
        await fill(pilot, same="2=bridge")
        assert len(list_stakeholders(workspace)) == before + 1
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert len(list_stakeholders(workspace)) == before
