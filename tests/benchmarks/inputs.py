"""How long the list of pending inputs takes with a hundred thousand inputs: `python -m tests.benchmarks.inputs`.

Whole processes, taken in turn with nearly the same question put to the database through the shell of SQLite: it knows
nothing of groups, of what was asked or of days left, and aligns no columns.
"""

import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

from negotiator.services.samples import make_sample
from negotiator.workspace import DATABASE
from tests.benchmarks.__main__ import head, in_table
from tests.benchmarks.peers import Peer, measure

HOW_MANY = 100_000
BEFORE = """When every line was made of a whole input, in turn with the lines of now on one busy machine (medians of 5
rounds): the table took 3.77 s of processor time, now 1.37 s, and 8.44 s by the clock, now 2.60 s; JSON took 8.08 s of
processor time, now 1.18 s, and 18.62 s by the clock, now 2.85 s; sqlite3 0.22 s and 0.51 s."""
"""How it was before, told under the table."""
ROUNDS = 5
RESULTS = Path(__file__).with_name("INPUTS.md")
QUESTION = (
    "select i.number, k.code, i.due_local, i.title, i.state from input i join stakeholder k on k.id = i.stakeholder "
    "where i.deleted_at is null and i.state in ('expected', 'received', 'registered', 'checked', 'tagged', "
    "'summarised', 'considered') order by i.due_utc is null, i.due_utc, i.number"
)


def main() -> None:
    """Make a workspace, fill it, measure, and write INPUTS.md."""
    with tempfile.TemporaryDirectory() as scratch:
        workspace = make_sample(Path(scratch) / "workspace")
        path = workspace.root / DATABASE
        fill(path, HOW_MANY)
        here = ["-m", "negotiator", "--workspace", str(workspace.root)]
        chosen = [
            Peer("negotiator input list --pending", [sys.executable, *here, "input", "list", "--pending"], 10**12),
            Peer("the same, --json", [sys.executable, *here, "--json", "input", "list", "--pending"], 10**12),
        ]
        if shutil.which("sqlite3"):
            chosen.append(Peer("sqlite3, a like question", ["sqlite3", str(path), QUESTION], 10**12))
        taken = measure(chosen, path, path, ROUNDS)
    rows = [[name, f"{one.milliseconds:.0f} ms", f"{one.megabytes:.0f} MB"] for name, one in taken.items()]
    told = f"{HOW_MANY:,} inputs copied from those of the demo; medians of {ROUNDS} rounds, whole processes in turn."
    table = in_table(["", "time", "greatest memory"], rows)
    RESULTS.write_text(f"{head('inputs')}\n\n{told}\n\n{table}\n\n{BEFORE}\n", encoding="utf-8")


def fill(path: Path, how_many: int) -> None:
    """Copy the inputs that are there until there are so many more."""
    with sqlite3.connect(path) as db:
        names = [column[1] for column in db.execute("pragma table_info(input)")]
        known = db.execute("select * from input where deleted_at is null").fetchall()
        marks = ", ".join("?" * len(names))
        rows = (
            [
                str(uuid4()) if name == "id" else 10_000 + k if name == "number" else value
                for name, value in zip(names, known[k % len(known)], strict=True)
            ]
            for k in range(how_many)
        )
        db.executemany(f"insert into input values ({marks})", rows)


if __name__ == "__main__":
    main()
