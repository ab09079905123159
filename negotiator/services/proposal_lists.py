"""Proposals, listed and found."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.domain.audience import Audience
from negotiator.domain.codes import number_in
from negotiator.domain.proposal import Disposition, Proposal, like, proposal_code
from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.services.stakeholders import require
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.storage import proposals as rows
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which proposals are wanted; what is not said is not asked."""

    draft: str = ""
    """Those on this text."""
    label: str = ""
    """Those on the provision of this label or path."""
    by: str = ""
    """Those made by this delegation."""
    disposition: Disposition | None = None
    """Those of which this became."""
    unanswered: bool = False
    """Those of which nothing became yet."""
    session: str = ""
    """Those made of entries of this session's log."""


EVERY_PROPOSAL = Wanted()


def list_proposals(
    workspace: Workspace, wanted: Wanted = EVERY_PROPOSAL, audience: Audience = Audience.PRIVATE
) -> tuple[Proposal, ...]:
    """Return proposals as they stand at the clock's moment, by number."""
    with workspace.reading() as db:
        found = rows.proposals(db, upto=workspace.as_of, seen=audience.seen())
        known = stakeholders(db) if wanted.by else ()
    by = require(known, wanted.by).code if wanted.by else ""
    draft, path = wanted.draft, wanted.label
    if draft and wanted.label:
        path = text_of(workspace, draft).path(wanted.label) or wanted.label
    return tuple(
        each
        for each in found
        if (not draft or each.draft == draft)
        and (not path or path in (each.path, each.label))
        and (not by or each.by == by)
        and (wanted.disposition is None or each.disposition is wanted.disposition)
        and (not wanted.unanswered or each.disposition is Disposition.OPEN)
        and (not wanted.session or each.entry.rpartition("-")[0].casefold() == wanted.session.casefold())
    )


def get_proposal(workspace: Workspace, code: str, audience: Audience = Audience.PRIVATE) -> Proposal:
    """Return a proposal by its code or number; raises `NotFound`."""
    return proposal_named(list_proposals(workspace, audience=audience), code)


def alike_to(workspace: Workspace, code: str) -> tuple[Proposal, ...]:
    """Return the proposals that may be the same as one."""
    known = list_proposals(workspace)
    return like(proposal_named(known, code), known)


def text_of(workspace: Workspace, address: str) -> TextOnScreen:
    """Return the text that an address names; raises `NotFound`."""
    from negotiator.services.drafts import text_for_screen

    return text_for_screen(workspace, address)


def proposal_named(known: Sequence[Proposal], code: str) -> Proposal:
    """Pick a proposal by its code or number; raises `NotFound`."""
    number = number_in(code, "P")
    for each in known:
        if each.number == number:
            return each
    example = proposal_code(12)
    raise NotFound(_("There is no proposal {code}; proposals are called like {example}.", code=code, example=example))
