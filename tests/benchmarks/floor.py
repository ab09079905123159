"""Type a session into the interface through tmux, as an officer does, and measure how long the screen takes.

`python -m tests.benchmarks.floor [--entries 200] [--before 20000] [--keep DIR]` prints a table: from a key to the
screen, from enter to the next prompt, and the time per entry. tmux must be installed; the log has `--before` entries
already. Nothing is asserted here: the figures depend on the machine.
"""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from negotiator.services import sessions
from negotiator.services.groups import add_group
from negotiator.services.samples import make_sample
from negotiator.workspace import Workspace

POSITIONS = "swoarqni"
WORDS = (
    "and can we keep the chapeau",
    "are there costs?",
    "nor per diem",
    "with a deadline",
    "[shall] [should]",
    "同意",
)
SOCKET = "negotiator-benchmark"


def main() -> None:
    """Make a workspace, fill its log, type into it, print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=200, help="how many entries are typed")
    parser.add_argument("--before", type=int, default=20_000, help="how many entries the log has before that")
    options = parser.parse_args()
    if shutil.which("tmux") is None:
        sys.exit("tmux is not installed")
    with tempfile.TemporaryDirectory() as scratch:
        workspace = make_sample(Path(scratch) / "workspace")
        add_group(workspace, "GROUP-Z", ["DEL-B", "DEL-C", "DEL-D", "DEL-E"], name="Group Z")
        fill(workspace, options.before)
        keys, prompts, entries = typed(workspace, lines(options.entries))
        there = sessions.floor(workspace, "R3", most=1).count
    rows = [
        ("from a key to the screen", keys),
        ("from enter to the next prompt", prompts),
        ("whole entry, keys sent one by one", entries),
    ]
    print(f"{options.entries} entries typed after {options.before}; the log has {there}\n")
    print("| ms | median | 95 of 100 | longest |\n|---|---:|---:|---:|")
    for name, times in rows:
        ranked = sorted(each * 1000 for each in times)
        print(
            f"| {name} | {statistics.median(ranked):.0f} | {ranked[int(len(ranked) * 0.95)]:.0f} | {ranked[-1]:.0f} |"
        )


def lines(count: int) -> list[str]:
    """Make up lines of every kind: delegations, groups, all but one of a group, decisions, ranges."""
    pick = random.Random(71280)
    made = []
    for number in range(count):
        who = f"del-{pick.choice('abcdefgh')}"
        what = f"{pick.randint(1, 14)} {pick.choice(POSITIONS)} {pick.choice(WORDS)} {number}"
        beginnings = {
            0: f"{who} for group-z ",
            1: f"{who} for 3 of group-z ",
            2: f"{who} for del-a, del-h ",
            3: f"{who} 3-5, ",
        }
        if number % 10 == 9:
            made.append(f"dec {pick.randint(1, 14)} agreed ad ref {number}")
        else:
            made.append(beginnings.get(number % 10, f"{who} ") + what)
    return made


def fill(workspace: Workspace, count: int) -> None:
    """Give the log a past: rows as the interface makes them, stored at once because a past takes hours to type."""
    if count <= 0:
        return
    sessions.log(workspace, "R3", "del-a 1 s an entry of the past")
    with workspace.acting("fill the log") as act:
        cursor = act.db.execute("select * from entry order by rowid desc limit 1")
        names = [column[0] for column in cursor.description]
        like = dict(zip(names, cursor.fetchone(), strict=True))
        del like["id"]
        screen = sessions.floor(workspace, "R3", most=1).screen
        labels = [label for label in map(str, range(1, 15)) if screen.path(label)]
        act.derive(
            "entry",
            (
                {
                    **like,
                    "number": 100 + number,
                    "words": f"an entry of the past, number {number}",
                    "paragraphs": json.dumps([{"label": label, "path": screen.path(label)}], separators=(",", ":")),
                }
                for number in range(count)
                for label in [labels[number % len(labels)]]
            ),
        )


def typed(workspace: Workspace, wanted: list[str]) -> tuple[list[float], list[float], list[float]]:
    """Type lines into the interface; returns the seconds of keys, of prompts and of whole entries."""
    keys, prompts, whole = [], [], []
    program = f"{sys.executable} -m negotiator --workspace {workspace.root}"
    tmux("kill-server", check=False)
    tmux("new-session", "-d", "-x", "120", "-y", "40", program)
    try:
        until(lambda: "Home" in screen())
        tmux("send-keys", "3")
        until(lambda: "days met" in screen())
        tmux("send-keys", "Enter")
        until(lambda: "for whom" in prompt())
        for line in wanted:
            begun = time.monotonic()
            for place in range(1, len(line) + 1):
                pressed = time.monotonic()
                tmux("send-keys", "-l", line[place - 1])
                so_far = line[:place].rstrip()
                until(lambda so_far=so_far: prompt().endswith(so_far))
                keys.append(time.monotonic() - pressed)
            entered = time.monotonic()
            tmux("send-keys", "Enter")
            until(lambda: "for whom" in prompt())
            prompts.append(time.monotonic() - entered)
            whole.append(time.monotonic() - begun)
    finally:
        tmux("kill-server", check=False)
    return keys, prompts, whole


def tmux(*words: str, check: bool = True) -> str:
    """Ask the terminal multiplexer for something."""
    ran = subprocess.run(["tmux", "-L", SOCKET, *words], capture_output=True, text=True, check=check)
    return ran.stdout


def screen() -> str:
    """What stands on the screen."""
    return tmux("capture-pane", "-p", check=False)


def prompt() -> str:
    """The entry line, without the spaces after it."""
    found = [line for line in screen().splitlines() if line.lstrip().startswith("›")]
    return found[-1].rstrip() if found else ""


def until(done: object, patience: float = 30.0) -> None:
    """Wait until something is so; ends the measurement where it never comes."""
    assert callable(done)
    end = time.monotonic() + patience
    while not done():
        time.sleep(0.003)  # the one who looks must not take the time of the one who draws
        if time.monotonic() > end:
            raise TimeoutError(screen())


if __name__ == "__main__":
    main()
