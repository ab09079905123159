"""From blocks to lines of the screen, side by side or inline, for a number of columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from negotiator.comparing.comparison import Change, ChangeKind, Comparison, Op
from negotiator.display import safe
from negotiator.documents.writing.wording import HEADINGS, Names
from negotiator.i18n import _, n_
from negotiator.text.provision import Kind, Provision
from negotiator.tui.compare.blocks import Block, Part
from negotiator.tui.text import fitted
from negotiator.tui.widgets.wrapping import Line, Span, wrapped

SIGNS = {
    "same": " ",
    "renumbered": "#",
    "edited": "~",
    "moved": ">",
    "split": "÷",
    "merged": "&",
    "inserted": "+",
    "deleted": "−",
}
"""The sign before each change, so that colour is never alone."""
GUTTER = 10
"""Columns for the cursor, the sign and the label."""
BETWEEN: Span = (" │ ", "rule")
"""What stands between two texts."""
KEPT, DELETED, INSERTED, QUIET = "kept", "deleted", "inserted", "quiet"


@dataclass(frozen=True, slots=True)
class Laid:
    """A comparison laid out for the screen."""

    lines: tuple[Line, ...]
    """What to draw, from top to bottom."""
    owner: tuple[int, ...]
    """Which block each line belongs to."""
    top: tuple[int, ...]
    """The first line of each block."""


def laid_out(comparison: Comparison, names: Names, blocks: Sequence[Block], columns: int, *, side: bool) -> Laid:
    """Lay blocks out in so many columns."""
    lines: list[Line] = []
    owner: list[int] = []
    top: list[int] = []
    for place, block in enumerate(blocks):
        top.append(len(lines))
        change = comparison.changes[block.first]
        if block.part is Part.FOLD:
            drawn = [_fold(comparison, block, columns)]
        elif side:
            drawn = _side(change, block.part, columns, names)
        else:
            drawn = _inline(change, block.part, columns, names)
        lines += [*drawn, ()]
        owner += [place] * (len(drawn) + 1)
    return Laid(tuple(lines), tuple(owner), tuple(top))


def _fold(comparison: Comparison, block: Block, columns: int) -> Line:
    folded = comparison.changes[block.first : block.first + block.count]
    found = {heading: sum(each.counted_as == heading for each in folded) for heading in HEADINGS}
    told = ", ".join(f"{count} {_(HEADINGS[heading])}" for heading, count in found.items() if count)
    words = f" ··· {told} "
    return ((fitted(words + "·" * max(0, columns - cell_len(words) - 1), columns), "fold"),)


def _side(change: Change, part: Part, columns: int, names: Names) -> list[Line]:
    half = (columns - 3) // 2
    told = _told(change, part, names)
    left: list[Line] = []
    right: list[Line] = []
    both_ends = change.moved and change.kind not in (ChangeKind.SPLIT, ChangeKind.MERGED)
    if part is Part.LEFT:
        left = _text(change.old, _spans(change, Op.DELETED), half, _sign(change), told)
    else:
        if change.old and not both_ends:
            left = _text(change.old, _spans(change, Op.DELETED), half, _sign(change), "" if change.new else told)
        if change.new:
            right = _text(change.new, _spans(change, Op.INSERTED), half, _sign(change), told)
    return [(*_filled(old or (), half), BETWEEN, *(new or ())) for old, new in zip_longest(left, right)]


def _inline(change: Change, part: Part, columns: int, names: Names) -> list[Line]:
    told = _told(change, part, names)
    if part is Part.LEFT:
        words = safe(" ".join(each.text for each in change.old))
        return _text(change.old, [(fitted(words, max(8, columns - GUTTER - 2)).rstrip(), QUIET)], columns, ">", told)
    both: list[Span] = []
    for segment in change.segments:
        if segment.op is not Op.INSERTED and segment.op is not Op.KEPT:
            both.append((safe(segment.old, lines=True), DELETED))
        elif segment.op is Op.INSERTED:
            both.append((safe(segment.new, lines=True), INSERTED))
        else:
            both.append((safe(segment.new, lines=True), _ground(change)))
    return _text(change.new or change.old, both, columns, _sign(change), told)


def _spans(change: Change, marked: Op) -> list[Span]:
    """The words of one side: all of the old one with what was deleted, or all of the new one with what came."""
    found: list[Span] = []
    for segment in change.segments:
        words = segment.old if marked is Op.DELETED else segment.new
        if words:
            style = _ground(change) if segment.op is Op.KEPT else DELETED if marked is Op.DELETED else INSERTED
            found.append((safe(words, lines=True), style))
    return found


def _ground(change: Change) -> str:
    return QUIET if change.counted_as in ("same", "renumbered") else KEPT


def _sign(change: Change) -> str:
    return SIGNS[change.counted_as]


def _told(change: Change, part: Part, names: Names) -> str:
    if part is Part.LEFT:
        return _("moved to {place}", place=safe(names.new(change.new)))
    if change.counted_as == "same" or (change.kind is ChangeKind.EDITED and not (change.moved or change.flags)):
        return ""  # the sign says it
    return safe(names.told(change))


def _text(provisions: Sequence[Provision], spans: list[Span], columns: int, sign: str, told: str) -> list[Line]:
    """Hang the words of each provision beside its label, and say under the last one what happened."""
    pieces = _apart(spans)
    if len(pieces) != len(provisions):
        pieces = [spans, *([] for _each in provisions[1:])]
    rows: list[Line] = []
    for place, (provision, piece) in enumerate(zip(provisions, pieces, strict=True)):
        rows += _hung(provision, piece, columns, sign if place == 0 else " ")
    if told:
        rows += [((" " * GUTTER, KEPT), *line) for line in wrapped([(told, "told")], max(8, columns - GUTTER))]
    return rows


def _apart(spans: Sequence[Span]) -> list[list[Span]]:
    """Take the words of several provisions apart: a line break stands between them."""
    pieces: list[list[Span]] = [[]]
    for text, style in spans:
        for place, part in enumerate(text.split("\n")):
            if place:
                pieces.append([])
            if part:
                pieces[-1].append((part, style))
    return pieces


def _hung(provision: Provision, spans: list[Span], columns: int, sign: str) -> list[Line]:
    """Hang words beside their label; a label too long for the gutter stands on a line of its own."""
    label = safe(provision.label.strip())
    room = GUTTER - 4
    style = "heading" if provision.kind in (Kind.TITLE, Kind.HEADING, Kind.ANNEX) else "label"
    spans = [(text, style if look == KEPT and style == "heading" else look) for text, look in spans]
    body = wrapped(spans, max(8, columns - GUTTER))
    rest: Line = ((" " * GUTTER, KEPT),)
    if cell_len(label) <= room:
        head: Line = ((f" {sign} ", "sign"), (fitted(label, room), style), (" ", KEPT))
        return [(*(head if place == 0 else rest), *line) for place, line in enumerate(body)]
    above = wrapped([(label, style)], max(8, columns - 3))
    rows: list[Line] = [((f" {sign if place == 0 else ' '} ", "sign"), *line) for place, line in enumerate(above)]
    return rows + [(*rest, *line) for line in body if line]


def _filled(line: Line, columns: int) -> Line:
    taken = sum(cell_len(text) for text, _style in line)
    return (*line, (" " * max(0, columns - taken), KEPT))


def headline(comparison: Comparison, columns: int) -> str:
    """Say what is compared and how much there is, short where it is narrow."""
    units = n_("{n} unit", "{n} units", len(comparison.new.provisions))
    return fitted(f"{comparison.old.name} → {comparison.new.name} · {units}", columns).rstrip()


__all__ = ["GUTTER", "SIGNS", "Laid", "headline", "laid_out"]
