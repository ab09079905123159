"""A text with one provision a line becomes a tree: kinds, parents, paths."""

import pytest

from negotiator.text.lines import Line, plain_lines
from negotiator.text.provision import Kind, Provision, Reading
from negotiator.text.structure import read_structure

HALL = (
    "the officers on duty shall keep a list of everyone who has asked for the floor, with the time at which they asked"
)


def read(text: str) -> Reading:
    return read_structure(plain_lines(text))


def paths(reading: Reading) -> list[str]:
    return [provision.path for provision in reading.provisions]


def kinds(reading: Reading) -> list[tuple[str, Kind]]:
    return [(provision.path, provision.kind) for provision in reading.provisions]


def by_path(reading: Reading, path: str) -> Provision:
    return next(provision for provision in reading.provisions if provision.path == path)


def test_a_resolution_has_a_title_an_opening_a_preamble_and_paragraphs() -> None:
    reading = read(
        "Resolution adopted by the Assembly on 3 May 2030\n"
        "99/1. Order in the hall\n"
        "The Assembly,\n"
        "Recalling its rules,\n"
        "Noting with concern the noise in the corridors, and the heat,\n"
        "1. Decides to open the windows;\n"
        "2. Requests the officers:\n"
        "(a) To bring fans;\n"
        "(b) To bring water:\n"
        "(i) Cold;\n"
        "(ii) With ice;\n"
        "3. Invites everyone to sit down.\n"
        "12th plenary meeting\n"
        "3 May 2030\n"
    )
    assert kinds(reading) == [
        ("t1", Kind.TITLE),
        ("title", Kind.TITLE),
        ("opening", Kind.TITLE),
        ("pp1", Kind.PREAMBULAR),
        ("pp2", Kind.PREAMBULAR),
        ("1", Kind.PARAGRAPH),
        ("2", Kind.PARAGRAPH),
        ("2/a", Kind.SUB_PARAGRAPH),
        ("2/b", Kind.SUB_PARAGRAPH),
        ("2/b/i", Kind.ITEM),
        ("2/b/ii", Kind.ITEM),
        ("3", Kind.PARAGRAPH),
        ("t2", Kind.TITLE),
        ("t3", Kind.TITLE),
    ]
    assert by_path(reading, "2/b").parent == by_path(reading, "2").index
    assert by_path(reading, "2").text == "Requests the officers:"
    assert by_path(reading, "2/b/ii").level == 2
    assert by_path(reading, "2/b/ii").line == 11
    assert reading.doubts == ()


def test_paragraph_numbers_run_on_over_headings() -> None:
    reading = read(
        "I. Introduction\nA. Background\n1. The hall is old and the roof of it has been leaking for years.\n"
        "2. It rains.\nB. Aims\n3. The roof shall be mended before winter.\nII. Programme\n"
        "1. Buckets\n4. Buckets shall be placed under every hole.\n1.1 Large ones\n5. Large buckets come first.\n"
        "2. Roofers\n6. Roofers shall be invited.\n"
    )
    assert paths(reading) == [
        "I", "I/A", "I/A/1", "I/A/2", "I/B", "I/B/3", "II",
        "II/1", "II/1/4", "II/1/1.1", "II/1/1.1/5", "II/2", "II/2/6",
    ]  # fmt: skip
    assert reading.counts() == {"heading": 7, "paragraph": 6}
    assert reading.doubts == ()


def test_the_same_in_chinese() -> None:
    reading = read(
        "大会，\n回顾其关于屋顶的规则，\n一. 导言\nA. 背景\n1. 大厅陈旧，屋顶多年漏雨。\n"
        "2. 请秘书处：\n(a) 采取下列措施：\n㈠ 放置水桶；\n㈡ 关上窗户；\n"
        "(b) 提交报告；\n二. 行动纲领\n3. 邀请各方参加。\n"
    )
    assert paths(reading) == [
        "opening", "pp1", "I", "I/A", "I/A/1", "I/A/2", "I/A/2/a",
        "I/A/2/a/i", "I/A/2/a/ii", "I/A/2/b", "II", "II/3",
    ]  # fmt: skip
    assert reading.language == "zh"
    assert by_path(reading, "I/A/2/a/ii").kind is Kind.ITEM


def test_annexes_begin_their_numbers_again_with_paths_of_their_own() -> None:
    reading = read(
        "1. Decides to adopt the annexes.\nAnnex I\n1. Open the doors.\n2. Close the doors.\n"
        "Annex II\n1. Open the windows.\n(a) Wide;\n(k) Again;\n"
    )
    assert paths(reading) == ["1", "annex1", "annex1/1", "annex1/2", "annex2", "annex2/1", "annex2/1/a", "annex2/1/k"]
    assert by_path(reading, "annex1").kind is Kind.ANNEX
    assert [doubt.detail for doubt in reading.doubts] == ["(k)"]


def test_two_names_for_an_annex_in_chinese_are_one() -> None:
    assert paths(read("附录一\n1. 打开大门。\n")) == paths(read("附件一\n1. 打开大门。\n"))


def test_letters_and_roman_numbers_are_told_apart_by_their_list() -> None:
    letters = "".join(f"({letter}) Item;\n" for letter in "abcdefghij")
    assert [path[2:] for path in paths(read(f"1. List:\n{letters}"))][1:] == list("abcdefghij")
    nested = read("1. List:\n(h) Eight;\n(i) Nine:\n(i) One;\n(ii) Two;\n(j) Ten;\n")
    assert paths(nested)[1:] == ["1/h", "1/i", "1/i/i", "1/i/ii", "1/j"]


def test_inserted_paragraphs_keep_their_place() -> None:
    reading = read("1. One.\n1 bis. One more.\n1 ter. And one more.\n2 alt. Either.\n2. Two.\n3. Three.\n")
    assert paths(reading) == ["1", "1bis", "1ter", "2alt", "2", "3"]


def test_options_hold_what_stands_under_them() -> None:
    reading = read(
        "Article 2 (purpose)\nOption 1:\n1. Open the doors.\n2. Close them.\nOption 2: No text\n"
        "Article 3 (means)\n1. Fans\nOption 1: Fans shall be bought.\nOption 2:\nNo fans.\n2. Water shall be brought.\n"
    )
    assert paths(reading) == [
        "article2", "article2/option1", "article2/option1/1", "article2/option1/2", "article2/option2",
        "article3", "article3/1", "article3/1/option1", "article3/1/option2", "article3/1/option2/p1", "article3/2",
    ]  # fmt: skip


def test_numbers_that_run_through_options_stay_in_them() -> None:
    reading = read(
        "A. Process\n1. Notes the process;\nOption 1\n2. Notes one thing;\n"
        "3. Notes another;\nOption 2\n4. Notes nothing;\n"
    )
    assert paths(reading) == ["A", "A/1", "A/option1", "A/option1/2", "A/option1/3", "A/option2", "A/option2/4"]


def test_a_list_of_numbers_in_a_numbered_paragraph_is_one_level_down() -> None:
    reading = read("1. The aims are:\n1. To sit down;\n2. To be quiet.\n2. The means are few.\n")
    assert paths(reading) == ["1", "1/1", "1/2", "2"]
    assert by_path(reading, "1/1").kind is Kind.SUB_PARAGRAPH


def test_a_list_goes_on_after_a_paragraph_without_a_label() -> None:
    reading = read(
        "1. The officers shall:\n(a) Open;\n(b) Close;\nIn winter they shall also:\n(c) Heat;\n2. The end.\n"
    )
    assert paths(reading) == ["1", "1/a", "1/b", "p1", "1/c", "2"]


def test_articles_chapters_and_loose_headings() -> None:
    reading = read(
        "Chapter I: Aims\nArticle 1\nThe aims are:\nTo meet;\nChapter II: Organs\nCOMPOSITION\n"
        "Article 2\nThere is a hall.\nPOWERS\nArticle 3\nThe hall has powers.\n"
    )
    assert paths(reading) == [
        "chapter1", "chapter1/article1", "chapter1/article1/p1", "chapter1/article1/p2",
        "chapter2", "chapter2/h1", "chapter2/h1/article2", "chapter2/h1/article2/p1",
        "chapter2/h2", "chapter2/h2/article3", "chapter2/h2/article3/p1",
    ]  # fmt: skip


def test_a_line_of_nothing_but_its_label_keeps_it_as_its_words() -> None:
    article, paragraph = read("Article 7\n1. Text.\n").provisions
    assert (article.label, article.text, article.path) == ("", "Article 7", "article7")
    assert (paragraph.label, paragraph.text) == ("1.", "Text.")


def test_a_chinese_law_with_a_table_of_contents() -> None:
    reading = read(
        "会议厅法\n目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　为了规范会议，制定本法。\n会议应当准时。\n"
        "第二条　会议包括：\n（一）上午会议；\n（二）下午会议。\n第二章　附则\n第三条　本法自公布之日起施行。\n"
    )
    assert paths(reading) == [
        "t1", "h1", "h1/chapter1", "h1/chapter2", "chapter1", "chapter1/article1", "chapter1/article1/p1",
        "chapter1/article2", "chapter1/article2/i", "chapter1/article2/ii", "chapter2", "chapter2/article3",
    ]  # fmt: skip


def test_several_resolutions_in_one_file_do_not_share_paths() -> None:
    one = "99/1. Doors\nThe Assembly,\nRecalling doors,\n1. Opens them;\n1st plenary meeting\n"
    two = "99/2. Windows\nThe Assembly,\nRecalling windows,\n1. Opens them;\n2nd plenary meeting\n"
    reading = read(one + two)
    assert len(set(paths(reading))) == len(reading.provisions) == 10
    assert by_path(reading, "99-2/1").text == "Opens them;"
    assert reading.doubts == ()


def test_objectives_with_lettered_actions_and_bullets() -> None:
    reading = read(
        "Objective 1: Doors\nWe commit to open doors.\n• wide\n• often\na. Buy keys.\nb. Turn them.\n"
        "目标 2\na. 打开。\n"
    )
    assert paths(reading) == [
        "objective1", "objective1/p1", "objective1/p1/b1", "objective1/p1/b2",
        "objective1/p1/a", "objective1/p1/b", "objective2", "objective2/a",
    ]  # fmt: skip


def test_headings_that_the_format_knows_keep_their_level() -> None:
    lines = [
        Line("The Hall", 1, heading=1, whole=True),
        Line("Doors", 2, heading=2, whole=True),
        Line("Keys", 3, heading=3, whole=True),
        Line("Keys shall be kept.", 4, whole=True),
        Line("Windows", 5, heading=2, whole=True),
    ]
    reading = read_structure(lines)
    assert kinds(reading)[0] == ("title", Kind.TITLE)
    assert paths(reading)[1:] == ["h1", "h1/h1", "h1/h1/p1", "h2"]


def test_footnotes_that_the_format_knows_stand_apart() -> None:
    reading = read_structure(
        [Line("1. Opens1 the door.", 1, whole=True), Line("1 With a key.", 2, note="1", whole=True)]
    )
    note = reading.provisions[1]
    assert (note.kind, note.path, note.label, note.text) == (Kind.FOOTNOTE, "fn1", "1", "With a key.")


@pytest.mark.parametrize("text", ["", "\n\n \n\t\n", "\u3000\n"])
def test_an_empty_text_has_no_provisions(text: str) -> None:
    assert read(text).provisions == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The officers shall open the doors of the hall.", "en"),
        ("Les portes de la salle sont ouvertes par les agents.", "fr"),
        ("Las puertas de la sala se abren para el público en la mañana.", "es"),
        ("Двери зала открываются утром.", "ru"),
        ("تفتح أبواب القاعة صباحا.", "ar"),
        ("大厅的门在早上打开，2030 年 A/RES/99/1 号决议。", "zh"),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert read(text).language == language


def test_deep_nesting_of_slips_is_bounded() -> None:
    reading = read("1. And so:\n" * 3000)
    assert max(provision.level for provision in reading.provisions) < 20
    assert len(set(paths(reading))) == 3000


def test_a_sentence_that_obliges_somebody_is_no_heading_though_its_full_stop_is_missing() -> None:
    provisions = read_structure(
        plain_lines(
            "Article 1\n\n1. Trade is free.\n\nAll ports should keep a log of calls\n\nArticle 2\n\n1. Tolls are not.\n"
        )
    ).provisions
    assert [(each.kind.value, each.path) for each in provisions] == [
        ("heading", "article1"),
        ("paragraph", "article1/1"),
        ("paragraph", "article1/p1"),
        ("heading", "article2"),
        ("paragraph", "article2/1"),
    ]


def test_a_note_in_braces_is_no_heading() -> None:
    provisions = read_structure(
        plain_lines(
            "Article 1\n\n1. Trade is free.\n\n{Note of the co-chairs: paragraphs on tolls were moved here}\n\n"
            "2. Tolls are not.\n"
        )
    ).provisions
    assert [(each.kind.value, each.path) for each in provisions] == [
        ("heading", "article1"),
        ("paragraph", "article1/1"),
        ("paragraph", "article1/p1"),
        ("paragraph", "article1/2"),
    ]
