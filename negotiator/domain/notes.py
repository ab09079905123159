"""What a reader of files has to say about its reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader did, left out or could not know; `reading.notes.told` makes a sentence of it."""

    code: str
    """A stable name, such as `encoding-guessed`."""
    count: int = 0
    """How many times, where that can be counted."""
    detail: str = ""
    """The name concerned, such as an encoding."""
