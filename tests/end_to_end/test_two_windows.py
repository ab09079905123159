"""Two interfaces and several command lines write at once: nobody waits in vain, and each sees what the others wrote."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from negotiator.services.backups import check
from negotiator.services.samples import make_sample
from negotiator.services.sessions import floor
from negotiator.services.speaking import speakers_list
from negotiator.workspace import Workspace, find_workspace
from tests.end_to_end.terminal import Terminal, environment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="this system has no pseudo-terminals")

EACH = 6
"""How many entries each of the writers makes."""


def writer(root: Path, name: str) -> "subprocess.Popen[str]":
    """A process that logs and keeps the list, one command after the other, each a process of its own."""
    log = ["log", "R3", f"del-{name} 3 s {name} writes"]
    put = ["speakers", "add", "R3", f"del-{name}", "--again"]
    script = "import subprocess, sys\n" + "\n".join(
        f"subprocess.run([sys.executable, '-m', 'negotiator', '--workspace', {str(root)!r}, *{words!r}], check=True)"
        for words in [log, put] * EACH
    )
    return subprocess.Popen(
        [sys.executable, "-c", script],
        env=environment(name),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_windows_and_the_command_line_write_at_once(tmp_path: Path) -> None:
    root = make_sample(tmp_path / "w").root
    windows = [Terminal(root, user="ana"), Terminal(root, user="ben")]
    try:
        for window in windows:
            assert window.wait_for("Home")
            window.send("3")
            assert window.wait_for("days met")
            window.send("\r")
            assert window.wait_for("for whom")
        writers = [writer(root, name) for name in ("a", "b")]
        for number in range(EACH):
            for window, name in zip(windows, ("window-one", "window-two"), strict=True):
                window.send(f"del-c 3 o {name}-{number}\r")
                assert window.wait_for(f"{name}-{number}")
                window.look()
        for each in writers:
            _out, trouble = each.communicate(timeout=300)
            assert each.returncode == 0, trouble
            assert "busy" not in trouble
        last = EACH - 1
        assert windows[0].wait_for(f"window-two-{last}")
        assert windows[1].wait_for(f"window-one-{last}")
        for window in windows:
            assert window.wait_for("b writes")
            assert "is busy" not in window.drawn
            assert "Traceback" not in window.drawn
    finally:
        for window in windows:
            window.kill()
    with_words = [entry.words for entry in floor(seen(root), "R3").entries]
    for name in ("window-one", "window-two"):
        assert [words for words in with_words if words.startswith(name)] == [f"{name}-{n}" for n in range(EACH)]
    assert with_words.count("a writes") == with_words.count("b writes") == EACH
    asked = [each.speaker for each in speakers_list(seen(root), "R3").waiting if not each.group]
    assert asked.count("DEL-A") == asked.count("DEL-B") == EACH
    assert check(seen(root)) == []


def seen(root: Path) -> Workspace:
    """The workspace as another process opens it."""
    return find_workspace(root, environ={"NEGOTIATOR_USER": "ana"})
