"""Inputs: what is expected from whom until when, what has come, and what is pending about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant, days_between
from negotiator.domain.input_life import ARRIVED, IN_HAND, MOVES, InputState, Step, standing
from negotiator.domain.kept_files import KeptFile
from negotiator.domain.title import Title
from negotiator.i18n import N_

if TYPE_CHECKING:
    from negotiator.domain.coverage import Said


class OwedBy(StrEnum):
    """Whether someone has to deliver it, and who."""

    INVITED = "invited"
    """Whoever sends it was invited to: what does not come is outstanding, never overdue."""
    REQUESTED = "requested"
    """The mandate asks a named actor for it."""
    US = "us"
    """We owe it: the Secretariat, or the co-facilitators it serves."""


OWED_BY = {
    OwedBy.INVITED: N_("invited"),
    OwedBy.REQUESTED: N_("requested"),
    OwedBy.US: N_("we owe it"),
}
"""What people read for it."""


class PendingKind(StrEnum):
    """What there is still to do or to come."""

    EXPECTED = "expected"
    OUTSTANDING = "outstanding"
    OVERDUE = "overdue"
    UNREAD = "unread"
    UNTAGGED = "untagged"
    NOT_PRESENTED = "not-presented"
    NOT_REFLECTED = "not-reflected"
    AWAITING_CLARIFICATION = "awaiting-clarification"
    AWAITING_TRANSLATION = "awaiting-translation"


PENDING_KINDS = {
    PendingKind.EXPECTED: N_("expected"),
    PendingKind.OUTSTANDING: N_("outstanding"),
    PendingKind.OVERDUE: N_("overdue"),
    PendingKind.UNREAD: N_("unread"),
    PendingKind.UNTAGGED: N_("untagged"),
    PendingKind.NOT_PRESENTED: N_("not presented"),
    PendingKind.NOT_REFLECTED: N_("not reflected"),
    PendingKind.AWAITING_CLARIFICATION: N_("awaiting clarification"),
    PendingKind.AWAITING_TRANSLATION: N_("awaiting translation"),
}
"""What people read for each."""


@dataclass(frozen=True, slots=True)
class InputKind:
    """A kind of input, as the process knows it."""

    code: str
    """Short name, such as `WS`."""
    title: Title
    """Its name."""
    sender: Title
    """Who submits it."""
    recipient: Title
    """To whom."""
    paragraph: str
    """The paragraph of the mandate; empty for practice."""
    owed_by: OwedBy
    """What is usual for it."""
    visibility: Audience
    """Who may see one, where nothing else is said."""
    present: bool
    """Whether it is to be presented at a session or the stocktaking."""
    reflect: bool
    """Whether it is material for the text."""


@dataclass(frozen=True, slots=True)
class Extension:
    """A new due date, with its reason; the old one is kept."""

    decided: Instant
    """From when the new date holds."""
    before: Instant | None
    """When it was due."""
    after: Instant
    """When it is due instead."""
    why: str
    """The reason."""
    source: str = ""
    """The document that says so; may be empty."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input, expected or received."""

    number: int
    """Its number in the workspace."""
    stakeholder: str
    """Code of whom it comes from."""
    kind: InputKind
    """What it is."""
    title: str
    """What it is called."""
    owed_by: OwedBy
    """Whether someone has to deliver it, and who."""
    state: InputState
    """How far it has come."""
    visibility: Audience
    """Who may see it."""
    due: Instant | None = None
    """When it is due."""
    announced: bool = True
    """Whether it was expected before it came."""
    asked: Instant | None = None
    """Since when it is expected, where that is known."""
    received: Instant | None = None
    """When it came in."""
    reason: str = ""
    """Why it is in its state, where a reason was given."""
    presented: bool = False
    """Whether it has been presented."""
    clarification: bool = False
    """Whether the sender has been asked what is meant and has not answered."""
    translation: bool = False
    """Whether a translation is awaited."""
    acknowledged: bool = False
    """Whether the sender was told that it came."""
    posted: bool = False
    """Whether it was made public."""
    session: str = ""
    """Code of the session it belongs to; may be empty."""
    phases: tuple[str, ...] = ()
    """Codes of the phases it belongs to: its own, else those of its session."""
    topics: tuple[str, ...] = ()
    """What it is about."""
    language: str = ""
    """The language it is written in; may be empty."""
    officer: str = ""
    """Who handles it."""
    note: str = ""
    """What else there is to say."""
    covered_by: str | None = None
    """Code of the group whose input covers this one."""
    call: int | None = None
    """Number of the call that asked for it, or that it answers."""
    group: str = ""
    """Code of the group on whose behalf it was sent, where that was asked for."""
    covers: tuple[str, ...] = ()
    """Codes of the members for whom it answers, where that was asked for."""
    without: tuple[str, ...] = ()
    """Codes of the members that stand apart from it, where that was asked for."""
    said: tuple["Said", ...] = ()
    """Who aligned with it or stood apart from it after it had come in, oldest first, where that was asked for."""
    steps: tuple[Step, ...] = ()
    """What happened to it, oldest first, where that was asked for."""
    extensions: tuple[Extension, ...] = ()
    """Changes of its due date, oldest first, where that was asked for."""
    files: tuple[KeptFile, ...] = ()
    """The files that came with it, where that was asked for."""
    id: str = ""
    """The row's identifier."""

    @property
    def code(self) -> str:
        """What people call it, such as `I-045`."""
        return input_code(self.number)

    @property
    def late(self) -> bool:
        """Whether it came in after it was due; it stays late whatever becomes of it."""
        return self.received is not None and self.due is not None and self.received.utc > self.due.utc

    def days_left(self, now: Instant) -> int | None:
        """Count the calendar days until it is due, on the clock of the deadline's own place; negative afterwards."""
        return None if self.due is None else days_between(now, self.due)

    def past_due(self, now: Instant) -> bool:
        """Say whether the last second of its time has gone by."""
        return self.due is not None and now.utc > self.due.utc

    def may_become(self, state: InputState) -> bool:
        """Say whether the table of moves leads from its state to that one."""
        return state in MOVES[self.state]

    def as_known(self, now: Instant) -> "Input | None":
        """Return the input as it stood at a moment, by the dates of its steps; None where nobody knew of it yet."""
        told = standing(self.steps, now)
        if told.state is InputState.EXPECTED and (not self.announced or (self.asked and self.asked.utc > now.utc)):
            return None
        later = [change for change in self.extensions if change.decided.utc > now.utc]
        tagged_later = any(step.what is InputState.TAGGED and step.at.utc > now.utc for step in self.steps)
        return replace(
            self,
            state=told.state,
            reason=told.reason,
            received=told.received,
            presented=told.presented,
            clarification=told.clarification,
            translation=told.translation,
            acknowledged=told.acknowledged,
            posted=told.posted,
            due=later[0].before if later else self.due,
            topics=() if tagged_later else self.topics,
            steps=tuple(step for step in self.steps if step.at.utc <= now.utc),
            extensions=tuple(change for change in self.extensions if change.decided.utc <= now.utc),
        )


def input_code(number: int) -> str:
    """Write the number of an input as people say it: `I-045`."""
    return f"I-{number:03d}"


class Facts(NamedTuple):
    """What of an input tells what is pending about it; many inputs share the same."""

    state: InputState
    """How far it has come."""
    owed_by: OwedBy
    """Whether someone has to deliver it, and who."""
    past: bool
    """Whether the last second of its time has gone by."""
    covered: bool
    """Whether a group has answered for the sender."""
    tagged: bool
    """Whether it is said what it is about."""
    presented: bool
    """Whether it has been presented."""
    clarification: bool
    """Whether the sender has been asked what is meant and has not answered."""
    translation: bool
    """Whether a translation is awaited."""


def pending(each: Input, at: Instant) -> tuple[PendingKind, ...]:
    """Say what is pending about an input at a moment; nothing for one that is done with, withdrawn or declined.

    Where a group has answered for the sender, nothing more is awaited.
    """
    told = (bool(each.topics), each.presented, each.clarification, each.translation)
    return pending_about(each.kind, Facts(each.state, each.owed_by, each.past_due(at), bool(each.covered_by), *told))


def pending_about(kind: InputKind, facts: Facts) -> tuple[PendingKind, ...]:
    """Say what is pending about an input of a kind of which these are the facts."""
    questions = (
        *((PendingKind.AWAITING_CLARIFICATION,) if facts.clarification else ()),
        *((PendingKind.AWAITING_TRANSLATION,) if facts.translation else ()),
    )
    if facts.state is InputState.EXPECTED:
        return questions if facts.covered else (_awaited(facts), *questions)
    if facts.state not in ARRIVED:
        return ()
    in_hand = facts.state in IN_HAND
    found = []
    if facts.state is InputState.RECEIVED and facts.owed_by is not OwedBy.US:
        found.append(PendingKind.UNREAD)
    if in_hand and not facts.tagged:
        found.append(PendingKind.UNTAGGED)
    if in_hand and kind.present and not facts.presented:
        found.append(PendingKind.NOT_PRESENTED)
    if in_hand and kind.reflect:
        found.append(PendingKind.NOT_REFLECTED)
    return (*found, *questions)


def _awaited(facts: Facts) -> PendingKind:
    if not facts.past:
        return PendingKind.EXPECTED
    return PendingKind.OUTSTANDING if facts.owed_by is OwedBy.INVITED else PendingKind.OVERDUE


def by_due(inputs: Iterable[Input]) -> tuple[Input, ...]:
    """Sort inputs by when they are due, those without a date last, then by number."""
    return tuple(sorted(inputs, key=lambda each: (each.due.utc if each.due else _LAST, each.number)))


_LAST = datetime.max.replace(tzinfo=UTC)
