"""Topics are suggested where their names, or their numbers, stand in the words of a text, in English and Chinese."""

import pytest

from negotiator.domain.topic_clues import MOST, topic_clues

TOPICS = [
    ("objective-1", ("toll records", "通行费记录")),
    ("objective-2", ("common wells", "公共水井")),
    ("objective-14", ("ferry safety and lamps", "渡船安全与码头灯具")),
    ("objective-15", ("records of common meetings", "会议")),
    ("annex-ii-c", ("bridges", "桥梁")),
]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("We keep a record of every toll.", ["objective-1"]),
        ("The common well is deep.", ["objective-2"]),
        ("Nothing of the kind.", []),
        ("We support objective 14.", ["objective-14"]),
        ("我们支持目标2，并关注码头灯具和渡船安全。", ["objective-14", "objective-2"]),
        ("Annex II, element (c), matters", ["annex-ii-c"]),
        ("objective 99", []),
        ("", []),
    ],
)
def test_what_the_words_tell(text, topics):
    assert [clue.topic for clue in topic_clues(text, TOPICS)] == topics


def test_a_word_that_many_topics_share_tells_little():
    assert [clue.topic for clue in topic_clues("These records are common.", TOPICS)] == []


def test_the_words_that_tell_are_given():
    (clue,) = topic_clues("every toll has its record", TOPICS)
    assert set(clue.words) == {"toll", "record"}


def test_no_more_are_suggested_than_a_person_reads():
    many = [(f"t{number}", ("harbour",)) for number in range(20)]
    assert len(topic_clues("a harbour", many)) <= MOST
