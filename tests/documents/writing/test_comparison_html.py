import re
from xml.etree import ElementTree

import pytest

from negotiator.comparing.comparison import Comparison
from negotiator.documents.writing.html import comparison_html, concordance_html
from tests.comparisons import EVERYTHING, comparison_of, comparison_of_words

HOSTILE = comparison_of_words(
    ["<script>alert('a')</script> & [/] kept \x1b[31m shall \" ' stay.", "<b>old</b>"],
    ["<script>alert('b')</script> & [/] kept \x1b[31m should \" ' stay.", "</p><img src=x onerror=y>"],
)
ARABIC = comparison_of("المادة 1\n\nتتعهد الدول بالتعاون.\n", "المادة 1\n\nتتعهد جميع الدول بالتعاون.\n")


def tree(page: str) -> ElementTree.Element:
    """Parse a page as the well-formed document it is."""
    return ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


@pytest.mark.parametrize("comparison", [EVERYTHING, HOSTILE, ARABIC], ids=["everything", "hostile", "arabic"])
def test_a_page_is_well_formed_and_every_link_leads_somewhere(comparison: Comparison) -> None:
    root = tree(comparison_html(comparison))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    targets = {str(each.get("href")).removeprefix("#") for each in root.iter("a")}
    assert targets <= set(ids)


def test_a_page_loads_and_runs_nothing() -> None:
    page = comparison_html(HOSTILE)
    names = {each.tag for each in tree(page).iter()}
    assert not names & {"script", "img", "link", "iframe", "object", "b:"}
    assert not re.search(r"url\(|@import|https?:|\bon\w+\s*=\s*[\"']", page)


def test_words_of_a_text_stand_for_themselves() -> None:
    root = tree(comparison_html(HOSTILE))
    words = "".join(root.itertext())
    assert "<script>alert('" in words
    assert "</p><img src=x onerror=y>" in words
    assert "[/]" in words
    assert "␛[31m" in words
    assert "\x1b" not in words


def test_insertions_and_deletions_are_told_by_elements() -> None:
    root = tree(comparison_html(EVERYTHING))
    assert "shall" in [each.text for each in root.iter("del")]
    assert "should" in [each.text for each in root.iter("ins")]


def test_the_contents_name_every_change_that_is_not_quiet() -> None:
    nav = next(tree(comparison_html(EVERYTHING)).iter("nav"))
    links = ["".join(each.itertext()) for each in nav.iter("a")]
    assert links == ["¶4 → ¶1", "¶1 → ¶2 + ¶3", "¶2 + ¶3 → ¶4", "¶5", "¶6", "¶9"]


def test_a_run_of_new_paragraphs_takes_one_line_of_the_contents() -> None:
    grown = comparison_of("1. One thing.", "1. One thing.\n\n2. Ships sail.\n\n3. Birds fly.\n\n4. Fish swim.")
    nav = next(tree(comparison_html(grown)).iter("nav"))
    assert ["".join(each.itertext()) for each in nav.iter("a")] == ["¶2", "¶4"]
    assert "3 × new" in "".join(nav.itertext())


def test_both_ends_of_a_move_link_to_each_other() -> None:
    root = tree(comparison_html(EVERYTHING))
    links = {str(each.text): str(each.get("href")) for each in root.iter("a")}
    assert links["moved from ¶4"].startswith("#m")
    assert links["moved to ¶1"] == "#c" + links["moved from ¶4"].removeprefix("#m")


def test_what_is_only_renumbered_is_folded_and_shows_both_numbers() -> None:
    folded = next(each for each in tree(comparison_html(EVERYTHING)).iter("details") if "renumbered" in each[0].text)
    assert [each.text for each in folded.iter("del")] == ["7."]
    assert [each.text for each in folded.iter("ins")] == ["8."]


def test_only_leaves_everything_else_out() -> None:
    words = "".join(tree(comparison_html(EVERYTHING, only=("deleted",))).find("body/main").itertext())
    assert "This paragraph goes away" in words
    assert "firewall" not in words


def test_languages_and_directions_are_told() -> None:
    root = tree(comparison_html(ARABIC))
    main = root.find("body/main")
    assert root.get("lang") == "en"
    assert (main.get("lang"), main.get("dir")) == ("ar", "rtl")
    assert {each.get("dir") for each in main.iter("div")} == {"ltr"}


def test_a_page_follows_the_light_and_prints_without_colour() -> None:
    page = comparison_html(EVERYTHING)
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "text-decoration: underline" in page
    assert "line-through" in page


def test_texts_that_say_the_same_have_no_contents() -> None:
    page = comparison_html(comparison_of("1. Act now.", "1.  Act now."))
    assert "The two texts say the same." in page
    assert "<nav>" not in page
    tree(page)


def test_the_concordance_stands_alone_or_at_the_end() -> None:
    rows = [[cell.text for cell in row] for row in tree(concordance_html(EVERYTHING)).iter("tr")]
    assert rows[0] == ["old", "new", "what happened"]
    assert ["4", "1", "moved from ¶4"] in rows
    assert rows[-1] in [[cell.text for cell in row] for row in tree(comparison_html(EVERYTHING)).iter("tr")]
