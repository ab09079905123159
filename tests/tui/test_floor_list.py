"""The speakers' list, the groups and the meeting on the floor screen, by keyboard."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from negotiator import i18n
from negotiator.services import giving_floor, meetings, sessions, speaking_acts
from negotiator.services.groups import add_group
from negotiator.services.speaking import speakers_list
from negotiator.tui.sessions.entry_input import EntryInput
from negotiator.tui.sessions.floor import FloorScreen
from negotiator.tui.sessions.speakers import SpeakersTable
from negotiator.workspace import Workspace
from tests.tui.desk import app_on, full_desk, shown
from tests.tui.floor import each_size, on_the_floor, type_line


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = full_desk(tmp_path / "w")
    add_group(made, "GROUP-X", ["DEL-B", "DEL-C", "CHE"], name="Group X", name_zh="X集团")
    yield made
    i18n.use("en")


def waiting(workspace: Workspace) -> list[str]:
    return [each.speaker for each in speakers_list(workspace, "R3").waiting]


def speaking(workspace: Workspace) -> str:
    found = speakers_list(workspace, "R3").speaking
    return found.speaker if found else ""


@each_size
async def test_a_line_with_a_plus_puts_on_the_list_and_one_key_gives_the_floor(workspace, size):
    async with app_on(workspace).run_test(size=size) as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "+ del-a, che; del-b for group-x; del-c po")
        assert waiting(workspace) == ["DEL-C", "DEL-B", "DEL-A", "CHE"]
        assert screen.query_one(EntryInput).value == ""
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert speaking(workspace) == "DEL-C"
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert speaking(workspace) == "DEL-B"
        assert "00:00/5'" in shown(pilot.app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert speaking(workspace) == "DEL-C"


async def test_tab_on_an_empty_line_names_whoever_has_the_floor(workspace):
    speaking_acts.put_on_list(workspace, "R3", "che, del-c")
    giving_floor.start(workspace, "R3")
    async with app_on(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        line = screen.query_one(EntryInput)
        assert "CHE" in str(line.placeholder)
        await pilot.press("tab")
        assert line.value == "CHE "
        await pilot.press("tab")
        assert line.value == "DEL-C "


async def test_who_waits_and_who_spoke_lately_come_before_others_of_the_same_beginning(workspace):
    async with app_on(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        line = screen.query_one(EntryInput)
        await type_line(pilot, "del", enter=False)
        await pilot.press("tab")
        assert line.value == "DEL-B "  # spoke last
        await type_line(pilot, "", enter=False)
        speaking_acts.put_on_list(workspace, "R3", "del-c")
        pilot.app._look_elsewhere()
        await pilot.pause()
        await type_line(pilot, "del", enter=False)
        await pilot.press("tab")
        assert line.value == "DEL-C "


@each_size
async def test_the_list_is_kept_with_keys(workspace, size):
    speaking_acts.put_on_list(workspace, "R3", "del-a, del-b, del-c")
    async with app_on(workspace).run_test(size=size) as pilot:
        screen = await on_the_floor(pilot)
        await pilot.press("ctrl+l")
        await pilot.pause()
        table = screen.query_one(SpeakersTable)
        assert screen.focused is table
        assert table.display
        assert table.size.height > 2
        await pilot.press("shift+down")
        await pilot.pause()
        assert waiting(workspace) == ["DEL-B", "DEL-A", "DEL-C"]
        await pilot.press("x")
        await pilot.pause()
        assert waiting(workspace) == ["DEL-B", "DEL-C"]
        await pilot.press("n")
        await pilot.pause()
        assert speaking(workspace) == "DEL-B"
        await pilot.press("space")
        await pilot.pause()
        assert speakers_list(workspace, "R3").speaking.paused is not None
        await pilot.press("space", "f")
        await pilot.pause()
        assert speaking(workspace) == ""
        table.take(next(each.id for each in speakers_list(workspace, "R3").waiting))
        await pilot.press("enter")
        await pilot.pause()
        assert speaking(workspace) == "DEL-C"
        await pilot.press("escape")
        assert screen.focused is screen.entries


async def test_a_half_typed_line_comes_back_after_one_for_the_list(workspace):
    async with app_on(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "del-a 3 o half", enter=False)
        await pilot.press("ctrl+l", "plus")
        await pilot.pause()
        line = screen.query_one(EntryInput)
        assert line.value == "+ "
        screen.keep()
        assert "half" in sessions.half_typed(workspace, "log:R3")
        await type_line(pilot, "+ del-c")
        assert waiting(workspace) == ["DEL-C"]
        assert line.value == "del-a 3 o half"


async def test_somebody_who_is_not_known_is_told_and_the_line_stays(workspace):
    async with app_on(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "+ del-a, nobody")
        assert waiting(workspace) == []
        assert screen.query_one(EntryInput).value == "+ del-a, nobody"


@each_size
async def test_the_clock_of_a_speech_runs_without_loading_anything(workspace, size, monkeypatch):
    speaking_acts.put_on_list(workspace, "R3", "del-a")
    giving_floor.start(workspace, "R3")
    async with app_on(workspace).run_test(size=size) as pilot:
        screen = await on_the_floor(pilot)
        await pilot.pause()
        monkeypatch.setattr(FloorScreen, "load", lambda self: pytest.fail("loaded"))
        workspace.clock.moment += timedelta(seconds=134)
        screen.tick()
        await pilot.pause()
        assert "02:14/3'" in shown(pilot.app)


@each_size
async def test_ten_minutes_before_one_the_head_says_so_quietly(workspace, size):
    async with app_on(workspace).run_test(size=size) as pilot:
        screen = await on_the_floor(pilot)
        assert "13:00" not in shown(pilot.app)
        workspace.clock.moment = workspace.clock.moment.replace(hour=16, minute=51, second=30)
        screen.tick()
        await pilot.pause()
        assert "9 min to 13:00" in shown(pilot.app)
        assert pilot.app.screen is screen
        workspace.clock.moment = workspace.clock.moment.replace(hour=17, minute=4, second=0)
        screen.tick()
        await pilot.pause()
        assert "4 min past 13:00" in shown(pilot.app)


async def test_the_meeting_is_suspended_resumed_and_presided_over(workspace):
    async with app_on(workspace).run_test(size=(120, 40)) as pilot:
        await on_the_floor(pilot)
        await pilot.press("escape", "b")
        await pilot.pause()
        assert "suspended 10:12" in shown(pilot.app)
        await pilot.press("b")
        await pilot.pause()
        assert sessions.floor(workspace, "R3").open_meeting.suspended is None
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        first = sessions.floor(workspace, "R3").open_meeting.chair
        assert first in meetings.who_may_preside(workspace, "R3")
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert {first, sessions.floor(workspace, "R3").open_meeting.chair} == {"MEX", "CHE"}


async def test_limits_are_settled_for_the_meeting(workspace):
    async with app_on(workspace).run_test() as pilot:
        await on_the_floor(pilot)
        await pilot.press("ctrl+l", "i")
        await pilot.pause()
        await pilot.press("backspace", "2", "ctrl+s")
        await pilot.pause()
        assert speakers_list(workspace, "R3").limits.alone == 2


async def test_the_keys_of_the_log_do_nothing_to_it_while_the_list_is_in_hand(workspace):
    before = [entry.code for entry in sessions.floor(workspace, "R3").entries]
    speaking_acts.put_on_list(workspace, "R3", "del-a, che")
    async with app_on(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await pilot.press("ctrl+l", "d")
        await pilot.pause()
        assert waiting(workspace) == ["CHE"]
        await pilot.press("e")
        await pilot.pause()
        assert screen.query_one(EntryInput).value == ""
        assert [entry.code for entry in sessions.floor(workspace, "R3").entries] == before


async def test_a_wide_plus_from_an_input_method_means_the_list_too(workspace):
    async with app_on(workspace).run_test() as pilot:
        await on_the_floor(pilot)
        await type_line(pilot, "＋瑞士；del-b 代表X集团")
        assert waiting(workspace) == ["DEL-B", "CHE"]
