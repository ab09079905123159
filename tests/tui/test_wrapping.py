"""Text in several styles is broken into lines that fit, with nothing lost and nothing torn that belongs together."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from negotiator.tui.widgets.wrapping import Span, wrapped

TEXT = st.text(alphabet=st.sampled_from("ab [](),.。，、（）《》中文移民1 "), max_size=60)


def words(line: tuple[Span, ...]) -> str:
    return "".join(text for text, _style in line)


@given(st.lists(st.tuples(TEXT, st.sampled_from(["kept", "inserted"])), max_size=5), st.integers(8, 40))
def test_nothing_but_spaces_at_the_ends_of_lines_is_lost(spans: list[Span], columns: int) -> None:
    lines = wrapped(spans, columns)
    together = "".join(words(line) for line in lines)
    assert re.sub(r"\s", "", together) == re.sub(r"\s", "", "".join(text for text, _style in spans))


@given(st.lists(st.tuples(TEXT, st.sampled_from(["kept", "inserted"])), max_size=5), st.integers(8, 40))
def test_every_line_fits(spans: list[Span], columns: int) -> None:
    assert all(cell_len(words(line)) <= columns for line in wrapped(spans, columns))


def test_a_word_in_two_styles_is_not_torn_at_the_seam() -> None:
    lines = wrapped([("we commit to [", "kept"), ("enhance", "inserted"), ("] access", "kept")], 16)
    assert [words(line) for line in lines] == ["we commit to", "[enhance] access"]


def test_a_closing_sign_never_begins_a_line_and_an_opening_one_never_ends_it() -> None:
    lines = [words(line) for line in wrapped([("各国承诺加强合作，保护（移民）权利。", "kept")], 10)]
    assert not [line for line in lines if line[0] in "，。）"]
    assert not [line for line in lines if line[-1] in "（"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert [words(line) for line in wrapped([("abcdefghijkl", "kept")], 5)] == ["abcde", "fghij", "kl"]
