"""Which inputs are shown: a side, something pending, and what else narrows the list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from negotiator.domain.dates import Instant
from negotiator.domain.input_life import INPUT_STATES, InputState
from negotiator.domain.inputs import PENDING_KINDS, Input, OwedBy, PendingKind, pending
from negotiator.domain.names import folded
from negotiator.domain.stakeholder import REGIONAL_GROUPS, RegionalGroup, Stakeholder
from negotiator.i18n import N_, _, n_
from negotiator.services.inputs import Filter
from negotiator.services.registers import categories
from negotiator.tui.widgets.chips import Chip
from negotiator.tui.widgets.picker import Choice


class Side(StrEnum):
    """Who has to deliver."""

    BOTH = "both"
    OTHERS = "others"
    US = "us"

    def has(self, each: Input) -> bool:
        """Say whether an input belongs here."""
        return self is Side.BOTH or (each.owed_by is OwedBy.US) is (self is Side.US)


SIDES = {Side.BOTH: N_("everyone"), Side.OTHERS: N_("from others"), Side.US: N_("we owe")}
"""What people read for each side."""

ALL = "all"
"""The key of the filter that leaves nothing out."""


WORDS = "words"
"""What narrows the list to inputs that say something."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to."""

    side: Side = Side.BOTH
    """Who has to deliver."""
    pending: PendingKind | None = None
    """What is pending about them."""
    by: str = ""
    """What else they share: `session`, `kind`, `stakeholder`, `topic`, `state`, `category`, `region`, `words`."""
    value: str = ""
    """Its value."""

    @property
    def given(self) -> bool:
        """Say whether anything is left out."""
        return self != EVERYTHING

    def has(self, each: Input, senders: Mapping[str, Stakeholder]) -> bool:
        """Say whether an input fits, whatever is pending about it and whoever owes it."""
        if self.by == WORDS:
            said, words = _words(each, senders), folded(self.value).split()
            return all(word in folded(said) for word in words) if words else self.value in said
        return not self.by or self.value in _values(each, self.by, senders)

    def filter(self) -> Filter:
        """Say the same as the services ask it, but for the side."""
        wanted = Filter(pending=self.pending)
        if not self.by or self.by == WORDS:
            return wanted
        value = InputState(self.value) if self.by == "state" else self.value
        return replace(wanted, **{self.by: value})  # type: ignore[arg-type]  # the fields bear these names

    def told(self) -> str:
        """Name what else they have in common."""
        if self.by == WORDS:
            return f"“{self.value}”"
        return _("{name} {value}", name=_(NAMES[self.by]), value=_shown(self.by, self.value)) if self.by else ""


EVERYTHING = Chosen()
"""No input is left out."""

NAMES = {
    "session": N_("session"),
    "kind": N_("kind"),
    "stakeholder": N_("from"),
    "topic": N_("topic"),
    "state": N_("state"),
    "category": N_("category"),
    "region": N_("region"),
}
"""What people read for each way to narrow the list."""


def _values(each: Input, by: str, senders: Mapping[str, Stakeholder]) -> tuple[str, ...]:
    sender = senders.get(each.stakeholder)
    return {
        "session": (each.session,) if each.session else (),
        "kind": (each.kind.code,),
        "stakeholder": (each.stakeholder,),
        "topic": each.topics,
        "state": (each.state.value,),
        "category": (sender.category,) if sender else (),
        "region": (sender.region.value,) if sender and sender.region else (),
    }[by]


def _words(each: Input, senders: Mapping[str, Stakeholder]) -> str:
    """Return everything by which an input may be looked for."""
    sender = senders.get(each.stakeholder)
    name = (sender.name.en, sender.name.zh) if sender else ()
    about = (each.code, each.title, each.stakeholder, *name, each.kind.code, each.session, *each.topics, each.note)
    return "\n".join(part for part in about if part)


def _shown(by: str, value: str) -> str:
    return _(INPUT_STATES[InputState(value)]) if by == "state" else value


def choices(known: Iterable[Input], senders: Mapping[str, Stakeholder], now: Instant) -> list[Choice]:
    """Offer every way to narrow the list that leaves something, with how many inputs it leaves."""
    inputs = tuple(known)
    found = [Choice(ALL, _("every input"), str(len(inputs)))]
    found += [
        Choice(f"pending:{chip.key}", chip.words, str(chip.count))
        for chip in pending_chips(inputs, now)
        if chip.count and chip.key != ALL
    ]
    for by, name in NAMES.items():
        numbers: dict[str, int] = {}
        for each in inputs:
            for value in _values(each, by, senders):
                numbers[value] = numbers.get(value, 0) + 1
        for value in sorted(numbers):
            called = _("{name}: {value}", name=_(name), value=_shown(by, value))
            more = _more(by, value, inputs, senders)
            found.append(Choice(f"{by}:{value}", f"{called}  {more}".rstrip(), str(numbers[value])))
    return found


def _more(by: str, value: str, inputs: Sequence[Input], senders: Mapping[str, Stakeholder]) -> str:
    """Say what a code stands for."""
    if by == "stakeholder":
        return senders[value].name.said if value in senders else ""
    if by == "kind":
        return next(each.kind.title.said for each in inputs if each.kind.code == value)
    if by == "category":
        return categories()[value].title.said if value in categories() else ""
    return _(REGIONAL_GROUPS[RegionalGroup(value)]) if by == "region" else ""


def side_chips(inputs: Sequence[Input]) -> tuple[Chip, ...]:
    """Count the inputs of each side."""
    return tuple(Chip(side.value, _(name), sum(map(side.has, inputs))) for side, name in SIDES.items())


def pending_chips(inputs: Sequence[Input], now: Instant) -> tuple[Chip, ...]:
    """Count what is pending, kind by kind."""
    numbers = dict.fromkeys(PendingKind, 0)
    for each in inputs:
        for kind in pending(each, now):
            numbers[kind] += 1
    every = Chip(ALL, _("everything"), len(inputs))
    return (every, *(Chip(kind.value, _(PENDING_KINDS[kind]), number) for kind, number in numbers.items()))


def told(shown: int, drawn: int, hidden: int, chosen: Chosen) -> list[str]:
    """Say what leaves out inputs: the choice, the audience, the room there is."""
    cut = _("the first {drawn} of {number}", drawn=drawn, number=shown) if drawn < shown else ""
    withheld = n_("{n} hidden", "{n} hidden", hidden) if hidden else ""
    return [each for each in (chosen.told(), cut, withheld) if each]
