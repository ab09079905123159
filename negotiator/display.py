"""Text on a terminal, whichever door it goes through: nothing that a terminal would obey, and columns that line up."""

from unicodedata import category, east_asian_width

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_TURNING = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}


def safe(text: str, *, lines: bool = False) -> str:
    """Make control characters visible instead of letting a terminal obey them.

    Line ends and tabs stay as they are with `lines=True`; otherwise they are shown as pictures too.
    """
    if text.isprintable():
        return text
    return "".join(visible(character, lines) for character in text)


def visible(character: str, lines: bool) -> str:
    """Return what stands for one character: itself, unless a terminal would obey it."""
    code = ord(character)
    if lines and character in "\n\t":
        return character
    if code in _PICTURES:
        return _PICTURES[code]
    if 0x80 <= code < 0xA0 or code in _TURNING or 0xD800 <= code < 0xE000 or code in (0x2028, 0x2029):
        return f"\\u{code:04x}"
    return character


def display_width(text: str) -> int:
    """Count the columns that a text takes in a terminal: two for a Chinese character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def shortened(text: str, width: int) -> str:
    """Cut a text to a number of columns, with an ellipsis where something is missing."""
    if display_width(text) <= width:
        return text
    kept, used = [], 0
    for character in text:
        used += _columns(character)
        if used > width - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"
