"""What became of a proposal in a later version of the text, as far as the words tell; a person confirms it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.comparing.comparison import Change, ChangeKind, Comparison
from negotiator.text.provision import Provision
from negotiator.text.tokens import fold, pieces

WHOLE = 0.9
"""From which share of its words a wording counts as taken over."""
PART = 0.4
"""From which share of its words a wording counts as taken over in part."""
ELSEWHERE = 0.95
"""A wording found in another provision must be there almost whole: short phrases recur."""
FEWEST = 4
"""So many words at least a wording must have to be looked for elsewhere."""


class Fate(StrEnum):
    """What the words suggest."""

    REFLECTED = "reflected"
    PARTLY = "partly"
    MOVED = "moved"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may have become of a proposal, and where to look."""

    fate: Fate
    """What the words suggest."""
    share: float
    """Which share of the wording stands there, from 0 to 1."""
    where: Provision | None
    """The provision of the later text to look at; None where the old one is gone."""


def suggest_fate(comparison: Comparison, path: str, action: str, old: str, new: str) -> Suggestion | None:
    """Suggest what became of a proposal on a provision of the older text; None where that text has no such provision.

    `action` is one of add, delete, replace, move, retain, bracket, merge, split, editorial; `old` are the words it is
    about (empty for the whole provision) and `new` the wording it asks for.
    """
    change = next((each for each in comparison.changes for provision in each.old if provision.path == path), None)
    if change is None:
        return None
    where = change.new[0] if change.new else None
    if action == "retain":
        kept = change.kind is ChangeKind.SAME or (bool(change.new) and _has(change.new, old or _text(change.old)))
        return Suggestion(Fate.REFLECTED if kept else Fate.NOT, 1.0 if kept else 0.0, where)
    if action == "delete":
        gone = not change.new if not old else not _has(change.new, old)
        return Suggestion(Fate.REFLECTED if gone else Fate.NOT, 1.0 if gone else 0.0, where)
    if action in ("move", "merge", "split"):
        done = {"move": change.moved, "merge": len(change.old) > 1, "split": len(change.new) > 1}[action]
        return Suggestion(Fate.REFLECTED if done else Fate.NOT, 1.0 if done else 0.0, where)
    if action == "bracket":
        words = _words(old or _text(change.old))
        bracketed = bool(change.new) and _bracketed(_text(change.new), words)
        return Suggestion(Fate.REFLECTED if bracketed else Fate.NOT, float(bracketed), where)
    return _worded(comparison, change, new, where)


def _worded(comparison: Comparison, change: Change, new: str, where: Provision | None) -> Suggestion:
    """Look for a wording where it was asked for, in what is new there, then anywhere else that is new."""
    wanted = _words(new)
    fresh = _share(wanted, _words(_text(change.new))) if change.new else 0.0
    before = _share(wanted, _words(_text(change.old)))
    if fresh >= WHOLE and before < WHOLE:
        return Suggestion(Fate.REFLECTED, fresh, where)
    if len(wanted) >= FEWEST:
        for other in comparison.changes:
            if other is change or not other.new or other.kind is ChangeKind.SAME:
                continue
            share = _share(wanted, _words(_text(other.new)))
            if share >= ELSEWHERE and share > _share(wanted, _words(_text(other.old))):
                return Suggestion(Fate.MOVED, share, other.new[0])
    if fresh >= PART and fresh > before:
        return Suggestion(Fate.PARTLY, fresh, where)
    return Suggestion(Fate.NOT, fresh, where)


def _text(provisions: Sequence[Provision]) -> str:
    return "\n".join(provision.text for provision in provisions)


def _words(text: str) -> list[str]:
    folded = (fold(piece).casefold() for piece in pieces(text))
    return [word for word in folded if any(map(str.isalnum, word))]


def _has(provisions: Sequence[Provision], words: str) -> bool:
    wanted, there = _words(words), _words(_text(provisions))
    return any(there[start : start + len(wanted)] == wanted for start in range(len(there) - len(wanted) + 1))


def _share(wanted: Sequence[str], there: Sequence[str]) -> float:
    """Return which share of a wording stands in a text in the same order."""
    from negotiator.comparing.sequences import common_blocks

    if not wanted:
        return 0.0
    numbers: dict[str, int] = {}
    a, b = ([numbers.setdefault(word, len(numbers)) for word in row] for row in (wanted, there))
    return sum(length for _i, _j, length in common_blocks(a, b)) / len(wanted)


def _bracketed(text: str, words: Sequence[str]) -> bool:
    depth, inside, run = 0, [], []
    for piece in pieces(text):
        mark = fold(piece)
        depth += mark == "["
        if depth:
            run += _words(piece)
        if mark == "]":
            depth -= 1
            if depth <= 0:
                inside.append(run)
                depth, run = 0, []
    return any(row[start : start + len(words)] == list(words) for row in inside for start in range(len(row)))
