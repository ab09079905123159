"""Coverage: an input on behalf of a group answers for the members that did not stand apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
        if each.number == self.number or (each.stakeholder, each.kind.code) != (self.stakeholder, self.kind):
            return False
        if each.call != self.call or (self.call is None and each.session != self.session):
            return False
        return each.asked is None or each.asked.utc <= self.received.utc


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
    answers = [cover for cover in covers if cover.answers(each)]
    return min(answers, key=lambda cover: (cover.received.utc, cover.number)).group if answers else None
