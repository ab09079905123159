"""Brackets are paired over provisions, told apart by what they hold, and reported where they have no partner."""

from negotiator.text.brackets import Attribution, BracketKind, Brackets, attributions, find_brackets
from negotiator.text.lines import plain_lines
from negotiator.text.structure import read_structure


def brackets(text: str) -> Brackets:
    return find_brackets(read_structure(plain_lines(text)).provisions)


def test_brackets_nest() -> None:
    found = brackets("1. The States [commit [to] [consider] open doors] and rest.\n")
    assert [(pair.words, pair.depth) for pair in found.pairs] == [
        ("commit [to] [consider] open doors", 0),
        ("to", 1),
        ("consider", 1),
    ]
    assert found.count_in(0) == 3
    assert found.loose == ()


def test_alternatives_stand_in_one_bracket_or_side_by_side() -> None:
    found = brackets("1. They [shall/should] [open][close] the doors [and windows] of 1/CP.21 [A/99/L.1].\n")
    assert [(pair.kind, pair.alternatives) for pair in found.pairs] == [
        (BracketKind.ALTERNATIVES, ("shall", "should")),
        (BracketKind.ALTERNATIVES, ("open", "close")),
        (BracketKind.ALTERNATIVES, ("open", "close")),
        (BracketKind.TEXT, ()),
        (BracketKind.TEXT, ()),
    ]


def test_placeholders_are_told_apart() -> None:
    words = ["tbc", "xx", "placeholder: money", "...", "待定", "占位：资金", "to be determined"]
    found = brackets("".join(f"{n}. On the doors [{word}] we agree.\n" for n, word in enumerate(words, 1)))
    assert [pair.kind for pair in found.pairs] == [BracketKind.PLACEHOLDER] * len(words)


def test_a_bracket_may_run_over_several_provisions() -> None:
    found = brackets("1. Decides [to open:\n(a) The doors;\n(b) The windows;]\n2. Rests.\n")
    assert [(pair.provision, pair.closes_in, pair.words) for pair in found.pairs] == [
        (0, 2, "to open:\n(a) The doors;\n(b) The windows;")
    ]


def test_brackets_around_a_label_count() -> None:
    found = brackets("[1 bis. Opens the doors.]\n[Article 3bis] (forests)\nText.\n")
    assert [pair.words for pair in found.pairs] == ["1 bis. Opens the doors.", "Article 3bis"]


def test_brackets_without_a_partner_are_told() -> None:
    reading = read_structure(
        plain_lines("1. Opens [the doors.\n2. Closes] them]\nArticle 4\nOpens [it.\nArticle 5\nRest.\n")
    )
    assert [(loose.mark, loose.provision) for loose in find_brackets(reading.provisions).loose] == [("]", 1), ("[", 3)]
    assert [doubt.line for doubt in reading.doubts if doubt.code == "bracket-unbalanced"] == [2, 4]


def test_footnote_marks_of_markdown_are_no_brackets() -> None:
    assert brackets("1. Opens the doors[^3] and [rests][^4].\n").pairs[0].words == "rests"


def test_who_asks_for_what() -> None:
    assert attributions("open the doors (Delegation A: retain) (Group B: delete)") == (
        Attribution("Delegation A", "retain"),
        Attribution("Group B", "delete"),
    )
    assert attributions("open the doors – EU, CANZ") == (Attribution("EU", ""), Attribution("CANZ", ""))
    assert attributions("打开大门（甲代表团：保留）") == (Attribution("甲代表团", "保留"),)
    found = brackets("1. They [open the doors – EU, CANZ] and rest.\n")
    assert [each.party for each in found.pairs[0].attributions] == ["EU", "CANZ"]


def test_full_width_brackets_count() -> None:
    assert [pair.words for pair in brackets("1. 决定［打开］大门。\n").pairs] == ["打开"]
