"""What became of the proposals on a text in the next one: suggested by the words, confirmed by a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from negotiator.comparing.compare import compare
from negotiator.comparing.fate import Suggestion, suggest_fate
from negotiator.domain.proposal import Disposition, Proposal
from negotiator.errors import NotFound
from negotiator.i18n import N_, _
from negotiator.services.drafts import draft_side, get_draft, list_drafts
from negotiator.services.proposals import Wanted, answer, list_proposals
from negotiator.services.terms import load_terms
from negotiator.storage import proposals as rows
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Suggested:
    """A proposal without an answer and what the words suggest."""

    proposal: Proposal
    """The proposal."""
    suggestion: Suggestion | None
    """What the words suggest; None where its provision cannot be found."""


@dataclass(frozen=True, slots=True)
class Fates:
    """The proposals on one text, looked for in another."""

    old: str
    """The address of the text they were made on."""
    new: str
    """The address of the text they are looked for in."""
    found: tuple[Suggested, ...]
    """By number."""


def suggested_fates(workspace: Workspace, draft: str, into: str = "") -> Fates:
    """Suggest what became of the open proposals on a text, in the text named or in the one that was made of it.

    Raises `NotFound` where no text was made of it yet.
    """
    old = get_draft(workspace, draft)[1].address
    new = get_draft(workspace, into)[1].address if into else _next(workspace, old)
    side_old, side_new = draft_side(workspace, old), draft_side(workspace, new)
    comparison = compare(side_old, side_new, load_terms(side_new.language))
    found = list_proposals(workspace, Wanted(draft=old, unanswered=True))
    return Fates(
        old,
        new,
        tuple(
            Suggested(each, suggest_fate(comparison, each.path, each.action.value, each.old, each.new))
            for each in found
        ),
    )


def _next(workspace: Workspace, address: str) -> str:
    code, _slash, language = address.partition("/")
    day = workspace.now().date
    for draft in list_drafts(workspace):
        if code in draft.based_on and draft.is_out(day):
            text = draft.text(language or None) or draft.text()
            if text:
                return text.address
    raise NotFound(_("No text was made of {draft} yet; name the one to look in.", draft=address))


def confirm_fates(workspace: Workspace, fates: Fates, decided: Mapping[str, tuple[Disposition, str]]) -> str:
    """Store what a person decided of each proposal, by its code, in one act; returns the act."""
    with workspace.acting(N_("answer {count} proposals in {draft}"), count=len(decided), draft=fates.new) as act:
        known = {each.code: each for each in rows.proposals(act.db)}
        now = workspace.now()
        for code, (disposition, why) in decided.items():
            answer(act, known[code], disposition, now, why, fates.new)
        return act.id
