"""A reading says what a person should look at."""

import pytest

from negotiator.text.lines import plain_lines
from negotiator.text.structure import read_structure


def doubts(text: str) -> list[tuple[int, str, str]]:
    return [(doubt.line, doubt.code, doubt.detail) for doubt in read_structure(plain_lines(text)).doubts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One.\n2. Two.\n4. Four.\n", [(3, "number-gap", "4.")]),
        ("1. One.\n2. Two.\n2. Two.\n", [(3, "number-repeat", "2.")]),
        ("1. One.\n3. Three.\n2. Two.\n", [(2, "number-gap", "3."), (3, "number-out-of-order", "2.")]),
        ("1. One:\n(a) A;\n(c) C;\n", [(3, "number-gap", "(c)")]),
        ("Article 1\nOne is here.\nArticle 3\nThree is here.\n", [(3, "number-gap", "Article 3")]),
        ("1. One [two.\n", [(1, "bracket-unbalanced", "[two.")]),
        ("1. One two] three.\n", [(1, "bracket-unbalanced", "1. One two]")]),
        (
            "1. Thebestavailablescientificknowledge.\n",
            [(1, "words-run-together", "Thebestavailablescientificknowledge")],
        ),
        ("1. One.\nAnnex I\n1. One.\nAnnex II\n1. One.\n", []),
        ("I. Part\n1. One.\nII. Part\n2. Two.\n", []),
        ("1. One.\n1 bis. More.\n1 ter. More.\n2. Two.\n", []),
    ],
)
def test_doubts_have_stable_codes(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert doubts(text) == expected


def test_a_very_long_paragraph_is_doubted() -> None:
    assert [code for _, code, _ in doubts("1. " + "word " * 3000 + "\n")] == ["paragraph-very-long"]


def test_doubts_are_spared_where_nobody_sees_them() -> None:
    assert read_structure(plain_lines("1. One.\n3. Three.\n"), doubts=False).doubts == ()
