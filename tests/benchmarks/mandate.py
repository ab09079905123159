"""The mandate of the real process at five dates, what each check catches, and how long the answer takes.

`python -m tests.benchmarks.mandate` writes MANDATE.md; with `--before FOLDER`, another checkout of this program is
timed in turn with this one.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from negotiator import i18n
from negotiator.domain.mandate import CheckKind, Status, Tone
from negotiator.services.mandate import get_action, list_mandate
from negotiator.services.processes import create_workspace
from negotiator.services.samples import make_sample
from negotiator.workspace import Workspace
from tests.benchmarks.__main__ import head, in_table
from tests.benchmarks.peers import Peer, measure
from tests.samples import looking_back
from tests.services import test_check_kinds

RESULTS = Path(__file__).with_name("MANDATE.md")
ROOT = Path(__file__).parents[2]
DATES = ("2017-04-06", "2017-09-12", "2018-04-01", "2018-07-14", "2019-06-01")
FIGURES = (
    ("2017-04-06", "M22"),
    ("2017-09-12", "M15"),
    ("2017-09-12", "M16a"),
    ("2018-04-01", "M28"),
    ("2018-04-01", "M30a"),
    ("2018-04-01", "M06c"),
    *(("2018-07-14", f"M28{letter}") for letter in "abcdef"),
    ("2018-07-14", "M28"),
)
"""The figures that are asked for by name."""
SCREEN = (
    "## The screen\n\n"
    "![Each mandated action with its status and figures, and the reasons beside it](../../.readme/mandate.svg)"
)
ROUNDS = 15


def main() -> None:
    """Judge, measure, and write MANDATE.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", type=Path, help="another checkout, timed in turn with this one")
    options = parser.parse_args()
    i18n.use("en")
    with tempfile.TemporaryDirectory() as scratch:
        real = create_workspace(Path(scratch) / "real")
        parts = [_ledger(real), _figures(real), SCREEN, _mutations(), _times(Path(scratch), options.before)]
    top = head("mandate").replace("tests.benchmarks mandate", "tests.benchmarks.mandate")
    RESULTS.write_text("\n\n".join([top, *parts]) + "\n", encoding="utf-8")


def _ledger(workspace: Workspace) -> str:
    counts = {day: Counter(each.status for each in list_mandate(looking_back(workspace, day))) for day in DATES}
    tones = {day: Counter(each.tone for each in list_mandate(looking_back(workspace, day))) for day in DATES}
    rows = [[status.value, *(str(counts[day][status] or "") for day in DATES)] for status in Status]
    rows += [[f"coloured {tone.value}", *(str(tones[day][tone]) for day in DATES)] for tone in (Tone.AMBER, Tone.RED)]
    rows.append(["actions", *(str(sum(counts[day].values())) for day in DATES)])
    told = "The process as it is shipped, nothing recorded besides: how many mandated actions stand how."
    return f"## The ledger at five dates\n\n{told}\n\n{in_table(['', *DATES], rows)}"


def _figures(workspace: Workspace) -> str:
    rows = []
    for day, code in FIGURES:
        found = get_action(looking_back(workspace, day), code)
        left = f", {found.days_left} days left" if found.status in (Status.DUE_SOON, Status.NOT_DUE) else ""
        rows.append([day, code, found.status.value + left, found.figures])
    lines = [["as of", "action", "status", "figures"], ["---"] * 4, *rows]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    return f"## Figures\n\n`negotiator mandate --as-of DAY`:\n\n{table}"


def _mutations() -> str:
    tests = [name for name in vars(test_check_kinds) if name.startswith("test_")]
    rows = []
    for kind in CheckKind:
        name = next(each for each in tests if each.startswith(f"test_{kind.value}_"))
        rows.append([f"`{kind.value}`", name.removeprefix(f"test_{kind.value}_").replace("_", " ")])
    lines = [["check", "what is changed, and what is said then"], ["---", "---"], *rows]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    told = "`tests/services/test_check_kinds.py`: for each kind the real process passes and the changed copy does not."
    return f"## What each kind of check catches\n\n{told}\n\n{table}"


def _times(scratch: Path, before: Path | None) -> str:
    workspace = make_sample(scratch / "demo")
    chosen = [*_peers("", workspace.root, ROOT), Peer("python -c pass", [sys.executable, "-c", "pass"], 10**12)]
    if before:
        older = scratch / "older"
        make = [sys.executable, "-m", "negotiator", "demo", "--keep", str(older), "--no-ui"]
        _in_checkout(before, make)
        chosen += _peers(" (before)", older, before)
    taken = measure(chosen, workspace.database_path, workspace.database_path, ROUNDS)
    rows = [[name, f"{one.milliseconds:.0f} ms", f"{one.megabytes:.0f} MB"] for name, one in taken.items()]
    told = f"Whole processes on the demo's workspace, medians of {ROUNDS} rounds taken in turn{_load()}."
    return f"## Time\n\n{told}\n\n{in_table(['', 'time', 'greatest memory'], rows)}"


def _load() -> str:
    """Say how busy the machine was with other work: what it does to the figures, it does to all of them."""
    return f"; load average {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _peers(suffix: str, root: Path, checkout: Path) -> list[Peer]:
    # -P: not the program in the folder we happen to be in, but that of the checkout
    base = ["env", f"PYTHONPATH={checkout}", sys.executable, "-P", "-m", "negotiator", "--workspace", str(root)]
    return [
        Peer(f"negotiator mandate{suffix}", [*base, "mandate"], 10**12),
        Peer(f"negotiator mandate --json{suffix}", [*base, "--json", "mandate"], 10**12),
        Peer(f"negotiator mandate --as-of 2017-09-12{suffix}", [*base, "mandate", "--as-of", "2017-09-12"], 10**12),
        Peer(f"negotiator session list{suffix}", [*base, "session", "list"], 10**12),
    ]


def _in_checkout(folder: Path, command: list[str]) -> None:
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True)


if __name__ == "__main__":
    main()
