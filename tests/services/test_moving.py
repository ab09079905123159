"""Changing a date at the last minute: what hangs on it is shown first, the old date stays, people are named."""

from datetime import UTC, date, datetime, timedelta

import pytest

from negotiator import i18n
from negotiator.domain.inputs import OwedBy
from negotiator.domain.mandate import Status
from negotiator.errors import NotFound, WrongUsage
from negotiator.resources import shipped
from negotiator.services import input_acts
from negotiator.services.calendar import move_session
from negotiator.services.elsewhere import Elsewhere
from negotiator.services.history import undo
from negotiator.services.input_rules import Details
from negotiator.services.mandate import get_action
from negotiator.services.mandate_acts import override, supersede
from negotiator.services.moving import move_milestone, preview_action, preview_milestone, preview_session
from negotiator.services.processes import get_session, list_milestones
from negotiator.workspace import Workspace
from tests.samples import SteadyClock, looking_back, workspace_of_the_process

TEXT = shipped("data", "processes", "gcm.toml").read_text("utf-8")


def changed(tmp_path, day: datetime, *changes: tuple[str, str]) -> Workspace:
    """A copy of the process as it was planned, on a day of its own."""
    i18n.use("en")
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / "planned.toml").write_text(text, "utf-8")
    clock = SteadyClock(day, timedelta(milliseconds=1))
    return workspace_of_the_process(tmp_path / "w", clock=clock, template=str(tmp_path / "planned.toml"))


def test_the_conference_goes_from_september_to_december(tmp_path) -> None:
    start = TEXT.index('[[sessions]]\ncode = "IGC"')
    old = TEXT[start : TEXT.index("announced = 2017-12-24", start) + 22]
    new = old
    for real, planned in (
        ("2018-12-10", "2018-09-20"),
        ("2018-12-11", "2018-09-21"),
        ("2017-12-24", "2017-04-06"),
        ('country = "MAR"', 'country = "USA"'),
        ('zone = "Africa/Casablanca"', 'zone = "America/New_York"'),
        ('place = { en = "Marrakech", zh = "马拉喀什" }', 'place = { en = "New York", zh = "纽约" }'),
        ('venue = { en = "Bab Ighli", zh = "巴布伊格利" }', 'venue = { en = "UN Headquarters", zh = "联合国总部" }'),
    ):
        new = new.replace(real, planned)
    before_it = TEXT.index('superseded = [\n  { by = "A/RES/72/244"')
    own = TEXT[before_it : TEXT.index("]\n", before_it) + 2]
    workspace = changed(tmp_path, datetime(2017, 12, 24, 15, tzinfo=UTC), (old, new), (own, ""))
    input_acts.expect(
        workspace, "FRA", "WS", "Statement at the conference", due="2018-09-20", details=Details(session="IGC")
    )

    to_marrakech = Elsewhere("Marrakech", "Bab Ighli", "MAR", "Africa/Casablanca")
    preview = preview_session(workspace, "IGC", start="2018-12-10", days=2, elsewhere=to_marrakech)
    effects = {each.before.action.code: (each.before.status, each.after.status) for each in preview.effects}
    assert effects["M01a"] == (Status.NOT_DUE, Status.MISSED), "too late, and not at Headquarters"
    assert "M01c" in effects
    assert preview.stakeholders == ("FRA",)
    assert preview.leaves is not None
    assert preview.goes_to is not None
    assert (preview.leaves.place.en, preview.goes_to.place.en) == ("New York", "Marrakech")
    assert get_session(workspace, "IGC").window == preview.before, "nothing was stored"
    assert get_session(workspace, "IGC").place.en == "New York", "nothing was stored"

    move_session(
        workspace,
        "IGC",
        start="2018-12-10",
        days=2,
        why="held in Marrakech",
        source="A/RES/72/244",
        decided="2017-12-24",
        by="General Assembly",
        elsewhere=to_marrakech,
    )
    moved, before = get_session(workspace, "IGC"), get_session(looking_back(workspace, "2017-12-23"), "IGC")
    assert (moved.place.en, moved.country, moved.zone) == ("Marrakech", "MAR", "Africa/Casablanca")
    assert (before.place.en, before.country, before.zone) == ("New York", "USA", "America/New_York")
    [move] = get_session(workspace, "IGC").moves
    assert (move.by, move.source, move.before[0].date.isoformat()) == ("General Assembly", "A/RES/72/244", "2018-09-20")
    assert get_session(looking_back(workspace, "2017-12-23"), "IGC").days[0].date.isoformat() == "2018-09-20"
    assert get_action(workspace, "M01a").status is Status.MISSED
    supersede(workspace, "M01a", "A/RES/72/244", why="the Assembly agreed otherwise", on="2017-12-24")
    assert get_action(workspace, "M01a").status is Status.SUPERSEDED
    assert get_action(looking_back(workspace, "2017-12-23"), "M01a").status is Status.NOT_DUE


def test_accreditation_is_extended_from_the_9th_to_the_17th_of_april(tmp_path) -> None:
    start = TEXT.index('[[milestones]]\ncode = "accreditation-closes"')
    old = TEXT[start : TEXT.index("date = 2017-04-17", start) + 17]
    hangs = 'due = { rule = "fuzzy", text = { en = "By April 2017", zh = "最迟于2017年4月" }, earliest = 2017-04-01'
    after = 'due = { rule = "after", text = { en = "After applications", zh = "申请截止后" }, days = 14, event = "accreditation-closes", earliest = 2017-04-01'  # noqa: E501
    workspace = changed(
        tmp_path,
        datetime(2017, 4, 7, 15, tzinfo=UTC),
        (old, old.replace("2017-04-17", "2017-04-09")),
        (hangs, after),
    )
    input_acts.expect(workspace, "KEN", "WS", "Application", due="2017-04-09")
    preview = preview_milestone(workspace, "accreditation-closes", "2017-04-17")
    [effect] = preview.effects
    assert effect.before.action.code == "M06b"
    assert (effect.before.term.lenient, effect.after.term.lenient) == (
        datetime(2017, 4, 23).date(),
        datetime(2017, 5, 1).date(),
    )
    assert preview.stakeholders == ("KEN",)
    move_milestone(
        workspace,
        "accreditation-closes",
        "2017-04-17",
        why="many asked",
        source="letter",
        by="PGA",
        decided="2017-04-07",
    )
    assert date_of(workspace, "accreditation-closes") == "2017-04-17"
    assert date_of(looking_back(workspace, "2017-04-06"), "accreditation-closes") == "2017-04-09"
    assert get_action(workspace, "M06b").term.lenient == effect.after.term.lenient
    undo(workspace)
    assert date_of(workspace, "accreditation-closes") == "2017-04-09"


def date_of(workspace: Workspace, code: str) -> str:
    [found] = [each for each in list_milestones(workspace) if each.code == code]
    return found.window.last.isoformat()


def test_a_date_that_is_not_there_or_is_the_same_is_refused(tmp_path) -> None:
    workspace = changed(tmp_path, datetime(2018, 4, 3, 15, tzinfo=UTC))
    with pytest.raises(NotFound):
        preview_milestone(workspace, "nothing", "2018-05-01")
    with pytest.raises(WrongUsage, match="already"):
        preview_milestone(workspace, "adoption", "2018-12-10")
    with pytest.raises(WrongUsage, match="why"):
        move_milestone(workspace, "adoption", "2018-12-11", why=" ")


def test_another_last_day_of_an_action_is_shown_first_and_the_old_one_stays(tmp_path) -> None:
    workspace = changed(tmp_path, datetime(2018, 4, 3, 15, tzinfo=UTC))
    asked = Details(owed_by=OwedBy.REQUESTED)
    input_acts.expect(workspace, "CHE", "AC", "Second list", due="2018-04-30", details=asked)
    preview = preview_action(workspace, "m06c", "2018-05-15")
    assert preview.before is not None
    assert (preview.before.last.isoformat(), preview.stakeholders) == ("2018-04-30", ("CHE",))
    [effect] = preview.effects
    assert (effect.before.status, effect.after.status) == (Status.DUE_SOON, Status.NOT_DUE)
    assert get_action(workspace, "M06c").status is Status.DUE_SOON, "nothing was stored"
    override(workspace, "M06c", None, until="2018-05-15", why="many asked", by="PGA", source="letter of 3 April")
    found = get_action(workspace, "M06c")
    assert (found.status, found.days_left) == (Status.NOT_DUE, 42)
    [change] = found.action.overrides
    assert (change.by, change.source, change.why) == ("PGA", "letter of 3 April", "many asked")
    assert get_action(looking_back(workspace, "2018-04-02"), "M06c").days_left == 28
    undo(workspace)
    assert get_action(workspace, "M06c").action.overrides == ()
    with pytest.raises(WrongUsage, match="already"):
        preview_action(workspace, "M28f", "2018-07-31")


def test_what_hangs_on_an_action_moves_with_its_last_day(tmp_path) -> None:
    rule = 'due = { rule = "none", text = { en = "No date is set", zh = "未定日期" } }\nrecurs = "each-hearing"'
    hangs = 'due = { rule = "after", text = { en = "After", zh = "之后" }, event = "M06c", days = 10 }'
    workspace = changed(tmp_path, datetime(2018, 4, 3, 15, tzinfo=UTC), (rule, hangs))
    effects = {each.before.action.code: each for each in preview_action(workspace, "M06c", "2018-05-15").effects}
    assert effects["M30b"].before.term.lenient == date(2018, 5, 10)
    assert effects["M30b"].after.term.lenient == date(2018, 5, 25)


def test_a_place_that_is_none_is_refused(tmp_path) -> None:
    workspace = changed(tmp_path, datetime(2018, 4, 3, 15, tzinfo=UTC))
    with pytest.raises(WrongUsage, match="country code"):
        preview_session(workspace, "R4", start="2018-05-14", elsewhere=Elsewhere("Geneva", country="Switzerland"))
    with pytest.raises(WrongUsage, match="time zone"):
        preview_session(workspace, "R4", start="2018-05-14", elsewhere=Elsewhere("Geneva", zone="Europe/Geneva"))
    with pytest.raises(WrongUsage, match="which time zone Geneva is"):
        preview_session(workspace, "R4", start="2018-05-14", elsewhere=Elsewhere("Geneva", country="che"))
    geneva = Elsewhere("Geneva", country="che", zone="Europe/Zurich")
    only_place = preview_session(workspace, "R4", start="2018-05-14", elsewhere=geneva)
    assert only_place.before == only_place.after
    assert any(each.after.status is Status.MISSED for each in only_place.effects), "the rounds are at Headquarters"


def test_the_same_town_keeps_its_name_in_both_languages_and_another_leaves_the_state_behind(tmp_path) -> None:
    workspace = changed(tmp_path, datetime(2018, 4, 3, 15, tzinfo=UTC))
    r4 = get_session(workspace, "R4")
    assert Elsewhere("new york", "Conference Room 2").of(r4).place == r4.place
    vienna = Elsewhere("Vienna", zone="Europe/Vienna").of(r4)
    assert (vienna.country, vienna.venue.en, vienna.zone) == ("", "", "Europe/Vienna")
