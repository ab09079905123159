"""Which inputs are shown: a side, something pending, and what else narrows the list."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.domain.input_life import INPUT_STATES, InputState
from negotiator.domain.inputs import PENDING_KINDS, Input, OwedBy, PendingKind, pending
from negotiator.domain.names import folded
from negotiator.domain.process import Phase
from negotiator.domain.stakeholder import REGIONAL_GROUPS, RegionalGroup, Stakeholder
from negotiator.i18n import N_, _, n_
from negotiator.services.input_filter import (
    Filter,
    acknowledged,
    acknowledged_in_words,
    in_phase,
    posted,
    posted_in_words,
)
from negotiator.services.inputs import why_empty
from negotiator.services.registers import categories
from negotiator.tui.widgets.chips import Chip
from negotiator.tui.widgets.picker import Choice
from negotiator.workspace import Workspace


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
class Around:
    """What is known beside the inputs and tells them apart."""

    senders: Mapping[str, Stakeholder] = field(default_factory=dict)
    """Delegations and stakeholders by code."""
    phases: Sequence[Phase] = ()
    """The phases of the process."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; everything chosen must hold."""

    side: Side = Side.BOTH
    """Who has to deliver."""
    pending: PendingKind | None = None
    """What is pending about them."""
    more: tuple[tuple[str, str], ...] = ()
    """What else they share: one of `NAMES`, or `words`, with its value."""

    @property
    def given(self) -> bool:
        """Say whether anything is left out."""
        return self != EVERYTHING

    def value(self, by: str) -> str | None:
        """Return what was chosen in one way, if anything was."""
        return dict(self.more).get(by)

    def narrowed(self, by: str, value: str) -> "Chosen":
        """Narrow the list in one more way; what was chosen in this way before gives place."""
        return replace(self, more=(*self.without(by).more, (by, value)))

    def without(self, by: str) -> "Chosen":
        """Take one way to narrow the list away."""
        return replace(self, more=tuple(each for each in self.more if each[0] != by))

    def has(self, each: Input, around: Around) -> bool:
        """Say whether an input fits, whatever is pending about it and whoever owes it."""
        return all(_fits(each, by, value, around) for by, value in self.more)

    def filter(self) -> Filter:
        """Say the same as the services ask it, but for the side and the words."""
        wanted = Filter(pending=self.pending)
        for by, value in self.more:
            if by == "state":
                wanted = replace(wanted, state=InputState(value))
            elif by in FLAGS:
                wanted = replace(wanted, **{by: value == YES})  # type: ignore[arg-type]  # so do these
            elif by != WORDS:
                wanted = replace(wanted, **{by: value})  # type: ignore[arg-type]  # the fields bear these names
        return wanted

    def told(self) -> list[str]:
        """Name what else they have in common."""
        return [_told(by, value) for by, value in self.more]


EVERYTHING = Chosen()
"""No input is left out."""

NAMES = {
    "phase": N_("phase"),
    "session": N_("session"),
    "kind": N_("kind"),
    "stakeholder": N_("from"),
    "topic": N_("topic"),
    "officer": N_("handled by"),
    "acknowledged": N_("acknowledged"),
    "posted": N_("posted"),
    "state": N_("state"),
    "category": N_("category"),
    "region": N_("region"),
}
"""What people read for each way to narrow the list."""
FLAGS = {"acknowledged": acknowledged_in_words, "posted": posted_in_words}
"""The ways of which there is only yes or no, and how each is said."""
YES, NO = "yes", "no"


def _fits(each: Input, by: str, value: str, around: Around) -> bool:
    if by == WORDS:
        said, words = _words(each, around.senders), folded(value).split()
        return all(word in folded(said) for word in words) if words else value in said
    return value in _values(each, by, around)


def _values(each: Input, by: str, around: Around) -> tuple[str, ...]:
    sender = around.senders.get(each.stakeholder)
    match by:
        case "phase":
            return tuple(phase.code for phase in around.phases if in_phase(each, phase))
        case "session":
            return (each.session,) if each.session else ()
        case "kind":
            return (each.kind.code,)
        case "stakeholder":
            return (each.stakeholder,)
        case "topic":
            return each.topics
        case "officer":
            return (each.officer,)
        case "acknowledged":
            return _flag(acknowledged(each))
        case "posted":
            return _flag(posted(each))
        case "state":
            return (each.state.value,)
        case "category":
            return (sender.category,) if sender else ()
    return (sender.region.value,) if sender and sender.region else ()


def _flag(said: bool | None) -> tuple[str, ...]:
    return () if said is None else (YES if said else NO,)


def _words(each: Input, senders: Mapping[str, Stakeholder]) -> str:
    """Return everything by which an input may be looked for."""
    sender = senders.get(each.stakeholder)
    name = (sender.name.en, sender.name.zh) if sender else ()
    about = (each.code, each.title, each.stakeholder, *name, each.kind.code, each.session, *each.topics, each.note)
    return "\n".join(part for part in about if part)


def _told(by: str, value: str) -> str:
    """Write one way to narrow the list as one would say it."""
    if by == WORDS:
        return f"“{value}”"
    if by in FLAGS:
        return FLAGS[by](value == YES)
    return _("{name} {value}", name=_(NAMES[by]), value=_shown(by, value))


def _offered(by: str, value: str) -> str:
    """Write one way to narrow the list as it is offered."""
    if by in FLAGS:
        return FLAGS[by](value == YES)
    return _("{name}: {value}", name=_(NAMES[by]), value=_shown(by, value))


def _shown(by: str, value: str) -> str:
    return (_(INPUT_STATES[InputState(value)]) if by == "state" else value) or _("nobody")


def choices(known: Iterable[Input], chosen: Chosen, around: Around, now: Instant) -> list[Choice]:
    """Offer every way to narrow the list that leaves something of what is chosen, with how many inputs it leaves.

    What is chosen already can be left out again, or give place to another of its sort.
    """
    inputs = tuple(known)
    fitting = [each for each in inputs if chosen.has(each, around)]
    found = [Choice(f"{OUT}:{by}", _("leave out: {filter}", filter=_told(by, value))) for by, value in chosen.more]
    found.append(Choice(ALL, _("every input"), str(len(inputs))))
    found += [
        Choice(f"pending:{chip.key}", chip.words, str(chip.count))
        for chip in pending_chips(fitting, now)
        if chip.count and chip.key != ALL
    ]
    for by in NAMES:
        without = chosen.without(by)
        among = fitting if without == chosen else [each for each in inputs if without.has(each, around)]
        numbers = Counter(value for each in among for value in _values(each, by, around))
        for value in sorted(numbers):
            more = _more(by, value, among, around.senders)
            found.append(Choice(f"{by}:{value}", f"{_offered(by, value)}  {more}".rstrip(), str(numbers[value])))
    return found


OUT = "out"
"""The key that takes a way to narrow the list away."""


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
    return [each for each in (*chosen.told(), cut, withheld) if each]


def why_nothing(workspace: Workspace, chosen: Chosen, audience: Audience, known: int) -> str:
    """Say in one sentence why nothing fits what is chosen; `known` inputs may be shown at all."""
    if chosen.side is Side.BOTH and chosen.value(WORDS) is None:
        return why_empty(workspace, replace(chosen.filter(), audience=audience))
    side = [] if chosen.side is Side.BOTH else [_(SIDES[chosen.side])]
    pending_ = [_(PENDING_KINDS[chosen.pending])] if chosen.pending else []
    return n_(
        "The {n} input there is does not fit: {filter}.",
        "None of {n} inputs fits: {filter}.",
        known,
        filter=", ".join([*side, *chosen.told(), *pending_]),
    )
