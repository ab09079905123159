"""A line to type in that never lets a terminal obey what was pasted into it, and loses none of it."""

import re

from rich.cells import cell_len
from rich.text import Span, Text
from textual import events
from textual.binding import Binding
from textual.widgets import Input

from negotiator.tui.text import one_for_one

EDITING = {
    key: binding.action
    for binding in Input.BINDINGS
    if isinstance(binding, Binding) and binding.action != "submit"
    for key in binding.key.split(",")
}
"""What the keys do that edit a line."""
PIECE = 512
"""So many letters of a long line are one piece."""


class Line(Input):
    """An input whose control characters are shown as pictures, one for one, so that the cursor stays where it is."""

    _shown = ("", "", 1)
    """The value that was last asked for, what is shown for it, and how wide that is."""

    def _known(self) -> tuple[str, str, int]:
        """Work out what is shown for a value once: for a book that was pasted it takes seconds."""
        if self._shown[0] is not self.value:
            shown = one_for_one(self.value)
            self._shown = (self.value, shown, cell_len(shown) + 1)
        return self._shown

    @property
    def _value(self) -> Text:
        """What is shown for the value; the value itself stays as it was typed.

        A long one is shown in pieces, of which only those in sight are measured letter by letter.
        """
        shown = self._known()[1]
        pieces = [Span(start, start + PIECE, "none") for start in range(0, len(shown), PIECE)]
        spans = pieces if len(pieces) > 1 else []
        return Text(shown, no_wrap=True, overflow="ignore", end="", spans=spans)

    @property
    def content_width(self) -> int:
        """How wide the line is, with room for the cursor at its end."""
        return self._known()[2] if self.value else super().content_width

    async def _on_key(self, event: events.Key) -> None:
        """Do what edits the line at once.

        Textual itself takes such keys a detour, on which letters that came after them in one burst overtake them:
        behind a slow line the deletion of a word would then delete what was typed in its place.
        """
        if event.key in EDITING:
            event.prevent_default()
            event.stop()
            await self.run_action(EDITING[event.key])

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted into the one line there is; Textual itself would keep the first only."""
        event.prevent_default()
        event.stop()
        pasted = " ".join(re.split(r"\r\n|\r|\n", event.text.strip("\r\n")))
        if self.selection.is_empty:
            self.insert_text_at_cursor(pasted)
        else:
            self.replace(pasted, *self.selection)
