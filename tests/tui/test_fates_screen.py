"""What became of proposals in the next text is suggested, gone through, changed, and stored in one act."""

import pytest
from textual.widgets import Input

from negotiator.domain.proposal import Action, Disposition
from negotiator.services.proposal_lists import get_proposal
from negotiator.services.proposals import Said, propose
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.proposals.fates import FatesScreen
from negotiator.tui.proposals.screen import ProposalsScreen
from tests.tui.desk import shown

TRAP = "[/][b]x"


async def opened(pilot):
    await pilot.app.push_screen(ProposalsScreen("zero-plus"))
    await pilot.pause()
    await pilot.press("f")
    await pilot.pause()
    pilot.app.screen.query_one("#field-draft", Input).value = "zero-plus"
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.pause()
    assert isinstance(pilot.app.screen, FatesScreen)
    return pilot.app.screen


async def why(pilot, words):
    await pilot.pause()
    pilot.app.screen.query_one("#field-why", Input).value = words
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_suggestions_are_taken_changed_and_stored_in_one_act(workspace, size):
    asked = propose(workspace, Said("zero-plus", "6", "DEL-A", Action.ADD, new=f"wholly new {TRAP} wording here")).code
    nowhere = propose(workspace, Said("zero-plus", "99", "DEL-C", Action.DELETE)).code

    def now():
        return [get_proposal(workspace, code).disposition for code in (asked, nowhere)]

    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        screen = await opened(pilot)
        screen.table.take(asked)
        await pilot.pause()
        assert TRAP in shown(pilot.app)
        assert "say why it is not reflected" in shown(pilot.app).replace("\n", " ")
        await pilot.press("space")
        await why(pilot, "nobody else asked for it")
        screen.table.take(nowhere)
        await pilot.press("m", "enter")
        await why(pilot, "")
        assert now() == [Disposition.OPEN, Disposition.OPEN]
        await pilot.press("s")
        await pilot.pause()
        await pilot.pause()
        assert now() == [Disposition.NOT, Disposition.REFLECTED]
        assert get_proposal(workspace, asked).disposed_in == "rev1"
        assert isinstance(pilot.app.screen, ProposalsScreen)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert now() == [Disposition.OPEN, Disposition.OPEN]


async def test_nothing_is_stored_where_nothing_is_taken_and_what_was_decided_is_kept(workspace):
    propose(workspace, Said("zero-plus", "6", "DEL-A", Action.ADD, new="wholly new wording is asked for"))
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        screen._kept.update({f"take {each.proposal.code}": "no" for each in screen.fates.found})
        screen.load()
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, FatesScreen)
        await pilot.press("escape")
        await pilot.pause()
        await opened(pilot)
        assert ", 0 taken" in shown(pilot.app)


async def test_a_text_of_which_none_was_made_yet_is_told_in_the_form(workspace):
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.app.push_screen(ProposalsScreen("rev1"))
        await pilot.press("f")
        await pilot.pause()
        pilot.app.screen.query_one("#field-draft", Input).value = "rev1"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "No text was made of rev1 yet" in shown(pilot.app)
