"""What a file gives when it is read: its lines in order, and what a person should know about the reading."""

from enum import StrEnum
from typing import NamedTuple

from negotiator.domain.notes import Note
from negotiator.text.lines import Line

__all__ = ["Document", "Line", "Mode", "Note"]


class Mode(StrEnum):
    """How changes tracked in a file are read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Document(NamedTuple):
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
