"""The process is killed at random moments of a scripted session; nothing that was acknowledged may be missing."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from negotiator.services.backups import check
from negotiator.services.sessions import floor, half_typed
from negotiator.services.stakeholders import add_stakeholder
from tests.samples import seen_by, workspace_of_the_process

ROUNDS, AT_ONCE = 25, 4
"""A hundred kills: four officers write at once into one workspace, and all four are killed without warning."""

SCRIPT = """
import sys
from pathlib import Path
from negotiator.services import entry_changes, sessions
from negotiator.workspace import find_workspace
workspace = find_workspace(Path(sys.argv[1]), environ={"NEGOTIATOR_USER": sys.argv[2]})
number = int(sys.argv[3])
while True:
    sessions.keep_half_typed(workspace, "log:R3", f"half a line {number}")
    print("typed", number, flush=True)
    logged = sessions.log(workspace, "R3", f"del-a 27 o word {number}")
    print("logged", logged.entry, flush=True)
    number += 1
    if number % 5 == 0:
        entry_changes.edit_entry(workspace, logged.entry, f"del-a 28 s changed {number}")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill without warning")
def test_what_was_acknowledged_is_there_after_a_hundred_kills(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    add_stakeholder(workspace, "Delegation A", code="DEL-A", category="sample")
    acknowledged: set[str] = set()
    typed = dict.fromkeys(range(AT_ONCE), -1)
    moments = random.Random(71280)
    for turn in range(ROUNDS):
        children = [
            subprocess.Popen(
                [sys.executable, "-c", SCRIPT, str(workspace.root), f"officer-{who}", str(1000 * turn)],
                stdout=subprocess.PIPE,
                text=True,
                env=dict(os.environ),
            )
            for who in range(AT_ONCE)
        ]
        said = ["".join(_two_lines(child)) for child in children]
        time.sleep(moments.uniform(0, 0.15))
        for child in children:
            child.send_signal(signal.SIGKILL)
        for who, child in enumerate(children):
            assert child.stdout is not None
            for line in (said[who] + child.stdout.read()).splitlines(keepends=True):
                what, _space, which = line.partition(" ")
                if line.endswith("\n") and what == "logged":
                    acknowledged.add(which.strip())
                elif line.endswith("\n") and what == "typed":
                    typed[who] = int(which)
            child.wait()
            child.stdout.close()
    there = {entry.code for entry in floor(workspace, "R3").entries}
    assert len(acknowledged) >= ROUNDS * AT_ONCE
    assert acknowledged <= there
    assert check(workspace) == []
    for who, number in typed.items():
        kept = half_typed(seen_by(workspace, f"officer-{who}"), "log:R3")
        assert int(kept.rpartition(" ")[2]) >= number


def _two_lines(child: subprocess.Popen[str]) -> list[str]:
    """Wait until a child has typed and logged once, so that every kill hits one at work."""
    assert child.stdout is not None
    return [child.stdout.readline(), child.stdout.readline()]
