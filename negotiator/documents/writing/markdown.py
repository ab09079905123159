"""A comparison as Markdown: deleted words struck, inserted ones bold, every sign of the text itself escaped."""

import re
from collections.abc import Collection

from negotiator.comparing.comparison import Change, Comparison, Op
from negotiator.display import safe
from negotiator.documents.writing.wording import Names, concordance, shown, summary_line, word_counts
from negotiator.i18n import _

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#~|!&])|^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


def comparison_markdown(comparison: Comparison, *, only: Collection[str] = (), numbers: bool = False) -> str:
    """Write a comparison as Markdown that ends in a line break; `numbers` adds the concordance."""
    names = Names(comparison)
    lines = [
        f"# {escaped(comparison.old.name)} → {escaped(comparison.new.name)}",
        "",
        f"{summary_line(comparison)}  ",
        word_counts(comparison),
        "",
        _("Deleted words are ~~struck~~, inserted words are **bold**."),
    ]
    for change in shown(comparison, only):
        lines += ["", f"## {escaped(names.place(change))}", "", f"*{names.told(change)}*", "", *_words(change)]
    if not comparison.differs:
        lines += ["", _("The two texts say the same.")]
    if numbers:
        lines += [
            "",
            f"## {_('Concordance')}",
            "",
            f"| {_('old')} | {_('new')} | {_('what happened')} |",
            "|---|---|---|",
        ]
        lines += [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in concordance(comparison, names)]
    return "\n".join(lines) + "\n"


def escaped(words: str) -> str:
    """Let every sign of a text stand for itself."""
    return _SIGNS.sub(lambda found: "\\" + found[1] if found[1] else _escaped_start(found), safe(words, lines=True))


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[3]
    return f"{found[2]}{sign[:-1]}\\{sign[-1]}"


def _words(change: Change) -> list[str]:
    parts = []
    for segment in change.segments:
        if segment.op is Op.KEPT:
            parts.append(escaped(segment.new))
        else:
            mark = "~~" if segment.op is Op.DELETED else "**"
            parts.append(_marked(segment.new or segment.old, mark))
    return "".join(parts).replace("\n", "\n\n").split("\n")


def _marked(words: str, mark: str) -> str:
    """Set words off; the marks must touch a word, so that spaces at the ends stay outside."""
    marked = []
    for line in words.split("\n"):
        inner = line.strip()
        if inner:
            start = line.index(inner)
            marked.append(f"{line[:start]}{mark}{escaped(inner)}{mark}{line[start + len(inner) :]}")
        else:
            marked.append(line)
    return "\n".join(marked)
