"""How the screens look, as text, at two sizes and in both languages.

After a change that is meant, renew the pictures and look at what changed in them:
`NEGOTIATOR_LOOKS=renew python -m pytest tests/tui/test_looks.py`, then `git diff tests/tui/looks`.
"""

import os
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from negotiator import i18n
from negotiator.resources import shipped
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.drafts.reading import ReadScreen
from tests.tui.desk import app_on, empty_desk, full_desk, shown

LOOKS = Path(__file__).with_name("looks")
RENEW = os.environ.get("NEGOTIATOR_LOOKS") == "renew"


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    for _each in range(3):
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def pictures(app: NegotiatorApp, size: tuple[int, int]) -> dict[str, str]:
    """Walk through the screens and keep what each looks like."""
    found: dict[str, str] = {}
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        found["home"] = shown(app)
        await press(pilot, "question_mark")
        found["help"] = shown(app)
        await press(pilot, "escape", "3", "enter", *"del-c 3 a", "space", *"[now]")
        found["floor"] = shown(app)
        await press(pilot, "f5")
        found["drafts"] = shown(app)
        app.push_screen(ReadScreen("rev1/zh"))
        await settle(pilot)
        found["read"] = shown(app)
        await press(pilot, "escape", "end", "a")
        found["register"] = shown(app)
        await press(pilot, "escape", "6", "n", "n", "n")
        found["compare"] = shown(app)
        await press(pilot, "f")
        found["filter"] = shown(app)
    return found


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_screens_look_as_they_did(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    i18n.use(language)
    workspace = full_desk(tmp_path / "desk")
    waiting = workspace.drafts_folder / "rev2.en.txt"
    waiting.write_bytes(shipped("drafts", "rev2.en.txt").read_bytes())
    found = await pictures(app_on(workspace), size)
    for name, picture in found.items():
        lines = picture.splitlines()
        assert len(lines) <= size[1], name
        assert all(cell_len(line) <= size[0] for line in lines), name
        kept = LOOKS / f"{name}.{size[0]}x{size[1]}.{language}.txt"
        if RENEW:
            LOOKS.mkdir(exist_ok=True)
            kept.write_text(picture + "\n", "utf-8", newline="\n")
        assert picture + "\n" == kept.read_text("utf-8"), f"{kept.name}: see how to renew it at the top of this file"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_of_an_empty_workspace_says_what_to_do(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    i18n.use(language)
    app = app_on(empty_desk(tmp_path / "desk"))
    async with app.run_test(size=size) as pilot:
        for feature in app.modes.values():
            await press(pilot, feature.digit)
            lines = shown(app).splitlines()
            assert sum(len(line.strip()) > 10 for line in lines) > 3, feature.mode
            assert all(cell_len(line) <= size[0] for line in lines), feature.mode
