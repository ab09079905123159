"""A session lists the provisions that it touched, by the text it had before it then."""

import json

import pytest

from negotiator.domain.audience import Audience
from negotiator.domain.proposal import Action
from negotiator.errors import NotFound
from negotiator.services.proposals import Said, propose
from negotiator.services.sessions import log
from negotiator.services.touched import touched
from tests.running import negotiator


def test_it_lists_them_in_the_order_of_the_text_with_entries_and_proposals(workspace):
    before = {each.path: len(each.entries) for each in touched(workspace, "R3")}
    entry = log(workspace, "R3", "del-a 7, 2 o not so").entry
    log(workspace, "R3", "del-b 999 s somewhere [/]")
    made = propose(workspace, Said("rev1", "7", "DEL-A", Action.ADD, new="words", entry=entry)).code
    found = touched(workspace, "R3")
    seventh = next(each for each in found if each.label.strip(".") == "7")
    assert [each.code for each in seventh.entries][-1] == entry
    assert len(seventh.entries) == before.get(seventh.path, 0) + 1
    assert [each.code for each in seventh.proposals] == [made]
    labels = [each.label.strip(".") for each in found]
    assert labels.index("2") < labels.index("7")
    assert (found[-1].label, found[-1].path) == ("999", "")


def test_scripts_get_the_same_and_an_audience_only_what_is_for_it(workspace):
    log(workspace, "R3", "del-a 7 o not so")
    ran = negotiator("session", "provisions", "r3", "--json", workspace=workspace.root)
    assert [each["label"] for each in json.loads(ran.out)["provisions"]] == [
        each.label for each in touched(workspace, "R3")
    ]
    assert "DEL-A" in negotiator("session", "provisions", "R3", workspace=workspace.root).out
    assert touched(workspace, "R3", Audience.PUBLIC) == ()


def test_a_session_without_a_word_says_so_and_one_that_is_not_there_too(workspace):
    assert "No paragraph" in negotiator("session", "provisions", "R6", workspace=workspace.root).err
    with pytest.raises(NotFound):
        touched(workspace, "R99")
