"""Tracked changes read as accepted and as rejected, beside what Word itself made of the same files."""

import pytest

from negotiator.documents.reading.registry import Mode, read_file
from negotiator.errors import BadFile
from tests.shared import FOLDER, shared

TRACKED = FOLDER / "texts" / "tracked"
CASES = sorted(
    (path.name.removesuffix(f"-{mode.value.title()}.docx"), mode)
    for mode in Mode
    for path in TRACKED.glob(f"RP*-{mode.value.title()}.docx")
)
KNOWN: dict[tuple[str, Mode], str] = {}
"""Where the two do not agree, and why."""


def text(name: str, mode: Mode) -> list[str]:
    """The paragraphs of a file; a file without words has none."""
    try:
        return [line.text for line in read_file(shared("texts", "tracked", name), mode=mode).lines]
    except BadFile as refused:
        return [refused.message.removeprefix(name)]


def test_the_oracles_are_here() -> None:
    shared("texts", "tracked")
    assert len(CASES) > 50


@pytest.mark.parametrize(("name", "mode"), CASES)
def test_a_reading_is_what_word_made_of_the_file(name: str, mode: Mode) -> None:
    agree = text(f"{name}.docx", mode) == text(f"{name}-{mode.value.title()}.docx", Mode.ACCEPTED)
    assert agree == ((name, mode) not in KNOWN), KNOWN.get((name, mode), "they do not agree")
