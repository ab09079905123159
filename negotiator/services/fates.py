"""What became of the proposals on a text in the next one: suggested by the words, confirmed by a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from negotiator.comparing.compare import compare
from negotiator.comparing.fate import Suggestion, suggest_fate
from negotiator.domain.proposal import DISPOSITIONS, NEEDS_A_REASON, Disposition, Proposal
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.drafts import draft_side, get_draft, list_drafts
from negotiator.services.proposal_lists import Wanted, list_proposals, proposal_named
from negotiator.services.proposals import answer
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


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says became of a proposal."""

    disposition: Disposition | None
    """What became of it; None where that is not known yet."""
    why: str = ""
    """The reason."""

    @property
    def lacking(self) -> str:
        """What keeps it from being stored, in a sentence; empty where nothing does."""
        if self.disposition is None:
            return _("its paragraph cannot be found; say what became of it")
        if self.disposition in NEEDS_A_REASON and not self.why.strip():
            return _("say why it is {state}", state=_(DISPOSITIONS[self.disposition]))
        return ""


def suggested_decision(each: Suggested) -> Decision:
    """Return what the words suggest as a decision without a reason."""
    return Decision(Disposition(each.suggestion.fate.value) if each.suggestion else None)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a confirmation stored."""

    codes: tuple[str, ...]
    """The proposals that were answered."""
    act: str
    """The act that stored it."""
    left: Mapping[str, str]
    """Why the others were left out, by their codes."""


def confirm_fates(workspace: Workspace, fates: Fates, decided: Mapping[str, Decision]) -> Confirmed:
    """Store what a person decided of each proposal, by its code, in one act.

    What lacks its reason is left out and told. Raises `WrongUsage` where nothing is left to store, `NotFound` where a
    code is not among the suggestions, `Refused` where somebody has answered one of the proposals since.
    """
    there = {each.proposal.code: each.proposal for each in fates.found}
    for code in decided:
        if code not in there:
            raise NotFound(_("{proposal} is not among the open proposals on {draft}.", proposal=code, draft=fates.old))
    left = {code: each.lacking for code, each in decided.items() if each.lacking}
    taken = {code: each for code, each in decided.items() if not each.lacking}
    if not taken:
        why = "; ".join(f"{code}: {sentence}" for code, sentence in left.items())
        raise WrongUsage(why or _("Nothing was chosen."))
    with workspace.acting(N_("answer {count} proposals in {draft}"), count=len(taken), draft=fates.new) as act:
        known = rows.proposals(act.db)
        now = workspace.now()
        for code, each in taken.items():
            proposal = proposal_named(known, code)
            if proposal.disposition is not there[code].disposition:
                state = _(DISPOSITIONS[proposal.disposition])
                raise Refused(_("Somebody has said since that {proposal} is {state}.", proposal=code, state=state))
            assert each.disposition is not None  # else it lacks something
            answer(act, proposal, each.disposition, now, each.why.strip(), fates.new)
    return Confirmed(tuple(taken), act.id, left)
