"""The terms of one language as rows of words, and where they stand in a text."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from negotiator.comparing.vocabulary import FIRST_HAN, Vocabulary
from negotiator.text.strength import Terms


class Sort(StrEnum):
    """What a term is; the figures of a text are sorted into the last three."""

    STRENGTH = "strength"
    QUALIFIER = "qualifier"
    WATCH = "watch"
    ACTOR = "actor"
    NEUTRAL = "neutral"
    NUMBER = "number"
    DATE = "date"
    REFERENCE = "reference"


Found = tuple[int, int, Sort, int]
"""Where a term begins and ends, what it is, and its step on the ladder or its place in its list."""
WHOLE = (Sort.STRENGTH, Sort.QUALIFIER, Sort.NEUTRAL)
"""What no edit may cut in a text without spaces: the words of force, and longer words that only look like them."""
SHORT = 3
"""Letters of the little words that many terms contain."""


class Endings:
    """Terms that are looked for right before a place in a row of words."""

    def __init__(self) -> None:
        self._terms: dict[int, list[list[int]]] = {}

    def add(self, term: list[int]) -> None:
        """Add a term, as a row of words."""
        if term:
            self._terms.setdefault(term[-1], []).append(term)

    def stand_before(self, words: Sequence[int], at: int) -> bool:
        """Whether one of the terms ends right before a place."""
        if not at:
            return False
        return any(words[at - len(term) : at] == term for term in self._terms.get(words[at - 1], ()) if at >= len(term))


class Lexicon:
    """Reads texts for the terms of one language."""

    def __init__(self, vocabulary: Vocabulary, terms: Terms | None) -> None:
        self._vocabulary = vocabulary
        self._tree: dict[int, list[tuple[list[int], Sort, int]]] = {}
        self._words: set[int] = set()
        self._unspaced = False
        self.references = Endings()
        """What stands before a number that is a reference."""
        self.labels = Endings()
        """What stands before a number that is only a name."""
        if terms is None:
            return
        for term, step in terms.strength.items():
            self._add(term, Sort.STRENGTH, step)
        for sort, listed in (
            (Sort.QUALIFIER, terms.qualifiers),
            (Sort.WATCH, terms.watch),
            (Sort.ACTOR, terms.actors),
            (Sort.NUMBER, terms.numbers),
            (Sort.NEUTRAL, terms.neutral),
        ):
            for position, term in enumerate(listed):
                self._add(term, sort, position)
        for branch in self._tree.values():
            branch.sort(key=lambda entry: (-len(entry[0]), entry[1], entry[2]))
        for endings, listed in ((self.references, terms.references), (self.labels, terms.labels)):
            for term in listed:
                endings.add(vocabulary.soften(vocabulary.cut(term).numbers))

    def _add(self, term: str, sort: Sort, value: int) -> None:
        words = self._vocabulary.soften(self._vocabulary.cut(term).numbers)
        if words:
            self._tree.setdefault(words[0], []).append((words, sort, value))
            self._words.update(word for word in words if len(words) == 1 or self._tells(word))
            self._unspaced = self._unspaced or term[0] >= FIRST_HAN

    def _tells(self, word: int) -> bool:
        """Whether a change of this word can be the change of a term: not where it is as short as `of`."""
        printed = self._vocabulary.soft_word(word)
        return len(printed) > SHORT or not printed.isascii()

    def is_silent_on(self, words: Sequence[int]) -> bool:
        """Whether none of these words can make or unmake a term."""
        return self._words.isdisjoint(words)

    def read(self, words: list[int]) -> Iterator[Found]:
        """Give every term of a text in order, the longest where several begin."""
        tree = self._tree
        until = 0
        for at in [place for place, word in enumerate(words) if word in tree]:
            if at < until:
                continue
            for term, sort, value in tree[words[at]]:
                if len(term) == 1 or words[at : at + len(term)] == term:
                    until = at + len(term)
                    yield at, until, sort, value
                    break

    def unbroken(self, numbers: Sequence[int]) -> list[tuple[int, int]]:
        """Return where the terms stand in a row of tokens that no edit may cut: none where words have spaces."""
        if not self._unspaced:
            return []
        spans = self.read(self._vocabulary.soften_all(numbers))
        return [(start, stop) for start, stop, sort, _ in spans if stop - start > 1 and sort in WHOLE]
