"""The floor log by keyboard: what is typed is understood, stored at enter, and never lost."""

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from negotiator import i18n
from negotiator.services import meetings, sessions
from negotiator.services.stakeholders import add_stakeholder
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.sessions.entry_input import EntryInput
from negotiator.tui.sessions.floor import FloorScreen
from negotiator.workspace import Workspace
from tests.samples import seen_by, workspace_of_the_process

SIZES = [(80, 24), (120, 40), (200, 50)]
HOSTILE = "[Parties] [shall][should] [/] [@click=app.quit]x[/] \x1b[31mred"


@pytest.fixture
def workspace(tmp_path) -> Iterator[Workspace]:
    made = workspace_of_the_process(tmp_path / "w")
    for letter in "AB":
        add_stakeholder(made, f"Delegation {letter}", code=f"DEL-{letter}", category="sample")
    yield made
    i18n.use("en")


async def on_the_floor(pilot: Pilot[None]) -> FloorScreen:
    """Walk from the first screen to the floor of R3 with the keyboard."""
    await pilot.press("3")
    await pilot.pause()
    await pilot.press("g", "enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, FloorScreen)
    return screen


async def type_line(pilot: Pilot[None], words: str) -> None:
    for character in words:
        await pilot.press("space" if character == " " else character)


def line_of(screen: FloorScreen) -> EntryInput:
    return screen.query_one(EntryInput)


def entries(workspace: Workspace) -> list[str]:
    return [f"{entry.speaker} {entry.paragraphs} {entry.words}" for entry in sessions.floor(workspace, "R3").entries]


def shown(screen: FloorScreen) -> str:
    """The screen as text, line by line."""
    return "\n".join("".join(segment.text for segment in strip) for strip in screen._compositor.render_strips())


@pytest.mark.parametrize("size", SIZES)
async def test_an_entry_is_logged_with_the_keyboard_alone(workspace, size):
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "del-a 27 o too long")
        assert "oppose" in shown(screen)
        await pilot.press("enter")
        await pilot.pause()
        assert entries(workspace) == ["DEL-A 27 too long"]
        assert line_of(screen).value == ""
        assert "too long" in shown(screen)


async def test_tab_completes_the_speaker_and_goes_through_those_that_may_be_meant(workspace):
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "del")
        await pilot.press("tab")
        assert line_of(screen).value == "DEL-A "
        await pilot.press("tab")
        assert line_of(screen).value == "DEL-B "


async def test_a_speaker_is_found_in_chinese_and_by_pinyin(workspace):
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        for typed in ("瑞士", "ruishi"):
            line_of(screen).value = typed
            line_of(screen).cursor_position = len(typed)
            await pilot.press("tab")
            assert line_of(screen).value == "CHE "


async def test_an_unknown_speaker_leaves_the_line_where_it_is(workspace):
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "nobody 27 o words")
        await pilot.press("enter")
        await pilot.pause()
        assert line_of(screen).value == "nobody 27 o words"
        assert entries(workspace) == []


async def test_escape_keeps_the_words_and_they_come_back_after_a_restart(workspace):
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "del-a 27 o half")
        await pilot.press("escape")
        assert line_of(screen).value == "del-a 27 o half"
        screen.keep()
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        assert line_of(screen).value == "del-a 27 o half"


async def test_the_clock_is_stamped_when_the_line_is_begun(workspace):
    async with NegotiatorApp(workspace).run_test() as pilot:
        await on_the_floor(pilot)
        await pilot.press("d")
        begun = workspace.clock.moment
        workspace.clock.moment = begun.replace(minute=begun.minute + 5)
        await type_line(pilot, "el-a 27 o words")
        await pilot.press("enter")
        await pilot.pause()
        (entry,) = sessions.floor(workspace, "R3").entries
        assert entry.said.utc <= begun


async def test_a_meeting_is_opened_and_closed_with_one_key(workspace):
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await pilot.press("escape", "o")
        await pilot.pause()
        assert sessions.floor(workspace, "R3").open_meeting is not None
        assert "open 00:" in shown(screen)
        await pilot.press("o")
        await pilot.pause()
        assert sessions.floor(workspace, "R3").open_meeting is None


async def test_an_entry_is_edited_deleted_and_brought_back(workspace):
    sessions.log(workspace, "R3", "del-a 27 o words")
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "del-b half")
        await pilot.press("escape", "e")
        assert line_of(screen).value == "del-a 27 o words"
        await type_line(pilot, " more")
        await pilot.press("enter")
        await pilot.pause()
        assert entries(workspace) == ["DEL-A 27 words more"]
        assert line_of(screen).value == "del-b half"
        await pilot.press("escape", "d")
        await pilot.pause()
        assert entries(workspace) == []
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert entries(workspace) == ["DEL-A 27 words more"]


@pytest.mark.parametrize("key", ["d", "e"])
async def test_an_entry_of_somebody_else_is_asked_about_before_it_is_touched(workspace, key):
    sessions.log(seen_by(workspace, "ben"), "R3", "del-b 27 s by [ben]")
    before = entries(workspace)
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        screen = await on_the_floor(pilot)
        await pilot.press("escape", key)
        await pilot.pause()
        assert "typed by ben" in shown(pilot.app.screen)
        await pilot.press("enter")
        await pilot.pause()
        assert entries(workspace) == before
        assert not screen.entry.editing
        await pilot.press(key, "down", "enter")
        await pilot.pause()
        if key == "e":
            await type_line(pilot, " more")
            await pilot.press("enter")
            await pilot.pause()
        assert entries(workspace) == ([] if key == "d" else ["DEL-B 27 by [ben] more"])
        await pilot.press("escape", "ctrl+z")
        await pilot.pause()
        assert entries(workspace) == before


async def test_who_is_in_the_room_is_noted_by_hand(workspace):
    meetings.open_meeting(workspace, "R3")
    async with NegotiatorApp(workspace).run_test(size=(200, 50)) as pilot:
        screen = await on_the_floor(pilot)
        await pilot.press("escape", "a")
        await pilot.pause()
        await type_line(pilot, "del-b, che")
        await pilot.press("ctrl+s")
        await pilot.pause()
        present = [each.stakeholder for each in sessions.floor(workspace, "R3").attendance]
        assert present == ["CHE", "DEL-B"]
        assert "In the room: 2" in shown(screen)


@pytest.mark.parametrize("size", SIZES)
async def test_square_brackets_and_escape_codes_stand_on_the_floor_as_they_were_typed(workspace, size):
    sessions.log(workspace, "R3", f"del-a 27 a {HOSTILE}")
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        screen = await on_the_floor(pilot)
        line_of(screen).value = f"del-a 27 a {HOSTILE}"
        await pilot.pause()
        drawn = shown(screen)
        assert "[Parties] [shall][" in drawn
        assert "\x1b" not in drawn


async def test_what_the_command_line_writes_is_seen_on_the_floor(workspace):
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        sessions.log(workspace, "R3", "del-b 3 s from elsewhere")
        pilot.app._look_elsewhere()
        await pilot.pause()
        assert "from elsewhere" in shown(screen)


async def test_the_confidential_is_hidden_while_others_look(workspace):
    sessions.log(workspace, "R3", "del-b 3 s secret")
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await pilot.press("f9")
        await pilot.pause()
        assert "secret" not in shown(screen)


async def test_the_floor_speaks_chinese(workspace):
    i18n.use("zh")
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        screen = await on_the_floor(pilot)
        assert isinstance(screen.focused, EntryInput)


async def test_after_a_crash_a_line_is_either_half_typed_or_stored_and_never_both(workspace):
    async with NegotiatorApp(workspace).run_test() as pilot:
        screen = await on_the_floor(pilot)
        await type_line(pilot, "del-a 27 o words")
        screen.keep()
        assert "words" in sessions.half_typed(workspace, "log:R3")
        sessions.log(workspace, "R3", "del-a 27 o words", forget="log:R3")
        assert sessions.half_typed(workspace, "log:R3") == ""
