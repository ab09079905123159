"""A comparison as Markdown: `<del>` and `<ins>` around words, every sign of the texts themselves escaped.

Asterisks and tildes would not do: Markdown lets them mark words only where no comma or bracket stands beside them.
"""

import re
from collections.abc import Collection

from negotiator.comparing.comparison import Comparison, Op
from negotiator.display import safe
from negotiator.documents.writing.blocks import Part, blocks
from negotiator.documents.writing.concordance import concordance, titles
from negotiator.documents.writing.pieces import Line, inline_lines
from negotiator.documents.writing.text import told_of_none
from negotiator.documents.writing.wording import Names, section_name, summary_line, title_of, word_counts
from negotiator.i18n import _

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#~|!&$]")
_START = re.compile(r"^([-+=]+|\d+[.)])(?=\s|$)")
LEGEND = "<del>{}</del> · <ins>{}</ins>"
_TAGS = {Op.DELETED: "del", Op.INSERTED: "ins"}


def comparison_markdown(comparison: Comparison, *, only: Collection[str] = ()) -> str:
    """Write the changes as Markdown that ends in a line break."""
    names = Names(comparison)
    lines = [*_head(comparison), "", LEGEND.format(_("deleted words"), _("inserted words"))]
    shown = False
    for block in blocks(comparison, only):
        shown = True
        if block.part is Part.SECTION and block.heading is not None:
            lines += ["", f"## {escaped(section_name(block.heading))}"]
            continue
        change = comparison.changes[block.place]
        if block.part is Part.LEFT:
            lines += ["", f"### {escaped(names.called_old(change.old))}", "", f"*{escaped(names.left(change))}*"]
            continue
        lines += ["", f"### {escaped(names.place(change))}", "", f"*{escaped(names.told(change))}*"]
        for line in inline_lines(change.segments):
            lines += ["", marked(line)]
    lines += told_of_none(comparison, shown)
    return "\n".join(lines) + "\n"


def concordance_markdown(comparison: Comparison) -> str:
    """Write the concordance as a table of Markdown."""
    rows = [titles(), ("---",) * 3, *concordance(comparison, Names(comparison))]
    cells = [(row if number == 1 else tuple(map(escaped, row))) for number, row in enumerate(rows)]
    return "\n".join([*_head(comparison), "", *(f"| {' | '.join(row)} |" for row in cells)]) + "\n"


def marked(line: Line) -> str:
    """Write one paragraph with its deleted and inserted words marked."""
    parts = []
    for piece in line:
        words, tag = _signs(piece.words), _TAGS.get(piece.op)
        parts.append(f"<{tag}>{words}</{tag}>" if tag else words)
    return _start("".join(parts))


def escaped(words: str) -> str:
    """Let every sign of a text stand for itself."""
    return _start(_signs(words))


def _head(comparison: Comparison) -> list[str]:
    lines = (summary_line(comparison), word_counts(comparison))
    return [f"# {escaped(title_of(comparison))}", "", "  \n".join(line for line in lines if line)]


def _signs(words: str) -> str:
    return _SIGNS.sub(lambda found: f"\\{found[0]}", safe(words.replace("\n", " ").replace("\t", " ")))


def _start(words: str) -> str:
    """Escape what would begin a list or a heading at the start of a line."""
    return _START.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", words.lstrip(" "))
