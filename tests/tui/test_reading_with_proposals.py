"""A text is read with the open proposals on it: beside it for a pen-holder, in it where the process negotiates so."""

import json
import sqlite3

import pytest

from negotiator.domain.audience import Audience
from negotiator.domain.process import Mode
from negotiator.domain.proposal import Action
from negotiator.services.compilation import compiled
from negotiator.services.proposals import Said, propose
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.drafts.reading import ReadScreen
from tests.running import negotiator
from tests.tui.desk import shown

TRAP = "[/] [@click=app.quit]x[/] 水井"


def one_line(app):
    return " ".join(shown(app).split())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_key_shows_the_proposals_beside_the_text_and_hides_them_again(workspace, size):
    code = propose(workspace, Said("rev1", "1", "DEL-A", Action.ADD, new=f"wording {TRAP}")).code
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        await pilot.app.push_screen(ReadScreen("rev1"))
        await pilot.pause()
        assert code not in shown(pilot.app)
        await pilot.press("P")
        await pilot.pause()
        await pilot.pause()
        if size[1] == 24:
            await pilot.press("down", "down", "down", "down")
            await pilot.pause()
        assert f"▸ {code} DEL-A: add wording {TRAP}" in one_line(pilot.app)
        await pilot.press("P")
        await pilot.pause()
        assert code not in shown(pilot.app)


async def test_in_the_bracketed_mode_they_stand_in_the_text(workspace):
    propose(workspace, Said("rev1", "1", "DEL-A", Action.ADD, new=f"wording {TRAP}"))
    with sqlite3.connect(workspace.root / "data" / "negotiator.db") as db:
        db.execute("update process set mode = 'bracketed'")
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.app.push_screen(ReadScreen("rev1"))
        await pilot.press("P")
        await pilot.pause()
        await pilot.pause()
        assert f"[wording {TRAP} – DEL-A]" in one_line(pilot.app)


def test_what_an_audience_may_not_see_is_in_neither(workspace):
    propose(workspace, Said("rev1", "1", "DEL-A", Action.ADD, new="between us"))
    for mode in Mode:
        assert "between us" in str(compiled(workspace, "rev1", Audience.MEMBER_STATES, mode))
        assert "between us" not in str(compiled(workspace, "rev1", Audience.PUBLIC, mode))


def test_the_command_line_prints_both_and_a_proposal_on_no_paragraph_is_not_lost(workspace):
    kept = propose(workspace, Said("rev1", "1", "DEL-A", Action.ADD, new="wording")).code
    lost = propose(workspace, Said("rev1", "999", "DEL-A", Action.ADD, new="nowhere")).code
    beside = negotiator("draft", "compile", "rev1", workspace=workspace.root)
    assert f"> {kept} DEL-A: add wording" in beside.out
    assert lost in beside.out
    inside = negotiator("draft", "compile", "rev1", "--mode", "bracketed", "--json", workspace=workspace.root)
    provisions = json.loads(inside.out)["provisions"]
    assert any("[wording – DEL-A]" in each["text"] for each in provisions)
    assert [one["id"] for one in provisions[-1]["beside"]][-1:] == [lost]
    assert negotiator("draft", "compile", "nothing", workspace=workspace.root).code == 3
