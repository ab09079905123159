"""Lists come in whatever encoding and with whatever separator the desk they were made on uses."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from negotiator.documents.reading.tables import read_table
from negotiator.errors import BadFile

ROWS = [
    ["Name", "类别", "Note"],
    ["移民之家", "NGO", "它在第一行说：“我们的意见”"],
    ["Été; Haus", "学术界", 'says "no"\non two lines'],
]


def separated(rows, separator):
    return "\r\n".join(separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_list_reads_the_same_in_every_encoding_and_with_every_separator(separator, encoding):
    rows = ROWS if encoding != "gb18030" else ROWS[:2]
    table = read_table(separated(rows, separator).encode(encoding), "list.csv")
    assert table.head == tuple(rows[0])
    assert [list(row.cells) for row in table.rows] == rows[1:]
    assert [row.number for row in table.rows] == list(range(2, len(rows) + 1))


def test_a_workbook_reads_as_it_shows_and_its_formulas_stay_what_they_say():
    book = Workbook()
    for row in (["Name", "Year"], ["A", 2005], ["B", None], [None, None], ['"=HYPERLINK(1)"', 1999.5]):
        book.active.append(row)
    kept = BytesIO()
    book.save(kept)
    table = read_table(kept.getvalue(), "list.xlsx")
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("A", "2005")),
        (3, ("B", "")),
        (5, ('"=HYPERLINK(1)"', "1999.5")),
    ]


def test_a_formula_in_a_separated_list_is_text():
    assert read_table(b"Name,Note\nA,=HYPERLINK(1)\n", "list.csv").rows[0].cells == ("A", "=HYPERLINK(1)")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \n \n", "is empty"),
        (b",,\n,,\n", "has no rows"),
        (b'Name\n"open\n', "is no table with separators"),
        (b"Name,Code\nA,B,C\n", "row 2: more cells than the head has columns"),
        (b"PK\x03\x04 nothing", "damaged or no workbook"),
        (b"Name\n" + b"x" * 200_000, "is no table with separators"),
        (b"\x00\x01\x02Name", "is not a text"),
    ],
)
def test_what_is_no_list_is_refused_with_the_place(data, sentence):
    with pytest.raises(BadFile, match=sentence):
        read_table(data, "list.csv")


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"))), min_size=2, max_size=2),
        min_size=1,
    )
)
def test_what_is_written_comes_back(rows):
    rows = [["name", "code"], *rows]
    table = read_table(separated(rows, ",").encode(), "list.csv")
    assert [list(row.cells) for row in table.rows] == [row for row in rows[1:] if any(row)]
