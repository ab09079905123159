"""Runs the command line inside the test process, as a shell would, and hands back what it said."""

import contextlib
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from negotiator import i18n
from negotiator.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    """Its exit code."""
    out: str
    """What it printed to stdout."""
    err: str
    """What it printed to stderr."""


def negotiator(
    *arguments: str | Path, stdin: str | bytes = "", workspace: Path | None = None, env: Mapping[str, str] | None = None
) -> Ran:
    """Run `negotiator ...` and return its exit code and what it printed.

    `workspace` and `env` become environment variables of this call; the interface speaks English unless told otherwise.
    """
    data = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        patch.setenv("LANGUAGE", "")  # a run in Chinese sets it; it is put back afterwards
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        if workspace is not None:
            patch.setenv("NEGOTIATOR_WORKSPACE", str(workspace))
        for name, value in (env or {}).items():
            patch.setenv(name, value)
        try:
            code = main.run([str(argument) for argument in arguments], os.environ)
        finally:
            i18n.use("en")
    return Ran(code, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "backslashreplace")
