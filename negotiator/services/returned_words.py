"""What people read of the plan of a returned file."""

from negotiator.comparing.returned import Fit, Item, Proposed
from negotiator.i18n import N_, _, n_
from negotiator.services.party_names import Party
from negotiator.services.returned_files import Plan

FITS = {
    Fit.APPLIES: N_("applies"),
    Fit.CHANGED: N_("the words are others now"),
    Fit.GONE: N_("the paragraph is gone"),
    Fit.DONE: N_("done already"),
}
"""What people read for whether a change can still be made."""


def base_sentence(plan: Plan) -> str:
    """Say on which draft the file was made, and how much of it still applies."""
    count, fits = len(plan.items), plan.fits()
    still = n_(
        "{fit} of its {n} change still applies.",
        "{fit} of its {n} changes still apply.",
        count,
        fit=fits[Fit.APPLIES],
    )
    if plan.base is None:
        return _("It is not known on which draft it was made; on {draft}, {still}", draft=plan.draft, still=still)
    if plan.stale:
        return _(
            "It was made on {base}, not on {draft}; {still}", base=plan.base.address, draft=plan.draft, still=still
        )
    return _("It was made on {base}; {still}", base=plan.base.address, still=still)


def place_told(item: Item) -> str:
    """Say where a change is made: the path of its paragraph, or behind which one it adds."""
    at = item.place or item.based_on
    where = at.path if at else ""
    return _("after {paragraph}", paragraph=where) if where and item.proposed is Proposed.ADD else where


def party_told(party: Party) -> str:
    """Name the party that is suggested, with a question mark where it is not certain."""
    return party.code or f"? {', '.join(party.codes) or party.words}".strip()
