import multiprocessing
from contextlib import closing
from datetime import timedelta
from pathlib import Path, PurePosixPath

import pytest

from negotiator.errors import BadFile, DatabaseTrouble, NotFound, Refused
from negotiator.services.backups import back_up, backups, check, restore
from negotiator.storage.database import connect
from negotiator.storage.driver import sqlite3
from negotiator.storage.migrations import VERSION, migrations
from negotiator.storage.mounts import Mount, network_system
from negotiator.storage.rows import one, query
from negotiator.workspace import find_workspace, make_workspace
from tests.samples import bare_workspace

PHASE = {"title_en": "x", "title_zh": "x", "starts": "a", "ends": "b", "kind": ""}


@pytest.fixture
def workspace(tmp_path):
    return bare_workspace(tmp_path / "w")


def add(workspace, code):
    with workspace.acting("add {code}", code=code) as act:
        act.insert("phase", {"code": code, **PHASE})


def codes(workspace):
    with workspace.reading() as db:
        return [row["code"] for row in query(db, "select code from phase where deleted_at is null order by code")]


def test_the_version_counts_the_migrations():
    assert len(migrations._migrations) == VERSION


def test_every_table_of_ours_is_strict_and_has_a_primary_key(workspace):
    with workspace.reading() as db:
        for table in query(db, "select name, strict from pragma_table_list where type = 'table' and schema = 'main'"):
            name = str(table["name"])
            if not name.startswith(("sqlite_", "_sqlite")):
                assert table["strict"] == 1, name
                assert any(column["pk"] for column in query(db, f"select pk from pragma_table_info('{name}')")), name


def test_a_database_made_by_a_newer_version_is_left_alone(workspace):
    with workspace.reading() as db:
        db.execute(f"pragma user_version = {VERSION + 1}")
    with pytest.raises(DatabaseTrouble, match="newer"), workspace.reading():
        pass


def test_a_file_that_is_no_database_is_said_to_be_damaged(workspace):
    workspace.database_path.write_bytes(b"not a database at all, only words" * 100)
    with pytest.raises(DatabaseTrouble, match="damaged"), workspace.reading():
        pass


def test_a_missing_database_names_restore(tmp_path):
    with pytest.raises(NotFound, match="restore"):
        connect(tmp_path / "none.db")


def add_much(workspace):
    with workspace.acting("much") as act:
        act.db.execute(f"pragma max_page_count = {one(act.db, 'pragma page_count')['page_count']}")
        for number in range(500):
            act.insert("phase", {**PHASE, "code": f"X{number}", "title_en": "x" * 4000})


def test_a_full_disk_stores_nothing_and_says_so(workspace):
    add(workspace, "P1")
    with pytest.raises(DatabaseTrouble, match="room"):
        add_much(workspace)
    assert codes(workspace) == ["P1"]
    assert check(workspace) == []


def test_a_workspace_on_a_network_share_is_refused_with_the_reason(tmp_path):
    share = [Mount(PurePosixPath("/"), "ext4"), Mount(PurePosixPath(tmp_path), "nfs4")]
    with pytest.raises(Refused, match="nfs4"):
        make_workspace(tmp_path / "w", mounts=lambda: share)
    assert not (tmp_path / "w").exists()


def test_a_workspace_that_came_to_a_share_later_is_refused_too(workspace):
    with pytest.raises(Refused, match="cifs"):
        find_workspace(workspace.root, mounts=lambda: [Mount(PurePosixPath(workspace.root), "cifs")])


def test_the_deepest_mount_serves_a_folder():
    mounts = [Mount(PurePosixPath("/"), "nfs"), Mount(PurePosixPath("/home"), "ext4")]
    assert network_system(Path("/home/ana"), mounts) is None
    assert network_system(Path("/srv"), mounts) == "nfs"


def test_the_first_act_of_a_day_backs_up_and_the_newest_are_kept(workspace):
    for day in range(20):
        add(workspace, f"P{day:02}")
        add(workspace, f"Q{day:02}")
        workspace.clock.moment += timedelta(days=1)
    daily = sorted(path.name for path in workspace.backups_folder.iterdir())
    assert len(daily) == 14
    assert daily[-1] == "2018-04-22.db"


def test_a_backup_brings_back_what_stood_and_keeps_what_it_replaces(workspace):
    add(workspace, "P1")
    back_up(workspace)
    add(workspace, "P2")
    with workspace.reading():  # another program has it open
        kept = restore(workspace)
    assert codes(workspace) == ["P1"]
    assert kept.is_file()
    assert check(workspace) == []
    restore(workspace, kept.name)
    assert codes(workspace) == ["P1", "P2"]


def test_a_damaged_database_can_be_restored(workspace):
    add(workspace, "P1")
    back_up(workspace)
    workspace.database_path.write_bytes(b"\0" * 5000)
    restore(workspace)
    assert codes(workspace) == ["P1"]


def test_what_a_restore_kept_comes_back_by_name_only(workspace):
    add(workspace, "P1")
    back_up(workspace)
    workspace.database_path.write_bytes(b"garbage" * 5000)
    assert restore(workspace).is_file()
    add(workspace, "P2")
    restore(workspace)
    assert codes(workspace) == ["P1"]


def test_a_backup_of_a_newer_version_is_refused_before_it_is_in_place(workspace):
    add(workspace, "P1")
    newer = back_up(workspace)
    with closing(sqlite3.connect(newer)) as db:
        db.execute(f"pragma user_version = {VERSION + 1}")
    with pytest.raises(BadFile, match="newer"):
        restore(workspace, newer.name)
    assert codes(workspace) == ["P1"]


def test_a_lost_database_can_be_restored_and_is_not_made_anew(workspace):
    add(workspace, "P1")
    back_up(workspace)
    workspace.database_path.unlink()
    again = find_workspace(workspace.root, environ={}, mounts=list)
    with pytest.raises(NotFound, match="restore"):
        codes(again)
    restore(again)
    assert codes(again) == ["P1"]


def test_an_empty_database_is_trouble_and_not_a_new_one(workspace):
    workspace.database_path.write_bytes(b"")
    with pytest.raises(DatabaseTrouble, match="is empty"):
        codes(workspace)
    with pytest.raises(DatabaseTrouble):
        check(workspace)
    assert workspace.database_path.stat().st_size == 0


def test_a_backup_goes_to_folders_that_are_there_only(workspace, tmp_path):
    with pytest.raises(NotFound, match="no folder"):
        back_up(workspace, tmp_path / "typo" / "copy.db")
    assert not (tmp_path / "typo").exists()


def test_a_backup_that_is_not_ours_is_refused_and_nothing_changes(workspace, tmp_path):
    add(workspace, "P1")
    stranger = tmp_path / "stranger.db"
    stranger.write_text("hello")
    with pytest.raises(BadFile):
        restore(workspace, str(stranger))
    assert codes(workspace) == ["P1"]
    assert [path.name for path in backups(workspace)] == ["2018-04-03.db"]


def _add_many(root: Path, start, name: str) -> None:
    start.wait()
    workspace = find_workspace(root, environ={"NEGOTIATOR_USER": name}, mounts=list)
    for number in range(10):
        add(workspace, f"{name}-{number}")


def test_programs_that_write_at_once_all_get_their_turn(workspace):
    context = multiprocessing.get_context("fork")
    start = context.Barrier(4)
    writers = [context.Process(target=_add_many, args=(workspace.root, start, f"w{n}")) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0] * 4
    assert len(codes(workspace)) == 40
    assert check(workspace) == []


def _open_new(path: Path, start) -> None:
    start.wait()
    connect(path, create=True).close()


def test_several_programs_can_make_the_tables_at_once(tmp_path):
    context = multiprocessing.get_context("fork")
    start = context.Barrier(6)
    openers = [context.Process(target=_open_new, args=(tmp_path / "new.db", start)) for _ in range(6)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(60)
    assert [opener.exitcode for opener in openers] == [0] * 6
