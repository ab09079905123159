"""Groups, kinds of entries and a long log on the floor screen, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from negotiator import i18n
from negotiator.services import giving_floor, sessions, speaking_acts
from negotiator.services.groups import add_group
from negotiator.tui.sessions.entry_input import EntryInput
from negotiator.workspace import Workspace
from tests.tui.desk import app_on, full_desk, shown
from tests.tui.floor import each_size, on_the_floor, type_line


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = full_desk(tmp_path / "w")
    add_group(made, "GROUP-X", ["DEL-B", "DEL-C", "CHE"], name="Group X", name_zh="X集团")
    yield made
    i18n.use("en")


async def test_a_group_is_completed_after_for(workspace):
    async with app_on(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "del-b for 2 of gro", enter=False)
        await pilot.press("tab")
        assert screen.query_one(EntryInput).value == "del-b for 2 of GROUP-X "


@each_size
async def test_for_whom_is_said_while_one_types_and_in_the_log(workspace, size):
    async with app_on(workspace).run_test(size=size) as pilot:
        await on_the_floor(pilot)
        await type_line(pilot, "del-b for 2 of group-x 3 o", enter=False)
        assert "for 2 States of Group X" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "for 2" in shown(pilot.app)


async def test_the_paragraph_says_who_holds_what_each_state_once(workspace):
    sessions.log(workspace, "R3", "del-b for group-x 3 o")
    sessions.log(workspace, "R3", "del-c 3 s")
    async with app_on(workspace).run_test(size=(200, 50)) as pilot:
        await on_the_floor(pilot)
        await type_line(pilot, "del-a 3", enter=False)
        await pilot.pause()
        assert "1 support" in shown(pilot.app)
        assert "2 oppose (2 for GROUP-X)" in shown(pilot.app)


async def test_a_decision_needs_no_speaker_and_stands_in_the_log(workspace):
    async with app_on(workspace).run_test(size=(120, 40)) as pilot:
        await on_the_floor(pilot)
        await type_line(pilot, "dec 3 agreed ad ref")
        assert "decision" in shown(pilot.app)
        assert sessions.floor(workspace, "R3").entries[-1].speaker == "CO-FAC"


async def test_what_was_not_understood_is_marked_while_one_types_and_afterwards(workspace):
    async with app_on(workspace).run_test(size=(120, 40)) as pilot:
        await on_the_floor(pilot)
        await type_line(pilot, "del-a for groop-x 3 o words", enter=False)
        assert "no group is called “groop-x”: GROUP-X?" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "?groop-x" in "".join(shown(pilot.app).split())


async def test_of_a_long_log_the_end_is_shown_and_m_shows_more(workspace, monkeypatch):
    monkeypatch.setattr("negotiator.tui.sessions.floor_view.MOST", 3)
    monkeypatch.setattr("negotiator.tui.sessions.floor.MOST", 3)
    for number in range(6):
        sessions.log(workspace, "R3", f"del-a 3 s number {number}")
    async with app_on(workspace).run_test(size=(120, 40)) as pilot:
        screen = await on_the_floor(pilot)
        assert screen.entries.row_count == 3
        assert "5 earlier" in shown(pilot.app)
        await type_line(pilot, "del-b 3 s one more")
        assert screen.entries.row_count == 4
        await pilot.press("escape", "m")
        await pilot.pause()
        assert screen.entries.row_count == 7


@pytest.mark.parametrize("words", ["[/] [@click=app.quit]x[/]", "\x1b[31mred\u202e", "x" * 200_000])
async def test_what_is_pasted_for_the_list_does_no_harm(workspace, words):
    async with app_on(workspace).run_test() as pilot:
        await on_the_floor(pilot)
        await type_line(pilot, f"+ {words}")
        await type_line(pilot, f"del-a for {words} 3 o {words}")
        assert "\x1b" not in shown(pilot.app)
        assert words in sessions.floor(workspace, "R3").entries[-1].words


async def test_the_floor_speaks_chinese(workspace):
    i18n.use("zh")
    speaking_acts.put_on_list(workspace, "R3", "del-a")
    giving_floor.start(workspace, "R3")
    sessions.log(workspace, "R3", "del-b 代表X集团 3 o 太长")
    async with app_on(workspace).run_test(size=(120, 40)) as pilot:
        await on_the_floor(pilot)
        assert "X集团" in shown(pilot.app)


@each_size
async def test_a_book_that_is_pasted_is_kept_whole_and_shown_in_part(workspace, size):
    book = "\n".join(f"line {number} 中文 \u202e \x07 🕊" for number in range(52_000))
    assert len(book) > 1_000_000
    async with app_on(workspace).run_test(size=size) as pilot:
        screen = await on_the_floor(pilot)
        line = screen.query_one(EntryInput)
        line.value = "del-a 3 o "
        line.cursor_position = len(line.value)
        line.post_message(events.Paste(book))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        (*_others, entry) = sessions.floor(workspace, "R3").entries
        assert entry.words == book.replace("\n", " ")
        assert "line 0" in shown(pilot.app)
        assert not {"\x07", "\u202e"} & set(shown(pilot.app))
