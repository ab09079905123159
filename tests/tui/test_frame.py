"""What stands around every screen: tabs, clocks, undo anywhere, themes, languages, help, the list of commands."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from negotiator import i18n
from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.services import history, sessions
from negotiator.services.status import status
from negotiator.settings import Settings, load_settings, settings_path
from negotiator.tui.clock import own_zone
from negotiator.tui.features import FEATURES
from negotiator.tui.frame import Standing, Tab, top_line
from negotiator.tui.help import HelpDialog
from negotiator.tui.themes import THEMES
from negotiator.workspace import Workspace
from tests.samples import NOON, looking_back, seen_by
from tests.tui.desk import app_on, full_desk, shown


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return full_desk(tmp_path / "desk")


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def test_every_tab_opens_by_its_digit_its_function_key_and_a_click(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        for feature in FEATURES:
            for key in (feature.digit, feature.key):
                await pilot.press("1", key)
                await settle(pilot)
                assert app.current_mode == feature.mode
                assert f"{feature.digit} {feature.title}" in shown(app)
            await pilot.press("1")
            await settle(pilot)
            tab = next(each for each in app.screen.query(Tab) if each.mode == feature.mode)
            await pilot.click(tab)
            await settle(pilot)
            assert app.current_mode == feature.mode


async def test_escape_goes_back_and_then_home(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5", "enter")
        await settle(pilot)
        assert len(app.screen_stack) == 2
        await pilot.press("escape")
        await settle(pilot)
        assert (app.current_mode, len(app.screen_stack)) == ("drafts", 1)
        await pilot.press("escape")
        assert app.current_mode == "home"
        await pilot.press("escape")
        assert app.current_mode == "home"


async def test_undo_and_redo_work_anywhere_and_say_what_they_did(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("6")
        await settle(pilot)
        assert len(sessions.floor(workspace, "R3").entries) == 2
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert len(sessions.floor(workspace, "R3").entries) == 1
        assert "Undone: log R3-2 by DEL-B · ctrl+y does it again" in shown(app)
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert len(sessions.floor(workspace, "R3").entries) == 2
        assert "Done again: log R3-2 by DEL-B" in shown(app)


async def test_nothing_to_redo_is_said_and_nothing_breaks(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert "nothing to redo" in shown(app)


async def test_what_another_terminal_stores_shows_by_itself(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "2 entries logged" in shown(app)
        sessions.log(seen_by(workspace, "ben"), "R3", "del-c 3 s fine")
        app._look_elsewhere()
        await settle(pilot)
        assert "3 entries logged" in shown(app)


async def test_f9_hides_what_member_states_may_not_see_and_shows_it_again(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "enter")
        await settle(pilot)
        assert "weakens the chapeau" in shown(app)
        await pilot.press("f9")
        await settle(pilot)
        assert "weakens the chapeau" not in shown(app)
        assert "shown to: Member States" in shown(app)
        await pilot.press("f9")
        await settle(pilot)
        assert "weakens the chapeau" in shown(app)


async def test_a_theme_is_put_on_and_remembered(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test() as pilot:
        for theme in THEMES:
            app.wear(theme.name)
            await settle(pilot)
            assert app.theme == theme.name
            assert load_settings(settings_path()).theme == theme.name


async def test_a_theme_that_there_is_not_does_not_keep_the_interface_from_opening(workspace: Workspace) -> None:
    workspace.settings = replace(workspace.settings, theme="purple")
    app = app_on(workspace)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.theme == "dark"


async def test_the_language_changes_at_once_on_every_screen(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("5")
        await settle(pilot)
        await app.speak()
        await settle(pilot)
        assert app.current_mode == "drafts"
        await pilot.press("1")
        await settle(pilot)
        assert i18n.language() == "zh"
        assert "1 首页" in shown(app)
        await pilot.press("5")
        await settle(pilot)
        assert "5 草案" in shown(app)
        assert "zero" in shown(app)
        await app.speak()
        await settle(pilot)
        assert "5 Drafts" in shown(app)


async def test_half_typed_words_outlive_a_change_of_language_and_the_end(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "enter", *"del", "minus", *"a")
        await app.speak()
        await settle(pilot)
        assert sessions.half_typed(workspace, "log:R3").endswith("del-a")
        await app.speak()
        await settle(pilot)
        await pilot.press("enter", "b")
        await pilot.press("ctrl+q")
    assert sessions.half_typed(workspace, "log:R3").endswith("del-ab")


async def test_keys_that_a_person_chose_work(workspace: Workspace) -> None:
    workspace.settings = Settings(keys={"app.undo": "ctrl+u"})
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+u")
        await settle(pilot)
        assert len(sessions.floor(workspace, "R3").entries) == 1


async def test_help_names_the_keys_of_the_screen_and_closes_with_escape(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        for opens in ("question_mark", "f1"):
            await pilot.press("6", opens)
            await settle(pilot)
            assert isinstance(app.screen, HelpDialog)
            assert "Insertions are underlined" in shown(app)
            await pilot.press("escape")
            await settle(pilot)
            assert not isinstance(app.screen, HelpDialog)


async def test_the_palette_runs_what_a_key_does(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, CommandPalette)
        app.screen.query_one(Input).value = "Undo the last"
        await pilot.pause(0.5)
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.pause(0.3)
        assert len(sessions.floor(workspace, "R3").entries) == 1


async def test_looking_back_says_so_and_refuses_acts_with_a_sentence(workspace: Workspace) -> None:
    back = looking_back(workspace, "2018-03-01")
    app = app_on(back)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "as of Thu 1 Mar 2018" in shown(app)
        for feature in app.modes.values():
            await pilot.press(feature.digit)
            await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "looking back" in shown(app)
    assert history.history(workspace)


async def test_a_full_width_letter_of_an_input_method_works_as_the_key(workspace: Workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        app.post_message(Key("５", "５"))
        await settle(pilot)
        assert app.current_mode == "drafts"
        app.post_message(Key("？", "？"))
        await settle(pilot)
        assert isinstance(app.screen, HelpDialog)


def test_my_clock_is_in_the_zone_chosen_else_in_that_of_the_machine() -> None:
    assert own_zone("Europe/Zurich", {"TZ": "Asia/Shanghai"}) == "Europe/Zurich"
    assert own_zone("", {"TZ": "Asia/Shanghai"}) == "Asia/Shanghai"
    assert own_zone("", {"TZ": "UTC"}) == ""
    assert own_zone("Nowhere/Land", {}) == ""


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("zone", ["", "Europe/Zurich"])
def test_the_top_line_fits_every_width(workspace: Workspace, columns: int, zone: str) -> None:
    now = Instant(NOON, "America/New_York")
    for audience in Audience:
        standing = Standing(now, status(workspace), zone, audience)
        line = top_line(standing, columns).plain
        assert "GCM" in line
        assert columns < 80 or len(line) <= columns
    assert ("16:12 Geneva" in top_line(Standing(now, status(workspace), zone), 200).plain) == bool(zone)
