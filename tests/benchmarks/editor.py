"""An editor whose every edit is known: it makes a new text out of an old one and writes down what it did."""

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from tests.benchmarks.invented import Paragraph, invent

Word = tuple[str, tuple[int, int] | None]
"""A word of the new text and where it stood in the old one, or nothing where it is new."""

RATES = {"light": 0.15, "middle": 0.4, "heavy": 0.8}
"""Share of paragraphs that are touched."""
KINDS = (("edit", 60), ("move", 10), ("new", 12), ("delete", 6), ("split", 6), ("merge", 6))
"""What happens to a touched paragraph, per cent."""
FAR = 5
"""How many paragraphs a moved one passes at least: one that lands among its old neighbours has not moved."""


@dataclass
class _Line:
    words: list[Word]
    label: bool
    moved: bool = False
    origins: list[int] = field(default_factory=list)


def write_case(folder: Path, seed: int, size: int, language: str, rate: str) -> Path:
    """Write old.txt, new.txt and truth.json of one generated case and return the folder."""
    dice = random.Random(f"{seed} {size} {language} {rate}")
    old = invent(dice, size, language)
    return write_edited(folder, dice, old, RATES[rate], lambda: invent(dice, 1, language)[0], space=language != "zh")


def write_edited(
    folder: Path,
    dice: random.Random,
    old: list[Paragraph],
    rate: float,
    fresh: Callable[[], Paragraph],
    least: int = 0,
    *,
    space: bool,
) -> Path:
    """Edit a text with words out of `fresh`, only paragraphs of `least` words or more, and write the case down."""
    lines = _edited(dice, old, rate, fresh, least)
    folder.mkdir(parents=True, exist_ok=True)
    between = " " if space else ""
    labels, number = [], 0
    for line in lines:
        number += line.label
        labels.append(f"{number}." if line.label else "")
    new_texts = [between.join(word for word, _ in line.words) for line in lines]
    _write(folder / "old.txt", [p.label for p in old], [between.join(p.words) for p in old])
    _write(folder / "new.txt", labels, new_texts)
    (folder / "truth.json").write_text(json.dumps(_truth(old, lines, labels)), encoding="utf-8")
    return folder


def _write(path: Path, labels: list[str], texts: list[str]) -> None:
    lines = (f"{label} {text}".strip() for label, text in zip(labels, texts, strict=True))
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def _edited(
    dice: random.Random, old: list[Paragraph], rate: float, fresh: Callable[[], Paragraph], least: int
) -> list[_Line]:
    lines: list[_Line] = []
    movers: list[_Line] = []
    kinds, weights = zip(*KINDS, strict=True)
    merge_next = False
    for i, paragraph in enumerate(old):
        line = _Line([(word, (i, k)) for k, word in enumerate(paragraph.words)], bool(paragraph.label), origins=[i])
        short = len(paragraph.words) < least
        kind = dice.choices(kinds, weights)[0] if not short and dice.random() < rate else "keep"
        if merge_next and lines and not short:
            lines[-1].words += line.words
            merge_next = False
            continue
        if kind == "delete":
            continue
        if kind == "edit" or (kind == "move" and dice.random() < 0.5):
            line.words = _touched(dice, line.words, fresh)
        if kind == "move":
            line.moved = True
            movers.append(line)
            continue
        lines.append(line)
        if kind == "new":
            lines.append(_Line([(word, None) for word in fresh().words], True))
        elif kind == "split" and len(line.words) > 12:
            cut = dice.randrange(len(line.words) // 3, 2 * len(line.words) // 3)
            lines.append(_Line(line.words[cut:], dice.random() < 0.5))
            line.words = line.words[:cut]
        merge_next = kind == "merge"
    for line in movers:
        home = sum(bool(other.origins) and not other.moved and other.origins < line.origins for other in lines)
        passed = list(accumulate((bool(other.origins) and not other.moved for other in lines), initial=0))
        places = [k for k, before in enumerate(passed) if abs(before - home) >= FAR]
        lines.insert(dice.choice(places or [0]), line)
    return lines


def _touched(dice: random.Random, words: list[Word], fresh: Callable[[], Paragraph]) -> list[Word]:
    words = list(words)
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(words)) if words else 0
        new: list[Word] = [(word, None) for word in fresh().words[1:]]
        kind = dice.choice(("replace", "replace", "insert", "delete", "clause"))
        if kind == "replace":
            words[at : at + dice.randint(1, 4)] = new[: dice.randint(1, 4)]
        elif kind == "insert":
            words[at:at] = new[: dice.randint(1, 6)]
        elif kind == "delete":
            del words[at : at + dice.randint(1, 7)]
        else:
            words[at:at] = new[: dice.randint(12, 25)]
    return words


def _truth(old: list[Paragraph], lines: list[_Line], labels: list[str]) -> dict[str, object]:
    kept = {origin for line in lines for _, origin in line.words if origin}
    shared: Counter[tuple[int, int]] = Counter()
    for j, line in enumerate(lines):
        for word, origin in line.words:
            if origin:
                shared[origin[0], j] += len(word)
    old_sizes = [sum(map(len, paragraph.words)) for paragraph in old]
    new_sizes = [sum(len(word) for word, _ in line.words) for line in lines]
    pairs = [pair for pair, size in sorted(shared.items()) if size >= 0.3 * min(old_sizes[pair[0]], new_sizes[pair[1]])]
    moved = {j for j, line in enumerate(lines) if line.moved}
    return {
        "old_lab": [paragraph.label for paragraph in old],
        "new_lab": labels,
        "oldc": [
            "".join("01"[(i, k) not in kept] * len(word) for k, word in enumerate(paragraph.words))
            for i, paragraph in enumerate(old)
        ],
        "newc": ["".join("01"[origin is None] * len(word) for word, origin in line.words) for line in lines],
        "pairs": pairs,
        "moves": [pair for pair in pairs if pair[1] in moved],
    }
