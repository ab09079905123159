"""What the README shows works as it is typed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def section(title: str) -> str:
    """The text under a title, up to the next one."""
    return README.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("mark", ["install", "tests"])
def test_the_commands_that_are_run_for_every_change_stand_under_their_marks(mark: str) -> None:
    assert f"<!-- {mark} -->\n```sh\n.venv" in README or f"<!-- {mark} -->\n```sh\npython3 -m venv .venv" in README
    assert f"under {mark}" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="the tour is written for a POSIX shell")
def test_the_tour_works_as_it_is_typed(tmp_path: Path) -> None:
    typed = "".join(BLOCKS.findall(section("Five minutes")))
    lines = [line for line in typed.splitlines() if not line.startswith("alias")]
    assert len(lines) >= 12
    program = f'negotiator() {{ {shlex.quote(sys.executable)} -m negotiator "$@"; }}'
    ran = subprocess.run(
        ["sh", "-eu", "-c", "\n".join([program, *lines])],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    assert "R3-4" in ran.stdout
    assert (tmp_path / "changes.html").stat().st_size > 1000


def test_every_exit_code_of_the_program_is_explained() -> None:
    from negotiator import errors

    told = {int(code) for code in re.findall(r"^\| (\d) \|", README, re.MULTILINE)}
    used = {each.exit_code for each in vars(errors).values() if isinstance(each, type) and issubclass(each, Exception)}
    assert used <= told


@pytest.mark.parametrize("name", ["floor", "mandate"])
def test_the_picture_is_there_and_asks_nobody_for_anything(name: str) -> None:
    picture = (ROOT / ".readme" / f"{name}.svg").read_text("utf-8")
    assert "url(" not in picture.replace("url(#", "")
    assert "<script" not in picture
