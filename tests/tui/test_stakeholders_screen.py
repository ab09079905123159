"""The register: found as one types, narrowed by category and region, added to; what was typed is never lost."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from negotiator import i18n
from negotiator.domain.audience import Audience
from negotiator.services.contacts import list_contacts
from negotiator.services.stakeholders import add_stakeholder, find_stakeholder, list_stakeholders
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.inputs.screen import InputsScreen
from negotiator.tui.stakeholders.screen import StakeholdersScreen
from negotiator.tui.widgets.chips import ChipBar
from negotiator.tui.widgets.form import Form
from negotiator.workspace import Workspace
from tests.tui.desk import shown
from tests.tui.inputs_desk import ESCAPES, TRAP, desk
from tests.tui.test_form_bursts import key

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    yield desk(tmp_path / "w")
    i18n.use("en")


@asynccontextmanager
async def register_of(
    workspace: Workspace, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[StakeholdersScreen, Pilot[None]]]:
    """The tab of the delegations, opened by its digit."""
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        await pilot.press("7")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, StakeholdersScreen)
        yield screen, pilot


def listed(screen: StakeholdersScreen) -> list[str]:
    return [row.key for row in screen.table._rows]


@pytest.mark.parametrize("size", SIZES)
async def test_a_delegation_is_found_by_the_sound_of_its_chinese_name(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with register_of(workspace, size) as (screen, pilot):
        assert len(listed(screen)) == len(list_stakeholders(workspace))
        assert screen.table.virtual_size.width <= size[0]
        await pilot.press("slash", *"ruishi", "enter")
        await pilot.pause()
        assert listed(screen) == ["CHE"]
        told = shown(screen.app)
        assert "瑞士" in told
        assert "WEOG" in told
        await pilot.press("escape")
        assert len(listed(screen)) > 200


async def test_categories_and_regions_narrow_the_list_and_count_what_is_in_it(workspace: Workspace) -> None:
    async with register_of(workspace) as (screen, pilot):
        await pilot.press("right", "g")
        wanted = list_stakeholders(workspace, category="MS", region="AFRICA")
        assert listed(screen) == [each.code for each in wanted]
        counts = {chip.key: chip.count for chip in screen.query_one("#regions", ChipBar).chips}
        assert counts["AFRICA"] == len(wanted)
        assert counts["all"] == 193
        await pilot.press("0")
        assert len(listed(screen)) == len(list_stakeholders(workspace))


async def test_a_search_for_nobody_says_so(workspace: Workspace) -> None:
    async with register_of(workspace) as (screen, pilot):
        await pilot.press("slash", *"qqq")
        await pilot.pause()
        assert "Nobody fits “qqq”" in shown(screen.app)


async def test_somebody_is_added_and_a_refusal_loses_nothing(workspace: Workspace) -> None:
    async with register_of(workspace) as (screen, pilot):
        await pilot.press("a")
        await pilot.pause()
        form = pilot.app.screen
        assert isinstance(form, Form)
        for key, value in {"code": "CHE", "name": f"{TRAP} {ESCAPES}", "category": "NGO-E"}.items():
            form.query_one(f"#field-{key}", Input).value = value
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Switzerland" in str(form.trouble.content)
        assert form.values()["name"].startswith(TRAP)
        form.query_one("#field-code", Input).value = "COALITION"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert find_stakeholder(workspace, "COALITION").name.en.startswith(TRAP)
        assert screen.table.in_hand == "COALITION"
        assert "[shall][should]" in str(screen.query_one("#facts", Static).content)
        assert "\x1b" not in shown(screen.app)


async def test_the_inputs_of_a_delegation_are_a_key_away(workspace: Workspace) -> None:
    async with register_of(workspace) as (screen, pilot):
        assert screen.table.take("DEL-F")
        await pilot.press("i")
        await pilot.pause()
        inputs = pilot.app.screen
        assert isinstance(inputs, InputsScreen)
        assert [row.key for row in inputs.table._rows] == ["I-009", "I-010"]


async def test_whom_others_may_not_know_of_is_hidden(workspace: Workspace) -> None:
    add_stakeholder(workspace, "Quiet friends", code="QUIET", category="sample", visibility=Audience.PRIVATE)
    async with register_of(workspace) as (screen, pilot):
        assert "QUIET" in listed(screen)
        await pilot.press("f9")
        await pilot.pause()
        assert "QUIET" not in listed(screen)


async def test_what_comes_in_one_burst_is_searched_for_and_then_told_to_the_list(workspace: Workspace) -> None:
    async with register_of(workspace) as (screen, pilot):
        everybody = len(listed(screen))
        for name in ("slash", *"fraxy", "backspace", "backspace", "enter", "down"):
            pilot.app.post_message(key(name))
        for _round in range(4):
            await pilot.pause(0.1)
        assert screen.line.value == "fra"
        assert screen.focused is screen.table
        assert 0 < len(listed(screen)) < everybody


async def test_addresses_are_noted_for_the_one_in_hand_and_hidden_from_those_who_look(tmp_path):
    workspace = desk(tmp_path / "w")
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.press("7", "slash", *"del-a", "enter", "e")
        await pilot.pause()
        pilot.app.screen.query_one("#field-contacts", Input).value = "Ana [Li] <ana@example.org> zh; nobody"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert list_contacts(workspace) == {}
        pilot.app.screen.query_one("#field-contacts", Input).value = "Ana [Li] <ana@example.org> zh"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "ana@example.org" in shown(pilot.app)
        await pilot.press("f9")
        await pilot.pause()
        assert "ana@example.org" not in shown(pilot.app)
        await pilot.press("e")
        await pilot.pause()
        assert not pilot.app.screen.query("#field-contacts")
        await pilot.press("f9", "ctrl+z")
        await pilot.pause()
        assert list_contacts(workspace) == {}
