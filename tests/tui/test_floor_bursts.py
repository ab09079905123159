"""Lines that a slow connection delivers in one burst are as many entries, and a refused one is not lost among them."""

from negotiator.services.sessions import floor, half_typed
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.sessions.floor import FloorScreen
from tests.tui.test_form_bursts import key


async def burst(pilot, *names):
    for name in names:
        pilot.app.post_message(key(name))
    for _round in range(4):
        await pilot.pause(0.2)


def said(workspace):
    return [each.words for each in floor(workspace, "R3").entries]


async def opened(pilot):
    await pilot.app.push_screen(FloorScreen("R3"))
    await pilot.pause()
    return pilot.app.screen.entry


async def test_two_lines_at_once_are_two_entries(workspace):
    before = said(workspace)
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        entry = await opened(pilot)
        await burst(pilot, *"del-a 7 s one", "enter", *"del-b 7 o 二[/]", "enter", *"del-c half")
        assert said(workspace) == [*before, "one", "二[/]"]
        assert entry.field.value == "del-c half"
        pilot.app.screen.keep()
        assert half_typed(workspace, "log:R3").endswith("del-c half")


async def test_a_refused_line_comes_back_and_what_was_begun_after_it_is_set_aside(workspace):
    before = said(workspace)
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        entry = await opened(pilot)
        await burst(pilot, *"nobody-at-all 7 s one", "enter", *"del-b 7 half")
        assert said(workspace) == before
        assert entry.field.value == "nobody-at-all 7 s one"
        await burst(pilot, "ctrl+u", *"del-a 7 s one", "enter")
        assert said(workspace) == [*before, "one"]
        assert entry.field.value == "del-b 7 half"


async def test_an_edit_and_the_next_line_at_once_are_an_edit_and_an_entry(workspace):
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        entry = await opened(pilot)
        await burst(pilot, *"del-a 7 s one", "enter")
        before = said(workspace)
        await burst(pilot, "escape")
        await burst(pilot, "e")
        assert entry.editing
        await burst(pilot, *" more", "enter", *"del-b 7 s two", "enter")
        assert said(workspace) == [*before[:-1], "one more", "two"]
        assert not entry.editing


async def test_what_is_typed_behind_the_key_that_goes_to_the_line_is_typed_on_the_line(workspace):
    before = said(workspace)
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        entry = await opened(pilot)
        await burst(pilot, "escape")
        await burst(pilot, "l", *"del-a 7 s tell", "enter")
        assert said(workspace) == [*before, "tell"]
        assert entry.field.value == ""
