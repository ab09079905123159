import re

from negotiator.documents.writing.markdown import comparison_markdown, concordance_markdown, escaped
from tests.comparisons import EVERYTHING, comparison_of


def test_words_are_marked_by_elements_because_asterisks_fail_beside_commas() -> None:
    text = comparison_markdown(EVERYTHING)
    assert "States <del>shall</del><ins>should</ins> keep the <ins>\\[</ins>firewall<ins>\\]</ins> between" in text


def test_every_sign_of_a_text_stands_for_itself() -> None:
    assert escaped("[a](b) *c* _d_ `e` <f> #g ~h~ | !i & \\") == (
        "\\[a\\](b) \\*c\\* \\_d\\_ \\`e\\` \\<f\\> \\#g \\~h\\~ \\| \\!i \\& \\\\"
    )
    assert escaped("- no list") == "\\- no list"
    assert escaped("12. no list") == "12\\. no list"
    assert escaped("---") == "--\\-"
    assert escaped("    no code") == "no code"
    assert escaped("\x1b[31m") == "␛\\[31m"


def test_only_our_own_elements_stand_in_it() -> None:
    hostile = comparison_of("1. <script>x</script> shall", "1. <script>y</script> <b>should</b>")
    found = re.findall(r"(?<!\\)<[^>]*>", comparison_markdown(hostile))
    assert set(found) <= {"<del>", "</del>", "<ins>", "</ins>"}


def test_sections_and_changes_are_headings() -> None:
    headings = [line for line in comparison_markdown(EVERYTHING).splitlines() if line.startswith("#")]
    assert headings[:3] == ["# old.txt → new.txt", "## I. Aims", "### ¶4 → ¶1"]


def test_the_concordance_is_a_table() -> None:
    lines = concordance_markdown(EVERYTHING).splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert table[:2] == ["| old | new | what happened |", "| --- | --- | --- |"]
    assert "| 4 | 1 | moved from ¶4 |" in table
    assert all(line.count("|") == 4 for line in table)
