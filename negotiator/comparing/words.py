"""The edits inside one aligned pair: which tokens were kept, deleted and inserted."""

from collections.abc import Sequence

from negotiator.comparing.cleanup import tidy
from negotiator.comparing.comparison import Op, Segment
from negotiator.comparing.sequences import common_blocks
from negotiator.comparing.vocabulary import Row, Vocabulary


def segments(old: Row, new: Row, vocabulary: Vocabulary) -> tuple[Segment, ...]:
    """Return the segments that lead from one row of tokens to the other and rebuild both exactly."""
    blocks = tidy(common_blocks(old.numbers, new.numbers), old, new, vocabulary)
    parts = _Parts()
    at_old = at_new = 0
    end_old, end_new = len(old.printed), len(new.printed)
    spare_old = spare_new = ""
    for i, j, length in blocks:
        parts.edit(spare_old + "".join(old.printed[at_old:i]), spare_new + "".join(new.printed[at_new:j]))
        at_old, at_new = i + length, j + length
        edit_follows = at_old < end_old or at_new < end_new
        spare_old, spare_new = parts.keep(old.printed[i:at_old], new.printed[j:at_new], edit_follows)
    parts.edit(spare_old + "".join(old.printed[at_old:]), spare_new + "".join(new.printed[at_new:]))
    return tuple(parts.found)


class _Parts:
    """Segments as they are found, neighbours of one kind joined."""

    def __init__(self) -> None:
        self.found: list[Segment] = []

    def edit(self, deleted: str, inserted: str) -> None:
        """Add what stands between two kept runs."""
        if deleted and inserted and not deleted.strip() and not inserted.strip():
            self.found.append(Segment(Op.KEPT, inserted, deleted))
            return
        if deleted:
            self.found.append(Segment(Op.DELETED, "", deleted))
        if inserted:
            self.found.append(Segment(Op.INSERTED, inserted, ""))

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
