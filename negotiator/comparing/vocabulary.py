"""Tokens as small numbers, so that two texts can be compared by arithmetic."""

from dataclasses import dataclass, field

from negotiator.text.tokens import fold, pieces


class _Numbers(dict[str, int]):
    """Token as printed -> the number of what it says; filled as tokens are met."""

    def __init__(self) -> None:
        self.said: dict[str, int] = {}
        self.folded: list[str] = []

    def __missing__(self, piece: str) -> int:
        word = fold(piece)
        number = self.said.get(word)
        if number is None:
            number = self.said[word] = len(self.folded)
            self.folded.append(word)
        self[piece] = number
        return number


@dataclass(frozen=True, slots=True)
class Row:
    """A text as a row of tokens."""

    printed: list[str]
    """As they stand, each with the white space that follows it."""
    numbers: list[int]
    """What each says, as a number of the vocabulary."""


@dataclass(slots=True)
class Vocabulary:
    """The tokens of both texts of one comparison; numbers are given in the order of meeting, so they never vary."""

    _numbers: _Numbers = field(default_factory=_Numbers)

    def cut(self, text: str) -> Row:
        """Return the tokens of a text."""
        printed = pieces(text)
        return Row(printed, list(map(self._numbers.__getitem__, printed)))

    def words(self, text: str) -> int:
        """Count the words of a text; punctuation is none, a Han character is one."""
        return sum(any(map(str.isalnum, self.word(number))) for number in self.cut(text).numbers)

    def word(self, number: int) -> str:
        """Return what a token says, in folded spelling."""
        return self._numbers.folded[number]

    def __len__(self) -> int:
        return len(self._numbers.folded)
