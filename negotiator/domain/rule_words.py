"""The rule of a mandated action in words, so that an answer can be checked by hand."""

from negotiator.domain.due import DueKind
from negotiator.domain.mandate import Check, CheckKind, Counted, MandatedAction
from negotiator.domain.session import SESSION_KINDS, SessionKind
from negotiator.i18n import _


def rule_in_words(action: MandatedAction) -> str:
    """Say when it is due and what is looked at."""
    due = action.due.text.said
    if not due and action.due.kind is not DueKind.NONE:
        due = " – ".join(str(each) for each in (action.due.earliest, action.due.latest) if each)
    parts = [due, *(_check(each) for each in action.checks)]
    return "; ".join(dict.fromkeys(each for each in parts if each))


def _check(check: Check) -> str:
    of = _(SESSION_KINDS[SessionKind(check.of)]) if check.of else ", ".join(check.sessions)
    shown = {"of": of, "number": f"{(check.least if check.least is not None else check.most) or 0:g}"}
    match check.kind:
        case CheckKind.SUM_DAYS if check.least is None and check.unit == "working-day":
            return _("at most {number} working days ({of})", **shown)
        case CheckKind.SUM_DAYS if check.least is None:
            return _("at most {number} days ({of})", **shown)
        case CheckKind.SUM_DAYS:
            return _("{number} days ({of})", **shown)
        case CheckKind.COUNT if check.counted is Counted.PANELS:
            most = f"{check.most or 0:g}"
            return _("{number} to {most} panels in each ({of})", most=most, **shown)
        case CheckKind.COUNT if check.counted is Counted.MODERATORS:
            return _("each panel has a moderator ({of})", **shown)
        case CheckKind.COUNT if check.counted is Counted.ROLES:
            return _("{number} in the office {role}", role=check.role, number=shown["number"])
        case CheckKind.COUNT if check.counted is Counted.INPUTS:
            return _("{number} inputs of the kind {kinds}", kinds=", ".join(check.inputs), number=shown["number"])
        case CheckKind.COUNT if check.counted is Counted.STAKEHOLDERS:
            kinds = ", ".join(check.categories)
            return _("{number} of the category {kinds} in the register", kinds=kinds, number=shown["number"])
        case CheckKind.COUNT:
            return _("{number} sessions ({of})", **shown)
        case CheckKind.PER_SESSION if check.before:
            return _("before each one starts ({of})", **shown)
        case CheckKind.PER_SESSION:
            return _("one for each ({of})", **shown)
        case CheckKind.WINDOW:
            return _("each in its time ({of})", **shown) if of else _("each session in its phase")
        case CheckKind.ATTRIBUTE if check.attribute == "composition":
            return _("origin, transit and destination in each panel, or in all together ({of})", of=of)
        case CheckKind.ATTRIBUTE if check.attribute == "contacts":
            return _("a contact of each for every session: {organizations}", organizations=check.value)
        case CheckKind.ATTRIBUTE if check.attribute == "title":
            return _("under the name “{name}”", name=check.value)
        case CheckKind.ATTRIBUTE:
            return _("place: {value}", value=check.value or _("as planned"))
        case CheckKind.COVERAGE if check.categories:
            kinds = ", ".join(check.categories)
            return _("every kind of participant in the room ({of}): {kinds}", of=of, kinds=kinds)
        case CheckKind.COVERAGE if check.regions:
            return _("every regional group met in each phase ({of})", of=of)
        case CheckKind.COVERAGE:
            return _("every one of {number} topics covered", number=len(check.topics))
        case CheckKind.ROLE_FILLED:
            return _("somebody holds the office {role}", role=check.role)
        case CheckKind.UPTAKE:
            return _("what is taken up is counted; nobody has to")
        case _:
            return ""
