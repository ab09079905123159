"""What the mandate reads of inputs in one question is what their lives come to, at any moment."""

from datetime import date, timedelta

import pytest

from negotiator.domain.dates import Instant, end_of_day
from negotiator.domain.facts import Receipt
from negotiator.domain.input_life import InputState, Remark
from negotiator.domain.inputs import Input, OwedBy
from negotiator.services import input_acts
from negotiator.services.history import undo
from negotiator.services.input_kinds import input_kinds
from negotiator.storage import inputs as input_rows
from negotiator.storage.receipts import ASIDE, REMARKS, receipts
from negotiator.workspace import Workspace


def told_of(each: Input, now: Instant) -> Receipt:
    awaited = each.state is InputState.EXPECTED
    return Receipt(
        code=each.code,
        kind=each.kind.code,
        sender=each.stakeholder,
        session=each.session,
        on=each.received.date if each.received and not awaited else None,
        overdue=awaited and each.owed_by is not OwedBy.INVITED and each.past_due(now),
        due=each.due.date if each.due else None,
        topics=each.topics,
    )


def both(workspace: Workspace, now: Instant) -> tuple[object, object]:
    """The same by the lives of the inputs, and by the question."""
    with workspace.reading() as db:
        lives = input_rows.inputs(db, input_kinds(), input_rows.Wanted(), lives=True)
        known = [found for each in lives if (found := each.as_known(now))]
        gone = frozenset(each.code for each in known if each.state.value in ASIDE)
        there = tuple(told_of(each, now) for each in known if each.code not in gone)
        return (there, gone), receipts(db, now, {})


@pytest.mark.parametrize("step", range(0, 300, 9))
def test_the_demo_reads_the_same_at_every_date(sample: Workspace, step: int) -> None:
    now = end_of_day(date(2017, 6, 15) + timedelta(days=step), sample.zone)
    by_lives, by_question = both(sample, now)
    assert by_lives == by_question


def test_a_life_with_every_turn_reads_the_same_at_every_date(workspace: Workspace) -> None:
    due = input_acts.expect(workspace, "FRA", "WS", "Paper", due="2018-03-10", since="2018-03-01")
    input_acts.edit(workspace, due.code, due="2018-03-20", why="asked for more time")
    input_acts.receive(workspace, due.code, on="2018-03-22")
    input_acts.mark(workspace, due.code, "acknowledged", on="2018-03-23")
    input_acts.mark(workspace, due.code, "presented", on="2018-03-26")
    input_acts.tag(workspace, due.code, ["annex-ii-a"])
    other = input_acts.receive_unannounced(workspace, "KEN", "IB", "Brief", on="2018-03-15")
    input_acts.withdraw(workspace, other.code, why="by mistake", on="2018-03-28")
    third = input_acts.receive_unannounced(workspace, "JPN", "SYS", "Comment", on="2018-03-16")
    undo(workspace)
    assert third.code
    for day in range(1, 32):
        by_lives, by_question = both(workspace, end_of_day(date(2018, 3, day), workspace.zone))
        assert by_lives == by_question, f"on {day} March"
    by_lives, by_question = both(workspace, workspace.now())
    assert by_lives == by_question


def test_every_remark_is_known_to_leave_the_state_as_it_is() -> None:
    assert set(REMARKS) == {each.value for each in Remark}
    assert {InputState(each) for each in ASIDE} == {InputState.WITHDRAWN, InputState.DECLINED}
