"""What an input is about: suggested from its words, confirmed by a person, and found again at its provision."""

import json

import pytest

from negotiator.errors import NotFound, WrongUsage
from negotiator.services.discussed import discussed
from negotiator.services.history import undo
from negotiator.services.input_acts import receive_unannounced, tag
from negotiator.services.inputs import get_input
from negotiator.services.topic_suggestions import suggested_topics
from tests.running import negotiator


def test_the_words_of_its_file_suggest_topics_and_those_it_has_are_left_out(workspace, tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text("We speak of remittances and of consular help.", "utf-8")
    code = receive_unannounced(workspace, "DEL-A", "WS", "Our views", file=paper).code
    found = {clue.topic for clue in suggested_topics(workspace, code)}
    assert {"objective-14", "objective-20"} <= found
    tag(workspace, code, ["objective-20"])
    assert "objective-20" not in {clue.topic for clue in suggested_topics(workspace, code)}
    told = negotiator("input", "suggest", code, "--json", workspace=workspace.root)
    assert "objective-14" in {each["topic"] for each in json.loads(told.out)["topics"]}
    assert "consular" in negotiator("input", "suggest", code, workspace=workspace.root).out


def test_an_input_tagged_at_a_paragraph_is_found_in_the_history_of_the_paragraph(workspace):
    code = receive_unannounced(workspace, "DEL-A", "WS", "On the seventh paragraph").code
    ran = negotiator("input", "tag", code, "--at", "rev1:7", workspace=workspace.root)
    assert ran.code == 0, ran.err
    (held,) = get_input(workspace, code).topics
    assert held.startswith("rev1:")
    assert any(code in stop.inputs for stop in discussed(workspace, "rev1", "7"))
    assert code in negotiator("draft", "history", "rev1", "7", workspace=workspace.root).out
    undo(workspace)
    assert not any(code in stop.inputs for stop in discussed(workspace, "rev1", "7"))


def test_a_place_that_is_not_there_is_told_and_nothing_is_stored(workspace):
    code = receive_unannounced(workspace, "DEL-A", "WS", "Views").code
    for told, problem in (("rev1:999", NotFound), ("nothing:7", NotFound), ("rev1", WrongUsage), ("[/]", WrongUsage)):
        with pytest.raises(problem):
            tag(workspace, code, [], at=[told])
    assert get_input(workspace, code).topics == ()
    assert negotiator("input", "tag", code, workspace=workspace.root).code == 2
