"""What the command line prints: aligned by display width, free of control characters."""

import json

import pytest

from negotiator.cli.output import Column, display_width, json_document, safe, shortened, table
from negotiator.cli.wide import wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [text] with brackets", "plain [text] with brackets"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\nb\tc\r", "a␊b␉c␍"),
        ("\x7f\x9b2J", "␡\\u009b2J"),
        ("turn \u202e around", "turn \\u202e around"),
        ("移民问题全球契约 مناخ 👩🏽", "移民问题全球契约 مناخ 👩🏽"),
        ("lone \ud800", "lone \\ud800"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_line_ends_and_tabs_may_stay() -> None:
    assert safe("a\n\tb\x1b", lines=True) == "a\n\tb␛"


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("移民", 4), ("é", 1), ("e\u0301", 1), ("（一）", 6), ("a\u200bb", 2)]
)
def test_width_counts_columns_of_a_terminal(text: str, width: int) -> None:
    assert display_width(text) == width


def test_a_text_is_cut_between_characters_and_marked() -> None:
    assert shortened("移民问题", 8) == "移民问题"
    assert shortened("移民问题", 7) == "移民问…"
    assert shortened("移民问题", 6) == "移民…"
    assert display_width(shortened("移民问题全球契约", 9)) <= 9


def test_a_table_lines_up_with_chinese_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    table([["I-1", "移民", 3], ["I-12", "plain", None]], ["id", "title", Column("days", right=True)])
    assert capsys.readouterr().out == "id    title  days\nI-1   移民      3\nI-12  plain\n"


def test_nothing_is_cut_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    table([["x" * 300]], [Column("title", elastic=True)])
    assert "x" * 300 in capsys.readouterr().out


@pytest.mark.parametrize("room", [10, 20, 33, 78])
def test_chinese_help_is_wrapped_by_columns_and_loses_nothing(room: int) -> None:
    text = "列出尚未收到的意见：应由谁提交、何时截止、逾期几天，并可按 --session、--category 筛选（见 --help）。"
    lines = wrapped(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(display_width(line) <= room + 2 for line in lines)
    assert not [line for line in lines if line[0] in "，。；：、"]


def test_json_holds_no_control_characters_and_says_what_was_there(capsys: pytest.CaptureFixture[str]) -> None:
    words = "移民 \x1b[2J \x9b \u202e \u2028 ümlaut \x7f"
    json_document("negotiator.test/1", {"words": words})
    printed = capsys.readouterr().out
    assert not set(printed) & set("\x1b\x9b\u202e\u2028\x7f")
    assert "移民" in printed
    assert json.loads(printed) == {"schema": "negotiator.test/1", "words": words}
