"""The speakers' list: who is next, how long each may speak and did, and when the list will end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from negotiator.domain.dates import Instant
from negotiator.i18n import N_

ALONE_MINUTES = 3
"""How long a delegation may speak for itself, where nobody said otherwise; 0 is without a limit."""
GROUP_MINUTES = 5
"""How long it may speak for a group."""
ENOUGH = 3
"""From so many speeches on, their average says more than the limit."""


class SpeechKind(StrEnum):
    """What somebody asks for the floor for."""

    STATEMENT = "statement"
    POINT_OF_ORDER = "point-of-order"
    RIGHT_OF_REPLY = "right-of-reply"


SPEECH_KINDS = {
    SpeechKind.STATEMENT: N_("statement"),
    SpeechKind.POINT_OF_ORDER: N_("point of order"),
    SpeechKind.RIGHT_OF_REPLY: N_("right of reply"),
}
"""What people read for each kind."""


class SpeechState(StrEnum):
    """Where somebody on the list stands."""

    QUEUED = "queued"
    SPEAKING = "speaking"
    DONE = "done"
    NO_SHOW = "no-show"


SPEECH_STATES = {
    SpeechState.QUEUED: N_("queued"),
    SpeechState.SPEAKING: N_("speaking"),
    SpeechState.DONE: N_("spoke"),
    SpeechState.NO_SHOW: N_("no show"),
}
"""What people read for each state."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many minutes a speech may take; 0 is without a limit."""

    alone: float = ALONE_MINUTES
    """Of a delegation for itself, or a right of reply."""
    group: float = GROUP_MINUTES
    """Of a delegation for a group."""

    def of(self, *, for_group: bool) -> timedelta:
        """Return the limit of a speech."""
        return timedelta(minutes=self.group if for_group else self.alone)


@dataclass(frozen=True, slots=True)
class Speech:
    """One place on the list, from asking for the floor to giving it back."""

    id: str
    """The row's identifier."""
    number: int
    """Its number on the list of the session, by which it is named where somebody stands there twice."""
    speaker: str
    """Code of the delegation."""
    group: str
    """Code of the group it speaks for; empty for itself alone."""
    kind: SpeechKind
    """What for."""
    state: SpeechState
    """Where it stands."""
    place: float
    """Its place in the order; smaller is sooner."""
    asked: Instant
    """When it was put on the list."""
    meeting: int | None = None
    """Number of the meeting in which it was made."""
    started: Instant | None = None
    """When the speech began."""
    stopped: Instant | None = None
    """When it ended."""
    paused: Instant | None = None
    """Since when the clock is held; None while it runs."""
    held: timedelta = timedelta()
    """How long the clock was held before that."""
    limit: timedelta = timedelta()
    """How long it may take; nothing for no limit. Settled when it begins."""

    @property
    def for_group(self) -> bool:
        """Whether it is for a group."""
        return bool(self.group)

    def lasted(self, now: datetime) -> timedelta:
        """Return how long it lasted by a moment, the pauses taken out."""
        if self.started is None:
            return timedelta()
        end = self.stopped.utc if self.stopped else self.paused.utc if self.paused else now
        return max(timedelta(), end - self.started.utc - self.held)

    def over(self, now: datetime) -> timedelta:
        """Return how far it is over its limit; nothing while it is not."""
        return max(timedelta(), self.lasted(now) - self.limit) if self.limit else timedelta()


def as_it_stood(speech: Speech, moment: Instant) -> Speech:
    """Return a speech as it stood at a moment: what began or ended later has not yet."""
    if speech.started and speech.started.utc > moment.utc:
        return replace(speech, state=SpeechState.QUEUED, started=None, stopped=None, paused=None, held=timedelta())
    if speech.stopped and speech.stopped.utc > moment.utc:
        return replace(speech, state=SpeechState.SPEAKING, stopped=None)
    return speech


def order_of(speech: Speech) -> int:
    """Say where a speech belongs by the rules: points of order on top, groups first, rights of reply at the end."""
    if speech.kind is SpeechKind.POINT_OF_ORDER:
        return 0
    if speech.kind is SpeechKind.RIGHT_OF_REPLY:
        return 3
    return 1 if speech.for_group else 2


def queue(speeches: Iterable[Speech]) -> list[Speech]:
    """Return those who wait, the next one first."""
    waiting = [speech for speech in speeches if speech.state is SpeechState.QUEUED]
    return sorted(waiting, key=lambda speech: (speech.place, speech.number))


def place_for(waiting: Sequence[Speech], rank: int, at: int | None = None) -> float:
    """Return the place for somebody new: behind all of the same or an earlier rank, or at a place counted from 1.

    Places are fractions, so that nobody else moves: undoing who was put in between never touches another row.
    """
    if at is None:
        earlier = [position for position, speech in enumerate(waiting, 1) if order_of(speech) <= rank]
        at = earlier[-1] + 1 if earlier else 1
    before = waiting[at - 2].place if 1 < at <= len(waiting) + 1 else None
    after = waiting[at - 1].place if at <= len(waiting) else None
    if before is None and at > len(waiting) and waiting:
        before = waiting[-1].place
    if before is None:
        return after - 1 if after is not None else 1.0
    return before + 1 if after is None else (before + after) / 2


@dataclass(frozen=True, slots=True)
class Total:
    """How long somebody spoke, or all of a regional group."""

    who: str
    """Code of the delegation or of the regional group; empty for those in none."""
    speeches: int
    """How often."""
    time: timedelta
    """How long altogether."""
    over: timedelta
    """How long beyond the limits."""


def totals(speeches: Iterable[Speech], now: datetime, key: dict[str, str] | None = None) -> tuple[Total, ...]:
    """Sum up speeches that were made, by speaker or by what `key` gives for the speaker; the longest first."""
    sums: dict[str, tuple[int, timedelta, timedelta]] = {}
    for speech in speeches:
        if speech.started is None:
            continue
        who = speech.speaker if key is None else key.get(speech.speaker, "")
        number, time, over = sums.get(who, (0, timedelta(), timedelta()))
        sums[who] = (number + 1, time + speech.lasted(now), over + speech.over(now))
    found = [Total(who, *each) for who, each in sums.items()]
    return tuple(sorted(found, key=lambda total: (-total.time, total.who)))


def average(speeches: Iterable[Speech], now: datetime, *, for_group: bool | None = None) -> timedelta | None:
    """Return how long the speeches that ended lasted on average; None where there were none."""
    lasted = [
        speech.lasted(now)
        for speech in speeches
        if speech.state is SpeechState.DONE and speech.started and for_group in (None, speech.for_group)
    ]
    return sum(lasted, timedelta()) / len(lasted) if lasted else None


def forecast(speeches: Sequence[Speech], limits: Limits, now: Instant) -> Instant:
    """Say when the list will be through: what is left of the speech that is on, then one after the other.

    Each is expected to take what such speeches took on average, once there were a few; else its limit, else the limit
    of the house where there is none.
    """
    left = timedelta()
    for speech in speeches:
        if speech.state is SpeechState.SPEAKING:
            left += max(timedelta(), _expected(speech, speeches, limits, now.utc) - speech.lasted(now.utc))
        elif speech.state is SpeechState.QUEUED:
            left += _expected(speech, speeches, limits, now.utc)
    return Instant(now.utc + left, now.zone)


def _expected(speech: Speech, speeches: Sequence[Speech], limits: Limits, now: datetime) -> timedelta:
    made = [each for each in speeches if each.state is SpeechState.DONE and each.for_group == speech.for_group]
    usual = average(made, now) if len(made) >= ENOUGH else None
    return usual or limits.of(for_group=speech.for_group) or Limits().of(for_group=speech.for_group)
