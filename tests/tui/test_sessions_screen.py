"""The calendar: which sessions were held, which is on, which are to come, and what is known of each."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from negotiator.services.panels import note_panel
from negotiator.services.processes import get_session
from negotiator.services.session_contacts import note_contact
from negotiator.tui.sessions.floor import FloorScreen
from tests.samples import looking_back
from tests.tui.desk import app_on, empty_desk, full_desk, shown


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_session_that_is_on_is_in_hand_with_others_before_and_after(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = app_on(empty_desk(tmp_path / "desk"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("3")
        await settle(pilot)
        drawn = shown(app)
        assert "▶  R3" in drawn
        assert "●  R2" in drawn
        assert "○  R4" in drawn
        assert "3–6 Apr 2018" in drawn
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, FloorScreen)
        assert app.screen.session == "R3"


async def test_what_is_known_of_a_session_stands_beside_it(tmp_path: Path) -> None:
    app = app_on(full_desk(tmp_path / "desk"))
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        assert "Conference Room 2" in shown(app)
        await pilot.press("home")
        await settle(pilot)
        assert "Conference Room 2" not in shown(app)


async def test_looking_back_shows_the_calendar_as_it_was_known(tmp_path: Path) -> None:
    app = app_on(looking_back(full_desk(tmp_path / "desk"), "2017-11-15"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        drawn = shown(app)
        assert "▶  R3" not in drawn
        assert "as of Wed 15 Nov 2017" in drawn


async def test_m_shows_what_hangs_on_other_days_before_they_are_kept_with_the_old_ones(tmp_path: Path) -> None:
    workspace = empty_desk(tmp_path / "desk")
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        before = get_session(workspace, "R3").window
        await pilot.press("m")
        await settle(pilot)
        app.screen.query_one("#field-start", Input).value = "2018-05-28"
        await pilot.press("ctrl+s")
        await settle(pilot)
        drawn = shown(app)
        assert "M28c" in drawn
        assert get_session(workspace, "R3").window == before, "nothing is kept before it was looked at"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "still empty" in shown(app)
        app.screen.query_one("#field-why", Input).value = "the hall is taken [/]"
        app.screen.query_one("#field-by", Input).value = "the President"
        await pilot.press("ctrl+s")
        await settle(pilot)
        moved = get_session(workspace, "R3")
        assert moved.window is not None
        assert moved.window.first.isoformat() == "2018-05-28"
        assert moved.moves[-1].reason == "the hall is taken [/]"
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert get_session(workspace, "R3").window == before


async def test_a_panel_is_noted_with_who_moderates_it_and_where_its_members_speak_from(tmp_path: Path) -> None:
    workspace = full_desk(tmp_path / "desk")
    app = app_on(workspace)

    async def save(**filled: str) -> None:
        for key, value in filled.items():
            app.screen.query_one(f"#field-{key}", Input).value = value
        await pilot.press("ctrl+s")
        await settle(pilot)

    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        before = get_session(workspace, "R3").panels
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        await save(title="On [data]", moderators="nobody at all")
        assert "nobody at all" in shown(app)
        await save(moderators="che, del-a", origin="PHL", destination="DEU，CAN")
        (panel,) = get_session(workspace, "R3").panels[len(before) :]
        assert (panel.title.en, panel.moderators) == ("On [data]", ("CHE", "DEL-A"))
        assert (panel.composition.origin, panel.composition.destination) == (("PHL",), ("DEU", "CAN"))
        assert "On [data]" in shown(app)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press(*["down"] * len(before), "enter")
        await settle(pilot)
        note_panel(workspace, "R3", panel.number, title="Noted elsewhere in the meantime")
        await save(origin="")
        assert get_session(workspace, "R3").panels[-1].composition.origin == ()
        assert get_session(workspace, "R3").panels[-1].title.en == "Noted elsewhere in the meantime"
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await settle(pilot)
        assert get_session(workspace, "R3").panels == before


async def test_who_serves_a_session_stands_beside_it(tmp_path: Path) -> None:
    workspace = empty_desk(tmp_path / "desk")
    note_contact(workspace, "R3", "IOM", "[A. Expert]")
    app = app_on(workspace)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        assert "IOM: [A. Expert]" in shown(app)
