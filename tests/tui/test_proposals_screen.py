"""From a line of the log to a proposal that others support, oppose, and that gets an answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from negotiator import i18n
from negotiator.domain.proposal import Action, Disposition, Stance
from negotiator.services.input_filter import Filter
from negotiator.services.inputs import list_inputs
from negotiator.services.proposal_lists import list_proposals
from negotiator.services.proposals import Said, propose
from negotiator.services.sessions import log
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.proposals.screen import ProposalsScreen
from negotiator.tui.sessions.floor import FloorScreen
from negotiator.workspace import Workspace
from tests.tui.desk import shown

TRAP = "[/][b]x"


@asynccontextmanager
async def floor(workspace: Workspace, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        await pilot.app.push_screen(FloorScreen("R3"))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        yield pilot


async def fill(pilot: Pilot[None], **fields: str) -> None:
    for key, value in fields.items():
        pilot.app.screen.query_one(f"#field-{key}", Input).value = value
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.pause()


async def test_p_makes_a_proposal_of_the_entry_with_all_that_it_says(workspace: Workspace) -> None:
    log(workspace, "R3", 'del-a 7 a replace "licensed recruiters" by "those with [a] licence"')
    async with floor(workspace) as pilot:
        await pilot.press("p")
        await pilot.pause()
        await fill(pilot)
        (each,) = list_proposals(workspace)[-1:]
        assert (each.by, each.label, each.draft) == ("DEL-A", "7", "rev1")
        assert (each.action, each.old, each.new) == (Action.REPLACE, "licensed recruiters", "those with [a] licence")
        assert each.entry.startswith("R3-")
        before = len(list_proposals(workspace))
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert len(list_proposals(workspace)) == before - 1


async def test_t_expects_the_text_that_was_announced(workspace: Workspace) -> None:
    log(workspace, "R3", "del-a 7 i text to follow")
    before = len(list_inputs(workspace, Filter(stakeholder="DEL-A")))
    async with floor(workspace) as pilot:
        await pilot.press("t")
        await pilot.pause()
        await fill(pilot, due="2018-04-05")
        found = list_inputs(workspace, Filter(stakeholder="DEL-A", kind="NP"))
        assert len(list_inputs(workspace, Filter(stakeholder="DEL-A"))) == before + 1
        assert any("announced in R3-" in each.title and each.session == "R3" for each in found)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_supporters_are_added_by_one_key_each_and_an_answer_needs_its_reason(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    code = propose(workspace, Said("rev1", "7", "DEL-A", Action.ADD, new=TRAP)).code
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        await pilot.app.push_screen(ProposalsScreen("rev1", "7"))
        await pilot.pause()
        assert TRAP in shown(pilot.app)
        for key, who in (("plus", "del-b"), ("minus", "del-c"), ("equals_sign", "del-d")):
            await pilot.press(key)
            await pilot.pause()
            await fill(pilot, who=who)
        each = next(each for each in list_proposals(workspace) if each.code == code)
        assert [each.those(stance) for stance in Stance] == [("DEL-B",), ("DEL-C",), ("DEL-D",)]
        await pilot.press("m", "down", "down", "down", "enter")
        await pilot.pause()
        await fill(pilot)
        assert "still empty" in shown(pilot.app)
        await fill(pilot, why="nobody else asked for it")
        each = next(each for each in list_proposals(workspace) if each.code == code)
        assert (each.disposition, each.why) == (Disposition.NOT, "nobody else asked for it")


async def test_w_withdraws_once_it_is_said_why_and_undo_takes_that_back(workspace: Workspace) -> None:
    code = propose(workspace, Said("rev1", "7", "DEL-A", Action.ADD, new=TRAP)).code

    def now() -> tuple[Disposition, str]:
        each = next(each for each in list_proposals(workspace) if each.code == code)
        return each.disposition, each.why

    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.app.push_screen(ProposalsScreen("rev1", "7"))
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        await fill(pilot)
        assert now() == (Disposition.OPEN, "")
        await fill(pilot, why="merged with [another]")
        assert now() == (Disposition.WITHDRAWN, "merged with [another]")
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ProposalsScreen)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert now() == (Disposition.OPEN, "")


async def test_an_empty_list_says_how_to_begin_in_chinese_too(workspace: Workspace) -> None:
    i18n.use("zh")
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.app.push_screen(ProposalsScreen("rev1", "3"))
        await pilot.pause()
        assert "尚无提案" in shown(pilot.app)
        await pilot.press("a")
        await pilot.pause()
        await fill(pilot, by="del-a", action="delete")
        assert [each.label for each in list_proposals(workspace)][-1] == "3"


async def test_h_shows_the_history_of_the_paragraph_in_hand_and_p_its_proposals(workspace: Workspace) -> None:
    log(workspace, "R3", f"del-a 7 o {TRAP}")
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.press("6")
        await pilot.pause()
        for _step in range(4):
            await pilot.press("n")
            await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        told = shown(pilot.app)
        assert "zero-plus ¶" in told
        await pilot.press("escape", "p")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ProposalsScreen)
        assert pilot.app.screen.label
        await pilot.press("escape", "f9", "h")
        await pilot.pause()
        assert "R3-" not in shown(pilot.app)


async def test_home_tells_what_waits_for_an_answer_and_enter_opens_it(workspace: Workspace) -> None:
    propose(workspace, Said("rev1", "7", "DEL-A", Action.DELETE))
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.pause()
        home = pilot.app.screen
        place = next(n for n, need in enumerate(home.needs) if "without an answer" in need.words)  # type: ignore[attr-defined]  # of Home
        home.table.move_cursor(row=place)  # type: ignore[attr-defined]  # of Home
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ProposalsScreen)
