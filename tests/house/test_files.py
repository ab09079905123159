"""Files that fit in the head, SQL in one room, and nothing in the tree that belongs to one machine."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 300
LONGER = {"negotiator/locale": "catalogues grow with the interface"}
"""Paths that may be longer, and why."""


@cache
def files(*patterns: str) -> list[Path]:
    """The files of the project: those that git knows or would add, or everything where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no checkout of git")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def test_every_file_fits_in_the_head() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): count
        for path in files("*.py", "*.tcss", ".ci/*")
        if (count := len(path.read_text("utf-8").splitlines())) > LONGEST
        and not path.relative_to(ROOT).as_posix().startswith(tuple(LONGER))
    }
    assert not long


def test_only_storage_speaks_sql() -> None:
    speaks = re.compile(r"\b(select\s.+\sfrom|insert into|update \w+ set|delete from|create table)\s", re.IGNORECASE)
    literal = re.compile(r'"[^"\n]*"')
    found = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in files("negotiator/*.py")
        if "storage" not in path.parts and path.name != "workspace.py"
        for text in literal.findall(path.read_text("utf-8"))
        if speaks.search(text)
    ]
    assert not found


def test_nothing_names_the_machine_it_was_written_on() -> None:
    places = {str(ROOT), str(ROOT.parent), str(Path.home())} - {"/", ""}
    named = re.compile("|".join(rf"(?<![\w./]){re.escape(place)}/" for place in places))
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files()
        if path.suffix not in {".docx", ".mo", ".png"}
        for match in named.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert not found


def test_text_files_end_with_one_line_end_and_have_no_stray_spaces() -> None:
    found = []
    for path in files("*.py", "*.toml", "*.md", "*.tcss", ".ci/*", "*.csv"):
        text = path.read_bytes().decode("utf-8")
        if text and (not text.endswith("\n") or text.endswith("\n\n") or re.search(r"[ \t]+$", text, re.MULTILINE)):
            found.append(str(path.relative_to(ROOT)))
    fixtures = ("tests/fixtures/", "drafts/")
    assert not [name for name in found if not name.startswith(fixtures)]


def test_nothing_is_left_for_later() -> None:
    marks = re.compile("TO" + r"DO|FIX" + r"ME|NotImplementedError|# *st" + "ub")
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files("negotiator/*.py", "tests/*.py")
        if path != Path(__file__)
        for match in marks.finditer(path.read_text("utf-8"))
    ]
    assert not found
