"""How proposals are printed: flat records for scripts, words for people."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from negotiator.cli.output import done, say
from negotiator.i18n import _

if TYPE_CHECKING:
    from negotiator.domain.proposal import Proposal
    from negotiator.services.fates import Suggested
    from negotiator.services.proposals import Made


def proposal_record(each: "Proposal") -> dict[str, object]:
    """Write a proposal as one flat record."""
    from negotiator.domain.proposal import Stance

    return {
        "id": each.code,
        "draft": each.draft,
        "label": each.label,
        "path": each.path or None,
        "action": each.action.value,
        "by": each.by,
        "for": each.group or None,
        "made": each.made.iso(),
        "old": each.old,
        "text": each.new,
        "entry": each.entry or None,
        "note": each.note or None,
        "doubts": list(each.doubts),
        "supporters": list(each.those(Stance.SUPPORT)),
        "opponents": list(each.those(Stance.OPPOSE)),
        "flexible": list(each.those(Stance.FLEXIBLE)),
        "state": each.disposition.value,
        "why": each.why or None,
        "answered_in": each.disposed_in or None,
        "visibility": each.visibility.value,
    }


def suggestion_record(each: "Suggested") -> dict[str, object]:
    """Write a suggestion as one flat record."""
    from negotiator.domain.proposal import NEEDS_A_REASON

    found = each.suggestion
    return {
        "id": each.proposal.code,
        "label": each.proposal.label,
        "by": each.proposal.by,
        "suggested": found.fate.value if found else None,
        "needs_reason": found is not None and found.fate.value in NEEDS_A_REASON,
        "share": round(found.share, 3) if found else None,
        "path": found.where.path if found and found.where else None,
        "at": found.where.label if found and found.where else None,
    }


def lines(each: "Proposal", alike: "Sequence[Proposal]") -> Iterator[str]:
    """Write everything about a proposal."""
    from negotiator.domain.audience import AUDIENCES
    from negotiator.domain.proposal import ACTIONS, DISPOSITIONS, DOUBTS, STANCES

    yield f"{each.code}  {each.draft} ¶{each.label}  {_(ACTIONS[each.action])}"
    by = _("{speaker}, for {group}", speaker=each.by, group=each.group) if each.group else each.by
    facts = {
        _("by"): by,
        _("old"): each.old,
        _("new"): each.new,
        _("state"): _(DISPOSITIONS[each.disposition]) + (f": {each.why}" if each.why else ""),
        _("answered in"): each.disposed_in,
        _("made"): each.made.iso(),
        _("entry"): each.entry,
        **{_(words): ", ".join(each.those(stance)) for stance, words in STANCES.items()},
        _("please look"): "; ".join(_(DOUBTS[doubt]) for doubt in each.doubts if doubt in DOUBTS),
        _("may be the same as"): ", ".join(other.code for other in alike),
        _("audience"): _(AUDIENCES[each.visibility]),
        _("note"): each.note,
    }
    for label, fact in facts.items():
        if fact:
            yield f"{label}: {fact}"


def tell_made(made: "Made") -> None:
    """Print the code of a proposal, then what somebody should look at."""
    from negotiator.domain.proposal import DOUBTS

    done(made.code, made.act)
    for doubt in made.doubts:
        say(_("{proposal}: {doubt}.", proposal=made.code, doubt=_(DOUBTS[doubt])))
    if made.views_only:
        say(_("Whoever made {proposal} gives views and proposes no text.", proposal=made.code))
    if made.alike:
        say(_("{proposal} may be the same as {others}.", proposal=made.code, others=", ".join(made.alike)))
