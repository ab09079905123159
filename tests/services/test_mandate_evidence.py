"""Evidence that people put forward: it counts by the day it bears, and what is withdrawn turns the action back."""

import pytest

from negotiator import i18n
from negotiator.domain.inputs import OwedBy
from negotiator.domain.mandate import EvidenceKind, Status, Tone
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services import input_acts
from negotiator.services.history import undo
from negotiator.services.input_rules import Details
from negotiator.services.letters import Said, add_letter, remove_letter
from negotiator.services.mandate import get_action
from negotiator.services.mandate_acts import attach, override, supersede, withdraw_evidence
from negotiator.workspace import Workspace
from tests.samples import looking_back, workspace_of_the_process


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    i18n.use("en")
    return workspace_of_the_process(tmp_path / "w")


def brief(workspace: Workspace, session: str, on: str) -> None:
    attach(workspace, "M18", EvidenceKind.DOCUMENT, f"brief {session}", on=on, session=session)


def test_a_brief_for_each_session_before_it_starts_is_met(workspace) -> None:
    days = {"TS1": "2017-05-07", "TS2": "2017-05-21", "TS3": "2017-06-18", "TS4": "2017-07-23", "TS5": "2017-09-03"}
    for session, day in days.items():
        brief(workspace, session, day)
    assert get_action(workspace, "M18").figures == "5 of 6 with evidence"
    assert get_action(workspace, "M18").status is Status.NO_EVIDENCE
    brief(workspace, "TS6", "2017-10-11")
    assert get_action(workspace, "M18").status is Status.MET


def test_a_brief_on_the_day_of_the_session_is_late_and_red(workspace) -> None:
    brief(workspace, "TS1", "2017-05-08")
    found = get_action(workspace, "M18")
    assert (found.status, found.tone) == (Status.LATE, Tone.RED)
    assert "TS1" in found.why


def test_an_input_that_is_withdrawn_turns_the_action_back_and_says_so(workspace) -> None:
    made = input_acts.expect(workspace, "FRA", "WS", "The work plan", due="2018-04-10")
    with pytest.raises(Refused, match="has not come"):
        attach(workspace, "N-II-11", EvidenceKind.INPUT, made.code)
    input_acts.receive(workspace, made.code, on="2018-04-02")
    attach(workspace, "N-II-11", EvidenceKind.INPUT, made.code)
    assert get_action(workspace, "N-II-11").status is Status.MET
    input_acts.withdraw(workspace, made.code, why="sent by mistake")
    found = get_action(workspace, "N-II-11")
    assert found.status is Status.NO_EVIDENCE
    assert "its input was withdrawn" in found.why


def test_what_was_expected_and_has_not_come_is_missed(workspace) -> None:
    input_acts.expect(workspace, "FRA", "AC", "First list", due="2017-04-30")
    assert get_action(workspace, "M06b").status is Status.NO_EVIDENCE, "an invitation proves nothing"
    asked = Details(owed_by=OwedBy.REQUESTED)
    input_acts.expect(workspace, "CHE", "AC", "First list", due="2017-04-30", details=asked)
    found = get_action(workspace, "M06b")
    assert (found.status, found.tone) == (Status.MISSED, Tone.RED)


def test_evidence_counts_from_the_day_it_bears_and_not_after_it_was_taken_back(workspace) -> None:
    made = attach(workspace, "M06b", EvidenceKind.DOCUMENT, "list", on="2017-04-20")
    withdraw_evidence(workspace, "M06b", made.code, why="wrong list", on="2018-01-10")
    assert get_action(looking_back(workspace, "2017-04-19"), "M06b").status is Status.DUE_SOON
    assert get_action(looking_back(workspace, "2017-05-02"), "M06b").status is Status.MET_LENIENT
    assert get_action(looking_back(workspace, "2018-02-02"), "M06b").status is Status.NO_EVIDENCE
    undo(workspace)
    assert get_action(workspace, "M06b").status is Status.MET_LENIENT


def test_a_reading_holds_from_the_day_it_was_decided(workspace) -> None:
    attach(workspace, "M06b", EvidenceKind.DOCUMENT, "list", on="2017-04-20")
    override(workspace, "M06b", "strict", why="said counsel", decided="2018-01-10")
    assert get_action(looking_back(workspace, "2018-01-09"), "M06b").status is Status.MET_LENIENT
    found = get_action(workspace, "M06b")
    assert found.reading == "strict: said counsel"
    assert found.status is Status.INHERITED, "the strict date lies before the mandate was adopted"
    override(workspace, "M06b", None, until="2017-04-25", why="agreed")
    assert get_action(workspace, "M06b").status is Status.MET


def test_nothing_is_recorded_without_a_reason_or_about_what_there_is_not(workspace) -> None:
    for wrong in (
        lambda: override(workspace, "M06b", "strict", why=" "),
        lambda: override(workspace, "M06b", None, why="x"),
        lambda: withdraw_evidence(workspace, "M06b", "E-001", why=""),
        lambda: supersede(workspace, "M06b", " "),
        lambda: attach(workspace, "M06b", EvidenceKind.NOTE, " "),
    ):
        with pytest.raises(WrongUsage):
            wrong()
    for absent in (
        lambda: attach(workspace, "M06b", EvidenceKind.SESSION, "R99"),
        lambda: attach(workspace, "M06b", EvidenceKind.DRAFT, "rev99"),
        lambda: withdraw_evidence(workspace, "M06b", "E-009", why="x"),
        lambda: supersede(workspace, "M99", "A/1"),
    ):
        with pytest.raises(NotFound):
            absent()
    with pytest.raises(Refused):
        supersede(looking_back(workspace, "2018-01-01"), "M06b", "A/1")


def test_a_letter_that_is_removed_turns_the_action_back_and_undo_brings_it_again(workspace) -> None:
    letter = add_letter(workspace, Said(title="First list", dated="2017-04-20")).letter.code
    attach(workspace, "M06b", EvidenceKind.DOCUMENT, letter)
    assert get_action(workspace, "M06b").status is Status.MET_LENIENT
    remove_letter(workspace, letter)
    found = get_action(workspace, "M06b")
    assert found.status is Status.NO_EVIDENCE
    assert "E-001 was withdrawn: its letter was removed" in found.why
    undo(workspace)
    assert get_action(workspace, "M06b").status is Status.MET_LENIENT
