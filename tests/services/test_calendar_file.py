"""The calendar for other programs: read back with the library that calendar programs build on."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from negotiator import i18n
from negotiator.services.calendar import move_session
from negotiator.services.calendar_file import calendar_file
from negotiator.workspace import Workspace
from tests.samples import looking_back, workspace_of_the_process


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    i18n.use("en")
    return workspace_of_the_process(tmp_path_factory.mktemp("ics") / "w")


def events(workspace: Workspace) -> dict[str, Event]:
    data, number = calendar_file(workspace)
    read = Calendar.from_ical(data)
    found = {str(each["UID"]): each for each in read.walk("VEVENT")}
    assert len(found) == number, "each entry has a name of its own"
    return found


def test_a_day_of_a_session_is_wall_time_with_its_zone(workspace) -> None:
    found = events(looking_back(workspace, "2018-03-01"))
    day = found["R2-1@gcm.negotiator"]
    assert day.start.isoformat() == "2018-03-12T10:00:00-04:00"
    assert day.end.isoformat() == "2018-03-12T18:00:00-04:00"
    assert day["LOCATION"] == "UN Headquarters, New York"


def test_morocco_stays_an_hour_ahead_in_december(workspace) -> None:
    assert events(looking_back(workspace, "2018-03-01"))["IGC-1@gcm.negotiator"].start.utcoffset() == timedelta(hours=1)


def test_a_deadline_is_a_whole_day_and_a_half_day_is_one_meeting(workspace) -> None:
    found = events(looking_back(workspace, "2018-03-01"))
    assert found["M06c-due@gcm.negotiator"].start == date(2018, 4, 30)
    assert found["M06c-due@gcm.negotiator"].end == date(2018, 5, 1)
    hearing = found["H3-1@gcm.negotiator"]
    assert hearing.end - hearing.start == timedelta(hours=3)
    assert isinstance(hearing.start, datetime)


def test_only_what_was_known_then_is_in_it(workspace) -> None:
    found = events(looking_back(workspace, "2017-12-01"))
    assert "R2-1@gcm.negotiator" not in found
    assert found["R2-plan@gcm.negotiator"].start == date(2018, 3, 1)
    assert "draft-zero@gcm.negotiator" not in found


def test_every_zone_in_it_is_described(workspace) -> None:
    read = Calendar.from_ical(calendar_file(looking_back(workspace, "2018-03-01"))[0])
    described = {str(each["TZID"]) for each in read.walk("VTIMEZONE")}
    assert {"America/New_York", "Europe/Zurich", "Europe/Vienna", "Africa/Casablanca"} <= described
    assert read.get_missing_tzids() == set()


def test_a_day_that_moves_keeps_its_name_so_that_programs_update_it(tmp_path) -> None:
    i18n.use("en")
    workspace = workspace_of_the_process(tmp_path / "w")
    move_session(workspace, "R5", start="2018-06-11", why="the room is taken")
    assert events(workspace)["R5-1@gcm.negotiator"].start.date() == date(2018, 6, 11)
