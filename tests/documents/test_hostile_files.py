"""A Word file is an archive from a stranger: refused or read with one sentence, never obeyed."""

import random
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from negotiator.documents.reading.registry import read
from negotiator.errors import BadFile
from tests.shared import shared
from tests.word_files import archive, level, numbered, numbering, paragraph, part, word_file

HONEST = word_file(numbered("Act.", 1), numbering=numbering({0: level(0, "decimal", "%1.")}, {1: (0, "")}))
DOCUMENT = "word/document.xml"


def refusal(data: bytes) -> str:
    """Why a file is refused; a made-up sentence where it is read."""
    try:
        read(data, "odd.docx")
    except BadFile as refused:
        return refused.message
    return "odd.docx is read."


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, "no document in it"),
        ({"../../evil.txt": "x", "word/other.xml": "<x/>"}, "no document in it"),
        ({DOCUMENT: "<w:document"}, "damaged in word/document.xml"),
        ({DOCUMENT: "<x/>"}, "no document in it"),
        ({DOCUMENT: part("document", "<w:body/>")}, "no words"),
        (
            {DOCUMENT: '<!DOCTYPE d [<!ENTITY a "aa">]>' + part("document", "<w:body/>").split("?>")[1]},
            "declares entities",
        ),
        ({DOCUMENT: "<a>" * 2000 + "</a>" * 2000}, "damaged"),
    ],
)
def test_an_archive_that_is_no_honest_document_is_refused(files: dict[str, str], reason: str) -> None:
    with pytest.raises(BadFile, match=reason):
        read(archive(files), "evil.docx")


def test_a_bomb_of_zeros_is_refused_before_it_unfolds() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made, made.open(DOCUMENT, "w") as bomb:
        for _chunk in range(200):
            bomb.write(b" " * (1 << 20))
    with pytest.raises(BadFile, match="grow beyond all measure"):
        read(out.getvalue(), "evil.docx")


def test_a_bomb_of_entities_is_refused() -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    document = part("document", f"<w:body>{paragraph('&a11;')}</w:body>").split("?>")[1]
    with pytest.raises(BadFile, match=r"declares entities|damaged"):
        read(archive({DOCUMENT: f"<!DOCTYPE d [{entities}]>{document}"}), "evil.docx")


def test_an_entity_never_reads_a_file_of_this_machine(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    document = part("document", f"<w:body>{paragraph('&x;')}</w:body>").split("?>")[1]
    with pytest.raises(BadFile):
        read(archive({DOCUMENT: f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{document}'}), "evil.docx")


@pytest.mark.parametrize("kept", [40, 200, len(HONEST) // 2, len(HONEST) - 30])
def test_a_file_that_was_cut_off_is_refused(kept: int) -> None:
    with pytest.raises(BadFile, match="damaged"):
        read(HONEST[:kept], "cut.docx")


def test_a_locked_archive_is_refused() -> None:
    locked = bytearray(HONEST)
    place = locked.find(b"PK\x01\x02")
    while place >= 0:
        locked[place + 8] |= 1
        place = locked.find(b"PK\x01\x02", place + 4)
    with pytest.raises(BadFile, match="password"):
        read(bytes(locked), "locked.docx")


def test_macros_are_noted_and_never_run() -> None:
    files = {DOCUMENT: part("document", f"<w:body>{paragraph('Act.')}</w:body>"), "word/vbaProject.bin": "x"}
    document = read(archive(files), "a.docm")
    assert [line.text for line in document.lines] == ["Act."]
    assert [note.code for note in document.notes] == ["macros"]


def test_tables_nested_as_deep_as_xml_allows_are_read_or_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 80
    assert [line.text for line in read(word_file(deep), "a.docx").lines] == ["deep"]


@pytest.mark.parametrize("seed", range(60))
def test_a_mutated_file_is_read_or_refused_in_one_sentence(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(HONEST)
    for _change in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert refusal(bytes(data)).endswith(".")


@pytest.mark.parametrize("seed", range(12))
def test_a_real_file_with_mutated_xml_is_read_or_refused(seed: int) -> None:
    real = shared("texts", "tracked", "RP001-Tracked-Revisions-01.docx").read_bytes()
    chance = random.Random(seed)
    with ZipFile(BytesIO(real)) as package:
        files = {entry: package.read(entry) for entry in package.namelist()}
    raw = bytearray(files[DOCUMENT])
    for _change in range(chance.randint(1, 30)):
        raw[chance.randrange(len(raw))] = chance.choice(b"<>/&w:p\"'= \x00\xff09")
    files[DOCUMENT] = bytes(raw)
    assert refusal(archive(files)).startswith("odd.docx")


def test_checksums_are_checked() -> None:
    broken = bytearray(HONEST)
    place = broken.find(zlib.crc32(part("document", "").encode()).to_bytes(4, "little"))
    start = broken.find(DOCUMENT.encode()) + len(DOCUMENT)
    broken[(place if place > 0 else start) + 5] ^= 0xFF
    with pytest.raises(BadFile):
        read(bytes(broken), "broken.docx")
