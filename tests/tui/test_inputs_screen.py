"""The list of inputs: filters that count as the services do, nothing lost from the text, at every size."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from negotiator import i18n
from negotiator.domain.inputs import PendingKind
from negotiator.services.input_filter import Filter
from negotiator.services.input_lines import pending_counts
from negotiator.services.inputs import list_inputs
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.inputs.rows import DIVIDER
from negotiator.tui.inputs.screen import InputsScreen
from negotiator.tui.text import width
from negotiator.tui.widgets.chips import ChipBar
from negotiator.workspace import Workspace
from tests.samples import looking_back
from tests.tui.desk import empty_desk, shown
from tests.tui.inputs_desk import TRAP, desk, trapped_desk

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """One for all: these tests look and change nothing."""
    return desk(tmp_path_factory.mktemp("inputs") / "w")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English again after every test."""
    yield
    i18n.use("en")


@asynccontextmanager
async def inputs_of(
    workspace: Workspace, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[InputsScreen, Pilot[None]]]:
    """The tab of the inputs, opened by its digit."""
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        await pilot.press("4")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, InputsScreen)
        yield screen, pilot


def listed(screen: InputsScreen) -> list[str]:
    return [row.key for row in screen.table._rows]


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_is_by_due_date_with_what_we_owe_apart(workspace: Workspace, size: tuple[int, int]) -> None:
    async with inputs_of(workspace, size) as (screen, _pilot):
        keys = listed(screen)
        ours = keys[keys.index(DIVIDER) + 1 :]
        assert ours == ["I-003", "I-004"]
        others = [each.code for each in list_inputs(workspace) if each.code not in ours]
        assert keys[: keys.index(DIVIDER)] == others
        told = shown(screen.app)
        assert "outstanding" in told
        assert "4 d ago" in told
        assert "in 3 d" in told


async def test_the_counts_of_the_filters_are_those_of_the_service(workspace: Workspace) -> None:
    counts = pending_counts(workspace)
    async with inputs_of(workspace) as (screen, pilot):
        bar = screen.query_one("#pending", ChipBar)
        assert {chip.key: chip.count for chip in bar.chips[1:]} == {
            kind.value: count.number for kind, count in counts.items()
        }
        for kind in PendingKind:
            await pilot.press("right")
            assert screen.chosen.pending is kind
            wanted = [each.code for each in list_inputs(workspace, Filter(pending=kind))]
            assert sorted(key for key in listed(screen) if key != DIVIDER) == sorted(wanted)


async def test_a_filter_is_clicked_and_escape_shows_all_again(workspace: Workspace) -> None:
    async with inputs_of(workspace) as (screen, pilot):
        await pilot.click("#pending", offset=(20, 0))
        assert screen.chosen.pending is PendingKind.EXPECTED
        await pilot.press("escape")
        assert screen.chosen.pending is None
        assert pilot.app.screen is screen
        await pilot.click("#sides", offset=(16, 0))
        assert "I-003" not in listed(screen)
        await pilot.press("0")
        assert "I-003" in listed(screen)


async def test_what_we_owe_is_shown_by_itself(workspace: Workspace) -> None:
    async with inputs_of(workspace) as (screen, pilot):
        await pilot.press("o", "o")
        assert listed(screen) == ["I-003", "I-004"]
        assert screen.query_one("#pending", ChipBar).chips[0].count == 2


async def test_the_cursor_steps_over_the_line_between_others_and_us(workspace: Workspace) -> None:
    async with inputs_of(workspace) as (screen, pilot):
        screen.table.take("I-011")
        await pilot.pause()
        await pilot.press("down")
        await pilot.pause()
        assert screen.table.in_hand == "I-003"
        await pilot.press("up")
        await pilot.pause()
        assert screen.table.in_hand == "I-011"


async def test_the_list_is_narrowed_to_a_session_by_typing(workspace: Workspace) -> None:
    async with inputs_of(workspace) as (screen, pilot):
        await pilot.press("f", *"session", "colon", "space", *"r3")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert listed(screen) == ["I-001", "I-002"]
        assert "session R3" in str(screen.query_one("#summary", Static).content)


async def test_home_opens_the_list_of_what_it_counted(workspace: Workspace) -> None:
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app = pilot.app
        assert isinstance(app, NegotiatorApp)
        app.go("inputs", "untagged")
        await pilot.pause()
        assert isinstance(app.screen, InputsScreen)
        assert app.screen.chosen.pending is PendingKind.UNTAGGED
        app.screen.open("I-004")
        assert app.screen.table.in_hand == "I-004"


async def test_a_click_on_a_head_sorts_and_sorts_backwards(workspace: Workspace) -> None:
    async with inputs_of(workspace) as (screen, pilot):
        await pilot.press(*["s"] * 4)
        assert screen.sort == "title"
        assert listed(screen)[0] == "I-011"
        await pilot.click("#inputs", offset=(60, 0))
        assert screen.backwards
        assert listed(screen)[0] == "I-006"


@pytest.mark.parametrize("size", SIZES)
async def test_brackets_and_escape_codes_survive(tmp_path: Path, size: tuple[int, int]) -> None:
    async with inputs_of(trapped_desk(tmp_path / "w"), size) as (screen, pilot):
        told = shown(screen.app)
        assert "[Parties]" in told
        assert "\x1b" not in told
        assert "\x07" not in told
        detail = str(screen.query_one("#facts", Static).content)
        assert detail.replace("\n", " ").count("[shall][should]") == 5
        for key in ("e", "escape", "t", "escape", "w", "escape", "m", "escape", "f", "escape", "right", "left"):
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("f", *"topic")
        await pilot.pause()
        assert TRAP[:9] in shown(screen.app)
        assert pilot.app.is_running


async def test_the_cursor_begins_at_what_is_past_due(workspace: Workspace) -> None:
    async with inputs_of(workspace, (80, 24)) as (screen, _pilot):
        assert screen.table.in_hand == "I-001"


async def test_an_empty_list_says_why_and_what_to_press(tmp_path: Path) -> None:
    async with inputs_of(empty_desk(tmp_path / "w"), (80, 24)) as (screen, _pilot):
        told = shown(screen.app)
        assert "No input is recorded yet" in told
        assert "a expects an input" in told


async def test_a_filter_that_leaves_nothing_says_so(workspace: Workspace) -> None:
    async with inputs_of(workspace, (80, 24)) as (screen, pilot):
        await pilot.press("left")
        assert screen.chosen.pending is PendingKind.AWAITING_TRANSLATION
        assert "awaiting translation" in shown(screen.app)
        assert "None of 11 inputs" in shown(screen.app)


async def test_the_confidential_disappears_from_list_and_counts(workspace: Workspace) -> None:
    async with inputs_of(workspace) as (screen, pilot):
        assert "I-010" in listed(screen)
        await pilot.press("f9")
        await pilot.pause()
        assert "I-010" not in listed(screen)
        assert "Quiet words" not in shown(screen.app)
        assert "hidden" in str(screen.query_one("#summary", Static).content)
        await pilot.press("f9")
        await pilot.pause()
        assert "I-010" in listed(screen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_detail_stands_beside_or_under_the_table(workspace: Workspace, size: tuple[int, int]) -> None:
    async with inputs_of(workspace, size) as (screen, pilot):
        screen.table.take("I-007")
        await pilot.pause()
        table, detail = screen.table.region, screen.detail.region
        assert (detail.x >= table.right) is (size[0] >= 100)
        assert (detail.y >= table.bottom) is (size[0] < 100)
        assert table.height >= 8
        assert "by e-mail, the file is corrupt" in str(screen.query_one("#facts", Static).content)
        await pilot.press("enter")
        assert screen.focused is screen.detail
        await pilot.press("escape")
        assert screen.focused is screen.table


async def test_chinese_lines_up(workspace: Workspace) -> None:
    i18n.use("zh")
    async with inputs_of(workspace, (200, 50)) as (screen, _pilot):
        assert "代表团" in shown(screen.app)
        rows = [line for line in shown(screen.app).splitlines() if "│" in line]
        assert len({width(line.split("│")[0]) for line in rows if "I-0" in line}) == 1


async def test_looking_back_shows_what_was_known_and_changes_nothing(workspace: Workspace) -> None:
    async with inputs_of(looking_back(workspace, "2018-03-27")) as (screen, pilot):
        assert "I-011" not in listed(screen)
        await pilot.press("a")
        await pilot.pause()
        assert pilot.app.screen is screen
