"""What is done to inputs from the keyboard: each act is stored, told, and taken back; nothing typed is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from negotiator.domain.input_life import InputState
from negotiator.domain.inputs import OwedBy
from negotiator.errors import NotFound
from negotiator.services.inputs import get_input
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.inputs.rows import MOST_DRAWN
from negotiator.tui.inputs.screen import InputsScreen
from negotiator.tui.widgets.form import Form
from negotiator.tui.widgets.picker import Picker
from negotiator.workspace import Workspace
from tests.tui.inputs_desk import desk


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return desk(tmp_path / "w")


@asynccontextmanager
async def holding(
    workspace: Workspace, code: str = "", size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[InputsScreen, Pilot[None]]]:
    """The tab of the inputs with one of them in hand."""
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        await pilot.press("4")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, InputsScreen)
        if code:
            assert screen.table.take(code)
            await pilot.pause()
        yield screen, pilot


async def fill(pilot: Pilot[None], **values: str) -> None:
    """Put words into the fields of the form in front and save it."""
    await pilot.pause()
    form = pilot.app.screen
    assert isinstance(form, Form)
    for key, value in values.items():
        form.query_one(f"#field-{key}", Input).value = value
    await pilot.press("ctrl+s")
    await pilot.pause()


def toasts(pilot: Pilot[None]) -> str:
    return "\n".join(str(each.message) for each in pilot.app._notifications)


async def test_an_input_is_expected_with_the_keyboard_alone(workspace: Workspace) -> None:
    async with holding(workspace, size=(80, 24)) as (screen, pilot):
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"del-a", "enter", *"ws", "enter", *"paper", "enter", *"2018-04-09", "enter")
        await pilot.press(*["enter"] * 4)
        await pilot.pause()
        made = get_input(workspace, "I-012")
        assert (made.stakeholder, made.kind.code, made.title, made.owed_by) == (
            "DEL-A",
            "WS",
            "paper",
            OwedBy.INVITED,
        )
        assert made.due is not None
        assert made.due.iso().startswith("2018-04-09")
        assert pilot.app.screen is screen
        assert screen.table.in_hand == "I-012"
        assert "I-012 is expected · ctrl+z undoes it" in toasts(pilot)
        await pilot.press("ctrl+z")
        await pilot.pause()
        with pytest.raises(NotFound):
            get_input(workspace, "I-012")


async def test_names_and_what_was_offered_may_stand_for_codes(workspace: Workspace) -> None:
    async with holding(workspace) as (_screen, pilot):
        await pilot.press("a")
        await pilot.pause()
        offered = {"from": "代表团B", "kind": "textual proposal", "session": "R3  ", "owed": "we owe it"}
        form = pilot.app.screen
        session = form.query_one("#field-session", Input)
        assert session.suggester is not None
        offered["session"] = await session.suggester.get_suggestion("r3") or ""
        await fill(pilot, **offered, title="[Parties] shall", due="2018-04-09 18:00", topics="data，return")
        made = get_input(workspace, "I-012")
        assert (made.stakeholder, made.kind.code, made.session) == ("DEL-B", "NP", "R3")
        assert made.owed_by is OwedBy.US
        assert made.topics == ("data", "return")
        assert made.title == "[Parties] shall"


async def test_a_refusal_is_told_under_the_fields_and_nothing_typed_is_lost(workspace: Workspace) -> None:
    async with holding(workspace) as (_screen, pilot):
        await pilot.press("a")
        await fill(pilot, **{"from": "Delegation Q", "kind": "WS", "title": "paper", "due": "2018-02-30"})
        form = pilot.app.screen
        assert isinstance(form, Form)
        assert "There is no delegation" in str(form.trouble.content)
        await fill(pilot, **{"from": "DEL-A", "owed": "nobody"})
        assert "does not say who owes it" in str(form.trouble.content)
        await fill(pilot, owed="")
        assert "2018-02-30" in str(form.trouble.content)
        assert form.values()["title"] == "paper"
        await pilot.press("escape", "a")
        await pilot.pause()
        again = pilot.app.screen
        assert isinstance(again, Form)
        assert again.values()["title"] == "paper"
        await fill(pilot, due="2018-04-09")
        assert get_input(workspace, "I-012").title == "paper"


async def test_an_input_is_received_with_its_file_and_a_note(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "views [shall].txt"
    file.write_text("our views", encoding="utf-8")
    async with holding(workspace, "I-001") as (screen, pilot):
        await pilot.press("r")
        await fill(pilot, on="2018-04-02", file=str(tmp_path / "absent.txt"), note="by e-mail")
        form = pilot.app.screen
        assert isinstance(form, Form)
        assert "absent.txt" in str(form.trouble.content)
        await fill(pilot, file=str(file))
        came = get_input(workspace, "I-001")
        assert came.state is InputState.RECEIVED
        assert came.late
        assert came.steps[0].why == "by e-mail"
        assert [each.name for each in came.files] == ["views [shall].txt"]
        assert "I-001 from DEL-A has come in, late · ctrl+z undoes it" in toasts(pilot)
        assert "views [shall].txt" in str(screen.query_one("#facts", Static).content)


async def test_the_due_date_is_extended_with_a_reason(workspace: Workspace) -> None:
    async with holding(workspace, "I-001") as (screen, pilot):
        await pilot.press("e")
        await fill(pilot, due="2018-04-12")
        form = pilot.app.screen
        assert isinstance(form, Form)
        assert "Say why I-001" in str(form.trouble.content)
        await fill(pilot, why="asked for more time", officer="Ana")
        held = get_input(workspace, "I-001")
        assert held.due is not None
        assert held.due.iso().startswith("2018-04-12T23:59")
        assert held.extensions[0].why == "asked for more time"
        assert (held.officer, held.title, held.session) == ("Ana", "Views on the follow-up", "R3")
        assert "I-001 is now due" in toasts(pilot)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert get_input(workspace, "I-001").extensions == ()
        assert "in 9 d" not in str(screen.query_one("#facts", Static).content)


async def test_what_was_only_shown_in_a_form_is_not_kept_as_typed(workspace: Workspace) -> None:
    async with holding(workspace, "I-001") as (_screen, pilot):
        await pilot.press("e")
        await pilot.pause()
        pilot.app.screen.query_one("#field-officer", Input).value = "Lee"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app, NegotiatorApp)
        assert pilot.app.kept["edit I-001"] == {"officer": "Lee"}


async def test_only_the_moves_of_the_table_are_offered(workspace: Workspace) -> None:
    async with holding(workspace, "I-008") as (screen, pilot):
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Picker)
        offered = [each.id for each in pilot.app.screen.query_one(OptionList).options]
        assert offered[:4] == ["partly", "not-reflected", "withdrawn", "superseded"]
        await pilot.press("down", "enter")
        await fill(pilot)
        form = pilot.app.screen
        assert isinstance(form, Form)
        assert "empty" in str(form.trouble.content)
        await fill(pilot, why="dropped in rev1")
        held = get_input(workspace, "I-008")
        assert (held.state, held.reason) == (InputState.NOT_REFLECTED, "dropped in rev1")
        assert pilot.app.screen is screen


async def test_a_remark_is_noted_and_answered(workspace: Workspace) -> None:
    async with holding(workspace, "I-007") as (_screen, pilot):
        await pilot.press("m")
        await pilot.pause()
        await pilot.press(*"clarified", "enter")
        await fill(pilot, why="objective 1")
        assert not get_input(workspace, "I-007").clarification
        assert "I-007 is clarified" in toasts(pilot)


async def test_topics_are_added_and_taken_away(workspace: Workspace) -> None:
    async with holding(workspace, "I-006") as (_screen, pilot):
        await pilot.press("t")
        await fill(pilot, topics="data, [return]")
        held = get_input(workspace, "I-006")
        assert (held.topics, held.state) == (("data", "[return]"), InputState.TAGGED)
        await pilot.press("t")
        await fill(pilot, topics="[return]")
        assert get_input(workspace, "I-006").topics == ("[return]",)
        assert "I-006 tagged: −data" in toasts(pilot)


async def test_an_input_is_withdrawn_with_a_reason(workspace: Workspace) -> None:
    async with holding(workspace, "I-002") as (screen, pilot):
        await pilot.press("w")
        await fill(pilot, why="merged with another")
        held = get_input(workspace, "I-002")
        assert (held.state, held.reason) == (InputState.WITHDRAWN, "merged with another")
        assert not screen.check_action("receive", ())
        await pilot.press("r", "w")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_an_input_that_nobody_expected_is_recorded(workspace: Workspace) -> None:
    async with holding(workspace) as (screen, pilot):
        await pilot.press("right", "u")
        await fill(pilot, **{"from": "DEL-C", "kind": "WS", "title": "A letter", "on": "2018-04-02"})
        assert get_input(workspace, "I-012").state is InputState.RECEIVED
        assert screen.table.in_hand == "I-012"


async def test_a_long_list_is_drawn_in_part_and_says_so(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_DRAWN == 500
    monkeypatch.setattr("negotiator.tui.inputs.screen.MOST_DRAWN", 5)
    async with holding(workspace) as (screen, _pilot):
        assert len([row for row in screen.table._rows if row.key.startswith("I-")]) == 5
        assert "the first 5 of 11" in str(screen.query_one("#summary", Static).content)


async def test_c_shows_whom_to_remind_and_records_what_was_written(workspace: Workspace, tmp_path: Path) -> None:
    from negotiator.services.chasing import reminders

    due = len(reminders(workspace))
    assert due
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "c")
        await pilot.pause()
        pilot.app.screen.query_one("#field-output", Input).value = str(tmp_path / "merge.csv")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert len((tmp_path / "merge.csv").read_text("utf-8").splitlines()) > due
        assert reminders(workspace) == ()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert len(reminders(workspace)) == due
