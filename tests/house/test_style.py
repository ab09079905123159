"""The house keeps its own rules: style, types, who imports what."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run_here(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment on the checkout."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("ruff", "check", "--no-cache", "negotiator", "tests"), id="ruff-check"),
        pytest.param(("ruff", "format", "--no-cache", "--check", "negotiator", "tests"), id="ruff-format"),
        pytest.param(("mypy",), id="mypy-strict"),
    ],
)
def test_the_code_is_clean(command: tuple[str, ...]) -> None:
    found = run_here(sys.executable, "-m", *command)
    assert found.returncode == 0, found.stdout + found.stderr


def test_imports_point_inward() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    found = run_here(str(lint), "--no-cache")
    assert found.returncode == 0, found.stdout[found.stdout.find("Contracts") :] + found.stderr
