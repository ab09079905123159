"""Who is reminded, when and how often: what is owed climbs a ladder, what was invited is asked for once."""

import csv
import json
from datetime import UTC
from email import message_from_bytes
from email.policy import default
from io import StringIO

import pytest

from negotiator.domain.chasing import LADDER, Tone
from negotiator.domain.inputs import OwedBy
from negotiator.errors import BadFile, Refused
from negotiator.services.chasing import record, reminders, written
from negotiator.services.groups import add_group
from negotiator.services.history import undo
from negotiator.services.input_acts import receive, receive_unannounced
from negotiator.services.input_rules import Details
from tests.inputs_desk import copy, expect, with_delegations
from tests.running import negotiator
from tests.samples import looking_back


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return with_delegations(tmp_path_factory.mktemp("made"))


@pytest.fixture
def workspace(made, tmp_path):
    return copy(made, tmp_path)


def at(workspace, day):
    """The clock of the workspace on the morning of a day."""
    from datetime import datetime

    workspace.clock.moment = datetime.fromisoformat(f"{day}T14:00:00").replace(tzinfo=UTC)
    return workspace


def owed(workspace, due="2018-04-20", **more):
    return expect(workspace, due, details=Details(owed_by=OwedBy.REQUESTED), since="2018-03-01", **more)


def test_what_we_owe_ourselves_is_nobody_elses_to_be_reminded_of(workspace):
    expect(workspace, "2018-04-02", details=Details(owed_by=OwedBy.US), since="2018-03-01")
    at(workspace, "2018-04-10")
    assert reminders(workspace) == ()


def test_what_is_owed_is_asked_for_on_each_rung_and_then_every_day(workspace):
    owed(workspace)
    asked = []
    for day in range(3, 24):
        at(workspace, f"2018-04-{day:02}")
        found = reminders(workspace)
        if found:
            asked.append(found[0].days)
            record(workspace, found)
            assert reminders(workspace) == ()
    assert asked == [14, 7, 4, 3, 2, 1, 0, -1, -2, -3]
    assert tuple(asked[:7]) == LADDER


def test_a_rung_that_was_missed_is_made_up_for_once(workspace):
    owed(workspace)
    at(workspace, "2018-04-11")
    found = reminders(workspace)
    assert [each.days for each in found] == [9]
    record(workspace, found)
    assert reminders(at(workspace, "2018-04-12")) == ()


def test_whoever_was_invited_is_reminded_once_and_courteously(workspace):
    expect(workspace, "2018-04-20", since="2018-03-01")
    assert reminders(at(workspace, "2018-04-10")) == ()
    found = reminders(at(workspace, "2018-04-14"))
    assert [each.tone for each in found] == [Tone.INVITED]
    record(workspace, found)
    assert reminders(at(workspace, "2018-05-20")) == ()
    undo(workspace)
    assert len(reminders(workspace)) == 1


def test_at_half_past_eleven_at_night_in_new_york_nothing_is_overdue_though_geneva_has_the_next_day(workspace):
    from datetime import datetime

    owed(workspace, "2018-04-20")
    workspace.clock.moment = datetime(2018, 4, 21, 3, 30, tzinfo=UTC)
    assert [(each.days, each.tone) for each in reminders(workspace)] == [(0, Tone.OWED)]
    workspace.clock.moment = datetime(2018, 4, 21, 4, 0, tzinfo=UTC)
    assert [each.tone for each in reminders(workspace)] == [Tone.OVERDUE]


def test_what_came_or_is_covered_by_a_group_is_not_chased(workspace):
    first, _second = owed(workspace), owed(workspace, sender="del-b")
    at(workspace, "2018-04-06")
    receive(workspace, first)
    add_group(workspace, "DUO", ["DEL-A", "DEL-B"], name="The Two")
    receive_unannounced(workspace, "DEL-A", "WS", "For both", group="DUO")
    assert reminders(workspace) == ()


def test_the_words_are_in_the_language_of_the_addressee_and_from_the_workspaces_own_template(workspace):
    owed(workspace, title="[/] $5 for 'x'")
    at(workspace, "2018-04-22")
    found = reminders(workspace)
    english, chinese = written(workspace, found)[0], written(workspace, found, "zh")[0]
    assert "[/] $5 for 'x'" in english.subject
    assert "尚未收到" in chinese.words
    folder = workspace.root / "data" / "templates"
    folder.mkdir(parents=True)
    (folder / "chase-overdue.en.txt").write_text("Hello $name\n\n$title is late by $days days.\n", "utf-8")
    own = written(workspace, found)[0]
    assert (own.subject, own.words) == ("Hello Delegation A", "[/] $5 for 'x' is late by 2 days.\n")
    (folder / "chase-overdue.en.txt").write_text("Hello $name\n\n$nobody\n", "utf-8")
    with pytest.raises(BadFile, match="line 3: there is no such field"):
        written(workspace, found)


def test_looking_back_shows_who_was_to_be_reminded_then_and_records_nothing(workspace):
    owed(workspace, "2018-04-02")
    back = looking_back(workspace, "2018-04-01")
    assert [each.days for each in reminders(back)] == [1]
    with pytest.raises(Refused, match="looking back"):
        record(back, reminders(back))


def test_the_command_line_writes_files_records_and_sends_nothing(workspace, tmp_path):
    owed(workspace, "2018-04-04", title="=HYPERLINK(1)")
    root, table = workspace.root, tmp_path / "merge.csv"
    told = json.loads(negotiator("input", "chase", "--dry-run", "--json", workspace=root).out)
    assert told["schema"] == "negotiator.reminders/1"
    mails = tmp_path / "mails"
    ran = negotiator("input", "chase", "--format", "eml", workspace=root)
    assert (ran.code, "Name a folder" in ran.err) == (2, True)
    assert negotiator("input", "chase", "-o", table, workspace=root, env={"NEGOTIATOR_USER": "ana"}).code == 0
    rows = list(csv.DictReader(StringIO(table.read_text("utf-8"))))
    assert all(not row["subject"].startswith("=") for row in rows)
    assert "Nobody is to be reminded" in negotiator("input", "chase", workspace=root).err
    assert negotiator("undo", workspace=root, env={"NEGOTIATOR_USER": "ana"}).code == 0
    assert negotiator("input", "chase", "--format", "eml", "-o", mails, workspace=root).code == 0
    mail = message_from_bytes(next(mails.iterdir()).read_bytes(), policy=default)
    assert mail["Content-Language"] == "en"
    assert mail["To"] is None
