"""What a label counts, as a value with an order: 12 < 12 alt < 12 bis < 12 ter < 13, and ㈠ is (一) is (i)."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from negotiator.text.label_words import LATIN_SUFFIXES
from negotiator.text.numerals import as_letters, as_roman


class Style(StrEnum):
    """How a label counts."""

    WORD = "word"
    SYMBOL = "symbol"
    PART = "part"
    SECTION = "section"
    NUMBER = "number"
    PAREN_NUMBER = "paren-number"
    LETTER = "letter"
    ITEM = "item"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """What a label counts; two labels that are spelled differently and count the same are equal."""

    style: Style
    """How it counts: a word and a number, parts (I. 一.), sections (A.), numbers, letters, items."""
    word: str = ""
    """What is counted where a word says so: `article`, `objective`, `annex`, `pp` ..."""
    numbers: tuple[int, ...] = ()
    """The number; several for `1.2`; none for a bullet."""
    suffix: tuple[tuple[int, int], ...] = ()
    """What was inserted behind the number: (1, n) for alt n, (2, 0) for bis, (3, 0) for ter ..."""
    letter: int = field(default=0, compare=False)
    """Its number as a letter where it may be either, as in `(i)`; 0 where it cannot be."""

    @property
    def slug(self) -> str:
        """The part of a path that it makes: `12bis`, `a`, `ii`, `article4`, `1.1`."""
        return _slug(self)

    def as_letter(self) -> "Label":
        """Return the other reading of `(i)`, `(v)` or `(x)`: the letter."""
        style = Style.SECTION if self.style is Style.PART else Style.LETTER
        return replace(self, style=style, numbers=(self.letter,), letter=0)

    def follows(self, other: "Label") -> bool:
        """Say whether this label is the very next one after another of its kind: 13 after 12, 12 bis after 12."""
        if self.style is not other.style or self.word != other.word or len(self.numbers) != len(other.numbers):
            return False
        if self.numbers == other.numbers:
            return self.suffix > other.suffix
        return self.numbers[:-1] == other.numbers[:-1] and self.numbers[-1] == other.numbers[-1] + 1

    @property
    def first(self) -> bool:
        """Whether a list begins with it."""
        return not self.numbers or self.numbers[-1] <= 1


def _slug(label: Label) -> str:
    if label.style is Style.NUMBER and len(label.numbers) == 1 and not label.suffix:
        return label.word + str(label.numbers[0])  # what nearly all labels are
    match label.style:
        case Style.LETTER | Style.SECTION:
            number = as_letters(label.numbers[0])
            number = number.upper() if label.style is Style.SECTION else number
        case Style.ITEM | Style.PART:
            number = as_roman(label.numbers[0]) if 0 < label.numbers[0] < 100 else str(label.numbers[0])
            number = number.upper() if label.style is Style.PART else number
        case Style.SYMBOL | Style.WORD:
            number = "-".join(map(str, label.numbers))
        case _:
            number = ".".join(map(str, label.numbers))
    return label.word + number + "".join(_written(rank, count) for rank, count in label.suffix)


def _written(rank: int, count: int) -> str:
    if rank == 1:
        return f"alt{count}" if count > 1 else "alt"
    if rank > 20:
        return as_letters(rank - 20)
    return LATIN_SUFFIXES[rank - 2] if 2 <= rank < len(LATIN_SUFFIXES) + 2 else f"ins{rank}"
