"""Writing a whole file or nothing of it."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from negotiator.errors import BadFile
from negotiator.i18n import _


def write_whole(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8, in the place of a file: the file is the old one or the new one at every moment.

    What is no ordinary file (a pipe, a terminal) is written to as it stands. Raises `BadFile` with the reason.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as problem:
        raise BadFile(_("{path} cannot be written: {problem}.", path=path, problem=problem.strerror)) from problem


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name[:100]}.{token_hex(4)}.new")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
