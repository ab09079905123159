"""What is a mark and no word: labels spelled differently, calls of footnotes."""

import pytest

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Op, Side
from negotiator.text.provision import Kind, Provision
from tests.comparing.sides import marked, rebuilt, side


def renumbered(old: str, new: str) -> bool:
    sides = [Side("x", "zh", "", (Provision(0, Kind.ITEM, "1", label, "Open the road"),)) for label in (old, new)]
    (change,) = compare(*sides).changes
    return change.renumbered


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("㈠", "(一)"),
        ("(一)", "（一）"),
        ("（一）", "(i)"),
        ("12.", "12 ."),
        ("12.", "12．"),
        ("•", "-"),
        ("第十二条", "第12条"),
        ("Article 3 bis", "Article 3  bis"),
    ],
)
def test_a_label_that_counts_the_same_is_no_renumbering(old: str, new: str) -> None:
    assert not renumbered(old, new)
    assert not renumbered(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("㈠", "(二)"),
        ("12.", "13."),
        ("12.", ""),
        ("", "12."),
        ("(a)", "(i)"),
        ("12.", "12 bis."),
        ("一、", "（一）"),
        ("[Article 3]", "Article 3"),
        ("Note", "Remark"),
    ],
)
def test_another_label_is_a_renumbering(old: str, new: str) -> None:
    assert renumbered(old, new)


def test_a_footnote_with_another_number_is_the_same_footnote() -> None:
    found = compare(side("1. States met.[^1] They left[^12] soon."), side("1. States met.[^2] They left[^13] soon."))
    (change,) = found.changes
    assert (change.counted_as, change.flags) == ("same", ("typography",))
    assert all(part.op is Op.KEPT for part in change.segments)
    assert rebuilt(found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1. States met there.", "1. States met there.[^3]", "States met there.{+[^3]+}"),
        ("1. States met[^3] there.", "1. States met there.", "States met[-[^3]-] there."),
    ],
)
def test_a_footnote_that_comes_or_goes_is_shown_and_changes_no_number(old: str, new: str, expected: str) -> None:
    found = compare(side(old), side(new))
    assert marked(found) == expected
    assert found.changes[0].flags == ()
    assert (found.words_inserted, found.words_deleted) == (0, 0)
    assert rebuilt(found)


def test_brackets_around_a_footnote_are_still_brackets() -> None:
    found = compare(side("1. States [met[^3] there]."), side("1. States met[^3] there."))
    assert found.changes[0].flags == ("brackets-lifted",)
