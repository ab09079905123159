"""What a negotiator should look at in an edit: force, qualifiers, numbers, dates, actors, references, brackets."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from negotiator.comparing.comparison import Op, Segment
from negotiator.comparing.vocabulary import Vocabulary
from negotiator.comparing.words import Edit
from negotiator.text.strength import Terms


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


class _Sort(StrEnum):
    """What a term is; the figures of a text are sorted into the last three."""

    STRENGTH = "strength"
    QUALIFIER = "qualifier"
    WATCH = "watch"
    ACTOR = "actor"
    NEUTRAL = "neutral"
    NUMBER = "number"
    DATE = "date"
    REFERENCE = "reference"


_Found = Counter[tuple[_Sort, int | str]]

DATE_MARKS = frozenset("\u5e74\u6708")
"""Year and month in Chinese dates."""
SHORT = 3
"""Letters of the little words that many terms contain."""
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
"""A bare number between these is read as a year."""


class Flagger:
    """Reads edits with the terms of one language."""

    def __init__(self, vocabulary: Vocabulary, terms: Terms | None) -> None:
        self._vocabulary = vocabulary
        self._tree: dict[int, list[tuple[tuple[int, ...], _Sort, int]]] = {}
        self._words: set[int] = set()
        self._references: set[int] = set()
        if terms is None:
            return
        for term, step in terms.strength.items():
            self._add(term, _Sort.STRENGTH, step)
        for sort, listed in (
            (_Sort.QUALIFIER, terms.qualifiers),
            (_Sort.WATCH, terms.watch),
            (_Sort.ACTOR, terms.actors),
            (_Sort.NUMBER, terms.numbers),
            (_Sort.NEUTRAL, terms.neutral),
        ):
            for position, term in enumerate(listed):
                self._add(term, sort, position)
        for branch in self._tree.values():
            branch.sort(key=lambda entry: (-len(entry[0]), entry[1], entry[2]))
        for term in terms.references:
            self._references.update(vocabulary.soften(vocabulary.cut(term).numbers))

    def _add(self, term: str, sort: _Sort, value: int) -> None:
        words = tuple(self._vocabulary.soften(self._vocabulary.cut(term).numbers))
        if words:
            self._tree.setdefault(words[0], []).append((words, sort, value))
            self._words.update(word for word in words if len(words) == 1 or self._tells(word))

    def _tells(self, word: int) -> bool:
        """Whether a change of this word can be the change of a term: not where it is as short as `of`."""
        printed = self._vocabulary.soft_word(word)
        return len(printed) > SHORT or not printed.isascii()

    def flags(self, old: list[int], new: list[int], edit: Edit) -> tuple[str, ...]:
        """Return the flags of an edit of one row of tokens into another, in alphabetical order."""
        vocabulary = self._vocabulary
        touched = vocabulary.soften([*edit.deleted, *edit.inserted])
        if not touched:
            return tuple(sorted(flag.value for flag in self._of_brackets(edit.segments)))
        if self._words.isdisjoint(touched) and vocabulary.all_figures.isdisjoint(touched):
            return ()
        before = Counter(self._read(vocabulary.soften(old)))
        after = Counter(self._read(vocabulary.soften(new)))
        return tuple(sorted(flag.value for flag in self._of_terms(before - after, after - before)))

    def _read(self, words: Sequence[int]) -> Iterator[tuple[_Sort, int | str]]:
        """Give every term and figure of a text, the longest term first where several begin."""
        tree, figures = self._tree, self._vocabulary.all_figures
        until = 0
        for at in [place for place, word in enumerate(words) if word in tree or word in figures]:
            word = words[at]
            if word in figures:
                yield self._figure(word, words[at - 1] if at else -1)
            elif at >= until:
                for term, sort, value in tree[word]:
                    if len(term) == 1 or tuple(words[at : at + len(term)]) == term:
                        if sort is not _Sort.NEUTRAL:
                            yield sort, value
                        until = at + len(term)
                        break

    def _figure(self, word: int, before: int) -> tuple[_Sort, str]:
        printed = self._vocabulary.soft_word(word)
        if "/" in printed or "(" in printed or before in self._references:
            return _Sort.REFERENCE, printed
        if " " in printed or not DATE_MARKS.isdisjoint(printed):
            return _Sort.DATE, printed
        if printed.isdecimal() and len(printed) == 4 and EARLIEST_YEAR < int(printed) < LATEST_YEAR:
            return _Sort.DATE, printed
        return _Sort.NUMBER, printed

    def _of_terms(self, lost: _Found, gained: _Found) -> Iterator[Flag]:
        sorts_lost, sorts_gained = {sort for sort, _ in lost}, {sort for sort, _ in gained}
        steps_lost = [int(step) for sort, step in lost if sort is _Sort.STRENGTH]
        steps_gained = [int(step) for sort, step in gained if sort is _Sort.STRENGTH]
        if steps_lost and steps_gained and max(steps_lost) != max(steps_gained):
            yield Flag.STRENGTH_UP if max(steps_gained) > max(steps_lost) else Flag.STRENGTH_DOWN
        for sort, flag in ((_Sort.NUMBER, Flag.NUMBER), (_Sort.DATE, Flag.DATE), (_Sort.REFERENCE, Flag.REFERENCE)):
            if sort in sorts_lost or sort in sorts_gained:
                yield flag
        if _Sort.ACTOR in sorts_lost and _Sort.ACTOR in sorts_gained:
            yield Flag.ACTOR
        for sort, flag_lost, flag_gained in (
            (_Sort.QUALIFIER, Flag.QUALIFIER_LOST, Flag.QUALIFIER_GAINED),
            (_Sort.WATCH, Flag.WATCH_LOST, Flag.WATCH_GAINED),
        ):
            if sort in sorts_lost:
                yield flag_lost
            if sort in sorts_gained:
                yield flag_gained

    def _of_brackets(self, parts: Sequence[Segment]) -> Iterator[Flag]:
        """The words are the same: tell whether nothing but brackets came or went."""
        for op, flag in ((Op.DELETED, Flag.BRACKETS_LIFTED), (Op.INSERTED, Flag.BRACKETS_ADDED)):
            edited = "".join(part.old + part.new for part in parts if part.op is op)
            if any(mark in SQUARE for mark in edited):
                yield flag


SQUARE = frozenset("[]\uff3b\uff3d\u3010\u3011\u3014\u3015")
"""Brackets that mark text as not agreed."""
