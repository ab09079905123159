"""Files that are kept exactly as they came."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that came with an input or a letter; its bytes never change."""

    name: str
    """Its name as it came, without folders."""
    media_type: str
    """What it is, such as `application/pdf`."""
    size: int
    """How many bytes it has."""
    sha256: str
    """The hash of its bytes, in hexadecimal."""
    id: str = ""
    """The row's identifier."""
