"""The segments of a change cut at the ends of paragraphs, and at every token that is only spelled differently."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from negotiator.comparing.comparison import Op, Segment
from negotiator.text.tokens import pieces

BREAK = "\n"
"""The end of a paragraph."""

_SPACES = frozenset(" \u00a0\u3000")


@dataclass(frozen=True, slots=True)
class Atom:
    """Words that are spelled alike where they are kept, or the end of a paragraph."""

    op: Op
    """Kept, deleted or inserted."""
    words: str
    """The words, or `BREAK` itself."""


def atoms(segments: Iterable[Segment]) -> Iterator[Atom]:
    """Cut segments into atoms; joined, they rebuild both sides letter by letter, whatever the spelling."""
    gone = come = ""
    for segment in segments:
        if segment.op is Op.DELETED:
            gone += segment.old
        elif segment.op is Op.INSERTED:
            come += segment.new
        else:
            yield from _edited(gone, come)
            gone = come = ""
            if segment.new == segment.old:
                yield from _cut(Op.KEPT, segment.new)
            else:
                yield from _respelled(segment.old, segment.new)
    yield from _edited(gone, come)


def _edited(gone: str, come: str) -> Iterator[Atom]:
    """Give the words that one place lost and won; a space behind both of them stays."""
    end, stop = len(gone), len(come)
    while end and stop and gone[end - 1] == come[stop - 1] and gone[end - 1] in _SPACES:
        end, stop = end - 1, stop - 1
    yield from _cut(Op.DELETED, gone[:end])
    yield from _cut(Op.INSERTED, come[:stop])
    yield from _cut(Op.KEPT, gone[end:])


def _cut(op: Op, words: str) -> Iterator[Atom]:
    for place, part in enumerate(words.split(BREAK)):
        if place:
            yield Atom(op, BREAK)
        if part:
            yield Atom(op, part)


def _respelled(old: str, new: str) -> Iterator[Atom]:
    """Pair the tokens of words that say the same, so that only what is spelled differently counts as changed."""
    before, after = _tokens(old), _tokens(new)
    if len(before) != len(after):
        before, after = [old], [new]
    gone = come = ""
    for was, now in zip(before, after, strict=True):
        if was != now:
            gone, come = gone + was, come + now
            continue
        yield from _edited(gone, come)
        gone = come = ""
        yield from _cut(Op.KEPT, now)
    yield from _edited(gone, come)


def _tokens(words: str) -> list[str]:
    """Return tokens and the white space behind each, in turns, so that a changed space leaves its word alone."""
    found = []
    for piece in pieces(words):
        core = piece.rstrip()
        found += [core, piece[len(core) :]]
    return found
