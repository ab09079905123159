import pytest

from negotiator.documents.reading.counting import counted
from negotiator.documents.reading.registry import Mode, read
from tests.word_files import level, numbered, numbering, paragraph, part, word_file


def labels(body: str, mode: Mode = Mode.ACCEPTED, **parts: str) -> list[str]:
    return [line.text for line in read(word_file(body, **parts), "a.docx", mode=mode).lines]


PLAIN = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)")


def test_levels_count_and_start_anew_below_a_higher_one() -> None:
    lists = numbering({0: PLAIN}, {1: (0, "")})
    body = "".join(numbered("x", 1, place) for place in (0, 1, 1, 2, 2, 1, 0, 1))
    assert labels(body, numbering=lists) == ["1. x", "(a) x", "(b) x", "(i) x", "(ii) x", "(c) x", "2. x", "(a) x"]


def test_lists_made_from_one_count_on_unless_one_starts_anew_at_its_own_level() -> None:
    anew = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering({0: PLAIN}, {1: (0, ""), 2: (0, ""), 3: (0, anew)})
    body = numbered("x", 1) + numbered("x", 1, 1) + numbered("x", 2, 1) + numbered("x", 3, 1) + numbered("x", 3, 1)
    body += numbered("x", 3, 0)
    assert labels(body, numbering=lists) == ["1. x", "(a) x", "(b) x", "(a) x", "(b) x", "2. x"]


def test_a_level_can_run_on_across_headings() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    lists = numbering({0: levels}, {1: (0, "")})
    body = "".join(numbered("x", 1, place) for place in (0, 1, 1, 0, 1))
    assert labels(body, numbering=lists) == ["I. x", "1. x", "2. x", "II. x", "3. x"]


def test_legal_numbering_shows_digits_and_an_unused_level_its_start() -> None:
    levels = level(0, "upperRoman", "%1", start=3) + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = numbered("x", 1, 1) + numbered("x", 1, 0) + numbered("x", 1, 1)
    assert labels(body, numbering=numbering({0: levels}, {1: (0, "")})) == ["3.1 x", "III x", "3.1 x"]


def test_numbers_come_from_the_chain_of_styles_and_a_style_finds_its_level() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Par"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Par"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="None"><w:basedOn w:val="Par"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
    )
    levels = level(0, "decimal", "%1.", '<w:pStyle w:val="Par"/>') + level(
        1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'
    )
    body = "".join(paragraph("x", properties=f'<w:pStyle w:val="{name}"/>') for name in ("Par", "Sub", "None", "Par"))
    found = labels(body, styles=styles, numbering=numbering({0: levels}, {1: (0, "")}))
    assert found == ["1. x", "(a) x", "x", "2. x"]


def test_a_list_that_only_names_a_numbering_style_counts_as_that_style_does() -> None:
    styles = part(
        "styles",
        '<w:style w:type="numbering" w:styleId="UN"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    lists = numbering({0: level(0, "decimal", "%1."), 1: '<w:numStyleLink w:val="UN"/>'}, {1: (0, ""), 2: (1, "")})
    assert labels(numbered("x", 2) + numbered("x", 1), styles=styles, numbering=lists) == ["1. x", "2. x"]


def test_a_tracked_number_is_there_or_not() -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1"/></w:numPr>'
    lists = numbering({0: PLAIN}, {1: (0, "")})
    body = paragraph("x", properties=properties)
    assert labels(body, numbering=lists) == ["1. x"]
    assert labels(body, Mode.REJECTED, numbering=lists) == ["x"]


def test_chinese_articles_and_bullets_are_labelled() -> None:
    lists = numbering(
        {0: level(0, "chineseCountingThousand", "第%1条", start=11), 1: level(0, "bullet", "\uf0b7")},
        {1: (0, ""), 2: (1, "")},
    )
    assert labels(numbered("各国", 1) + numbered("x", 2), numbering=lists) == ["第十一条 各国", "• x"]


def test_a_number_that_cannot_be_worked_out_is_reported_and_empty_ones_count() -> None:
    lists = numbering({0: PLAIN}, {1: (0, "")})
    document = read(
        word_file(numbered("x", 1) + numbered("", 1) + numbered("x", 1) + numbered("y", 9), numbering=lists), "a.docx"
    )
    assert [line.text for line in document.lines] == ["1. x", "3. x", "y"]
    assert {note.code: note.count for note in document.notes} == {
        "automatic-numbers": 3,
        "numbers-not-rendered": 1,
        "empty-numbered": 1,
    }


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("decimal", "1 4 9 27 104"),
        ("decimalZero", "01 04 09 27 104"),
        ("lowerRoman", "i iv ix xxvii civ"),
        ("upperLetter", "A D I AA ZZZZ"),
        ("chineseCounting", "一 四 九 二十七 一百零四"),
        ("chineseLegalSimplified", "壹 肆 玖 贰拾柒 壹佰零肆"),
        ("ideographDigital", "一 四 九 二七 一〇四"),
        ("decimalEnclosedCircle", "① ④ ⑨ 27 104"),
        ("ordinal", "1st 4th 9th 27th 104th"),
        ("ordinalText", "First Fourth Ninth Twenty-seventh 104th"),
        ("cardinalText", "One Four Nine Twenty-seven 104"),
        ("no such", "1 4 9 27 104"),
    ],
)
def test_numbers_are_written_in_the_styles_of_word(style: str, shown: str) -> None:
    assert " ".join(counted(number, style) for number in (1, 4, 9, 27, 104)) == shown


def test_ten_and_twenty_are_said_as_in_chinese() -> None:
    assert [counted(number, "chineseCounting") for number in (0, 10, 11, 20, 110, 1001)] == (
        ["零", "十", "十一", "二十", "一百一十", "一千零一"]
    )
