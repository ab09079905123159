"""Inputs on behalf of a group: for whom they answer is settled on the day they come in, and kept."""

from collections.abc import Sequence

from negotiator.domain.calls import call_code
from negotiator.domain.dates import Instant, day_in_words
from negotiator.domain.input_life import InputState
from negotiator.domain.inputs import Input
from negotiator.errors import Refused
from negotiator.i18n import _
from negotiator.services.groups import all_groups, require_group
from negotiator.services.input_kinds import input_kinds
from negotiator.services.stakeholders import require
from negotiator.storage.calls import call_ids
from negotiator.storage.covers import Behalf, add_covers
from negotiator.storage.events import Act
from negotiator.storage.inputs import Wanted, change_input, inputs
from negotiator.storage.stakeholders import stakeholders


def speak_for(act: Act, number: int, group: str, without: Sequence[str], at: Instant) -> Behalf:
    """Store that an input was sent on behalf of a group's members of that day, but for those that stand apart.

    Raises `NotFound` for a group that is not known, `Refused` for somebody who is not in it or where nobody is left.
    """
    known = stakeholders(act.db)
    found = require_group(all_groups(act.db, known), group)
    members = found.members_at(at.date)
    day = day_in_words(at.date)
    apart = {require(known, word).code for word in without if word.strip()}
    for code in sorted(apart):
        if code not in members:
            raise Refused(_("{member} is not in {group} on {date}.", member=code, group=found.code, date=day))
    if not set(members) - apart:
        raise Refused(_("{group} has nobody on {date} for whom it could speak.", group=found.code, date=day))
    ids = {each.code: each.id for each in known}
    (spoken,) = inputs(act.db, input_kinds(), Wanted(number=number))
    add_covers(act, spoken.id, found.code, [(ids[code], code in apart) for code in members])
    _answer_call(act, spoken, set(members) - apart, at)
    return Behalf(
        found.code,
        tuple(code for code in members if code not in apart),
        tuple(code for code in members if code in apart),
    )


def _answer_call(act: Act, spoken: Input, members: set[str], at: Instant) -> None:
    """Let an input that nobody expected answer the call that asked the members for such inputs.

    Which one is never guessed: raises `Refused` where several calls did.
    """
    if spoken.call is not None:
        return
    asked = {
        each.call
        for each in inputs(act.db, input_kinds(), Wanted(kind=spoken.kind.code, states=(InputState.EXPECTED,)))
        if each.call is not None
        and each.stakeholder in members
        and each.session == (spoken.session or each.session)
        and (each.asked is None or each.asked.utc <= at.utc)
    }
    if len(asked) > 1:
        calls = ", ".join(call_code(number) for number in sorted(asked))
        raise Refused(
            _("Several calls ask for it: {calls}; receive what one of them expects, by its code.", calls=calls)
        )
    for number in asked:
        change_input(act, spoken.id, {"call": call_ids(act.db)[number]})
