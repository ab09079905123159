"""Coverage: an input on behalf of a group answers for the members that did not stand apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from negotiator.domain.dates import Instant
from negotiator.domain.inputs import Input


@dataclass(frozen=True, slots=True)
class Said:
    """That somebody aligned with, or stood apart from, what had come in on behalf of a group."""

    stakeholder: str
    """Its code."""
    aligned: bool
    """Whether it aligned with it; otherwise it dissociated from it."""
    at: Instant
    """When it said so."""
    why: str = ""
    """What it said, or where that is written."""


@dataclass(frozen=True, slots=True)
class Cover:
    """That one input answers for one member of a group."""

    number: int
    """Number of the input that was sent on behalf of the group."""
    group: str
    """Code of the group."""
    stakeholder: str
    """Code of the member."""
    kind: str
    """Code of the kind of the input."""
    session: str
    """Code of the session the input belongs to; may be empty."""
    call: int | None
    """Number of the call it answers, where it answers one."""
    received: Instant
    """When it came in, or when the member aligned with it afterwards."""

    def answers(self, each: Input) -> bool:
        """Say whether it answers what is expected: of the same kind, for the same call or session, asked before.

        What is asked for afterwards is not covered by what came before.
        """
        asked = each.asked.utc if each.asked else None
        return self.answers_one(each.number, each.stakeholder, each.kind.code, each.call, each.session, asked)

    def answers_one(
        self, number: int, stakeholder: str, kind: str, call: int | None, session: str, asked: datetime | None
    ) -> bool:
        """Say the same of an input of which only this is known."""
        if number == self.number or (stakeholder, kind) != (self.stakeholder, self.kind):
            return False
        if call != self.call or (self.call is None and session != self.session):
            return False
        return asked is None or asked <= self.received.utc


def covered(inputs: Sequence[Input], covers: Iterable[Cover]) -> list[Input]:
    """Return the inputs, each with the first group that answered for its sender, and the group it speaks for itself."""
    by_sender: dict[str, list[Cover]] = {}
    speaking: dict[int, str] = {}
    for cover in covers:
        by_sender.setdefault(cover.stakeholder, []).append(cover)
        speaking[cover.number] = cover.group
    found = []
    for each in inputs:
        by = _by(each, by_sender[each.stakeholder]) if each.stakeholder in by_sender else None
        group = speaking.get(each.number, "")
        found.append(replace(each, covered_by=by, group=group) if by or group else each)
    return found


def _by(each: Input, covers: Iterable[Cover]) -> str | None:
    return first_of(cover for cover in covers if cover.answers(each))


def first_of(answers: Iterable[Cover]) -> str | None:
    """Return the group that answered first, if any did."""
    first = min(answers, key=lambda cover: (cover.received.utc, cover.number), default=None)
    return first.group if first else None
