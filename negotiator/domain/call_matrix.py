"""Who has answered which call: themselves, through a group, both, or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.input_life import ARRIVED, InputState
from negotiator.domain.inputs import Input
from negotiator.i18n import N_


class Answer(StrEnum):
    """How a call was answered by somebody."""

    OWN = "own"
    COVERED = "covered"
    BOTH = "both"
    NOTHING = "nothing"
    DECLINED = "declined"
    NOT_ASKED = "not-asked"


ANSWERS = {
    Answer.OWN: N_("own"),
    Answer.COVERED: N_("covered"),
    Answer.BOTH: N_("own and covered"),
    Answer.NOTHING: N_("nothing"),
    Answer.DECLINED: N_("declined"),
    Answer.NOT_ASKED: N_("not asked"),
}
"""What people read for each."""
SIGNS = {
    Answer.OWN: "✓",
    Answer.COVERED: "◐",
    Answer.BOTH: "✓◐",
    Answer.NOTHING: "–",
    Answer.DECLINED: "×",
    Answer.NOT_ASKED: "",
}
"""What stands in the matrix for each."""


def answer_of(each: Input) -> Answer:
    """Say how one of those asked has answered; whom a group covers is never silent."""
    if each.state in ARRIVED:
        return Answer.BOTH if each.covered_by else Answer.OWN
    if each.covered_by:
        return Answer.COVERED
    return Answer.NOTHING if each.state is InputState.EXPECTED else Answer.DECLINED


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One of those asked, and how it answered each call."""

    stakeholder: str
    """Its code."""
    answers: tuple[Answer, ...]
    """How it answered, call by call."""
    groups: tuple[str, ...]
    """The group that answered for it, call by call; empty where none did."""

    @property
    def told(self) -> tuple[tuple[Answer, str], ...]:
        """Each answer with the group that gave it, if one did."""
        return tuple(zip(self.answers, self.groups, strict=True))


def matrix(calls: Sequence[Iterable[Input]]) -> tuple[MatrixRow, ...]:
    """Lay out those asked against the calls, in the order in which they were first asked."""
    asked: dict[str, dict[int, Input]] = {}
    for place, inputs in enumerate(calls):
        for each in inputs:
            asked.setdefault(each.stakeholder, {})[place] = each
    return tuple(
        MatrixRow(
            code,
            tuple(answer_of(held[place]) if place in held else Answer.NOT_ASKED for place in range(len(calls))),
            tuple((held[place].covered_by or "") if place in held else "" for place in range(len(calls))),
        )
        for code, held in asked.items()
    )
