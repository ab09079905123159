"""A PDF that takes too long, too much or the reader down with it ends in a sentence."""

import sys
import time
from pathlib import Path

import pytest

from negotiator.documents.reading import pdf_apart
from negotiator.documents.reading.pdf import read_pdf
from negotiator.documents.reading.pdf_apart import read_pdf_apart
from negotiator.errors import BadFile
from negotiator.i18n import speaking
from tests.pdf_files import pdf_file


def stub(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Have another program read: one of this Python, which goes wrong."""
    script = folder / "stub.py"
    script.write_text(code, "utf-8")
    runner = folder / ("stub.bat" if sys.platform == "win32" else "stub")
    if sys.platform == "win32":
        runner.write_text(f'@"{sys.executable}" "{script}"\r\n', "utf-8")
    else:
        runner.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}"\n', "utf-8")
        runner.chmod(0o755)
    monkeypatch.setattr(pdf_apart.sys, "executable", str(runner))


def test_what_is_read_apart_is_what_is_read_here() -> None:
    data = pdf_file([[(70, 780, 11, "1. The pier is open to all."), (70, 760, 11, "2. So is the bridge.")]])
    assert read_pdf_apart(data, "a.pdf") == read_pdf(data, "a.pdf")


def test_a_refusal_comes_back_as_it_was_said_in_the_language_that_is_spoken() -> None:
    with speaking("zh"), pytest.raises(BadFile) as here:
        read_pdf(b"%PDF-1.4 nothing", "a.pdf")
    with speaking("zh"), pytest.raises(BadFile) as apart:
        read_pdf_apart(b"%PDF-1.4 nothing", "a.pdf")
    assert apart.value.message == here.value.message


def test_a_reader_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub(tmp_path, monkeypatch, "import time\ntime.sleep(60)")
    monkeypatch.setattr(pdf_apart, "PATIENCE", 1.0)
    started = time.monotonic()
    with pytest.raises(BadFile, match=r"a\.pdf took more than 1 seconds"):
        read_pdf_apart(b"%PDF-1.4", "a.pdf")
    assert time.monotonic() - started < 20


def test_a_reader_that_falls_says_so_and_takes_nothing_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub(tmp_path, monkeypatch, "import os\nos.abort()")
    with pytest.raises(BadFile, match=r"a\.pdf is damaged"):
        read_pdf_apart(b"%PDF-1.4", "a.pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to the limit of memory")
def test_a_reader_that_takes_too_much_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import sys\nfrom negotiator.documents.reading import pdf, pdf_apart\n"
        "pdf_apart.MEMORY = 1 << 29\npdf.read_pdf = lambda data, name: bytes(1 << 30)\n"
        "sys.argv[1:] = ['en', 'a.pdf']\npdf_apart.main()\n"
    )
    stub(tmp_path, monkeypatch, code)
    with pytest.raises(BadFile, match=r"a\.pdf would take too much memory"):
        read_pdf_apart(b"%PDF-1.4", "a.pdf")
