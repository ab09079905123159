"""The concordance of two texts: old number, new number, what happened."""

from negotiator.comparing.comparison import Comparison
from negotiator.display import safe
from negotiator.documents.writing.addresses import ABOVE
from negotiator.documents.writing.wording import Names
from negotiator.documents.writing.wrapping import columns, pad
from negotiator.i18n import _
from negotiator.text.provision import Provision

NOWHERE = "–"
"""Stands where a provision has no counterpart."""


def titles() -> tuple[str, str, str]:
    """Return what stands above the three columns."""
    return _("old"), _("new"), _("what happened")


def concordance(comparison: Comparison, names: Names) -> list[tuple[str, str, str]]:
    """Return the rows in the order of the new text, what is gone at its old place; what has no number is left out."""
    rows = []
    for change in comparison.changes:
        olds = [each for each in change.old if _is_numbered(each, names.old([each]))]
        news = [each for each in change.new if _is_numbered(each, names.new([each]))]
        if olds or news:
            rows.append((names.old(olds) or NOWHERE, names.new(news) or NOWHERE, names.told(change)))
    return rows


def _is_numbered(provision: Provision, name: str) -> bool:
    """Say whether a provision is known by a number, its own or its place in an article, not by how it begins."""
    return bool(provision.label) or (provision.kind not in ABOVE and not name.startswith("“"))


def concordance_lines(comparison: Comparison, names: Names) -> list[str]:
    """Write the concordance as a table of plain text, aligned by display width."""
    cells = [[safe(cell) for cell in row] for row in (titles(), *concordance(comparison, names))]
    widths = [max(columns(row[place]) for row in cells) for place in (0, 1)]
    return [f"{pad(row[0], widths[0])}  {pad(row[1], widths[1])}  {row[2]}".rstrip() for row in cells]
