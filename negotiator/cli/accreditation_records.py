"""How applications are printed: flat records for scripts, words for people."""

from typing import TYPE_CHECKING

from negotiator.i18n import _

if TYPE_CHECKING:
    from negotiator.domain.accreditation import Accreditation


def standing_of(each: "Accreditation") -> str:
    """Write the consultative status or grade with its year."""
    return " ".join(word for word in (each.status, str(each.status_year or "")) if word)


def people(women: int, men: int) -> str:
    """Write how many women and men there are; nothing where nobody is known."""
    return _("{women} women, {men} men", women=women, men=men) if women or men else ""


def accreditation_record(each: "Accreditation") -> dict[str, object]:
    """Write an application as one flat record."""
    return {
        "id": each.code,
        "stakeholder": each.stakeholder,
        "category": each.category,
        "region": each.region or None,
        "list": each.admission.value,
        "route": each.route.value,
        "state": each.state.value,
        "why": each.reason or None,
        "applied": each.applied.isoformat(),
        "extended": each.extended,
        "status": each.status or None,
        "status_year": each.status_year,
        "women": each.women,
        "men": each.men,
        "note": each.note or None,
        "visibility": each.visibility.value,
        "steps": [{"state": step.state.value, "at": step.at.iso(), "why": step.why or None} for step in each.steps],
        "objections": [
            {
                "by": made.by,
                "at": made.at.iso(),
                "basis": made.basis or None,
                "shared": [{"with": state, "at": at.iso()} for state, at in made.shared],
            }
            for made in each.objections
        ],
    }
