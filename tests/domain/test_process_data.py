"""The 71/280 process as data: the facts that the calendar must show."""

from datetime import date, timedelta
from functools import cache

import pytest

from negotiator.domain.calendar import count_days, next_milestones, next_session, scheduled_by_month, sessions_on
from negotiator.domain.dates import Instant, gap_between, parse_instant
from negotiator.domain.process import Certainty, phases_on
from negotiator.domain.session import Session, SessionKind, SessionState
from negotiator.domain.template import Template, read_template
from negotiator.resources import shipped

NEW_YORK = "America/New_York"


@cache
def gcm() -> Template:
    return read_template(shipped("data", "processes", "gcm.toml").read_text("utf-8"), "gcm.toml")


def session(code: str) -> Session:
    return next(each for each in gcm().sessions if each.code == code)


def of_kind(kind: SessionKind) -> list[Session]:
    return [each for each in gcm().sessions if each.kind is kind]


def at(text: str) -> Instant:
    return parse_instant(text, NEW_YORK)


LATER = at("2019-01-01")


def test_six_thematic_sessions_take_twelve_days() -> None:
    count = count_days(gcm().sessions, LATER, "P1", SessionKind.THEMATIC)
    assert (count.sessions, count.held, count.scheduled, count.met) == (6, 6, 12.0, 12.0)


def test_the_rounds_are_scheduled_on_26_days_month_by_month() -> None:
    assert scheduled_by_month(of_kind(SessionKind.NEGOTIATION)) == {
        date(2018, 2, 1): 3.0,
        date(2018, 3, 1): 4.0,
        date(2018, 4, 1): 4.0,
        date(2018, 5, 1): 5.0,
        date(2018, 6, 1): 5.0,
        date(2018, 7, 1): 5.0,
    }


def test_each_round_has_as_many_days_as_the_mandate_foresaw_in_its_month() -> None:
    for each in of_kind(SessionKind.NEGOTIATION):
        assert each.plan is not None
        assert each.plan.window is not None
        assert each.days_scheduled == each.plan.days
        assert all(day.date in each.plan.window for day in each.days)


def test_the_rounds_met_on_24_days_because_the_sixth_paused() -> None:
    assert count_days(gcm().sessions, LATER, "P3", SessionKind.NEGOTIATION).met == 24
    sixth = session("R6")
    assert sixth.days_scheduled == 5
    assert [day.date.day for day in sixth.days if day.met] == [9, 10, 13]


def test_the_hearings_add_up_to_four_days_with_halves() -> None:
    hearings = of_kind(SessionKind.HEARING)
    assert [each.days_scheduled for each in hearings] == [1, 1, 0.5, 1, 0.5]
    assert sum(each.days_met(LATER) for each in hearings) == 4.0


def test_a_hearing_inside_a_round_is_not_a_day_of_the_round() -> None:
    assert [day.date.day for day in session("R1").days] == [20, 22, 23]
    assert session("H4").days[0].date == date(2018, 2, 21)
    assert [each.code for each in sessions_on(gcm().sessions, at("2018-02-21T12:00"))] == ["R1", "H4"]
    assert session("R1").day_on(at("2018-02-21T12:00")) is None
    assert session("R1").day_on(at("2018-02-22T12:00")) == 2


def test_the_stocktaking_took_three_days_in_mexico() -> None:
    stocktaking = session("ST")
    assert stocktaking.days_met(LATER) == 3
    assert (stocktaking.country, stocktaking.zone) == ("MEX", "America/Mexico_City")


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2017-03-31", []),
        ("2017-04-01", ["P1"]),
        ("2017-11-01", ["P1", "P2"]),
        ("2017-11-30", ["P1", "P2"]),
        ("2017-12-01", ["P2"]),
        ("2018-02-01", ["P3"]),
        ("2018-08-01", []),
    ],
)
def test_november_2017_belongs_to_two_phases(day: str, codes: list[str]) -> None:
    assert [phase.code for phase in phases_on(gcm().phases, date.fromisoformat(day))] == codes


def test_sessions_of_november_belong_to_both_phases() -> None:
    assert session("RC4").phases == ("P1", "P2")


def test_new_york_and_geneva_are_five_hours_apart_during_the_second_round() -> None:
    gaps = {}
    for code in ("R1", "R2", "R3"):
        begins = session(code).begins
        assert begins is not None
        gaps[code] = gap_between("Europe/Zurich", NEW_YORK, begins)
    assert gaps == {"R1": timedelta(hours=6), "R2": timedelta(hours=5), "R3": timedelta(hours=6)}


@pytest.mark.parametrize(
    ("code", "opens"),
    [
        ("TS1", "2017-05-08T10:00:00+02:00"),
        ("TS5", "2017-09-04T10:00:00+02:00"),
        ("ST", "2017-12-04T10:00:00-06:00"),
        ("ZDP", "2018-02-05T15:00:00-05:00"),
        ("R2", "2018-03-12T10:00:00-04:00"),
        ("IGC", "2018-12-10T10:00:00+01:00"),
    ],
)
def test_sessions_open_on_the_clock_of_their_place(code: str, opens: str) -> None:
    begins = session(code).begins
    assert begins is not None
    assert begins.iso() == opens


def test_a_panel_may_have_two_moderators() -> None:
    assert session("TS6").panels[0].moderators == ("DEU", "TUN")
    assert len(session("TS6").panels) == 3
    assert session("TS1").panels[2].certainty is Certainty.MEDIUM


def test_figures_on_which_sources_differ_are_claims() -> None:
    claims = [(claim.what, claim.value.en) for claim in gcm().claims if claim.subject == "H4"]
    assert claims == [("length", "a full day"), ("length", "half a day")]
    assert len([claim for claim in gcm().claims if claim.subject == "ST" and claim.what == "attendance"]) == 2


def test_the_chain_of_drafts_stands_among_the_milestones() -> None:
    chain = [(each.draft, each.window.first.isoformat()) for each in gcm().milestones if each.draft][:7]
    assert chain == [
        ("zero", "2018-02-05"),
        ("zero-plus", "2018-03-05"),
        ("rev1", "2018-03-26"),
        ("rev2", "2018-05-28"),
        ("rev3", "2018-06-29"),
        ("final", "2018-07-11"),
        ("agreed", "2018-07-13"),
    ]


def test_there_are_two_co_facilitators() -> None:
    assert sorted(role.state for role in gcm().roles if role.role == "co-facilitator") == ["CHE", "MEX"]


def test_everything_people_read_is_there_in_both_languages() -> None:
    read = gcm()
    titles = [read.process.title, *(each.title for each in (*read.phases, *read.roles, *read.milestones))]
    for each in read.sessions:
        titles += [each.title, each.place, each.venue, each.note, each.outcome]
        titles += [each.plan.text, each.plan.place] if each.plan else []
    titles += [claim.value for claim in read.claims]
    assert [title for title in titles if bool(title.en) != bool(title.zh)] == []


def test_every_fact_that_is_called_certain_names_a_source() -> None:
    read = gcm()
    facts = [*read.sessions, *read.milestones, *read.roles]
    assert [fact for fact in facts if fact.certainty is Certainty.HIGH and not fact.sources] == []


def test_the_days_of_a_round_are_unknown_until_they_are_announced() -> None:
    before = session("R3").as_known(at("2017-12-21"))
    assert before.days == ()
    assert before.days_scheduled == 4
    assert session("R3").as_known(at("2017-12-22")).days != ()


def test_the_conference_stands_in_new_york_until_it_is_moved() -> None:
    before, after = session("IGC").as_known(at("2017-12-23")), session("IGC").as_known(at("2017-12-24"))
    assert (before.place.en, before.venue.en, before.window and before.window.last) == (
        "New York",
        "",
        date(2018, 9, 24),
    )
    assert (after.place.en, after.window and after.window.first) == ("Marrakech", date(2018, 12, 10))


def test_what_took_place_is_told_only_afterwards() -> None:
    assert not session("R6").as_known(at("2018-07-12")).outcome
    assert session("R6").as_known(at("2018-07-13")).outcome


def test_a_text_that_is_not_released_is_not_named() -> None:
    assert session("R5").as_known(at("2018-05-01"), {"rev2"}).draft == ""
    assert session("R5").as_known(at("2018-06-01"), set()).draft == "rev2"


def test_only_what_was_known_to_come_is_foretold() -> None:
    assert [each.code for each in next_milestones(gcm().milestones, at("2018-03-01"))] == [
        "conference-accreditation-closes",
        "general-debate",
        "adoption",
    ]
    assert next_milestones(gcm().milestones, at("2017-11-09"))[0].code != "inputs-close"
    assert next_milestones(gcm().milestones, at("2017-11-10"))[0].code == "inputs-close"


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2018-04-03T09:59", SessionState.COMING),
        ("2018-04-03T10:00", SessionState.ON),
        ("2018-04-04T23:00", SessionState.ON),
        ("2018-04-06T17:59", SessionState.ON),
        ("2018-04-06T18:00", SessionState.HELD),
    ],
)
def test_a_session_is_on_from_its_first_opening_to_its_last_closing(moment: str, state: SessionState) -> None:
    assert session("R3").state(at(moment)) is state


def test_a_half_day_is_over_after_one_meeting() -> None:
    assert session("H5").state(at("2018-05-21T13:00")) is SessionState.HELD
    assert session("ZDP").state(at("2018-02-05T17:59")) is SessionState.ON
    assert session("ZDP").state(at("2018-02-05T18:00")) is SessionState.HELD


def test_a_session_of_which_only_the_month_is_known_is_held_when_the_month_is_over() -> None:
    assert session("IDM2").state(at("2017-07-31T12:00")) is SessionState.COMING
    assert session("IDM2").state(at("2017-08-02")) is SessionState.HELD


def test_a_day_counts_as_met_once_it_has_closed() -> None:
    assert session("R3").days_met(at("2018-04-03T10:12")) == 0
    assert session("R3").days_met(at("2018-04-03")) == 1
    assert session("R3").days_met(at("2018-04-05")) == 3


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        ("2017-01-01", "TS1"),
        ("2017-07-25", "H1"),
        ("2017-08-01", "TS5"),
        ("2018-04-01", "R3"),
        ("2018-07-14", "IGC"),
        ("2019-01-01", None),
    ],
)
def test_the_next_session_leaves_side_tracks_out(moment: str, code: str | None) -> None:
    found = next_session([each.as_known(at(moment)) for each in gcm().sessions], at(moment))
    assert (found.code if found else None) == code
