"""Proposals as a table, and one of them in full."""

from collections.abc import Sequence

from textual.content import Content

from negotiator.domain.dates import day_in_words
from negotiator.domain.proposal import ACTIONS, DISPOSITIONS, DOUBTS, STANCES, Disposition, Proposal, Stance
from negotiator.i18n import _
from negotiator.tui.text import lines
from negotiator.tui.widgets.facts import fact_lines, heading_lines
from negotiator.tui.widgets.table import Column, Row

SIGNS = {
    Disposition.OPEN: "○",
    Disposition.REFLECTED: "✓",
    Disposition.PARTLY: "◐",
    Disposition.MOVED: "↷",
    Disposition.NOT: "–",
    Disposition.WITHDRAWN: "×",
}
"""What stands before the words for each disposition, so that no colour is needed."""


def columns() -> tuple[Column, ...]:
    """Return the columns of the proposals."""
    return (
        Column("code", _("proposal")),
        Column("state", _("state"), elastic=True),
        Column("draft", _("text"), least=90),
        Column("place", "¶"),
        Column("by", _("by"), most=12),
        Column("action", _("action")),
        Column("for", "+", right=True),
        Column("against", "−", right=True),
        Column("words", _("words"), elastic=True, least=70),
    )


def row(each: Proposal) -> Row:
    """Write one of them."""
    done = "" if each.disposition is Disposition.OPEN else "dim"
    return Row(
        each.code,
        {
            "code": (each.code, done),
            "state": (f"{SIGNS[each.disposition]} {_(DISPOSITIONS[each.disposition])}", done),
            "draft": (each.draft, "dim"),
            "place": each.label,
            "by": (each.by, "bold"),
            "action": _(ACTIONS[each.action]),
            "for": str(len(each.those(Stance.SUPPORT))),
            "against": str(len(each.those(Stance.OPPOSE))),
            "words": (each.wording, "dim"),
        },
    )


def told(each: Proposal, alike: Sequence[Proposal], room: int) -> Content:
    """Write everything about a proposal in lines of so many columns."""
    facts = [
        (_("by"), f"{each.by} · {each.group}" if each.group else each.by, ""),
        (_("old"), each.old, ""),
        (_("new"), each.new, ""),
        (_("state"), _(DISPOSITIONS[each.disposition]) + (f": {each.why}" if each.why else ""), ""),
        (_("answered in"), each.disposed_in, ""),
        *((_(words), ", ".join(each.those(stance)), "") for stance, words in STANCES.items()),
        (_("please look"), "; ".join(_(DOUBTS[doubt]) for doubt in each.doubts if doubt in DOUBTS), "$text-warning"),
        (_("may be the same as"), ", ".join(other.code for other in alike), "$text-warning"),
        (_("entry"), each.entry, ""),
        (_("made"), day_in_words(each.made.date), ""),
        (_("note"), each.note, ""),
    ]
    head = f"{each.code}  {each.draft} ¶{each.label}  {_(ACTIONS[each.action])}"
    return lines([*heading_lines(head, room), *fact_lines(facts, room)])
