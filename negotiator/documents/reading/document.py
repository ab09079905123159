"""What a file gives when it is read: its lines in order, and what a person should know about the reading."""

from dataclasses import dataclass
from enum import StrEnum

from negotiator.text.lines import Line


class Mode(StrEnum):
    """How changes tracked in a file are read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader did, left out or could not know; `reading.notes.told` makes a sentence of it."""

    code: str
    """A stable name, such as `encoding-guessed`."""
    count: int = 0
    """How many times, where that can be counted."""
    detail: str = ""
    """The name concerned, such as an encoding."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file read into lines."""

    name: str
    """The file's name, without its folder."""
    media_type: str
    """What kind of file it is, such as `text/plain`."""
    encoding: str
    """The encoding of the characters, such as `utf-8`; empty where the format fixes it."""
    lines: tuple[Line, ...]
    """The text in reading order."""
    language: str | None
    """The language that the file itself declares, as a two-letter code; None where it says nothing."""
    notes: tuple[Note, ...] = ()
    """What was done, left out or guessed."""
    sha256: str = ""
    """The hash of the bytes, in hexadecimal."""
