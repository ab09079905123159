"""PDF files read in a process of their own, which is ended when it takes too long or too much memory.

The library is native code: while it works, nothing in its own process can stop it, and where it falls, it takes that
process with it. A process of its own costs one start of Python, a tenth to a fifth of a second.
"""

import json
import os
import subprocess
import sys
from os.path import abspath, dirname

from negotiator.documents.reading.document import Note
from negotiator.errors import BadFile
from negotiator.i18n import _, language, use
from negotiator.text.lines import Line

PATIENCE = 90.0
"""Seconds after which a file is given up."""
MEMORY = 3 << 30
"""The most bytes of address space that reading may take, where the system can limit it (Linux, macOS)."""
_ROOT = dirname(dirname(dirname(dirname(abspath(__file__)))))  # noqa: PTH100, PTH120  # costs no import of pathlib
"""Where this package is, for a child that is to find the same one."""


def read_pdf_apart(data: bytes, name: str) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """Read a PDF file as `read_pdf` does; raises `BadFile` also where reading takes too long or breaks down."""
    path = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))
    try:
        # `run` ends the child when time is up and when somebody interrupts.
        done = subprocess.run(
            [sys.executable, "-m", __name__, language(), name],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired as problem:
        raise BadFile(
            _("{name} took more than {seconds} seconds to read: it is no draft.", name=name, seconds=round(PATIENCE))
        ) from problem
    except OSError as problem:
        raise BadFile(
            _("No process can be started to read {name}: {problem}.", name=name, problem=problem.strerror or problem)
        ) from problem
    try:
        told = json.loads(done.stdout)
    except ValueError as problem:
        raise BadFile(_("{name} is damaged: reading it as a PDF file broke down.", name=name)) from problem
    if "refused" in told:
        raise BadFile(str(told["refused"]))
    return tuple(Line(*each) for each in told["lines"]), tuple(Note(*each) for each in told["notes"])


def main() -> None:
    """Read a PDF file from standard input and write what was found, as JSON, to standard output."""
    _limit_memory()
    use(sys.argv[1])
    from negotiator.documents.reading.pdf import read_pdf

    try:
        lines, notes = read_pdf(sys.stdin.buffer.read(), sys.argv[2])
    except BadFile as problem:
        told: dict[str, object] = {"refused": problem.message}
    except MemoryError:
        told = {"refused": _("{name} would take too much memory to read: it is no draft.", name=sys.argv[2])}
    else:
        told = {"lines": lines, "notes": [(each.code, each.count, each.detail) for each in notes]}
    sys.stdout.buffer.write(json.dumps(told).encode())


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource
    from contextlib import suppress

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    main()
