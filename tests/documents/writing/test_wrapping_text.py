import pytest

from negotiator.display import display_width
from negotiator.documents.writing.wrapping import RESET, columns, pad, wrap

CHINESE = "会议邀请秘书处酌情设立持证招聘人公开登记册，并每六个月更新一次（见 A/RES/71/280 号决议附件）。"


@pytest.mark.parametrize("width", range(4, 60))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(width: int) -> None:
    for text in (CHINESE, "States shall [should] facilitate {-access-}{+entry+} to services."):
        lines = wrap(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        if width >= 14:
            assert all(display_width(line) <= width for line in lines)


def test_a_sign_stays_with_its_character() -> None:
    for width in range(10, 60):
        assert not any(line[0] in "，。）" for line in wrap(CHINESE, width))
        assert not any(line.endswith("（") for line in wrap(CHINESE, width))


def test_a_mark_stays_with_its_words() -> None:
    for width in range(12, 50):
        for line in wrap("keep {-[and some]-} of the 会议{+邀+}请秘书处{-设立-}登记册 now", width):
            assert not line.startswith(("-}", "+}"))
            assert not line.endswith(("{-", "{+"))


def test_what_makes_one_sign_is_not_cut() -> None:
    assert wrap("e\u0301" * 6, 4) == ["e\u0301" * 4, "e\u0301" * 2]
    assert wrap("葛\U000e0100" * 4, 5) == ["葛\U000e0100" * 2] * 2
    family = "👩\u200d👩\u200d👧"
    assert all(line.count("\u200d") % 2 == 0 and not line.startswith("\u200d") for line in wrap(family * 4, 12))


def test_a_style_is_taken_up_on_the_next_line() -> None:
    lines = wrap(f"plain \x1b[31mred words that go on{RESET} plain again", 16)
    assert [columns(line) <= 16 for line in lines] == [True] * len(lines)
    assert lines[1].startswith("\x1b[31m")
    assert lines[0].endswith(RESET)
    assert "\x1b" not in lines[-1]


def test_padding_counts_columns() -> None:
    assert pad("中文", 6) == "中文  "
    assert columns(pad("\x1b[1m中文\x1b[0m", 6)) == 6
