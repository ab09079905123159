"""From the plan of a returned file to what a proposal says."""

from negotiator.comparing.returned import Item, Proposed
from negotiator.domain.proposal import Action
from negotiator.services.party_names import Party
from negotiator.services.proposals import Said
from negotiator.services.returned_files import Plan, PlannedProposal

ACTIONS = {
    Proposed.ADD: Action.ADD,
    Proposed.MOD: Action.REPLACE,
    Proposed.EDITORIAL: Action.EDITORIAL,
    Proposed.SUP: Action.DELETE,
    Proposed.MOVED: Action.MOVE,
}
"""What each kind of change asks for; a mere position asks for nothing."""


def said_of(plan: Plan, planned: PlannedProposal, by: str | None = None) -> Said | None:
    """Return what one item of a plan says as a proposal; None where a person has to say more first.

    That is where nobody, or nobody but `by`, is known as its party, where its paragraph is gone, or where it is only a
    view. A group that is suggested speaks through the delegation that `by` names.
    """
    item, party = planned.item, planned.party
    action = ACTIONS.get(item.proposed)
    who = by or party.code
    if action is None or who is None or item.place is None or (party.is_group and not by):
        return None
    return Said(
        draft=plan.draft,
        at=item.place.path,
        by=who,
        action=action,
        old=item.old,
        new=item.new,
        group=_group(party, by),
        note=_note(plan, item),
        on=item.dates[0] if item.dates else None,
    )


def _group(party: Party, by: str | None) -> str:
    return party.code if by and party.code and party.code != by and party.is_group else ""


def _note(plan: Plan, item: Item) -> str:
    return "; ".join([plan.file, *(" ".join(each.words.split()) for each in item.remarks)])
