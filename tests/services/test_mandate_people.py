"""What the mandate asks of people: who may come, who was in the room, who was consulted, who serves, who pays."""

import pytest

from negotiator import i18n
from negotiator.domain.accreditation import ADMITTED, Admission
from negotiator.domain.mandate import Status, Tone
from negotiator.domain.session import SessionKind
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.services import input_acts
from negotiator.services.accreditation import apply_for, take_further
from negotiator.services.aligning import align, dissociate
from negotiator.services.calendar import add_session
from negotiator.services.draft_acts import add_draft
from negotiator.services.draft_plans import Said, plan_draft
from negotiator.services.fund import contribute, list_contributions, take_back
from negotiator.services.groups import add_group
from negotiator.services.history import undo
from negotiator.services.mandate import get_action
from negotiator.services.meetings import close_meeting, mark_attendance, open_meeting
from negotiator.services.panels import note_panel
from negotiator.services.processes import get_session
from negotiator.services.session_contacts import note_contact
from negotiator.services.stakeholders import add_stakeholder
from negotiator.storage.people import ADMITTED as IN_SQL
from negotiator.workspace import Workspace
from tests.samples import looking_back, workspace_of_the_process


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    i18n.use("en")
    return workspace_of_the_process(tmp_path / "w")


def in_the_room(workspace: Workspace, session: str, day: str, *who: str) -> None:
    open_meeting(workspace, session, f"{day}T10:00")
    mark_attendance(workspace, session, who)
    close_meeting(workspace, session, f"{day}T13:00")


def test_every_member_and_observer_state_may_come_and_who_came_is_told(workspace) -> None:
    found = get_action(workspace, "M03")
    assert found.status is Status.MET
    assert found.figures.startswith("193 MS in the register, at least 193; 4 OBS in the register, at least 2")
    in_the_room(workspace, "R1", "2018-02-20", "KEN", "FRA", "VAT")
    assert "2 have been in the room; 1 has been in the room" in get_action(workspace, "M03").why


def test_a_group_counts_as_consulted_when_somebody_of_it_was_in_the_room_in_that_phase(workspace) -> None:
    assert get_action(workspace, "M05b").figures == "P1: 0 of 5 groups, P2: 0 of 5 groups, P3: 0 of 5 groups"
    kind = SessionKind.CONSULTATION
    add_session(workspace, "C1", kind=kind, title="With the African Group", start="2018-03-01", additional=True)
    in_the_room(workspace, "C1", "2018-03-01", "KEN", "GHA")
    in_the_room(workspace, "R1", "2018-02-20", "FRA")
    found = get_action(workspace, "M05b")
    assert found.figures.endswith("P3: 1 of 5 groups")
    assert found.evidence == ("C1",), "a round is no consultation"
    assert "P3: no consultation recorded with APG, EEG, GRULAC, WEOG" in found.why
    assert (found.status, found.tone) == (Status.NO_EVIDENCE, Tone.NONE)


def test_all_five_groups_in_all_three_phases_are_met_once_the_last_phase_is_over(workspace) -> None:
    five = ("KEN", "JPN", "POL", "BRA", "FRA")
    for code, day in (("C1", "2017-05-02"), ("C2", "2018-01-10"), ("C3", "2018-02-01")):
        add_session(workspace, code, kind=SessionKind.CONSULTATION, title="Groups", start=day)
        in_the_room(workspace, code, day, *five)
    assert get_action(looking_back(workspace, "2018-04-02"), "M05b").status is Status.NOT_DUE, "the third is still on"
    assert get_action(looking_back(workspace, "2018-08-01"), "M05b").status is Status.MET


def test_each_session_has_a_contact_of_both_who_serve_it(workspace) -> None:
    before = get_action(workspace, "M11")
    assert (before.status, before.figures) == (Status.NO_EVIDENCE, "0 of 19 sessions with a contact of each")
    note_contact(workspace, "r1", "Secretariat", "A. Officer")
    note_contact(workspace, "R1", "iom", "B. Expert")
    found = get_action(workspace, "M11")
    assert found.figures.startswith("1 of 19")
    assert found.evidence == ("R1",)
    note_contact(workspace, "R1", "IOM", "")
    assert get_action(workspace, "M11").figures.startswith("0 of 19")
    undo(workspace)
    assert [each.of for each in get_session(workspace, "R1").contacts] == ["Secretariat", "iom"]
    with pytest.raises(WrongUsage, match="Nothing changes"):
        note_contact(workspace, "R1", "IOM", "B. Expert")
    with pytest.raises(NotFound):
        note_contact(workspace, "R99", "IOM", "x")


def test_who_contributed_to_the_briefs_is_told(workspace) -> None:
    input_acts.receive_unannounced(workspace, "WHO", "IB", "Brief on health", on="2018-03-01")
    found = get_action(workspace, "M12")
    assert (found.status, found.figures) == (Status.NOT_CHECKABLE, "1 input, 1 contributor")
    assert "from WHO" in found.why


def test_who_aligned_with_a_brief_or_stood_apart_counts_from_that_day_on(workspace) -> None:
    add_group(workspace, "PAIR", ["PHL", "MEX"], name="The Pair")
    brief = input_acts.receive_unannounced(workspace, "PHL", "IB", "Brief", on="2018-03-01", group="PAIR").code
    assert "MEX" in get_action(workspace, "M12").why
    dissociate(workspace, brief, ["MEX"])
    align(workspace, brief, ["CHE"])
    told = get_action(workspace, "M12").why
    assert "MEX" not in told
    assert "CHE" in told


def test_panels_reflect_origin_transit_and_destination_each_or_together(workspace) -> None:
    def panel(session: str, number: int, **members: list[str]) -> None:
        note_panel(workspace, session, number, **members)

    whole = {"origin": ["PHL"], "transit": ["MEX"], "destination": ["CAN"]}
    for session, panels in (("TS1", 3), ("TS2", 1), ("TS3", 1), ("TS4", 1), ("TS5", 2), ("TS6", 3)):
        for number in range(1, panels + 1):
            panel(session, number, **whole)
    met = get_action(workspace, "M17b")
    assert (met.status, met.figures, met.tone) == (Status.MET, "6 of 6 sessions balanced", Tone.NONE)
    panel("TS2", 2, origin=["PHL"], destination=["CAN"])
    lenient = get_action(workspace, "M17b")
    assert (lenient.status, lenient.tone) == (Status.MET_LENIENT, Tone.AMBER)
    assert "only by all panels together: TS2" in lenient.why


def test_a_session_without_anybody_from_transit_is_amber_and_never_red(workspace) -> None:
    note_panel(workspace, "TS2", 1, origin=["PHL"], destination=["CAN"])
    found = get_action(workspace, "M17b")
    assert (found.status, found.tone) == (Status.MISSED, Tone.AMBER)
    assert "is missing: TS2" in found.why


def test_the_hearings_have_all_eight_kinds_of_participants_or_say_which_are_missing(workspace) -> None:
    kinds = ("NGO-E", "NGO-L", "ACA", "PAR", "DIA", "MIG", "MIO", "PRV")
    for kind in kinds:
        add_stakeholder(workspace, f"Sample {kind}", code=f"X-{kind}", category=kind)
    in_the_room(workspace, "H4", "2018-02-21", *(f"X-{kind}" for kind in kinds[:-1]))
    in_the_room(workspace, "R1", "2018-02-22", "X-PRV")
    found = get_action(workspace, "M30x")
    assert (found.status, found.figures) == (Status.NOT_DUE, "7 of 8 kinds of participant")
    assert "PRV" in found.why
    over = get_action(looking_back(workspace, "2018-08-01"), "M30x")
    assert (over.status, over.tone) == (Status.NO_EVIDENCE, Tone.NONE)
    open_meeting(workspace, "H4", "2018-02-21T15:00")
    mark_attendance(workspace, "H4", ["X-PRV"])
    assert get_action(workspace, "M30x").status is Status.MET


def test_contributions_to_the_fund_count_from_their_day_and_are_undone(workspace) -> None:
    assert get_action(workspace, "M31a").status is Status.NO_EVIDENCE
    made, _act = contribute(workspace, "germany", "12,500", "eur", on="2018-03-01", source="letter")
    contribute(workspace, "A foundation", "1000.50", "USD", on="2018-03-15")
    assert (made.code, made.donor, made.currency) == ("F-001", "DEU", "EUR")
    assert get_action(workspace, "M31c").figures == "2 contributions (12,500 EUR, 1,000.50 USD)"
    assert get_action(workspace, "M31a").status is Status.MET, "a fund that is paid into is there"
    assert get_action(looking_back(workspace, "2018-03-10"), "M31c").figures == "1 contribution (12,500 EUR)"
    assert get_action(looking_back(workspace, "2018-02-28"), "M31a").status is Status.NO_EVIDENCE
    take_back(workspace, "f-1", why="never arrived")
    assert [each.code for each in list_contributions(workspace)] == ["F-002"]
    undo(workspace)
    undo(workspace)
    assert get_action(workspace, "M31c").figures == "1 contribution (12,500 EUR)"


@pytest.mark.parametrize("amount", ["", "0", "-5", "12.500,00", "1e3", "nan", "twelve", "1,2,3", "9" * 14])
def test_an_amount_that_is_none_is_refused(workspace, amount) -> None:
    with pytest.raises(WrongUsage, match="no amount"):
        contribute(workspace, "DEU", amount, "USD")


def test_a_contribution_needs_a_donor_a_currency_and_a_day_that_has_come(workspace) -> None:
    for wrong in (("", "5", "USD", None), ("DEU", "5", "dollars", None), ("DEU", "5", "USD", "2018-09-01")):
        with pytest.raises(WrongUsage):
            contribute(workspace, *wrong[:3], on=wrong[3])
    with pytest.raises(NotFound):
        take_back(workspace, "F-009", why="x")
    with pytest.raises(WrongUsage, match="why"):
        take_back(workspace, "F-009", why=" ")
    with pytest.raises(Refused):
        contribute(looking_back(workspace, "2018-01-01"), "DEU", "5", "USD")


def test_what_is_put_forward_later_is_not_told_beforehand(workspace) -> None:
    assert get_action(looking_back(workspace, "2018-05-13"), "M31c").action.evidence == ()
    assert len(get_action(looking_back(workspace, "2018-05-14"), "M31c").action.evidence) == 1


def test_the_list_is_laid_before_members_when_names_are_proposed_and_its_balance_is_told(workspace) -> None:
    for code, region, women, men in (("X-A", "AFRICA", 2, 1), ("X-B", "GRULAC", 1, 0)):
        add_stakeholder(workspace, f"Sample {code}", code=code, category="NGO-L", region=region)
        apply_for(workspace, code, Admission.CONFERENCE, on="2018-03-20", women=women, men=men)
    assert get_action(workspace, "M06c").status is Status.DUE_SOON, "to apply is not to be proposed"
    for state, day in (("vetted", "2018-03-25"), ("proposed", "2018-04-02")):
        take_further(workspace, ["AC-1", "AC-2"], state, on=day)
    found = get_action(workspace, "M06c")
    assert (found.status, found.evidence) == (Status.MET_LENIENT, ("AC-001",))
    assert "2 names on the list (AFRICA 1, GRULAC 1); 3 women, 1 man" in found.why
    assert get_action(looking_back(workspace, "2018-04-01"), "M06c").status is Status.DUE_SOON
    assert get_action(workspace, "M06b").status is Status.NO_EVIDENCE, "that is the other list"


def test_those_who_register_are_counted_by_the_way_they_take(workspace) -> None:
    add_stakeholder(workspace, "Sample NGO", code="X-NGO", category="NGO-E")
    add_stakeholder(workspace, "Sample institution", code="X-NHRI", category="NHRI")
    apply_for(workspace, "X-NGO", Admission.PREPARATORY, on="2018-03-01")
    apply_for(workspace, "X-NHRI", Admission.PREPARATORY, on="2018-03-01")
    take_further(workspace, ["AC-2"], "registered", on="2018-03-05")
    assert get_action(workspace, "M06a").figures == "nothing recorded"
    assert get_action(workspace, "M09a").figures == "1 registered"
    assert get_action(looking_back(workspace, "2018-03-04"), "M09a").figures == "nothing recorded"


def test_where_the_moderators_came_from_is_told(workspace) -> None:
    assert "moderators by region: AFRICA 2, GRULAC 1, WEOG 2" in get_action(workspace, "M17a").why


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Global Compact for Safe, Orderly and Regular Migration", Status.MET),
        ("Compact on Seasonal Mobility", Status.MISSED),
    ],
)
def test_the_outcome_bears_the_name_that_was_decided(workspace, title, status) -> None:
    before = get_action(workspace, "M01c")
    assert before.status is Status.NOT_DUE
    file = workspace.drafts_folder / "final.txt"
    file.write_text(f"{title}\n\n1. We commit to cooperate.\n\n2. We meet again.\n", "utf-8")
    said = Said(code="final", released="2018-03-30", name="Final draft")
    add_draft(workspace, plan_draft(workspace, file, said))
    found = get_action(workspace, "M01c")
    assert "of 1 with the name" in found.figures
    if status is Status.MISSED:
        assert (found.status, found.tone) == (Status.MISSED, Tone.RED)
        assert "another name: final" in found.why
    else:
        assert found.status is Status.NOT_DUE, "the elements and the conference are still to come"


def test_every_state_that_lets_somebody_come_is_known_to_the_question() -> None:
    assert {each.value for each in ADMITTED} == IN_SQL
