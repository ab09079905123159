import os
import stat

import pytest

from negotiator.errors import NotFound, Refused
from negotiator.services.backups import check
from negotiator.services.history import history, redo, undo
from negotiator.storage.rows import one, query
from negotiator.workspace import Workspace
from tests.samples import bare_workspace, seen_by


@pytest.fixture
def workspace(tmp_path):
    return bare_workspace(tmp_path / "w")


def add(workspace: Workspace, code: str) -> str:
    with workspace.acting("add {code}", code=code) as act:
        return act.insert(
            "phase",
            {
                "code": code,
                "title_en": "One",
                "title_zh": "一",
                "starts": "2017-04-01",
                "ends": "2017-11-30",
                "kind": "",
            },
        )


def titles(workspace: Workspace) -> list[str]:
    with workspace.reading() as db:
        return [str(row["title_en"]) for row in query(db, "select title_en from phase where deleted_at is null")]


def rename(workspace: Workspace, identifier: str, title: str) -> None:
    with workspace.acting("rename") as act:
        act.update("phase", identifier, {"title_en": title})


def test_undo_and_redo_walk_back_and_forth_across_restarts(workspace):
    identifier = add(workspace, "P1")
    rename(workspace, identifier, "Two")
    assert undo(seen_by(workspace, "ana")).told == "rename"
    assert titles(workspace) == ["One"]
    assert undo(seen_by(workspace, "ana")).told == "add P1"
    assert titles(workspace) == []
    redo(seen_by(workspace, "ana"))
    redo(seen_by(workspace, "ana"))
    assert titles(workspace) == ["Two"]
    with pytest.raises(NotFound):
        redo(workspace)


def test_a_redone_act_can_be_undone_again(workspace):
    add(workspace, "P1")
    undo(workspace)
    redo(workspace)
    undo(workspace)
    assert titles(workspace) == []


def test_a_new_act_leaves_nothing_to_redo(workspace):
    add(workspace, "P1")
    undo(workspace)
    add(workspace, "P2")
    with pytest.raises(NotFound):
        redo(workspace)


def test_undo_is_refused_where_somebody_changed_the_row_since(workspace):
    identifier = add(workspace, "P1")
    rename(seen_by(workspace, "ben"), identifier, "Ben's")
    with pytest.raises(Refused, match="ben"):
        undo(workspace)
    assert titles(workspace) == ["Ben's"]


def test_undo_takes_back_ones_own_act_and_not_anothers(workspace):
    add(workspace, "P1")
    add(seen_by(workspace, "ben"), "P2")
    assert undo(workspace).told == "add P1"
    with pytest.raises(NotFound, match="others"):
        undo(seen_by(workspace, "cy"))
    assert undo(seen_by(workspace, "cy"), others=True).told == "add P2"


def test_a_code_used_again_keeps_the_deleted_row_from_coming_back(workspace):
    identifier = add(workspace, "P1")
    with workspace.acting("delete") as act:
        act.delete("phase", identifier)
    add(seen_by(workspace, "ben"), "P1")
    with pytest.raises(Refused, match="used by another"):
        undo(workspace)


def fail_halfway(workspace: Workspace) -> None:
    with workspace.acting("half") as act:
        act.insert("phase", {"code": "P9", "title_en": "x", "title_zh": "x", "starts": "a", "ends": "b", "kind": ""})
        raise RuntimeError


def test_an_act_that_fails_leaves_nothing_behind(workspace):
    with pytest.raises(RuntimeError):
        fail_halfway(workspace)
    assert titles(workspace) == []
    assert history(workspace) == []


def test_a_change_by_hand_breaks_the_chain_and_check_says_so(workspace):
    identifier = add(workspace, "P1")
    rename(workspace, identifier, "Two")
    assert check(workspace) == []
    with workspace.reading() as db, db.writer.atomic():
        db.execute("update event set after = replace(after, 'Two', 'Three')")
    assert any("chain" in sentence for sentence in check(workspace))


def test_a_column_that_keeps_its_value_leaves_no_trace(workspace):
    identifier = add(workspace, "P1")
    rename(workspace, identifier, "One")
    with workspace.reading() as db:
        assert one(db, "select count(*) as n from event")["n"] == 1


def test_nothing_can_be_changed_while_looking_back(workspace):
    workspace.as_of = workspace.now()
    with pytest.raises(Refused, match="as-of"):
        add(workspace, "P1")


@pytest.mark.skipif(os.name != "posix", reason="this system has no file modes")
def test_only_the_owner_can_read_a_workspace(workspace):
    add(workspace, "P1")
    assert stat.S_IMODE(workspace.root.stat().st_mode) == 0o700
    assert stat.S_IMODE(workspace.database_path.stat().st_mode) == 0o600
    for backup in workspace.backups_folder.iterdir():
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_undo_and_redo_stand_in_the_history_and_the_chain_holds(workspace):
    add(workspace, "P1")
    undo(workspace)
    redo(workspace)
    assert [act.undoes is None for act in history(workspace)] == [False, False, True]
    assert check(workspace) == []
