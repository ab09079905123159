"""The bracket-safe ways to show text: what people wrote is data, never markup, and never obeyed by a terminal.

Use `plain` for a widget, `marked` for text in several styles, `cell` for a table; never hand a bare string that came
from a person or a document to a widget.
"""

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.content import Content

from negotiator.display import safe

Part = str | tuple[str, str]
"""A piece of text, or a piece with the style it is shown in."""


def shown_safely(text: str) -> str:
    """Make the control characters of a text visible; line ends stay, tabs become spaces."""
    return safe(text, lines=True).expandtabs(4)


def one_for_one(text: str) -> str:
    """Show each character that a terminal would obey as one other character."""
    if text.isprintable():
        return text
    return "".join(shown if len(shown := safe(character)) == 1 else "\ufffd" for character in text)


def plain(text: str, style: str = "") -> Content:
    """Show a text exactly as it stands, line ends kept, control characters made visible."""
    shown = shown_safely(text)
    return Content.styled(shown, style) if style else Content(shown)


def marked(*parts: Part) -> Content:
    """Join pieces, each exactly as it stands, some in a style."""
    pieces = [(part, "") if isinstance(part, str) else part for part in parts]
    return Content.assemble(*((shown_safely(text), style) for text, style in pieces if text))


def lines(rows: Iterable[Content]) -> Content:
    """Put contents under each other."""
    return Content("\n").join(rows)


def cell(text: object, style: str = "", *, right: bool = False) -> Text:
    """Show a text in one line of a table, with an ellipsis where it does not fit."""
    return Text(
        safe(str(text)), style=style, no_wrap=True, overflow="ellipsis", justify="right" if right else "left", end=""
    )


def width(text: str) -> int:
    """Count the columns that a text takes on the screen, as the screen itself counts them."""
    return cell_len(text)


def fitted(text: str, columns: int, *, right: bool = False) -> str:
    """Pad or cut a text to exactly so many columns, with an ellipsis where something is missing."""
    taken = cell_len(text)
    if taken > columns:
        return set_cell_size(text, max(0, columns - 1)) + "…" if columns > 0 else ""
    gap = " " * (columns - taken)
    return gap + text if right else text + gap
