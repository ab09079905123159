"""For whom somebody speaks, as it is typed."""

import pytest

from negotiator.domain.entry import Position
from negotiator.domain.entry_behalf import BehalfSaid
from tests.domain.test_entry_line import parse


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("for group-x", BehalfSaid(("GROUP-X",))),
        ("for Group X", BehalfSaid(("GROUP-X",))),
        ("on behalf of group-x", BehalfSaid(("GROUP-X",))),
        ("代表X集团", BehalfSaid(("GROUP-X",))),
        ("for 27 of group-x", BehalfSaid(("GROUP-X",), count=27)),
        ("for group-x minus del-b, swaziland", BehalfSaid(("GROUP-X",), without=("DEL-B", "SWZ"))),
        ("for group-x without del-b", BehalfSaid(("GROUP-X",), without=("DEL-B",))),
        ("for group-x plus switzerland", BehalfSaid(("GROUP-X",), states=("CHE",))),
        ("for group-x - del-b + 瑞士", BehalfSaid(("GROUP-X",), states=("CHE",), without=("DEL-B",))),
        ("for del-a, del-b, guinea bissau", BehalfSaid(states=("DEL-A", "DEL-B", "GNB"))),
        ("for group-x, eu", BehalfSaid(("GROUP-X", "EU"))),
        ("for del-a, AND", BehalfSaid(states=("DEL-A", "AND"))),
    ],
)
def test_for_whom_somebody_speaks_comes_after_the_speaker(typed, said):
    entry = parse(f"del-a {typed} 27 o keep the chapeau")
    assert entry.behalf == said
    assert (entry.speaker, entry.paragraphs, entry.position) == ("DEL-A", ("27",), Position.OPPOSE)
    assert entry.words == "keep the chapeau"
    assert entry.doubts == ()


def test_joining_and_leaving_the_statement_of_a_group():
    assert parse("del-a al group-x").aligned == ("GROUP-X",)
    assert parse("del-a aligned with group-x, del-b 27").aligned == ("GROUP-X", "DEL-B")
    entry = parse("del-a dissociates from group-x 27 o not us")
    assert (entry.apart, entry.paragraphs, entry.words) == (("GROUP-X",), ("27",), "not us")
    both = parse("del-a for del-b al group-x 27 s")
    assert (both.behalf, both.aligned, both.position) == (BehalfSaid(states=("DEL-B",)), ("GROUP-X",), Position.SUPPORT)


@pytest.mark.parametrize("word", ["and", "are", "can", "nor", "per"])
def test_a_small_word_is_no_member_of_a_list(word):
    entry = parse(f"del-a for del-b, {word} so on")
    assert entry.behalf == BehalfSaid(states=("DEL-B",))
    assert entry.words == f"{word} so on"
    assert parse(f"del-a for {word} all").behalf is None


def test_words_after_for_that_name_nobody_stay_words():
    entry = parse("del-a for the record we agree")
    assert (entry.behalf, entry.words, entry.doubts) == (None, "for the record we agree", ())


def test_a_group_that_is_not_known_is_marked_with_what_is_near_and_stays():
    entry = parse("del-a for groupp 27 o words")
    assert entry.words == "for groupp 27 o words"
    assert [(doubt.code, doubt.words, doubt.suggestions) for doubt in entry.doubts] == [
        ("group-unknown", "groupp", ("GROUP-X",))
    ]


def test_a_group_alone_does_not_speak():
    entry = parse("group-x 27 o words")
    assert entry.speaker is None
    assert (entry.doubts[0].code, entry.doubts[0].suggestions) == ("speaker-is-group", ("GROUP-X",))
