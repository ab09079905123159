"""Proposals stand in the text between brackets, with whose they are, and can be read from there again."""

from hypothesis import given
from hypothesis import strategies as st

from negotiator.domain.dates import parse_instant
from negotiator.domain.in_text import in_text
from negotiator.domain.proposal import Action, Proposal, Stance, Stand
from negotiator.text.brackets import find_brackets
from negotiator.text.provision import Kind, Provision

NOON = parse_instant("2018-04-03T12:00", "America/New_York")
TEXT = "The keepers shall meet at noon."


def proposal(number, action, old="", new="", by="DEL-A", support=()):
    stands = tuple(Stand(code, Stance.SUPPORT, NOON) for code in support)
    return Proposal(number, "rev1", "1", "1", action, by, NOON, old=old, new=new, stands=stands)


def test_a_replacement_stands_beside_the_words_it_replaces():
    found = in_text(TEXT, [proposal(1, Action.REPLACE, "shall", "should", support=("DEL-B",))])
    assert found.text == ("The keepers [shall (DEL-A, +DEL-B: replace)] [should – DEL-A, +DEL-B] meet at noon.")
    assert found.beside == ()


def test_words_that_several_speak_of_are_bracketed_once():
    found = in_text(TEXT, [proposal(1, Action.DELETE, "at noon"), proposal(2, Action.RETAIN, "at noon", by="DEL-B")])
    assert found.text == "The keepers shall meet [at noon (DEL-A: delete) (DEL-B: retain)]."


def test_an_addition_stands_behind_its_words_or_at_the_end():
    found = in_text(TEXT, [proposal(1, Action.ADD, "noon", "sharp"), proposal(2, Action.ADD, new="Nobody is late.")])
    assert found.text == "The keepers shall meet at noon [sharp – DEL-A]. [Nobody is late. – DEL-A]"


def test_a_whole_paragraph_can_be_deleted():
    assert in_text(TEXT, [proposal(1, Action.DELETE)]).text == f"[{TEXT} (DEL-A: delete)]"


def test_what_cannot_be_put_in_stands_beside_and_is_not_lost():
    lost = proposal(1, Action.REPLACE, "midnight", "dusk")
    across = proposal(3, Action.DELETE, "meet at")
    found = in_text(TEXT, [lost, proposal(2, Action.DELETE, "shall meet"), across])
    assert found.beside == (lost, across)
    assert found.text == "The keepers [shall meet (DEL-A: delete)] at noon."


def test_whose_it_is_is_read_from_the_brackets_again():
    found = in_text(TEXT, [proposal(1, Action.REPLACE, "shall", "should", support=("DEL-B",))])
    pairs = find_brackets([Provision(0, Kind.PARAGRAPH, "1", "1.", found.text)]).pairs
    parties = {(one.party, one.action) for pair in pairs for one in pair.attributions}
    assert {("DEL-A, +DEL-B", "replace"), ("DEL-A", ""), ("DEL-B", "")} <= parties


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from(list(Action))), max_size=6)


@given(SPANS)
def test_every_proposal_is_in_the_text_or_beside_it_and_no_word_of_the_text_is_lost(spans):
    those = [
        proposal(number, action, TEXT[start : start + length], f"new{number}")
        for number, (start, length, action) in enumerate(spans, 1)
    ]
    found = in_text(TEXT, those)
    left = iter(found.text)
    assert all(any(letter == other for other in left) for letter in TEXT)
    inside = [each for each in those if each not in found.beside]
    assert all(f"new{each.number}" in found.text for each in inside if each.action in (Action.ADD, Action.REPLACE))
