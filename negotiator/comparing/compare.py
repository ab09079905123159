"""The public door of the comparison engine."""

from collections.abc import Sequence

from negotiator.comparing.align import Group, align
from negotiator.comparing.comparison import Change, ChangeKind, Comparison, Op, Segment, Side
from negotiator.comparing.vocabulary import Vocabulary
from negotiator.comparing.words import segments
from negotiator.text.provision import Provision


def compare(old: Side, new: Side) -> Comparison:
    """Return how two texts differ; pure, and the same inputs always give the same value.

    Every provision of both sides stands in exactly one change, and the segments of a change rebuild its two sides.
    """
    vocabulary = Vocabulary()
    groups = align(old.provisions, new.provisions, vocabulary)
    changes = tuple(_change(group, old.provisions, new.provisions, vocabulary) for group in groups)
    inserted = sum(_words(change, Op.INSERTED, vocabulary) for change in changes)
    deleted = sum(_words(change, Op.DELETED, vocabulary) for change in changes)
    return Comparison(old, new, changes, inserted, deleted)


def _change(group: Group, old: Sequence[Provision], new: Sequence[Provision], vocabulary: Vocabulary) -> Change:
    olds, news = tuple(old[i] for i in group.old), tuple(new[j] for j in group.new)
    text_old, text_new = "\n".join(p.text for p in olds), "\n".join(p.text for p in news)
    if not news:
        parts: tuple[Segment, ...] = (Segment(Op.DELETED, "", text_old),) if text_old else ()
        return Change(ChangeKind.DELETED, olds, news, parts, score=0.0)
    if not olds:
        parts = (Segment(Op.INSERTED, text_new, ""),) if text_new else ()
        return Change(ChangeKind.INSERTED, olds, news, parts, score=0.0)
    parts = segments(vocabulary.cut(text_old), vocabulary.cut(text_new), vocabulary)
    renumbered = olds[0].label != news[0].label
    flags: tuple[str, ...] = ()
    if all(part.op is Op.KEPT for part in parts):
        kind = ChangeKind.SAME
        if any(part.old != part.new for part in parts):
            flags = ("typography",)
    else:
        kind = ChangeKind.EDITED
    if len(olds) > 1:
        kind = ChangeKind.MERGED
    elif len(news) > 1:
        kind = ChangeKind.SPLIT
    kept = sum(len(part.old) + len(part.new) for part in parts if part.op is Op.KEPT)
    score = round(kept / max(1, len(text_old) + len(text_new)), 3)
    return Change(kind, olds, news, parts, group.moved, renumbered, score, flags)


def _words(change: Change, op: Op, vocabulary: Vocabulary) -> int:
    parts = (part.new or part.old for part in change.segments if part.op is op)
    return sum(vocabulary.words(part) for part in parts)
