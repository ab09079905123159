from datetime import timedelta

import pytest

from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.settings import Settings
from negotiator.workspace import Workspace, find_workspace, make_workspace
from tests.samples import NOON, SteadyClock, bare_workspace, workspace_of_the_process


def test_a_named_workspace_wins_then_the_environment_then_this_folder(tmp_path, monkeypatch):
    named, meant, here = (bare_workspace(tmp_path / name).root for name in ("named", "meant", "here"))
    monkeypatch.chdir(here)
    environ = {"NEGOTIATOR_WORKSPACE": str(meant)}
    assert find_workspace(named, environ=environ).root == named
    assert find_workspace(None, environ=environ).root == meant
    assert find_workspace(None, environ={}).root == here


def test_where_there_is_no_workspace_the_sentence_names_init(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFound, match="init"):
        find_workspace(None, environ={})
    with pytest.raises(NotFound, match="init"):
        find_workspace(tmp_path / "nowhere", environ={})


def test_a_folder_that_is_a_workspace_already_is_left_alone(tmp_path):
    bare_workspace(tmp_path / "w")
    with pytest.raises(Refused, match="already"):
        bare_workspace(tmp_path / "w")


def test_who_acts_is_the_environment_then_the_settings_then_the_login_name(tmp_path):
    root = bare_workspace(tmp_path / "w").root
    settings = Settings(user="from-settings")
    assert Workspace(root, settings=settings, environ={"NEGOTIATOR_USER": "alice"}).who() == "alice"
    assert Workspace(root, settings=settings, environ={"NEGOTIATOR_USER": "  "}).who() == "from-settings"
    assert Workspace(root, environ={}).who()


def test_a_sample_lives_in_its_own_time(tmp_path):
    clock = SteadyClock(step=timedelta())
    made = make_workspace(tmp_path / "w", clock=clock, clock_offset=timedelta(days=-10), mounts=list)
    assert made.now().utc == NOON - timedelta(days=10)
    clock.moment += timedelta(hours=1)
    assert made.now().utc == NOON - timedelta(days=10) + timedelta(hours=1)


def test_a_date_means_the_end_of_that_day_where_the_process_is(tmp_path):
    root = workspace_of_the_process(tmp_path / "w").root
    assert find_workspace(root, as_of="2018-03-12", environ={}).now().iso() == "2018-03-12T23:59:59-04:00"
    assert find_workspace(root, as_of="2018-02-12T10:00", environ={}).now().iso() == "2018-02-12T10:00:00-05:00"
    for nonsense in ("2018-02-30", "12/03/2018", "yesterday"):
        with pytest.raises(WrongUsage):
            find_workspace(root, as_of=nonsense, environ={})
