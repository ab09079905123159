from contextlib import suppress

import pytest

from negotiator.documents.reading.notes import told
from negotiator.documents.reading.registry import Document, read, read_file
from negotiator.errors import BadFile
from negotiator.text.provision import Kind, Reading
from negotiator.text.structure import read_structure
from tests.pdf_files import PICTURE, Words, pdf_file
from tests.shared import shared

LONG = "The harbour master keeps a log of every vessel that calls at the outer pier, and shows"


def page(*rows: str, top: float = 780, left: float = 70, size: float = 10, step: float = 12) -> list[Words]:
    """Rows of print, one under the other; an empty row is room."""
    return [(left, top - step * place, size, row) for place, row in enumerate(rows) if row]


def document(*pages: list[Words] | bytes) -> Document:
    return read(pdf_file(pages), "a.pdf")


def texts(found: Document) -> list[str]:
    return [line.text.strip() for line in found.lines]


def structure(found: Document) -> Reading:
    return read_structure(found.lines, "en")


def test_lines_come_as_they_are_printed_with_their_pages_and_the_room_between_them() -> None:
    found = document(page("1. First line", "goes on.", "", "2. Second."), page("3. Third."))
    assert [(line.text, line.number, line.page) for line in found.lines] == [
        ("1. First line", 1, 1),
        ("goes on.", 2, 1),
        ("2. Second.", 4, 1),
        ("3. Third.", 5, 2),
    ]
    assert found.media_type == "application/pdf"


def test_a_label_and_its_paragraph_are_one_line_however_they_were_drawn() -> None:
    found = document([(70, 700, 10, "12."), (98, 701, 10, "States shall act."), (70, 680, 10, "13. And so on.")])
    assert texts(found) == ["12. States shall act.", "13. And so on."]


def test_hyphens_are_undone_and_paragraphs_joined_by_the_reader_of_texts() -> None:
    rows = []
    for number in range(1, 5):
        rows += [f"{number}. {LONG}", "it to all mem-", "bers of the council. Members may", "copy it.", ""]
    found = structure(document(page(*rows)))
    assert [p.text for p in found.provisions] == [f"{LONG} it to all members of the council. Members may copy it."] * 4


def test_two_columns_are_read_one_after_the_other_however_they_were_drawn() -> None:
    left = page(*[f"left {n} of the words in this column" for n in range(1, 9)])
    right = page(*[f"right {n} of the words in the other" for n in range(1, 9)], left=320)
    across = [words for pair in zip(left, right, strict=True) for words in pair]
    title = page("A title across both of the columns of this page, as wide as they are together, and so on", top=800)
    for drawn in (left + right, across):
        found = texts(document(title + drawn))
        assert [words.split(" ")[:2] for words in found[1:]] == [
            [side, str(n)] for side in ("left", "right") for n in range(1, 9)
        ]


def test_a_table_of_short_cells_is_read_row_by_row() -> None:
    drawn = [words for n in range(8) for words in page(f"cell {n}", top=700 - 20 * n)]
    drawn += page(*[f"{LONG} {n}" for n in range(8)], top=500)
    assert texts(document(drawn))[0] == "cell 0"


def test_footnotes_are_set_apart_with_their_marks() -> None:
    body = page(*[f"{LONG}" for _ in range(6)])
    body += [(70, 600, 10, "States act"), (115, 604, 6, "3"), (119, 600, 10, " soon.")]
    notes = [(70, 90, 6, "3"), (76, 86, 8, "A note that runs"), (70, 76, 8, "over two lines."), (300, 40, 10, "7")]
    found = document(body + notes)
    assert found.lines[-1].note == "3"
    assert found.lines[-1].text == "3 A note that runs over two lines."
    assert texts(found)[6] == "States act[^3] soon."
    assert [(note.code, note.count) for note in found.notes] == [("printed-notes", 1)]
    assert [p.label for p in structure(found).provisions if p.kind is Kind.FOOTNOTE] == ["3"]


def test_a_power_is_no_footnote() -> None:
    found = document([*page(LONG), (70, 700, 10, "An area of 5 m"), (135.5, 704, 6, "2"), (139, 700, 10, " is kept.")])
    assert texts(found)[1].startswith("An area of 5 m2")


def test_running_heads_and_page_numbers_are_left_to_what_drops_them_everywhere() -> None:
    rows = [row for n in range(1, 6) for row in (f"{n}. {LONG}", f"{LONG.lower()} them on.", "")]
    pages = [page("ADP 2 - a draft", f"{n} of 6", "", *rows) for n in range(1, 7)]
    dropped = [each.text.strip() for each in structure(document(*pages)).dropped]
    assert dropped.count("ADP 2 - a draft") == 6
    assert {f"{n} of 6" for n in range(1, 7)} <= set(dropped)


def test_a_page_that_is_only_a_picture_is_told() -> None:
    found = document(page("Words."), PICTURE, PICTURE, page("More words."), PICTURE)
    assert [told(note) for note in found.notes] == ["Pages 2–3, 5 are only pictures and are not read."]
    with pytest.raises(BadFile, match="recognised"):
        document(PICTURE, PICTURE)


def test_an_empty_page_is_no_picture() -> None:
    assert document(page("Words."), b"").notes == ()


def test_locked_and_damaged_files_are_refused_with_a_sentence() -> None:
    locked = pdf_file(
        [page("Secret.")],
        "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "00" * 32 + "> /U <" + "11" * 32 + "> >>",
    )
    with pytest.raises(BadFile, match="password"):
        read(locked, "a.pdf")
    with pytest.raises(BadFile, match="damaged"):
        read(b"%PDF-1.4\n%nothing else", "a.pdf")
    with pytest.raises(BadFile, match="does not begin like one"):
        read(b"plain words", "a.pdf")


def test_content_wins_over_the_name() -> None:
    found = read(pdf_file([page("Words.")]), "a.txt")
    assert [note.code for note in found.notes] == ["named-otherwise"]


def test_any_cut_file_is_read_or_refused() -> None:
    whole = pdf_file([page("Words."), PICTURE])
    for length in range(5, len(whole), 37):
        with suppress(BadFile):
            read(whole[:length], "a.pdf")


def test_a_real_draft_agrees_with_its_transcript() -> None:
    """The transcript holds the agreement without the decisions: nearly every word of it stands in the PDF, in order."""
    import re
    from difflib import SequenceMatcher

    def words(name: str) -> tuple[Reading, list[str]]:
        found = read_file(shared("texts", "en", name))
        reading = read_structure(found.lines, "en")
        plain = " ".join(re.sub(r"\[\^.*?\]|\*", "", p.text) for p in reading.provisions)
        return reading, re.findall(r"[a-z0-9]+", plain.lower())

    printed, one = words("paris-2015-12-04.pdf")
    _typed, other = words("paris-2015-12-04.md")
    same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    assert same > 0.97 * len(other)
    marks = [p.label for p in printed.provisions if p.kind is Kind.FOOTNOTE]
    assert marks == [str(n) for n in range(1, 25)]
