"""A text as the aligner sees it: provisions with their words, cut only when they are asked for."""

from collections import Counter
from collections.abc import Sequence

from negotiator.comparing.vocabulary import Row, Vocabulary
from negotiator.text.provision import Provision


class Units:
    """The provisions of one text; what is identical on both sides is never cut into words."""

    def __init__(self, provisions: Sequence[Provision], vocabulary: Vocabulary) -> None:
        self.provisions = provisions
        self.texts = [p.text or p.label for p in provisions]
        self.sizes = list(map(len, self.texts))
        self.vocabulary = vocabulary
        self._counts: Counter[str] | None = None
        self._rows: list[Row | None] = [None] * len(provisions)
        self._words: list[list[int] | None] = [None] * len(provisions)
        self._pairs: list[list[int] | None] = [None] * len(provisions)
        self._features: list[frozenset[int] | None] = [None] * len(provisions)
        self._figures: list[frozenset[int] | None] = [None] * len(provisions)

    def __len__(self) -> int:
        return len(self.texts)

    def let_go(self) -> None:
        """Forget what only the alignment asks for: of a long text it takes more room than all the rest."""
        self._pairs = [None] * len(self.provisions)
        self._features = [None] * len(self.provisions)
        self.vocabulary.forget_pairs()

    def copies(self, index: int) -> int:
        """Count how often the same text stands here."""
        if self._counts is None:
            self._counts = Counter(self.texts)
        return self._counts[self.texts[index]]

    def recurs(self, index: int) -> bool:
        """Whether the same text stands more than once."""
        return self.copies(index) > 1

    def row(self, index: int) -> Row:
        """Return the tokens of a provision."""
        row = self._rows[index]
        if row is None:
            row = self._rows[index] = self.vocabulary.cut(self.texts[index])
        return row

    def tokens(self, index: int) -> frozenset[int]:
        """Return the different tokens of a provision, which are asked for once or twice and not kept."""
        return frozenset(self.row(index).numbers)

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

    def is_figure(self, index: int) -> bool:
        """Whether a provision is nothing but a number, a date or a citation."""
        return len(self.words(index)) == len(self.figures(index)) == 1

    def pairs(self, index: int) -> list[int]:
        """Return the pairs of neighbouring words of a provision, its edges included, in order."""
        pairs = self._pairs[index]
        if pairs is None:
            words = self.words(index)
            pairs = self._pairs[index] = self.vocabulary.pair(words) if words else []
        return pairs

    def features(self, index: int) -> frozenset[int]:
        """Return the words and the word pairs of a provision."""
        features = self._features[index]
        if features is None:
            features = self._features[index] = frozenset([*self.words(index), *self.pairs(index)])
        return features
