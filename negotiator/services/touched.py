"""Which provisions a session touched, in whatever text it had before it."""

from collections import defaultdict
from dataclasses import dataclass

from negotiator.domain.audience import Audience
from negotiator.domain.entry import Entry
from negotiator.domain.proposal import Proposal
from negotiator.services.proposal_lists import Wanted, list_proposals
from negotiator.services.sessions import floor
from negotiator.services.text_on_screen import text_on_screen
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Touched:
    """A provision, and what the session said and proposed on it."""

    draft: str
    """The address of the text; empty where the session had none before it."""
    label: str
    """Its label as the text has it, else as it was said."""
    path: str
    """Where it stands in the text; empty where the text has none such."""
    entries: tuple[Entry, ...]
    """What was said on it, in order."""
    proposals: tuple[Proposal, ...]
    """What was proposed on it, in the order of their numbers."""


def touched(workspace: Workspace, session: str, audience: Audience = Audience.PRIVATE) -> tuple[Touched, ...]:
    """Return the provisions that a session touched, text by text, in the order of each text; unknown ones last.

    Raises `NotFound` where there is no such session.
    """
    log = floor(workspace, session)
    said: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    asked: dict[tuple[str, str], list[Proposal]] = defaultdict(list)
    for entry in log.entries:
        if audience.sees(Audience(entry.visibility)):
            for place in entry.places:
                said[entry.draft, place.path or place.label].append(entry)
    for proposal in list_proposals(workspace, Wanted(session=log.session), audience):
        asked[proposal.draft, proposal.path or proposal.label].append(proposal)
    drafts = dict.fromkeys(draft for draft, _place in (*said, *asked))
    texts = {draft: {each.path: each for each in text_on_screen(workspace, draft).provisions} for draft in drafts}
    order = {draft: number for number, draft in enumerate(drafts)}

    def rank(key: tuple[str, str]) -> tuple[int, int]:
        provision = texts[key[0]].get(key[1])
        return order[key[0]], provision.index if provision else len(texts[key[0]])

    return tuple(
        Touched(
            key[0],
            found.label or found.path if (found := texts[key[0]].get(key[1])) else key[1],
            found.path if found else "",
            tuple(said.get(key, ())),
            tuple(asked.get(key, ())),
        )
        for key in sorted({*said, *asked}, key=rank)
    )
