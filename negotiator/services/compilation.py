"""A text with the proposals on it: beside it where someone holds the pen, in it where the process negotiates so."""

from collections import defaultdict
from dataclasses import dataclass

from negotiator.domain.audience import Audience
from negotiator.domain.in_text import InText, in_text
from negotiator.domain.process import Mode
from negotiator.domain.proposal import Proposal
from negotiator.services.drafts import draft_reading, get_draft
from negotiator.services.processes import get_process
from negotiator.services.proposal_lists import Wanted, list_proposals
from negotiator.text.provision import Provision
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Compiled:
    """A provision with the open proposals on it."""

    provision: Provision
    """The provision as it stands."""
    text: str
    """Its words, with proposals between brackets where they stand in the text."""
    beside: tuple[Proposal, ...]
    """The proposals that stand beside it."""


def compiled(
    workspace: Workspace, address: str, audience: Audience = Audience.PRIVATE, mode: Mode | None = None
) -> tuple[Compiled, ...]:
    """Return a text with the open proposals that an audience may see, in the mode given, else that of the process.

    Proposals whose paragraph the text has not stand beside its last provision. Raises `NotFound`.
    """
    mode = mode or get_process(workspace).mode
    _draft, text = get_draft(workspace, address)
    provisions = draft_reading(workspace, text.address).provisions
    paths = {each.path for each in provisions}
    on: dict[str, list[Proposal]] = defaultdict(list)
    for each in list_proposals(workspace, Wanted(draft=text.address, unanswered=True), audience):
        on[each.path if each.path in paths else ""].append(each)
    found = [_compiled(each, on.pop(each.path, []), mode) for each in provisions]
    lost = tuple(on.get("", ()))
    if lost and found:
        last = found[-1]
        found[-1] = Compiled(last.provision, last.text, (*last.beside, *lost))
    return tuple(found)


def _compiled(provision: Provision, those: list[Proposal], mode: Mode) -> Compiled:
    held = in_text(provision.text, those) if mode is Mode.BRACKETED else InText(provision.text, tuple(those))
    return Compiled(provision, held.text, held.beside)
