"""Redlines of real pairs accepted and rejected in LibreOffice, line by line beside what it shows of both texts."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path

from negotiator.comparing.comparison import Comparison
from negotiator.documents.writing.redline import printed
from negotiator.documents.writing.redline_docx import comparison_docx
from negotiator.documents.writing.redline_look import kept_look
from negotiator.services.comparisons import compare_named
from tests.documents.writing.test_redline_in_office import settled
from tests.shared import FOLDER

HEADS = ["redline in LibreOffice", "accepted, lines as the new text", "rejected, lines as the old text"]
TOLD = (
    "Each redline with all changes accepted and all rejected in LibreOffice; the lines beside those that LibreOffice "
    "exports of the new and of the old Word file (of Markdown: beside the provisions read). Bullets count as one, and "
    "a note's call as its number. What differs in the Paris drafts as Word files: one bullet that LibreOffice loses "
    "behind the old place of a move with edits in it, which it settles by turns; an empty numbered paragraph that is "
    "no provision; and the notes of the old text, which are paragraphs at the end (12 more lines), since the file that "
    "is written holds the new text's notes."
)
_AT = datetime(2018, 2, 5, tzinfo=UTC)


def table(scratch: Path) -> list[list[str]]:
    """Measure every pair that is here; none without LibreOffice."""
    if shutil.which("soffice") is None:
        return []
    texts = FOLDER / "texts"
    paris = [texts / "en" / f"paris-2015-12-{day}.md" for day in ("04", "09")]
    pairs = [("the Paris drafts, Markdown", *paris)]
    if shutil.which("pandoc") and all(path.exists() for path in paris):
        made = [_as_word(path, scratch) for path in paris]
        pairs.append(("the Paris drafts, Word files by pandoc", *made))
    for name, old, new in (("zh-company-law", "2013", "2018"), ("zh-womens-rights", "2018", "2022")):
        pairs.append((f"{name} {old} → {new}", *(texts / "docx" / f"{name}-{year}.docx" for year in (old, new))))
    return [[name, *_measured(old, new, scratch)] for name, old, new in pairs if old.exists() and new.exists()]


def _measured(old: Path, new: Path, scratch: Path) -> list[str]:
    comparison = compare_named(str(old), str(new), _none, bytes)
    word = new.suffix == ".docx"
    data = kept_look(comparison, new.read_bytes(), author="A. Drafter", at=_AT) if word else None
    data = data or comparison_docx(comparison, author="A. Drafter", at=_AT)
    found = []
    for what, path in (("Accept", new), ("Reject", old)):
        wanted = _exported(path, scratch) if word else _provisions(comparison, what)
        lines = [_plain(line) for line in settled(data, what, scratch)]
        blocks = SequenceMatcher(None, wanted, lines, autojunk=False).get_matching_blocks()
        found.append(f"{sum(block.size for block in blocks)} of {len(wanted)}")
    return found


def _none() -> None:
    raise AssertionError


def _provisions(comparison: Comparison, what: str) -> list[str]:
    side = comparison.new if what == "Accept" else comparison.old
    return [_plain(printed(each).strip()) for each in side.provisions if printed(each).strip()]


def _plain(line: str) -> str:
    return re.sub(r"^[◦▪–] ", "• ", re.sub(r"\[\^(\d+)\]", r"\1", line))


def _as_word(path: Path, scratch: Path) -> Path:
    target = scratch / f"{path.stem}.docx"
    subprocess.run(["pandoc", str(path), "-o", str(target)], check=True, capture_output=True, timeout=120)
    return target


def _exported(path: Path, scratch: Path) -> list[str]:
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(scratch)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    text = (scratch / f"{path.stem}.txt").read_text("utf-8-sig")
    return [_plain(line.strip()) for line in text.split("\n") if line.strip()]
