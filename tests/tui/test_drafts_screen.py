"""Drafts by keyboard: listed, read, registered with a look beforehand, compared with their base."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from negotiator.resources import shipped
from negotiator.services.drafts import list_drafts
from negotiator.tui.drafts.reading import ReadScreen
from negotiator.tui.drafts.register import RegisterForm
from negotiator.workspace import Workspace
from tests.tui.desk import app_on, empty_desk, full_desk, shown


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return full_desk(tmp_path / "desk")


def drop(workspace: Workspace, name: str) -> Path:
    file = workspace.drafts_folder / name
    file.write_bytes(shipped("drafts", name).read_bytes())
    return file


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_texts_are_listed_newest_first_with_their_counts(workspace: Workspace, size: tuple[int, int]) -> None:
    app = app_on(workspace)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "5")
        drawn = shown(app)
        assert drawn.index("\n rev1 ") < drawn.index("\n rev1/zh ") < drawn.index("\n zero ")
        assert "Mon 26 Mar 2018" in drawn
        assert "7 headings" in drawn


async def test_a_file_is_registered_after_a_look_and_undone(workspace: Workspace) -> None:
    drop(workspace, "rev2.en.txt")
    app = app_on(workspace)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "5")
        assert "not registered" in shown(app)
        await press(pilot, "a")
        assert isinstance(app.screen, RegisterForm)
        assert "guessed, please look" in shown(app)
        assert len(list_drafts(workspace)) == 2
        await press(pilot, "ctrl+s")
        assert [draft.code for draft in list_drafts(workspace)] == ["zero", "rev1", "rev2"]
        assert "Registered as rev2 · ctrl+z undoes it" in shown(app)
        assert "not registered" not in shown(app)
        await press(pilot, "ctrl+z")
        assert len(list_drafts(workspace)) == 2
        assert "not registered" in shown(app)


async def test_a_refusal_stays_in_the_form_with_what_was_typed(workspace: Workspace) -> None:
    drop(workspace, "rev2.en.txt")
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "5", "a")
        app.screen.query_one("#field-released", Input).value = "2018-02-30"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, RegisterForm)
        assert "There is no day 2018-02-30" in shown(app)
        assert len(list_drafts(workspace)) == 2
        await press(pilot, "escape")
        assert len(list_drafts(workspace)) == 2


async def test_a_file_that_cannot_be_read_says_why(workspace: Workspace) -> None:
    (workspace.drafts_folder / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    app = app_on(workspace)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "5", "end")
        assert "broken.docx" in shown(app)
        await press(pilot, "a")
        assert not isinstance(app.screen, RegisterForm)


async def test_a_text_is_read_and_a_paragraph_found_by_its_label(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "enter")
        assert isinstance(app.screen, ReadScreen)
        assert "Sample compact" in shown(app)
        await press(pilot, "g")
        app.screen.query_one(Input).value = "8"
        await press(pilot, "enter")
        assert "8. " in shown(app)
        await press(pilot, "g")
        app.screen.query_one(Input).value = "99"
        await press(pilot, "enter")
        assert "has no paragraph 99" in shown(app)


async def test_c_compares_a_text_with_the_one_it_is_based_on(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "5", "c")
        await settle(pilot)
        assert app.current_mode == "compare"
        assert "zero Mon 5 Feb 2018 → rev1" in shown(app)


async def test_an_empty_list_says_where_to_put_files(tmp_path: Path) -> None:
    app = app_on(empty_desk(tmp_path / "desk"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "5")
        drawn = shown(app)
        assert "No draft is registered yet." in drawn
        assert "Put a file into" in drawn
        await press(pilot, "a", "enter", "c")
        assert "No file waits in" in shown(app)
