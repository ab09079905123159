"""The mandate by keyboard: what each action is, why it stands so, and what people record about it."""

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from negotiator import i18n
from negotiator.domain.mandate import Status
from negotiator.services.mandate import get_action
from negotiator.services.mandate_acts import supersede
from negotiator.tui.mandate.screen import MandateScreen
from negotiator.workspace import Workspace
from tests.samples import bare_workspace, looking_back
from tests.tui.desk import TRAP, app_on, empty_desk, shown

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.fixture
def workspace(tmp_path) -> Iterator[Workspace]:
    i18n.use("en")
    yield empty_desk(tmp_path / "w")
    i18n.use("en")


async def mandate(pilot: Pilot[None]) -> MandateScreen:
    await pilot.press("2")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, MandateScreen)
    return screen


async def write(pilot: Pilot[None], words: str) -> None:
    for character in words:
        await pilot.press("space" if character == " " else character)


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_shows_status_and_figures_at_every_size(workspace, size) -> None:
    app = app_on(workspace)
    async with app.run_test(size=size) as pilot:
        screen = await mandate(pilot)
        screen.table.take("M16a")
        await pilot.pause()
        seen = shown(app)
        assert "12 of at most 12" in seen
        assert "M16a" in seen
        assert "met" in seen


async def test_the_reasons_stand_beside_the_action_in_hand(workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(160, 50)) as pilot:
        screen = await mandate(pilot)
        screen.table.take("M30a")
        await pilot.pause()
        seen = shown(app)
        assert "3.5 of 4 days" in seen
        assert "H3 counts as" in seen
        assert "paragraph 30" in seen


async def test_it_judges_by_the_day_that_is_looked_back_to(workspace) -> None:
    app = app_on(looking_back(workspace, "2017-09-12"))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await mandate(pilot)
        screen.table.take("M16a")
        await pilot.pause()
        assert "10 of at most 12" in shown(app)


async def test_evidence_is_attached_and_taken_back_with_the_keyboard(workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await mandate(pilot)
        screen.table.take("M06b")
        await pilot.press("a", "enter")
        await write(pilot, "A/71/LIST")
        await pilot.press("enter")
        await write(pilot, "2017-04-20")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert get_action(workspace, "M06b").status is Status.MET_LENIENT
        assert "E-001" in shown(app)
        await pilot.press("w", "enter")
        await write(pilot, "wrong list")
        await pilot.press("enter")
        await pilot.pause()
        turned = get_action(workspace, "M06b")
        assert turned.status is Status.NO_EVIDENCE
        assert "E-001 was withdrawn: wrong list" in turned.why
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert get_action(workspace, "M06b").status is Status.MET_LENIENT


async def test_a_date_is_read_anew_with_a_reason(workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await mandate(pilot)
        screen.table.take("M10")
        await pilot.press("r")
        await write(pilot, "strict")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "still empty" in shown(app)
        await write(pilot, "by counsel")
        await pilot.press("ctrl+s")
        await pilot.pause()
        found = get_action(workspace, "M10")
        assert (found.status, found.reading) == (Status.INHERITED, "strict: by counsel")


async def test_what_took_its_place_is_recorded(workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await mandate(pilot)
        screen.table.take("M18")
        await pilot.press("u")
        await write(pilot, "A/1")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert get_action(workspace, "M18").status is Status.SUPERSEDED


async def test_the_list_is_narrowed_and_esc_shows_all_again(workspace) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await mandate(pilot)
        everything = screen.table.row_count
        await pilot.press("f")
        await write(pilot, "inherited")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.table.row_count == 1
        await pilot.press("escape")
        await pilot.pause()
        assert screen.table.row_count == everything


async def test_words_of_people_are_shown_as_they_stand(workspace) -> None:
    supersede(workspace, "M01b", TRAP, why=TRAP)
    app = app_on(workspace)
    async with app.run_test(size=(200, 50)) as pilot:
        screen = await mandate(pilot)
        screen.table.take("M01b")
        await pilot.pause()
        assert "[Parties] [shall][should]" in shown(app)


async def test_a_workspace_without_a_process_has_an_empty_mandate(tmp_path) -> None:
    i18n.use("en")
    app = app_on(bare_workspace(tmp_path / "bare"))
    async with app.run_test(size=(80, 24)) as pilot:
        await mandate(pilot)
        assert "no mandated actions" in shown(app)
        for key in ("a", "w", "r", "u", "enter", "escape"):
            await pilot.press(key)
