"""A Word file that came back is gone through change by change, and what was taken becomes proposals in one act."""

import pytest
from textual.widgets import Input

from negotiator.services.proposal_lists import list_proposals
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.proposals.returned import ReturnedScreen
from negotiator.tui.proposals.screen import ProposalsScreen
from tests.services.test_returned_files import made, returned, workspace
from tests.tui.desk import shown

__all__ = ["made", "workspace"]


async def opened(pilot, workspace, draft="zero-plus", *said):
    await pilot.app.push_screen(ProposalsScreen())
    await pilot.pause()
    await pilot.press("i")
    await pilot.pause()
    fields = {"file": str(returned(workspace, *said)), "draft": draft, "sender": ""}
    for key, value in fields.items():
        pilot.app.screen.query_one(f"#field-{key}", Input).value = value
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.pause()
    assert isinstance(pilot.app.screen, ReturnedScreen)
    return pilot.app.screen


async def whose(pilot, code):
    await pilot.press("p")
    await pilot.pause()
    pilot.app.screen.query_one("#field-by", Input).value = code
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.pause()


async def test_a_change_is_stored_once_it_is_known_whose_it_is_and_undo_takes_it_back(workspace):
    before = list_proposals(workspace)
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await opened(pilot, workspace)
        assert "It was made on zero-plus; 5 of its 5 changes still apply" in shown(pilot.app)
        assert "5 changes, 3 taken" in shown(pilot.app)
        await pilot.press("A")
        assert "5 changes, 0 taken" in shown(pilot.app)
        await pilot.press("s", "space")
        assert list_proposals(workspace) == before
        await whose(pilot, "del-a")
        assert "5 changes, 1 taken" in shown(pilot.app)
        await pilot.press("s")
        await pilot.pause()
        await pilot.pause()
        (new,) = list_proposals(workspace)[len(before) :]
        assert (new.by, new.label) == ("DEL-A", "1.")
        assert isinstance(pilot.app.screen, ProposalsScreen)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert list_proposals(workspace) == before


async def test_what_was_decided_is_there_again_after_going_back(workspace):
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        await opened(pilot, workspace)
        await whose(pilot, "DEL-A")
        await pilot.press("down")
        await whose(pilot, "CHE")
        await pilot.press("space")
        assert "5 changes, 3 taken" in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        await opened(pilot, workspace)
        assert "5 changes, 3 taken" in shown(pilot.app)
        assert "CHE" in shown(pilot.app)


async def test_a_file_made_on_another_draft_says_so_and_only_what_still_applies_is_taken_at_first(workspace):
    async with NegotiatorApp(workspace).run_test(size=(200, 50)) as pilot:
        screen = await opened(pilot, workspace, "rev1")
        assert "made on zero-plus, not on rev1; 3 of its 5 changes still apply" in shown(pilot.app)
        screen._kept.update({f"party {number}": "DEL-A" for number in range(1, 6)})
        screen.reload()
        assert "5 changes, 3 taken" in shown(pilot.app)


@pytest.mark.parametrize("wrong", ["/nowhere/at-all.docx", ""])
async def test_a_file_that_is_not_there_is_a_sentence_and_nothing_is_lost(workspace, wrong):
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.app.push_screen(ProposalsScreen())
        await pilot.press("i")
        await pilot.pause()
        pilot.app.screen.query_one("#field-file", Input).value = wrong
        pilot.app.screen.query_one("#field-sender", Input).value = "[/] somebody"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, ReturnedScreen)
        assert pilot.app.screen.query_one("#field-sender", Input).value == "[/] somebody"
