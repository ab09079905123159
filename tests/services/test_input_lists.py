from datetime import timedelta

import pytest

from negotiator.domain.audience import Audience
from negotiator.domain.input_life import InputState
from negotiator.domain.inputs import PendingKind, input_code, pending
from negotiator.errors import NotFound, Refused
from negotiator.services import input_acts as acts
from negotiator.services.groups import add_group
from negotiator.services.input_filter import Filter
from negotiator.services.input_lines import list_lines, pending_counts
from negotiator.services.input_rules import Details
from negotiator.services.inputs import list_inputs, why_empty
from tests.inputs_desk import copy, expect, waiting, with_delegations
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return with_delegations(tmp_path_factory.mktemp("made"))


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def codes(workspace, **wanted):
    return [each.code for each in list_inputs(workspace, Filter(**wanted))]


@pytest.fixture(scope="module")
def filled(made, tmp_path_factory):
    """What a desk has on its list on 3 April 2018, made once."""
    workspace = copy(made, tmp_path_factory.mktemp("filled"))
    expect(workspace, due="2018-04-06", details=Details(session="R3"))  # I-001
    expect(workspace, due="2018-03-28", sender="CHE")  # I-002
    expect(workspace, due="2018-03-20", sender="MEX")  # I-003
    expect(workspace, due="2018-04-01", sender="SEC", kind="TSS", title="Summary of R2")  # I-004
    acts.receive_unannounced(workspace, "del-b", "NP", "Wording", on="2018-03-27", details=Details(session="R2"))  # 5
    acts.receive_unannounced(workspace, "JPN", "OBJ", "Objection", on="2018-03-28", details=Details(topics=("list",)))
    return workspace


@pytest.fixture
def desk(filled, tmp_path):
    """What a desk has on its list on 3 April 2018."""
    return copy(filled, tmp_path)


def test_the_list_is_sorted_by_when_things_are_due(desk):
    assert codes(desk) == ["I-003", "I-002", "I-004", "I-001", "I-005", "I-006"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"pending": PendingKind.OUTSTANDING}, ["I-003", "I-002"]),
        ({"pending": PendingKind.OVERDUE}, ["I-004"]),
        ({"pending": PendingKind.EXPECTED}, ["I-001"]),
        ({"pending": PendingKind.UNREAD}, ["I-005", "I-006"]),
        ({"pending": PendingKind.UNTAGGED}, ["I-005"]),
        ({"any_pending": True}, ["I-003", "I-002", "I-004", "I-001", "I-005", "I-006"]),
        ({"pending": PendingKind.OUTSTANDING, "region": "grulac"}, ["I-003"]),
        ({"category": "ms"}, ["I-003", "I-002", "I-006"]),
        ({"category": "sample", "state": InputState.RECEIVED}, ["I-005"]),
        ({"session": "r3"}, ["I-001"]),
        ({"phase": "P3"}, ["I-003", "I-002", "I-004", "I-001", "I-005", "I-006"]),
        ({"phase": "P1"}, []),
        ({"kind": "np"}, ["I-005"]),
        ({"stakeholder": "瑞士"}, ["I-002"]),
        ({"topic": "LIST"}, ["I-006"]),
        ({"audience": Audience.PUBLIC}, ["I-003", "I-002", "I-004", "I-001"]),
        ({"audience": Audience.MEMBER_STATES}, ["I-003", "I-002", "I-004", "I-001", "I-005"]),
    ],
)
def test_filters_combine_and_leave_the_order_alone(desk, wanted, found):
    assert codes(desk, **wanted) == found


@pytest.mark.parametrize(
    "wrong", [{"phase": "P9"}, {"session": "R9"}, {"category": "X"}, {"region": "X"}, {"kind": "X"}]
)
def test_a_filter_that_names_nothing_is_a_mistake_not_an_empty_list(desk, wrong):
    with pytest.raises(NotFound):
        list_inputs(desk, Filter(**wrong))


def test_looking_back_what_came_later_is_still_expected(desk):
    acts.receive(desk, "I-002", on="2018-04-02")
    then = looking_back(desk, "2018-04-01")
    assert {each.code: each.state.value for each in list_inputs(then)}["I-002"] == "expected"
    assert codes(then, pending=PendingKind.OUTSTANDING) == ["I-003", "I-002"]
    assert codes(desk, pending=PendingKind.OUTSTANDING) == ["I-003"]


def test_looking_back_far_enough_what_nobody_expected_is_not_there(desk):
    assert codes(looking_back(desk, "2018-03-26")) == ["I-003", "I-002", "I-004"]


def test_nothing_is_done_while_looking_back(desk):
    with pytest.raises(Refused, match="looking back"):
        acts.receive(looking_back(desk, "2018-04-01"), "I-002")


def test_what_is_pending_is_counted_with_how_long_it_has_waited(desk):
    counts = pending_counts(desk)
    assert list(counts) == list(PendingKind)
    assert (counts[PendingKind.OUTSTANDING].number, counts[PendingKind.OUTSTANDING].oldest) == (2, 14)
    assert (counts[PendingKind.OVERDUE].number, counts[PendingKind.OVERDUE].oldest) == (1, 2)
    assert (counts[PendingKind.EXPECTED].number, counts[PendingKind.EXPECTED].oldest) == (1, None)
    assert (counts[PendingKind.UNREAD].number, counts[PendingKind.UNREAD].oldest) == (2, 7)


def test_an_empty_list_says_why_it_is_empty(workspace):
    assert "No input is recorded yet" in why_empty(workspace)
    expect(workspace, due="2018-04-06")
    overdue = Filter(pending=PendingKind.OVERDUE)
    assert why_empty(workspace, overdue) == "The 1 input in question is not overdue."
    expect(workspace, due="2018-04-07")
    assert why_empty(workspace, overdue) == "None of 2 inputs in question is overdue."
    wanted = Filter(kind="NP", session="R3")
    assert why_empty(workspace, wanted) == "None of 2 inputs fits: kind NP, session R3."
    acts.withdraw(workspace, "1", why="-")
    acts.withdraw(workspace, "2", why="-")
    assert why_empty(workspace, Filter(any_pending=True)).startswith("Nothing is pending about the 2 inputs")
    assert why_empty(looking_back(workspace, "2018-04-01")) == "No input was known on Sun 1 Apr 2018."


def test_at_half_past_eleven_at_night_in_new_york_the_day_is_not_over(workspace):
    expect(workspace, due="2018-04-03")
    workspace.clock.moment += timedelta(hours=13, minutes=18)
    assert f"{workspace.now().local:%H:%M}" == "23:30"
    assert waiting(workspace, "1") == (PendingKind.EXPECTED,)
    workspace.clock.moment += timedelta(minutes=30)
    assert waiting(workspace, "1") == (PendingKind.OUTSTANDING,)


def test_an_empty_list_names_what_was_to_be_pending_too(desk):
    why = why_empty(desk, Filter(pending=PendingKind.OVERDUE, region="GRULAC", kind="IB"))
    assert "overdue" in why
    assert "GRULAC" in why


def test_what_is_acknowledged_posted_and_handled_by_whom_can_be_asked_for_together(desk):
    acts.mark(desk, "I-005", "acknowledged")
    acts.edit(desk, "I-005", Details(officer="Lee", visibility=Audience.PUBLIC))
    assert codes(desk, acknowledged=True) == ["I-005"]
    assert codes(desk, acknowledged=False) == ["I-006"]
    assert codes(desk, posted=False) == ["I-005"]
    acts.mark(desk, "I-005", "posted")
    assert codes(desk, posted=True, acknowledged=True, officer="LEE", session="R2", category="sample") == ["I-005"]
    assert codes(desk, officer="") == ["I-003", "I-002", "I-004", "I-001", "I-006"]
    assert codes(looking_back(desk, "2018-04-02"), acknowledged=False) == ["I-005", "I-006"]
    empty = Filter(posted=True, acknowledged=False, officer="", region="GRULAC", pending=PendingKind.UNREAD)
    assert codes(desk, posted=True, acknowledged=False) == []
    assert why_empty(desk, empty) == (
        "None of 6 inputs fits: not acknowledged, posted, region GRULAC, handled by nobody, unread."
    )


WAYS = [
    {},
    {"any_pending": True},
    *({"pending": kind} for kind in PendingKind),
    *({"state": state} for state in InputState),
    *({"audience": audience} for audience in Audience),
    *({"acknowledged": True}, {"acknowledged": False}, {"posted": True}, {"posted": False}),
    *({"officer": "lee"}, {"officer": ""}, {"phase": "P3"}, {"session": "R3"}, {"category": "sample"}),
]


def test_a_line_of_the_list_tells_the_same_as_the_whole_input_whatever_is_asked_for(desk):
    add_group(desk, "PAIR", ["DEL-A", "DEL-B", "MEX", "CHE"], name="The Pair")
    acts.receive_unannounced(desk, "DEL-B", "WS", "For the Pair", on="2018-03-27", group="PAIR")
    acts.edit(desk, "I-002", Details(officer="Lee"))
    acts.mark(desk, "I-005", "awaiting-clarification")
    acts.mark(desk, "I-005", "acknowledged")
    acts.receive(desk, "I-003", on="2018-03-25")
    for back in (desk, looking_back(desk, "2018-03-29")):
        for way in WAYS:
            wanted = Filter(**way)
            whole = [
                (each.code, each.state, each.late, each.covered_by, each.acknowledged, pending(each, back.now()))
                for each in list_inputs(back, wanted)
            ]
            told = [
                (input_code(each.number), each.state, each.late, each.covered_by, each.acknowledged, each.pending)
                for each in list_lines(back, wanted)
            ]
            assert told == whole, way
    assert any(each.covered_by for each in list_inputs(desk))
