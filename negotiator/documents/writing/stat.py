"""The figures of a comparison: how many changes of each kind, what to look at, and in which sections."""

from dataclasses import dataclass

from negotiator.comparing.comparison import Comparison
from negotiator.display import shortened
from negotiator.documents.writing.blocks import Sections, wanted
from negotiator.documents.writing.marks import PLAIN, Marks, shown
from negotiator.documents.writing.text import told_of_none
from negotiator.documents.writing.wording import flag_rows, section_name, summary_rows, title_of
from negotiator.documents.writing.wrapping import columns, pad
from negotiator.i18n import _

LONGEST_NAME = 48
"""How many columns the name of a section may take."""
LONGEST_BAR = 20
"""How many columns the longest bar takes."""


@dataclass(slots=True)
class Section:
    """How much changed under one heading."""

    name: str
    """The heading as it is printed."""
    count: int = 0
    """How many of its provisions changed."""


def comparison_stat(comparison: Comparison, marks: Marks = PLAIN) -> str:
    """Write the figures as text that ends in a line break."""
    words = [(comparison.words_inserted, _("words inserted")), (comparison.words_deleted, _("words deleted"))]
    lines = [marks.heading(title_of(comparison)), *_figures([*summary_rows(comparison), *words])]
    flags = flag_rows(comparison)
    if flags:
        lines += ["", _("To look at"), *_figures(flags)]
    found = sections(comparison)
    if found:
        lines += ["", _("By section"), *_bars(found)]
    lines += told_of_none(comparison, shown=True)
    return "\n".join(lines) + "\n"


def sections(comparison: Comparison) -> list[Section]:
    """Count the changes under each heading that has any, in reading order."""
    headings = Sections(comparison)
    found: dict[object, Section] = {}
    over = None
    for place in sorted(wanted(comparison)):
        change = comparison.changes[place]
        heading = headings.over(change) or over
        over = heading
        name = section_name(heading) if heading else _("(before the first heading)")
        found.setdefault(heading, Section(name)).count += 1
    return list(found.values())


def _figures(rows: list[tuple[int, str]]) -> list[str]:
    widest = max(len(str(count)) for count, _words in rows)
    return [f"  {count:>{widest}}  {words}" for count, words in rows]


def _bars(found: list[Section]) -> list[str]:
    names = [shortened(shown(section.name), LONGEST_NAME) for section in found]
    width = max(columns(name) for name in names)
    most = max(section.count for section in found)
    digits = len(str(most))
    return [
        f"  {pad(name, width)}  {section.count:>{digits}}  {'█' * max(1, round(section.count * LONGEST_BAR / most))}"
        for name, section in zip(names, found, strict=True)
    ]
