"""Cross-references are found in English and Chinese, and the broken ones are told."""

import pytest

from negotiator.text.lines import plain_lines
from negotiator.text.references import State, find_references
from negotiator.text.structure import read_structure


def found(text: str) -> list[tuple[str, str, str | None]]:
    provisions = read_structure(plain_lines(text)).provisions
    return [
        (each.words, each.state.value, None if each.target is None else provisions[each.target].path)
        for each in find_references(provisions)
    ]


LIST = "1. Opens.\n2. Closes:\n(a) Doors;\n(b) Windows;\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("as in paragraph 2 above", [("paragraph 2 above", "found", "2")]),
        ("as in paragraph 2 (b)", [("paragraph 2 (b)", "found", "2/b")]),
        ("as in paras. 1 and 2 above", [("paras. 1 above", "found", "1"), ("paras. 2 above", "found", "2")]),
        ("as in paragraph 9 below", [("paragraph 9 below", "broken", None)]),
        ("as in paragraph 1 below", [("paragraph 1 below", "wrong-way", "1")]),
        ("as in paragraph 1 of the present resolution", [("paragraph 1", "found", "1")]),
        ("as in paragraph 7 of the Convention", [("paragraph 7", "elsewhere", None)]),
        (
            "as in article 4, paragraph 7, of the Convention",
            [("article 4", "elsewhere", None), ("paragraph 7", "elsewhere", None)],
        ),
        ("as in resolution 70/1, paragraph 7", [("paragraph 7", "elsewhere", None)]),
        ("as in article 4 of nothing here", [("article 4", "elsewhere", None)]),
    ],
)
def test_references_in_english(sentence: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(f"{LIST}3. Acts {sentence}.\n") == expected


CHINESE = "一. 导言\n1. 打开。\n2. 关上：\n(a) 大门；\n(b) 窗户；\n二. 行动\nA. 人员\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("如上文第 2 段所述", [("上文第 2 段", "found", "I/2")]),
        ("如上文第 1 和 2 段所述", [("上文第 1 段", "found", "I/1"), ("上文第 2 段", "found", "I/2")]),
        ("如上文第2段(b)所述", [("上文第 2 段", "found", "I/2/b")]),
        ("如下文第 9 段所述", [("下文第 9 段", "broken", None)]),
        ("如下文第 1 段所述", [("下文第 1 段", "wrong-way", "I/1")]),
        ("见第一部分", [("第 一 部分", "found", "I")]),
        ("见第二部分 A 节", [("第 二 部分 A 节", "found", "II/A")]),
        ("见下文第二部分", [("下文第 二 部分", "found", "II")]),
        ("见第二部分 C 节", [("第 二 部分 C 节", "broken", None)]),
        ("大会第 71/1 号决议附件二第 8 段述及", [("附件二", "elsewhere", None), ("第 8 段", "elsewhere", None)]),
        ("《公约》第九条", [("第 九 条", "elsewhere", None)]),
        ("A/RES/72/150，第 28 段", [("第 28 段", "elsewhere", None)]),
    ],
)
def test_references_in_chinese(sentence: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(f"{CHINESE}3. {sentence}。\n") == expected


def test_a_paragraph_of_an_article_is_looked_for_in_that_article() -> None:
    first = "Article 1\n1. Opens.\n2. Closes.\n"
    text = first + "Article 2\n1. Acts under paragraph 2 of Article 1.\n2. Acts under paragraph 1.\n"
    assert found(text) == [
        ("paragraph 2", "found", "article1/2"),
        ("Article 1", "found", "article1"),
        ("paragraph 1", "found", "article2/1"),
    ]


def test_articles_with_unnumbered_paragraphs_are_counted_through() -> None:
    text = "Article 1\nIt opens.\nIt closes.\nArticle 2\nIt acts under Article 1, paragraph 2.\n"
    assert found(text)[-1] == ("paragraph 2", "found", "article1/p2")


def test_a_reference_breaks_when_its_paragraph_goes() -> None:
    before = "1. Opens.\n2. Closes.\n3. Acts as in paragraph 2 above.\n"
    after = "1. Opens.\n3. Acts as in paragraph 2 above.\n"
    assert [each[1] for each in found(before)] == [State.FOUND]
    assert [each[1] for each in found(after)] == [State.BROKEN]


def test_the_place_of_a_reference_is_its_number() -> None:
    provisions = read_structure(plain_lines(f"{LIST}3. Acts as in paragraphs 1 and 2 (b) above.\n")).provisions
    text = provisions[-1].text
    assert [text[each.start : each.end] for each in find_references(provisions)] == ["1", "2 (b)"]
