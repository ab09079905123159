"""The life of an input: its states, the moves that are allowed, and what is noted on the way."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.dates import Instant
from negotiator.i18n import N_


class InputState(StrEnum):
    """How far an input has come."""

    EXPECTED = "expected"
    RECEIVED = "received"
    REGISTERED = "registered"
    CHECKED = "checked"
    TAGGED = "tagged"
    SUMMARISED = "summarised"
    CONSIDERED = "considered"
    REFLECTED = "reflected"
    PARTLY = "partly"
    NOT_REFLECTED = "not-reflected"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


INPUT_STATES = {
    InputState.EXPECTED: N_("expected"),
    InputState.RECEIVED: N_("received"),
    InputState.REGISTERED: N_("registered"),
    InputState.CHECKED: N_("checked"),
    InputState.TAGGED: N_("tagged"),
    InputState.SUMMARISED: N_("summarised"),
    InputState.CONSIDERED: N_("considered"),
    InputState.REFLECTED: N_("reflected"),
    InputState.PARTLY: N_("partly reflected"),
    InputState.NOT_REFLECTED: N_("not reflected"),
    InputState.DECLINED: N_("declined"),
    InputState.WITHDRAWN: N_("withdrawn"),
    InputState.SUPERSEDED: N_("superseded"),
}
"""What people read for each state."""

_IN_HAND = (
    *(InputState.RECEIVED, InputState.REGISTERED, InputState.CHECKED),
    *(InputState.TAGGED, InputState.SUMMARISED, InputState.CONSIDERED),
)
_OUTCOMES = (InputState.REFLECTED, InputState.PARTLY, InputState.NOT_REFLECTED)
_GONE = (InputState.WITHDRAWN, InputState.SUPERSEDED)

MOVES: dict[InputState, tuple[InputState, ...]] = {
    InputState.EXPECTED: (InputState.RECEIVED, InputState.DECLINED, *_GONE),
    **{state: (*_IN_HAND[place + 1 :], *_OUTCOMES, *_GONE) for place, state in enumerate(_IN_HAND)},
    # A later draft may reflect more, or drop what an earlier one had.
    **{state: (*(other for other in _OUTCOMES if other is not state), *_GONE) for state in _OUTCOMES},
    InputState.DECLINED: (InputState.RECEIVED,),
    InputState.WITHDRAWN: (),
    InputState.SUPERSEDED: (),
}
"""Where an input may go from each state: forwards, with steps left out; a slip is undone, not moved back."""

ARRIVED = frozenset((*_IN_HAND, *_OUTCOMES))
"""The states of an input that has come and counts."""
IN_HAND = frozenset(_IN_HAND)
"""The states of an input that has come and whose outcome is open."""
NEEDS_A_REASON = frozenset((InputState.NOT_REFLECTED, InputState.DECLINED, InputState.WITHDRAWN, InputState.SUPERSEDED))
"""The states that nobody is left in without being told why."""


class Remark(StrEnum):
    """What is noted of an input beside its state."""

    PRESENTED = "presented"
    AWAITING_CLARIFICATION = "awaiting-clarification"
    CLARIFIED = "clarified"
    AWAITING_TRANSLATION = "awaiting-translation"
    TRANSLATED = "translated"
    ACKNOWLEDGED = "acknowledged"
    POSTED = "posted"
    TEXT_TO_FOLLOW = "text-to-follow"
    TEXT_CAME = "text-came"


REMARKS = {
    Remark.PRESENTED: N_("presented"),
    Remark.AWAITING_CLARIFICATION: N_("awaiting clarification"),
    Remark.CLARIFIED: N_("clarified"),
    Remark.AWAITING_TRANSLATION: N_("awaiting translation"),
    Remark.TRANSLATED: N_("translated"),
    Remark.ACKNOWLEDGED: N_("acknowledged"),
    Remark.POSTED: N_("posted"),
    Remark.TEXT_TO_FOLLOW: N_("statement only, text to follow"),
    Remark.TEXT_CAME: N_("text came"),
}
"""What people read for each remark."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of an input: a new state, or a remark."""

    what: InputState | Remark
    """The state it came to, or what was noted."""
    at: Instant
    """When that took place."""
    why: str = ""
    """The reason, where one was given."""
    by: str = ""
    """Who noted it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the steps up to a moment add up to."""

    state: InputState = InputState.EXPECTED
    """How far it has come."""
    reason: str = ""
    """Why it came there, where a reason was given."""
    received: Instant | None = None
    """When it came in."""
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


_ANSWERS = {
    Remark.CLARIFIED: Remark.AWAITING_CLARIFICATION,
    Remark.TRANSLATED: Remark.AWAITING_TRANSLATION,
    Remark.TEXT_CAME: Remark.TEXT_TO_FOLLOW,
}
NEEDS_ARRIVAL = frozenset((Remark.PRESENTED, Remark.ACKNOWLEDGED, Remark.POSTED, Remark.TEXT_TO_FOLLOW))
"""What can be noted only of what has come in."""


def remarks_of(steps: Iterable[Step]) -> frozenset[Remark]:
    """Return what is noted and not answered yet."""
    noted: set[Remark] = set()
    for step in sorted(steps, key=lambda step: step.at.utc):
        if isinstance(step.what, Remark):
            answered = _ANSWERS.get(step.what)
            noted = noted - {answered} if answered else noted | {step.what}
    return frozenset(noted)


def standing(steps: Iterable[Step], upto: Instant | None = None) -> Standing:
    """Add up the steps in the order in which they took place; later ones than `upto` have not happened yet."""
    told = sorted((step for step in steps if upto is None or step.at.utc <= upto.utc), key=lambda step: step.at.utc)
    state, reason, received = InputState.EXPECTED, "", None
    for step in told:
        if not isinstance(step.what, Remark):
            state, reason = step.what, step.why
            received = step.at if state is InputState.RECEIVED else received
    noted = remarks_of(told)
    return Standing(
        state,
        reason,
        received,
        Remark.PRESENTED in noted,
        Remark.AWAITING_CLARIFICATION in noted,
        Remark.AWAITING_TRANSLATION in noted,
        Remark.ACKNOWLEDGED in noted,
        Remark.POSTED in noted,
    )
