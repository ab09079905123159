"""The public door of the comparison engine."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from negotiator.comparing.align import align
from negotiator.comparing.comparison import Change, ChangeKind, Comparison, Op, Segment, Side
from negotiator.comparing.flags import Flag, Flagged, Flagger, References
from negotiator.comparing.groups import Group
from negotiator.comparing.lexicon import Lexicon
from negotiator.comparing.units import Units
from negotiator.comparing.vocabulary import Row, Vocabulary
from negotiator.comparing.words import edit
from negotiator.text.numbering import label_value
from negotiator.text.provision import Provision
from negotiator.text.strength import Terms
from negotiator.text.tokens import fold


def compare(old: Side, new: Side, terms: Terms | None = None) -> Comparison:
    """Return how two texts differ; pure, and the same inputs always give the same value.

    Every provision of both sides stands in exactly one change, and the segments of a change rebuild its two sides.
    The other way round what is identical or plainly edited is paired the same, and a moved pair stays a moved pair
    unless the texts that swapped places are equally long.
    `terms` are the ladders and lists of the language compared (`services.terms.load_terms`); without them nothing is
    said of force, qualifiers, actors and watch-words.
    """
    with uncollected():
        return _compared(old, new, terms)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking again and again over values that hold no cycles: a sixth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            # What was made meanwhile is put with what is old already: else the first thing it does is to walk over it.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _compared(old: Side, new: Side, terms: Terms | None) -> Comparison:
    vocabulary = Vocabulary()
    units_old, units_new = Units(old.provisions, vocabulary), Units(new.provisions, vocabulary)
    lexicon = Lexicon(vocabulary, terms)
    flagger = Flagger(vocabulary, lexicon)
    words_inserted = words_deleted = 0
    changes: list[Change] = []
    referring: dict[int, References] = {}
    for group in align(units_old, units_new):
        made = _change(group, units_old, units_new, lexicon, flagger)
        if made.references:
            referring[len(changes)] = made.references
        changes.append(made.change)
        words_deleted += vocabulary.count_words(made.deleted) if made.deleted else 0
        words_inserted += vocabulary.count_words(made.inserted) if made.inserted else 0
    if referring:
        _let_follow(old, new, changes, referring)
    return Comparison(old, new, tuple(changes), words_inserted, words_deleted)


def _let_follow(old: Side, new: Side, changes: list[Change], referring: Mapping[int, References]) -> None:
    """Take the flag from changes whose references only follow the new numbers of what they name."""
    from negotiator.comparing.following import following

    for number in following(old.provisions, new.provisions, changes, referring):
        kept = tuple(flag for flag in changes[number].flags if flag != Flag.REFERENCE.value)
        changes[number] = changes[number]._replace(flags=kept)


class _Made(NamedTuple):
    """A change, with what is counted and held against the other changes."""

    change: Change
    """What became of a group."""
    deleted: Sequence[int] = ()
    """The tokens deleted in it."""
    inserted: Sequence[int] = ()
    """The tokens inserted in it."""
    references: References | None = None
    """What changed where a reference did."""


def _change(group: Group, old: Units, new: Units, lexicon: Lexicon, flagger: Flagger) -> _Made:
    """Return what became of a group."""
    olds, news = _picked(old.provisions, group.old), _picked(new.provisions, group.new)
    text_old, text_new = _text(olds), _text(news)
    if not news:
        deleted = (Segment(Op.DELETED, "", text_old),) if text_old else ()
        numbers = old.row(group.old[0]).numbers if text_old else ()
        return _Made(Change(ChangeKind.DELETED, olds, news, deleted, score=0.0), deleted=numbers)
    if not olds:
        inserted = (Segment(Op.INSERTED, text_new, ""),) if text_new else ()
        numbers = new.row(group.new[0]).numbers if text_new else ()
        return _Made(Change(ChangeKind.INSERTED, olds, news, inserted, score=0.0), inserted=numbers)
    renumbered = _renumbered(olds[0].label, news[0].label)
    kind = ChangeKind.MERGED if len(olds) > 1 else ChangeKind.SPLIT if len(news) > 1 else ChangeKind.EDITED
    if text_old == text_new:
        same = (Segment(Op.KEPT, text_new, text_old),) if text_new else ()
        if kind is ChangeKind.EDITED:
            kind = ChangeKind.SAME
        return _Made(Change(kind, olds, news, same, group.moved, renumbered))
    row_old = old.row(group.old[0]) if len(olds) == 1 and text_old else old.vocabulary.cut(text_old)
    row_new = new.row(group.new[0]) if len(news) == 1 and text_new else new.vocabulary.cut(text_new)
    found = edit(row_old, row_new, old.vocabulary, lexicon)
    kept = sum(len(part.old) + len(part.new) for part in found.segments if part.op is Op.KEPT)
    score = round(kept / (len(text_old) + len(text_new)), 3)
    if kind is ChangeKind.EDITED and not found.deleted and not found.inserted:
        kind = ChangeKind.SAME
        flagged = Flagged((Flag.TYPOGRAPHY.value,))
    else:
        flagged = flagger.flags(_words(old, group.old, row_old), _words(new, group.new, row_new), found)
    change = Change(kind, olds, news, found.segments, group.moved, renumbered, score, flagged.flags)
    return _Made(change, found.deleted, found.inserted, flagged.references)


def _picked(provisions: Sequence[Provision], indices: Sequence[int]) -> tuple[Provision, ...]:
    return (provisions[indices[0]],) if len(indices) == 1 else tuple(provisions[index] for index in indices)


def _words(units: Units, indices: Sequence[int], row: Row) -> list[int]:
    """Return the words of one side; those of a single provision are known already."""
    if len(indices) == 1 and units.provisions[indices[0]].text:
        return units.words(indices[0])
    return units.vocabulary.soften(row.numbers)


def _text(provisions: Sequence[Provision]) -> str:
    return provisions[0].text if len(provisions) == 1 else "\n".join(provision.text for provision in provisions)


def _renumbered(old: str, new: str) -> bool:
    """Whether two printed labels count differently: ㈠, (一) and (i) count the same; a bracket lifted is to be seen."""
    if old == new:
        return False
    number_old, number_new = old.rstrip(" .)"), new.rstrip(" .)")
    if number_old.isdecimal() and number_new.isdecimal():
        return int(number_old) != int(number_new)
    if fold(old) == fold(new):
        return False
    value = label_value(old)
    return value is None or value != label_value(new) or _brackets(old) != _brackets(new)


def _brackets(label: str) -> int:
    return sum(map(label.count, "[]［］"))
