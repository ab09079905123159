"""Hard-wrapped lines are joined again, page furniture is dropped with its reason, footnotes are set apart."""

from negotiator.text.lines import Line, plain_lines
from negotiator.text.paragraphs import read_paragraphs
from negotiator.text.provision import Kind, Reading
from negotiator.text.structure import read_structure

WRAPPED = """The Assembly,
Recalling the rules of the hall, which were written down by the officers of the
first session and have been kept by all the others,
Noting that the windows have not been opened since the last of these rules was
written,
1. Decides to open the windows of the hall on every day on which the sun is out,
and to close them in the evening, with due regard to the wishes of the record-
keepers and of the interpreters;
2. Requests the officers:
(a) To bring as many fans as can be found in the building, including those that
belong to other bodies;
(b) To bring water.
"""

WHOLE = """The Assembly,
Recalling the rules of the hall, which were written down by the officers of the first session and have been kept by all the others,
Noting that the windows have not been opened since the last of these rules was written,
1. Decides to open the windows of the hall on every day on which the sun is out, and to close them in the evening, with due regard to the wishes of the record-keepers and of the interpreters;
2. Requests the officers:
(a) To bring as many fans as can be found in the building, including those that belong to other bodies;
(b) To bring water.
"""  # noqa: E501

CHINESE = """ 大会，

 回顾大厅的规则，这些规则由第一届会议的主席团成员写成，并由其后各届会议遵守，因

此具有重要意义，

 1. 决定在每一个晴天打开大厅的窗户，并在傍晚关上，同时适当顾及记录人员和口译员

的愿望，以及 2030 年 5 月 3 日通过的各项规则；1

 2. 请主席团成员：

 (a) 尽可能多地从大楼各处拿来电扇，包括属于其他机构的电扇，但须在每天傍晚归还

给各该机构；

__________________

 1 第 99/1 号决议。
http://example.org/A/RES/99/1
99 号大厅的规则 A/99/L.1

2/3 30-12345 (C)

  (b) 拿水来，并在第二次会议开始之前把水放在每一张桌子上，使所有与会者都能方

便地取用；

 3. 又决定在以后的会议上继续审议这一问题，并请各方提出意见。
"""


def read(text: str) -> Reading:
    return read_structure(plain_lines(text))


def words(reading: Reading) -> list[tuple[str, str, str]]:
    return [(provision.path, provision.label, provision.text) for provision in reading.provisions]


def test_a_wrapped_text_reads_like_the_same_text_with_whole_lines() -> None:
    assert words(read(WRAPPED)) == words(read(WHOLE))


def test_empty_lines_between_paragraphs_or_between_all_lines_change_nothing() -> None:
    assert words(read(WRAPPED.replace("\n", "\n\n"))) == words(read(WHOLE))
    assert words(read(WHOLE.replace("\n", "\n\n"))) == words(read(WHOLE))


def test_chinese_lines_are_joined_without_a_space_and_pages_are_forgotten() -> None:
    reading = read(CHINESE)
    assert [path for path, _, _ in words(reading)] == ["opening", "pp1", "1", "2", "2/a", "fn1", "2/b", "3"]
    text = {path: text for path, _, text in words(reading)}
    assert text["pp1"].endswith("各届会议遵守，因此具有重要意义，")
    assert text["1"].endswith("口译员的愿望，以及 2030 年 5 月 3 日通过的各项规则；1")
    assert text["2/b"].endswith("使所有与会者都能方便地取用；")
    assert [dropped.reason for dropped in reading.dropped] == ["footnote-rule", "address", "running-head", "job-number"]


def test_a_sentence_cut_by_a_page_is_one_again() -> None:
    cut = WRAPPED.replace(
        "and to close them in the evening",
        "__________________\n1 See the rules of the hall, as amended by the officers of the third session.\n"
        "30-12345 3/9\nA/99/L.1\nand to close them in the evening",
    )
    reading = read(cut)
    plain = words(read(WHOLE))
    assert [entry for entry in words(reading) if not entry[0].startswith("fn")] == plain
    assert [dropped.reason for dropped in reading.dropped] == ["footnote-rule", "job-number", "document-symbol"]


def test_a_footnote_in_the_middle_of_a_sentence_stands_behind_its_paragraph() -> None:
    text = (
        "1. Decides to open the windows of the hall,1 on every day on which the sun is out\n"
        "________\n1 The hall of the first session, not the one that was built for the fourth.\n2/3 30-12345\n"
        "and to close them in the evening, with due regard to the wishes of the officers\nand of the interpreters;\n"
        "2. Requests the officers to bring as many fans as can be found in the building,\nand water.\n"
    )
    reading = read(text)
    assert [(p.kind, p.path) for p in reading.provisions] == [
        (Kind.PARAGRAPH, "1"),
        (Kind.FOOTNOTE, "fn1"),
        (Kind.PARAGRAPH, "2"),
    ]
    assert "the sun is out and to close them in the evening, with due regard" in reading.provisions[0].text
    assert reading.provisions[0].text.endswith("the wishes of the officers and of the interpreters;")


def test_a_footnote_mark_alone_on_its_line_is_no_paragraph() -> None:
    text = CHINESE.replace("各项规则；1\n", "各项规则；\n1\n \n")
    assert [path for path, _, _ in words(read(text))] == ["opening", "pp1", "1", "2", "2/a", "fn1", "2/b", "3"]
    assert read(text).provisions[2].text.endswith("各项规则；1")


def test_room_before_a_number_at_the_top_of_a_page_does_not_hide_it() -> None:
    assert [p.label for p in read(CHINESE).provisions if p.kind is Kind.PARAGRAPH] == ["1.", "2.", "3."]


def test_a_hyphen_goes_only_where_the_text_writes_the_word_without_it() -> None:
    def joined(first: str, second: str, other: str) -> str:
        rest = "and this is a long line that goes on and on until it has to be broken some-\nwhere, or the page is full"
        return (
            read_structure(
                plain_lines(
                    f"{other}, and this is a long line that goes on until it is broken,\n{rest} {first}-\n{second}."
                )
            )
            .provisions[0]
            .text
        )

    assert "implementation." in joined("imple", "mentation", "the implementation")
    assert "film-makers." in joined("film", "makers", "the people")
    assert (
        "soft"
        in read("This is a line that is long enough to be broken at a soft hy\u00ad\nphen softly\n").provisions[0].text
    )


def test_lines_that_the_format_calls_whole_are_never_joined() -> None:
    lines = [Line(line, number, whole=True) for number, line in enumerate(WRAPPED.splitlines(), 1)]
    assert len(read_paragraphs(lines)[0]) == len(lines)


def test_what_stands_at_the_edges_of_numbered_pages_is_dropped() -> None:
    body = "these are the words of a page that go on and on, as the words of a page do, and do not"
    lines: list[Line] = []
    for page in range(1, 6):
        for text in ("Notes of the hall", *[body] * 6, str(page)):
            lines.append(Line(text, len(lines) + 1, page=page))
    paragraphs, dropped = read_paragraphs(lines)
    assert {(drop.reason, drop.text) for drop in dropped} >= {
        ("running-head", "Notes of the hall"),
        ("page-number", "3"),
    }
    assert len(paragraphs) == 1


def test_unmistakable_furniture_goes_from_a_text_of_whole_lines_too() -> None:
    reading = read(WHOLE.replace("2. Requests", "3/6 30-12345 (E)\nhttps://example.org/x\n2. Requests"))
    assert words(reading) == words(read(WHOLE))


def test_short_whole_lines_are_not_taken_for_broken_ones() -> None:
    text = "大会，\n回顾各项规则，\n又回顾其决定，\n1. 决定开会；\n2. 请各方参加；\n(a) 准时；\n(b) 安静；\n"
    assert len(read(text).provisions) == 7


def test_numbers_that_count_the_pages_are_dropped() -> None:
    body = ["these are the words of a page that go on and on, as the words of a page do, and do not"] * 20
    reading = read("\n".join([*body, "1", *body, "2", *body, "3", *body]))
    assert [dropped.text for dropped in reading.dropped] == ["1", "2", "3"]
    assert len(reading.provisions) == 1
