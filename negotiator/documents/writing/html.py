"""A comparison as one HTML file: no script, light and dark, printable, with a table of contents of the changes."""

from collections.abc import Collection, Iterator, Sequence
from html import escape
from itertools import pairwise

from negotiator.comparing.comparison import Change, ChangeKind, Comparison, Op
from negotiator.display import safe
from negotiator.documents.writing.blocks import Part, blocks, places_left, wanted
from negotiator.documents.writing.concordance import concordance, titles
from negotiator.documents.writing.html_style import STYLE
from negotiator.documents.writing.pieces import Line, inline_lines
from negotiator.documents.writing.text import told_of_none
from negotiator.documents.writing.wording import (
    QUIET,
    Names,
    flag_rows,
    section_name,
    summary_rows,
    title_of,
    word_counts,
)
from negotiator.i18n import _, language, n_
from negotiator.text.provision import Kind

RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))
"""Languages that are written from right to left."""

_ABOVE = (Kind.HEADING, Kind.ANNEX, Kind.TITLE)
_INNER = {Kind.SUB_PARAGRAPH: " inner1", Kind.BULLET: " inner1", Kind.ITEM: " inner2"}
_TAGS = {Op.DELETED: "del", Op.INSERTED: "ins"}


def comparison_html(comparison: Comparison, *, only: Collection[str] = ()) -> str:
    """Write a comparison as one HTML document that ends in a line break.

    What stayed the same or was only renumbered is folded; with `only` all but the headings asked for is left out.
    """
    page = _Page(comparison, only)
    parts = [
        *_head(comparison),
        *_figures(comparison),
        *(f"<p>{_text(line)}</p>" for line in told_of_none(comparison, bool(page.shown)) if line),
        *page.contents(),
        *page.text(folding=not only),
        *_concordance(comparison, page.names, folded=True),
        *_foot(comparison),
    ]
    return "\n".join(parts) + "\n"


def concordance_html(comparison: Comparison) -> str:
    """Write the concordance alone as one HTML document."""
    table = _concordance(comparison, Names(comparison), folded=False)
    return "\n".join([*_head(comparison), *_figures(comparison), *table, *_foot(comparison)]) + "\n"


def _text(words: str) -> str:
    """Let words stand for themselves in HTML, what would turn or end a line made visible."""
    return escape(safe(words.replace("\t", " "), lines=True), quote=True)


def _name(words: str) -> str:
    """Write a name that may run the other way than the words around it."""
    return f"<bdi>{_text(words)}</bdi>"


def _head(comparison: Comparison) -> list[str]:
    title = _text(title_of(comparison))
    old, new = (f"<bdi>{_text(side.name)}</bdi>" for side in (comparison.old, comparison.new))
    return [
        "<!DOCTYPE html>",
        f'<html lang="{_text(language())}"><head><meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        f"<title>{title}</title><style>{STYLE}</style></head><body>",
        f"<header><h1>{old} → {new}</h1>",
    ]


def _figures(comparison: Comparison) -> list[str]:
    """Count the changes; what to look at comes second."""
    rows = [f"<li><b>{count}</b> {_text(words)}</li>" for count, words in summary_rows(comparison)]
    flags = [f"<li><b>{count}</b> {_text(words)}</li>" for count, words in flag_rows(comparison)]
    return [
        f'<ul class="figures">{"".join(rows)}</ul>',
        *([f'<ul class="figures flags">{"".join(flags)}</ul>'] if flags else []),
        f'<p class="legend">{_text(word_counts(comparison))} · <del>{_text(_("deleted words"))}</del> · '
        f"<ins>{_text(_('inserted words'))}</ins></p></header>",
    ]


def _foot(comparison: Comparison) -> list[str]:
    sides = (f"<bdi>{_text(side.name)}</bdi> SHA-256 {_text(side.sha256)}" for side in (comparison.old, comparison.new))
    return [f"<footer>{'<br/>'.join(sides)}</footer>", "</body></html>"]


def _concordance(comparison: Comparison, names: Names, *, folded: bool) -> list[str]:
    rows = concordance(comparison, names)
    if not rows:
        return []
    head = "".join(f"<th>{_text(name)}</th>" for name in titles())
    body = [f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows]
    table = [f"<table><thead><tr>{head}</tr></thead><tbody>", *body, "</tbody></table>"]
    title = _text(_("Concordance"))
    if not folded:
        return [f"<h2>{title}</h2>", *table]
    return [f'<details class="concordance"><summary>{title}</summary>', *table, "</details>"]


class _Page:
    """The parts of one page that point to each other."""

    def __init__(self, comparison: Comparison, only: Collection[str]) -> None:
        self.comparison = comparison
        self.names = Names(comparison)
        self.shown = wanted(comparison, only)
        self.blocks = list(blocks(comparison, only))
        loud = sorted(self.shown)
        self._before = dict(zip(loud[1:], loud, strict=False))
        self._after = dict(pairwise(loud))

    def contents(self) -> Iterator[str]:
        """Write the table of contents: every change shown, under its section."""
        if not self.shown:
            return
        yield f"<nav><h2>{_text(_('Changes'))}</h2><table>"
        run: list[int] = []
        for block in self.blocks:
            if block.part is Part.LEFT:
                continue
            if run and not (block.part is Part.CHANGE and self._goes_on(run[-1], block.place)):
                yield self._row(run)
                run = []
            if block.part is Part.SECTION and block.heading is not None:
                yield f'<tr class="section"><td colspan="2">{_text(section_name(block.heading))}</td></tr>'
            else:
                run.append(block.place)
        if run:
            yield self._row(run)
        yield "</table></nav>"

    def _goes_on(self, before: int, place: int) -> bool:
        """Say whether two changes can share a row: whole paragraphs that came, or went, one after the other."""
        kinds = {self.comparison.changes[each].kind for each in (before, place)}
        return place == before + 1 and len(kinds) == 1 and kinds <= {ChangeKind.INSERTED, ChangeKind.DELETED}

    def _row(self, run: Sequence[int]) -> str:
        """Write a row of the table of contents for one change or a run of them."""
        first, last = self.comparison.changes[run[0]], self.comparison.changes[run[-1]]
        links = [f'<a href="#c{run[0]}">{_name(self.names.place(first))}</a>']
        told = self.names.told(first)
        if len(run) > 1:
            links.append(f'<a href="#c{run[-1]}">{_name(self.names.place(last))}</a>')
            told = f"{len(run)} × {told}"
        return f'<tr><td class="place">{" – ".join(links)}</td><td>{_text(told)}</td></tr>'

    def text(self, *, folding: bool) -> Iterator[str]:
        """Write the text: changes open, headings always there, a run of all else folded into one line or left out."""
        side = self.comparison.new
        direction = ' dir="rtl"' if side.language in RIGHT_TO_LEFT else ""
        yield f"<h2>{_text(_('Text'))}</h2>" if self.shown or folding else ""
        yield f'<main lang="{_text(side.language)}"{direction}>'
        left = places_left(self.comparison)
        folded: list[int] = []
        for place, change in enumerate(self.comparison.changes):
            leaving = [other for other in left.get(place, ()) if other in self.shown]
            heading = change.new and change.new[0].kind in _ABOVE
            if place in self.shown or heading:
                yield from self._fold(folded, folding)
                if place in self.shown or folding or self._opens(change):
                    yield self._article(place, change)
            elif change.counted_as in QUIET:
                folded.append(place)
            if leaving:
                yield from self._fold(folded, folding)
                yield from (self._left(other) for other in leaving)
        yield from self._fold(folded, folding)
        yield "</main>"

    def _opens(self, change: Change) -> bool:
        """Say whether a heading that is not shown itself stands over something that is."""
        return any(block.part is Part.SECTION and block.heading in change.new for block in self.blocks)

    def _fold(self, folded: list[int], folding: bool) -> Iterator[str]:
        """Write a run of quiet changes behind one line that opens."""
        if folded and folding:
            changes = [self.comparison.changes[place] for place in folded]
            numbered = sum(change.renumbered for change in changes)
            words = n_("{n} paragraph unchanged", "{n} paragraphs unchanged", len(folded) - numbered)
            only = n_("{n} only renumbered", "{n} only renumbered", numbered)
            told = [words] if len(folded) > numbered else []
            told += [only] if numbered else []
            ends = [self.names.called_new(changes[0].new), self.names.called_new(changes[-1].new)]
            where = " – ".join(_name(name) for name in dict.fromkeys(ends))
            head = f'<summary lang="{_text(language())}" dir="ltr">{_text(" · ".join(told))} ({where})</summary>'
            yield f"<details>{head}"
            yield from (self._article(place, change) for place, change in zip(folded, changes, strict=True))
            yield "</details>"
        folded.clear()

    def _article(self, place: int, change: Change) -> str:
        provision = (change.new or change.old)[0]
        changed = " changed" if place in self.shown else ""
        kind = f"{provision.kind.value}{_INNER.get(provision.kind, '')}"
        told = self._told(place, change) if changed or change.counted_as == "renumbered" else ""
        labels = _labels(change)
        lines = inline_lines(change.segments)
        labels += [""] * (len(lines) - len(labels))
        words = "".join(f"<p>{label}{_marked(line)}</p>" for label, line in zip(labels, lines, strict=False))
        return f'<article id="c{place}" class="{kind}{changed}">{told}{words}</article>'

    def _told(self, place: int, change: Change) -> str:
        """Write the line over a change: where, what happened, what to look at, and the way to its neighbours."""
        parts = [f"<b>{_name(self.names.place(change))}</b>"]
        for words in self.names.events(change):
            shown = f'<a href="#m{place}">{_text(words)}</a>' if words == self.names.came_from(change) else _text(words)
            parts.append(f"<span>{shown}</span>")
        parts += [f'<span class="flag">{_text(words)}</span>' for words in self.names.flags(change)]
        steps = [
            f'<a href="#c{target}" title="{_text(title)}">{arrow}</a>'
            for target, arrow, title in (
                (self._before.get(place), "↑", _("previous change")),
                (self._after.get(place), "↓", _("next change")),
            )
            if target is not None and place in self.shown
        ]
        if steps:
            parts.append(f'<span class="step">{"".join(steps)}</span>')
        return f'<div class="told" lang="{_text(language())}" dir="ltr">{"".join(parts)}</div>'

    def _left(self, place: int) -> str:
        """Say at its old place that a provision has moved away."""
        change = self.comparison.changes[place]
        return (
            f'<article class="left" id="m{place}"><div class="told" lang="{_text(language())}" dir="ltr">'
            f"<b>{_name(self.names.called_old(change.old))}</b>"
            f'<span><a href="#c{place}">{_text(self.names.left(change))}</a></span></div></article>'
        )


def _labels(change: Change) -> list[str]:
    """Write the labels of the paragraphs of a change, the old one struck where it became another."""
    news = [each.label for each in change.new]
    if not change.old or not change.new:
        tag = "ins" if change.new else "del"
        return [_label(f"<{tag}>{_text(each.label)}</{tag}>") if each.label else "" for each in change.old + change.new]
    if len(news) == 1 and change.renumbered:
        gone = "".join(f"<del>{_text(each.label)}</del> " for each in change.old if each.label)
        return [_label(f"{gone}<ins>{_text(news[0])}</ins>" if news[0] else gone)]
    kept = {each.label for each in change.old}
    return [_label(_text(each) if each in kept else f"<ins>{_text(each)}</ins>") if each else "" for each in news]


def _label(words: str) -> str:
    return f'<span class="label">{words}</span>'


def _marked(line: Line) -> str:
    parts = []
    for piece in line:
        tag = _TAGS.get(piece.op)
        parts.append(f"<{tag}>{_text(piece.words)}</{tag}>" if tag else _text(piece.words))
    return "".join(parts)
