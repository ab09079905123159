"""A short Markdown text as a Word file: headings, lists, tables and paragraphs; what our reports are made of."""

import re
from datetime import UTC, datetime
from html import escape
from itertools import groupby

from negotiator.documents.writing.docx_parts import package
from negotiator.documents.writing.docx_table import is_row, word_table

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def markdown_docx(text: str, *, title: str, author: str, at: datetime, language: str) -> bytes:
    """Write a text as the bytes of a .docx: `#` to `###` are headings, `-` begins an item, `|` a row.

    `**` holds bold words.
    """
    body = "".join(
        word_table(list(block), _run) if rows else "".join(_paragraph(line) for line in block if line.strip())
        for rows, block in groupby(text.splitlines(), is_row)
    )
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return package(body or "<w:p/>", "", title, author, moment, language)


def _paragraph(line: str) -> str:
    marks = len(line) - len(line.lstrip("#"))
    if 0 < marks < 7 and line[marks : marks + 1] == " ":
        style = "Title" if marks == 1 else f"Heading{marks - 1}"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_runs(line[marks + 1 :])}</w:p>'
    if line.startswith("- "):
        indent = '<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr>'
        item = _runs("•\t" + line[2:])
        return f"<w:p>{indent}{item}</w:p>"
    return f"<w:p>{_runs(line)}</w:p>"


def _runs(words: str) -> str:
    return "".join(_run(part, bold=place % 2 == 1) for place, part in enumerate(_BOLD.split(words)) if part)


def _run(words: str, *, bold: bool) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    pieces = _NOT_XML.sub("", words).split("\t")
    text = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces)
    return f"<w:r>{look}{text}</w:r>"
