"""How a change is named for people, the same in every view of a comparison."""

from collections import Counter
from collections.abc import Sequence

from negotiator.comparing.comparison import Change, ChangeKind, Comparison
from negotiator.comparing.flags import Flag
from negotiator.documents.writing.addresses import Address, addresses
from negotiator.i18n import N_, _, n_
from negotiator.text.provision import Provision

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

ORDER = ("edited", "moved", "split", "merged", "inserted", "deleted", "renumbered", "same")
"""The headings of a summary as people read them: what needs them first."""


MOST_NAMED = 3
"""How many provisions of one change a sentence names."""


class Names:
    """What the provisions of one comparison are called, the same in every view.

    `old` and `new` give short names for narrow columns, `12(a)`; sentences say `¶12(a)`.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._old = addresses(comparison.old.provisions)
        self._new = addresses(comparison.new.provisions)

    def old(self, provisions: Sequence[Provision]) -> str:
        """Name provisions of the old text."""
        return " + ".join(self._old[each.index].short for each in provisions)

    def new(self, provisions: Sequence[Provision]) -> str:
        """Name provisions of the new text."""
        return " + ".join(self._new[each.index].short for each in provisions)

    def called_old(self, provisions: Sequence[Provision]) -> str:
        """Name provisions of the old text in a sentence."""
        return _called(self._old, provisions)

    def called_new(self, provisions: Sequence[Provision]) -> str:
        """Name provisions of the new text in a sentence."""
        return _called(self._new, provisions)

    def place(self, change: Change) -> str:
        """Name a change by both ends where they differ: `¶12 → ¶14`."""
        old, new = self.called_old(change.old), self.called_new(change.new)
        if not change.new:
            return old
        if not change.old or old == new or not (change.renumbered or change.moved or len(change.old + change.new) > 2):
            return new
        return f"{old} → {new}"

    def what_happened(self, change: Change) -> list[str]:
        """Say what happened, then what a negotiator should look at, in words of the language in use."""
        return [*self.events(change), *self.flags(change)] or [_(HEADINGS["same"])]

    def events(self, change: Change) -> list[str]:
        """Say what happened; nothing where nothing did."""
        told = [_(HEADINGS[change.kind.value])] if change.kind is not ChangeKind.SAME else []
        if change.kind is ChangeKind.SPLIT:
            told = [_("split into {count}", count=len(change.new))]
        elif change.kind is ChangeKind.MERGED:
            told = [_("merged from {count}", count=len(change.old))]
        if change.moved and change.old:
            told.append(self.came_from(change))
        elif change.renumbered:
            told.append(_("renumbered"))
        return told

    def flags(self, change: Change) -> list[str]:
        """Say what a negotiator should look at."""
        return [_(FLAGS[Flag(flag)]) for flag in change.flags]

    def came_from(self, change: Change) -> str:
        """Say where a change moved from."""
        return _("moved from {place}", place=self.called_old(change.old))

    def told(self, change: Change) -> str:
        """Say what happened in one line."""
        return " · ".join(self.what_happened(change))

    def left(self, change: Change) -> str:
        """Say, at the place that a change moved away from, where it went."""
        return _("moved to {place}", place=self.called_new(change.new))


def _called(names: Sequence[Address], provisions: Sequence[Provision]) -> str:
    """Name several provisions of one text: a heading that they share once, and no more than three of them."""
    found = [names[each.index] for each in provisions[:MOST_NAMED]]
    called = []
    for place, each in enumerate(found):
        shared = place and each.under and each.under == found[place - 1].under
        called.append(each.called if shared else each.full)
    if len(provisions) > MOST_NAMED:
        called.append(_("{count} more", count=len(provisions) - MOST_NAMED))
    return " + ".join(called)


def section_name(heading: Provision) -> str:
    """Name a section as it is printed: `Objective 2: Fair recruitment`."""
    space = "" if heading.label.endswith(("：", "、")) else " "
    return f"{heading.label}{space}{heading.text}".strip()


def title_of(comparison: Comparison) -> str:
    """Name a comparison by its two texts."""
    return f"{comparison.old.name} → {comparison.new.name}"


def summary_line(comparison: Comparison) -> str:
    """Count in one line what changed: `10 edited · 2 moved · 5 new · 6 renumbered only · 30 the same`."""
    return " · ".join(f"{count} {words}" for count, words in summary_rows(comparison))


def summary_rows(comparison: Comparison) -> list[tuple[int, str]]:
    """Count the changes under each heading that has any, in words."""
    counts = comparison.summary()
    return [(counts[name], _(HEADINGS[name])) for name in ORDER if counts[name]]


def flag_rows(comparison: Comparison) -> list[tuple[int, str]]:
    """Count the flags of all changes, in words, in the order of their names."""
    found = Counter(flag for change in comparison.changes for flag in change.flags)
    return [(found[flag.value], _(words)) for flag, words in FLAGS.items() if found[flag.value]]


def word_counts(comparison: Comparison) -> str:
    """Count the words: single characters in Chinese."""
    return " · ".join(
        (
            n_("{n} word inserted", "{n} words inserted", comparison.words_inserted),
            n_("{n} word deleted", "{n} words deleted", comparison.words_deleted),
        )
    )
