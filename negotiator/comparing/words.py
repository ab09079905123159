"""The edits inside one aligned pair: which tokens were kept, deleted and inserted."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from negotiator.comparing.cleanup import tidy
from negotiator.comparing.comparison import Op, Segment
from negotiator.comparing.lexicon import Lexicon
from negotiator.comparing.token_diff import kept_runs
from negotiator.comparing.vocabulary import Row, Vocabulary
from negotiator.comparing.whole_terms import widen


class Edit(NamedTuple):
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
    parts = _Parts(vocabulary)
    deleted: list[int] = []
    inserted: list[int] = []
    at_old = at_new = 0
    end_old, end_new = len(old.spelled), len(new.spelled)
    spare_old = spare_new = ""
    for i, j, length in [*blocks, (end_old, end_new, 0)]:
        deleted += old.numbers[at_old:i]
        inserted += new.numbers[at_new:j]
        gone, come = vocabulary.print(old.spelled[at_old:i]), vocabulary.print(new.spelled[at_new:j])
        parts.edit(spare_old + gone, spare_new + come)
        at_old, at_new = i + length, j + length
        if length:
            edit_follows = at_old < end_old or at_new < end_new
            spare_old, spare_new = parts.keep(old.spelled[i:at_old], new.spelled[j:at_new], edit_follows)
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
BETWEEN_BRACKETS = re.compile(r"(?<=[\])])\s+(?=[\[(])")


def _space_to_keep(edit: str) -> "re.Match[str] | None":
    """Return the space of an edit that reads best as kept: at its end or beginning, so that the edit stays whole."""
    found = list(SPACES.finditer(edit))
    if not found:
        return None
    if found[-1].end() == len(edit):
        return found[-1]
    return found[0] if not found[0].start() else BETWEEN_BRACKETS.search(edit) or found[0]


class _Parts:
    """Segments as they are found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.found: list[Segment] = []
        self._print = vocabulary.print

    def edit(self, deleted: str, inserted: str) -> None:
        """Add what stands between two kept runs."""
        longer, space = (deleted, inserted) if deleted.strip() else (inserted, deleted)
        inner = _space_to_keep(longer) if space and not space.strip() else None
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

    def keep(self, old: list[int], new: list[int], edit_follows: bool) -> tuple[str, str]:
        """Add a kept run; return the space after it where only one text has it, which then belongs to the next edit."""
        if old == new:
            text = self._print(new)
            self.found.append(Segment(Op.KEPT, text, text))
            return "", ""
        last_old, last_new = self._print(old[-1:]), self._print(new[-1:])
        spare = ("", "")
        if edit_follows and last_old != last_new:
            word_old, word_new = last_old.rstrip(), last_new.rstrip()
            space_old, space_new = last_old[len(word_old) :], last_new[len(word_new) :]
            if bool(space_old) != bool(space_new):
                last_old, last_new, spare = word_old, word_new, (space_old, space_new)
        start, final = 0, len(old) - 1
        for stop in range(1, final + 1):
            alike = old[start] == new[start]
            if stop == final or (old[stop] == new[stop]) != alike:
                self._keep(old[start:stop], new[start:stop])
                start = stop
        self.found.append(Segment(Op.KEPT, last_new, last_old))
        return spare

    def _keep(self, old: list[int], new: list[int]) -> None:
        self.found.append(Segment(Op.KEPT, self._print(new), self._print(old)))
