"""A changed copy of the real process fails where the real one passes, check by check."""

import pytest

from negotiator import i18n
from negotiator.domain.mandate import Judged, Status, Tone
from negotiator.domain.template import read_template
from negotiator.errors import BadFile
from negotiator.resources import shipped
from negotiator.services.mandate import get_action
from tests.samples import looking_back, workspace_of_the_process

TEXT = shipped("data", "processes", "gcm.toml").read_text("utf-8")


def judged(tmp_path, code: str, day: str, *changes: tuple[str, str]) -> Judged:
    """How an action stands in a copy of the process with some words changed."""
    i18n.use("en")
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    tmp_path.mkdir(exist_ok=True)
    file = tmp_path / "changed.toml"
    file.write_text(text, "utf-8")
    workspace = workspace_of_the_process(tmp_path / "w", template=str(file))
    return get_action(looking_back(workspace, day), code)


def in_session(code: str, old: str, new: str) -> tuple[str, str]:
    """A change inside the table of one session."""
    start = TEXT.index(f'[[sessions]]\ncode = "{code}"')
    end = TEXT.index(old, start) + len(old)
    return TEXT[start:end], TEXT[start : end - len(old)] + new


def in_action(code: str, old: str, new: str) -> tuple[str, str]:
    start = TEXT.index(f'[[actions]]\ncode = "{code}"')
    end = TEXT.index(old, start) + len(old)
    return TEXT[start:end], TEXT[start : end - len(old)] + new


def test_a_thirteenth_working_day_breaks_the_ceiling(tmp_path) -> None:
    found = judged(tmp_path, "M16a", "2018-01-15", in_session("TS6", "end = 2017-10-13", "end = 2017-10-16"))
    assert (found.status, found.tone) == (Status.MISSED, Tone.RED)
    assert "more days are on the calendar" in found.why


def test_a_seventh_thematic_session_is_one_too_many(tmp_path) -> None:
    found = judged(tmp_path, "M15", "2018-01-15", in_session("H1", 'kind = "hearing"', 'kind = "thematic"'))
    assert found.status is Status.MISSED


def test_a_thematic_session_in_another_month_is_outside_its_time(tmp_path) -> None:
    change = in_session("TS4", "start = 2017-07-24\nend = 2017-07-25", "start = 2017-08-24\nend = 2017-08-25")
    found = judged(tmp_path, "M15", "2018-01-15", change)
    assert found.status is Status.MISSED
    assert "TS4" in found.why


def test_four_panels_are_too_many(tmp_path) -> None:
    panel = '[[sessions.panels]]\nmoderators = ["DEU", "TUN"]'
    found = judged(tmp_path, "M16b", "2018-01-15", (panel, '[[sessions.panels]]\ncertainty = "high"\n\n' + panel))
    assert (found.status, found.tone) == (Status.MISSED, Tone.RED)


def test_two_days_of_stocktaking_are_too_few(tmp_path) -> None:
    found = judged(tmp_path, "M23", "2018-01-15", in_session("ST", "end = 2017-12-06", "end = 2017-12-05"))
    assert (found.status, found.tone) == (Status.MISSED, Tone.RED)
    assert found.figures.startswith("2 of 3 days")


def test_stocktaking_elsewhere_is_not_where_it_had_to_be(tmp_path) -> None:
    found = judged(tmp_path, "M23", "2018-01-15", in_session("ST", 'country = "MEX"', 'country = "USA"'))
    assert found.status is Status.MISSED


def test_a_round_with_a_day_less_misses_its_month(tmp_path) -> None:
    found = judged(tmp_path, "M28c", "2018-07-14", in_session("R3", "end = 2018-04-06", "end = 2018-04-05"))
    assert (found.status, found.figures) == (Status.MISSED, "3 of 4 days")


def test_a_round_in_the_wrong_month_misses_both(tmp_path) -> None:
    change = in_session("R3", "start = 2018-04-03\nend = 2018-04-06", "start = 2018-05-01\nend = 2018-05-04")
    assert judged(tmp_path, "M28c", "2018-07-14", change).status is Status.MISSED
    assert judged(tmp_path / "again", "M28d", "2018-07-14", change).status is Status.MISSED


def test_half_a_day_of_hearings_less_misses_the_four(tmp_path) -> None:
    change = in_session("H4", "start = 2018-02-21", "start = 2018-02-21\ndays = [{ date = 2018-02-21, length = 0.5 }]")
    found = judged(tmp_path, "M30a", "2018-07-14", change)
    assert (found.status, found.tone) == (Status.MISSED, Tone.RED)
    assert found.figures.startswith("3.5 of 4 days")


def test_a_chairs_summary_after_the_zero_draft_is_late(tmp_path) -> None:
    start = TEXT.index('code = "st-summary"')
    old = TEXT[start : TEXT.index("date = 2017-12-22", start) + 17]
    found = judged(tmp_path, "M25", "2018-07-14", (old, old.replace("2017-12-22", "2018-02-06")))
    assert (found.status, found.tone) == (Status.LATE, Tone.RED)


def test_a_zero_draft_in_the_middle_of_february_is_met_on_the_lenient_reading_only(tmp_path) -> None:
    found = judged(tmp_path, "M27", "2018-07-14", ("date = 2018-02-05\ntime = 15:00:00", "date = 2018-02-15"))
    assert (found.status, found.tone) == (Status.MET_LENIENT, Tone.AMBER)


def test_a_zero_draft_in_march_is_late_and_missed_until_it_comes(tmp_path) -> None:
    change = ("date = 2018-02-05\ntime = 15:00:00", "date = 2018-03-02")
    assert judged(tmp_path, "M27", "2018-03-01", change).status is Status.MISSED
    assert judged(tmp_path / "again", "M27", "2018-03-02", change).status is Status.LATE


def test_one_co_facilitator_is_not_two(tmp_path) -> None:
    start = TEXT.index('[[roles]]\nrole = "co-facilitator"')
    end = TEXT.index("[[roles]]", start + 5)
    found = judged(tmp_path, "M05a", "2017-06-01", (TEXT[start:end], ""))
    assert (found.status, found.figures) == (Status.MISSED, "1 of 2")


def test_a_focal_point_appointed_in_june_is_late(tmp_path) -> None:
    start = TEXT.index('role = "conference-secretary-general"')
    old = TEXT[start : TEXT.index("since = 2017-04-01", start) + 18]
    found = judged(tmp_path, "M10", "2017-07-01", (old, old.replace("2017-04-01", "2017-06-01")))
    assert (found.status, found.tone) == (Status.LATE, Tone.RED)


def test_four_regional_discussions_inform_and_never_colour_because_the_date_is_ours(tmp_path) -> None:
    found = judged(tmp_path, "M22a", "2017-12-05", in_session("RC5", "start = 2017-11-06", "start = 2017-12-06"))
    assert (found.status, found.tone) == (Status.MISSED, Tone.NONE)
    assert "a habit of ours" in found.why


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (in_action("M25", 'event = "draft-zero"', 'event = "draft-nothing"'), "(M25): expected the code of a session"),
        (in_action("M13", "latest = 2018-01-31", "latest = 2017-01-31"), "expected a date not before 2017-12-31"),
        (in_action("M23", 'of = "stocktaking"', 'of = "seance"'), "expected one of thematic"),
        (in_action("M10", 'role = "conf', 'role = "x-conf'), "expected an office"),
        (in_action("M27", 'kind = "deadline"', 'kind = "dead-line"'), "expected one of deadline"),
        (in_action("M25", 'event = "draft-zero"', 'event = "M25"'), "an event that does not wait for this action"),
    ],
)
def test_a_template_that_names_what_there_is_not_is_refused_with_the_place(change, told) -> None:
    i18n.use("en")
    old, new = change
    with pytest.raises(BadFile) as trouble:
        read_template(TEXT.replace(old, new, 1), "mine.toml")
    assert told in trouble.value.message
    assert "actions[" in trouble.value.message


def test_rules_that_wait_for_one_another_are_refused() -> None:
    i18n.use("en")
    text = TEXT
    for old, new in (
        in_action("M25", 'event = "draft-zero"', 'event = "M26"'),
        in_action("M26", 'event = "R1"', 'event = "M25"'),
    ):
        text = text.replace(old, new, 1) if old in text else text.replace(old.split("\n")[-1], new.split("\n")[-1], 1)
    with pytest.raises(BadFile, match="does not wait for this action in turn"):
        read_template(text, "mine.toml")
