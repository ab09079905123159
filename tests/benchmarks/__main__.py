"""Measure quality, time and memory, and write RESULTS.md."""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import settling
from tests.benchmarks.documents import table as documents
from tests.benchmarks.editor import write_case
from tests.benchmarks.hostile import costs
from tests.benchmarks.peers import measure, peers
from tests.benchmarks.quality import FIGURES, cases, load_scorer, score_all, score_git
from tests.shared import FOLDER

RESULTS = Path(__file__).with_name("RESULTS.md")
DOCUMENTS = Path(__file__).with_name("DOCUMENTS.md")
DOCUMENTS_TOLD = (
    "Each file read once as a whole process: time and greatest memory. A number agrees where LibreOffice's text export "
    "has the same number before the same letters (the first 50 of both together)."
)
SIZES = {"60 KB": (60_000, 9), "400 KB": (400_000, 7), "4 MB": (4_000_000, 3)}
"""Size of the old text in characters, and rounds."""


def main() -> None:
    """Run everything, or the part asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="a Python that has redlines installed")
    parser.add_argument(
        "--only", choices=("quality", "time", "bad-input"), help="measure one of the three and print it"
    )
    parser.add_argument("what", nargs="?", choices=("documents",), help="documents: read real files, into DOCUMENTS.md")
    options = parser.parse_args()
    if options.what:
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        with tempfile.TemporaryDirectory() as scratch:
            heads, rows = documents(Path(scratch), options.python)
            redlines = settling.table(Path(scratch))
        parts = [head("documents"), f"{DOCUMENTS_TOLD} {busy(load)}", in_table(heads, rows)]
        if redlines:
            parts += [settling.TOLD, in_table(settling.HEADS, redlines)]
        DOCUMENTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as scratch:
        parts = [head()]
        if options.only in (None, "quality"):
            parts.append(_quality(Path(scratch)))
        if options.only in (None, "time"):
            parts.append(_times(Path(scratch), options.python))
        if options.only in (None, "bad-input"):
            parts.append(_bad_input(Path(scratch)))
    text = "\n\n".join(parts) + "\n"
    if options.only:
        sys.stdout.write(text)
    else:
        RESULTS.write_text(text, encoding="utf-8")


def busy(load: float) -> str:
    """Say how busy the machine was before: times taken beside other work are longer than they would be alone."""
    return f"Load of the machine before: {load:.1f}; above its cores, times are longer than on a quiet one."


def head(what: str = "") -> str:
    """Return the title of a page of results, with the command and the machine."""
    model = next(
        (line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor(),
    )
    command = f"python -m tests.benchmarks{'.' if what == 'inputs' else ' '}{what}".strip()
    return (
        "# How good and how fast\n\n"
        f"Written by `{command}`. Machine: {model}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}."
    )


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text(encoding="utf-8", errors="replace").split("\n") if file.exists() else []


def in_table(heads: list[str], rows: list[list[str]]) -> str:
    """Write a table in Markdown, the first column to the left and the others to the right."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _quality(scratch: Path) -> str:
    if not (FOLDER / "bench" / "score.py").exists():
        return "## Quality\n\nNot measured: the cases and their scorer are not here."
    scorer = load_scorer(FOLDER)
    folders = cases(FOLDER, scratch)
    scores = score_all(scorer, folders)
    rows = [[name, *(_shown(figures.get(key)) for key in FIGURES)] for name, figures in scores.items()]
    text = "## Quality\n\n" + in_table(["case", *FIGURES], rows)
    real = [folder for folder in folders if folder.name.startswith("real-")]
    git = {folder.name: score_git(scorer, folder) for folder in real}
    rows = [
        [name, key, _shown(scores[name][key]), _shown(figures[key]), _ratio(scores[name][key], figures[key])]
        for name, figures in git.items()
        for key in ("marked", "runs", "islands")
    ]
    return (
        text + "\n\nReal pairs beside git's word diff:\n\n" + in_table(["case", "", "negotiator", "git", "ratio"], rows)
    )


def _ratio(ours: float, theirs: float) -> str:
    return f"{ours / theirs:.2f}" if theirs else ""


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def _times(scratch: Path, python: str) -> str:
    chosen = peers(python)
    rows: dict[str, list[str]] = {peer.name: [] for peer in chosen}
    for name, (size, rounds) in SIZES.items():
        folder = write_case(scratch / name.replace(" ", ""), 1, size, "en", "middle")
        taken = measure(chosen, folder / "old.txt", folder / "new.txt", rounds)
        ours = taken["negotiator"].milliseconds
        for peer in chosen:
            one = taken.get(peer.name)
            rows[peer.name] += (
                [f"{one.milliseconds:.0f} ms", f"{ours / one.milliseconds:.2f}", f"{one.megabytes:.0f} MB"]
                if one
                else ["", "", ""]
            )
    heads = ["whole process", *(head for name in SIZES for head in (name, "ours / theirs", "peak"))]
    return (
        "## Time and memory\n\nMedians, the programs taken in turn; texts invented, 40 % of paragraphs edited.\n\n"
        + in_table(heads, [[name, *row] for name, row in rows.items()])
    )


def _bad_input(scratch: Path) -> str:
    rows = [
        [name, f"{one.milliseconds / 1000:.1f} s", f"{one.megabytes:.0f} MB"] for name, one in costs(scratch).items()
    ]
    return "## Bad input\n\nOnce each; an answer, or a sentence and exit code 5.\n\n" + in_table(
        ["", "time", "peak"], rows
    )


if __name__ == "__main__":
    main()
