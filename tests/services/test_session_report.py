"""The report of a session says who was there, who said what, what was proposed and decided, and for whom it is."""

from pathlib import Path

import pytest

from negotiator import i18n
from negotiator.documents.reading.registry import read_file
from negotiator.domain.audience import Audience
from negotiator.domain.proposal import Action, Stance
from negotiator.errors import BadFile, NotFound
from negotiator.services.proposals import Said, propose, take_stance
from negotiator.services.samples import make_sample
from negotiator.services.session_report import session_report
from negotiator.services.sessions import log
from tests.inputs_desk import copy
from tests.running import negotiator
from tests.samples import SteadyClock

OURS = Audience.CO_FACILITATORS_AND_SECRETARIAT


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_sample(tmp_path_factory.mktemp("made") / "w", clock=SteadyClock())


@pytest.fixture
def workspace(made, tmp_path):
    yield copy(made, tmp_path)
    i18n.use("en")


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
