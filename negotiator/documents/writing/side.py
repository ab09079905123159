"""A comparison side by side for a terminal or a plain file: the old text at the left, the new one at the right."""

from collections.abc import Collection

from negotiator.comparing.comparison import Change, Comparison, Op
from negotiator.display import safe, shortened
from negotiator.documents.writing.blocks import Block, Part, blocks
from negotiator.documents.writing.marks import PLAIN, Marks
from negotiator.documents.writing.pieces import side_lines
from negotiator.documents.writing.text import labelled, told_of_none
from negotiator.documents.writing.wording import Names, section_name, summary_line, word_counts
from negotiator.documents.writing.wrapping import pad, wrap

NARROWEST = 40
"""Below this many columns two texts cannot stand beside each other."""
USUAL = 120
"""The columns where nothing tells how many there are."""


def comparison_side(comparison: Comparison, width: int = 0, *, only: Collection[str] = (), marks: Marks = PLAIN) -> str:
    """Write a comparison in two columns that fit a width; ends in a line break."""
    whole = max(width or USUAL, NARROWEST)
    half = (whole - 3) // 2
    names = Names(comparison)
    left, right = (shortened(safe(side.name), half) for side in (comparison.old, comparison.new))
    lines = [
        f"{marks.heading(pad(left, half))} │ {marks.heading(right)}",
        *wrap(f"{summary_line(comparison)} · {word_counts(comparison)}", whole),
    ]
    shown = False
    for block in blocks(comparison, only):
        shown = True
        if block.part is Part.SECTION and block.heading is not None:
            lines += ["─" * half + "─┴─" + "─" * half, *wrap(marks.heading(section_name(block.heading)), whole)]
            lines.append("─" * half + "─┬─" + "─" * half)
            continue
        if lines[-1][-1:] != "─":
            lines.append("─" * half + "─┼─" + "─" * half)
        lines += _rows(comparison.changes[block.place], block, names, half, marks)
    lines += told_of_none(comparison, shown)
    return "\n".join(lines) + "\n"


def _rows(change: Change, block: Block, names: Names, half: int, marks: Marks) -> list[str]:
    if block.part is Part.LEFT:
        return _beside([_head(names.called_old(change.old), names.left(change), marks)], [], half)
    told = names.told(change)
    left: list[str] = []
    right: list[str] = []
    if change.old:
        left = [_head(names.called_old(change.old), "" if change.new else told, marks)]
        left += labelled([marks.line(line) for line in side_lines(change.segments, Op.DELETED)], change.old)
    if change.new:
        right = [_head(names.called_new(change.new), told, marks)]
        right += labelled([marks.line(line) for line in side_lines(change.segments, Op.INSERTED)], change.new)
    return _beside(left, right, half)


def _beside(left: list[str], right: list[str], half: int) -> list[str]:
    lefts = [part for line in left for part in wrap(line, half)]
    rights = [part for line in right for part in wrap(line, half)]
    height = max(len(lefts), len(rights))
    lefts += [""] * (height - len(lefts))
    rights += [""] * (height - len(rights))
    return [f"{pad(old, half)} │ {new}".rstrip() for old, new in zip(lefts, rights, strict=True)]


def _head(place: str, told: str, marks: Marks) -> str:
    return f"{marks.heading(place)}{f'  {marks.aside(told)}' if told else ''}"
