"""Making a workspace, and the calendar it holds."""

import os
import stat
from pathlib import Path, PurePath

import pytest

from negotiator.domain.session import SessionKind
from negotiator.errors import BadFile, DatabaseTrouble, NotFound, Refused
from negotiator.resources import shipped
from negotiator.services import processes as service
from negotiator.services.history import history, undo
from negotiator.services.processes import (
    create_workspace,
    get_process,
    get_session,
    list_claims,
    list_milestones,
    list_phases,
    list_roles,
    list_sessions,
)
from negotiator.storage.calendar import sessions
from negotiator.storage.mounts import Mount
from negotiator.storage.processes import claims, milestones, phases, roles
from negotiator.storage.rows import one
from tests.samples import SteadyClock, bare_workspace, looking_back, workspace_of_the_process


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_workspace_is_for_its_owner_only(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    assert mode(workspace.database_path) == 0o600
    assert [mode(folder) for folder in (workspace.root, workspace.root / "data", workspace.drafts_folder)] == [
        0o700
    ] * 3
    assert workspace.backups_folder.is_dir()


def test_everything_in_a_template_comes_back_from_the_rows(tmp_path: Path) -> None:
    from negotiator.domain.template import read_template

    text = shipped("data", "processes", "gcm.toml").read_text("utf-8")
    read = read_template(text, "gcm.toml")
    workspace = workspace_of_the_process(tmp_path / "w")
    with workspace.reading() as db:
        assert sessions(db) == read.sessions
        assert phases(db) == read.phases
        assert set(milestones(db)) == set(read.milestones)
        assert set(roles(db)) == set(read.roles)
        assert claims(db) == read.claims
    assert get_process(workspace) == read.process
    assert list_phases(workspace) == read.phases
    assert len(list_roles(workspace)) == len(read.roles)


def test_the_template_is_kept_with_its_hash(tmp_path: Path) -> None:
    from hashlib import sha256

    workspace = workspace_of_the_process(tmp_path / "w")
    with workspace.reading() as db:
        row = one(db, "select * from process")
    assert row is not None
    data = shipped("data", "processes", "gcm.toml").read_bytes()
    assert row["template_sha256"] == sha256(data).hexdigest()
    assert str(row["template"]).encode() == data


def test_making_a_workspace_is_one_act_that_no_undo_takes_back(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    assert [act.told for act in history(workspace)] == ["make the workspace for the process gcm"]
    with pytest.raises(NotFound):
        undo(workspace)


def test_a_folder_that_is_a_workspace_is_left_alone(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    before = workspace.database_path.read_bytes()
    with pytest.raises(Refused, match="is a workspace already"):
        workspace_of_the_process(tmp_path / "w")
    assert workspace.database_path.read_bytes() == before


def test_a_folder_with_other_files_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "zero.txt").write_text("1. A draft.")
    workspace_of_the_process(tmp_path)
    assert (tmp_path / "drafts" / "zero.txt").read_text() == "1. A draft."


def test_a_network_share_is_refused_and_left_clean(tmp_path: Path) -> None:
    root = tmp_path / "share" / "w"
    with pytest.raises(Refused, match=r"network share \(nfs4\)"):
        create_workspace(root, mounts=lambda: [Mount(PurePath(tmp_path), "nfs4")])
    assert list(tmp_path.iterdir()) == []


def test_nothing_stays_where_making_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DatabaseTrouble("There is no room left.")

    monkeypatch.setattr(service.processes, "add_template", full)
    with pytest.raises(DatabaseTrouble):
        workspace_of_the_process(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_files_that_were_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "notes.txt").write_text("mine")

    def full(*_: object) -> None:
        raise DatabaseTrouble("There is no room left.")

    monkeypatch.setattr(service.processes, "add_template", full)
    with pytest.raises(DatabaseTrouble):
        workspace_of_the_process(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["drafts", "notes.txt"]


def test_the_one_who_comes_second_does_not_remove_what_the_first_one_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = workspace_of_the_process(tmp_path / "w")
    monkeypatch.setattr("negotiator.workspace.is_workspace", lambda folder: False)
    monkeypatch.setattr(service, "is_workspace", lambda folder: False)
    with pytest.raises(Refused, match="No workspace can be made"):
        workspace_of_the_process(tmp_path / "w")
    assert get_session(first, "R3").code == "R3"


def test_what_a_killed_program_left_is_finished(tmp_path: Path) -> None:
    root = tmp_path / "w"
    begun = bare_workspace(root)
    assert get_session(workspace_of_the_process(root), "R3").code == "R3"
    with pytest.raises(Refused, match="is a workspace already"):
        workspace_of_the_process(root)
    begun.database_path.write_bytes(b"")
    assert get_session(workspace_of_the_process(root), "R3").code == "R3"


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from negotiator.storage.database import connect
    from negotiator.storage.opened import Database

    def small(path: Path) -> Database:
        db = connect(path)
        db.execute("pragma max_page_count = 80")
        return db

    monkeypatch.setattr(service, "connect", small)
    with pytest.raises(DatabaseTrouble, match="no room left"):
        workspace_of_the_process(tmp_path / "w")
    assert list(tmp_path.iterdir()) == []


def test_a_bad_template_makes_nothing(tmp_path: Path) -> None:
    template = tmp_path / "mine.toml"
    template.write_text("[process]\nnme = 1\n")
    with pytest.raises(BadFile, match=r"mine\.toml is not a process"):
        workspace_of_the_process(tmp_path / "w", template=str(template))
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'schema = "\xff"', "line 1: expected UTF-8"),
        (b"\xff\xfe[\x00p\x00", "line 1: expected UTF-8"),
        (b"# " + b"x" * service.LARGEST, "too large for a process"),
        (b"", "is not a process"),
        (b"\x00\x01", "line 1: this is not TOML"),
    ],
)
def test_a_file_that_is_no_template_is_refused_with_the_reason(tmp_path: Path, data: bytes, told: str) -> None:
    template = tmp_path / "mine.toml"
    template.write_bytes(data)
    with pytest.raises(BadFile, match=told):
        workspace_of_the_process(tmp_path / "w", template=str(template))


def test_an_unknown_process_is_told_with_the_shipped_ones(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="choose one of emergency, gcm"):
        workspace_of_the_process(tmp_path / "w", template="gcn")
    with pytest.raises(NotFound, match="There is no file"):
        workspace_of_the_process(tmp_path / "w", template=str(tmp_path / "none.toml"))


def test_sessions_are_listed_by_kind_and_phase(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    rounds = [session.code for session in list_sessions(workspace, SessionKind.NEGOTIATION)]
    assert rounds == ["R1", "R2", "R3", "R4", "R5", "R6"]
    assert [session.code for session in list_sessions(workspace, SessionKind.REGIONAL, "p2")] == ["RC4", "RC5"]
    with pytest.raises(NotFound, match="choose one of P1, P2, P3"):
        list_sessions(workspace, phase="P4")


def test_a_session_is_found_in_any_case_of_letters(tmp_path: Path) -> None:
    assert get_session(workspace_of_the_process(tmp_path / "w"), "r3").code == "R3"


def test_an_unknown_session_is_told_with_those_that_are_near(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    with pytest.raises(NotFound, match=r"There is no session RR3; did you mean R3"):
        get_session(workspace, "RR3")
    with pytest.raises(NotFound, match="session list"):
        get_session(workspace, "zzzzzzzz")


def test_the_calendar_is_shown_as_it_was_known(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    assert get_session(workspace, "R5").draft == ""
    assert get_session(workspace, "R3").draft == "rev1"
    assert get_session(workspace, "R1").outcome
    assert not get_session(looking_back(workspace, "2018-02-22"), "R1").outcome
    assert get_session(looking_back(workspace, "2017-06-01"), "IGC").place.en == "New York"


def test_milestones_are_those_passed_and_those_known_to_come(tmp_path: Path) -> None:
    codes = [
        each.code for each in list_milestones(looking_back(workspace_of_the_process(tmp_path / "w"), "2017-11-12"))
    ]
    assert {"mandate", "inputs-close", "general-debate"} <= set(codes)
    assert not {"sg-report", "draft-zero", "adoption"} & set(codes)


def test_claims_are_listed_by_session(tmp_path: Path) -> None:
    assert [claim.what for claim in list_claims(workspace_of_the_process(tmp_path / "w"), "ST")] == ["attendance"] * 2


def test_the_real_clock_tells_the_whole_story(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    workspace = workspace_of_the_process(tmp_path / "w", clock=SteadyClock(datetime(2026, 1, 1, tzinfo=UTC)))
    assert all(session.state(workspace.now()) == "held" for session in list_sessions(workspace))
