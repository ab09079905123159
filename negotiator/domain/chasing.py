"""When somebody is reminded: a ladder of days for what is owed, one courteous word for what was invited.

The ladder is that of standards bodies that live by deadlines: 14, 7, 4, 3, 2, 1 and 0 days before, then daily. Only
what is owed climbs it; whoever was merely invited is reminded once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from negotiator.domain.dates import Instant, days_between
from negotiator.domain.input_life import InputState
from negotiator.domain.inputs import Input, OwedBy
from negotiator.i18n import N_

LADDER = (14, 7, 4, 3, 2, 1, 0)
"""Days before the due date on which what is owed is asked for; after it, every day."""
COURTEOUS = 7
"""Days before the due date from which whoever was invited may be reminded, once."""


class Tone(StrEnum):
    """How somebody is written to."""

    INVITED = "invited"
    OWED = "owed"
    OVERDUE = "overdue"


TONES = {
    Tone.INVITED: N_("courteous, once"),
    Tone.OWED: N_("reminder"),
    Tone.OVERDUE: N_("overdue"),
}
"""What people read for each tone."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """An input for which somebody is to be reminded today."""

    input: Input
    """What is awaited."""
    days: int
    """Days until it is due; negative once it was."""
    tone: Tone
    """How they are written to."""
    before: tuple[Instant, ...] = ()
    """When they were reminded of it before."""


def reminder_for(each: Input, now: Instant, before: Iterable[Instant]) -> Reminder | None:
    """Say whether somebody is to be reminded of an input now; a rung that was missed is made up for, once.

    Days are counted on the clock of the deadline. Nothing that came, is covered by a group, or has no date is chased,
    and what we owe ourselves is not either.
    """
    if each.state is not InputState.EXPECTED or each.covered_by or each.due is None or each.owed_by is OwedBy.US:
        return None
    chased = tuple(sorted(before, key=lambda moment: moment.utc))
    days = days_between(Instant(now.utc, each.due.zone), each.due)
    if each.owed_by is OwedBy.INVITED:
        return Reminder(each, days, Tone.INVITED) if days <= COURTEOUS and not chased else None
    over = now.utc > each.due.utc
    reached = [rung for rung in LADDER if rung >= days]
    if not reached and not over:
        return None
    rung = days if over else min(reached)
    if chased and days_between(Instant(chased[-1].utc, each.due.zone), each.due) <= rung:
        return None
    return Reminder(each, days, Tone.OVERDUE if over else Tone.OWED, chased)
