"""What a negotiator is told to look at."""

import pytest

from negotiator.comparing.compare import compare
from negotiator.comparing.comparison import Side
from negotiator.services.terms import load_terms
from negotiator.text.provision import Kind, Provision


def flags(old: str, new: str, language: str = "en") -> tuple[str, ...]:
    """Compare two one-paragraph texts; the words around keep them one pair."""
    around = {
        "en": "The Governments gathered here {} so that every family is safe",
        "zh": "各国政府今天在此聚会{}以便每个家庭都平安",
    }
    sides = [
        Side("x", language, "", (Provision(0, Kind.PARAGRAPH, "1", "1.", around[language].format(words)),))
        for words in (old, new)
    ]
    (change,) = compare(*sides, load_terms(language)).changes
    return change.flags


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("shall open the road", "should open the road", ("strength-down",)),
        ("may open the road", "shall open the road", ("strength-up",)),
        ("requests the town", "invites the town", ("strength-down",)),
        ("open the road", "open the road, as appropriate", ("qualifier-gained",)),
        ("open the road on a voluntary basis", "open the road", ("qualifier-lost",)),
        ("open 12 roads", "open 14 roads", ("number-changed",)),
        ("open twelve roads", "open fifteen roads", ("number-changed",)),
        ("open it by 4 May 2018", "open it by 6 May 2018", ("date-changed",)),
        ("open it by 2020", "open it by 2025", ("date-changed",)),
        ("open it under paragraph 7", "open it under paragraph 9", ("reference-changed",)),
        ("recall resolution 70/1", "recall resolution 71/1", ("reference-changed",)),
        ("ask the private sector", "ask the trade unions", ("actor-changed",)),
        ("respect non-refoulement there", "respect it there", ("watch-word-lost",)),
        ("respect it there", "respect non-refoulement there", ("watch-word-gained",)),
        ("open [the] road", "open the road", ("brackets-lifted",)),
        ("open the road", "open [the road]", ("brackets-added",)),
        ("open “the” road", 'open "the" road', ("typography",)),
        ("open it under paragraphs 6 and 7", "open it under paragraphs 6 and 8", ("reference-changed",)),
        ("open it under paragraphs 6, 7 and 9", "open it under paragraphs 6, 8 and 9", ("reference-changed",)),
        ("open it from 5 to 9 June 2018", "open it from 6 to 9 June 2018", ("date-changed",)),
        ("open it on 5-9 June 2018", "open it on 4-9 June 2018", ("date-changed",)),
        ("open it in 2018-2030", "open it in 2018-2035", ("date-changed",)),
        ("open it by 12 or 2018", "open it by 14 or 2018", ("number-changed",)),
        ("open it despite fever-19", "open it despite all", ()),
        ("open it as in option 1", "open it as in option 2", ()),
        ("open 12 roads", "open 12 roads and 12 lanes", ()),
        ("recall the thirty-first fair", "recall the thirty-second fair", ("number-changed",)),
        ("set up a regular process", "set up a process", ()),
        ("set up a regular crossing", "set up a crossing", ("watch-word-lost",)),
        ("open the road", "open the long road", ()),
        ("open the road", "open the road", ()),
    ],
)
def test_an_english_edit_bears_its_flags(old: str, new: str, expected: tuple[str, ...]) -> None:
    assert flags(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("请开路", "邀请开路", ("strength-down",)),
        ("可开路", "应开路", ("strength-up",)),
        ("开路", "酌情开路", ("qualifier-gained",)),
        ("在2018年5月4日开路", "在2018年5月6日开路", ("date-changed",)),
        ("按第 7 段开路", "按第 9 段开路", ("reference-changed",)),
        ("按第6和7段开路", "按第6和8段开路", ("reference-changed",)),
        ("在大会议30天", "在大会议40天", ("number-changed",)),
        ("按选项1开路", "按选项2开路", ()),
        ("请雇主开路", "请工会开路", ("actor-changed",)),
        ("遵守不推回原则", "遵守原则", ("watch-word-lost",)),
        ("适应气温", "适合气温", ()),
        ("开路，", "开路,", ("typography",)),
    ],
)
def test_a_chinese_edit_bears_its_flags(old: str, new: str, expected: tuple[str, ...]) -> None:
    assert flags(old, new, "zh") == expected


def test_a_language_without_terms_still_shows_figures_and_brackets() -> None:
    assert load_terms("xx") is None
    sides = [
        Side("x", "fr", "", (Provision(0, Kind.PARAGRAPH, "1", "1.", text),))
        for text in ("douze [ou] 12", "douze ou 14")
    ]
    (change,) = compare(*sides, load_terms("fr")).changes
    assert change.flags == ("number-changed",)
