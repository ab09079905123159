import re

from negotiator.documents.writing.marks import COLOURED, STYLED
from negotiator.documents.writing.side import comparison_side
from negotiator.documents.writing.stat import comparison_stat
from negotiator.documents.writing.text import comparison_text, concordance_text
from tests.comparisons import EVERYTHING, comparison_of, comparison_of_words

TEXT = comparison_text(EVERYTHING)


def test_the_marks_of_the_tool_are_not_the_brackets_of_the_negotiators() -> None:
    assert "States {-shall-}{+should+} keep the {+[+}firewall{+]+} between" in TEXT


def test_spaces_stand_outside_the_marks() -> None:
    assert not re.search(r"\{[-+] | [-+]\}", TEXT)


def test_a_move_is_shown_at_both_ends() -> None:
    assert "¶4 → ¶1  moved from ¶4" in TEXT
    assert "¶4  moved to ¶1" in TEXT


def test_paragraphs_that_were_split_stand_behind_their_labels() -> None:
    assert "{-, and they-}{+.¶+}\n    3. {+They+} shall tell" in TEXT


def test_the_break_between_merged_paragraphs_is_shown_as_deleted() -> None:
    assert "two seasons{-.¶-}{+, and+} States exchange" in TEXT


def test_what_is_only_renumbered_or_differs_in_quotes_is_not_shown() -> None:
    assert "Season" not in TEXT
    assert "1 renumbered only · 2 the same" in TEXT


def test_only_the_headings_asked_for_are_shown() -> None:
    deleted = comparison_text(EVERYTHING, only=("deleted",))
    assert "This paragraph goes away" in deleted
    assert "{+" not in deleted
    assert "“Season”" in comparison_text(EVERYTHING, only=("renumbered",))


def test_it_says_so_when_nothing_of_a_kind_changed() -> None:
    edited = comparison_of("1. States shall act now.", "1. States should act now.")
    assert "Nothing of this kind changed." in comparison_text(edited, only=("moved",))


def test_it_says_so_when_the_texts_say_the_same() -> None:
    same = comparison_of("1. States 'act'.", "1. States  ‘act’.")
    assert "The two texts say the same." in comparison_text(same)
    assert "The two texts say the same." in comparison_stat(same)


def test_a_terminal_strikes_and_underlines_and_keeps_the_marks() -> None:
    coloured, styled = comparison_text(EVERYTHING, marks=COLOURED), comparison_text(EVERYTHING, marks=STYLED)
    assert "\x1b[31;9m{-shall-}\x1b[0m\x1b[32;4m{+should+}\x1b[0m" in coloured
    assert "\x1b[9m{-shall-}\x1b[0m\x1b[4m{+should+}\x1b[0m" in styled


def test_a_text_cannot_send_anything_to_the_terminal() -> None:
    hostile = comparison_of_words(
        ["Act \x1b[31mnow\x9b31m.", "\x1b]0;x\x07 [/] title"], ["Act \x1b[31mlater\u202e.", "[/b] new\x1b[2J"]
    )
    for text in (
        comparison_text(hostile),
        comparison_stat(hostile),
        concordance_text(hostile),
        comparison_side(hostile),
    ):
        assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(text)
    assert "[/b]" in comparison_text(hostile)


def test_figures_count_kinds_flags_and_sections() -> None:
    stat = comparison_stat(EVERYTHING)
    assert "1  moved" in stat
    assert "1  strength ↓" in stat
    assert re.search(r"I\. Aims +6 ", stat)


def test_the_concordance_names_old_and_new_numbers() -> None:
    rows = [re.split(r"  +", line) for line in concordance_text(EVERYTHING).splitlines()]
    assert ["4", "1", "moved from ¶4"] in rows
    assert ["1", "2 + 3", "split into 2 · renumbered · strength ↓"] in rows
    assert ["6", "–", "gone"] in rows
    assert ["–", "9", "new"] in rows
