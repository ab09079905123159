"""Names of attached files that are safe on every system, whatever a stranger wrote."""

from collections.abc import Iterable
from mimetypes import guess_extension
from pathlib import PurePosixPath

from negotiator.documents.reading.encoding import without_controls

_LONGEST = 120
"""The most characters of a name."""
_UNSAFE = dict.fromkeys(map(ord, '<>:"|?*'), "_") | dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
"""What Windows refuses, and what turns the direction of writing to hide an ending."""
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))))


def safe_names(listed: Iterable[tuple[str, str]]) -> list[str]:
    """Return a safe name for each file, given what it is called and its media type; no two are the same."""
    taken: set[str] = set()
    names = []
    for number, (called, media_type) in enumerate(listed, 1):
        path = PurePosixPath(_bare(called) or f"attachment-{number}{guess_extension(media_type) or ''}")
        stem, ending = path.stem, path.suffix
        name, again = f"{stem}{ending}", 1
        while name.casefold() in taken:
            again += 1
            name = f"{stem}-{again}{ending}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _bare(called: str) -> str:
    """Take the last part of a path, without what a file system may trip over; empty where nothing is left."""
    words = " ".join(without_controls(called).translate(_UNSAFE).replace("\\", "/").split("/")[-1].split())
    path = PurePosixPath(words.strip(". "))
    stem, ending = path.stem, path.suffix
    if stem.casefold().split(".")[0] in _DEVICES:
        stem = f"_{stem}"
    ending = ending[:20]
    return f"{stem[: _LONGEST - len(ending)]}{ending}"
