"""The report of a session says who was there, who said what, what was proposed and decided, and for whom it is."""

from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest

from negotiator import i18n
from negotiator.documents.reading.registry import read_file
from negotiator.domain.audience import Audience
from negotiator.domain.meeting import Level
from negotiator.domain.proposal import Action, Stance
from negotiator.errors import BadFile, NotFound
from negotiator.services.meetings import close_meeting, mark_attendance, open_meeting, suspend_meeting
from negotiator.services.proposals import Said, propose, take_stance
from negotiator.services.session_report import session_report
from negotiator.services.sessions import floor, log
from tests.running import negotiator

OURS = Audience.CO_FACILITATORS_AND_SECRETARIAT


def section(report, head):
    return report.split(f"## {head}\n\n", 1)[1].split("\n\n## ", 1)[0]


def test_it_tells_positions_proposals_and_decisions_and_that_it_is_no_official_record(workspace):
    entry = log(workspace, "R3", 'del-a 7 o "[some] words" [/]').entry
    log(workspace, "R3", "dec agreed ad ref on the chapeau")
    made = propose(workspace, Said("rev1", "7", "DEL-A", Action.ADD, new="[some] words", entry=entry)).code
    take_stance(workspace, made, "DEL-B", Stance.SUPPORT)
    report = session_report(workspace, "r3", OURS)
    assert "Informal notes, not an official record" in report
    assert "For: co-facilitators and Secretariat" in report
    assert "oppose: 1" in section(report, "Positions by paragraph")
    assert '"[some] words" [/]' in report
    assert f"{made} ¶7 DEL-A: add [some] words · + DEL-B · open" in section(report, "Proposals")
    assert "agreed ad ref on the chapeau" in section(report, "Decisions and rulings")
    assert f"{made} waits for an answer." in section(report, "Next steps")


def test_each_state_counts_once_with_the_group_behind_it(workspace):
    report = session_report(workspace, "R3", OURS)
    assert "support: 4 (4 for GROUP-X)" in section(report, "Positions by paragraph")


def test_what_is_not_meant_for_an_audience_is_not_in_its_report(workspace):
    log(workspace, "R3", "del-a 7 o a secret remark")
    assert "a secret remark" in session_report(workspace, "R3", OURS)
    theirs = session_report(workspace, "R3", Audience.MEMBER_STATES)
    assert "a secret remark" not in theirs
    assert "For: Member States" in theirs


def test_who_shows_in_private_entries_only_is_named_to_nobody_else(workspace):
    entry = log(workspace, "R3", "fra 7 o between us").entry
    assert "FRA" in section(session_report(workspace, "R3", Audience.MEMBER_STATES), "Speakers")
    with workspace.acting("mark {entry}", entry=entry) as act:
        rows = act.db.execute("select id from entry where line like '%between us%'").fetchall()
        act.update("entry", rows[0][0], {"visibility": "private"})
    report = session_report(workspace, "R3", Audience.MEMBER_STATES)
    assert "FRA" not in section(report, "Speakers") + section(report, "Attendance")
    assert "FRA" in section(session_report(workspace, "R3", Audience.PRIVATE), "Speakers")


def test_a_later_meeting_without_a_level_does_not_hide_the_one_noted_before(workspace):
    open_if_closed(workspace)
    mark_attendance(workspace, "R3", ["DEL-A"], level=Level.MINISTER, head="A. Reed")
    close_meeting(workspace, "R3")
    open_meeting(workspace, "R3")
    mark_attendance(workspace, "R3", ["DEL-A", "GROUP-X"])
    attendance = section(session_report(workspace, "R3", OURS), "Attendance")
    assert "DEL-A (A. Reed, minister)" in attendance
    assert "GROUP-X · group" in attendance


def test_the_time_a_meeting_was_suspended_is_told(workspace):
    open_if_closed(workspace)
    suspend_meeting(workspace, "R3", why="consultations")
    told = section(session_report(workspace, "R3", OURS), "Meetings")
    assert "suspended" in told
    assert "(consultations)" in told


def open_if_closed(workspace):
    if not any(each.closed is None for each in floor(workspace, "R3").meetings):
        open_meeting(workspace, "R3")


def test_it_speaks_chinese(workspace):
    i18n.use("zh")
    report = session_report(workspace, "R3", OURS)
    assert "非正式记录" in report
    assert "## 提案" in report


def test_the_workspaces_own_template_wins_and_a_wrong_field_is_told_with_its_line(workspace, tmp_path):
    own = workspace.root / "data" / "templates" / "session-report.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Ours: $title\n\n$decisions\n", "utf-8")
    assert session_report(workspace, "R3", OURS).startswith("# Ours: R3")
    own.write_text("# $title\n\n$nonsense\n", "utf-8")
    with pytest.raises(BadFile, match="line 3: there is no such field"):
        session_report(workspace, "R3", OURS)
    given = tmp_path / "mine.md"
    given.write_text("$title costs $$5\n", "utf-8")
    assert session_report(workspace, "R3", OURS, given).endswith("costs $5\n")
    with pytest.raises(NotFound):
        session_report(workspace, "R99", OURS)


def test_the_word_file_says_the_same(workspace, tmp_path: Path):
    out = tmp_path / "r3.docx"
    assert negotiator("report", "session", "R3", "-o", out, workspace=workspace.root).code == 0
    words = [line.text for line in read_file(out).lines]
    assert any(line.startswith("R3 · ") for line in words)
    assert "Informal notes, not an official record" in words
    assert negotiator("report", "session", "R3", "-o", tmp_path / "r3.exe", workspace=workspace.root).code == 2


def test_the_word_file_has_tables_of_who_was_there_and_of_what_each_said(workspace, tmp_path: Path):
    open_if_closed(workspace)
    log(workspace, "R3", "del-a 7 o a | b [/] **c")
    mark_attendance(workspace, "R3", ["DEL-A"], level=Level.MINISTER, head="A. | Reed")
    out = tmp_path / "r3"
    ran = negotiator("report", "session", "R3", "--format", "docx", "-o", out, workspace=workspace.root)
    assert ran.code == 0
    tables = word_tables(out)
    assert tables[0][0][:3] == ["delegation", "name", "head of delegation"]
    there = next(row for row in tables[0] if row[0] == "DEL-A")
    assert there[2:4] == ["A. | Reed", "minister"]
    said = [row for table in tables[1:] for row in table if row[-1] == "a | b [/] **c"]
    assert [row[2] for row in said] == ["DEL-A"]
    assert any(table[0] == ["position", "States", "counted as"] for table in tables)
    assert all(len({len(row) for row in table}) == 1 for table in tables)
    assert negotiator("report", "session", "R3", "--format", "docx", workspace=workspace.root).code == 2
    assert "|--" not in negotiator("report", "session", "R3", workspace=workspace.root).out


def word_tables(path: Path) -> list[list[list[str]]]:
    """The tables of a Word file, cell by cell."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body = fromstring(ZipFile(path).read("word/document.xml"))
    return [
        [
            ["".join(piece.text or "" for piece in cell.iter(f"{space}t")) for cell in row.iter(f"{space}tc")]
            for row in table.iter(f"{space}tr")
        ]
        for table in body.iter(f"{space}tbl")
    ]
