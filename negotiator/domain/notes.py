"""What a reader of files has to say about its reading."""

from typing import NamedTuple


class Note(NamedTuple):
    """Something that a reader did, left out or could not know; `reading.notes.told` makes a sentence of it."""

    code: str
    """A stable name, such as `encoding-guessed`."""
    count: int = 0  # type: ignore[assignment]  # a field, not the method of tuples
    """How many times, where that can be counted."""
    detail: str = ""
    """The name concerned, such as an encoding."""
