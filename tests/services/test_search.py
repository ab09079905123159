"""Words are found wherever they stand, in either language, however they are spelled."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.domain.audience import Audience
from negotiator.domain.proposal import Action
from negotiator.domain.search import AROUND, Found, Room, hits, loosened
from negotiator.errors import WrongUsage
from negotiator.services.history import undo
from negotiator.services.input_acts import receive_unannounced
from negotiator.services.proposals import Said, propose
from negotiator.services.search import search
from negotiator.services.sessions import log
from tests.running import negotiator


def where(found):
    return [(hit.found.room.value, hit.found.code) for hit in found]


def test_every_room_is_searched_and_undo_takes_the_words_out_again(workspace, tmp_path):
    paper = tmp_path / "views.txt"
    paper.write_text("Our zebra crossing views.\n", "utf-8")
    entry = log(workspace, "R3", "del-a 7 o zebra in the chapeau").entry
    made = propose(workspace, Said("rev1", "7", "DEL-A", Action.ADD, new="a zebra clause"))
    came = receive_unannounced(workspace, "DEL-B", "WS", "Views", file=paper)
    found = where(search(workspace, ["ZEBRA"]))
    assert found == [("inputs", came.code), ("log", entry), ("proposals", made.code)]
    undo(workspace)
    assert where(search(workspace, ["zebra"])) == found[1:]


@pytest.mark.parametrize("word", ["工", "工人", "季节性工人"])
def test_chinese_is_found_by_one_character_two_or_more(workspace, word):
    found = search(workspace, [word], [Room.DRAFTS])
    assert found
    assert all(hit.words == word for hit in found)


def test_all_the_words_must_be_there_in_any_order(workspace):
    log(workspace, "R3", "del-a 7 i quick brown fox")
    assert len(search(workspace, ["fox", "quick"])) == 1
    assert search(workspace, ["fox", "slow"]) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Türkiye and Côte d'Ivoire", "turkiye"),
        ("ＤＥＬＥＧＡＴＩＯＮ", "delegation"),
        ("المُنَاخ", "المناخ"),
        ("a [bracket] left", "[bracket]"),
        ("100 % of it_all", "%"),
        ("don’t", "don't"),
    ],
)
def test_accents_width_marks_and_signs_do_not_hide_a_word(text, word):
    record = Found(Room.LOG, "R1-1", "", "", text)
    assert len(hits([record], [word], 5)) == 1


@given(st.text(max_size=300), st.text(max_size=30))
def test_what_is_shown_is_cut_from_the_text_itself(text, more):
    record = Found(Room.LOG, "R1-1", "", "", text + "Needle" + more)
    (hit,) = hits([record], ["needle"], 5) or [None]
    folded, places = loosened(text)
    assert len(folded) == len(places)
    if hit is not None:
        assert hit.words.casefold() == "needle"
        assert len(hit.before) <= AROUND + 1


def test_an_audience_finds_what_is_meant_for_it(workspace):
    log(workspace, "R3", "del-a 7 o zebra")
    assert len(search(workspace, ["zebra"])) == 1
    assert search(workspace, ["zebra"], audience=Audience.PUBLIC) == ()


def test_the_command_line_finds_tells_where_and_survives_what_a_query_language_would_not(workspace):
    told = json.loads(negotiator("search", "register", "--in", "drafts", "--json", workspace=workspace.root).out)
    assert told["schema"] == "negotiator.hits/1"
    assert {hit["in"] for hit in told["hits"]} == {"drafts"}
    assert negotiator("search", 'G77 + "China', workspace=workspace.root).code == 0
    assert "stands nowhere" in negotiator("search", "nowhere-at-all", workspace=workspace.root).err
    assert negotiator("search", "x", "--in", "attic", workspace=workspace.root).code == 2
    with pytest.raises(WrongUsage):
        search(workspace, [" "])
