"""Hard-wrapped lines become paragraphs again: loaded only where a text is wrapped."""

from collections.abc import Sequence

from negotiator.text.breaks import Layout, begins_paragraph
from negotiator.text.footnotes import footnote_rows
from negotiator.text.furniture import RULE
from negotiator.text.joining import Joiner
from negotiator.text.labels import Label, Style
from negotiator.text.lines import Line
from negotiator.text.numbering import split_label
from negotiator.text.provision import Dropped
from negotiator.text.rows import Row, width


def unwrap(lines: Sequence[Line], gone: set[int], dropped: Sequence[Dropped]) -> list[Line]:
    """Return the paragraphs of wrapped lines; `gone` are the places of those dropped, `dropped` says why."""
    rows, rules = _rows(lines, gone, frozenset(drop.line for drop in dropped if drop.reason == RULE))
    return _joined(rows, footnote_rows(rows, rules))


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
        text = line.text.strip()
        broken = broken or (page != 0 and line.page != page)
        rows.append(Row(text, line, width(text), line.text[0].isspace(), max(0, line.number - before - 1), broken))
        if ruled:
            rules.add(len(rows) - 1)
        before, page, broken, ruled = line.number, line.page, False, False
    return rows, frozenset(rules)


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
            self.done.append(self._line(rows)._replace(note=mark))
        self.open, self.notes = [], []

    def _line(self, rows: list[Row]) -> Line:
        return rows[0].line._replace(text=self.joiner.join(row.text for row in rows))


def _joined(rows: Sequence[Row], notes: dict[int, str]) -> list[Line]:
    layout = Layout(rows)
    pen = _Pen(Joiner([row.text for row in rows]))
    running: Label | None = None
    cut = False
    labels = [split_label(row.text)[1] for row in rows]
    for place, row in enumerate(rows):
        if place in notes:
            pen.note(notes[place], row)
            cut = True
            continue
        label, following = labels[place], labels[place + 1] if place + 1 < len(rows) else None
        if cut:
            row = row._replace(broken=True)
        if not pen.open or begins_paragraph(pen.open, row, label, following, running, layout):
            pen.close()
            if label is not None and label.style is Style.NUMBER:
                running = label
        pen.open.append(row)
        cut = False
    pen.close()
    return pen.done
