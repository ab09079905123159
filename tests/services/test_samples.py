"""The demo tells a plausible story, and nobody who exists says anything in it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from negotiator.domain.inputs import OwedBy, PendingKind
from negotiator.resources import shipped
from negotiator.services.backups import check
from negotiator.services.drafts import list_drafts, unregistered_files
from negotiator.services.history import history, undo
from negotiator.services.input_filter import Filter
from negotiator.services.input_lines import pending_counts
from negotiator.services.inputs import list_inputs
from negotiator.services.samples import make_sample, read_story
from negotiator.services.sessions import floor
from negotiator.services.stakeholders import find_stakeholder
from negotiator.workspace import Workspace
from tests.running import negotiator
from tests.samples import SteadyClock

TODAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "workspace"
    make_sample(folder, clock=SteadyClock(TODAY, timedelta(milliseconds=2)))
    return folder


@pytest.fixture
def demo(kept: Path) -> Workspace:
    return Workspace(kept, clock=lambda: TODAY)


def test_the_clock_starts_on_the_morning_of_the_third_round_and_runs_on(kept: Path) -> None:
    later = Workspace(kept, clock=lambda: TODAY + timedelta(minutes=5))
    assert Workspace(kept, clock=lambda: TODAY).now().iso() == "2018-04-03T10:12:00-04:00"
    assert later.now().iso() == "2018-04-03T10:17:00-04:00"


def test_only_the_made_up_speak_and_send(demo: Workspace) -> None:
    spoke = {entry.speaker for code in ("R1", "R2", "R3") for entry in floor(demo, code).entries}
    sent = {each.stakeholder for each in list_inputs(demo)}
    real = {code for code in spoke | sent if find_stakeholder(demo, code).category != "sample"}
    assert len(spoke) >= 10
    assert real == {"SEC"}
    assert "SEC" not in spoke


def test_the_third_round_has_just_begun(demo: Workspace) -> None:
    now = floor(demo, "R3")
    assert now.open_meeting is not None
    assert now.screen.address == "rev1"
    assert len(now.entries) == 3
    held = floor(demo, "R2")
    assert (len(held.meetings), held.open_meeting) == (8, None)
    assert held.screen.address == "zero-plus"
    assert not [entry for code in ("R1", "R2", "R3") for entry in floor(demo, code).entries if entry.said > demo.now()]


def test_every_paragraph_that_is_spoken_to_is_in_the_text_on_screen(demo: Workspace) -> None:
    missing = [
        (entry.code, place.label)
        for code in ("R1", "R2", "R3")
        for entry in floor(demo, code).entries
        for place in entry.places
        if not place.path
    ]
    assert not missing


def test_something_of_every_kind_is_pending(demo: Workspace) -> None:
    assert all(pending_counts(demo)[kind].number for kind in PendingKind)
    late = [each for each in list_inputs(demo) if each.late]
    overdue = list_inputs(demo, Filter(pending=PendingKind.OVERDUE))
    assert len(late) >= 3
    assert {each.owed_by for each in overdue} == {OwedBy.US, OwedBy.REQUESTED}


def test_one_text_waits_to_be_registered(demo: Workspace) -> None:
    addresses = [text.address for draft in list_drafts(demo) for text in draft.texts]
    assert addresses == ["zero", "zero/zh", "zero-plus", "rev1", "rev1/zh"]
    assert [each.path.name for each in unregistered_files(demo)] == ["rev2.en.txt"]


def test_everything_is_an_act_with_its_events(demo: Workspace) -> None:
    assert len(history(demo, most=1000)) > 100
    assert check(demo) == []


def test_the_story_is_the_same_each_time_and_its_last_act_can_be_undone(kept: Path, tmp_path: Path) -> None:
    again = make_sample(tmp_path / "demo", clock=SteadyClock(TODAY, timedelta(milliseconds=2)))
    first = Workspace(kept, clock=lambda: TODAY)
    for code in ("R1", "R2", "R3"):
        assert [each.line for each in floor(first, code).entries] == [each.line for each in floor(again, code).entries]
    assert [(each.code, each.title, each.state) for each in list_inputs(first)] == [
        (each.code, each.title, each.state) for each in list_inputs(again)
    ]
    undo(again)
    assert len(list_inputs(again)) == len(list_inputs(first)) - 1


def test_nothing_stays_of_a_demo_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("negotiator.services.samples.add_draft", fail)
    with pytest.raises(KeyboardInterrupt):
        make_sample(tmp_path / "demo")
    assert list(tmp_path.iterdir()) == []


def test_every_text_that_the_story_names_is_shipped() -> None:
    files = {each["file"] for each in read_story()["drafts"]}
    assert files <= {path.name for path in shipped("drafts").iterdir()}


@pytest.fixture
def thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_the_demo_without_the_interface_says_where_things_stand_and_leaves_nothing(thrown_away: Path) -> None:
    ran = negotiator("demo", "--no-ui")
    assert ran.code == 0, ran.err
    assert "on now: R3" in ran.out
    assert "rev1/zh" in ran.out
    assert "--keep" in ran.err
    assert list(thrown_away.iterdir()) == []


def test_a_demo_is_not_kept_over_a_workspace(kept: Path) -> None:
    ran = negotiator("demo", "--no-ui", "--keep", kept)
    assert (ran.code, ran.out) == (4, "")


def test_the_demo_needs_a_terminal_for_its_interface() -> None:
    ran = negotiator("demo")
    assert ran.code == 2
    assert "--no-ui" in ran.err
