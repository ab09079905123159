"""How well paragraphs are paired and words marked, through the scorer that lies with the cases."""

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from negotiator.documents.reading.registry import read_file
from negotiator.services.comparisons import document_side
from tests.benchmarks.edited import edited_cases
from tests.benchmarks.editor import write_case

ANNOTATIONS = Path(__file__).with_name("annotations")
COMMAND = f"{sys.executable} -m negotiator compare {{old}} {{new}} --format json"
FIGURES = [
    "pair",
    "hard",
    "move-r",
    "move-p",
    "over",
    "false",
    "frag",
    "cut",
    "rebuild",
    "gold-p",
    "gold-r",
    "gold-f1",
    "gold-move-p",
    "gold-move-r",
    "marked",
    "runs",
    "islands",
]
SEEDS = range(1, 17)
"""As many texts of each sort are invented, and their figures averaged: one alone has only a few moves."""
GENERATED = [
    (f"invented-{language}-{rate}.{seed}", seed, size, language, rate)
    for language, size in (("en", 60_000), ("zh", 30_000))
    for rate in ("light", "middle", "heavy")
    for seed in SEEDS
]

Figures = dict[str, float]


def load_scorer(shared: Path) -> ModuleType:
    """Load the scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", shared / "bench" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def cases(shared: Path, scratch: Path) -> list[Path]:
    """Return the folders of all cases: those given, the one annotated here, those invented."""
    given = sorted(path for path in (shared / "bench" / "cases").iterdir() if path.is_dir())
    found = [path for path in given if (path / "truth.json").exists()]
    for annotation in sorted(ANNOTATIONS.glob("*.json")):
        made = _annotated(json.loads(annotation.read_text(encoding="utf-8")), shared, scratch)
        found += [made] if made else []
    found += [write_case(scratch / name, *how) for name, *how in GENERATED]
    return found + edited_cases(shared, scratch)


def _annotated(annotation: dict[str, object], shared: Path, scratch: Path) -> Path | None:
    """Put a real pair together with its annotation, which is kept without the text."""
    if "texts" in annotation:
        return _annotated_texts(annotation, shared, scratch)
    source = shared / "bench" / "cases" / str(annotation["case"])
    if not source.exists():
        return None
    folder = scratch / str(annotation["case"])
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("old.txt", "new.txt"):
        shutil.copy(source / name, folder / name)
    runs, unsure = annotation["runs"], annotation["unsure"]
    assert isinstance(runs, list)
    assert isinstance(unsure, list)
    gold = [
        {"old": [old + k], "new": [new + k], "kind": "", "moved": False, "sure": True}
        for old, new, length in runs
        for k in range(length)
    ]
    gold += [{"old": [old], "new": [new], "kind": "", "moved": False, "sure": False} for old, new in unsure]
    (folder / "truth.json").write_text(json.dumps({"gold": gold}), encoding="utf-8")
    return folder


def _annotated_texts(annotation: dict[str, object], shared: Path, scratch: Path) -> Path | None:
    """Put two documents together with the annotation of their provisions, counted from 0 as they are read here."""
    names, counts, groups = annotation["texts"], annotation["provisions"], annotation["groups"]
    assert isinstance(names, list)
    assert isinstance(counts, list)
    assert isinstance(groups, list)
    if not all((shared / "texts" / name).exists() for name in names):
        return None
    folder = scratch / str(annotation["case"])
    folder.mkdir(parents=True, exist_ok=True)
    truth: dict[str, object] = {
        "gold": [
            {"old": old, "new": new, "kind": "", "moved": bool(moved), "sure": bool(sure)}
            for old, new, moved, sure in groups
        ]
    }
    for side, name, count in zip(("old", "new"), names, counts, strict=True):
        provisions = document_side(read_file(str(shared / "texts" / name))).provisions
        assert len(provisions) == count, f"{name} is read otherwise than it was annotated"
        lines = [f"{one.label} {one.text}".strip().replace("\n", " ") for one in provisions]
        (folder / f"{side}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        truth[f"{side}_lab"] = [one.label for one in provisions]
    (folder / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return folder


def score_all(scorer: ModuleType, folders: list[Path]) -> dict[str, Figures]:
    """Score every case; invented texts of one sort are one row, its figures their means where they have any."""
    rows: dict[str, list[Figures]] = {}
    for folder in folders:
        rows.setdefault(folder.name.partition(".")[0], []).append(scorer.score(folder, COMMAND))
    return {name: figures[0] if len(figures) == 1 else _mean(figures) for name, figures in rows.items()}


def _mean(figures: list[Figures]) -> Figures:
    keys = {key for each in figures for key in each}
    known = {key: [each[key] for each in figures if each.get(key) == each.get(key, 0)] for key in keys}
    return {key: sum(values) / len(values) for key, values in known.items() if values}


def score_git(scorer: ModuleType, folder: Path) -> Figures:
    """Count what git's word diff marks of a real pair: share, runs, islands."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8")) if (folder / "truth.json").exists() else {}
    old = scorer.Side(folder / "old.txt", truth.get("old_lab"), None)
    new = scorer.Side(folder / "new.txt", truth.get("new_lab"), None)
    command = ["git", "diff", "--no-index", "--histogram", "--word-diff=porcelain", "-U1000000"]
    lines = subprocess.run(
        [*command, str(folder / "old.txt"), str(folder / "new.txt")], capture_output=True, text=True, check=False
    ).stdout.split("\n")
    start = next(k for k, line in enumerate(lines) if line.startswith("@@")) + 1
    at_old = at_new = 0
    for line in lines[start:]:
        size = len(scorer.bare(line[1:]))
        if line[:1] == "-":
            old.mark[at_old : at_old + size] = [True] * size
        if line[:1] == "+":
            new.mark[at_new : at_new + size] = [True] * size
        at_old += size * (line[:1] in ("-", " "))
        at_new += size * (line[:1] in ("+", " "))
    total = sum(old.body) + sum(new.body)
    marked = sum(m for side in (old, new) for m, body in zip(side.mark, side.body, strict=True) if body)
    runs, islands = (count(old) + count(new) for count in (scorer.runs, scorer.islands))
    return {"marked": marked / total, "runs": runs, "islands": islands}
