import pytest

from negotiator.documents.reading.registry import read
from negotiator.errors import BadFile

ENGLISH = "1. States shall act.\n2. They meet again.\n"
CHINESE = (
    "1. 各国应当采取行动，并在两年后的会议上报告这一工作的结果。\n2. 大会决定，各国可以不晚于二〇三〇年提出意见。\n"
)
FRENCH = "1. Les États agissent sans délai, « à l’échelle » régionale.\n2. Ils se réunissent à nouveau en été.\n"
RUSSIAN = (
    "Мы, народы, преисполненные решимости избавить грядущие поколения от бедствий войны, решили объединить усилия.\n"
)


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, FRENCH, RUSSIAN])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    if encoding.startswith("utf-16-") and text is RUSSIAN:
        data = (text * 3).encode(encoding)
    lines = read(data, "draft.txt").lines
    assert [line.text for line in lines[: len(text.splitlines())]] == text.splitlines()


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (CHINESE, "gb18030", "gb18030"),
        (FRENCH.replace("’", "'"), "latin-1", "latin-1"),
        (FRENCH, "cp1252", "cp1252"),
        ("He said “so” — and left.\n", "gb18030", "gb18030"),
        (RUSSIAN * 5, "cp1251", "cp1251"),
    ],
)
def test_an_older_encoding_is_told_and_noted(text: str, encoding: str, told: str) -> None:
    document = read(text.encode(encoding), "draft.txt")
    assert document.encoding == told
    assert "\n".join(line.text for line in document.lines) == text.rstrip("\n")
    assert [(note.code, note.detail) for note in document.notes] == [("encoding-guessed", told.upper())]


def test_a_damaged_byte_is_named_with_its_place() -> None:
    data = CHINESE.encode().replace("会议".encode(), b"\xe4\xbc\xff")
    with pytest.raises(BadFile, match=r"draft\.txt is UTF-8 except for byte \d+ \(line 1\)"):
        read(data, "draft.txt")


def test_what_no_encoding_explains_is_refused_with_the_first_byte() -> None:
    with pytest.raises(BadFile, match=r"draft\.txt is not UTF-8: byte 4 \(line 1\)"):
        read(b"abcd\x81\x8d\x8f\n\xff\xfe\x81 x", "draft.txt")


def test_a_byte_that_is_zero_is_named_with_its_place() -> None:
    with pytest.raises(BadFile, match=r"not a text: byte 10 \(line 2\) is zero"):
        read(b"1. Act.\nab\0cd\n", "draft.txt")


def test_a_mark_that_is_not_kept_to_is_refused() -> None:
    with pytest.raises(BadFile, match=r"says that it is UTF-8, but byte 6 \(line 2\)"):
        read(b"\xef\xbb\xbfab\n\xff", "draft.txt")


def test_control_characters_are_left_out_and_counted() -> None:
    document = read(b"1. States \x1b[31mshall\x07 act.\n", "draft.txt")
    assert document.lines[0].text == "1. States [31mshall act."
    assert [(note.code, note.count) for note in document.notes] == [("control-characters", 2)]


def test_form_feeds_number_the_pages() -> None:
    lines = read(b"one\ntwo\n\x0cthree\n", "draft.txt").lines
    assert [(line.text, line.number, line.page) for line in lines] == [("one", 1, 1), ("two", 2, 1), ("three", 3, 2)]
