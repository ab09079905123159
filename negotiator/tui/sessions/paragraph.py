"""The paragraph that is spoken of: its text, who holds what on it, what was said last."""

from collections.abc import Sequence

from textual.content import Content

from negotiator.domain.entry import POSITION_NAMES, Entry
from negotiator.domain.tally import Basis, Count
from negotiator.i18n import _
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.tui.sessions.reading import SHOWN_WHILE_TYPING, cut
from negotiator.tui.text import Part, lines, marked, plain
from negotiator.tui.widgets.provisions import provision_lines

LAST = 6
"""How many of the entries on it are shown."""


def paragraph(
    screen: TextOnScreen, label: str, counts: Sequence[Count], entries: Sequence[Entry], columns: int
) -> Content:
    """Show a paragraph of the text on screen with who holds what on it, each State once, and what was said last."""
    found = screen.provision(label)
    if found is None:
        return plain(_("The text has no such paragraph."), "$text-muted") if screen.provisions else Content("")
    under = [each for each in screen.provisions if each.path == found.path or each.path.startswith(found.path + "/")]
    rows = provision_lines(under, columns, level=found.level)
    if counts:
        rows += [Content(""), *(count_line(count) for count in counts)]
    if entries:
        rows.append(Content(""))
        for entry in entries[-LAST:]:
            words = cut(entry.words, SHOWN_WHILE_TYPING)
            rows.append(marked((f"{entry.said.local:%H:%M} ", "$text-muted"), (entry.speaker, "bold"), " ", words))
    return lines(rows)


def count_line(count: Count) -> Content:
    """Write how many hold a position and on what basis, such as `27 oppose (1 own, 26 for GROUP-X)`."""
    parts: list[Part] = [(_("{n} {position}", n=count.figure, position=_(POSITION_NAMES[count.position])), "bold")]
    told = count.basis()
    if count.shares or count.by(Basis.ALIGNED):
        parts.append((f" ({told})", "$text-muted"))
    if count.others:
        parts.append((" + " + ", ".join(count.others), "$text-muted"))
    return marked(*parts)
