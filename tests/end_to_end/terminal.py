"""A real terminal for a real process: keys go in, what is drawn comes out."""

import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path


class Terminal:
    """The interface of a workspace in a terminal of its own, as a person opens it."""

    def __init__(self, workspace: Path, *, user: str, columns: int = 120, lines: int = 40) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._child = subprocess.Popen(
            [sys.executable, "-m", "negotiator", "--workspace", str(workspace)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env=environment(user) | {"TERM": "xterm-256color"},
        )
        os.close(theirs)
        self.drawn = ""
        """Everything that was ever drawn."""

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._ours, keys.encode())

    def look(self, seconds: float = 0.0) -> None:
        """Take in what is drawn."""
        until = time.monotonic() + seconds
        while True:
            ready, _nothing, _wrong = select.select([self._ours], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return
            try:
                self.drawn += os.read(self._ours, 65536).decode("utf-8", "replace")
            except OSError:
                return

    def wait_for(self, words: str, patience: float = 60.0) -> bool:
        """Wait until words were drawn; says whether they were. The patience is for a busy machine."""
        until = time.monotonic() + patience
        while words not in self.drawn:
            if time.monotonic() > until or self._child.poll() is not None:
                return False
            self.look(0.05)
        return True

    def kill(self) -> None:
        """End the process without warning."""
        self._child.kill()
        self._child.wait()
        os.close(self._ours)


def environment(user: str) -> Mapping[str, str]:
    """The environment of a person at this desk."""
    kept = {name: value for name, value in os.environ.items() if name != "NEGOTIATOR_WORKSPACE"}
    return kept | {"NEGOTIATOR_USER": user, "LANG": "C.UTF-8", "LANGUAGE": "en", "COLORTERM": "truecolor"}
