"""The ledger of the real process at dates of its own, judged by what was known then."""

import pytest

from negotiator import i18n
from negotiator.domain.mandate import Judged, Status, Tone
from negotiator.services.mandate import Wanted, get_action, list_mandate
from negotiator.workspace import Workspace
from tests.samples import looking_back, workspace_of_the_process


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    i18n.use("en")
    return workspace_of_the_process(tmp_path_factory.mktemp("mandate") / "w")


def on(workspace: Workspace, day: str, code: str) -> Judged:
    return get_action(looking_back(workspace, day), code)


def test_the_work_plan_is_inherited_on_the_day_the_mandate_is_adopted(workspace: Workspace) -> None:
    found = on(workspace, "2017-04-06", "M22")
    assert (found.status, found.tone) == (Status.INHERITED, Tone.NONE)
    assert "before the mandate was adopted" in found.why


def test_the_focal_point_is_met_on_the_lenient_reading_only(workspace: Workspace) -> None:
    found = on(workspace, "2017-06-01", "M10")
    assert (found.status, found.reading) == (Status.MET_LENIENT, "lenient")
    assert "Louise Arbour" in found.figures


def test_thematic_sessions_stand_at_five_of_six_and_ten_days_in_september(workspace: Workspace) -> None:
    assert on(workspace, "2017-09-12", "M15").figures.startswith("5 of 6;")
    assert on(workspace, "2017-09-12", "M16a").figures == "10 of at most 12 working days"


def test_all_twelve_working_days_are_used_and_that_is_within_the_ceiling(workspace: Workspace) -> None:
    found = on(workspace, "2018-01-15", "M16a")
    assert (found.status, found.figures) == (Status.MET, "12 of at most 12 working days")
    assert found.evidence == ("TS1", "TS2", "TS3", "TS4", "TS5", "TS6")


def test_stocktaking_took_three_days_in_mexico_in_early_december(workspace: Workspace) -> None:
    found = on(workspace, "2018-01-15", "M23")
    assert found.status is Status.MET
    assert found.figures.startswith("3 of 3 days")


def test_the_first_of_april_shows_two_rounds_seven_days_and_the_second_list_due(workspace: Workspace) -> None:
    rounds = on(workspace, "2018-04-01", "M28")
    assert rounds.figures.startswith("2 of 6 sessions, 7 of 26 days")
    hearings = on(workspace, "2018-04-01", "M30a")
    assert hearings.figures.startswith("3.5 of 4 days")
    assert "H3 counts as half a day" in hearings.why
    assert "H4 counts as 1 day" in hearings.why
    second = on(workspace, "2018-04-01", "M06c")
    assert (second.status, second.days_left, second.tone) == (Status.DUE_SOON, 29, Tone.AMBER)


def test_july_closes_26_days_of_rounds_and_says_that_the_last_sat_on_three(
    workspace: Workspace,
) -> None:
    found = [on(workspace, "2018-07-14", f"M28{letter}") for letter in "abcdef"]
    assert {each.status for each in found} == {Status.MET}
    assert [each.figures.split(" of ")[1].split()[0] for each in found] == ["3", "4", "4", "5", "5", "5"]
    assert found[-1].figures == "5 of 5 days scheduled, sat on 3"
    assert on(workspace, "2018-07-14", "M28").figures.startswith("6 of 6 sessions, 26 of 26 days scheduled, sat on 24")


def test_the_conference_was_to_come_until_a_later_resolution_moved_it(workspace: Workspace) -> None:
    assert on(workspace, "2017-12-23", "M01a").status is Status.NOT_DUE
    found = on(workspace, "2017-12-24", "M01a")
    assert (found.status, found.tone) == (Status.SUPERSEDED, Tone.NONE)
    assert "A/RES/72/244" in found.why


def test_note_and_decision_came_in_time_on_both_readings(workspace: Workspace) -> None:
    found = on(workspace, "2018-02-01", "M13")
    assert found.status is Status.MET
    assert found.evidence == ("modalities-note", "conference-modalities")


@pytest.mark.parametrize("code", ["M25", "M26", "M27", "M14", "M15", "M22a"])
def test_the_rest_of_the_calendar_is_met_once_it_is_over(workspace: Workspace, code: str) -> None:
    assert on(workspace, "2018-08-15", code).status is Status.MET


def test_what_nothing_recorded_proves_has_no_evidence_and_no_colour(workspace: Workspace) -> None:
    briefs, summaries = on(workspace, "2018-08-15", "M18"), on(workspace, "2018-08-15", "M21")
    assert (briefs.status, briefs.figures) == (Status.NO_EVIDENCE, "0 of 6 with evidence")
    assert (summaries.status, summaries.figures) == (Status.NO_EVIDENCE, "1 of 6 with evidence")
    assert "after 34 days" in summaries.why
    assert summaries.tone is briefs.tone is Tone.NONE


def test_panels_are_two_or_three_where_known_and_the_rest_is_said_to_be_unknown(workspace: Workspace) -> None:
    found = on(workspace, "2018-01-15", "M16b")
    assert found.evidence == ("TS1", "TS5", "TS6")
    assert found.why == "not recorded in full: TS2, TS3, TS4"


@pytest.mark.parametrize("day", ["2017-04-06", "2017-09-12", "2018-04-01", "2018-07-14", "2019-06-01"])
def test_the_real_process_is_never_red(workspace: Workspace, day: str) -> None:
    judged = list_mandate(looking_back(workspace, day))
    assert len(judged) >= 60
    assert [each.action.code for each in judged if each.tone is Tone.RED] == []


def test_invitations_are_counted_and_never_coloured(workspace: Workspace) -> None:
    for each in list_mandate(looking_back(workspace, "2018-08-15")):
        if each.action.force.value in ("invites", "encourages", "stresses", "reaffirms", "thanks"):
            assert each.tone is Tone.NONE


def test_the_list_can_be_narrowed(workspace: Workspace) -> None:
    back = looking_back(workspace, "2018-04-01")
    assert {each.action.phase for each in list_mandate(back, Wanted(phase="p2"))} == {"P2"}
    assert "M05a" in [each.action.code for each in list_mandate(back, Wanted(responsible="pga"))]
    assert "M06c" in [each.action.code for each in list_mandate(back, Wanted(due_within=30))]
    assert {each.status for each in list_mandate(back, Wanted((Status.MET,)))} == {Status.MET}
