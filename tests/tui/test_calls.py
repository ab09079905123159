"""A call made in the interface: shown while it is filled in, stored in one act, extended, declined."""

import pytest
from textual.widgets import Input

from negotiator import i18n
from negotiator.services.calls import list_calls
from negotiator.services.groups import add_group
from negotiator.services.inputs import get_input, list_inputs
from negotiator.tui.app import NegotiatorApp
from tests.inputs_desk import copy, with_delegations
from tests.tui.desk import shown


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    add_group(workspace, "PAIR", ["DEL-A", "DEL-B"], name="The Pair")
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    yield copy(made, tmp_path)
    i18n.use("en")


async def put(pilot, **fields):
    await pilot.pause()
    for key, value in fields.items():
        pilot.app.screen.query_one(f"#field-{key}", Input).value = value
    await pilot.pause(0.5)


CALL = {"kind": "ws", "title": "Views [on] wells", "to": "group:PAIR, CHE", "due": "2018-05-04 18:00"}


@pytest.mark.parametrize("keys", [("4", "n"), ("4", "M", "n")])
async def test_the_form_shows_what_a_call_would_make_and_stores_it_in_one_act(workspace, keys):
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await put(pilot, **{**CALL, "since": "2018-06-01"})
        assert "before it is asked for" in shown(pilot.app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert list_inputs(workspace) == ()
        await put(pilot, since="", windows="NP:2018-05-05")
        told = shown(pilot.app)
        assert "6 inputs are expected · CHE, DEL-A, DEL-B" in told
        assert "NP is due at a weekend" in told
        assert list_inputs(workspace) == ()
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.pause()
        assert len(list_inputs(workspace)) == 6
        (call,) = list_calls(workspace)
        assert (call.call.title, call.call.due.iso()) == ("Views [on] wells", "2018-05-04T18:00:00-04:00")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert list_inputs(workspace) == ()


async def test_the_matrix_gives_more_time_and_notes_who_declines(workspace):
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "M", "n")
        await put(pilot, **CALL)
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("e")
        await put(pilot, due="2018-06-01", why="asked by several", source="letter of 3 April", to="")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert {each.due.date.isoformat() for each in list_inputs(workspace)} == {"2018-06-01"}
        assert get_input(workspace, "I-002").extensions[0].source == "letter of 3 April"
        await pilot.press("d")
        await put(pilot, why="has nothing to add")
        await pilot.press("ctrl+s")
        await pilot.pause()
        in_hand = pilot.app.screen.table.in_hand
        declined = [each for each in list_inputs(workspace) if each.state == "declined"]
        assert [(each.stakeholder, each.reason) for each in declined] == [(in_hand, "has nothing to add")]
        assert "×" in shown(pilot.app)
