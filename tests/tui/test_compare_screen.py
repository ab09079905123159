"""Comparing two drafts by keyboard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from negotiator.resources import shipped
from negotiator.services.draft_acts import add_draft
from negotiator.services.draft_plans import plan_draft
from negotiator.tui.compare.screen import CompareScreen
from negotiator.workspace import Workspace
from tests.tui.desk import app_on, empty_desk, full_desk, shown


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return full_desk(tmp_path_factory.mktemp("compare") / "desk")


@asynccontextmanager
async def comparing(workspace: Workspace, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    async with app_on(workspace).run_test(size=size) as pilot:
        await pilot.press("6")
        await settle(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)
        yield pilot


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def screen_of(pilot: Pilot[None]) -> CompareScreen:
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


async def test_the_latest_two_drafts_are_compared(workspace: Workspace) -> None:
    async with comparing(workspace) as pilot:
        drawn = shown(pilot.app)
        assert "zero Mon 5 Feb 2018 → rev1 Mon 26 Mar 2018" in drawn
        assert "edited" in drawn


async def test_wide_terminals_show_two_columns_and_narrow_ones_one(workspace: Workspace) -> None:
    async with comparing(workspace, (120, 40)) as pilot:
        assert screen_of(pilot).view.beside
        await pilot.press("s")
        assert not screen_of(pilot).view.beside
    async with comparing(workspace, (80, 24)) as pilot:
        assert not screen_of(pilot).view.beside


async def test_n_goes_through_every_change_and_back(workspace: Workspace) -> None:
    async with comparing(workspace) as pilot:
        view = screen_of(pilot).view
        seen = []
        for _each in range(50):
            before = view.here
            await pilot.press("n")
            if view.here == before:
                break
            seen.append(view.here)
        assert len(seen) > 5
        assert seen == sorted(set(seen))
        await pilot.press("N")
        assert view.here == seen[-2]


async def test_enter_on_a_move_jumps_to_the_other_end_and_back(workspace: Workspace) -> None:
    async with comparing(workspace) as pilot:
        screen = screen_of(pilot)
        assert screen.comparison is not None
        moved = next(place for place, change in enumerate(screen.comparison.changes) if change.moved)
        screen.view.go_to(moved)
        there = screen.view.here
        await pilot.press("enter")
        assert screen.view.here != there
        assert screen.view.marked == moved
        await pilot.press("enter")
        assert screen.view.here == there


async def test_the_filter_shows_one_kind_only(workspace: Workspace) -> None:
    async with comparing(workspace) as pilot:
        await pilot.press("f")
        await pilot.pause()
        for _each in range(2, 8):
            await pilot.press(*["down"] * 2 if _each == 2 else ["down"], "space")
        await pilot.press("up", "space")
        await pilot.press("enter")
        await pilot.pause()
        assert screen_of(pilot).view.headings == {"inserted"}
        assert "filtered" in shown(pilot.app)


async def test_other_drafts_are_chosen_by_typing(workspace: Workspace) -> None:
    async with comparing(workspace) as pilot:
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("down", "enter")
        await settle(pilot)
        comparison = screen_of(pilot).comparison
        assert comparison is not None
        assert (comparison.old.name, comparison.new.name) == ("zero", "rev1/zh")


async def test_a_comparison_is_written_to_a_file_and_nothing_is_overwritten(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with comparing(workspace) as pilot:
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "<ins" in (tmp_path / "zero-rev1.html").read_text("utf-8")
        await pilot.press("x")
        await pilot.pause()
        field = pilot.app.screen.query_one(Input)
        assert field.value.endswith("zero-rev1-2.html")
        field.value = str(tmp_path / "zero-rev1.html")
        await pilot.press("enter")
        await pilot.pause()
        assert "already" in shown(pilot.app)
        field.value = str(tmp_path / "out.md")
        await pilot.press("enter")
        await pilot.pause()
        assert (tmp_path / "out.md").exists()


async def test_what_those_who_look_may_not_see_is_hidden(workspace: Workspace) -> None:
    async with comparing(workspace) as pilot:
        before = shown(pilot.app)
        await pilot.press("f9")
        await settle(pilot)
        hidden = "hidden from those who look" in shown(pilot.app)
        screen = screen_of(pilot)
        assert hidden == (screen.comparison is None)
        await pilot.press("f9")
        await settle(pilot)
        assert screen_of(pilot).comparison is not None
        assert "→" in before


async def test_without_two_drafts_the_screen_says_what_to_do(tmp_path: Path) -> None:
    async with app_on(empty_desk(tmp_path / "desk")).run_test(size=(80, 24)) as pilot:
        await pilot.press("6")
        await settle(pilot)
        assert "There are not two drafts yet" in shown(pilot.app)
        for key in ("n", "enter", "x", "f", "s", "u"):
            await pilot.press(key)
        await pilot.pause()


async def test_a_click_opens_a_fold_and_the_map_goes_to_a_place(workspace: Workspace) -> None:
    async with comparing(workspace) as pilot:
        screen = screen_of(pilot)
        lines = len(screen.view._laid.lines)
        assert "the same ··" in shown(pilot.app).splitlines()[3]
        await pilot.click(screen.view, offset=(5, 0))
        await settle(pilot)
        assert len(screen.view._laid.lines) > lines
        await pilot.click(screen.map, offset=(1, screen.map.size.height - 1))
        await settle(pilot)
        assert screen.view.scroll_offset.y > 0
        assert screen.comparison is not None
        assert screen.view.marked is not None
        assert screen.view.marked > len(screen.comparison.changes) // 2


async def test_the_mark_stays_where_it_was_when_the_view_changes(workspace: Workspace) -> None:
    async with comparing(workspace) as pilot:
        view = screen_of(pilot).view
        await pilot.press("n", "n", "n", "n")
        marked = view.marked
        for key in ("s", "u", "s", "u"):
            await pilot.press(key)
            await settle(pilot)
            assert view.marked == marked
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert view.marked == marked


async def test_a_draft_that_was_undone_is_let_go(tmp_path: Path) -> None:
    workspace = full_desk(tmp_path / "desk")
    waiting = workspace.drafts_folder / "rev2.en.txt"
    waiting.write_bytes(shipped("drafts", "rev2.en.txt").read_bytes())
    add_draft(workspace, plan_draft(workspace, waiting))
    async with comparing(workspace) as pilot:
        screen = screen_of(pilot)
        screen.open("zero rev2")
        await settle(pilot)
        assert screen.comparison is not None
        assert screen.comparison.new.name == "rev2"
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert screen.comparison is not None
        assert (screen.comparison.old.name, screen.comparison.new.name) == ("zero", "rev1")
