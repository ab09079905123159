import pytest

from negotiator.comparing.comparison import Comparison
from negotiator.display import display_width
from negotiator.documents.writing.marks import COLOURED
from negotiator.documents.writing.side import comparison_side
from negotiator.documents.writing.wrapping import columns
from tests.comparisons import EVERYTHING, comparison_of

CHINESE = comparison_of(
    "大会，\n\n1. 请秘书处设立持证招聘人公开登记册，并每三个月更新一次，供各国查阅。\n",
    "大会，\n\n1. 邀请秘书处酌情设立持证招聘人公开登记册，并每六个月更新一次，供各国查阅 (see A/RES/71/280)。\n",
)


@pytest.mark.parametrize("width", [40, 57, 80, 120, 200])
@pytest.mark.parametrize("comparison", [EVERYTHING, CHINESE], ids=["english", "chinese"])
def test_both_columns_keep_to_the_width(comparison: Comparison, width: int) -> None:
    half = (width - 3) // 2
    for line in comparison_side(comparison, width).splitlines():
        assert display_width(line) <= width
        if " │" in line:
            assert display_width(line.split(" │")[0]) == half


def test_styles_take_no_columns() -> None:
    plain = comparison_side(CHINESE, 80).splitlines()
    styled = comparison_side(CHINESE, 80, marks=COLOURED).splitlines()
    assert [columns(line) for line in styled] == [columns(line) for line in plain]


def test_each_side_shows_its_own_words() -> None:
    lines = [line.split(" │ ") for line in comparison_side(CHINESE, 200).splitlines() if " │ " in line]
    left, right = ("".join(line[place].strip() for line in lines if len(line) == 2) for place in (0, 1))
    assert "{-三-}个月" in left
    assert "酌情" not in left
    assert "{+六+}个月" in right
    assert "三" not in right


def test_a_move_leaves_a_trace_at_the_left() -> None:
    side = comparison_side(EVERYTHING, 100)
    assert any(line.startswith("¶4  moved to ¶1 ") and line.endswith("│") for line in side.splitlines())


def test_a_name_in_chinese_is_cut_by_columns() -> None:
    comparison = comparison_of("1. A.", "1. B.")
    old = type(comparison.old)("安全有序正常移民全球契约预稿增订本.txt", "zh", "", comparison.old.provisions)
    long = type(comparison)(old, comparison.new, comparison.changes)
    assert display_width(comparison_side(long, 40).splitlines()[0].split("│")[0]) == 19
