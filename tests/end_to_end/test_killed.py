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
from negotiator.services.sessions import floor
from negotiator.services.stakeholders import add_stakeholder
from tests.samples import workspace_of_the_process

KILLS = 12

SCRIPT = """
import sys
from pathlib import Path
from negotiator.services import sessions
from negotiator.workspace import find_workspace
workspace = find_workspace(Path(sys.argv[1]), environ={"NEGOTIATOR_USER": "ana"})
number = 0
while True:
    logged = sessions.log(workspace, "R3", f"del-a 27 o word {number}")
    print(logged.entry, flush=True)
    number += 1
    if number % 5 == 0:
        sessions.edit_entry(workspace, logged.entry, f"del-a 28 s changed {number}")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill without warning")
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    workspace = workspace_of_the_process(tmp_path / "w")
    add_stakeholder(workspace, "Delegation A", code="DEL-A", category="sample")
    acknowledged: set[str] = set()
    moments = random.Random(71280)
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(workspace.root)], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
        )
        assert child.stdout is not None
        acknowledged.add(child.stdout.readline().strip())
        time.sleep(moments.uniform(0, 0.15))
        child.send_signal(signal.SIGKILL)
        acknowledged.update(
            line.strip() for line in child.stdout.read().splitlines() if line.endswith(tuple("0123456789"))
        )
        child.wait()
        child.stdout.close()
    there = {entry.code for entry in floor(workspace, "R3").entries}
    assert len(acknowledged) >= KILLS
    assert acknowledged <= there
    assert check(workspace) == []
