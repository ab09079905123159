"""A comparison side by side for a terminal or a plain file: the old text at the left, the new one at the right."""

from collections.abc import Collection, Sequence

from negotiator.comparing.comparison import Change, Comparison, Op, Segment
from negotiator.display import safe, shortened
from negotiator.documents.writing.text import PLAIN, TERMINAL, Style
from negotiator.documents.writing.wording import Names, shown, summary_line
from negotiator.documents.writing.wrapping import pad, wrap
from negotiator.i18n import _

NARROWEST = 40
"""Below this many columns two texts cannot stand beside each other."""


def comparison_side(comparison: Comparison, width: int, *, only: Collection[str] = (), styled: bool = False) -> str:
    """Write a comparison in two columns that fit a width; ends in a line break."""
    style = TERMINAL if styled else PLAIN
    half = (max(width, NARROWEST) - 3) // 2
    names = Names(comparison)
    lines = [
        f"{pad(shortened(safe(comparison.old.name), half), half)} │ {shortened(safe(comparison.new.name), half)}",
        summary_line(comparison),
    ]
    for change in shown(comparison, only):
        lines.append("─" * half + "─┼─" + "─" * half)
        lines += _rows(change, names, half, style)
    if not comparison.differs:
        lines.append(_("The two texts say the same."))
    return "\n".join(lines) + "\n"


def _rows(change: Change, names: Names, half: int, style: Style) -> list[str]:
    told = names.told(change)
    left = [_head(names.old(change.old), "" if change.new else told, style)] if change.old else []
    right = [_head(names.new(change.new), told, style)] if change.new else []
    left += _words(change.segments, Op.DELETED, style) if change.old else []
    right += _words(change.segments, Op.INSERTED, style) if change.new else []
    lefts = [part for line in left for part in wrap(line, half)]
    rights = [part for line in right for part in wrap(line, half)]
    height = max(len(lefts), len(rights))
    lefts += [""] * (height - len(lefts))
    rights += [""] * (height - len(rights))
    return [f"{pad(old, half)} │ {new}".rstrip() for old, new in zip(lefts, rights, strict=True)]


def _head(place: str, told: str, style: Style) -> str:
    return f"{style.strong[0]}{safe(place)}{style.strong[1]}{f'  ({told})' if told else ''}"


def _words(segments: Sequence[Segment], marked: Op, style: Style) -> list[str]:
    before, after = style.deleted if marked is Op.DELETED else style.inserted
    parts = []
    for segment in segments:
        words = segment.old if marked is Op.DELETED else segment.new
        if words:
            words = safe(words, lines=True).replace("\t", " ")
            parts.append(words if segment.op is Op.KEPT else f"{before}{words}{after}")
    return "".join(parts).split("\n")
