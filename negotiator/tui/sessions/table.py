"""The log of a session as a table that is filled anew at every change and keeps its place."""

from collections.abc import Sequence

from textual import events
from textual.widgets import DataTable

from negotiator.domain.meeting import POSITION_NAMES, Entry
from negotiator.i18n import _
from negotiator.tui.text import cell

MOST_SHOWN = 500
"""How many entries are shown, the latest: a table draws them all before it is first seen."""

TIME, SPEAKER, PARAGRAPH, POSITION = 6, 11, 11, 13
"""Columns that every entry fills alike; the words take the rest."""
LONGEST_POSITION = 19
"""Columns of “support with change”."""
ROOMY = 84
"""From this width on the longest position is written out."""
FEWEST_WORDS = 16


class LogTable(DataTable[object]):
    """What was said, one intervention a line, in the order in which it was said."""

    def __init__(self) -> None:
        super().__init__(cursor_type="row", zebra_stripes=False)
        self._entries: Sequence[Entry] = ()
        self._hidden: frozenset[str] = frozenset()

    @property
    def chosen(self) -> str | None:
        """The code of the entry under the cursor."""
        if not self.row_count:
            return None
        return str(self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value)

    def show(self, entries: Sequence[Entry], hidden: frozenset[str]) -> None:
        """Fill the table; the cursor stays on its entry, or goes on with the log where it stood at the end."""
        at_end = self.cursor_row >= self.row_count - 1
        kept = None if at_end else self.chosen
        self._entries, self._hidden = entries, hidden
        self._fill()
        shown = [entry.code for entry in entries[-MOST_SHOWN:]]
        if shown:
            self.move_cursor(row=shown.index(kept) if kept in shown else len(shown) - 1)

    def on_resize(self, _event: events.Resize) -> None:
        """Give the words the room there is."""
        row = self.cursor_row
        self._fill()
        if self.row_count:
            self.move_cursor(row=min(row, self.row_count - 1))

    def _fill(self) -> None:
        self.clear(columns=True)
        narrow = self.size.width < 70
        position = 0 if narrow else POSITION if self.size.width < ROOMY else LONGEST_POSITION
        room = self.size.width - TIME - SPEAKER - PARAGRAPH - position - 12
        self.add_column(cell(_("time")), width=TIME)
        self.add_column(cell(_("speaker")), width=SPEAKER)
        self.add_column(cell(_("paragraph")), width=PARAGRAPH)
        if not narrow:
            self.add_column(cell(_("position")), width=position)
        self.add_column(cell(_("words")), width=max(FEWEST_WORDS, room))
        for entry in self._entries[-MOST_SHOWN:]:
            self.add_row(*_cells(entry, entry.code in self._hidden, narrow), key=entry.code)


def _cells(entry: Entry, hidden: bool, narrow: bool) -> list[object]:
    """Write one entry; what the audience may not see shows that something was said and no more."""
    words = _("hidden") if hidden else entry.words
    position = "" if hidden or entry.position is None else _(POSITION_NAMES[entry.position])
    paragraph = "" if hidden else entry.paragraphs
    start = [cell(f"{entry.said.local:%H:%M}"), cell(entry.speaker, "bold"), cell(paragraph)]
    if narrow:
        return [*start, cell(f"{position}: {words}" if position and words else position or words)]
    return [*start, cell(position), cell(words, "italic" if hidden else "")]
