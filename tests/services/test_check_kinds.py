"""For each of the eleven kinds of check: the real process passes, and a changed copy of it does not.

What nothing in the data proves (briefs, topics, contributions) is put forward first, so that there is something to
take away.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from negotiator import i18n
from negotiator.domain.mandate import CheckKind, EvidenceKind, Judged, Status, Tone
from negotiator.resources import shipped
from negotiator.services import input_acts
from negotiator.services.fund import contribute
from negotiator.services.mandate import get_action, list_mandate
from negotiator.services.mandate_acts import attach, withdraw_evidence
from negotiator.services.topic_tags import tag_session
from negotiator.workspace import Workspace
from tests.samples import looking_back, workspace_of_the_process

TEXT = shipped("data", "processes", "gcm.toml").read_text("utf-8")
ELEMENTS = [f"annex-ii-{letter}" for letter in "abcdefghijklmnopqrstuvwx"]
THEMATIC = ("TS1", "TS2", "TS3", "TS4", "TS5", "TS6")

Changed = Callable[[str, str, str], Workspace]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The process as it is shipped; nobody may change it."""
    i18n.use("en")
    return workspace_of_the_process(tmp_path_factory.mktemp("real") / "w")


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """A copy with some words changed after the first place where `where` stands."""

    def make(where: str, old: str, new: str) -> Workspace:
        i18n.use("en")
        start = TEXT.index(where)
        place = TEXT.index(old, start)
        assert TEXT.find("\n[[", start + 4) in range(place, len(TEXT)), f"{old} is not in the table of {where}"
        (tmp_path / "changed.toml").write_text(TEXT[:place] + new + TEXT[place + len(old) :], "utf-8")
        return workspace_of_the_process(tmp_path / "w", template=str(tmp_path / "changed.toml"))

    return make


def judged(workspace: Workspace, code: str, day: str) -> Judged:
    return get_action(looking_back(workspace, day), code)


def checked(each: Judged) -> set[CheckKind]:
    return {check.kind for check in each.action.checks}


def test_deadline_a_zero_draft_in_march_is_late(real: Workspace, changed: Changed) -> None:
    found = judged(real, "M27", "2018-07-14")
    assert checked(found) == {CheckKind.DEADLINE}
    assert found.status is Status.MET
    other = judged(changed('[[milestones]]\ncode = "draft-zero"', "2018-02-05", "2018-03-02"), "M27", "2018-07-14")
    assert (other.status, other.tone) == (Status.LATE, Tone.RED)


def test_window_a_round_in_august_is_outside_the_three_phases(real: Workspace, changed: Changed) -> None:
    found = judged(real, "M14", "2018-08-15")
    assert checked(found) == {CheckKind.WINDOW}
    assert found.status is Status.MET
    days = "start = 2018-06-04\nend = 2018-06-08"
    later = "start = 2018-08-06\nend = 2018-08-10"
    other = judged(changed('[[sessions]]\ncode = "R5"', days, later), "M14", "2018-08-15")
    assert (other.status, other.tone) == (Status.MISSED, Tone.RED)
    assert "R5 (6–10 Aug 2018)" in other.why


def test_before_event_a_chairs_summary_after_the_zero_draft_is_late(real: Workspace, changed: Changed) -> None:
    found = judged(real, "M25", "2018-07-14")
    assert checked(found) == {CheckKind.BEFORE_EVENT}
    assert found.status is Status.MET
    other = judged(changed('[[milestones]]\ncode = "st-summary"', "2017-12-22", "2018-02-06"), "M25", "2018-07-14")
    assert (other.status, other.tone) == (Status.LATE, Tone.RED)


def test_count_one_co_facilitator_is_not_two(real: Workspace, changed: Changed) -> None:
    found = judged(real, "M05a", "2017-06-01")
    assert checked(found) == {CheckKind.COUNT}
    assert (found.status, found.figures) == (Status.MET, "2 of 2")
    other = judged(changed("[[roles]]", 'role = "co-facilitator"', 'role = "adviser"'), "M05a", "2017-06-01")
    assert (other.status, other.tone, other.figures) == (Status.MISSED, Tone.RED, "1 of 2")


def test_sum_days_a_thirteenth_working_day_breaks_the_ceiling(real: Workspace, changed: Changed) -> None:
    found = judged(real, "M16a", "2018-01-15")
    assert checked(found) == {CheckKind.SUM_DAYS}
    assert (found.status, found.figures) == (Status.MET, "12 of at most 12 working days")
    other = judged(changed('[[sessions]]\ncode = "TS3"', "end = 2017-06-20", "end = 2017-06-21"), "M16a", "2018-01-15")
    assert (other.status, other.tone) == (Status.MISSED, Tone.RED)
    assert other.figures == "13 of at most 12 working days"


def test_per_session_deliverable_a_brief_on_the_day_its_session_begins_is_late(tmp_path: Path) -> None:
    days = ("2017-05-07", "2017-05-21", "2017-06-18", "2017-07-23", "2017-09-03")

    def briefed(folder: str, last: str) -> Judged:
        workspace = workspace_of_the_process(tmp_path / folder)
        for session, day in zip(THEMATIC, (*days, last), strict=True):
            attach(workspace, "M18", EvidenceKind.DOCUMENT, f"brief for {session}", on=day, session=session)
        return get_action(workspace, "M18")

    found = briefed("real", "2017-10-11")
    assert checked(found) == {CheckKind.PER_SESSION}
    assert (found.status, found.figures) == (Status.MET, "6 of 6 with evidence")
    other = briefed("changed", "2017-10-12")
    assert (other.status, other.tone) == (Status.LATE, Tone.RED)
    assert "TS6" in other.why


def test_role_filled_a_focal_point_appointed_in_june_is_late(real: Workspace, changed: Changed) -> None:
    found = judged(real, "M10", "2017-07-01")
    assert checked(found) == {CheckKind.ROLE_FILLED}
    assert found.status is Status.MET_LENIENT
    where = '[[roles]]\nrole = "conference-secretary-general"'
    other = judged(changed(where, "since = 2017-04-01", "since = 2017-06-01"), "M10", "2017-07-01")
    assert (other.status, other.tone) == (Status.LATE, Tone.RED)


def test_attribute_a_round_in_geneva_is_not_at_headquarters(real: Workspace, changed: Changed) -> None:
    found = judged(real, "M28", "2018-07-14")
    assert CheckKind.ATTRIBUTE in checked(found)
    assert found.status is Status.MET
    where = '[[sessions]]\ncode = "R4"'
    other = judged(changed(where, 'country = "USA"', 'country = "CHE"'), "M28", "2018-07-14")
    assert (other.status, other.tone) == (Status.MISSED, Tone.RED)
    assert "elsewhere: R4" in other.why


def test_coverage_one_element_of_annex_ii_that_no_session_touched_is_a_gap(tmp_path: Path) -> None:
    def tagged(folder: str, elements: list[str]) -> Judged:
        workspace = workspace_of_the_process(tmp_path / folder)
        for place, session in enumerate(THEMATIC):
            tag_session(workspace, session, elements[place::6])
        return get_action(workspace, "M15x")

    found = tagged("real", ELEMENTS)
    assert checked(found) == {CheckKind.COVERAGE}
    assert (found.status, found.figures) == (Status.MET, "24 of 24 covered")
    other = tagged("changed", ELEMENTS[:-1])
    assert (other.status, other.figures) == (Status.NO_EVIDENCE, "23 of 24 covered")
    assert "annex-ii-x" in other.why


def test_uptake_counts_what_came_and_without_it_says_so_and_never_colours(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    contribute(workspace, "DEU", "5000", "USD", on="2018-03-01")
    found = judged(workspace, "M31c", "2018-03-02")
    assert checked(found) == {CheckKind.UPTAKE}
    assert (found.status, found.figures) == (Status.UPTAKE, "1 contribution (5,000 USD)")
    other = judged(workspace, "M31c", "2018-02-28")
    assert (other.status, other.tone, other.figures) == (Status.UPTAKE, Tone.NONE, "nothing recorded")


def test_info_tells_the_evidence_until_it_is_withdrawn_and_then_says_that_it_was(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    made = attach(workspace, "M24", EvidenceKind.DOCUMENT, "letter of thanks", on="2017-12-20", words="thanks")
    found = get_action(workspace, "M24")
    assert checked(found) == {CheckKind.INFO}
    assert (found.status, found.figures) == (Status.NOT_CHECKABLE, "1 piece of evidence")
    withdraw_evidence(workspace, "M24", made.code, why="another meeting")
    other = get_action(workspace, "M24")
    assert (other.status, other.figures) == (Status.NOT_CHECKABLE, "")
    assert f"{made.code} was withdrawn: another meeting" in other.why


def test_the_real_process_uses_every_kind_of_check(real: Workspace) -> None:
    used = {kind for each in list_mandate(real) for kind in checked(each)}
    assert used == set(CheckKind)


def test_evidence_that_is_an_input_is_lost_with_it(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    made = input_acts.receive_unannounced(workspace, "FRA", "HS", "Summary", on="2018-03-01")
    attach(workspace, "M30b", EvidenceKind.INPUT, made.code, session="H4")
    assert "1 of 5" in get_action(workspace, "M30b").figures
    input_acts.withdraw(workspace, made.code, why="sent by mistake")
    found = get_action(workspace, "M30b")
    assert "0 of 5" in found.figures
    assert "its input was withdrawn" in found.why
