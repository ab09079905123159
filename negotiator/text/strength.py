"""Words that carry force: verb and modal ladders, qualifiers, watch-words and actors, as data of one language."""

from collections.abc import Mapping
from typing import NamedTuple

from negotiator.errors import BadFile
from negotiator.i18n import _

LISTS = ("qualifiers", "watch", "actors", "numbers", "references", "labels", "neutral")
"""The lists of a terms file besides its ladder."""


class Terms(NamedTuple):
    """What is read for in the texts of one language."""

    language: str
    """A two-letter code."""
    strength: Mapping[str, int]
    """Verbs and modals with their step on the ladder, 6 the strongest."""
    qualifiers: tuple[str, ...] = ()
    """Words that weaken a duty, such as `as appropriate`."""
    watch: tuple[str, ...] = ()
    """Words whose coming and going delegations watch."""
    actors: tuple[str, ...] = ()
    """Who is to act."""
    numbers: tuple[str, ...] = ()
    """Numbers written in words."""
    references: tuple[str, ...] = ()
    """Words after which a number is a reference, such as `paragraph`."""
    labels: tuple[str, ...] = ()
    """Words after which a number is only a name, such as `option`."""
    neutral: tuple[str, ...] = ()
    """Longer words that contain a term and mean something else."""


def parse_terms(language: str, data: Mapping[str, object]) -> Terms:
    """Check the contents of a terms file and return them."""
    strength: dict[str, int] = {}
    steps = data.get("strength", [])
    lists = data.get("lists", {})
    if not isinstance(steps, list) or not isinstance(lists, dict) or set(data) - {"strength", "lists"}:
        raise BadFile(_("The terms of {language} need `strength` and `lists`, and nothing else.", language=language))
    for entry in steps:
        words = entry.get("terms") if isinstance(entry, dict) else None
        step = entry.get("step") if isinstance(entry, dict) else None
        if not isinstance(step, int) or not isinstance(words, list):
            raise BadFile(_("Every `strength` of {language} needs a whole `step` and `terms`.", language=language))
        strength.update(dict.fromkeys(map(str, words), step))
    unknown = sorted(set(lists) - set(LISTS))
    if unknown:
        raise BadFile(_("The terms of {language} have an unknown list: {name}.", language=language, name=unknown[0]))
    found = {name: tuple(map(str, lists.get(name, []))) for name in LISTS}
    return Terms(language, strength, **found)
