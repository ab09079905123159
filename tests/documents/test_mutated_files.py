"""Whatever became of a file on its way: it is read, or refused in one sentence; nothing is written anywhere."""

import random
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from negotiator.documents.reading.mail import read_mail
from negotiator.documents.reading.office import as_docx
from negotiator.documents.reading.pdf import read_pdf
from negotiator.documents.reading.registry import Mode, read
from negotiator.documents.reading.tables import read_table
from negotiator.errors import NegotiatorError
from tests.documents.fuzzing import mutated
from tests.pdf_files import pdf_file
from tests.shared import shared
from tests.word_files import archive, level, numbered, numbering, paragraph, word_file

ROUNDS = 60
"""Mutations of each file; a longer run is `fuzz(..., rounds=20_000)`."""


def word() -> bytes:
    lists = numbering({0: level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")}, {1: (0, "")})
    rows = f"<w:tbl><w:tr><w:tc>{paragraph('One')}</w:tc><w:tc>{paragraph('Two')}</w:tc></w:tr></w:tbl>"
    return word_file(numbered("Act.", 1) + numbered("Now.", 1, 1) + rows + paragraph("End."), numbering=lists)


def portable() -> bytes:
    return pdf_file([[(70, 780 - 14 * row, 11, f"{row}. The pier is open to all.") for row in range(1, 20)]] * 2)


def open_document() -> bytes:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Act.</text:p>'
        "</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def workbook() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), BytesIO()
    assert book.active is not None
    for row in range(20):
        book.active.append([row, f"words {row}"])
    book.save(out)
    return out.getvalue()


def mail() -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "A <a@example.org>", "b@example.org", "A note — 说明"
    message["Date"] = "Mon, 05 Feb 2018 09:30:00 +0000"
    message.set_content("The pier is open.")
    message.add_alternative("<p>The pier is open.</p>", subtype="html")
    message.add_attachment(word(), maintype="application", subtype="octet-stream", filename="../../draft.docx")
    return message.as_bytes()


def read_word(data: bytes) -> None:
    read(data, "odd.docx", mode=Mode.REJECTED)


READERS: dict[str, tuple[Callable[[], bytes], Callable[[bytes], object]]] = {
    "docx": (word, read_word),
    "pdf": (portable, lambda data: read_pdf(data, "odd.pdf")),
    "odt": (open_document, lambda data: as_docx(data, "odd.odt", ".odt")),
    "xlsx": (workbook, lambda data: read_table(data, "odd.xlsx")),
    "eml": (mail, lambda data: read_mail(data, "odd.eml")),
}


def fuzz(honest: bytes, reader: Callable[[bytes], object], *, rounds: int, seed: int = 0) -> tuple[int, int]:
    """Return how many mutations were read and how many refused; anything else that is raised is a fault."""
    sentences: list[str] = []
    for turn in range(rounds):
        data = mutated(honest, random.Random(seed * 1_000_003 + turn))
        try:
            reader(data)
        except NegotiatorError as problem:
            sentences.append(problem.message)
    assert all(told and "\n" not in told for told in sentences)
    return rounds - len(sentences), len(sentences)


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


@pytest.mark.parametrize("kind", READERS)
def test_a_mutated_file_is_read_or_refused_and_nothing_is_written(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    if kind == "odt":
        # What LibreOffice itself does with a file is not ours to test, and a start of it takes seconds.
        monkeypatch.setattr("negotiator.documents.reading.office._office", lambda: None)
    before = everything(tmp_path)
    make, reader = READERS[kind]
    taken, refused = fuzz(make(), reader, rounds=ROUNDS, seed=zlib.crc32(kind.encode()))
    assert taken + refused == ROUNDS
    assert kind == "eml" or refused
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (("texts", "tracked", "RP015-MoveFrom-MoveTo.docx"), "docx"),
        (("texts", "docx", "zh-womens-rights-2018.docx"), "docx"),
    ],
)
def test_a_mutated_real_file_is_read_or_refused(parts: tuple[str, ...], kind: str) -> None:
    taken, refused = fuzz(shared(*parts).read_bytes(), READERS[kind][1], rounds=20)
    assert taken + refused == 20
