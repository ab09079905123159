"""Lines that recur, paragraphs joined with others, and long ones that pass many short ones."""

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import ChangeKind, Side
from tests.comparing.sides import moved, pairs, rebuilt, side

LINE = "To these ends we shall"
DEEDS = (
    "mend the outer pier before the first frost and light it with forty lamps",
    "lend seed to every household that lost its barley under the snow",
    "open the reading rooms of the village schools on market days",
    "count the wells of the upper quarter and write them into one register",
    "teach the children of ferrymen to swim, to row and to read the river",
    "keep heavy wagons off the northern bridge while the river is high",
    "weigh bread with fair weights in all the markets of the valley",
    "plant a hedge along both banks where cattle come down to drink",
)


def text(*lines: str) -> Side:
    return side("\n".join(lines))


def test_a_line_that_recurs_stays_where_it_is_though_the_item_under_it_went_under_another() -> None:
    """The first item of the first list went to the head of the last one."""
    old = text(LINE, DEEDS[0], DEEDS[1], DEEDS[2], LINE, DEEDS[3], DEEDS[4], LINE, DEEDS[5], DEEDS[6])
    new = text(LINE, DEEDS[1], DEEDS[2], LINE, DEEDS[3], DEEDS[4], LINE, DEEDS[0], DEEDS[5], DEEDS[6])
    found = compare(old, new)
    assert {(0, 0), (4, 3), (7, 6)} <= pairs(found)
    assert moved(found) == {(1, 7)}


def test_one_long_paragraph_that_passed_many_short_lines_has_moved() -> None:
    long = "The council shall " + ", ".join(DEEDS[:4]) + "."
    short = ["Ferries", "Wells", "Orchards", "Bridges", "Fair weights", "Hedges", "Schools", "Lamps", "Seed", "Barley"]
    found = compare(text("Valley", long, *short, "End"), text("Valley", *short, long, "End"))
    assert moved(found) == {(1, 11)}


def test_of_a_long_paragraph_said_twice_in_both_texts_the_copy_left_over_has_moved() -> None:
    twice = f"Every town of the league shall {DEEDS[0]} and {DEEDS[1]}"
    old = text(DEEDS[2], DEEDS[3], DEEDS[4], twice, DEEDS[5], twice, DEEDS[6], DEEDS[7])
    new = text(twice, DEEDS[2], DEEDS[3], DEEDS[4], DEEDS[5], twice, DEEDS[6], DEEDS[7] + " at noon")
    found = compare(old, new)
    assert {(3, 0), (5, 5)} <= pairs(found)
    assert moved(found) == {(3, 0)}


def test_a_chinese_paragraph_joined_with_the_one_before_it_is_merged_and_what_follows_is_split() -> None:
    """Long Chinese paragraphs have most of their characters in common, whatever they say."""
    first = (
        "城镇应在第一次霜冻之前修缮外码头并点亮四十盏灯，向在雪下失去大麦的每户人家发放种子，"
        "并在集日开放乡村学校的阅览室供旅行者使用"
    )
    second = (
        "议会清点上区的水井并登记在一本册子中，教船夫的孩子游泳、划船和看懂河流，"
        "河水上涨时禁止重车通过北桥，并在山谷的所有集市用公平的秤称面包"
    )
    third = (
        "沿两岸牲畜饮水之处种植树篱，由邻近的果园看守人每年春天修剪；"
        "凡在夜间过桥者须在正午之前告知守桥人，违者向公共水井基金缴纳一袋大麦"
    )
    old = text("总则", f"{first}。", f"{second}。", f"{third}。", "附则")
    cut = third.index("；")
    new = text("总则", f"{first}。{second}。", f"{third[:cut]}；", f"{third[cut + 1 :]}。", "附则")
    found = compare(old, new)
    assert pairs(found) == {(0, 0), (1, 1), (2, 1), (3, 2), (3, 3), (4, 4)}
    assert [change.kind for change in found.changes][1:3] == [ChangeKind.MERGED, ChangeKind.SPLIT]
    assert rebuilt(found)


def test_a_paragraph_joined_with_its_near_twin_is_merged() -> None:
    rule = "Decisions of the council on {} are made by an affirmative vote of nine towns"
    twin = rule.format("procedure") + "."
    other = rule.format("all other matters") + ", those by the river among them; a town that is party to a quarrel"
    other += " about water does not vote on it, nor does one that holds the toll of the inner steps."
    old = text(DEEDS[0], twin, other, DEEDS[1], DEEDS[2])
    new = text(DEEDS[0], f"{twin} {other}", DEEDS[1], DEEDS[2])
    assert pairs(compare(old, new)) == {(0, 0), (1, 1), (2, 1), (3, 2), (4, 3)}
