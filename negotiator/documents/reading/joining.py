"""Where a line of a paragraph goes on, and where the next paragraph begins without an empty line between."""

LONG = 100
"""A line longer than this was not wrapped by hand."""

_ENDS = (".", ";", ":", "。", "；", "：", "!", "?", "！", "？", "]", "*", ")")
_OPENERS = "[(*_“\"'「（【"


def a_paragraph_a_line(rows: list[str]) -> bool:
    """Say whether a text was typed without wrapping, so that each end of a line was meant."""
    return 2 * sum(len(row) for row in rows if len(row) > LONG) > sum(map(len, rows))


def begins_anew(before: str, after: str) -> bool:
    """Say whether a line begins a paragraph in a text typed a paragraph a line.

    It does where the line before ends like a sentence and this one begins like one.
    """
    start = after.lstrip().lstrip(_OPENERS)[:1]
    return before.rstrip().endswith(_ENDS) and not start.islower()


def joined(rows: list[str]) -> str:
    """Join the lines of a paragraph, with a space except between Chinese characters."""
    text = rows[0].rstrip().removesuffix("\\")
    for row in rows[1:]:
        row = row.strip().removesuffix("\\")
        if text and row:
            text += row if is_han(text[-1]) and is_han(row[0]) else f" {row}"
        else:
            text += row
    return text


def is_han(character: str) -> bool:
    """Say whether a character is written without spaces around it, as Chinese characters and their punctuation are."""
    code = ord(character)
    return 0x2E80 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or 0xFF00 <= code < 0xFF66 or 0x20000 <= code < 0x32380
