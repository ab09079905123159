"""Lists that come as tables: CSV in any usual encoding and with any usual separator, and .xlsx."""

import csv
import lzma
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from negotiator.documents.reading.encoding import WESTERN, decode, decode_as, pairs_of_chinese, without_controls
from negotiator.errors import BadFile
from negotiator.i18n import _

SEPARATORS = ",;\t|"
MOST_ROWS = 100_000
"""More rows than any list of people or organizations has."""
MOST_COLUMNS = 500
LARGEST_CELL = 100_000
"""Characters in one cell; more are no entry of a list."""
LARGEST = 256 * 1024 * 1024
"""The most bytes that the parts of a workbook may have together when they are unpacked."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table."""

    number: int
    """The row as a spreadsheet counts it, the head being row 1."""
    cells: tuple[str, ...]
    """Its cells, without the spaces round them; as many as the head has."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head."""

    head: tuple[str, ...]
    """What the columns are called."""
    rows: tuple[TableRow, ...]
    """Its rows; empty ones are left out."""
    guessed: str = ""
    """The encoding it was taken to be written in, where that was a guess."""


def read_table(data: bytes, name: str, encoding: str = "") -> Table:
    """Read a table whose first row is its head, in the encoding that was said, else in one that can be told.

    Raises `BadFile` with the place where it is none, `WrongUsage` for an encoding that nobody knows.
    """
    if not data.strip():
        raise BadFile(_("{name} is empty.", name=name))
    guessed = ""
    if data.startswith(b"PK\x03\x04"):
        rows = _workbook(data, name)
    else:
        text, guessed = (decode_as(data, name, encoding), "") if encoding else _told(data, name)
        rows = _separated(text, name)
    filled = [(number, row) for number, row in rows if any(row)]
    if not filled:
        raise BadFile(_("{name} has no rows.", name=name))
    head = _trimmed(filled[0][1])
    for number, row in filled[1:]:
        if any(row[len(head) :]):
            raise BadFile(
                _(
                    "{name}, row {row}: more cells than the head has columns ({columns}).",
                    name=name,
                    row=number,
                    columns=len(head),
                )
            )
    return Table(head, tuple(TableRow(number, _padded(row, len(head))) for number, row in filled[1:]), guessed)


def _separated(text: str, name: str) -> list[tuple[int, list[str]]]:
    if not text.strip():
        raise BadFile(_("{name} is empty.", name=name))
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    found: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            found.append((len(found) + 1, [cell.strip() for cell in row]))
            _refuse_too_many(name, len(found), len(row))
    except csv.Error as problem:
        told = {"name": name, "line": reader.line_num, "problem": str(problem)}
        raise BadFile(_("{name}, line {line}: this is no table with separators ({problem}).", **told)) from problem
    return found


def _told(data: bytes, name: str) -> tuple[str, str]:
    """Return the characters, and the encoding where it was guessed: few names are too short to tell for certain."""
    try:
        text, encoding, notes = decode(data, name)
        if any(note.code == "encoding-guessed" for note in notes):
            if encoding in WESTERN and pairs_of_chinese(data):
                return decode_as(data, name, "gb18030"), "GB18030"
            return text, encoding.upper()
        return text, ""
    except BadFile as problem:
        if pairs_of_chinese(data):
            return decode_as(data, name, "gb18030"), "GB18030"
        way = _("Or say how it is written, such as --encoding gb18030.")
        raise BadFile(f"{problem.message} {way}") from problem


def _separator(text: str) -> str:
    """Take the separator that stands most often outside quotes in the first line that says anything."""
    first, quoted = next(line for line in text.splitlines() if line.strip()), False
    counts = dict.fromkeys(SEPARATORS, 0)
    for character in first:
        quoted ^= character == '"'
        if not quoted and character in counts:
            counts[character] += 1
    return max(SEPARATORS, key=lambda each: counts[each])


def _workbook(data: bytes, name: str) -> list[tuple[int, list[str]]]:
    """Read the first sheet of a workbook: what the cells show, formulas by the value kept with them."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_bomb(data, name)
    try:
        with warnings.catch_warnings():
            # The library warns in its own words on the terminal; what cannot be read is refused below.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        found: list[tuple[int, list[str]]] = []
        for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1):
            found.append((len(found) + 1, [_shown(cell) for cell in row]))
            _refuse_too_many(name, len(found), len(_trimmed(found[-1][1])))
    except (
        InvalidFileException,
        BadZipFile,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        OSError,
        SyntaxError,
        AssertionError,
        AttributeError,
        ArithmeticError,
        EOFError,
        RuntimeError,
        lzma.LZMAError,
        zlib.error,
    ) as problem:
        raise BadFile(_("{name} is damaged or no workbook.", name=name)) from problem
    return found


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat()).removesuffix("T00:00:00")
    return without_controls(str(cell)).strip()


def _refuse_bomb(data: bytes, name: str) -> None:
    try:
        unpacked = sum(entry.file_size for entry in ZipFile(BytesIO(data)).infolist())
    except (BadZipFile, ValueError, OSError, RuntimeError) as problem:
        raise BadFile(_("{name} is damaged or no workbook.", name=name)) from problem
    if unpacked > LARGEST:
        raise BadFile(_("{name} would grow beyond all measure; it is no list.", name=name))


def _refuse_too_many(name: str, rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise BadFile(_("{name} has more than {most} rows.", name=name, most=MOST_ROWS))
    if columns > MOST_COLUMNS:
        raise BadFile(_("{name}, row {row}: more than {most} columns.", name=name, row=rows, most=MOST_COLUMNS))


def _trimmed(row: list[str]) -> tuple[str, ...]:
    length = max((place + 1 for place, cell in enumerate(row) if cell), default=0)
    return tuple(row[:length])


def _padded(row: list[str], length: int) -> tuple[str, ...]:
    return tuple((row + [""] * length)[:length])
