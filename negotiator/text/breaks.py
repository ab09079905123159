"""Whether a row of a hard-wrapped text begins a paragraph of its own or goes on with the one above."""

import re
from collections.abc import Sequence
from itertools import pairwise

from negotiator.text.labels import Label, Style
from negotiator.text.numbering import split_label
from negotiator.text.rows import Row, ends
from negotiator.text.wording import (
    COMMAS,
    is_closing,
    is_front_matter,
    is_han,
    is_named_opening,
    is_opening,
    is_preambular,
    is_title,
)

_SHORT = 0.8
"""A line shorter than this share of a full one was not broken for want of room."""
_VERY_SHORT = 0.6
"""A heading that nothing else tells is shorter than this share of a full line."""
_NUMBER_ALONE = re.compile(r"[0-9]{1,3}")
_HEADINGS = (Style.SYMBOL, Style.WORD, Style.PART, Style.SECTION)
_ITEMS = (Style.LETTER, Style.ITEM, Style.PAREN_NUMBER, Style.BULLET)
_GLYPHS = frozenset("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩•·▪◦‣●○■□➢❖")
_FRONT_STARTS = ("Resolution adopted by ", "Decision adopted by ", "Résolution adoptée ", "Resolución aprobada ")
_ANDS = (" and", " or", " et", " ou", " y", " o", "以及", "和", "或")


class Layout:
    """How the rows of one text are laid out: the full width, and whether empty lines and indents mean anything."""

    def __init__(self, rows: Sequence[Row]) -> None:
        widths = sorted(row.width for row in rows)
        self.full = widths[int(0.9 * (len(widths) - 1))] if widths else 1
        inner = [row for row in rows[1:] if not row.broken]
        broken_off = [
            row
            for above, row in pairwise(rows)
            if above.width >= _SHORT * self.full and not row.broken and not ends(above.text)
        ]
        # Where even the lines of one sentence have empty lines between them, empty lines tell nothing; so with indents.
        few = 0.4 * max(1, len(broken_off))
        self.gaps_tell = any(row.gap for row in inner) and sum(row.gap > 0 for row in broken_off) < few
        indents = sum(row.indent for row in inner)
        flush = len(broken_off) > 1 and sum(row.indent for row in broken_off) < few
        self.indents_tell = indents > 0 and (indents < 0.5 * len(inner) or flush)

    def short(self, row: Row, share: float = _SHORT) -> bool:
        """Say whether a row ended before it was full."""
        return row.width < share * self.full


def begins_paragraph(
    open_: list[Row], row: Row, label: Label | None, following: Label | None, running: Label | None, layout: Layout
) -> bool:
    """Say whether a row begins a paragraph of its own.

    `open_` are the rows of the paragraph above, `label` what the row's own label counts, `following` that of the next
    row, `running` the last numbered paragraph.
    """
    if _NUMBER_ALONE.fullmatch(row.text):
        return False
    above = _last(open_)
    if row.line.whole or row.line.heading or above.line.whole or above.line.heading or row.line.note or above.line.note:
        return True
    room = layout.gaps_tell and row.gap > 0 and not row.broken
    if label is not None:
        return room or _labelled(open_, row, label, running, layout)
    if _stands_out(open_, row, above, layout):
        return True
    ended, short, comma = ends(above.text), layout.short(above), _ends_with_comma(above.text)
    small = row.text[0].islower()
    if row.broken:
        return (ended and short and not small) or (comma and is_preambular(row.text))
    if room:
        return ended or short or comma or not small or above.text.endswith(_ANDS)
    indent = layout.indents_tell and row.indent
    if ended:
        headed = following is not None and following.style is Style.WORD and layout.short(row, _VERY_SHORT)
        return (short or indent or (headed and is_title(row.text))) and not small
    if comma:
        preambular = is_preambular(row.text) and (short or not is_han(row.text[0]))
        return indent or preambular or (short and not small and len(open_) == 1 and not layout.gaps_tell)
    if indent and not above.indent and short:
        return True
    if len(open_) > 1 or small or not _stands_alone(above.text):
        return False
    if short and is_opening(row.text) and layout.short(row):
        return True
    heads = split_label(above.text)[1]
    return layout.short(above, _VERY_SHORT) or (short and heads is not None and heads.style in _HEADINGS)


def _labelled(open_: list[Row], row: Row, label: Label, running: Label | None, layout: Layout) -> bool:
    """Say whether a label at the start of a row is one, not a number or a reference that the line break put there."""
    if row.text[0] in _GLYPHS or label.style is Style.SYMBOL:
        return True
    above = _last(open_)
    short = layout.short(above)
    if label.style is Style.NUMBER:
        expected = label.follows(running) if running is not None else label.numbers == (1,)
    else:
        expected = False
    if above.text.endswith(_ANDS):
        return label.style in _ITEMS
    if ends(above.text):
        return label.style is not Style.NUMBER or expected or short or len(label.numbers) > 1
    alone = len(open_) == 1 and _stands_alone(open_[0].text)
    comma = _ends_with_comma(above.text)
    if expected:
        return comma or short or alone or row.broken
    return short and (alone or row.indent or comma)


def _stands_out(open_: list[Row], row: Row, above: Row, layout: Layout) -> bool:
    """Say whether a row, or the only row above it, can be nothing but a line by itself."""
    if is_closing(row.text):
        return ends(above.text) or is_closing(above.text)
    if is_named_opening(row.text) and layout.short(row, _VERY_SHORT):
        return True
    if row.text.startswith(_FRONT_STARTS):
        return True
    if ends(above.text) and _in_capitals(row) and layout.short(row, _VERY_SHORT):
        return True
    if len(open_) > 1:
        return False
    if is_closing(above.text) or (is_named_opening(above.text) and layout.short(above, _VERY_SHORT)):
        return True
    _, label, rest = split_label(above.text)
    if label is not None and label.style is Style.WORD and not rest:
        return True
    if row.text[0] == "[" and row.text[-1] == "]" and not ends(above.text) and is_front_matter(above.text):
        return True
    return _in_capitals(above) and not row.text.isupper()


def _in_capitals(row: Row) -> bool:
    """Say whether a row is written in capitals throughout, as headings are."""
    return row.text[:3].isalpha() and row.width == len(row.text) and row.text.isupper()


def _last(open_: list[Row]) -> Row:
    """Return the last row of a paragraph that is more than a footnote mark."""
    return open_[-2] if len(open_) > 1 and _NUMBER_ALONE.fullmatch(open_[-1].text) else open_[-1]


def _ends_with_comma(text: str) -> bool:
    return text.rstrip("0123456789 ")[-1:] in tuple(COMMAS)


def _stands_alone(text: str) -> bool:
    """Say whether a line may be a heading or a line of the head of a text."""
    rest = split_label(text)[2]
    return not rest or is_title(rest) or is_front_matter(rest)
