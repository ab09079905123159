"""How well and how fast real files are read, beside other readers; numbers beside LibreOffice's own text export."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from negotiator.documents.reading.docx import Body
from negotiator.documents.reading.registry import Mode, read_file
from negotiator.documents.reading.word_package import Package
from negotiator.text.structure import read_structure
from tests.benchmarks.peers import Peer, run
from tests.shared import FOLDER

OURS = """import sys
from negotiator.documents.reading.registry import read_file
from negotiator.text.structure import read_structure
document = read_file(sys.argv[1])
read_structure(document.lines, document.language)"""
MAMMOTH = "import sys, mammoth; mammoth.extract_raw_text(open(sys.argv[1], 'rb')).value"
DOCX2PYTHON = "import sys\nfrom docx2python import docx2python\ndocx2python(sys.argv[1]).text"
PYPDF = "import sys, pypdf; [page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages]"
_LETTERS = 50
"""A number agrees where it stands before the same first letters."""


def files() -> list[Path]:
    """Return the real files there are, the tracked ones without what Word made of them."""
    found = [*FOLDER.glob("texts/docx/*.docx"), *FOLDER.glob("texts/en/*.pdf")]
    tracked = [
        path for path in FOLDER.glob("texts/tracked/*.docx") if not path.stem.endswith(("-Accepted", "-Rejected"))
    ]
    return sorted(found) + sorted(tracked)


def programs(ending: str, python: str) -> list[Peer]:
    """Return this program and the others that read a kind of file and are installed; `python` is one that has them."""
    found = [Peer("negotiator", [sys.executable, "-c", OURS, "{old}"], 0)]
    if ending == ".docx":
        if shutil.which("pandoc"):
            found.append(Peer("pandoc", ["pandoc", "{old}", "-t", "plain"], 0))
        others = {"mammoth": MAMMOTH, "docx2python": DOCX2PYTHON}
    else:
        others = {"pypdf": PYPDF}
    for name, code in others.items():
        if subprocess.run([python, "-c", f"import {name}"], capture_output=True, check=False).returncode == 0:
            found.append(Peer(name, [python, "-c", code, "{old}"], 0))
    return found


def provisions(path: Path) -> int:
    """Count the provisions that are found in a file."""
    document = read_file(path)
    return len(read_structure(document.lines, document.language).provisions)


def numbers(path: Path, scratch: Path) -> tuple[int, int] | None:
    """Return how many automatic numbers agree with LibreOffice and how many there are; None where it is not here."""
    office = shutil.which("soffice")
    if office is None:
        return None
    body = Body(Package(path.read_bytes(), path.name), Mode.ACCEPTED)
    body.read()
    ours = [
        (label.strip(), line.text[len(label) :])
        for line in body.lines
        if (label := body.labels.get(line.number, "")) and line.text.startswith(label)
    ]
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(scratch)]
    subprocess.run([*command, str(path)], capture_output=True, check=True, timeout=120)
    theirs = (scratch / f"{path.stem}.txt").read_text("utf-8-sig")
    said: dict[str, int] = {}
    for line in theirs.split("\n"):
        key = _letters(line)[:_LETTERS]
        said[key] = said.get(key, 0) + 1
    agree = 0
    for label, words in ours:
        key = (_letters(label) + _letters(words))[:_LETTERS]
        if said.get(key, 0):
            said[key] -= 1
            agree += 1
    return agree, len(ours)


def _letters(words: str) -> str:
    return re.sub(r"\s|\[\^\w+\]", "", words)


def table(scratch: Path, python: str) -> tuple[list[str], list[list[str]]]:
    """Measure every file; returns the heads and the rows of a table."""
    heads = ["file", "provisions", "numbers as LibreOffice", "negotiator", "pandoc", "mammoth", "docx2python", "pypdf"]
    rows = []
    agree = total = 0
    for path in files():
        found = numbers(path, scratch) if path.suffix == ".docx" else None
        if found:
            agree, total = agree + found[0], total + found[1]
        taken = {peer.name: run(peer, path, path) for peer in programs(path.suffix, python)}
        costs = [
            f"{one.milliseconds:.0f} ms, {one.megabytes:.0f} MB" if (one := taken.get(name)) else ""
            for name in heads[3:]
        ]
        rows.append([path.name, str(provisions(path)), f"{found[0]} of {found[1]}" if found else "", *costs])
    rows.append(["all", "", f"{agree} of {total}", *[""] * 5])
    return heads, rows
