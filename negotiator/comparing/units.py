"""A text as the aligner sees it: provisions with their words, cut only when they are asked for."""

from collections.abc import Sequence

from negotiator.comparing.vocabulary import Row, Vocabulary
from negotiator.text.provision import Provision


class Units:
    """The provisions of one text; what is identical on both sides is never cut into words."""

    def __init__(self, provisions: Sequence[Provision], vocabulary: Vocabulary) -> None:
        self.provisions = provisions
        self.texts = [p.text or p.label for p in provisions]
        self.vocabulary = vocabulary
        self._rows: list[Row | None] = [None] * len(provisions)
        self._words: list[list[int] | None] = [None] * len(provisions)
        self._figures: list[frozenset[int] | None] = [None] * len(provisions)

    def __len__(self) -> int:
        return len(self.texts)

    def row(self, index: int) -> Row:
        """Return the tokens of a provision."""
        row = self._rows[index]
        if row is None:
            row = self._rows[index] = self.vocabulary.cut(self.texts[index])
        return row

    def words(self, index: int) -> list[int]:
        """Return the words of a provision, case and punctuation set aside."""
        words = self._words[index]
        if words is None:
            words = self._words[index] = self.vocabulary.soften(self.row(index).numbers)
        return words

    def figures(self, index: int) -> frozenset[int]:
        """Return the numbers, dates and citations of a provision."""
        figures = self._figures[index]
        if figures is None:
            figures = self._figures[index] = self.vocabulary.figures(self.words(index))
        return figures
