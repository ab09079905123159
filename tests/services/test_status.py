"""Where the process stands at several days."""

from pathlib import Path

import pytest

from negotiator.services.status import Status, status
from negotiator.workspace import Workspace
from tests.samples import bare_workspace, looking_back, workspace_of_the_process


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace_of_the_process(tmp_path_factory.mktemp("status") / "w")


def figures(told: Status) -> list[tuple[float, float]]:
    return [(each.count.met, each.count.scheduled) for each in told.phases]


@pytest.mark.parametrize(
    ("moment", "on", "days", "sitting", "coming"),
    [
        ("2017-03-01", [], [(0, 12), (0, 3), (0, 26)], [], "TS1"),
        ("2017-06-01", ["P1"], [(4, 12), (0, 3), (0, 26)], [], "TS3"),
        ("2017-11-15", ["P1", "P2"], [(12, 12), (0, 3), (0, 26)], [], "ST"),
        ("2017-12-05", ["P2"], [(12, 12), (2, 3), (0, 26)], ["ST"], "H3"),
        ("2017-12-20", ["P2"], [(12, 12), (3, 3), (0, 26)], [], "ZDP"),
        ("2018-02-21T12:00", ["P3"], [(12, 12), (3, 3), (1, 26)], ["R1", "H4"], "R2"),
        ("2018-04-01", ["P3"], [(12, 12), (3, 3), (7, 26)], [], "R3"),
        ("2018-07-12", ["P3"], [(12, 12), (3, 3), (23, 26)], ["R6"], "IGC"),
        ("2018-08-15", [], [(12, 12), (3, 3), (24, 26)], [], "IGC"),
        ("2019-01-01", [], [(12, 12), (3, 3), (24, 26)], [], None),
    ],
)
def test_the_process_stands_where_it_stood(
    workspace: Workspace,
    moment: str,
    on: list[str],
    days: list[tuple[float, float]],
    sitting: list[str],
    coming: str | None,
) -> None:
    told = status(looking_back(workspace, moment))
    assert [phase.code for phase in told.phases_on] == on
    assert figures(told) == days
    assert [session.code for session in told.on] == sitting
    assert (told.next.code if told.next else None) == coming


def test_the_latest_text_is_the_one_released_last(workspace: Workspace) -> None:
    texts = {}
    for day in ("2018-02-04", "2018-03-25", "2018-03-26", "2018-07-12"):
        latest = status(looking_back(workspace, day)).latest_text
        texts[day] = latest.draft if latest else None
    assert texts == {"2018-02-04": None, "2018-03-25": "zero-plus", "2018-03-26": "rev1", "2018-07-12": "final"}


def test_the_zero_draft_is_out_at_three_in_the_afternoon(workspace: Workspace) -> None:
    assert status(looking_back(workspace, "2018-02-05T14:59")).latest_text is None
    assert status(looking_back(workspace, "2018-02-05T15:00")).latest_text is not None


def test_a_workspace_without_a_process_says_so(tmp_path: Path) -> None:
    from negotiator.errors import NotFound

    with pytest.raises(NotFound, match="has no process"):
        status(bare_workspace(tmp_path / "w"))
