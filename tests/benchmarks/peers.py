"""Whole-process time and peak memory, this program and its peers turn by turn."""

import os
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

GIT = ["git", "diff", "--no-index", "--histogram", "--word-diff=porcelain"]
REDLINES = """import sys
from redlines import Redlines
Redlines(*(open(f, encoding="utf-8").read() for f in sys.argv[1:])).output_markdown"""
DMP = """import sys
from diff_match_patch import diff_match_patch
engine = diff_match_patch(); engine.Diff_Timeout = 0
edits = engine.diff_main(*(open(f, encoding="utf-8").read() for f in sys.argv[1:]))
engine.diff_cleanupSemantic(edits)"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that compares two texts."""

    name: str
    command: list[str]
    largest: int
    """Letters beyond which it takes minutes and is left out."""
    rounds: int = 99
    """How often it is run at most."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one comparison took."""

    milliseconds: float
    megabytes: float


def peers(python: str) -> list[Peer]:
    """Return this program and the peers that are installed; `python` is one that has redlines."""
    everything = 10**9
    found = [
        Peer(
            "negotiator",
            [sys.executable, "-m", "negotiator", "compare", "{old}", "{new}", "--format", "json"],
            everything,
        ),
        Peer("git --word-diff", [*GIT, "{old}", "{new}"], everything),
        Peer("git + regex", [*GIT, "--word-diff-regex=[[:alnum:]]+|[^[:space:]]", "{old}", "{new}"], everything),
        Peer("wdiff", ["wdiff", "{old}", "{new}"], everything),
        Peer("dwdiff -P", ["dwdiff", "-P", "{old}", "{new}"], everything),
        Peer("redlines", [python, "-c", REDLINES, "{old}", "{new}"], 100_000, 4),
        Peer("diff-match-patch", [sys.executable, "-c", DMP, "{old}", "{new}"], 100_000, 2),
    ]
    return [peer for peer in found if shutil.which(peer.command[0]) and _works(peer, python)]


def _works(peer: Peer, python: str) -> bool:
    if peer.name != "redlines":
        return True
    return subprocess.run([python, "-c", "import redlines"], capture_output=True, check=False).returncode == 0


def measure(chosen: list[Peer], old: Path, new: Path, rounds: int) -> dict[str, Taken]:
    """Run every peer in turn, several rounds, and return the median time and the greatest memory of each."""
    size = old.stat().st_size
    taken: dict[str, list[Taken]] = {peer.name: [] for peer in chosen if size <= peer.largest}
    for turn in range(rounds + 1):
        for peer in chosen:
            if peer.name in taken and turn < peer.rounds:
                taken[peer.name].append(run(peer, old, new))
    # The first round warms the disk and writes compiled modules.
    return {
        name: Taken(statistics.median(one.milliseconds for one in runs[1:]), max(one.megabytes for one in runs[1:]))
        for name, runs in taken.items()
    }


HARNESS = """import os, sys, time
started = time.perf_counter()
silent = os.open(os.devnull, os.O_WRONLY)
actions = [(os.POSIX_SPAWN_DUP2, silent, 1), (os.POSIX_SPAWN_DUP2, silent, 2)]
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
usage = os.wait4(process, 0)[2]
print(1000 * (time.perf_counter() - started), usage.ru_maxrss / 1024)"""
"""A small parent: a child's peak memory counts what its parent held when it was born (about 9 MB here)."""


def run(peer: Peer, old: Path, new: Path) -> Taken:
    """Run a program once; what it prints and its exit code are set aside."""
    command = [{"{old}": str(old), "{new}": str(new)}.get(part, part) for part in peer.command]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-S", "-c", HARNESS, *command], capture_output=True, text=True, check=True, env=environment
    )
    milliseconds, megabytes = map(float, done.stdout.split())
    return Taken(milliseconds, megabytes)
