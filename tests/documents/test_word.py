from io import BytesIO

import pytest
from docx import Document as WordDocument

from negotiator.documents.reading.registry import Document, Mode, read
from tests.word_files import paragraph, part, word_file

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def words(body: str, mode: Mode = Mode.ACCEPTED, **parts: str) -> list[str]:
    return [line.text for line in read(word_file(body, **parts), "a.docx", mode=mode).lines]


def codes(document: Document) -> dict[str, int]:
    return {note.code: note.count for note in document.notes}


def test_a_file_made_by_another_program_is_read() -> None:
    made = WordDocument()
    made.add_heading("Draft", 0)
    made.add_heading("Part one", 2)
    made.add_paragraph("1. States [shall] act.")
    table = made.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    made.add_paragraph("After.")
    out = BytesIO()
    made.save(out)
    document = read(out.getvalue(), "a.docx")
    assert [(line.text, line.heading, line.whole) for line in document.lines] == [
        ("Draft", 1, True),
        ("Part one", 2, True),
        ("1. States [shall] act.", 0, True),
        ("cell 0 | cell 1", 0, True),
        ("cell 2 | cell 3", 0, True),
        ("After.", 0, True),
    ]
    assert codes(document) == {"tables": 1}


@pytest.mark.parametrize(
    ("mode", "said"), [(Mode.ACCEPTED, "The Parties shall act."), (Mode.REJECTED, "The Parties should act.")]
)
def test_no_tracked_insertion_is_lost(mode: Mode, said: str) -> None:
    body = paragraph(
        f'{RUN.format("The Parties ")}<w:del w:id="1"><w:r><w:delText>should</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{RUN.format("shall")}</w:ins>{RUN.format(" act.")}'
    )
    document = read(word_file(body), "a.docx", mode=mode)
    assert [line.text for line in document.lines] == [said]
    assert codes(document) == {f"tracked-{mode}": 2}


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = paragraph("One ", properties=gone) + paragraph("and two.") + paragraph("Three.", properties=gone)
    assert words(body) == ["One and two.", "Three."]
    assert words(body, Mode.REJECTED) == ["One", "and two.", "Three."]


def test_moved_paragraphs_stand_once() -> None:
    mark = '<w:rPr><w:move{0} w:id="1"/></w:rPr>'
    moved = '<w:move{0} w:id="2"><w:r><w:t>Moved.</w:t></w:r></w:move{0}>'
    body = (
        paragraph(moved.format("From"), properties=mark.format("From"))
        + paragraph("Stays.")
        + paragraph(moved.format("To"), properties=mark.format("To"))
        + paragraph("End.")
    )
    assert words(body) == ["Stays.", "Moved.", "End."]
    assert words(body, Mode.REJECTED) == ["Moved.", "Stays.", "End."]


def test_hyphens_spaces_tabs_and_breaks_are_read_as_they_are_seen() -> None:
    body = paragraph(
        "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>chairs</w:t><w:softHyphen/><w:tab/><w:t>A\u00a0B</w:t><w:br/>"
        '<w:t>c</w:t><w:br w:type="page"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    assert words(body) == ["co\u2011chairs A\u00a0B c•"]


def test_signs_without_a_character_of_their_own_bring_nothing_that_cannot_be_stored() -> None:
    signs = "".join(f'<w:sym w:font="x" w:char="{code}"/>' for code in ("0007", "D800", "FFFFFFFF", "no", "2022"))
    assert words(paragraph(f"<w:r><w:t>a\nb</w:t>{signs}</w:r>")) == ["a b•••"]


def test_fields_show_their_result_only_also_when_nested() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = (
        mark("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>" + mark("separate") + RUN.format("no") + mark("end")
    )
    body = paragraph(
        RUN.format("paragraph ")
        + mark("begin")
        + "<w:r><w:instrText>REF x</w:instrText></w:r>"
        + inner
        + mark("separate")
        + RUN.format("12")
        + mark("end")
        + '<w:fldSimple w:instr="PAGE">'
        + RUN.format(" above")
        + "</w:fldSimple>"
    )
    assert words(body) == ["paragraph 12 above"]


def test_notes_are_anchored_and_set_apart() -> None:
    call = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
    body = paragraph(f"{RUN.format('Text')}{call.format('footnote', 5)}{RUN.format(' on')}{call.format('endnote', 2)}")
    note = '<w:{0} w:id="{1}"><w:p><w:r><w:{0}Ref/><w:t xml:space="preserve"> {2}</w:t></w:r></w:p></w:{0}>'
    line = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes = {
        "footnotes": part(
            "footnotes", line + note.format("footnote", 5, "Foot.") + note.format("footnote", 6, "Never called.")
        ),
        "endnotes": part("endnotes", note.format("endnote", 2, "End.")),
    }
    lines = read(word_file(body, **notes), "a.docx").lines
    assert [(line.text, line.note) for line in lines] == [("Text[^1] on[^i]", ""), ("1 Foot.", "1"), ("i End.", "i")]


def test_a_text_box_is_read_once_and_reported() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(word_file(paragraph(RUN.format("Before") + drawn + RUN.format(" after."))), "a.docx")
    assert [line.text for line in document.lines] == ["Before after.", "In the box."]
    assert codes(document) == {"text-boxes": 1}


def test_hidden_text_comments_and_pictures_are_reported() -> None:
    body = paragraph(
        f"{RUN.format('Seen.')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>"
        '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:pict><v:imagedata/></w:pict></w:r>'
    )
    document = read(word_file(body), "a.docx")
    assert [line.text for line in document.lines] == ["Seen."]
    assert codes(document) == {"hidden": 1, "comments": 1, "pictures": 1}


def test_a_row_of_one_cell_is_text_and_a_nested_table_stays_in_its_cell() -> None:
    def cell(inside: str) -> str:
        return f"<w:tc>{inside}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell(paragraph('x'))}{cell(paragraph('y'))}</w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr>{cell(paragraph('1. Alone.') + paragraph('2. Still.'))}</w:tr>"
        f"<w:tr>{cell(paragraph('left'))}{cell(inner + paragraph('right'))}</w:tr></w:tbl>"
    )
    assert words(body) == ["1. Alone.", "2. Still.", "left | x | y right"]


def test_tables_change_by_tracked_rows() -> None:
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    body = "<w:tbl>" + row.format("", "kept") + row.format('<w:trPr><w:ins w:id="1"/></w:trPr>', "new") + "</w:tbl>"
    assert words(body) == ["kept |", "new |"]
    assert words(body, Mode.REJECTED) == ["kept |"]


def test_a_part_that_is_named_but_missing_is_noted() -> None:
    from tests.word_files import OFFICE, archive, relations

    files = {
        "word/document.xml": part("document", f"<w:body>{paragraph('Act.')}</w:body>"),
        "word/_rels/document.xml.rels": relations(f'<Relationship Id="a" Type="{OFFICE}/styles" Target="styles.xml"/>'),
    }
    document = read(archive(files), "a.docx")
    assert [(note.code, note.detail) for note in document.notes] == [("missing-part", "word/styles.xml")]
