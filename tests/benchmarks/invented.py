"""Texts invented for the benchmarks: sentences put together by dice, of any size, quoting nothing."""

import random
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS_ZH = re.compile(r"\d+|.")
"""Nobody edits the digits of a number one by one."""
WORDS = Path(__file__).with_name("words.toml")


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of an invented text."""

    label: str
    """Its number, or nothing."""
    words: list[str]
    """Words; in Chinese single characters and whole numbers."""


def invent(dice: random.Random, size: int, language: str) -> list[Paragraph]:
    """Return paragraphs of about so many characters in all."""
    parts = _words()[language]
    space, stop = ("", "。") if language == "zh" else (" ", ";")
    found: list[Paragraph] = []
    written = number = 0
    while written < size:
        if dice.random() < 0.06:
            text = space.join([dice.choice(parts["thing"]), dice.choice(parts["where"])])
            label = ""
        else:
            number += 1
            label = f"{number}."
            text = _sentence(dice, parts, space) + stop
        name = f"{dice.randrange(10**6):06d}" if dice.random() < 0.5 else ""
        text = text.replace("报告", f"报告第{name}号", 1) if language == "zh" and name else text
        words = WORDS_ZH.findall(text) if language == "zh" else (text + (f" no. {name}" if name else "")).split()
        found.append(Paragraph(label, words))
        written += len(text) + len(label) + 2
    return found


NAMED = 0.5
"""Share of things that belong to a place with a name of its own: real texts are full of rare words."""


def _name(dice: random.Random, syllables: list[str], space: str) -> str:
    name = "".join(dice.choices(syllables, k=3))
    return f"of {name.capitalize()}" if space else f"（{name}）"


def _sentence(dice: random.Random, parts: dict[str, list[str]], space: str) -> str:
    pieces = [dice.choice(parts["verb"]), dice.choice(parts["actor"])]
    for _ in range(dice.randint(2, 8)):
        pieces += [dice.choice(parts["act"]), dice.choice(parts["thing"])]
        if dice.random() < NAMED:
            pieces.append(_name(dice, parts["syllables"], space))
        if dice.random() < 0.6:
            pieces.append(dice.choice(parts["where"]))
        pieces[-1] += "，" if not space else ","
    pieces.append(dice.choice(parts["tail"]))
    return space.join(pieces)
