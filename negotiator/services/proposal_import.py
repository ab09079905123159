"""Proposals made of a returned Word file: the items of its plan that a person let through, in one act."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from os import PathLike

from negotiator.comparing.returned import Fit, Item, Proposed
from negotiator.domain.proposal import NEEDS_WORDS, Proposal, proposal_code
from negotiator.errors import Refused
from negotiator.i18n import N_, _
from negotiator.services.proposals import Said, drawn, store
from negotiator.services.returned_files import Plan, PlannedProposal, plan_returned_file
from negotiator.services.returned_proposals import said_of
from negotiator.services.stakeholders import require
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.storage import proposals as rows
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ImportedProposals:
    """What was stored of a plan."""

    codes: tuple[str, ...]
    """What people call the proposals, in the order of the file."""
    act: str
    """The act."""
    left: Mapping[int, str]
    """The items that were left out, by their numbers, and why."""


def latest_address(workspace: Workspace) -> str:
    """Return the address of the draft released last; raises `NotFound` where there is none."""
    from negotiator.services.drafts import text_for_screen

    return text_for_screen(workspace).address


def import_returned(
    workspace: Workspace,
    path: "str | PathLike[str]",
    draft: str,
    *,
    sender: str = "",
    only: frozenset[int] = frozenset(),
    parties: Mapping[int, str] | None = None,
) -> ImportedProposals:
    """Store the items of a returned file as proposals in one act; what is left out is told with its reason.

    Raises `Refused` where nothing can be stored.
    """
    return store_plan(workspace, plan_returned_file(workspace, path, draft, sender=sender), only, parties or {})


def store_plan(workspace: Workspace, plan: Plan, only: frozenset[int], parties: Mapping[int, str]) -> ImportedProposals:
    """Store the items of a plan that have a party and something to be done."""
    from negotiator.services.drafts import text_for_screen

    text: TextOnScreen = text_for_screen(workspace, plan.draft)
    left: dict[int, str] = {}
    with workspace.acting(N_("import proposals on {draft} from a file"), draft=plan.draft) as act:
        known = stakeholders(act.db)
        codes = []
        for planned in plan.items:
            item, number = planned.item, planned.number
            if only and number not in only:
                continue
            said = said_of(plan, planned, parties.get(number))
            why = _why_left(plan, item, said)
            if why or said is None or item.place is None:
                left[number] = why
                continue
            who = require(known, said.by)
            named = replace(said, at=item.place.label or item.place.path, on=None)
            new = _at(drawn(workspace, named, text, who), item.place.path)
            place = rows.next_proposal(act.db)
            store(act, new, who, place)
            codes.append(proposal_code(place))
        if not codes:
            why = next(iter(left.values()), _("The file has no tracked changes and no comments."))
            raise Refused(_("Nothing could be made a proposal: {why}", why=why))
        return ImportedProposals(tuple(codes), act.id, left)


def why_left(plan: Plan, planned: PlannedProposal, by: str | None = None) -> str:
    """Say why an item cannot be stored as a proposal, of `by` where that is given; empty where it can."""
    return _why_left(plan, planned.item, said_of(plan, planned, by))


def _why_left(plan: Plan, item: Item, said: Said | None) -> str:
    if item.fit is Fit.DONE:
        return _("the text says so already.")
    if item.place is None:
        return _("its place in {draft} was not found.", draft=plan.draft)
    if item.proposed is Proposed.POSITION:
        return _("it is a view and asks for no change.")
    if said is None:
        return _("it is not known for certain whose it is.")
    return _("it gives no wording.") if said.action in NEEDS_WORDS and not said.new.strip() else ""


def _at(proposal: Proposal, path: str) -> Proposal:
    """Point a proposal at the provision that was found, whatever its label says."""
    kept = tuple(doubt for doubt in proposal.doubts if doubt != "no-such-paragraph")
    return replace(proposal, path=path, doubts=kept)
