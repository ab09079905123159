"""A comparison as one HTML file: no script, light and dark, printable, with a table of contents of the changes."""

from collections.abc import Collection, Sequence
from html import escape

from negotiator.comparing.comparison import Change, Comparison, Op
from negotiator.display import safe
from negotiator.documents.writing.wording import (
    QUIET,
    Names,
    concordance,
    shown,
    summary_line,
    word_counts,
)
from negotiator.i18n import _, language
from negotiator.text.provision import Kind, Provision

RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur"))
"""Languages that are written from right to left."""

STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --faint: #667; --line: #ccd;
  --ins: #0b5d2a; --ins-back: #e3f5e8; --del: #9b1c1c; --del-back: #fbe7e7; --accent: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #16181c; --faint: #9aa; --line: #3a3f46;
  --ins: #8fe0a8; --ins-back: #14331f; --del: #ffb0b0; --del-back: #3d1b1b; --accent: #7db7ee; } }
body { font: 16px/1.5 Georgia, "Noto Serif", "Noto Serif CJK SC", serif; color: var(--ink); background: var(--paper);
  max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
nav ol { columns: 2; padding-left: 1.5rem; } a { color: var(--accent); }
article { border-top: 1px solid var(--line); padding: .6rem 0; break-inside: avoid; }
article.inner { margin-inline-start: 2rem; }
article header { font: 600 .85rem/1.4 system-ui, "Noto Sans CJK SC", sans-serif; color: var(--faint); }
article p { margin: .3rem 0; white-space: pre-wrap; unicode-bidi: plaintext; }
article.heading p { font-weight: bold; }
ins { color: var(--ins); background: var(--ins-back); text-decoration: underline; }
del { color: var(--del); background: var(--del-back); text-decoration: line-through; }
.ghost { color: var(--faint); font-style: italic; }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .2rem .6rem; text-align: start; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; text-decoration: none; } }
"""


def comparison_html(comparison: Comparison, *, only: Collection[str] = ()) -> str:
    """Write a comparison as one HTML document that ends in a line break."""
    title = _text(f"{comparison.old.name} → {comparison.new.name}")
    names = Names(comparison)
    ends = _ends_of_moves(comparison, names)
    wanted = {id(change) for change in shown(comparison, only)}
    loud = [(place, change) for place, change in enumerate(comparison.changes) if id(change) in wanted]
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(language())}"><head><meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        f"<title>{title}</title><style>{STYLE}</style></head><body>",
        f"<h1>{title}</h1>",
        f"<p>{_text(summary_line(comparison))}<br/>{_text(word_counts(comparison))}</p>",
        f"<p>{_text(_('Deleted words are'))} <del>{_text(_('struck'))}</del>, "
        f"{_text(_('inserted words are'))} <ins>{_text(_('underlined'))}</ins>.</p>",
    ]
    if not comparison.differs:
        parts.append(f"<p>{_text(_('The two texts say the same.'))}</p>")
    parts += _contents(loud, names)
    parts += _whole_text(comparison, names, wanted, ends, folding=not only)
    parts += _concordance(comparison, names)
    parts.append("</body></html>")
    return "\n".join(parts) + "\n"


def _text(words: str) -> str:
    """Let words stand for themselves in HTML, what a terminal or a reader's eye would obey made visible."""
    return escape(safe(words, lines=True), quote=True)


def _contents(loud: Sequence[tuple[int, Change]], names: Names) -> list[str]:
    if not loud:
        return []
    rows = [
        f'<li><a href="#c{place}">{_text(names.place(change))}</a> {_text(names.told(change))}</li>'
        for place, change in loud
    ]
    return [f"<nav><h2>{_text(_('Changes'))}</h2><ol>", *rows, "</ol></nav>", f"<h2>{_text(_('Text'))}</h2>"]


def _whole_text(
    comparison: Comparison, names: Names, wanted: set[int], ends: dict[int, list[str]], *, folding: bool
) -> list[str]:
    """Write the changes asked for; a run of others is folded into one line that opens, or left out."""
    parts: list[str] = []
    folded: list[str] = []
    tongue = comparison.new.language
    for place, change in enumerate(comparison.changes):
        for ghost in ends.get(place, []):
            parts += [*_unfold(folded), ghost]
        written = _article(place, change, names, tongue)
        if id(change) in wanted:
            parts += [*_unfold(folded), written]
        elif folding and change.counted_as in QUIET:
            folded.append(written)
    for ghost in ends.get(len(comparison.changes), []):
        parts += [*_unfold(folded), ghost]
    return parts + _unfold(folded)


def _unfold(folded: list[str]) -> list[str]:
    if not folded:
        return []
    count = len(folded)
    label = _("{count} unchanged or only renumbered", count=count)
    parts = [f"<details><summary>{_text(label)}</summary>", *folded, "</details>"]
    folded.clear()
    return parts


def _article(place: int, change: Change, names: Names, tongue: str) -> str:
    provision = (change.new or change.old)[0]
    inner = " inner" if provision.kind in (Kind.SUB_PARAGRAPH, Kind.ITEM, Kind.BULLET) else ""
    heading = " heading" if provision.kind in (Kind.TITLE, Kind.HEADING, Kind.ANNEX) else ""
    direction = ' dir="rtl"' if tongue in RIGHT_TO_LEFT else ""
    link = f' <a href="#m{place}">{_text(_("from there"))}</a>' if change.moved else ""
    words = "".join(_marked(segment.op, segment.new or segment.old) for segment in change.segments)
    return (
        f'<article id="c{place}" class="{change.counted_as}{inner}{heading}" lang="{_text(tongue)}"{direction}>'
        f"<header>{_text(names.place(change))} · {_text(names.told(change))}{link}</header><p>{words}</p></article>"
    )


def _marked(op: Op, words: str) -> str:
    if op is Op.KEPT:
        return _text(words)
    name = "del" if op is Op.DELETED else "ins"
    return f"<{name}>{_text(words)}</{name}>"


def _ends_of_moves(comparison: Comparison, names: Names) -> dict[int, list[str]]:
    """Say at its old place that a provision has moved away; gives, by the place of the change it stands before."""
    moved = [(change.old[0], place, change) for place, change in enumerate(comparison.changes) if change.moved]
    ends: dict[int, list[str]] = {}
    for old, place, change in moved:
        before = _place_after(comparison, old)
        ends.setdefault(before, []).append(
            f'<article class="ghost" id="m{place}"><header>{_text(names.old([old]))} · '
            f'<a href="#c{place}">{_text(_("moved to {place}", place=names.new(change.new)))}</a></header></article>'
        )
    return ends


def _place_after(comparison: Comparison, gone: Provision) -> int:
    """Return the first change that follows, in the old text, the place where a provision stood."""
    for place, change in enumerate(comparison.changes):
        if change.old and not change.moved and change.old[0].index > gone.index:
            return place
    return len(comparison.changes)


def _concordance(comparison: Comparison, names: Names) -> list[str]:
    rows = concordance(comparison, names)
    if not rows:
        return []
    head = "".join(f"<th>{_text(name)}</th>" for name in (_("old"), _("new"), _("what happened")))
    body = ["<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return [
        f"<details><summary>{_text(_('Concordance'))}</summary><table><thead><tr>{head}</tr></thead><tbody>",
        *body,
        "</tbody></table></details>",
    ]
