"""What may be shown to whom at this moment."""

from negotiator.domain.audience import Audience
from negotiator.domain.draft import Draft
from negotiator.workspace import Workspace


def mark_of(draft: Draft, workspace: Workspace) -> Audience:
    """Return the mark that a draft bears now: until its embargo ends it is for the co-facilitators and us."""
    if draft.embargo is not None and workspace.now().utc < draft.embargo.utc:
        return Audience.CO_FACILITATORS_AND_SECRETARIAT
    return draft.visibility
