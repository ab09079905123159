"""Finding inputs by words, taking in files after a look at each, and the matrix of those asked against the calls."""

import pytest
from openpyxl import load_workbook
from textual.widgets import Input

from negotiator import i18n
from negotiator.domain.audience import Audience
from negotiator.services.call_table import write_matrix
from negotiator.services.calls import add_call
from negotiator.services.groups import add_group
from negotiator.services.input_acts import mark, receive, receive_unannounced
from negotiator.services.inputs import get_input, list_inputs
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.inputs.matrix import MatrixScreen
from tests.inputs_desk import copy, with_delegations
from tests.services.test_intake import a_mail
from tests.tui.desk import shown

TRAP = "[/] [@click=app.quit]x[/] 水井"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    workspace = with_delegations(tmp_path_factory.mktemp("made"))
    add_group(workspace, "PAIR", ["DEL-A", "DEL-B"], name="The Pair")
    add_call(workspace, "WS", "Views on wells", "2018-03-28", ["group:PAIR", "CHE"], since="2018-03-01")
    receive_unannounced(workspace, "FRA", "WS", f"Toll {TRAP}", on="2018-04-02")
    return workspace


@pytest.fixture
def workspace(made, tmp_path):
    yield copy(made, tmp_path)
    i18n.use("en")


async def fill(pilot, **fields):
    await pilot.pause()
    for key, value in fields.items():
        pilot.app.screen.query_one(f"#field-{key}", Input).value = value
    await pilot.press("ctrl+s")
    await pilot.pause()
    await pilot.pause()


def listed(app):
    return [row.key for row in app.screen.table._rows if row.key.startswith("I-")]


async def test_words_narrow_the_list_whatever_they_stand_in(workspace):
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        for words, codes in {
            "switzerland": ["I-001"],
            "del-b wells": ["I-003"],
            "水井": ["I-004"],
            "[/]": ["I-004"],
            "": ["I-001", "I-002", "I-003", "I-004"],
        }.items():
            await pilot.press("slash")
            await fill(pilot, words=words)
            assert sorted(listed(pilot.app)) == codes
        await pilot.press("slash")
        await fill(pilot, words="nobody says this")
        assert "0 or esc shows every input." in shown(pilot.app)
        await pilot.press("escape")
        assert len(listed(pilot.app)) == 4


async def test_whom_a_group_covers_stays_in_the_list_and_who_aligns_is_noted_with_a_key(workspace):
    receive(workspace, "I-002", on="2018-03-20", group="PAIR")
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert "◎ covered by" in shown(pilot.app)
        assert sorted(listed(pilot.app)) == ["I-001", "I-002", "I-003", "I-004"]
        pilot.app.screen.table.take("I-002")
        await pilot.pause()
        await pilot.press("g")
        await fill(pilot, who="Switzerland, FRA", what="aligns with it", why="on the floor", on="")
        assert get_input(workspace, "I-001").covered_by == "PAIR"
        assert get_input(workspace, "I-002").covers == ("DEL-A", "DEL-B", "CHE", "FRA")
        pilot.app.screen.table.take("I-001")
        await pilot.pause()
        await pilot.press("g")
        await pilot.pause()
        assert not pilot.app.screen.query("#field-who")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert get_input(workspace, "I-001").covered_by is None


async def test_filters_are_combined_left_out_again_and_say_why_nothing_fits(workspace):
    mark(workspace, "I-004", "acknowledged")

    async def choose(pilot, *keys):
        await pilot.press("f", *keys)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        return sorted(listed(pilot.app))

    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        assert await choose(pilot, *"acknowledged:yes") == ["I-004"]
        assert await choose(pilot, *"officer:") == ["I-004"]
        assert "acknowledged · handled by nobody" in shown(pilot.app)
        assert await choose(pilot, *"category:MS") == ["I-004"]
        await pilot.press("o")
        await pilot.press("o")
        await pilot.pause()
        assert "None of 4 inputs fits: we owe, acknowledged, handled by nobody, category MS." in shown(pilot.app)
        await pilot.press("o")
        assert await choose(pilot, *"out:acknowledged") == ["I-001", "I-004"]
        await pilot.press("escape")
        await pilot.pause()
        assert len(listed(pilot.app)) == 4


async def test_files_are_taken_in_once_what_is_doubtful_is_settled_or_left_out(workspace, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    a_mail(folder)
    (folder / "b.txt").write_text(f"No letterhead here. {TRAP}", "utf-8")
    (folder / "c.txt").write_text("Nor here.", "utf-8")
    before = list_inputs(workspace)
    async with NegotiatorApp(workspace).run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "i")
        await fill(pilot, file=str(folder), sender="", kind="", session="")
        assert "1 of 3 are clear" in shown(pilot.app) or "0 of 3 are clear" in shown(pilot.app)
        await fill(pilot, said="2=DEL-B nonsense", leave="3")
        assert list_inputs(workspace) == before
        await fill(pilot, said="2=DEL-A TA", leave="")
        assert list_inputs(workspace) == before
        await fill(pilot, said="1=FRA WS, 2=DEL-A WS", leave="3")
        assert "2 inputs are taken in" in shown(pilot.app) or len(list_inputs(workspace)) > len(before)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert list_inputs(workspace) == before


async def test_with_doubtful_left_out_the_clear_ones_are_stored(workspace, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    a_mail(folder, **{"From": "Permanent Mission of Switzerland <m@x.example>"})
    (folder / "b.txt").write_text("No letterhead here.", "utf-8")
    async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "i")
        await fill(pilot, file=str(folder / "a.eml"), sender="", kind="", session="")
        await fill(pilot, said="", leave="doubtful")
        assert get_input(workspace, "I-001").files


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_matrix_shows_who_answered_which_call_and_writes_a_workbook(workspace, tmp_path, size):
    add_call(workspace, "WS", "Toll", "2018-03-29", ["FRA"], since="2018-03-01")
    out = tmp_path / "matrix.xlsx"
    async with NegotiatorApp(workspace).run_test(size=size) as pilot:
        await pilot.press("4", "M")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MatrixScreen)
        assert {"C-001", "C-002", "CHE", "DEL-A", "FRA"} <= set(shown(pilot.app).split())
        await pilot.press("right")
        assert "None fits; 0 shows all." in shown(pilot.app)
        await pilot.press("0", "x")
        await fill(pilot, file=str(tmp_path / "matrix.csv"))
        assert not list(tmp_path.glob("matrix.*"))
        await fill(pilot, file=str(out))
        sheet = load_workbook(out).active
        assert sheet["A1"].value.startswith("asked · For: ")
        assert sheet["B1"].value == "C-001 Views on wells"
        await pilot.press("escape")


async def test_without_a_call_the_matrix_says_how_to_make_one(tmp_path):
    async with NegotiatorApp(with_delegations(tmp_path)).run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "M")
        await pilot.pause()
        assert "No call is recorded yet" in shown(pilot.app)


@pytest.mark.parametrize("mode", ["4", "7"])
async def test_a_screen_keeps_its_look_whatever_was_open_before(workspace, mode):
    async def looks(*keys):
        async with NegotiatorApp(workspace).run_test(size=(80, 24)) as pilot:
            for key in (*keys, mode):
                await pilot.press(key)
                await pilot.pause()
            detail = pilot.app.screen.query_one("#detail")
            return detail.display, detail.region

    alone = await looks()
    assert alone[0]
    assert await looks("3", "1", "2", "5", "6", "7", "4", "3") == alone


def test_the_workbook_of_the_matrix_has_only_what_its_audience_may_see(workspace, tmp_path):
    with workspace.acting("mark {input}", input="I-001") as act:
        (row,) = act.db.execute("select id from input where number = 1").fetchone()
        act.update("input", row, {"visibility": "private"})
    for audience, asked in (
        (Audience.PRIVATE, {"CHE", "DEL-A", "DEL-B"}),
        (Audience.MEMBER_STATES, {"DEL-A", "DEL-B"}),
    ):
        out = tmp_path / f"{audience}.xlsx"
        write_matrix(workspace, out, audience)
        column = [cell.value for cell in load_workbook(out).active["A"]]
        assert set(column[1:]) == asked
        assert "For: " in column[0]
