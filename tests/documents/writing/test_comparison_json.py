import json

import pytest

from negotiator.comparing.comparison import Comparison
from negotiator.documents.writing.json import comparison_json
from tests.comparisons import EVERYTHING, comparison_of, comparison_of_words

HOSTILE = comparison_of_words(
    ["States [shall] act \u202e\u200f\x85 now.", "中文「引号」。"], ['States [should] act "\u2028 now.', "中文“引号”。"]
)


def test_the_keys_stand_in_the_order_that_scripts_rely_on() -> None:
    document = json.loads(comparison_json(EVERYTHING))
    assert list(document) == ["schema", "old", "new", "summary", "changes"]
    assert document["schema"] == "negotiator.comparison/1"
    assert list(document["old"]) == ["name", "language", "provisions", "sha256"]
    assert list(document["summary"]) == [
        *("same", "renumbered", "edited", "moved", "split", "merged", "inserted", "deleted"),
        *("words_inserted", "words_deleted"),
    ]
    for change in document["changes"]:
        assert list(change) == ["kind", "moved", "renumbered", "score", "old", "new", "segments", "flags"]
        for provision in change["old"] + change["new"]:
            assert list(provision) == ["index", "path", "kind", "label", "text"]


@pytest.mark.parametrize("comparison", [EVERYTHING, HOSTILE])
def test_every_provision_of_both_texts_stands_in_exactly_one_change(comparison: Comparison) -> None:
    document = json.loads(comparison_json(comparison))
    for side in ("old", "new"):
        indexes = [each["index"] for change in document["changes"] for each in change[side]]
        assert sorted(indexes) == list(range(document[side]["provisions"]))


@pytest.mark.parametrize("comparison", [EVERYTHING, HOSTILE])
def test_segments_rebuild_both_sides(comparison: Comparison) -> None:
    for change in json.loads(comparison_json(comparison))["changes"]:
        old = "".join(part[-1] for part in change["segments"] if part[0] in "=-")
        new = "".join(part[1] for part in change["segments"] if part[0] in "=+")
        assert old == "\n".join(each["text"] for each in change["old"])
        assert new == "\n".join(each["text"] for each in change["new"])


def test_a_segment_holds_the_old_spelling_only_where_it_differs() -> None:
    changes = json.loads(comparison_json(EVERYTHING))["changes"]
    kept = [part for change in changes for part in change["segments"] if part[0] == "="]
    assert any(len(part) == 3 for part in kept)
    assert all(part[1] != part[2] for part in kept if len(part) == 3)


def test_summary_counts_each_change_once() -> None:
    document = json.loads(comparison_json(EVERYTHING))
    counts = {name: count for name, count in document["summary"].items() if not name.startswith("words_")}
    assert sum(counts.values()) == len(document["changes"])
    assert all(counts[name] for name in ("same", "renumbered", "edited", "moved", "split", "merged"))
    assert counts["inserted"] == counts["deleted"] == 1


def test_an_empty_side_is_an_empty_list() -> None:
    changes = json.loads(comparison_json(EVERYTHING))["changes"]
    assert [change["old"] for change in changes if change["kind"] == "inserted"] == [[]]
    assert [change["new"] for change in changes if change["kind"] == "deleted"] == [[]]


def test_letters_stay_letters_and_nothing_that_a_terminal_would_obey_is_written() -> None:
    text = comparison_json(HOSTILE)
    assert "中文" in text
    assert not {"\u202e", "\u200f", "\x85", "\u2028"} & set(text)
    assert text.endswith("\n")
    assert "\u202e" in json.loads(text)["changes"][0]["old"][0]["text"]


def test_the_same_texts_give_the_same_bytes() -> None:
    again = comparison_of("1. States shall act.", "1. States should act.")
    assert comparison_json(again) == comparison_json(comparison_of("1. States shall act.", "1. States should act."))
