"""How a change is named for people, the same in every view of a comparison."""

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


def called(provision: Provision) -> str:
    """Name a provision as a reader would look for it: by its label, else by where it stands."""
    if provision.label:
        return provision.label.strip().rstrip(".:：、").strip() or provision.path
    if provision.kind in (Kind.TITLE, Kind.HEADING, Kind.ANNEX) and provision.text:
        return provision.text if len(provision.text) <= 40 else provision.text[:39].rstrip() + "…"
    return provision.path


def names(provisions: Sequence[Provision]) -> str:
    """Name several provisions."""
    return " + ".join(called(each) for each in provisions)


def what_happened(change: Change) -> list[str]:
    """Say what happened to a provision, then what a negotiator should look at, in words of the language in use."""
    told = [_(HEADINGS[change.kind.value])] if change.kind is not ChangeKind.SAME else []
    if change.kind is ChangeKind.SPLIT:
        told = [_("split into {count}", count=len(change.new))]
    elif change.kind is ChangeKind.MERGED:
        told = [_("merged from {count}", count=len(change.old))]
    if change.moved and change.old:
        told.append(_("moved from {place}", place=names(change.old)))
    elif change.renumbered:
        told.append(_("renumbered"))
    told += [_(FLAGS[Flag(flag)]) for flag in change.flags]
    return told or [_(HEADINGS["same"])]


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


def concordance(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Return old number, new number and what happened, in the order of the new text; unlabelled units are left out."""
    rows = []
    for change in comparison.changes:
        olds, news = [p for p in change.old if p.label], [p for p in change.new if p.label]
        if olds or news:
            rows.append((names(olds) or "–", names(news) or "–", " · ".join(what_happened(change))))
    return rows
