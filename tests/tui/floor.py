"""Walking to the floor log and typing there, for the tests of the interface."""

import pytest
from textual.pilot import Pilot

from negotiator.tui.sessions.entry_input import EntryInput
from negotiator.tui.sessions.floor import FloorScreen

SIZES = [(80, 24), (120, 40), (200, 50)]
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


async def on_the_floor(pilot: Pilot[None]) -> FloorScreen:
    await pilot.press("3")
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, FloorScreen)
    return screen


async def type_line(pilot: Pilot[None], words: str, *, enter: bool = True) -> None:
    field = pilot.app.screen.query_one(EntryInput)
    field.value = words
    field.cursor_position = len(words)
    await pilot.pause()
    if enter:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
