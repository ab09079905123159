"""Generated edits are found again: a guard against getting worse, not a measure."""

import json
from pathlib import Path

import pytest

from negotiator.comparing.compare import compare
from tests.benchmarks.editor import write_case
from tests.comparing.sides import complete, moved, pairs, rebuilt, side


def f1(found: set[tuple[int, int]], true: set[tuple[int, int]]) -> float:
    return 2 * len(found & true) / max(1, len(found) + len(true))


@pytest.mark.parametrize("rate", ["light", "middle", "heavy"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_known_edits_are_found_again(language: str, rate: str, tmp_path: Path) -> None:
    folder = write_case(tmp_path, 5, 20_000, language, rate)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    texts = [(folder / name).read_text(encoding="utf-8").rstrip("\n") for name in ("old.txt", "new.txt")]
    found = compare(*map(side, texts))
    assert rebuilt(found)
    assert complete(found)
    assert f1(pairs(found), set(map(tuple, truth["pairs"]))) >= 0.95
    if truth["moves"]:
        assert f1(moved(found), set(map(tuple, truth["moves"]))) >= 0.75
