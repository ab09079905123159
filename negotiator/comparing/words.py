"""The edits inside one aligned pair: which tokens were kept, deleted and inserted."""

from collections.abc import Iterator, Sequence

from negotiator.comparing.cleanup import tidy
from negotiator.comparing.comparison import Op, Segment
from negotiator.comparing.sequences import common_blocks
from negotiator.comparing.vocabulary import Row, Vocabulary


def segments(old: Row, new: Row, vocabulary: Vocabulary) -> tuple[Segment, ...]:
    """Return the segments that lead from one row of tokens to the other and rebuild both exactly."""
    if old.printed == new.printed:
        text = "".join(new.printed)
        return (Segment(Op.KEPT, text, text),) if text else ()
    blocks = tidy(common_blocks(old.numbers, new.numbers), old, new, vocabulary)
    return tuple(_joined(_spelled(blocks, old.printed, new.printed)))


def _spelled(blocks: Sequence[tuple[int, int, int]], old: Sequence[str], new: Sequence[str]) -> Iterator[Segment]:
    """Turn kept blocks into segments; the space at the edge of an edit goes where both texts have it."""
    at_old = at_new = 0
    carried_old = carried_new = ""
    for i, j, length in [*blocks, (len(old), len(new), 0)]:
        deleted = carried_old + "".join(old[at_old:i])
        inserted = carried_new + "".join(new[at_new:j])
        carried_old = carried_new = ""
        if deleted and inserted and deleted.isspace() and inserted.isspace():
            yield Segment(Op.KEPT, inserted, deleted)
        else:
            if deleted:
                yield Segment(Op.DELETED, "", deleted)
            if inserted:
                yield Segment(Op.INSERTED, inserted, "")
        at_old, at_new = i + length, j + length
        if not length:
            continue
        for k in range(length - 1):
            yield Segment(Op.KEPT, new[j + k], old[i + k])
        last_old, last_new = old[at_old - 1], new[at_new - 1]
        if last_old == last_new:
            yield Segment(Op.KEPT, last_new, last_old)
            continue
        # Where only one text has a space after the last kept word, the space belongs to the edit that follows.
        word_old, word_new = last_old.rstrip(), last_new.rstrip()
        space_old, space_new = last_old[len(word_old) :], last_new[len(word_new) :]
        edit_follows = _next_is_edit(blocks, at_old, at_new, len(old), len(new))
        if edit_follows and bool(space_old) != bool(space_new):
            carried_old, carried_new = space_old, space_new
            yield Segment(Op.KEPT, word_new, word_old)
        else:
            yield Segment(Op.KEPT, last_new, last_old)


def _next_is_edit(blocks: Sequence[tuple[int, int, int]], i: int, j: int, end_old: int, end_new: int) -> bool:
    """Whether tokens were deleted or inserted at this place (blocks that touch on both sides are one block)."""
    return not (i == end_old and j == end_new)


def _joined(parts: Iterator[Segment]) -> Iterator[Segment]:
    """Join neighbours of one kind; what was kept letter by letter is kept apart from what is spelled differently."""
    op: Op | None = None
    alike = False
    news: list[str] = []
    olds: list[str] = []
    for part in parts:
        same = part.new == part.old
        if part.op is not op or same != alike:
            if op is not None:
                yield Segment(op, "".join(news), "".join(olds))
            op, alike, news, olds = part.op, same, [], []
        news.append(part.new)
        olds.append(part.old)
    if op is not None:
        yield Segment(op, "".join(news), "".join(olds))
