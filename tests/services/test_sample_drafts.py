"""The sample drafts show between them what a comparison must cope with."""

from functools import cache
from itertools import pairwise

import pytest

from negotiator.comparing.comparison import Change, Comparison, Op, Side
from negotiator.documents.reading.registry import read, read_file
from negotiator.documents.writing.wrapping import wrap
from negotiator.resources import shipped
from negotiator.services.comparisons import compared, document_side
from negotiator.text.brackets import find_brackets
from negotiator.text.provision import Kind
from negotiator.text.references import State, find_references

ENGLISH = ("zero.en.txt", "zero-plus.en.txt", "rev1.en.md", "rev2.en.txt")
CHINESE = ("zero.zh.txt", "rev1.zh.txt")


@cache
def side(name: str) -> Side:
    return document_side(read_file(shipped("drafts", name)))


@cache
def step(old: str, new: str) -> Comparison:
    return compared(side(old), side(new))


def change_at(comparison: Comparison, label: str) -> Change:
    """Return the change of the paragraph of this number in the body of the new text."""
    return next(
        change
        for change in comparison.changes
        if any(each.label == label and each.kind is Kind.PARAGRAPH for each in change.new)
    )


def words(change: Change, op: Op) -> str:
    return "".join(part.new or part.old for part in change.segments if part.op is op)


ZERO_PLUS, REV1, REV2 = (step(old, new) for old, new in pairwise(ENGLISH))
ZH = step(*CHINESE)


@pytest.mark.parametrize("name", [*ENGLISH, *CHINESE])
def test_a_draft_is_read_without_a_doubt_about_its_shape(name: str) -> None:
    provisions = side(name).provisions
    numbers = [each.label for each in provisions if each.kind is Kind.PARAGRAPH and not each.path.startswith("annex")]
    expected = [f"{number}." for number in range(1, 15)]
    if name.startswith("rev2"):
        expected = [*expected[:10], "10 bis.", *expected[10:], "15."]
    assert numbers == expected
    assert [each.label for each in provisions if each.path.startswith("annex/")][-5:-2] == ["1.", "2.", "3."]
    assert sum("objective" in each.path.split("/")[-1] for each in provisions) == 3 + name.startswith("rev2")
    assert sum(each.kind is Kind.PREAMBULAR for each in provisions) == 3
    assert {each.language for each in (side(name),)} == {"zh" if ".zh." in name else "en"}


def test_layout_and_page_furniture_are_no_change() -> None:
    assert [change.counted_as for change in ZERO_PLUS.changes].count("edited") == 5
    assert {change.counted_as for change in ZERO_PLUS.changes} == {"edited", "same"}
    assert [change.flags for change in ZERO_PLUS.changes if "typography" in change.flags]


def test_rev1_moves_splits_and_merges() -> None:
    for comparison in (REV1, ZH):
        moved = [change for change in comparison.changes if change.moved]
        assert [(change.old[0].label, change.new[0].label) for change in moved] == [("9.", "6.")]
        split, merged = change_at(comparison, "4."), change_at(comparison, "9.")
        assert [each.label for each in split.new] == ["4.", "5."]
        assert [each.label for each in merged.old] == ["7.", "8."]


def test_a_verb_is_weakened_and_a_qualifier_added() -> None:
    for comparison, gone, come in ((REV1, "requests", "as appropriate"), (ZH, "请", "酌情")):
        change = change_at(comparison, "8.")
        assert gone in change.old[0].text
        assert come in words(change, Op.INSERTED)
        assert {"strength-down", "qualifier-gained"} <= set(change.flags)
    assert "邀请" in change_at(ZH, "8.").new[0].text


def test_a_date_changes_in_english_and_not_in_chinese() -> None:
    assert "date-changed" in change_at(REV1, "13.").flags
    assert change_at(ZH, "13.").counted_as == "same"


def test_brackets_are_opened_nested_and_closed() -> None:
    depth = {name: sum("[" in each.text for each in side(name).provisions) for name in ENGLISH}
    assert depth == {"zero.en.txt": 0, "zero-plus.en.txt": 2, "rev1.en.md": 2, "rev2.en.txt": 1}
    nested = next(each for each in side("rev1.en.md").provisions if each.label == "7.")
    assert "[and [reasonable] travel costs]" in nested.text
    assert find_brackets(side("rev1.en.md").provisions)


def test_rev2_breaks_a_reference() -> None:
    broken = [each for each in find_references(side("rev2.en.txt").provisions) if each.state is State.BROKEN]
    assert [each.words for each in broken] == ["paragraph 3 (c) above"]
    for name in ENGLISH[:3]:
        assert all(each.state is State.FOUND for each in find_references(side(name).provisions))


def test_rev2_loses_a_watch_word_and_weakens_a_modal() -> None:
    assert "watch-word-lost" in change_at(REV2, "10.").flags
    assert "strength-down" in change_at(REV2, "3.").flags


def test_rev2_inserts_bis_appends_an_objective_and_adds_a_footnote() -> None:
    new = [change.new[0] for change in REV2.changes if not change.old]
    assert [each.label for each in new] == ["10 bis.", "Objective 4:", "12.", "(a)", "(b)", "1"]
    assert new[-1].kind is Kind.FOOTNOTE
    renumbered = [change.new[0].label for change in REV2.changes if change.counted_as == "renumbered"]
    assert renumbered == ["13.", "14.", "15."]


def test_chinese_items_are_written_in_three_ways() -> None:
    labels = [[each.label for each in side(name).provisions if each.kind is Kind.ITEM] for name in CHINESE]
    assert labels == [["㈠", "㈡", "㈠", "㈡"], ["(一)", "(二)", "（一）", "（二）"]]


def test_both_languages_have_the_same_units() -> None:
    for english, chinese in (("zero.en.txt", "zero.zh.txt"), ("rev1.en.md", "rev1.zh.txt")):
        assert [each.kind for each in side(english).provisions] == [each.kind for each in side(chinese).provisions]


def laid_out(side_: Side, width: int, *, spaced: bool) -> str:
    """Wrap a draft at a width, its paragraphs set off by empty lines or by indents."""
    lines: list[str] = []
    for each in side_.provisions:
        words = f"{each.label} {each.text}".strip()
        alone = each.kind in (Kind.TITLE, Kind.HEADING, Kind.ANNEX)
        lines += ["", words, ""] if alone else wrap(f"{'' if spaced else '    '}{words}", width)
        lines += [""] if spaced else []
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("spaced", [True, False], ids=["spaced", "indented"])
@pytest.mark.parametrize("width", [50, 66, 72, 76, 90])
@pytest.mark.parametrize("name", ["zero.en.txt", "rev1.en.md", *CHINESE])
def test_a_draft_laid_out_anew_is_the_same_draft(name: str, width: int, spaced: bool) -> None:
    text = laid_out(side(name), width, spaced=spaced)
    assert not compared(side(name), document_side(read(text.encode(), "again.txt"))).differs
