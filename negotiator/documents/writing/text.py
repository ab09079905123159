"""A comparison for a terminal or a plain file, one change after the other; the marks are told in `marks`."""

from collections.abc import Collection, Sequence

from negotiator.comparing.comparison import Change, Comparison
from negotiator.documents.writing.blocks import Part, blocks
from negotiator.documents.writing.concordance import concordance_lines
from negotiator.documents.writing.marks import PLAIN, Marks, shown
from negotiator.documents.writing.pieces import inline_lines
from negotiator.documents.writing.wording import Names, section_name, summary_line, title_of, word_counts
from negotiator.documents.writing.wrapping import wrap
from negotiator.i18n import _
from negotiator.text.provision import Provision

INDENT = "    "


def comparison_text(comparison: Comparison, *, only: Collection[str] = (), marks: Marks = PLAIN, width: int = 0) -> str:
    """Write the changes as text that ends in a line break; `only` names the headings to show, a `width` wraps."""
    names = Names(comparison)
    lines = head_lines(comparison, marks)
    any_shown = False
    for block in blocks(comparison, only):
        any_shown = True
        if block.part is Part.SECTION and block.heading is not None:
            lines += ["", marks.aside(f"── {section_name(block.heading)}")]
            continue
        change = comparison.changes[block.place]
        if block.part is Part.LEFT:
            lines += ["", f"{marks.heading(names.called_old(change.old))}  {marks.aside(names.left(change))}"]
        else:
            lines += ["", *_told(change, names, marks, width)]
    lines += told_of_none(comparison, any_shown)
    return "\n".join(part for line in lines for part in (wrap(line, width) if width else [line])) + "\n"


def concordance_text(comparison: Comparison, marks: Marks = PLAIN) -> str:
    """Write the concordance as a table of text."""
    return "\n".join([*head_lines(comparison, marks), "", *concordance_lines(comparison, Names(comparison))]) + "\n"


def head_lines(comparison: Comparison, marks: Marks) -> list[str]:
    """Say what is compared and count the changes."""
    counts = [line for line in (summary_line(comparison), word_counts(comparison)) if line]
    return [marks.heading(title_of(comparison)), *counts]


def told_of_none(comparison: Comparison, shown: bool) -> list[str]:
    """Say so where there is nothing to show."""
    if not comparison.differs:
        return ["", _("The two texts say the same.")]
    return [] if shown else ["", _("Nothing of this kind changed.")]


def labelled(lines: list[str], provisions: Sequence[Provision]) -> list[str]:
    """Put each of several paragraphs behind its own label."""
    if len(provisions) < 2 or len(lines) != len(provisions):
        return lines
    return [f"{shown(each.label)} {line}".strip() for each, line in zip(provisions, lines, strict=True)]


def _told(change: Change, names: Names, marks: Marks, width: int) -> list[str]:
    words = labelled([marks.line(line) for line in inline_lines(change.segments)], change.new)
    if width:
        words = [part for line in words for part in wrap(line, width - len(INDENT))]
    return [
        f"{marks.heading(names.place(change))}  {marks.aside(names.told(change))}",
        *(f"{INDENT}{line}".rstrip() for line in words),
    ]
