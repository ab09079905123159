"""The redline of a Word file keeps its look: accepted it is the new file, rejected the old text, letter by letter."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from negotiator.comparing.comparison import Comparison
from negotiator.documents.reading.registry import Mode, read
from negotiator.documents.writing.redline_look import kept_look
from negotiator.services.comparisons import compared, document_side
from tests.word_files import W, level, numbered, numbering, paragraph, part, word_file

AT = datetime(2018, 2, 5, 9, 30, tzinfo=UTC)
SENTENCES = [
    "States should keep a log of every vessel that calls at the outer pier.",
    "Each orchard keeper reports the number of frost nights to the valley office.",
    "No wagon heavier than four oxen may cross the northern bridge in winter.",
    "Village schools open their reading rooms to travellers on market days.",
    "Ferrymen who carry letters may moor free of toll at the inner steps.",
    "The council meets when the river falls below the third mark of the gauge.",
]
LISTS = numbering({0: level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")}, {1: (0, "")})
STYLES = part("styles", '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/></w:style>')
SECTION = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'


def call(identifier: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{identifier}"/></w:r>'


def run(words: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def footnotes(words: list[str]) -> str:
    listed = "".join(
        f'<w:footnote w:id="{key}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + said)}</w:p></w:footnote>'
        for key, said in enumerate(words, 1)
    )
    return part("footnotes", listed)


def table(cells: list[str]) -> str:
    row = "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tr>{row}</w:tr></w:tbl>"


def draft(blocks: list[tuple[str, str, str]]) -> bytes:
    """A Word file of blocks: what each is, its words, and the words of its footnote."""
    body, notes = "", []
    for kind, words, note in blocks:
        if note:
            notes.append(note)
        inside = run(words) + (call(len(notes)) if note else "")
        match kind:
            case "number":
                body += numbered(inside, 1)
            case "letter":
                body += numbered(inside, 1, 1)
            case "table":
                body += table([words, "On time"])
            case _:
                body += paragraph(inside)
    return word_file(body + SECTION, numbering=LISTS, styles=STYLES, footnotes=footnotes(notes))


def both(old: bytes, new: bytes) -> Comparison:
    return compared(*(document_side(read(data, f"{name}.docx")) for name, data in (("old", old), ("new", new))))


def lines(data: bytes, mode: Mode = Mode.ACCEPTED) -> list[str]:
    return [line.text for line in read(data, "a.docx", mode=mode).lines]


def holds(old: bytes, new: bytes) -> bytes:
    comparison = both(old, new)
    made = kept_look(comparison, new, author="A. Drafter", at=AT)
    assert made is not None
    assert lines(made) == lines(new)
    assert lines(made, Mode.REJECTED) == lines(old)
    well_formed(made)
    return made


def well_formed(data: bytes) -> None:
    """Assert what Word asks of a file: order of properties, numbers of marks, parts that are named and typed."""
    package = ZipFile(BytesIO(data))
    document = etree.fromstring(package.read("word/document.xml"))
    space = f"{{{W}}}"
    marks = [
        each.get(f"{space}id")
        for tag in ("ins", "del", "moveFrom", "moveTo", "pPrChange")
        for each in document.iter(space + tag)
    ]
    assert len(set(marks)) == len(marks)
    order = ("pStyle", "numPr", "rPr", "sectPr", "pPrChange")
    for properties in document.iter(f"{space}pPr"):
        found = [order.index(str(each.tag).removeprefix(space)) for each in properties]
        assert found == sorted(found)
        assert len(set(found)) == len(found)
    for paragraph_ in document.iter(f"{space}p"):
        assert [place for place, each in enumerate(paragraph_) if each.tag == f"{space}pPr"] in ([], [0])
    for tag in ("ins", "del", "moveFrom", "moveTo"):
        assert not [
            each for each in document.iter(space + tag) if next(each.iterancestors(space + tag), None) is not None
        ]
    for relation in etree.fromstring(package.read("word/_rels/document.xml.rels")):
        assert f"word/{relation.get('Target')}" in package.namelist()
    assert document[0][-1].tag in (f"{space}sectPr", f"{space}p")


BLOCKS = st.tuples(
    st.sampled_from(["number", "number", "letter", "plain", "table"]),
    st.sampled_from(SENTENCES),
    st.sampled_from(["", "", "", "See the ledger of the pier.", "As amended in the spring."]),
).map(lambda block: (block[0], block[1], "" if block[0] == "table" else block[2]))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[bytes, bytes]:
    old = [("number", SENTENCES[0], ""), *draw(st.lists(BLOCKS, min_size=1, max_size=7))]
    new = list(draw(st.permutations(old))) if draw(st.integers(0, 3)) == 0 else list(old)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new) - 1))
        kind, words, note = new[at]
        match draw(st.sampled_from(["edit", "drop", "add", "note", "kind"])):
            case "edit":
                new[at] = (kind, words.replace(" the ", " every ", 1).replace("may", "shall"), note)
            case "drop" if len(new) > 1:
                del new[at]
            case "add":
                new.insert(at, draw(BLOCKS))
            case "note" if kind != "table":
                new[at] = (kind, words, "" if note else "A note that came later.")
            case "kind" if kind in ("number", "letter"):
                new[at] = ("letter" if kind == "number" else "number", words, note)
    return draft(old), draft(new)


@given(pairs())
@settings(deadline=None, max_examples=60)
def test_accepted_it_is_the_new_file_and_rejected_the_old_text(pair: tuple[bytes, bytes]) -> None:
    holds(*pair)


def test_styles_numbers_notes_tables_and_pages_of_the_new_file_stay() -> None:
    old = draft(
        [("number", SENTENCES[0], "See the ledger."), ("table", SENTENCES[1], ""), ("number", SENTENCES[2], "")]
    )
    new = draft(
        [
            ("number", SENTENCES[0].replace("should", "shall"), "See the ledger."),
            ("number", SENTENCES[4], ""),
            ("table", SENTENCES[1], ""),
            ("number", SENTENCES[2], ""),
        ]
    )
    made = holds(old, new)
    was, now = ZipFile(BytesIO(new)), ZipFile(BytesIO(made))
    for name in ("word/numbering.xml", "word/styles.xml", "word/footnotes.xml"):
        assert now.read(name) == was.read(name)
    whole = now.read("word/document.xml").decode()
    assert re.findall(r"<w:delText[^>]*>([^<]*)<", whole) == ["should"]
    assert whole.count("<w:footnoteReference") == 1
    assert whole.count("<w:tbl>") == 1
    assert 'w:w="12240"' in whole


def test_a_table_whose_rows_begin_with_empty_cells_is_not_marked_where_nothing_changed() -> None:
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"
        for cells in (("", "Spring", "Autumn"), ("Wagons", "12", ""), ("", "", "Tolls"))
    )
    for words in ("States shall act together.", "States should act together."):
        new = word_file(
            paragraph("States should act together.") + f"<w:tbl><w:tblPr/>{rows}</w:tbl>{paragraph('End.')}"
        )
        old = word_file(paragraph(words) + f"<w:tbl><w:tblPr/>{rows}</w:tbl>{paragraph('End.')}")
        comparison = both(old, new)
        made = kept_look(comparison, new, author="A. Drafter", at=AT)
        assert made is not None
        whole = ZipFile(BytesIO(made)).read("word/document.xml").decode()
        assert re.findall(r"<w:delText[^>]*>([^<]*)<", whole) == ([] if "should" in words else ["shall"])


def test_words_keep_the_look_of_their_runs() -> None:
    old = word_file(paragraph(run("States should act ") + run("at once", "<w:b/>") + run(".")))
    new = word_file(paragraph(run("States shall act ") + run("at once", "<w:b/>") + run(".")))
    whole = ZipFile(BytesIO(holds(old, new))).read("word/document.xml").decode()
    assert re.findall(r"<w:rPr><w:b/></w:rPr><w:t[^>]*>([^<]*)<", whole) == ["at once"]


def test_the_look_of_a_file_with_tracked_changes_of_its_own_is_not_kept() -> None:
    tracked = f'<w:ins w:id="1" w:author="B" w:date="2018-01-01T00:00:00Z">{run("now ")}</w:ins>'
    old, new = word_file(paragraph("States act.")), word_file(paragraph(run("States ") + tracked + run("act.")))
    comparison = both(old, new)
    assert kept_look(comparison, new, author="A", at=AT) is None


def test_comments_name_the_flags_beside_those_that_were_there() -> None:
    there = part("comments", f'<w:comment w:id="4" w:author="B"><w:p>{run("Delete this.")}</w:p></w:comment>')
    old = word_file(paragraph("States should act together."))
    new = word_file(paragraph("States shall act together."), comments=there)
    for data in (new, word_file(paragraph("States shall act together."))):
        package = ZipFile(BytesIO(holds(old, data)))
        comments = package.read("word/comments.xml").decode()
        assert "strength" in comments
        assert ("Delete this." in comments) == (data is new)
        assert len(set(re.findall(r'<w:comment w:id="(\d+)"', comments))) == comments.count("<w:comment ")
        assert "comments+xml" in package.read("[Content_Types].xml").decode()
