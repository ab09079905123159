"""Make an edit read as a person would mark it."""

from collections.abc import Sequence

from negotiator.comparing.sequences import Block
from negotiator.comparing.vocabulary import Row, Vocabulary


def tidy(blocks: Sequence[Block], old: Row, new: Row, vocabulary: Vocabulary) -> list[Block]:
    """Drop chance matches inside a replacement and slide edits to where a phrase begins."""
    return list(blocks)
