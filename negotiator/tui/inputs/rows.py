"""The table of inputs: what stands in each column, and how it is sorted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from negotiator.domain.dates import Instant, day_in_words
from negotiator.domain.input_life import ARRIVED, IN_HAND, INPUT_STATES, InputState
from negotiator.domain.inputs import PENDING_KINDS, Input, PendingKind, by_due, pending
from negotiator.domain.stakeholder import Stakeholder
from negotiator.i18n import N_, _, n_
from negotiator.tui.widgets.table import Column, Row

MOST_DRAWN = 500
"""How many inputs are drawn at once: a table lays them all out before it is first seen."""
DIVIDER = "divider"
"""The key of the line above what we owe."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of the theme that a table needs."""

    alarm: str = ""
    """What is overdue."""
    care: str = ""
    """What is outstanding, or came late."""
    good: str = ""
    """What is done."""
    quiet: str = "dim"
    """What is not in question."""


SORTS: Mapping[str, str] = {
    "due": N_("due"),
    "state": N_("state"),
    "from": N_("from"),
    "kind": N_("kind"),
    "title": N_("title"),
    "session": N_("session"),
    "officer": N_("handled by"),
}
"""What the list can be sorted by."""

_KEYS: Mapping[str, Callable[[Input], object]] = {
    "state": lambda each: tuple(InputState).index(each.state),
    "from": lambda each: each.stakeholder.casefold(),
    "kind": lambda each: each.kind.code,
    "title": lambda each: each.title.casefold(),
    "session": lambda each: (not each.session, each.session),
    "officer": lambda each: (not each.officer, each.officer.casefold()),
}


def ordered(inputs: Sequence[Input], sort: str, *, backwards: bool) -> list[Input]:
    """Sort inputs; those that are alike stay in the order in which they are due."""
    due = list(by_due(inputs))
    if sort == "due":
        if not backwards:
            return due
        return [*(each for each in reversed(due) if each.due), *(each for each in due if not each.due)]
    return sorted(due, key=_KEYS[sort], reverse=backwards)  # type: ignore[arg-type]  # each key is of one type


def columns(sort: str, *, backwards: bool, roomy: bool) -> tuple[Column, ...]:
    """Return the columns; the one sorted by says so. Where there is little room the title has what there is."""
    way = " ▼" if backwards else " ▲"
    heads = {key: _(name) + (way if key == sort else "") for key, name in SORTS.items()}
    return (
        Column("code", _("input"), least=96),
        Column("state", heads["state"], most=18 if roomy else 13),
        Column("due", heads["due"]),
        Column("days", "", right=True),
        Column("from", heads["from"], most=12 if roomy else 10),
        Column("name", "", least=150, most=24),
        Column("kind", heads["kind"], least=72),
        Column("title", heads["title"], elastic=True),
        Column("session", heads["session"], least=104, most=10),
        Column("topics", _("topic"), least=110, most=22),
        Column("officer", heads["officer"], least=120, most=14),
    )


def row(each: Input, senders: Mapping[str, Stakeholder], now: Instant, colours: Colours) -> Row:
    """Write one input."""
    look = "" if each.state is InputState.EXPECTED or each.state in IN_HAND else colours.quiet
    sign, words, colour = standing(each, now, colours)
    sender = senders.get(each.stakeholder)
    days, days_look = _days(each, now, colours)
    return Row(
        each.code,
        {
            "code": (each.code, colours.quiet),
            "state": [(f"{sign} ", colour), (words, look or colour)],
            "due": (day_in_words(each.due.date) if each.due else "–", look),
            "days": (days, days_look),
            "from": (each.stakeholder, look or "bold"),
            "name": (sender.name_at(now.date).said if sender else "", look),
            "kind": (each.kind.code, look),
            "title": (each.title, look),
            "session": (each.session, look),
            "topics": (", ".join(each.topics), look),
            "officer": (each.officer, look),
        },
    )


def first_to_see(rows: Sequence[Input], now: Instant) -> str:
    """Return the input that needs somebody first: what is past due, else what anything is pending about."""
    late = [each for each in rows if each.state is InputState.EXPECTED and each.past_due(now) and not each.covered_by]
    return next((each.code for each in (*late, *(each for each in rows if pending(each, now)))), "")


def divider(number: int, colours: Colours) -> Row:
    """Write the line above what we owe."""
    return Row(DIVIDER, {"title": (f"── {_('we owe {n}', n=number)} ──", colours.quiet)})


def standing(each: Input, now: Instant, colours: Colours) -> tuple[str, str, str]:
    """Return a sign for how an input stands, the words for it and their colour."""
    if each.state is InputState.EXPECTED and each.covered_by:
        return "◎", _("covered by {group}", group=each.covered_by), colours.quiet
    if each.state is InputState.EXPECTED:
        awaited = pending(each, now)[0]
        sign, colour = {
            PendingKind.OVERDUE: ("●", f"bold {colours.alarm}".strip()),
            PendingKind.OUTSTANDING: ("●", colours.care),
        }.get(awaited, ("○", ""))
        return sign, _(PENDING_KINDS[awaited]), colour
    words = _(INPUT_STATES[each.state])
    if each.state in IN_HAND:
        return "◐", words, ""
    done = each.state in ARRIVED and each.state is not InputState.NOT_REFLECTED
    return ("✓", words, colours.good) if done else ("–", words, colours.quiet)


def _days(each: Input, now: Instant, colours: Colours) -> tuple[str, str]:
    """Say how far away the due date is while that matters, and afterwards whether it was kept."""
    if each.late:
        return _("late"), colours.care
    left = each.days_left(now)
    if each.state is not InputState.EXPECTED or each.covered_by or left is None:
        return "", ""
    return days_in_words(left), "" if not each.past_due(now) else standing(each, now, colours)[2]


def days_in_words(left: int) -> str:
    """Say how many days there are still, or how many have gone by."""
    if left == 0:
        return _("today")
    return n_("in {n} d", "in {n} d", left) if left > 0 else n_("{n} d ago", "{n} d ago", -left)
