"""A date is changed from the mandate: what hangs on it is shown first, then why, who decided, by which document."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from negotiator import i18n
from negotiator.resources import shipped
from negotiator.services import input_acts
from negotiator.services.input_rules import Details
from negotiator.services.mandate import get_action
from negotiator.services.processes import get_session, list_milestones
from negotiator.tui.mandate.screen import MandateScreen
from negotiator.workspace import Workspace
from tests.samples import SteadyClock, looking_back, workspace_of_the_process
from tests.tui.desk import app_on, empty_desk, shown

TEXT = shipped("data", "processes", "gcm.toml").read_text("utf-8")


def planned(root: Path, moment: datetime, *changes: tuple[str, str, str]) -> Workspace:
    """The process as it was known before a change: in the table that begins so, some words were others."""
    i18n.use("en")
    text = TEXT
    for where, real, then in changes:
        place = text.index(real, text.index(where))
        text = text[:place] + then + text[place + len(real) :]
    (root / "planned.toml").write_text(text, "utf-8")
    clock = SteadyClock(moment, timedelta(milliseconds=1))
    return workspace_of_the_process(root / "w", clock=clock, template=str(root / "planned.toml"))


async def mandate(pilot: Pilot[None], action: str) -> MandateScreen:
    await pilot.press("2")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, MandateScreen)
    screen.table.take(action)
    await pilot.pause()
    return screen


async def write(pilot: Pilot[None], words: str) -> None:
    for character in words:
        await pilot.press("space" if character == " " else character)


async def replace(pilot: Pilot[None], words: str) -> None:
    """Write over what stands in the field."""
    await pilot.press("ctrl+a", "ctrl+k")
    await write(pilot, words)


async def test_accreditation_goes_from_the_9th_to_the_17th_of_april(tmp_path: Path) -> None:
    due = 'due = { rule = "after", text = { en = "After", zh = "之后" }, days = 14, event = "accreditation-closes" }'
    fuzzy = 'due = { rule = "fuzzy", text = { en = "By April 2017", zh = "最迟于2017年4月" }, earliest = 2017-04-01, latest = 2017-04-30 }'  # noqa: E501
    workspace = planned(
        tmp_path,
        datetime(2017, 4, 7, 15, tzinfo=UTC),
        ('[[milestones]]\ncode = "accreditation-closes"', "2017-04-17", "2017-04-09"),
        ('[[actions]]\ncode = "M06b"', fuzzy, due),
    )
    input_acts.expect(workspace, "KEN", "WS", "Application", due="2017-04-09")
    app = app_on(workspace)
    async with app.run_test(size=(100, 40)) as pilot:
        await mandate(pilot, "M06b")
        await pilot.press("m")
        await pilot.pause()
        assert "accreditation-closes" in shown(app)
        assert "the action hangs on it" in shown(app)
        await write(pilot, "accreditation-closes")
        await pilot.press("enter")
        await pilot.pause()
        await replace(pilot, "2017-04-17")
        await pilot.press("enter")
        await pilot.pause()
        seen = shown(app)
        assert "Sun 9 Apr 2017 → Mon 17 Apr 2017" in seen
        assert "M06b" in seen
        assert "(due Sun 23 Apr 2017) → due soon (due Mon 1 May" in seen
        assert "to be told: KEN" in seen
        assert date_of(workspace) == "2017-04-09", "nothing is stored yet"
        for words in ("many asked", "PGA", "letter of 7 April"):
            await write(pilot, words)
            await pilot.press("enter")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert date_of(workspace) == "2017-04-17"
        [move] = next(each for each in list_milestones(workspace) if each.code == "accreditation-closes").moves
        assert (move.by, move.source, move.before.last.day) == ("PGA", "letter of 7 April", 9)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert date_of(workspace) == "2017-04-09"


def date_of(workspace: Workspace) -> str:
    [found] = [each for each in list_milestones(workspace) if each.code == "accreditation-closes"]
    return found.window.last.isoformat()


async def test_the_conference_goes_from_september_in_new_york_to_december_in_marrakech(tmp_path: Path) -> None:
    conference = '[[sessions]]\ncode = "IGC"'
    workspace = planned(
        tmp_path,
        datetime(2017, 12, 24, 15, tzinfo=UTC),
        (
            '[[actions]]\ncode = "M01a"',
            "on = 2017-12-24",
            "on = 2019-12-24",
        ),
        (conference, "2018-12-10", "2018-09-20"),
        (conference, "2018-12-11", "2018-09-21"),
        (conference, "announced = 2017-12-24", "announced = 2017-04-06"),
        (conference, 'en = "Marrakech"', 'en = "New York"'),
        (conference, 'country = "MAR"', 'country = "USA"'),
        (conference, "Africa/Casablanca", "America/New_York"),
    )
    input_acts.expect(workspace, "FRA", "WS", "Statement", due="2018-09-20", details=Details(session="IGC"))
    app = app_on(workspace)
    async with app.run_test(size=(100, 40)) as pilot:
        await mandate(pilot, "M01a")
        await pilot.press("m")
        await write(pilot, "IGC")
        await pilot.press("enter")
        await pilot.pause()
        await replace(pilot, "2018-12-10")
        await pilot.press("enter", "enter")
        for words in ("Marrakech", "Bab Ighli", "MAR", "Africa/Casablanca"):
            await write(pilot, words)
            await pilot.press("enter")
        await pilot.pause()
        seen = shown(app)
        assert "20–21 Sep 2018 → 10–11 Dec 2018" in seen
        assert "New York → Marrakech" in seen
        assert "M01a" in seen
        assert "to be told: FRA" in seen
        assert get_session(workspace, "IGC").place.en == "New York", "nothing is stored yet"
        for words in ("invited by Morocco", "General Assembly", "A/RES/72/244", "2017-12-24"):
            await write(pilot, words)
            await pilot.press("enter")
        await pilot.pause()
        moved = get_session(workspace, "IGC")
        assert (moved.place.en, moved.zone, moved.days[0].date.isoformat()) == (
            "Marrakech",
            "Africa/Casablanca",
            "2018-12-10",
        )
        before = get_session(looking_back(workspace, "2017-12-23"), "IGC")
        assert (before.place.en, before.days[0].date.isoformat()) == ("New York", "2018-09-20")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_actions_own_last_day_is_changed_and_stands_beside_it_afterwards(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    workspace = empty_desk(tmp_path / "w")
    app = app_on(workspace)
    async with app.run_test(size=size) as pilot:
        await mandate(pilot, "M06c")
        await pilot.press("m", "enter")
        await pilot.pause()
        await replace(pilot, "2018-02-31")
        await pilot.press("enter")
        await pilot.pause()
        assert "no day" in shown(app)
        await replace(pilot, "2018-05-15")
        await pilot.press("enter")
        await pilot.pause()
        await write(pilot, "many asked")
        await pilot.press("enter")
        await write(pilot, "PGA")
        await pilot.press("ctrl+s")
        await pilot.pause()
        found = get_action(workspace, "M06c")
        assert found.term.lenient is not None
        assert found.term.lenient.isoformat() == "2018-05-15"
        await pilot.press("enter")
        await pilot.press("end")
        await pilot.pause()
        assert "many asked · PGA" in " ".join(shown(app).split())


async def test_nothing_is_changed_while_looking_back(tmp_path: Path) -> None:
    app = app_on(looking_back(empty_desk(tmp_path / "w"), "2018-03-01"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await mandate(pilot, "M06c")
        await pilot.press("m")
        await pilot.pause(0.2)
        assert pilot.app.screen is screen
        assert "looking back" in shown(app)
