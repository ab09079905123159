"""A short Markdown text as a Word file: headings, lists and paragraphs; what our reports are made of."""

import re
from datetime import UTC, datetime
from html import escape

from negotiator.documents.writing.docx_parts import package

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def markdown_docx(text: str, *, title: str, author: str, at: datetime, language: str) -> bytes:
    """Write a text as the bytes of a .docx: `#` to `###` are headings, `-` begins an item, `**` holds bold words."""
    body = "".join(_paragraph(line) for line in text.splitlines() if line.strip())
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
    parts = []
    for place, part in enumerate(_BOLD.split(words)):
        look = "<w:rPr><w:b/></w:rPr>" if place % 2 else ""
        pieces = _NOT_XML.sub("", part).split("\t")
        text = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces)
        parts.append(f"<w:r>{look}{text}</w:r>" if part else "")
    return "".join(parts)
