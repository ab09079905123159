"""The edits inside one aligned pair: which tokens were kept, deleted and inserted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.comparing.cleanup import tidy
from negotiator.comparing.comparison import Op, Segment
from negotiator.comparing.lexicon import Lexicon
from negotiator.comparing.token_diff import kept_runs
from negotiator.comparing.vocabulary import Row, Vocabulary
from negotiator.comparing.whole_terms import widen


@dataclass(frozen=True, slots=True)
class Edit:
    """How one row of tokens became another."""

    segments: tuple[Segment, ...]
    """What leads from one to the other and rebuilds both exactly."""
    deleted: tuple[int, ...] = ()
    """The tokens deleted, as numbers of the vocabulary."""
    inserted: tuple[int, ...] = ()
    """The tokens inserted, likewise."""


def edit(old: Row, new: Row, vocabulary: Vocabulary, lexicon: Lexicon) -> Edit:
    """Return how one row of tokens became the other; in a text without spaces no edit cuts a term of the lexicon."""
    blocks = widen(tidy(kept_runs(old.numbers, new.numbers), old, new, vocabulary), old, new, lexicon)
    parts = _Parts()
    deleted: list[int] = []
    inserted: list[int] = []
    at_old = at_new = 0
    end_old, end_new = len(old.printed), len(new.printed)
    spare_old = spare_new = ""
    for i, j, length in [*blocks, (end_old, end_new, 0)]:
        deleted += old.numbers[at_old:i]
        inserted += new.numbers[at_new:j]
        parts.edit(spare_old + "".join(old.printed[at_old:i]), spare_new + "".join(new.printed[at_new:j]))
        at_old, at_new = i + length, j + length
        if length:
            edit_follows = at_old < end_old or at_new < end_new
            spare_old, spare_new = parts.keep(old.printed[i:at_old], new.printed[j:at_new], edit_follows)
    return Edit(tuple(_joined(parts.found)), tuple(deleted), tuple(inserted))


def _joined(parts: Sequence[Segment]) -> Iterator[Segment]:
    """Join neighbours of one kind; what is spelled alike stays apart from what is not."""
    last: Segment | None = None
    for part in parts:
        if last and last.op is part.op and (last.new == last.old) == (part.new == part.old):
            last = Segment(last.op, last.new + part.new, last.old + part.old)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


SPACES = re.compile(r"\s+")


class _Parts:
    """Segments as they are found."""

    def __init__(self) -> None:
        self.found: list[Segment] = []

    def edit(self, deleted: str, inserted: str) -> None:
        """Add what stands between two kept runs."""
        longer, space = (deleted, inserted) if deleted.strip() else (inserted, deleted)
        inner = SPACES.search(longer) if space and not space.strip() else None
        if inner is None:
            self._add(Op.DELETED, deleted)
            self._add(Op.INSERTED, inserted)
            return
        # One side is but a space: it is kept where the other has one, so that `and] [to` becomes `and to`.
        op, kept = (Op.DELETED, (space, inner[0])) if longer is deleted else (Op.INSERTED, (inner[0], space))
        self._add(op, longer[: inner.start()])
        self.found.append(Segment(Op.KEPT, *kept))
        self._add(op, longer[inner.end() :])

    def _add(self, op: Op, text: str) -> None:
        if text:
            self.found.append(Segment(op, "", text) if op is Op.DELETED else Segment(op, text, ""))

    def keep(self, old: Sequence[str], new: Sequence[str], edit_follows: bool) -> tuple[str, str]:
        """Add a kept run; return the space after it where only one text has it, which then belongs to the next edit."""
        spare = ("", "")
        if edit_follows and old[-1] != new[-1]:
            word_old, word_new = old[-1].rstrip(), new[-1].rstrip()
            space_old, space_new = old[-1][len(word_old) :], new[-1][len(word_new) :]
            if bool(space_old) != bool(space_new):
                old, new = [*old[:-1], word_old], [*new[:-1], word_new]
                spare = (space_old, space_new)
        if old == new:
            text = "".join(new)
            self.found.append(Segment(Op.KEPT, text, text))
            return spare
        start = 0
        for stop in range(1, len(old) + 1):
            if stop == len(old) or (old[stop] == new[stop]) != (old[start] == new[start]):
                self.found.append(Segment(Op.KEPT, "".join(new[start:stop]), "".join(old[start:stop])))
                start = stop
        return spare
