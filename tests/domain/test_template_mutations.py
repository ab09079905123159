"""Whatever stands in a template, it is read or refused with a sentence, never with a traceback."""

import tomllib
from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime, time
from functools import partial
from random import Random

import pytest

from negotiator.domain.template import read_template, template_from
from negotiator.errors import BadFile
from negotiator.resources import shipped

TEXT = shipped("data", "processes", "gcm.toml").read_text("utf-8")
STRANGE: list[object] = [
    *("", " ", "P1", "R1", "[x]", "2018-02-30", "９９", "\x1b[31m"),
    *(0, -1, 1.5, float("nan"), float("inf"), 10**30, True, False),
    *([], [1], ["x"], [[]], {}, {"en": 1}, {"en": "x"}, [{}]),
    *(date(1, 1, 1), date(9999, 12, 31), datetime(2018, 1, 1, 10), time(23, 59, 59, 999999)),
]


def mutated(values: dict[str, object], random: Random) -> dict[str, object]:
    """Replace, remove or add one key somewhere in a deep copy."""
    whole = deepcopy(values)
    place: object = whole
    while True:
        if isinstance(place, list) and place:
            step: object = random.randrange(len(place))
        elif isinstance(place, dict) and place:
            step = random.choice(sorted(place))
        else:
            return whole
        inner = place[step]  # type: ignore[index]  # a list by its number, a table by its key
        if isinstance(inner, dict | list) and inner and random.random() < 0.7:
            place = inner
            continue
        kind = random.random()
        if kind < 0.2:
            del place[step]  # type: ignore[arg-type]
        elif kind < 0.3 and isinstance(place, dict):
            place["venu"] = random.choice(STRANGE)
        else:
            place[step] = random.choice(STRANGE)  # type: ignore[index, call-overload]
        return whole


def told_of(read: Callable[[], object]) -> str:
    """Return the sentence with which a template was refused, nothing where it was read."""
    try:
        read()
    except BadFile as trouble:
        return trouble.message
    return ""


@pytest.mark.parametrize("seed", range(8))
def test_a_template_changed_at_random_is_read_or_refused_with_a_sentence(seed: int) -> None:
    random, values = Random(seed), tomllib.loads(TEXT)
    told = [told_of(lambda: template_from(mutated(values, random), "mine.toml")) for _ in range(40)]
    refused = [sentence for sentence in told if sentence]
    assert len(refused) > 10
    assert all(sentence.startswith("mine.toml is not a process") for sentence in refused)


@pytest.mark.parametrize("seed", range(4))
def test_a_template_cut_or_scrambled_is_refused_with_a_sentence(seed: int) -> None:
    random = Random(seed)
    for _ in range(10):
        place = random.randrange(len(TEXT))
        for text in (TEXT[:place], TEXT[:place] + random.choice("[]{}=\"'#\n\x00é") + TEXT[place:]):
            told = told_of(partial(read_template, text, "mine.toml"))
            assert not told or told.startswith("mine.toml")
