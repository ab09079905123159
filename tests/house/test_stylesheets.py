"""The rules of a screen keep to that screen: a stylesheet holds for the whole program once its screen was open."""

from pathlib import Path

import pytest

TUI = Path(__file__).parents[2] / "negotiator" / "tui"
SHEETS = sorted(TUI.glob("*/*.tcss"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_rule_stands_under_its_screen_or_a_widget_of_its_own(sheet: Path) -> None:
    outer = [line for line in sheet.read_text("utf-8").splitlines() if line and not line[0].isspace() and line != "}"]
    assert [line for line in outer if not (line.startswith(f".of-{sheet.stem} {{") or line[0].isupper())] == []
