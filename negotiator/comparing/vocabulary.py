"""Tokens as small numbers, so that two texts can be compared by arithmetic."""

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import accumulate, count
from typing import NamedTuple

from negotiator.text.tokens import fold, pieces

PAIR = 1 << 24
"""Pairs of neighbouring words are numbered from here on: more different words than this no text has."""
MUTE = 0
"""The soft number of what is not a word: punctuation and brackets weigh nothing in likeness."""

FIRST_HAN = "\u2e80"
"""Characters from here on are words of their own; no script with spaces lies beyond."""
OPENING = frozenset("([{\u3010\u3014\u300a\u3008")
CLOSING = frozenset(")]}\u3011\u3015\u300b\u3009")
"""Brackets, in folded spelling."""


class Row(NamedTuple):
    """A text as a row of tokens."""

    spelled: list[int]
    """As they stand, each with the white space that follows it, as numbers of the vocabulary's spellings."""
    numbers: list[int]
    """What each says, as a number of the vocabulary."""


class _Spellings(dict[str, int]):
    """Token as printed -> the number of its spelling; filled as tokens are met."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.numbers: list[int] = []
        self.said: dict[str, int] = {}
        self.folded: list[str] = []
        self.softer: dict[str, int] = {}
        self.soft: list[int] = []
        self.soft_words = [""]
        self.weights: list[int] = []
        self.figures: set[int] = set()

    def __missing__(self, piece: str) -> int:
        word = piece.rstrip()
        plain = word.isascii() and word.isalpha()
        if not plain:
            word = fold(word)
        number = self.said.get(word)
        if number is None:
            number = self.said[word] = len(self.folded)
            self.folded.append(word)
            self.soft.append(self._soften(word, plain))
            self.weights.append(len(word) if word < FIRST_HAN else 3 * len(word))
        spelling = self[piece] = len(self.printed)
        self.printed.append(piece)
        self.numbers.append(number)
        return spelling

    def _soften(self, word: str, plain: bool) -> int:
        """Return the number of a word without its case, or `MUTE`."""
        if not plain and not any(map(str.isalnum, word)):
            return MUTE
        lower = word.lower()
        soft = self.softer.setdefault(lower, len(self.soft_words))
        if soft == len(self.soft_words):
            self.soft_words.append(lower)
            if not plain and any(map(str.isdecimal, word)):
                self.figures.add(soft)
        return soft


class Vocabulary:
    """The tokens of both texts of one comparison; numbers are given in the order of meeting, so they never vary.

    A text holds a hundred times more tokens than different ones: each spelling is kept once, rows are numbers.
    """

    def __init__(self) -> None:
        self._spellings = _Spellings()
        self._pairs: dict[tuple[int, int], int] = defaultdict(count(PAIR).__next__)
        self._at_edge: set[int] = set()

    def cut(self, text: str) -> Row:
        """Return the tokens of a text."""
        spelled = list(map(self._spellings.__getitem__, pieces(text)))
        return Row(spelled, list(map(self._spellings.numbers.__getitem__, spelled)))

    def print(self, spelled: Sequence[int]) -> str:
        """Return tokens as they stand."""
        return "".join(map(self._spellings.printed.__getitem__, spelled))

    def soften(self, numbers: Sequence[int]) -> list[int]:
        """Return the words of a row, case set aside, punctuation left out."""
        return list(filter(None, map(self._spellings.soft.__getitem__, numbers)))

    def pair(self, words: Sequence[int]) -> list[int]:
        """Return the pairs of neighbouring words as numbers; the edges of the row count as words, so that one word has
        pairs too."""
        pairs = list(map(self._pairs.__getitem__, zip((MUTE, *words), (*words, MUTE), strict=True)))
        self._at_edge.update((pairs[0], pairs[-1]))
        return pairs

    def forget_pairs(self) -> None:
        """Forget the numbers of all pairs; they are never given again."""
        self._pairs.clear()
        self._at_edge.clear()

    def soften_all(self, numbers: Sequence[int]) -> list[int]:
        """Return the words of a row, case set aside, with `MUTE` in the places of punctuation."""
        return list(map(self._spellings.soft.__getitem__, numbers))

    def letters(self, numbers: Sequence[int]) -> list[int]:
        """Return how many letters stand before each token, and in all; a Han character says as much as three."""
        return list(accumulate(map(self._spellings.weights.__getitem__, numbers), initial=0))

    def bracket(self, number: int) -> int:
        """Return 1 for a token that opens a bracket, -1 for one that closes it, else 0."""
        word = self._spellings.folded[number]
        return 1 if word in OPENING else -1 if word in CLOSING else 0

    def figures(self, words: list[int]) -> frozenset[int]:
        """Return the numbers, dates and citations among the words of a row."""
        return frozenset(self._spellings.figures.intersection(words))

    @property
    def all_figures(self) -> Set[int]:
        """The numbers, dates and citations met so far."""
        return self._spellings.figures

    @property
    def edge_pairs(self) -> Set[int]:
        """The pairs of a word and the edge of its row."""
        return self._at_edge

    def soft_word(self, soft: int) -> str:
        """Return a word, case set aside."""
        return self._spellings.soft_words[soft]

    def is_word(self, number: int) -> bool:
        """Whether a token is a word, a number or a Han character, not punctuation."""
        return self._spellings.soft[number] != MUTE

    def count_words(self, numbers: Sequence[int]) -> int:
        """Count the words among tokens; punctuation is none, a Han character is one."""
        return len(self.soften(numbers))

    def word(self, number: int) -> str:
        """Return what a token says, in folded spelling."""
        return self._spellings.folded[number]
