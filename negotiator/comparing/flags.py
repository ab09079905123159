"""What a negotiator should look at in an edit: force, qualifiers, numbers, dates, actors, references, brackets."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from negotiator.comparing.figures import read_figures
from negotiator.comparing.lexicon import Lexicon, Sort
from negotiator.comparing.vocabulary import Vocabulary
from negotiator.comparing.words import Edit


class Flag(StrEnum):
    """The names that stand in a comparison."""

    ACTOR = "actor-changed"
    BRACKETS_ADDED = "brackets-added"
    BRACKETS_LIFTED = "brackets-lifted"
    DATE = "date-changed"
    NUMBER = "number-changed"
    QUALIFIER_GAINED = "qualifier-gained"
    QUALIFIER_LOST = "qualifier-lost"
    REFERENCE = "reference-changed"
    STRENGTH_DOWN = "strength-down"
    STRENGTH_UP = "strength-up"
    TYPOGRAPHY = "typography"
    WATCH_GAINED = "watch-word-gained"
    WATCH_LOST = "watch-word-lost"


References = tuple[Mapping[str, int], Mapping[str, int]]
"""References that only the old words have and those that only the new ones have, each with how often it is said."""


class Flagged(NamedTuple):
    """What the flags of an edit are, and what they rest on."""

    flags: tuple[str, ...] = ()
    """Their names, in alphabetical order."""
    references: References | None = None
    """What changed where a reference did."""


_Said = tuple[Sort, int | str]
_Found = Counter[_Said]


class Flagger:
    """Reads edits."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self._vocabulary, self._lexicon = vocabulary, lexicon

    def flags(self, old: list[int], new: list[int], edit: Edit) -> Flagged:
        """Return the flags of an edit of one row of words into another."""
        vocabulary = self._vocabulary
        touched = vocabulary.soften([*edit.deleted, *edit.inserted])
        if not touched:
            return Flagged(tuple(sorted(flag.value for flag in self._of_brackets(edit))))
        if self._lexicon.is_silent_on(touched) and vocabulary.all_figures.isdisjoint(touched):
            return Flagged()
        said_before, said_after = list(self._read(old)), list(self._read(new))
        if said_before == said_after:
            return Flagged()
        before, after = (Counter(said) for said in _middles(said_before, said_after))
        lost, gained = _without_repeats(before - after, said_after), _without_repeats(after - before, said_before)
        flags = tuple(sorted(flag.value for flag in self._of_terms(lost, gained)))
        return Flagged(flags, (_references(lost), _references(gained)) if Flag.REFERENCE.value in flags else None)

    def _read(self, words: list[int]) -> Iterator[_Said]:
        """Give every term and figure of a text."""
        figures = self._vocabulary.all_figures
        for start, _, sort, value in self._lexicon.read(words):
            if sort is not Sort.NEUTRAL and words[start] not in figures:
                yield sort, value
        yield from read_figures(words, self._vocabulary, self._lexicon.references, self._lexicon.labels)

    def _of_terms(self, lost: _Found, gained: _Found) -> Iterator[Flag]:
        sorts_lost, sorts_gained = {sort for sort, _ in lost}, {sort for sort, _ in gained}
        steps_lost = [int(step) for sort, step in lost if sort is Sort.STRENGTH]
        steps_gained = [int(step) for sort, step in gained if sort is Sort.STRENGTH]
        if steps_lost and steps_gained and max(steps_lost) != max(steps_gained):
            yield Flag.STRENGTH_UP if max(steps_gained) > max(steps_lost) else Flag.STRENGTH_DOWN
        for sort, flag in ((Sort.NUMBER, Flag.NUMBER), (Sort.DATE, Flag.DATE), (Sort.REFERENCE, Flag.REFERENCE)):
            if sort in sorts_lost or sort in sorts_gained:
                yield flag
        if Sort.ACTOR in sorts_lost and Sort.ACTOR in sorts_gained:
            yield Flag.ACTOR
        for sort, flag_lost, flag_gained in (
            (Sort.QUALIFIER, Flag.QUALIFIER_LOST, Flag.QUALIFIER_GAINED),
            (Sort.WATCH, Flag.WATCH_LOST, Flag.WATCH_GAINED),
        ):
            if sort in sorts_lost:
                yield flag_lost
            if sort in sorts_gained:
                yield flag_gained

    def _of_brackets(self, edit: Edit) -> Iterator[Flag]:
        """The words are the same: tell whether brackets came or went."""
        for numbers, flag in ((edit.deleted, Flag.BRACKETS_LIFTED), (edit.inserted, Flag.BRACKETS_ADDED)):
            if any(self._vocabulary.word(number) in SQUARE for number in numbers):
                yield flag


FIGURES = (Sort.NUMBER, Sort.DATE, Sort.REFERENCE)
"""What is read figure by figure; of these it matters only whether the other text says them at all."""


def _without_repeats(found: _Found, other: list[_Said]) -> _Found:
    """Leave out figures that the other text says too: to say a number once more is not to change it."""
    return Counter({said: count for said, count in found.items() if said[0] not in FIGURES or said not in other})


def _references(found: _Found) -> dict[str, int]:
    return {str(value): times for (sort, value), times in found.items() if sort is Sort.REFERENCE}


def _middles(a: list[_Said], b: list[_Said]) -> tuple[list[_Said], list[_Said]]:
    """Leave out what both begin and end with: it is neither lost nor gained, and counting it costs most."""
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


SQUARE = frozenset("[]\u3010\u3011\u3014\u3015")
"""Brackets that mark text as not agreed, in folded spelling."""
