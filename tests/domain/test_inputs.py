from dataclasses import replace
from datetime import date

import pytest

from negotiator.domain.audience import Audience
from negotiator.domain.dates import end_of_day, parse_instant
from negotiator.domain.input_life import ARRIVED, INPUT_STATES, MOVES, REMARKS, InputState, Remark, Step, standing
from negotiator.domain.inputs import OWED_BY, PENDING_KINDS, Extension, Input, OwedBy, PendingKind, by_due, pending
from negotiator.services.input_kinds import input_kinds

NEW_YORK, GENEVA = "America/New_York", "Europe/Zurich"
DUE = end_of_day(date(2018, 3, 28), NEW_YORK)


def at(text, zone=NEW_YORK):
    return parse_instant(text, zone)


def an_input(kind="WS", **changes):
    usual = Input(
        number=45,
        stakeholder="DEL-A",
        kind=input_kinds()[kind],
        title="Views on the draft",
        owed_by=OwedBy.INVITED,
        state=InputState.EXPECTED,
        visibility=Audience.PUBLIC,
        due=DUE,
    )
    return replace(usual, **changes)


AFTERWARDS = at("2018-04-03T10:12")


def test_people_call_an_input_by_a_letter_and_three_digits():
    assert an_input().code == "I-045"
    assert an_input(number=1200).code == "I-1200"


def test_an_invited_state_past_its_date_is_outstanding_never_overdue():
    assert pending(an_input(), AFTERWARDS) == (PendingKind.OUTSTANDING,)


@pytest.mark.parametrize("owed_by", [OwedBy.REQUESTED, OwedBy.US])
def test_only_what_is_owed_is_overdue(owed_by):
    assert pending(an_input(owed_by=owed_by), AFTERWARDS) == (PendingKind.OVERDUE,)


@pytest.mark.parametrize("owed_by", OwedBy)
def test_until_its_date_an_input_is_expected_whoever_owes_it(owed_by):
    assert pending(an_input(owed_by=owed_by), at("2018-03-28T23:59:59")) == (PendingKind.EXPECTED,)


def test_at_half_past_eleven_in_new_york_nothing_is_closed_though_geneva_has_the_next_day():
    late_evening = at("2018-03-28T23:30")
    assert late_evening.utc.astimezone(at("2018-03-29", GENEVA).local.tzinfo).date() == date(2018, 3, 29)
    assert pending(an_input(), late_evening) == (PendingKind.EXPECTED,)
    assert an_input().days_left(replace(late_evening, zone=GENEVA)) == 0


def test_a_day_ends_one_second_before_midnight_in_its_own_zone():
    assert pending(an_input(), at("2018-03-29T00:00")) == (PendingKind.OUTSTANDING,)
    assert pending(an_input(due=end_of_day(date(2018, 3, 28), GENEVA)), at("2018-03-28T18:00")) == (
        PendingKind.OUTSTANDING,
    )


def test_days_left_are_counted_on_the_clock_of_the_deadline():
    geneva = an_input(due=end_of_day(date(2018, 3, 28), GENEVA))
    assert an_input().days_left(at("2018-03-25T20:00")) == 3
    assert geneva.days_left(at("2018-03-25T20:00")) == 2  # it is the 26th in Geneva
    assert an_input().days_left(AFTERWARDS) == -6
    assert an_input(due=None).days_left(AFTERWARDS) is None


def test_between_the_two_changes_of_clocks_days_are_still_days():
    march = an_input(due=end_of_day(date(2018, 3, 26), GENEVA))
    assert march.days_left(at("2018-03-12T12:00")) == 14


def test_an_input_without_a_date_is_expected_for_as_long_as_it_takes():
    assert pending(an_input(due=None), AFTERWARDS) == (PendingKind.EXPECTED,)


def test_what_has_just_come_is_unread_untagged_not_presented_and_not_reflected():
    assert pending(an_input(state=InputState.RECEIVED), AFTERWARDS) == (
        PendingKind.UNREAD,
        PendingKind.UNTAGGED,
        PendingKind.NOT_PRESENTED,
        PendingKind.NOT_REFLECTED,
    )


def test_each_step_takes_one_of_them_away():
    tagged = an_input(state=InputState.TAGGED, topics=("C3",))
    assert pending(tagged, AFTERWARDS) == (PendingKind.NOT_PRESENTED, PendingKind.NOT_REFLECTED)
    assert pending(replace(tagged, presented=True), AFTERWARDS) == (PendingKind.NOT_REFLECTED,)
    assert pending(replace(tagged, state=InputState.REFLECTED), AFTERWARDS) == ()
    assert pending(replace(tagged, state=InputState.NOT_REFLECTED), AFTERWARDS) == ()


def test_what_is_no_material_for_the_text_is_never_asked_after_in_a_draft():
    note = an_input("ON", state=InputState.REGISTERED, topics=("work",))
    assert pending(note, AFTERWARDS) == ()


def test_what_we_have_delivered_ourselves_is_not_unread():
    summary = an_input("TSS", state=InputState.RECEIVED, owed_by=OwedBy.US)
    assert PendingKind.UNREAD not in pending(summary, AFTERWARDS)


def test_a_question_or_a_translation_is_pending_beside_the_rest():
    waiting = an_input(state=InputState.REFLECTED, clarification=True, translation=True)
    assert pending(waiting, AFTERWARDS) == (PendingKind.AWAITING_CLARIFICATION, PendingKind.AWAITING_TRANSLATION)


@pytest.mark.parametrize("state", [InputState.DECLINED, InputState.WITHDRAWN, InputState.SUPERSEDED])
def test_nothing_is_pending_about_what_was_declined_withdrawn_or_superseded(state):
    assert pending(an_input(state=state, clarification=True), AFTERWARDS) == ()


def test_every_state_has_its_row_in_the_table_of_moves_and_every_word_its_name():
    assert set(MOVES) == set(InputState) == set(INPUT_STATES)
    assert set(REMARKS) == set(Remark)
    assert set(PENDING_KINDS) == set(PendingKind)
    assert set(OWED_BY) == set(OwedBy)


def test_no_move_leads_back_to_expected_or_to_the_same_state():
    for state, ways in MOVES.items():
        assert InputState.EXPECTED not in ways
        assert state not in ways


def test_every_state_can_be_reached_and_only_the_gone_have_no_way_on():
    reached = {way for ways in MOVES.values() for way in ways}
    assert reached == set(InputState) - {InputState.EXPECTED}
    assert {state for state, ways in MOVES.items() if not ways} == {InputState.WITHDRAWN, InputState.SUPERSEDED}


def test_steps_may_be_left_out_but_not_taken_back():
    assert an_input(state=InputState.RECEIVED).may_become(InputState.REFLECTED)
    assert not an_input(state=InputState.TAGGED).may_become(InputState.REGISTERED)
    assert not an_input().may_become(InputState.TAGGED)


def test_a_later_draft_may_reflect_what_an_earlier_one_did_not():
    assert an_input(state=InputState.NOT_REFLECTED).may_become(InputState.REFLECTED)


def test_a_late_receipt_stays_late_whatever_becomes_of_it():
    late = an_input(state=InputState.REFLECTED, received=AFTERWARDS)
    assert late.late
    assert not an_input(state=InputState.RECEIVED, received=DUE).late
    assert not an_input().late


LIFE = (
    Step(InputState.RECEIVED, at("2018-03-27T12:00")),
    Step(InputState.TAGGED, at("2018-03-30T12:00")),
    Step(Remark.AWAITING_CLARIFICATION, at("2018-03-31T12:00"), "which paragraph?"),
    Step(Remark.CLARIFIED, at("2018-04-02T12:00")),
    Step(Remark.PRESENTED, at("2018-04-02T13:00")),
    Step(InputState.NOT_REFLECTED, at("2018-04-02T18:00"), "outside the scope"),
)


def test_the_steps_of_a_life_add_up_to_where_it_stands():
    told = standing(LIFE)
    assert told.state is InputState.NOT_REFLECTED
    assert told.reason == "outside the scope"
    assert told.received == at("2018-03-27T12:00")
    assert (told.presented, told.clarification, told.translation) == (True, False, False)


def test_received_after_the_day_one_looks_back_to_is_still_expected_that_day():
    now = an_input(state=InputState.NOT_REFLECTED, received=LIFE[0].at, topics=("C3",), steps=LIFE)
    then = now.as_known(at("2018-03-26"))
    assert then.state is InputState.EXPECTED
    assert then.received is None
    assert pending(then, at("2018-03-26")) == (PendingKind.EXPECTED,)


def test_looking_back_shows_each_step_on_its_day():
    now = replace(an_input(), topics=("C3",), steps=LIFE, presented=True, received=LIFE[0].at)
    now = replace(now, state=InputState.NOT_REFLECTED, reason="outside the scope")
    assert PendingKind.UNTAGGED in pending(now.as_known(at("2018-03-28")), at("2018-03-28"))
    assert PendingKind.AWAITING_CLARIFICATION in pending(now.as_known(at("2018-04-01")), at("2018-04-01"))
    assert now.as_known(at("2018-04-03")) == now


def test_nobody_knew_of_an_unannounced_input_before_it_came():
    steps = LIFE[:1]
    came = an_input(state=InputState.RECEIVED, announced=False, due=None, received=steps[0].at, steps=steps)
    assert came.as_known(at("2018-03-26")) is None
    assert came.as_known(at("2018-03-27")) is not None


def test_nobody_knew_of_an_expected_input_before_it_was_asked_for():
    asked = an_input(asked=at("2018-03-15T09:00"))
    assert asked.as_known(at("2018-03-14")) is None
    assert asked.as_known(at("2018-03-15")) is not None


def test_before_an_extension_was_decided_the_old_date_holds():
    longer = end_of_day(date(2018, 4, 9), NEW_YORK)
    extended = an_input(due=longer, extensions=(Extension(at("2018-03-27T12:00"), DUE, longer, "on request"),))
    assert extended.as_known(at("2018-03-26")).due == DUE
    assert extended.as_known(AFTERWARDS).due == longer


def test_inputs_are_sorted_by_when_they_are_due_and_those_without_a_date_come_last():
    first, second, last = an_input(number=9), an_input(number=10), an_input(number=1, due=None)
    sooner = an_input(number=11, due=end_of_day(date(2018, 3, 1), GENEVA))
    assert by_due([last, second, first, sooner]) == (sooner, first, second, last)


def test_each_audience_sees_what_the_wider_ones_see_and_more():
    assert Audience.PUBLIC.seen() == (Audience.PUBLIC,)
    assert Audience.PRIVATE.seen() == tuple(Audience)
    assert Audience.MEMBER_STATES.sees(Audience.PUBLIC)
    assert not Audience.MEMBER_STATES.sees(Audience.CO_FACILITATORS_AND_SECRETARIAT)


def test_what_has_arrived_can_be_withdrawn_by_whoever_sent_it():
    assert all(InputState.WITHDRAWN in MOVES[state] for state in ARRIVED)
