"""What tests of the command line share: two small texts in a folder far from any workspace."""

from pathlib import Path

import pytest

from tests.cli.two_texts import NEW, OLD


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two files in the current folder, and no workspace anywhere near."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEGOTIATOR_WORKSPACE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nowhere"))
    Path("old.txt").write_text(OLD, "utf-8")
    Path("new.txt").write_text(NEW, "utf-8")
    return "old.txt", "new.txt"
