"""Real texts that may lie in a folder `shared` beside the checkout; tests that need them are skipped without it."""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("NEGOTIATOR_SHARED") or Path(__file__).parents[2] / "shared")
"""The environment may name another place, for a checkout that lies elsewhere."""


def shared(*parts: str) -> Path:
    """Return the path of a real text, such as `shared("texts", "zh", "A-73-12.txt")`, or skip the test."""
    path = FOLDER.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{'/'.join(parts)} is not here: real texts lie in a folder “shared” beside the checkout")
    return path
