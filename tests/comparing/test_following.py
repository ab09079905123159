"""References that follow what they name to its new number."""

import pytest

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Comparison, Side
from negotiator.comparing.following import left_behind
from negotiator.services.terms import load_terms
from negotiator.text.lines import plain_lines
from negotiator.text.references import State
from negotiator.text.structure import read_structure

TOLL = "The toll of the inner steps is paid in barley"
WELLS = "The council mends the public wells within ten days of a complaint"
LAMPS = "Every ferry carries a lamp and a rope of forty fathoms"
FUND = "The fund referred to in paragraph {} lends to every household that lost its seed"
NEW = "No wagon heavier than four oxen may cross the northern bridge"


def compared(old: list[str], new: list[str], language: str = "en") -> Comparison:
    sides = [
        Side("x", language, "", read_structure(plain_lines("\n".join(lines)), language).provisions)
        for lines in (old, new)
    ]
    return compare(*sides, load_terms(language))


def flags_of(found: Comparison, beginning: str) -> tuple[str, ...]:
    (change,) = (each for each in found.changes if each.new and each.new[0].text.startswith(beginning))
    return change.flags


def numbered(*words: str) -> list[str]:
    return [f"{number}. {each};" for number, each in enumerate(words, 1)]


def test_a_reference_to_a_renumbered_paragraph_is_not_changed() -> None:
    old = numbered(TOLL, WELLS, LAMPS, FUND.format(2))
    new = numbered(TOLL, NEW, WELLS, LAMPS, FUND.format(3))
    assert flags_of(compared(old, new), "The fund") == ()


def test_a_reference_to_another_paragraph_is_changed_though_numbers_moved_on() -> None:
    old = numbered(TOLL, WELLS, LAMPS, FUND.format(2))
    new = numbered(TOLL, NEW, WELLS, LAMPS, FUND.format(4))
    assert flags_of(compared(old, new), "The fund") == ("reference-changed",)


def test_a_number_that_also_changed_is_still_told() -> None:
    old = numbered(TOLL, WELLS, LAMPS, FUND.format(2) + " to 12 households")
    new = numbered(TOLL, NEW, WELLS, LAMPS, FUND.format(3) + " to 15 households")
    assert flags_of(compared(old, new), "The fund") == ("number-changed",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("paragraph {} and resolution 70/1", "paragraph {} and resolution 71/1"),
        ("paragraph {} and section 4", "paragraph {} and section 9"),
    ],
)
def test_one_reference_that_follows_excuses_no_other(before: str, after: str) -> None:
    fund = "The fund referred to in {} lends to every household"
    old = numbered(TOLL, WELLS, LAMPS, fund.format(before.format(2)))
    new = numbered(TOLL, NEW, WELLS, LAMPS, fund.format(after.format(3)))
    assert flags_of(compared(old, new), "The fund") == ("reference-changed",)


def test_references_to_several_paragraphs_follow_together() -> None:
    fund = "The fund referred to in paragraphs {} and {} lends to every household that lost its seed"
    old = numbered(TOLL, WELLS, LAMPS, fund.format(2, 3))
    new = numbered(TOLL, NEW, WELLS, LAMPS, fund.format(3, 4))
    assert flags_of(compared(old, new), "The fund") == ()


def test_a_chinese_reference_follows_too() -> None:
    fund = "第{}段所述基金向失去种子的每一户发放贷款；"
    old = ["1. 市政厅每年修缮公用水井两次；", "2. 每艘渡船须备灯一盏、绳四十寻；", f"3. {fund.format(2)}"]
    new = ["1. 市政厅每年修缮公用水井两次；", "2. 重车不得在夜间通过北桥；", "3. 每艘渡船须备灯一盏、绳四十寻；"]
    new.append(f"4. {fund.format(3)}")
    assert flags_of(compared(old, new, "zh"), "第3段") == ()


def test_a_reference_that_kept_its_number_while_its_paragraph_got_another_was_left_behind() -> None:
    old = numbered(TOLL, WELLS, LAMPS, FUND.format(2))
    new = numbered(TOLL, NEW, WELLS, LAMPS, FUND.format(2))
    (found,) = left_behind(compared(old, new))
    assert (found.reference.words, found.named, found.now) == ("paragraph 2", 1, 2)


def test_a_reference_to_a_deleted_paragraph_was_left_behind() -> None:
    old = numbered(TOLL, WELLS, LAMPS, FUND.format(2))
    new = [f"1. {TOLL};", f"3. {LAMPS};", f"4. {FUND.format(2)};"]
    (found,) = left_behind(compared(old, new))
    assert (found.named, found.now, found.reference.state) == (1, None, State.BROKEN)


def test_references_that_followed_or_name_another_instrument_were_not_left_behind() -> None:
    outside = f"{WELLS} under paragraph 2 of resolution 70/1"
    old = numbered(TOLL, outside, LAMPS, FUND.format(2))
    new = numbered(TOLL, NEW, outside, LAMPS, FUND.format(3))
    assert list(left_behind(compared(old, new))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Paragraph 1 prevails over paragraph 2", "Paragraph 3 prevails over paragraph 2"),
        (
            "Under article 2 of the Charter, paragraph 2 prevails",
            "Under article 3 of the Charter, paragraph 3 prevails",
        ),
        (
            "With paragraph 1 of resolution 70/1, paragraph 1 prevails",
            "With paragraph 2 of resolution 70/1, paragraph 2 prevails",
        ),
    ],
)
def test_references_that_changed_places_or_name_another_instrument_do_not_follow(before: str, after: str) -> None:
    old, new = numbered(TOLL, WELLS, LAMPS, before), numbered(NEW, TOLL, WELLS, LAMPS, after)
    assert flags_of(compared(old, new), after[:5]) == ("reference-changed",)


def test_neighbouring_references_that_were_all_carried_over_were_not_left_behind() -> None:
    old = numbered(TOLL, WELLS, LAMPS, "Decides that paragraphs 1 and 2 prevail")
    new = numbered(NEW, TOLL, WELLS, LAMPS, "Decides that paragraphs 2 and 3 prevail")
    assert list(left_behind(compared(old, new))) == []
    more = numbered(NEW, TOLL, WELLS, LAMPS, "Decides that paragraphs 2, 3 and 4 prevail")
    assert list(left_behind(compared(old, more))) == []


def test_paragraphs_of_several_articles_with_one_number_are_told_apart() -> None:
    lines = ["Article 3", f"1. {TOLL}.", "Article 4", f"1. {WELLS}.", "Article 5"]
    lines.append("1. Notwithstanding paragraph 1 of article 3 and paragraph 1 of article 4, lamps are lent.")
    assert list(left_behind(compared(lines, lines))) == []
