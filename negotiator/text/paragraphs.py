"""Lines become paragraphs: one line each where lines are whole, else joined again where they were broken."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from negotiator.text.footnotes import footnote_rows
from negotiator.text.furniture import RULE, drop_furniture
from negotiator.text.joining import Joiner
from negotiator.text.labels import Label, Style
from negotiator.text.lines import Line
from negotiator.text.numbering import split_label
from negotiator.text.provision import Dropped
from negotiator.text.rows import Row, ends, is_wrapped, width
from negotiator.text.wording import MARKS, is_closing, is_front_matter, is_opening, is_preambular, is_title

_SHORT = 0.8
"""A line shorter than this share of a full one was not broken for want of room."""
_VERY_SHORT = 0.6
"""A heading that nothing else tells is shorter than this share of a full line."""
_NUMBER_ALONE = re.compile(r"[0-9]{1,3}")
_HEADING_STYLES = (Style.SYMBOL, Style.WORD, Style.PART, Style.SECTION)
_GLYPHS = ("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "•·▪◦‣●○■□➢❖")


def read_paragraphs(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """Return the paragraphs of a text, footnotes behind the paragraph they stood in, and what was dropped."""
    filled = [line for line in lines if line.text and line.text.strip(MARKS)]
    wrapped = is_wrapped(filled)
    gone, dropped = drop_furniture(filled, wrapped)
    if not wrapped:
        return [line for place, line in enumerate(filled) if place not in gone], dropped
    rows, rules = _rows(filled, gone, frozenset(drop.line for drop in dropped if drop.reason == RULE))
    return _joined(rows, footnote_rows(rows, rules)), dropped


def _rows(lines: Sequence[Line], gone: set[int], rule_lines: frozenset[int]) -> tuple[list[Row], frozenset[int]]:
    """Measure the lines that stay; a page may have ended where a line was dropped or the usual gap is missing."""
    rows: list[Row] = []
    rules = set()
    before, page, broken, ruled = 0, 0, False, False
    for place, line in enumerate(lines):
        if place in gone:
            ruled = ruled or line.number in rule_lines
            broken = broken or line.number not in rule_lines
            before = line.number
            continue
        text = line.text.strip(MARKS)
        broken = broken or (page != 0 and line.page != page)
        rows.append(Row(text, line, width(text), line.text[0].isspace(), max(0, line.number - before - 1), broken))
        if ruled:
            rules.add(len(rows) - 1)
        before, page, broken, ruled = line.number, line.page, False, False
    return rows, frozenset(rules)


class _Layout:
    """How the rows of one text are laid out: the full width, and whether empty lines and indents mean anything."""

    def __init__(self, rows: Sequence[Row]) -> None:
        widths = sorted(row.width for row in rows)
        self.full = widths[int(0.9 * (len(widths) - 1))] if widths else 1
        inner = [row for row in rows[1:] if not row.broken]
        running = [row for above, row in pairwise(rows) if self._runs_on(above, row)]
        gaps = sum(row.gap > 0 for row in inner)
        spaced = sum(row.gap > 0 for row in running) >= 0.5 * len(running)
        self.double = gaps >= 0.6 * len(inner) and spaced
        self.gaps_tell = gaps > 0 and not self.double
        indents = sum(row.indent for row in inner)
        flush = sum(row.indent for row in running) < 0.5 * len(running)
        self.indents_tell = indents > 0 and (flush or indents < 0.5 * len(inner))

    def _runs_on(self, above: Row, row: Row) -> bool:
        """Say whether a row surely goes on with the sentence of the one above, which was broken for want of room."""
        full = not self.short(above) and not ends(above.text) and above.text[-1] not in ",，،"
        return full and not row.broken and split_label(row.text)[1] is None

    def short(self, row: Row) -> bool:
        return row.width < _SHORT * self.full

    def very_short(self, row: Row) -> bool:
        return row.width < _VERY_SHORT * self.full


class _Pen:
    """Writes paragraphs down as they end; footnotes wait until the sentence they cut is whole."""

    def __init__(self, joiner: Joiner) -> None:
        self.joiner = joiner
        self.done: list[Line] = []
        self.open: list[Row] = []
        self.notes: list[tuple[str, list[Row]]] = []

    def note(self, mark: str, row: Row) -> None:
        if not self.notes or self.notes[-1][0] != mark:
            self.notes.append((mark, []))
        self.notes[-1][1].append(row)

    def close(self) -> None:
        if self.open:
            self.done.append(self._line(self.open))
        for mark, rows in self.notes:
            self.done.append(replace(self._line(rows), note=mark))
        self.open, self.notes = [], []

    def _line(self, rows: list[Row]) -> Line:
        return replace(rows[0].line, text=self.joiner.join(row.text for row in rows))


def _joined(rows: Sequence[Row], notes: dict[int, str]) -> list[Line]:
    layout = _Layout(rows)
    pen = _Pen(Joiner([row.text for row in rows]))
    running: Label | None = None
    cut = False
    for place, row in enumerate(rows):
        if place in notes:
            pen.note(notes[place], row)
            cut = True
            continue
        label = split_label(row.text)[1]
        if cut:
            row.broken = True
        if not pen.open or _begins(pen.open, row, label, running, layout):
            pen.close()
            if label is not None and label.style is Style.NUMBER:
                running = label
        pen.open.append(row)
        cut = False
    pen.close()
    return pen.done


def _begins(open_: list[Row], row: Row, label: Label | None, running: Label | None, layout: _Layout) -> bool:
    """Say whether a row begins a paragraph of its own."""
    if _NUMBER_ALONE.fullmatch(row.text):
        return False
    above = _last(open_)
    if row.line.whole or row.line.heading or above.line.whole or above.line.heading or row.line.note or above.line.note:
        return True
    ended, short = ends(above.text), layout.short(above)
    if label is not None:
        set_off = layout.gaps_tell and row.gap > 0 and not row.broken
        return set_off or _labelled(open_, row, label, running, ended, short)
    if is_closing(row.text) and (ended or is_closing(above.text)):
        return True
    room = layout.gaps_tell and row.gap > 0
    indent = layout.indents_tell and row.indent
    if row.broken:
        return ended and short and not row.text[0].islower()
    if room:
        return ended or short or not row.text[0].islower()
    if ended:
        return (short or indent) and not row.text[0].islower()
    if above.text[-1] in ",，،" or above.text[-1].isdigit():
        comma = above.text.rstrip("0123456789 ")[-1:] in (",", "，", "،")
        return comma and (indent or is_preambular(row.text) or (short and len(open_) == 1))
    if indent and not above.indent and short:
        return True
    if len(open_) > 1 or row.text[0].islower() or not _stands_alone(above.text):
        return False
    if short and is_opening(row.text) and layout.short(row):
        return True
    heads = split_label(above.text)[1]
    return layout.very_short(above) or (short and heads is not None and heads.style in _HEADING_STYLES)


def _last(open_: list[Row]) -> Row:
    """Return the last row of a paragraph that is more than a footnote mark."""
    return open_[-2] if len(open_) > 1 and _NUMBER_ALONE.fullmatch(open_[-1].text) else open_[-1]


def _labelled(open_: list[Row], row: Row, label: Label, running: Label | None, ended: bool, short: bool) -> bool:
    if row.text[0] in _GLYPHS[0] or row.text[0] in _GLYPHS[1]:
        return True
    expected = label.style is Style.NUMBER and (
        label.follows(running) if running is not None else label.numbers == (1,)
    )
    above = _last(open_).text
    if ended or above.endswith((" and", " or", "以及", "和", "或")):
        return label.style is not Style.NUMBER or expected or short or len(label.numbers) > 1
    alone = len(open_) == 1 and _stands_alone(open_[0].text)
    comma = above.rstrip("0123456789 ")[-1:] in (",", "，", "،")
    if expected:
        return comma or short or alone or row.broken
    return short and (alone or row.indent or comma)


def _stands_alone(text: str) -> bool:
    """Say whether a line may be a heading or a line of the head of a text."""
    rest = split_label(text)[2]
    return not rest or is_title(rest) or is_front_matter(rest)
