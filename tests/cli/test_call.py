"""Calls on the command line: made for many at once, answered, covered, extended, laid out as a matrix."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from negotiator.services.groups import add_group
from tests.inputs_desk import copy, with_delegations
from tests.running import negotiator


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return with_delegations(tmp_path_factory.mktemp("made"))


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def call(workspace, *more, to="category:sample,CHE"):
    return negotiator(
        *("call", "add", "--kind", "WS", "--title", "Views [on] Rev.1", "--due", "2031-05-01", "--to", to),
        *more,
        workspace=workspace.root,
    )


def test_one_call_expects_something_from_each_and_undo_takes_it_all_back(workspace):
    ran = call(workspace)
    assert (ran.code, ran.out.strip()) == (0, "C-001")
    assert "3 inputs" in ran.err
    listed = json.loads(negotiator("call", "list", "--json", workspace=workspace.root).out)["calls"]
    assert (listed[0]["asked"], listed[0]["awaited"], sorted(listed[0]["addressees"])) == (
        3,
        3,
        ["CHE", "DEL-A", "DEL-B"],
    )
    assert negotiator("undo", workspace=workspace.root, env={"NEGOTIATOR_USER": "ana"}).code in (0, 4)


def test_a_dry_run_shows_who_would_be_asked_and_changes_nothing(workspace):
    ran = call(workspace, "--dry-run")
    assert "DEL-A" in ran.out
    assert json.loads(negotiator("call", "list", "--json", workspace=workspace.root).out)["calls"] == []


def test_the_matrix_tells_own_covered_both_and_nothing_apart(workspace, tmp_path):
    call(workspace)
    add_group(workspace, "TRIO", ["DEL-A", "DEL-B"], name="The Group")
    ran = negotiator(
        *("input", "receive", "--from", "DEL-A", "--kind", "WS", "--title", "Views for both", "--for", "TRIO"),
        workspace=workspace.root,
    )
    assert "covers 2 members of TRIO" in ran.err
    told = json.loads(negotiator("call", "matrix", "--json", workspace=workspace.root).out)
    assert told["schema"] == "negotiator.matrix/1"
    answers = {row["stakeholder"]: next(iter(row["answers"].values())) for row in told["rows"]}
    assert answers["CHE"] == "nothing"
    assert answers["DEL-B"] == "covered"
    assert answers["DEL-A"] == "covered"
    book = tmp_path / "matrix.xlsx"
    assert negotiator("call", "matrix", "-o", book, workspace=workspace.root).code == 0
    sheet = load_workbook(BytesIO(book.read_bytes())).active
    assert [cell.value for cell in sheet[1]][1].endswith("Views [on] Rev.1")
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == {"CHE", "DEL-A", "DEL-B"}


@pytest.mark.parametrize(
    ("more", "code", "sentence"),
    [
        (("--since", "2031-06-01"), 2, "before it is asked for"),
        (("--session", "R99"), 3, "R99"),
    ],
)
def test_a_call_that_cannot_be_is_one_sentence_and_nothing_half_done(workspace, more, code, sentence):
    ran = call(workspace, *more)
    assert ran.code == code
    assert sentence in ran.err
    assert json.loads(negotiator("call", "list", "--json", workspace=workspace.root).out)["calls"] == []


def test_nobody_to_ask_is_told(workspace):
    assert call(workspace, to="category:NGO-L").code in (2, 3, 4)


def test_more_time_for_one_needs_a_reason_and_keeps_the_old_date(workspace):
    call(workspace)
    code = json.loads(negotiator("call", "list", "--json", workspace=workspace.root).out)["calls"][0]["id"]
    assert negotiator("call", "extend", code, "--due", "2031-05-10", workspace=workspace.root).code == 2
    ran = negotiator(
        "call", "extend", code, "--due", "2031-05-10", "--why", "by letter", "--for", "CHE", workspace=workspace.root
    )
    assert (ran.code, "1 input has more time" in ran.err) == (0, True)


def test_a_long_table_is_cut_where_asked_and_says_how_many_more(workspace):
    call(workspace)
    ran = negotiator("input", "list", "--limit", "2", workspace=workspace.root)
    assert len(ran.out.splitlines()) == 3
    assert "1 more; --limit 0 lists all." in ran.err
    assert len(negotiator("input", "list", workspace=workspace.root).out.splitlines()) == 4
