"""The traps of texts out of PDFs, each with a small text of our own."""

from negotiator.text.lines import plain_lines
from negotiator.text.provision import Kind, Reading
from negotiator.text.structure import read_structure


def read(text: str) -> Reading:
    return read_structure(plain_lines(text))


def paths(reading: Reading) -> list[str]:
    return [provision.path for provision in reading.provisions]


WIDE = "秘书处应当在每次会议之前把所有文件放在会议厅的桌子上，并在会议之后把剩下的文件收回，以便"


def test_a_footnote_between_two_pages_does_not_cut_a_chinese_sentence() -> None:
    reading = read(
        f" 1. {WIDE}\n\n在下一次会议上再次使用，1 同时保证\n\n\n\n"
        " 1 第 99/1 号决议；另见以前各届会议的报告和主席的说明，其中载有更\n\n多资料。\n\n\n\n"
        "http://example.org/A/RES/99/1\n"
        " 各代表团能够及时收到这些文件，并在必要时得到更多副本，直到全部文件用完为止，\n\n"
        "不得延误。\n\n"
        f" 2. {WIDE}\n\n不浪费纸张。\n"
    )  # fmt: skip
    assert paths(reading) == ["1", "fn1", "2"]
    assert "再次使用，1 同时保证各代表团能够及时收到" in reading.provisions[0].text
    assert reading.provisions[0].text.endswith("直到全部文件用完为止，不得延误。")
    assert reading.provisions[1].text == "第 99/1 号决议；另见以前各届会议的报告和主席的说明，其中载有更多资料。"


def test_one_level_of_items_in_two_spellings() -> None:
    single = read("15. 请主席：\n(a) 在大厅：\n㈠ 开门；\n㈡ 关门；\n(b) 在走廊：\n㈠ 开灯；\n")
    three = read("15. 请主席：\n(a) 在大厅：\n(一) 开门；\n(二) 关门；\n(b) 在走廊：\n(一) 开灯；\n")
    assert paths(single) == paths(three) == ["15", "15/a", "15/a/i", "15/a/ii", "15/b", "15/b/i"]
    assert [p.kind for p in single.provisions] == [p.kind for p in three.provisions]


def test_items_inside_a_sentence_stay_in_it() -> None:
    text = (
        "7.  本规则的目标是：(一) 使会议准时开始；(二) 使每个代表团都能发言；(三) 使会议\n\n"
        "准时结束；(四) 使大厅保持安静，以便口译员能够听清每一个字，并能够把它译成其他\n\n"
        "语文。本规则力求实现上述四项目标，为此要求所有与会者遵守各项规则。\n\n"
        f"8.  {WIDE}\n\n下次使用。\n"
    )
    reading = read(text)
    assert paths(reading) == ["7", "8"]


def test_numbers_begin_again_in_annexes_and_every_path_stays_unique() -> None:
    reading = read(
        "1. 决定通过本宣言。\n2. 决定举行会议。\n附件一\n1. 打开大门。\n2. 关上大门：\n(a) 前门；\n(k) 后门。\n"
        "附件二\n1. 打开窗户。\n"
    )
    assert paths(reading) == [
        "1", "2", "annex1", "annex1/1", "annex1/2", "annex1/2/a", "annex1/2/k", "annex2", "annex2/1",
    ]  # fmt: skip


def test_a_line_that_only_goes_on_with_a_number_begins_no_paragraph() -> None:
    reading = read(
        "1. The meetings of the hall are held in the first week of every month, in rooms 3,\n"
        "12 and 14, unless the officers of the session decide otherwise, under paragraph\n"
        "30. They are closed when nobody has asked for the floor, or at midnight, as the\n"
        "case may be; the keepers of the doors are told an hour before that.\n"
        "2. The meetings of the garden are held when the sun is out, as long as the officers\n"
        "agree, and as long as the keepers of the garden have not begun to water the flowers\n"
        "that were planted there by the first session.\n"
    )
    assert [p.label for p in reading.provisions] == ["1.", "2."]


def test_a_reference_at_the_start_of_a_broken_line_begins_no_article() -> None:
    reading = read(
        "1. The officers of the hall keep the list of those who have asked for the floor under\n"
        "Article 36 of the Rules, and read it out when the chair so asks, as they do under the\n"
        "Rules of the garden.\n"
        "2. The list is closed when the chair says so, and is opened again when the chair says\n"
        "so.\n"
    )
    assert [p.label for p in reading.provisions] == ["1.", "2."]


def test_phases_are_headings_over_paragraphs_that_run_on() -> None:
    reading = read(
        "14. 决定采取以下结构：\n(a) 第一阶段；\n第一阶段.  协商\n15. 请主席开会。\n第二阶段.  评估\n16. 请主席休会。\n"
    )
    assert paths(reading) == ["14", "14/a", "phase1", "phase1/15", "phase2", "phase2/16"]
    assert [p.kind for p in reading.provisions if p.path.startswith("phase") and "/" not in p.path] == [
        Kind.HEADING
    ] * 2
    assert reading.doubts == ()
