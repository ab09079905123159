"""A comparison for a terminal or a plain file, one provision after the other.

Deleted words stand between `{-` and `-}`, inserted ones between `{+` and `+}`: square brackets belong to the
negotiators. On a terminal they are struck and underlined as well; colour comes on top and never alone.
"""

from collections.abc import Collection
from dataclasses import dataclass

from negotiator.comparing.comparison import Change, Comparison, Op
from negotiator.display import safe
from negotiator.documents.writing.wording import Names, concordance, shown, summary_line, word_counts
from negotiator.documents.writing.wrapping import columns, pad, wrap
from negotiator.i18n import _


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set off."""

    deleted: tuple[str, str]
    """What stands before and after deleted words."""
    inserted: tuple[str, str]
    """What stands before and after inserted words."""
    strong: tuple[str, str]
    """What stands before and after a heading."""


PLAIN = Style(("{-", "-}"), ("{+", "+}"), ("", ""))
"""For files and pipes."""
TERMINAL = Style(("\x1b[31m\x1b[9m{-", "-}\x1b[0m"), ("\x1b[32m\x1b[4m{+", "+}\x1b[0m"), ("\x1b[1m", "\x1b[0m"))
"""For terminals: red and struck, green and underlined."""


def comparison_text(
    comparison: Comparison,
    *,
    only: Collection[str] = (),
    stat: bool = False,
    numbers: bool = False,
    styled: bool = False,
    width: int = 0,
) -> str:
    """Write a comparison as text that ends in a line break.

    `only` names the headings to show; `stat` gives the counts alone; `numbers` the concordance. A `width` wraps.
    """
    style = TERMINAL if styled else PLAIN
    names = Names(comparison)
    lines = [_strong(safe(f"{comparison.old.name} → {comparison.new.name}"), style), summary_line(comparison)]
    lines.append(word_counts(comparison))
    if numbers:
        lines += ["", *_concordance(comparison, names)]
    elif not stat:
        for change in shown(comparison, only):
            lines += ["", *_told(change, names, style, width)]
        if not comparison.differs:
            lines += ["", _("The two texts say the same.")]
    return "\n".join(lines) + "\n"


def _told(change: Change, names: Names, style: Style, width: int) -> list[str]:
    marked = []
    for segment in change.segments:
        if segment.op is Op.KEPT:
            marked.append(_visible(segment.new))
        else:
            before, after = style.deleted if segment.op is Op.DELETED else style.inserted
            marked.append(f"{before}{_visible(segment.new or segment.old)}{after}")
    lines = "".join(marked).split("\n")
    if width:
        lines = [part for line in lines for part in wrap(line, width - 4)]
    return [
        _strong(safe(f"¶ {names.place(change)}  {names.told(change)}"), style),
        *(f"    {line}".rstrip() for line in lines),
    ]


def _visible(words: str) -> str:
    return safe(words, lines=True).replace("\t", " ")


def _strong(words: str, style: Style) -> str:
    return f"{style.strong[0]}{words}{style.strong[1]}"


def _concordance(comparison: Comparison, names: Names) -> list[str]:
    rows = [(_("old"), _("new"), _("what happened")), *concordance(comparison, names)]
    cells = [[safe(cell) for cell in row] for row in rows]
    widths = [max(columns(row[place]) for row in cells) for place in (0, 1)]
    return [f"{pad(row[0], widths[0])}  {pad(row[1], widths[1])}  {row[2]}".rstrip() for row in cells]
