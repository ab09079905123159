"""What a command loads: the command line starts in the time that click takes, and draws nothing it does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from negotiator.cli.main import COMMANDS

DRAWING = {"textual", "rich"}
HEAVY = {"sqlite_utils", "pysqlite3", "sqlite3", "pendulum", "lxml", "diff_match_patch", "charset_normalizer"} | DRAWING


def run(*arguments: str | Path, workspace: Path | None = None) -> tuple[int, set[str], str]:
    """Run the command line in a process of its own; return its exit code, the packages it loaded, and its stderr."""
    environ = {**os.environ, "PYTHONPROFILEIMPORTTIME": "1"}
    if workspace:
        environ["NEGOTIATOR_WORKSPACE"] = str(workspace)
    ran = subprocess.run(
        [sys.executable, "-m", "negotiator", *map(str, arguments)],
        env=environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    lines = ran.stderr.splitlines()
    names = {line.rsplit("|", 1)[1].strip() for line in lines if line.startswith("import time:")}
    said = "\n".join(line for line in lines if not line.startswith("import time:"))
    return ran.returncode, names | {name.split(".")[0] for name in names}, said


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("startup") / "workspace"
    code, _loaded, said = run("init", folder)
    assert code == 0, said
    return folder


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_and_version_load_click_and_our_small_modules_only(arguments: tuple[str, ...]) -> None:
    _code, loaded, _said = run(*arguments)
    assert not loaded & (HEAVY | {"platformdirs", "tomllib", "json", "dataclasses", "pathlib"})
    ours = {name for name in loaded if name.startswith("negotiator.")}
    allowed = {"negotiator.cli", "negotiator.cli.main", "negotiator.cli.options"}
    assert ours <= allowed | {"negotiator.errors", "negotiator.i18n"}


def test_help_in_chinese_loads_no_database_and_no_interface() -> None:
    _code, loaded, _said = run("--lang", "zh", "--help")
    assert not loaded & HEAVY


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_of_a_command_loads_no_database_and_no_interface(name: str) -> None:
    code, loaded, said = run(name, "--help")
    assert code == 0, said
    assert not loaded & HEAVY


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("session", "list"),
        ("input", "list"),
        ("input", "list", "--pending"),
        ("draft", "list"),
        ("stakeholder", "list"),
        ("history",),
        ("status", "--json"),
        ("mandate",),
        ("fund", "list"),
    ],
    ids=" ".join,
)
def test_a_list_loads_no_interface(workspace: Path, arguments: tuple[str, ...]) -> None:
    code, loaded, said = run(*arguments, workspace=workspace)
    assert code == 0, said
    assert not loaded & (DRAWING | {"pendulum", "lxml", "diff_match_patch"})
    assert "sqlite_utils" not in loaded, "reading needs no more than the driver"


def test_comparing_two_files_loads_neither_database_nor_interface_nor_calendar(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("1. States shall act.\n\n2. We meet again.\n", "utf-8")
    new.write_text("1. States should act.\n\n2. We meet again.\n", "utf-8")
    code, loaded, said = run("compare", old, new, "--format", "json")
    assert code == 0, said
    assert not loaded & (DRAWING | {"sqlite_utils", "pysqlite3", "sqlite3", "pendulum"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.txt", "old.txt"]
