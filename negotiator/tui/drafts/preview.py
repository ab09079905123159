"""What is said of a text in a few lines: its counts, its doubts, what was left out, its outline."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from negotiator.display import safe
from negotiator.documents.reading.names import DOUBTS, REASONS, counted_kind
from negotiator.documents.reading.notes import told
from negotiator.domain.notes import Note
from negotiator.i18n import _, n_
from negotiator.text.provision import Kind, Provision, Reading
from negotiator.tui.text import fitted, marked, plain

MOST_DOUBTS = 12
"""How many doubts are listed; the rest is counted."""


def counted(reading: Reading) -> Content:
    """Count what there is, and what a person should look at."""
    counts = reading.counts()
    kinds = " · ".join(counted_kind(kind, counts[kind.value]) for kind in Kind if kind.value in counts)
    doubts = n_("{n} doubt", "{n} doubts", len(reading.doubts))
    dropped = n_("{n} line left out", "{n} lines left out", len(reading.dropped))
    rest = f" · {doubts} · {dropped}"
    return marked(kinds or _("no provisions"), (rest, "$text-warning" if reading.doubts else "$text-muted"))


def doubtful(reading: Reading, notes: Iterable[Note]) -> list[Content]:
    """List what the reader had to say, the doubts, and which lines were left out."""
    rows = [marked(("• ", "$text-warning"), told(note)) for note in notes]
    for doubt in reading.doubts[:MOST_DOUBTS]:
        where = _("line {n}", n=doubt.line)
        rows.append(marked(("? ", "$text-warning"), _(DOUBTS[doubt.code], detail=safe(doubt.detail)), f"  ({where})"))
    if len(reading.doubts) > MOST_DOUBTS:
        rows.append(plain(_("… and {n} more", n=len(reading.doubts) - MOST_DOUBTS), "$text-muted"))
    reasons = {each.reason: [d for d in reading.dropped if d.reason == each.reason] for each in reading.dropped}
    for reason, lines in reasons.items():
        name = _(REASONS[reason]) if reason in REASONS else reason
        rows.append(
            marked(("− ", "$text-muted"), _("{n} × {reason}", n=len(lines), reason=name), f"  {lines[0].text.strip()}")
        )
    return rows


def outline(provisions: Sequence[Provision], columns: int, most: int = 400) -> list[Content]:
    """Write the beginning of each provision, one line each, indented as they stand under each other."""
    rows = []
    for each in provisions[:most]:
        indent = "  " * min(each.level, 6)
        label = safe(each.label.strip())
        words = safe(" ".join(each.text.split()))
        look = "bold" if each.kind in (Kind.TITLE, Kind.HEADING, Kind.ANNEX) else ""
        room = max(8, columns - len(indent))
        line = fitted(f"{label} {words}".strip(), room).rstrip()
        head = label if line.startswith(label) else ""
        rows.append(marked(indent, (head, "bold $accent"), (line[len(head) :], look)))
    if len(provisions) > most:
        rows.append(plain(_("… and {n} more", n=len(provisions) - most), "$text-muted"))
    return rows
