"""The concordance of two texts: old number, new number, what happened."""

from negotiator.comparing.comparison import Comparison
from negotiator.display import safe
from negotiator.documents.writing.wording import Names
from negotiator.documents.writing.wrapping import columns, pad
from negotiator.i18n import _
from negotiator.text.provision import Kind

NOWHERE = "–"
"""Stands where a provision has no counterpart."""


def titles() -> tuple[str, str, str]:
    """Return what stands above the three columns."""
    return _("old"), _("new"), _("what happened")


def concordance(comparison: Comparison, names: Names) -> list[tuple[str, str, str]]:
    """Return the rows in the order of the new text, what is gone at its old place; what has no number is left out."""
    rows = []
    for change in comparison.changes:
        olds, news = ([p for p in side if p.label or p.kind is Kind.PREAMBULAR] for side in (change.old, change.new))
        if olds or news:
            rows.append((names.old(olds) or NOWHERE, names.new(news) or NOWHERE, names.told(change)))
    return rows


def concordance_lines(comparison: Comparison, names: Names) -> list[str]:
    """Write the concordance as a table of plain text, aligned by display width."""
    cells = [[safe(cell) for cell in row] for row in (titles(), *concordance(comparison, names))]
    widths = [max(columns(row[place]) for row in cells) for place in (0, 1)]
    return [f"{pad(row[0], widths[0])}  {pad(row[1], widths[1])}  {row[2]}".rstrip() for row in cells]
