"""A paragraph keeps its history over all drafts, whatever number it has."""

import json

import pytest

from negotiator.domain.proposal import Action
from negotiator.errors import NotFound
from negotiator.services.discussed import discussed, stops
from negotiator.services.proposals import Said, propose
from negotiator.services.sessions import log
from tests.running import negotiator
from tests.samples import looking_back


def test_a_renumbered_paragraph_is_followed_from_any_draft_to_every_other(workspace):
    told = [(each.address, each.provision.label) for each in stops(workspace, "rev1", "7")]
    assert told == [("zero", "5."), ("zero-plus", "5."), ("rev1", "7.")]
    assert [(each.address, each.provision.label) for each in stops(workspace, "zero", "5")] == told
    assert [each.became for each in stops(workspace, "zero", "5")] == ["", "same", "edited"]


def test_chinese_texts_are_followed_among_themselves(workspace):
    told = [(each.address, each.provision.label) for each in stops(workspace, "rev1/zh", "7")]
    assert told == [("zero/zh", "5."), ("rev1/zh", "7.")]
    assert [(each.address, each.provision.label) for each in stops(workspace, "zero/zh", "5")] == told


def test_what_was_said_and_proposed_is_found_under_the_number_it_had_then(workspace):
    entry = log(workspace, "R3", "del-a 7 o the fees").entry
    code = propose(workspace, Said("zero-plus", "5", "DEL-B", Action.DELETE)).code
    found = {each.address: each for each in discussed(workspace, "rev1", "7")}
    assert entry in [each.code for each in found["rev1"].entries]
    assert all(each.draft == "zero-plus" for each in found["zero-plus"].entries)
    assert found["zero-plus"].entries
    assert [each.code for each in found["zero-plus"].proposals] == [code]


def test_looking_back_ends_the_history_there(workspace):
    back = looking_back(workspace, "2018-03-10")
    assert [each.address for each in stops(back, "zero", "5")] == ["zero", "zero-plus"]


def test_the_command_line_tells_it_as_json_and_in_words(workspace):
    root = workspace.root
    told = json.loads(negotiator("draft", "where", "rev1", "7", "--json", workspace=root).out)
    assert told["schema"] == "negotiator.provision-where/1"
    assert [each["label"] for each in told["stops"]] == ["5.", "5.", "7."]
    told = json.loads(negotiator("draft", "history", "rev1", "7", "--json", workspace=root).out)
    assert told["schema"] == "negotiator.provision-history/1"
    assert any(each["entries"] for each in told["stops"])
    assert "zero-plus ¶5." in negotiator("draft", "history", "rev1", "7", workspace=root).out
    assert negotiator("draft", "where", "rev1", "99", workspace=root).code == 3
    with pytest.raises(NotFound):
        stops(workspace, "nowhere", "7")
