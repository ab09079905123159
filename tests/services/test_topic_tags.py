"""Sessions and paragraphs are about something, and the mandate counts what they touch."""

import json

import pytest

from negotiator.errors import NotFound, Refused
from negotiator.services import input_acts
from negotiator.services.history import undo
from negotiator.services.mandate import get_action
from negotiator.services.topic_tags import tag_provision, tag_session
from negotiator.services.topics import coverage
from negotiator.services.touching import By, touching
from tests.running import negotiator
from tests.samples import looking_back


def status(workspace, code):
    return get_action(workspace, code)


def test_the_parts_of_the_text_are_met_once_every_one_is_tagged_and_undo_takes_it_back(workspace):
    assert status(workspace, "M02").status.value != "met"
    tag_provision(workspace, "rev1", "7", ["commitments"])
    tag_provision(workspace, "rev1", "II", ["means-of-implementation", "Follow-Up-And-Review"])
    assert status(workspace, "M02").status.value == "met"
    undo(workspace)
    assert "1 of 3" in status(workspace, "M02").figures


def test_a_paragraph_counts_from_the_release_of_its_draft_and_a_session_once_it_was_held(workspace):
    tag_provision(workspace, "rev1", "7", ["commitments"])
    tag_session(workspace, "TS1", ["annex-ii-a"])
    tag_session(workspace, "R4", ["annex-ii-b"])
    found = {each.topic.code: each for each in coverage(workspace)}
    assert found["commitments"].provisions == ("rev1 ¶7.",)
    assert found["annex-ii-a"].sessions == ("TS1",)
    assert found["annex-ii-b"].sessions == ()
    back = {each.topic.code: each for each in coverage(looking_back(workspace, "2018-03-25"))}
    assert back["commitments"].provisions == ()


def test_the_thematic_sessions_are_counted_for_their_own_action_only(workspace):
    tag_session(workspace, "R1", ["annex-ii-a"])
    assert "0 of 24" in status(workspace, "M15x").figures
    tag_session(workspace, "TS1", ["annex-ii-a", "annex-ii-c"])
    assert "2 of 24" in status(workspace, "M15x").figures


def test_topics_are_taken_away_again_and_nothing_is_tagged_twice(workspace):
    tag_session(workspace, "TS1", ["annex-ii-a"])
    with pytest.raises(Refused, match="tagged so already"):
        tag_session(workspace, "TS1", ["annex-ii-a"])
    tag_session(workspace, "TS1", ["annex-ii-a"], remove=True)
    with pytest.raises(Refused, match="not tagged so"):
        tag_session(workspace, "TS1", ["annex-ii-a"], remove=True)


def test_an_unknown_topic_or_paragraph_is_a_suggestion_and_changes_nothing(workspace):
    with pytest.raises(NotFound, match="follow-up-and-review"):
        tag_session(workspace, "TS1", ["follow"])
    with pytest.raises(NotFound, match="rev1 has no paragraph 99"):
        tag_provision(workspace, "rev1", "99", ["commitments"])
    with pytest.raises(NotFound):
        tag_session(workspace, "TS99", ["commitments"])


def test_the_command_line_tags_and_the_report_tells_the_gaps(workspace):
    root = workspace.root
    assert negotiator("session", "tag", "TS1", "annex-ii-a", workspace=root).out.strip() == "TS1"
    assert negotiator("draft", "tag", "rev1", "7", "commitments", workspace=root).out.strip() == "rev1 ¶7."
    told = json.loads(negotiator("report", "coverage", "--json", workspace=root).out)["topics"]
    by_code = {each["id"]: each for each in told}
    assert by_code["commitments"]["provisions"] == ["rev1 ¶7."]
    assert by_code["annex-ii-a"]["gap"] is False


def test_the_other_way_each_input_session_and_paragraph_tells_its_topics_and_the_gaps(workspace):
    tag_provision(workspace, "rev1", "II", ["means-of-implementation"])
    tag_provision(workspace, "rev1", "7", ["annex-ii-h"])
    tag_session(workspace, "TS1", ["annex-ii-a"])
    sessions = {each.code: each for each in touching(workspace, By.SESSION)}
    assert (sessions["TS1"].topics, sessions["TS1"].through) == (("annex-ii-a",), ("cluster-3", "objective-23"))
    assert sessions["TS2"].gap
    assert "R4" not in sessions, "it is still to come"
    paragraphs = {each.code: each for each in touching(workspace, By.PARAGRAPH)}
    assert "annex-ii-h" in paragraphs["rev1 ¶7."].topics
    under = [each for each in paragraphs.values() if "means-of-implementation" in each.topics]
    assert len(under) > 1, "a heading stands for what is under it"
    made = input_acts.receive_unannounced(workspace, "FRA", "WS", "On women", on="2018-03-20")
    assert {each.code: each for each in touching(workspace, By.INPUT)}[made.code].gap
    input_acts.tag(workspace, made.code, ["Lens-Gender"])
    told = {each.code: each for each in touching(workspace, By.INPUT, "lens")}[made.code]
    assert told.topics == ("lens-gender",)
    assert "1 of 5 topics touched" in status(workspace, "M20").figures


def test_the_report_goes_both_ways_on_the_command_line(workspace):
    there = negotiator("report", "coverage", "--by", "session", "--gaps", "--json", workspace=workspace.root)
    document = json.loads(there.out)
    assert (document["by"], set(document["items"][0])) == ("session", {"id", "title", "topics", "through", "gap"})
    assert all(each["gap"] for each in document["items"])
    shown = negotiator("report", "coverage", "--by", "paragraph", workspace=workspace.root)
    assert "rev1 ¶7." in shown.out
    assert "gap" in shown.err
