"""Markup inside a line of Markdown: emphasis, links, entities and escapes, told apart from the brackets of a draft."""

import re

from negotiator.documents.reading.encoding import without_controls

Links = frozenset[str]
"""The names of links that are defined elsewhere in the file, in small letters."""

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(<?((?:https?:|mailto:|ftp:|#|/|\.)[^\s)>]*|[^\s()<>]+\.\w{2,5})>?(?:\s+\"[^\"]*\")?\)"
)
_NAMED = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\[([^\[\]]+)\]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s>]+)>")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|font|br|p|div|center|a|ins|small|mark|tt|sup|sub)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_MARKS = re.compile(r"\*+|_+")
_DEEPEST = 40
_HELD = 0xE000
"""Escaped characters wait as private ones while the markup is taken off."""


def without_markup(text: str, links: Links = frozenset()) -> str:
    """Return what a line of Markdown says, its markup taken off; square brackets that are no links stay."""
    escaped = "\\" in text
    if escaped:
        text = _ESCAPE.sub(lambda found: chr(_HELD + ord(found[1])), text)
    if "](" in text:
        text = _LINK.sub(lambda found: found[2], text)
    if links and "][" in text:
        text = _NAMED.sub(lambda found: found[1] if found[2].casefold() in links else found[0], text)
    if "<" in text:
        text = _TAG.sub(lambda found: " " if found[0].lower().startswith("<br") else "", _ADDRESS.sub(r"\1", text))
    if "*" in text or "_" in text:
        text = _without_emphasis(text)
    if "`" in text:
        text = re.sub(r"(`+)(.+?)\1", r"\2", text)
    if "&" in text and ";" in text:
        from html import unescape

        text = without_controls(unescape(text))
    if escaped:
        text = "".join(chr(ord(c) - _HELD) if _HELD <= ord(c) < _HELD + 0x80 else c for c in text)
    return text.strip()


def _without_emphasis(text: str) -> str:
    """Take off the stars and underscores that stand in pairs; a single one, as after `NDMC*`, is a word's own."""
    keep: list[tuple[int, int]] = []
    openers: list[list[int]] = []
    for found in _MARKS.finditer(text):
        opens, closes = _flanks(text, found.start(), found.end())
        left = found.end() - found.start()
        place = found.start()
        if closes:
            while left and openers:
                match = next((o for o in reversed(openers) if text[o[0]] == text[place] and o[1]), None)
                if match is None:
                    break
                used = 2 if left >= 2 and match[1] >= 2 else 1
                keep += [(match[0] + match[1] - used, used), (place, used)]
                match[1] -= used
                place, left = place + used, left - used
                del openers[openers.index(match) + 1 :]
                if not match[1]:
                    openers.remove(match)
        if opens and left:
            # Nobody nests deeper; a stranger's file must not make the search long.
            openers = [*openers[-_DEEPEST:], [place, left]]
    if not keep:
        return text
    parts, at = [], 0
    for start, length in sorted(keep):
        parts.append(text[at:start])
        at = start + length
    return "".join([*parts, text[at:]])


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Say whether a run of marks can open and whether it can close emphasis, by what stands on either side."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    loose_before = before.isspace() or not before.isalnum() or (not before.isascii() and ord(before) > 0x2E80)
    loose_after = after.isspace() or not after.isalnum() or (not after.isascii() and ord(after) > 0x2E80)
    left = not after.isspace() and (after.isalnum() or loose_before)
    right = not before.isspace() and (before.isalnum() or loose_after)
    if text[start] == "_":
        return left and (not right or not before.isalnum()), right and (not left or not after.isalnum())
    return left, right
