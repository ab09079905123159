"""A line to type in that never lets a terminal obey what was pasted into it."""

from rich.text import Text
from textual.widgets import Input

from negotiator.tui.text import one_for_one


class Line(Input):
    """An input whose control characters are shown as pictures, one for one, so that the cursor stays where it is."""

    @property
    def _value(self) -> Text:
        """What is shown for the value; the value itself stays as it was typed."""
        return Text(one_for_one(self.value), no_wrap=True, overflow="ignore", end="")
