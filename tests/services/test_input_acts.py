import pytest

from negotiator.domain.audience import Audience
from negotiator.domain.input_life import InputState, Remark, remarks_of
from negotiator.domain.inputs import OwedBy, PendingKind
from negotiator.errors import BadFile, NotFound, Refused, WrongUsage
from negotiator.services import input_acts as acts
from negotiator.services.history import history, redo, undo
from negotiator.services.input_rules import Details
from negotiator.services.inputs import get_input, list_inputs, topics
from negotiator.storage.driver import sqlite3
from tests.inputs_desk import copy, expect, waiting, with_delegations
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return with_delegations(tmp_path_factory.mktemp("made"))


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def test_an_expected_input_bears_a_number_a_deadline_and_who_owes_it(workspace):
    assert expect(workspace) == "I-001"
    found = get_input(workspace, "I-001")
    assert (found.stakeholder, found.kind.code, found.title) == ("DEL-A", "WS", "Views on the draft")
    assert found.due.iso() == "2018-03-28T23:59:59-04:00"
    assert found.owed_by is OwedBy.INVITED
    assert waiting(workspace, "I-001") == (PendingKind.OUTSTANDING,)


def test_what_the_secretariat_owes_is_ours_and_a_body_may_be_requested_but_a_state_is_invited(workspace):
    ours = expect(workspace, sender="SEC", kind="WS")
    requested = expect(workspace, sender="ECE", kind="RCO")
    invited = expect(workspace, sender="CHE", kind="RCO")
    assert waiting(workspace, ours) == waiting(workspace, requested) == (PendingKind.OVERDUE,)
    assert waiting(workspace, invited) == (PendingKind.OUTSTANDING,)


def test_a_deadline_is_read_in_the_zone_given_else_the_sessions_else_the_processs(workspace):
    assert get_input(workspace, expect(workspace)).due.zone == "America/New_York"
    geneva = expect(workspace, details=Details(session="ts1"))
    assert get_input(workspace, geneva).due.iso() == "2018-03-28T23:59:59+02:00"
    assert get_input(workspace, geneva).session == "TS1"
    named = expect(workspace, due="2018-03-28T18:00", zone="Asia/Bangkok", details=Details(session="TS1"))
    assert get_input(workspace, named).due.iso() == "2018-03-28T18:00:00+07:00"


def test_a_received_input_is_no_longer_outstanding_and_a_late_one_stays_marked_late(workspace):
    done = acts.receive(workspace, expect(workspace), on="2018-03-30T09:00")
    assert done.late
    acts.mark(workspace, "I-001", "reflected")
    found = get_input(workspace, "I-001")
    assert found.late
    assert found.state is InputState.REFLECTED


def test_a_day_without_an_hour_gives_the_sender_the_benefit_of_the_doubt(workspace):
    noon = expect(workspace, due="2018-03-28T12:00")
    assert not acts.receive(workspace, noon, on="2018-03-28").late
    assert acts.receive(workspace, expect(workspace), on="2018-03-29").late
    today = acts.receive(workspace, expect(workspace), on="2018-04-03")
    assert get_input(workspace, today.code).received.utc <= workspace.now().utc


def test_nothing_is_received_tomorrow(workspace):
    expect(workspace)
    with pytest.raises(WrongUsage, match="not come yet"):
        acts.receive(workspace, "I-001", on="2018-04-04")
    assert get_input(workspace, "I-001").state is InputState.EXPECTED


def test_an_input_that_nobody_expected_is_received_from_whom_it_comes(workspace):
    done = acts.receive_unannounced(workspace, "del-b", "np", "Wording", details=Details(session="R3"))
    found = get_input(workspace, done.code)
    assert (found.state, found.stakeholder, found.due, found.session) == (InputState.RECEIVED, "DEL-B", None, "R3")
    assert found.visibility is Audience.MEMBER_STATES
    assert not found.late


def test_a_file_is_kept_exactly_as_it_came_and_never_changes(workspace, tmp_path):
    path = tmp_path / "Views [final].docx"
    path.write_bytes(b"PK\x03\x04 not really")
    acts.receive(workspace, expect(workspace), file=path)
    (file,) = get_input(workspace, "I-001").files
    assert (file.name, file.size) == ("Views [final].docx", 15)
    assert file.media_type.endswith("wordprocessingml.document")
    with workspace.reading() as db:
        (kept,) = db.execute("select bytes from input_file").fetchone()
        assert kept == path.read_bytes()
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            db.execute("update input_file set bytes = x'00'")


def test_the_same_file_again_is_told_and_not_kept_twice_for_one_input(workspace, tmp_path):
    path = tmp_path / "views.txt"
    path.write_text("views", "utf-8")
    acts.receive(workspace, expect(workspace), file=path)
    again = acts.receive_unannounced(workspace, "del-b", "WS", "Views", file=path)
    assert again.same_file == ("I-001",)
    with pytest.raises(Refused, match="exactly this file"):
        acts.edit(workspace, "I-001", file=path)


@pytest.mark.parametrize(("name", "data", "trouble"), [("none.txt", None, NotFound), ("empty.txt", b"", BadFile)])
def test_where_the_file_cannot_be_kept_nothing_is_received(workspace, tmp_path, name, data, trouble):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    expect(workspace)
    with pytest.raises(trouble):
        acts.receive(workspace, "I-001", file=tmp_path / name)
    assert get_input(workspace, "I-001").state is InputState.EXPECTED


def test_a_move_that_the_table_does_not_know_is_refused_with_those_it_knows(workspace):
    expect(workspace)
    with pytest.raises(Refused, match="I-001 is expected; it can become received, declined, withdrawn, superseded"):
        acts.mark(workspace, "I-001", "tagged")
    acts.receive(workspace, "I-001")
    with pytest.raises(Refused, match="received already"):
        acts.receive(workspace, "I-001")
    acts.withdraw(workspace, "I-001", why="sent by mistake")
    with pytest.raises(Refused, match="end of it"):
        acts.mark(workspace, "I-001", "checked")


@pytest.mark.parametrize("state", ["not-reflected", "withdrawn", "superseded"])
def test_nobody_is_left_without_a_reason(workspace, state):
    acts.receive(workspace, expect(workspace))
    with pytest.raises(Refused, match="Say why"):
        acts.mark(workspace, "I-001", state)
    acts.mark(workspace, "I-001", state, why="outside the scope")
    assert get_input(workspace, "I-001").reason == "outside the scope"


def test_a_step_cannot_come_before_the_one_it_follows(workspace):
    acts.receive(workspace, expect(workspace), on="2018-03-30T09:00")
    with pytest.raises(Refused, match="cannot be earlier"):
        acts.mark(workspace, "I-001", "registered", on="2018-03-29")


def test_remarks_stand_beside_the_state(workspace):
    acts.receive(workspace, expect(workspace))
    acts.mark(workspace, "I-001", "awaiting-clarification", why="which paragraph?")
    acts.mark(workspace, "I-001", "awaiting_translation")
    assert waiting(workspace, "I-001")[-2:] == (
        PendingKind.AWAITING_CLARIFICATION,
        PendingKind.AWAITING_TRANSLATION,
    )
    acts.mark(workspace, "I-001", "clarified")
    acts.mark(workspace, "I-001", "presented")
    found = get_input(workspace, "I-001")
    assert (found.clarification, found.translation, found.presented) == (False, True, True)
    assert [step.what for step in found.steps][-1] is Remark.PRESENTED


def test_what_nobody_asked_is_not_answered_and_what_has_not_come_is_not_presented(workspace):
    expect(workspace)
    with pytest.raises(Refused, match="not waiting"):
        acts.mark(workspace, "I-001", "clarified")
    with pytest.raises(Refused, match="not come in"):
        acts.mark(workspace, "I-001", "presented")
    with pytest.raises(WrongUsage, match="choose one of"):
        acts.mark(workspace, "I-001", "lost")


def test_tagging_what_has_come_in_makes_it_tagged(workspace):
    acts.receive(workspace, expect(workspace))
    acts.tag(workspace, "I-001", ["C3", "objective 5", "C3"])
    found = get_input(workspace, "I-001")
    assert found.topics == ("C3", "objective 5")
    assert found.state is InputState.TAGGED
    acts.tag(workspace, "I-001", ["c3"], remove=True)
    assert get_input(workspace, "I-001").topics == topics(workspace) == ("objective 5",)


def test_tagging_what_is_expected_leaves_it_expected(workspace):
    expect(workspace)
    acts.tag(workspace, "I-001", ["C3"])
    assert get_input(workspace, "I-001").state is InputState.EXPECTED


def test_more_time_needs_a_reason_and_keeps_the_old_date(workspace):
    expect(workspace)
    with pytest.raises(Refused, match="Say why"):
        acts.edit(workspace, "I-001", due="2018-04-09")
    acts.edit(workspace, "I-001", due="2018-04-09", why="on request")
    found = get_input(workspace, "I-001")
    assert found.due.iso() == "2018-04-09T23:59:59-04:00"
    assert found.extensions[0].before.iso() == "2018-03-28T23:59:59-04:00"
    assert get_input(looking_back(workspace, "2018-04-02"), "I-001").due.iso() == "2018-03-28T23:59:59-04:00"


def test_what_came_late_is_not_made_timely_afterwards(workspace):
    acts.receive(workspace, expect(workspace))
    with pytest.raises(Refused, match="due date stays"):
        acts.edit(workspace, "I-001", due="2018-04-09", why="courtesy")


def test_what_is_said_of_an_input_can_be_changed_and_nothing_else_changes(workspace):
    expect(workspace)
    before = get_input(workspace, "I-001")
    acts.edit(workspace, "I-001", Details(title="Views on [Rev.1]", officer="ana", session="R3", language="en"))
    after = get_input(workspace, "I-001")
    assert (after.title, after.officer, after.session, after.language) == ("Views on [Rev.1]", "ana", "R3", "en")
    assert (after.due, after.state, after.owed_by) == (before.due, before.state, before.owed_by)
    with pytest.raises(WrongUsage, match="Say what to change"):
        acts.edit(workspace, "I-001")


def test_every_act_can_be_undone_and_done_again(workspace):
    expect(workspace)
    acts.receive(workspace, "I-001")
    acts.tag(workspace, "I-001", ["C3"])
    undo(workspace)
    assert get_input(workspace, "I-001").state is InputState.RECEIVED
    undo(workspace)
    assert get_input(workspace, "I-001").state is InputState.EXPECTED
    assert get_input(workspace, "I-001").steps == ()
    redo(workspace)
    assert get_input(workspace, "I-001").state is InputState.RECEIVED
    assert history(workspace, most=1)[0].told == "receive I-001"


@pytest.mark.parametrize(
    ("wrong", "trouble", "told"),
    [
        ({"sender": "DLE-A"}, NotFound, "did you mean DEL-A"),
        ({"sender": "Swizterland"}, NotFound, "CHE"),
        ({"sender": "qqqq"}, NotFound, "stakeholder list"),
        ({"kind": "XX"}, NotFound, "choose one of IB"),
        ({"due": "2018-02-30"}, WrongUsage, "no day 2018-02-30"),
        ({"due": "3/4/2018"}, WrongUsage, "write it like"),
        ({"due": "soon"}, WrongUsage, "not a date"),
        ({"zone": "Geneva"}, WrongUsage, "no time zone"),
        ({"title": "  "}, WrongUsage, "title"),
        ({"since": "2018-03-29"}, WrongUsage, "before it is asked"),
        ({"details": Details(session="R9")}, NotFound, "R3"),
        ({"details": Details(phase="P9")}, NotFound, "P1, P2, P3"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_a_sentence_and_nothing_is_stored(workspace, wrong, trouble, told):
    with pytest.raises(trouble, match=told):
        expect(workspace, **wrong)
    assert list_inputs(workspace) == ()
    assert expect(workspace) == "I-001"


def test_an_input_is_called_by_its_number_in_any_dress(workspace):
    expect(workspace)
    assert get_input(workspace, "i-1").code == get_input(workspace, "1").code == "I-001"
    for wrong in ("I-002", "R3", "", "I-x"):
        with pytest.raises(NotFound, match="I-045"):
            get_input(workspace, wrong)


def test_it_is_noted_that_it_was_acknowledged_and_posted_and_that_its_text_is_to_follow(workspace):
    code = acts.receive_unannounced(workspace, "DEL-A", "WS", "Views", details=Details(visibility=Audience.PUBLIC)).code
    for remark in ("acknowledged", "posted", "text-to-follow"):
        acts.mark(workspace, code, remark)
    noted = remarks_of(get_input(workspace, code).steps)
    assert noted == {Remark.ACKNOWLEDGED, Remark.POSTED, Remark.TEXT_TO_FOLLOW}
    acts.mark(workspace, code, "text-came")
    assert Remark.TEXT_TO_FOLLOW not in remarks_of(get_input(workspace, code).steps)


def test_what_is_not_for_everybody_is_not_posted_and_what_has_not_come_is_not_acknowledged(workspace):
    ours = acts.receive_unannounced(
        workspace, "DEL-A", "WS", "Views", details=Details(visibility=Audience.PRIVATE)
    ).code
    with pytest.raises(Refused, match="not to be posted"):
        acts.mark(workspace, ours, "posted")
    expected = acts.expect(workspace, "DEL-A", "WS", "Later").code
    with pytest.raises(Refused, match="has not come in to be acknowledged"):
        acts.mark(workspace, expected, "acknowledged")
