"""Labels are split off in one place, as printed, and their values have an order."""

import pytest

from negotiator.text.labels import Label, Style
from negotiator.text.lines import plain_lines
from negotiator.text.numbering import find_by_label, split_label
from negotiator.text.structure import read_structure

LABELS = [
    ("1. Decides", "1.", "1", "Decides"),
    ("1) Decides", "1)", "1", "Decides"),
    ("12 bis Urges", "12 bis", "12bis", "Urges"),
    ("12 bis. Urges", "12 bis.", "12bis", "Urges"),
    ("7. bis Urges", "7. bis", "7bis", "Urges"),
    ("12 alt 2 Urges", "12 alt 2", "12alt2", "Urges"),
    ("12 bis alt 2. Urges", "12 bis alt 2.", "12bisalt2", "Urges"),
    ("3ter. Urges", "3ter.", "3ter", "Urges"),
    ("4 quinquies. Urges", "4 quinquies.", "4quinquies", "Urges"),
    ("(a) text", "(a)", "a", "text"),
    ("(aa) text", "(aa)", "aa", "text"),
    ("(c) bis text", "(c) bis", "cbis", "text"),
    ("(iv) text", "(iv)", "iv", "text"),
    ("a. text", "a.", "a", "text"),
    ("I. Introduction", "I.", "I", "Introduction"),
    ("II Capacity", "II", "II", "Capacity"),
    ("A. Background", "A.", "A", "Background"),
    ("1.1 Reception", "1.1", "1.1", "Reception"),
    ("2.10 促进", "2.10", "2.10", "促进"),
    ("3.5. 其他", "3.5.", "3.5", "其他"),
    ("5.  原则", "5.", "5", "原则"),
    ("Objective 5: Pathways", "Objective 5:", "objective5", "Pathways"),
    ("Article 4", "Article 4", "article4", ""),
    ("Article 4 (purpose)", "Article 4", "article4", "(purpose)"),
    ("[Article 3bis] (forests)", "[Article 3bis]", "article3bis", "(forests)"),
    ("[12 bis. Urges]", "[12 bis.", "12bis", "Urges]"),
    ("Article 34-1", "Article 34-1", "article34-1", ""),
    ("Article premier", "Article premier", "article1", ""),
    ("Titre XI bis : Le défenseur", "Titre XI bis :", "title11bis", "Le défenseur"),
    ("Artículo 5", "Artículo 5", "article5", ""),
    ("Глава IV: Члены", "Глава IV:", "chapter4", "Члены"),
    ("Статья 12", "Статья 12", "article12", ""),
    ("المادة ٥", "المادة ٥", "article5", ""),
    ("الفصل الثاني عشر: نص", "الفصل الثاني عشر:", "division12", "نص"),
    ("الباب الأول : نص", "الباب الأول :", "title1", "نص"),
    ("(أ) نص", "(أ)", "a", "نص"),
    ("ب - نص", "ب -", "b", "نص"),
    ("٣- نص", "٣-", "3", "نص"),
    ("а) текст", "а)", "a", "текст"),
    ("Option 1: text", "Option 1:", "option1", "text"),
    ("Annex I", "Annex I", "annex1", ""),
    ("ANNEX", "ANNEX", "annex", ""),
    ("Phase I. Consultations", "Phase I.", "phase1", "Consultations"),
    ("PP3 Recalling", "PP3", "pp3", "Recalling"),
    ("OP12 bis Urges", "OP12 bis", "12bis", "Urges"),
    ("第一阶段. 协商", "第一阶段.", "phase1", "协商"),
    ("第十二条　会议", "第十二条", "article12", "会议"),
    ("第二章 总则", "第二章", "chapter2", "总则"),
    ("第 12 段之二", "第 12 段之二", "12bis", ""),
    ("目标 5：数据", "目标 5：", "objective5", "数据"),
    ("一. 导言", "一.", "I", "导言"),
    ("二、组织", "二、", "II", "组织"),
    ("(一) 减轻", "(一)", "i", "减轻"),
    ("（二）减轻", "（二）", "ii", "减轻"),
    ("㈢ 减轻", "㈢", "iii", "减轻"),
    ("① 减轻", "①", "i", "减轻"),
    ("附件一", "附件一", "annex1", ""),
    ("附录二", "附录二", "annex2", ""),
    ("备选案文 1", "备选案文 1", "option1", ""),
    ("(丑) 款", "(丑)", "b", "款"),
    ("• point", "•", "", "point"),
    ("· 要点", "·", "", "要点"),
]


@pytest.mark.parametrize(("line", "printed", "slug", "rest"), LABELS)
def test_a_label_is_split_off_as_printed(line: str, printed: str, slug: str, rest: str) -> None:
    found, label, text = split_label(line)
    assert (found, text) == (printed, rest)
    assert label is not None
    assert label.slug == slug


@pytest.mark.parametrize(
    "line",
    [
        "Article 36 of the Convention",
        "第 67 号决议",
        "第一条第三款",
        "附件一，第 16 段",
        "1.5 °C above",
        "12.5 per cent",
        "2018. The year",
        "10 June 2018",
        "5 将提请",
        "3/6 17-05719 (C)",
        "I agree that this is so.",
        "(the) words",
        "[Noting that]",
        "article 12",
        "option 2 is preferred",
        "U.S. support",
        "",
        "   ",
    ],
)
def test_what_only_looks_like_a_label_is_left_in_the_text(line: str) -> None:
    assert split_label(line) == ("", None, line.strip())


def value(line: str) -> Label:
    label = split_label(line)[1]
    assert label is not None
    return label


def test_inserted_paragraphs_stand_between_their_neighbours() -> None:
    lines = ["12.", "12 alt.", "12 alt 2.", "12 bis.", "12 bis alt.", "12 ter.", "13."]
    assert sorted(map(value, reversed(lines))) == [value(line) for line in lines]


def test_one_ordinal_in_three_spellings_is_one_value() -> None:
    assert value("(i) x") == value("(一) x") == value("（一）x") == value("㈠ x") == value("① x")


def test_a_chinese_suffix_is_the_latin_one() -> None:
    assert value("第 12 段之二 ") == value("12 bis. x")
    assert value("附录二") == value("附件二") == value("Annex II")


def test_next_means_next() -> None:
    assert value("13. x").follows(value("12 bis. x"))
    assert value("12 bis. x").follows(value("12. x"))
    assert not value("14. x").follows(value("12. x"))
    assert not value("(b) x").follows(value("1. x"))
    assert value("(x) y").as_letter().follows(value("(w) y"))
    assert value("(ii) y").style is Style.ITEM


TEXT = """Recalling the plan,
1. Decides to meet:
(a) In spring;
(b) In autumn, and:
(i) In town;
(ii) At sea;
1 bis. Decides to rest;
Objective 5: Rest
2. Invites all to rest.
Article 4
The rest is silence.
"""


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("1", "1"),
        ("1.", "1"),
        ("OP1", "1"),
        ("¶1", "1"),
        ("para 1", "1"),
        ("1(b)", "1/b"),
        ("1b", "1/b"),
        ("1 (b) (ii)", "1/b/ii"),
        ("1(b)(二)", "1/b/ii"),
        ("1 bis", "1bis"),
        ("OP1 bis", "1bis"),
        ("第1段之二", "1bis"),
        ("obj 5", "objective5"),
        ("Objective 5", "objective5"),
        ("目标5", "objective5"),
        ("art 4", "objective5/article4"),
        ("art. 4", "objective5/article4"),
        ("PP1", "pp1"),
        ("2", "objective5/2"),
        ("4", "objective5/article4"),
    ],
)
def test_people_name_a_provision_in_their_own_way(asked: str, path: str) -> None:
    found = find_by_label(read_structure(plain_lines(TEXT)).provisions, asked)
    assert found
    assert found[0].path == path


@pytest.mark.parametrize("asked", ["", "99", "1(z)", "hello", "(", "1((", "PP", "obj"])
def test_an_unknown_label_finds_nothing(asked: str) -> None:
    assert find_by_label(read_structure(plain_lines(TEXT)).provisions, asked) == ()
