"""Acts on the calendar: sessions added, edited and moved."""

from datetime import date, time
from pathlib import Path

import pytest

from negotiator.domain.session import SessionKind
from negotiator.errors import NegotiatorError, NotFound, Refused, WrongUsage
from negotiator.services.calendar import Changes, add_session, edit_session, move_session, new_days
from negotiator.services.history import undo
from negotiator.services.processes import get_session
from negotiator.workspace import Workspace
from tests.samples import looking_back, workspace_of_the_process


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return workspace_of_the_process(tmp_path / "w")


def days(workspace: Workspace, code: str) -> list[str]:
    return [day.date.isoformat() for day in get_session(workspace, code).days]


def test_a_session_is_added_on_working_days(workspace: Workspace) -> None:
    add_session(workspace, "X1", kind=SessionKind.NEGOTIATION, title="Extra round", start="2018-04-26T09:30", days=3.5)
    added = get_session(workspace, "x1")
    assert days(workspace, "X1") == ["2018-04-26", "2018-04-27", "2018-04-30", "2018-05-01"]
    assert added.days_scheduled == 3.5
    assert (added.zone, added.opens, added.phases, added.place.en) == (
        "America/New_York",
        time(9, 30),
        ("P3",),
        "New York",
    )


def test_a_session_in_november_belongs_to_both_phases(workspace: Workspace) -> None:
    add_session(workspace, "X1", kind=SessionKind.OTHER, title="Briefing", start="2017-11-15", zone="Europe/Zurich")
    added = get_session(workspace, "X1")
    assert added.phases == ("P1", "P2")
    assert added.place.en == "Geneva"


def test_a_session_may_name_its_days(workspace: Workspace) -> None:
    add_session(
        workspace,
        "X1",
        kind=SessionKind.NEGOTIATION,
        title="Round",
        start="2018-02-20",
        dates=["2018-02-23", "2018-02-20", "2018-02-22"],
    )
    assert days(workspace, "X1") == ["2018-02-20", "2018-02-22", "2018-02-23"]


@pytest.mark.parametrize(
    ("changes", "error", "told"),
    [
        ({"code": "r3"}, Refused, "There is a session r3 already"),
        ({"code": "a b"}, WrongUsage, "cannot be a code"),
        ({"code": ""}, WrongUsage, "cannot be a code"),
        ({"title": " "}, WrongUsage, "Give the session a title"),
        ({"start": "2018-02-30"}, WrongUsage, "There is no day 2018-02-30"),
        ({"start": "next week"}, WrongUsage, "is not a date or time"),
        ({"zone": "Geneva"}, WrongUsage, "There is no time zone"),
        ({"days": 0}, WrongUsage, "from half a day to"),
        ({"days": 1.25}, WrongUsage, "from half a day to"),
        ({"days": 400}, WrongUsage, "from half a day to"),
        ({"days": float("nan")}, WrongUsage, "from half a day to"),
        ({"days": float("inf")}, WrongUsage, "from half a day to"),
        ({"phases": ["P7"]}, NotFound, "There is no phase P7"),
        ({"dates": ["2018-13-01"]}, WrongUsage, "There is no day"),
    ],
)
def test_what_cannot_be_is_refused(
    workspace: Workspace, changes: dict[str, object], error: type[NegotiatorError], told: str
) -> None:
    given: dict[str, object] = {
        "code": "X1",
        "kind": SessionKind.OTHER,
        "title": "T",
        "start": "2018-04-26",
        **changes,
    }
    with pytest.raises(error, match=told):
        add_session(workspace, **given)  # type: ignore[arg-type]  # each case gives one value of the wrong kind
    with pytest.raises(NotFound):
        get_session(workspace, "X1")


def test_a_session_that_opens_on_a_saturday_does() -> None:
    assert [day.date.day for day in new_days(date(2018, 4, 7), 3)] == [7, 9, 10]


def test_an_edit_changes_what_is_named_and_nothing_else(workspace: Workspace) -> None:
    before = get_session(workspace, "R3")
    edit_session(workspace, "r3", Changes(venue="Room 4", title_zh="三"))
    after = get_session(workspace, "R3")
    assert (after.venue.en, after.title.zh, after.title.en) == ("Room 4", "三", before.title.en)
    assert after.days == before.days
    undo(workspace)
    assert get_session(workspace, "R3") == before


def test_a_day_can_be_marked_as_not_met(workspace: Workspace) -> None:
    edit_session(workspace, "R1", Changes(not_met=("2018-02-22",)))
    assert get_session(workspace, "R1").days_met(workspace.now()) == 2
    edit_session(workspace, "R1", Changes(met=("2018-02-22",)))
    assert get_session(workspace, "R1").days_met(workspace.now()) == 3
    with pytest.raises(NotFound, match="has no day 2018-02-21"):
        edit_session(workspace, "R1", Changes(not_met=("2018-02-21",)))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (Changes(), "Say what to change in R3"),
        (Changes(opens="19:00"), "cannot open at 19:00 and close at 18:00"),
        (Changes(opens="7pm"), "is not a time of day"),
        (Changes(zone="Mars"), "There is no time zone"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(workspace: Workspace, changes: Changes, told: str) -> None:
    with pytest.raises(WrongUsage, match=told):
        edit_session(workspace, "R3", changes)


def test_a_moved_session_keeps_its_old_days_for_whoever_looks_back(workspace: Workspace) -> None:
    move_session(workspace, "R4", start="2018-05-21", why="room not free", source="letter", decided="2018-04-10")
    later = looking_back(workspace, "2018-04-10")
    assert days(later, "R4") == [f"2018-05-{day}" for day in (21, 22, 23, 24, 25)]
    assert get_session(later, "R4").moves[0].reason == "room not free"
    assert days(looking_back(workspace, "2018-04-09"), "R4") == [f"2018-05-{day}" for day in (14, 15, 16, 17, 18)]
    assert get_session(looking_back(workspace, "2018-04-09"), "R4").moves == ()


def test_a_session_moved_twice_is_seen_at_each_of_its_places(workspace: Workspace) -> None:
    move_session(workspace, "R4", start="2018-05-21", days=1, why="one", decided="2018-04-10")
    move_session(workspace, "R4", start="2018-05-28", days=1, why="two", decided="2018-04-20")
    seen = [days(looking_back(workspace, day), "R4")[0] for day in ("2018-04-09", "2018-04-15", "2018-04-25")]
    assert seen == ["2018-05-14", "2018-05-21", "2018-05-28"]
    with pytest.raises(Refused, match="was moved again after"):
        move_session(workspace, "R4", start="2018-06-01", why="three", decided="2018-04-12")


def test_an_undone_move_leaves_nothing(workspace: Workspace) -> None:
    before = get_session(workspace, "R4")
    move_session(workspace, "R4", start="2018-05-21", why="room not free")
    undo(workspace)
    assert get_session(workspace, "R4") == before


def test_a_move_needs_a_reason_and_other_days(workspace: Workspace) -> None:
    with pytest.raises(WrongUsage, match="Say why"):
        move_session(workspace, "R4", start="2018-05-21", why=" ")
    with pytest.raises(WrongUsage, match="on those days already"):
        move_session(workspace, "R4", start="2018-05-14", why="none")
    with pytest.raises(NotFound, match="did you mean"):
        move_session(workspace, "R44", start="2018-05-14", why="none")


def test_no_act_while_looking_back(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="leave out --as-of"):
        edit_session(looking_back(workspace, "2018-04-01"), "R3", Changes(venue="x"))
