"""Where a text may be cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.text.tokens import fold, pieces


def words(text: str) -> list[str]:
    return [piece.strip() for piece in pieces(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "A/RES/70/1",
        "66/288",
        "1/CP.21",
        "A/73/12 (Part II)",
        "A/CONF.231/3",
        "E/ESCAP/GCM/PREP/1/Corr.1",
        "paragraph 4 (2) (g)",
        "9 May 1992",
        "May 2017",
        "9\u00a0May\u00a01992",
        "paragraph\u00a04 (2)",
        "1er juillet 2008",
        "6 de octubre de 1945",
        "2017年12月4日",
        "2017年 12 月",
        "12月",
        "1,000.5",
        "١٢٫٥",
        "low-emission",
        "l’Assemblée",
        "㈠",
        "👍🏽",
        "👨‍👩‍👧",
    ],
)
def test_citations_numbers_and_dates_are_never_cut(whole: str) -> None:
    assert words(f"x {whole}, y") == ["x", whole, ",", "y"]


def test_han_characters_stand_alone_and_latin_words_do_not() -> None:
    assert words("全球契约 global compact") == ["全", "球", "契", "约", "global", "compact"]


def test_brackets_and_stops_stand_alone() -> None:
    assert words("[shall] [should], (and)") == ["[", "shall", "]", "[", "should", "]", ",", "(", "and", ")"]


def test_a_slash_between_words_cuts_but_in_a_symbol_does_not() -> None:
    assert words("and/or 70/1") == ["and", "/", "or", "70/1"]


def test_thai_is_cut_between_clusters_and_never_within_one() -> None:
    assert words("ที่นี่") == ["ที่", "นี่"]


def test_arabic_marks_stay_with_their_letters() -> None:
    assert words("العربيةُ، نص") == ["العربيةُ", "،", "نص"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("States’ ", "States'"),
        ("2013–2015", "2013-2015"),
        ("“", '"'),
        ("（", "("),
        ("ＡＢＣ", "ABC"),
        ("e\u0301te\u0301", "été"),
        ("العـربية", "العربية"),
        ("co\u00adoperation", "cooperation"),
        ("2017年 12 月", "2017年12月"),
        ("9\u00a0May  1992", "9 May 1992"),
    ],
)
def test_spelling_does_not_change_what_a_token_says(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=200))
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@given(st.text(alphabet="abc é’'-–/[]().,;1234 \u0301\u0640年月日第全球ที่ا٣\ud800\x00\n", max_size=80))
def test_no_piece_is_empty_and_only_the_first_may_be_space(text: str) -> None:
    found = pieces(text)
    assert all(found)
    assert all(piece.strip() for piece in found[1:])
