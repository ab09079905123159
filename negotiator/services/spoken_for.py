"""For whom somebody speaks: settled from what the line says and the members of the group on the day."""

from datetime import date

from negotiator.domain.behalf import Behalf
from negotiator.domain.entry_behalf import BehalfSaid
from negotiator.domain.entry_line import LineDoubt
from negotiator.domain.groups import group_named
from negotiator.services.speakers import Roll


def settle(said: BehalfSaid | None, speaker: str, day: date, roll: Roll) -> Behalf | None:
    """Return for whom a statement of a day is; a group's own delegation speaks for the group.

    Nothing is refused here: what somebody said in the room was said. Where a number is larger than the membership that
    is known, the number holds.
    """
    if said is None:
        said = BehalfSaid((speaker,)) if group_named(roll.groups, speaker) else None
    if said is None:
        return None
    members: list[str] = []
    for code in said.groups:
        group = group_named(roll.groups, code)
        members += group.members_at(day) if group else ()
    # A group that is a delegation of its own is no member of itself.
    belong = [code for code in dict.fromkeys(members) if code not in said.groups]
    plus = tuple(code for code in said.states if code not in belong) if said.groups else ()
    states = tuple(code for code in belong if code not in said.without) + (plus if said.groups else said.states)
    return Behalf(
        groups=said.groups,
        states=states,
        without=said.without,
        plus=plus,
        count=None if said.count is None else said.count + len(plus),
    )


def doubts_about(behalf: Behalf | None, day: date, roll: Roll) -> tuple[LineDoubt, ...]:
    """Return what does not agree with the members of the day: who stood apart without being one, a number too large."""
    if behalf is None or not behalf.groups:
        return ()
    members = {
        code for each in behalf.groups if (group := group_named(roll.groups, each)) for code in group.members_at(day)
    }
    if not members:
        return ()
    groups = ", ".join(behalf.groups)
    found = [LineDoubt("not-a-member", code, (groups,)) for code in behalf.without if code not in members]
    if behalf.number - len(behalf.plus) > len(members):
        found.append(LineDoubt("too-many", str(behalf.number - len(behalf.plus)), (groups, str(len(members)))))
    return tuple(found)
