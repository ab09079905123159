"""The first screen: where the process stands, what needs somebody, how to begin."""

from pathlib import Path

from textual.pilot import Pilot

from negotiator.resources import shipped
from negotiator.services.status import status
from negotiator.tui.home.timeline import timeline
from negotiator.tui.text import width
from negotiator.workspace import Workspace
from tests.samples import bare_workspace
from tests.tui.desk import app_on, empty_desk, full_desk, shown


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def test_the_phases_stand_with_their_days_and_today(tmp_path: Path) -> None:
    workspace = full_desk(tmp_path / "desk")
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        drawn = shown(app)
        assert "7 of 26 days" in drawn
        assert "R1● R2● R3◐ R4○ R5○ R6○" in drawn
        assert "▲ Tue 3 Apr 2018" in drawn


async def test_each_figure_opens_its_list(tmp_path: Path) -> None:
    app = app_on(full_desk(tmp_path / "desk"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        needs = app.screen.needs  # type: ignore[attr-defined]
        assert {each.mode for each in needs} >= {"sessions", "inputs"}
        for place, need in enumerate(needs):
            await pilot.press("home", *["down"] * place, "enter")
            await settle(pilot)
            assert app.current_mode == need.mode, need
            while app.current_mode != "home":
                await pilot.press("1" if app.screen.focused is None or app.current_mode != "sessions" else "f8")
                await settle(pilot)


async def test_the_latest_text_is_told_with_what_changed(tmp_path: Path) -> None:
    app = app_on(full_desk(tmp_path / "desk"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        drawn = shown(app)
        assert "rev1" in drawn
        assert "against zero:" in drawn
        assert "3 open brackets (was 0)" in drawn
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert app.current_mode == "compare"


async def test_an_empty_workspace_says_how_to_begin(tmp_path: Path) -> None:
    workspace = empty_desk(tmp_path / "desk")
    app = app_on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        drawn = shown(app)
        assert "Nothing is recorded yet" in drawn
        for key in ("5  register a draft", "4  write down an input", "3  open a meeting"):
            assert key in drawn


async def test_a_file_that_waits_is_mentioned(tmp_path: Path) -> None:
    workspace = empty_desk(tmp_path / "desk")
    source = shipped("drafts", "zero.en.txt")
    (workspace.drafts_folder / "zero.en.txt").write_bytes(source.read_bytes())
    app = app_on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "1 file waits in drafts/" in shown(app)


async def test_a_workspace_without_a_process_opens_all_the_same(tmp_path: Path) -> None:
    app = app_on(bare_workspace(tmp_path / "desk"))
    async with app.run_test(size=(80, 24)) as pilot:
        for feature in app.modes.values():
            await pilot.press(feature.digit)
            await settle(pilot)
        assert "no process yet" in shown(app)


def test_the_timeline_fits_every_width(tmp_path: Path) -> None:
    workspace: Workspace = empty_desk(tmp_path / "desk")
    for columns in (76, 100, 116, 196):
        for line in timeline(status(workspace), columns).plain.splitlines():
            assert width(line) <= columns
