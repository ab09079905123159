"""OpenDocument, old Word and RTF files; what needs LibreOffice is skipped where it is not installed."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from negotiator.documents.reading import office
from negotiator.documents.reading.registry import Document, Mode, read
from negotiator.errors import BadFile
from tests.word_files import archive, level, numbered, numbering, paragraph, word_file

RICH = rb"{\rtf1\ansi\deff0 {\fonttbl {\f0 Times;}}\f0 1. States shall act.\par 2. Caf\'e9 \u20844? rules.\par}"
OPEN = "application/vnd.oasis.opendocument.text"
LISTED = numbering({0: level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")}, {1: (0, "")})
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{MAIN}.numbering+xml"/></Types>'
)
CHANGED = (
    RUN.format("The Parties ")
    + '<w:del w:id="1" w:author="A" w:date="2018-02-05T09:00:00Z"><w:r><w:delText>should</w:delText></w:r></w:del>'
    + f'<w:ins w:id="2" w:author="A" w:date="2018-02-05T09:00:00Z">{RUN.format("shall")}</w:ins>'
    + RUN.format(" act.")
)


@pytest.fixture
def program() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice (soffice) is not installed here")
    return found


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which temporary files are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def made(program: str, folder: Path, ending: str) -> bytes:
    """A file of another format, made of a Word file with automatic numbers and a tracked change."""
    body = numbered("First.", 1) + numbered("Inner.", 1, 1) + numbered("Second.", 1) + paragraph(CHANGED)
    (folder / "made.docx").write_bytes(word_file(body, numbering=LISTED))
    with ZipFile(folder / "made.docx", "a") as whole:
        whole.writestr("[Content_Types].xml", TYPES)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(folder / "made.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / f"made.{ending}").read_bytes()


def texts(found: Document) -> list[str]:
    return [line.text for line in found.lines]


@pytest.mark.parametrize("ending", ["odt", "doc", "rtf"])
def test_numbers_and_tracked_changes_come_through(program: str, tmp_path: Path, temporary: Path, ending: str) -> None:
    data = made(program, tmp_path, ending)
    for mode, word in ((Mode.ACCEPTED, "shall"), (Mode.REJECTED, "should")):
        found = read(data, f"made.{ending}", mode=mode)
        assert texts(found) == ["1. First.", "(a) Inner.", "2. Second.", f"The Parties {word} act."]
        assert found.notes[0].code == "through-office"
    assert list(temporary.iterdir()) == []


def test_a_rich_text_keeps_its_characters(program: str, temporary: Path) -> None:
    assert texts(read(RICH, "a.rtf")) == ["1. States shall act.", "2. Café 公 rules."]


def test_what_the_program_cannot_open_is_refused_with_a_sentence(program: str, temporary: Path) -> None:
    with pytest.raises(BadFile, match=r"a\.doc cannot be opened by LibreOffice"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc")
    assert list(temporary.iterdir()) == []


def test_without_the_program_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_office", lambda: None)
    for name, data in (("a.rtf", RICH), ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)):
        with pytest.raises(BadFile, match="only be read where LibreOffice is installed"):
            read(data, name)


def test_a_bomb_never_reaches_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_office", lambda: "/nowhere/soffice")
    bomb = office.LARGEST + 1
    with pytest.raises(BadFile, match="beyond all measure"):
        office.as_docx(archive({"mimetype": OPEN, "content.xml": b"\0" * bomb}), "a.odt", ".odt")
    with pytest.raises(BadFile, match="damaged"):
        office.as_docx(b"PK\x03\x04 and no more", "a.odt", ".odt")


def _lives(stat: Path) -> bool:
    try:
        return stat.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_program_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in = tmp_path / "soffice"
    stand_in.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n", "utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setattr(office, "_office", lambda: str(stand_in))
    monkeypatch.setattr(office, "PATIENCE", 0.5)
    with pytest.raises(BadFile, match="took LibreOffice more than"):
        read(RICH, "a.rtf")
    child = Path(f"/proc/{(tmp_path / 'child').read_text('utf-8').strip()}/stat")
    patience = time.monotonic() + 10  # a busy machine takes a moment to bury what was killed
    while _lives(child) and time.monotonic() < patience:
        time.sleep(0.02)
    assert not _lives(child)
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_the_program_sees_neither_the_name_nor_the_home_of_anybody(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in = tmp_path / "soffice"
    stand_in.write_text(f'#!/bin/sh\necho "$HOME $http_proxy $@" > {tmp_path}/said\n', "utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setattr(office, "_office", lambda: str(stand_in))
    with pytest.raises(BadFile, match="cannot be opened"):
        read(RICH, "../../secret.rtf")
    said = (tmp_path / "said").read_text("utf-8")
    assert said.startswith(str(temporary))
    assert "127.0.0.1:9" in said
    assert "secret" not in said
