"""How a change is named for people, the same in every view of a comparison."""

from collections import Counter
from collections.abc import Collection, Sequence

from negotiator.comparing.comparison import COUNTED, Change, ChangeKind, Comparison
from negotiator.comparing.flags import Flag
from negotiator.i18n import N_, _, n_
from negotiator.text.provision import Kind, Provision

HEADINGS = {
    "same": N_("the same"),
    "renumbered": N_("renumbered only"),
    "edited": N_("edited"),
    "moved": N_("moved"),
    "split": N_("split"),
    "merged": N_("merged"),
    "inserted": N_("new"),
    "deleted": N_("gone"),
}
"""What people read for each heading of a summary."""

FLAGS = {
    Flag.ACTOR: N_("actor changed"),
    Flag.BRACKETS_ADDED: N_("brackets added"),
    Flag.BRACKETS_LIFTED: N_("brackets lifted"),
    Flag.DATE: N_("date changed"),
    Flag.NUMBER: N_("number changed"),
    Flag.QUALIFIER_GAINED: N_("qualifier gained"),
    Flag.QUALIFIER_LOST: N_("qualifier lost"),
    Flag.REFERENCE: N_("reference changed"),
    Flag.STRENGTH_DOWN: N_("strength ↓"),
    Flag.STRENGTH_UP: N_("strength ↑"),
    Flag.TYPOGRAPHY: N_("typography only"),
    Flag.WATCH_GAINED: N_("watch-word gained"),
    Flag.WATCH_LOST: N_("watch-word lost"),
}
"""What people read for each flag."""

QUIET = frozenset(("same", "renumbered"))
"""Headings that a view folds away unless they are asked for."""


LONGEST_BEGINNING = 32
"""How many characters of a provision stand for its name where it has no label."""

_INNER = (Kind.SUB_PARAGRAPH, Kind.ITEM, Kind.BULLET)
_ABOVE = (Kind.TITLE, Kind.HEADING, Kind.ANNEX)


class Names:
    """What the provisions of one comparison are called, the same in every view.

    A sub-paragraph is called with its paragraph, `12(a)(ii)`; where a number is used twice in a text, as in a treaty
    whose articles count their paragraphs anew, the heading above it is named too.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._old = _addresses(comparison.old.provisions)
        self._new = _addresses(comparison.new.provisions)

    def old(self, provisions: Sequence[Provision]) -> str:
        """Name provisions of the old text."""
        return " + ".join(self._old[each.index] for each in provisions)

    def new(self, provisions: Sequence[Provision]) -> str:
        """Name provisions of the new text."""
        return " + ".join(self._new[each.index] for each in provisions)

    def place(self, change: Change) -> str:
        """Name a change by both ends where they differ: `12 → 14`."""
        old, new = self.old(change.old), self.new(change.new)
        if not change.new:
            return old
        return new if not change.old or old == new else f"{old} → {new}"

    def what_happened(self, change: Change) -> list[str]:
        """Say what happened, then what a negotiator should look at, in words of the language in use."""
        told = [_(HEADINGS[change.kind.value])] if change.kind is not ChangeKind.SAME else []
        if change.kind is ChangeKind.SPLIT:
            told = [_("split into {count}", count=len(change.new))]
        elif change.kind is ChangeKind.MERGED:
            told = [_("merged from {count}", count=len(change.old))]
        if change.moved and change.old:
            told.append(_("moved from {place}", place=self.old(change.old)))
        elif change.renumbered:
            told.append(_("renumbered"))
        told += [_(FLAGS[Flag(flag)]) for flag in change.flags]
        return told or [_(HEADINGS["same"])]

    def told(self, change: Change) -> str:
        """Say what happened in one line."""
        return " · ".join(self.what_happened(change))


def _addresses(provisions: Sequence[Provision]) -> list[str]:
    """Name every provision of a text, each as short as it can be without being mistaken for another."""
    short: list[str] = []
    for each in provisions:
        own = each.label.strip().rstrip(".:：、").strip()
        under = each.parent is not None and each.kind in _INNER and provisions[each.parent].kind not in _ABOVE
        if own and under and each.parent is not None:
            own = f"{short[each.parent]}{'' if own[:1] in '(（㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩' else ' '}{own}"
        short.append(own or _beginning(each))
    used = Counter(short)
    return [
        f"{_heading_above(provisions, each)} {name}".strip() if used[name] > 1 and each.label else name
        for name, each in zip(short, provisions, strict=True)
    ]


def _heading_above(provisions: Sequence[Provision], provision: Provision) -> str:
    """Return the label of the nearest heading above that has one, else its first words."""
    parent = provision.parent
    while parent is not None:
        above = provisions[parent]
        if above.kind in _ABOVE:
            return (above.label.strip().rstrip(".:：、") or _beginning(above)).strip()
        parent = above.parent
    return ""


def _beginning(provision: Provision) -> str:
    """Name a provision without a label by how it begins."""
    words = " ".join(provision.text.split())
    return f"“{words}”" if len(words) <= LONGEST_BEGINNING else f"“{words[:LONGEST_BEGINNING].rstrip()}…”"


def shown(comparison: Comparison, only: Collection[str] = ()) -> list[Change]:
    """Return the changes to show: those under the headings asked for, else all that are not quiet."""
    wanted = frozenset(only) if only else frozenset(COUNTED) - QUIET
    return [change for change in comparison.changes if change.counted_as in wanted]


def summary_line(comparison: Comparison) -> str:
    """Count in one line what changed: `10 edited · 2 moved · 5 new · 6 renumbered only · 30 the same`."""
    counts = comparison.summary()
    order = ("edited", "moved", "split", "merged", "inserted", "deleted", "renumbered", "same")
    return " · ".join(f"{counts[name]} {_(HEADINGS[name])}" for name in order if counts[name])


def word_counts(comparison: Comparison) -> str:
    """Count the words: single characters in Chinese."""
    return ", ".join(
        (
            n_("{n} word inserted", "{n} words inserted", comparison.words_inserted),
            n_("{n} word deleted", "{n} words deleted", comparison.words_deleted),
        )
    )


def concordance(comparison: Comparison, names: Names) -> list[tuple[str, str, str]]:
    """Return old number, new number and what happened, in the order of the new text; unlabelled units are left out."""
    rows = []
    for change in comparison.changes:
        olds, news = [p for p in change.old if p.label], [p for p in change.new if p.label]
        if olds or news:
            rows.append((names.old(olds) or "–", names.new(news) or "–", names.told(change)))
    return rows
