"""What is asked before something is done to an application, and the sentence that tells what was done."""

from collections.abc import Mapping

from negotiator.domain.accreditation import (
    ACCREDITATION_STATES,
    ADMISSIONS,
    NEEDS_A_REASON,
    STATUSES,
    AccreditationState,
    Admission,
)
from negotiator.errors import WrongUsage
from negotiator.i18n import _
from negotiator.services import accreditation as services
from negotiator.tui.widgets.form import Field
from negotiator.workspace import Workspace


def application(applicant: str, admission: str) -> tuple[Field, ...]:
    """Ask who applies to what."""
    standings = ", ".join(word for words in STATUSES.values() for word in words)
    return (
        Field("applicant", _("from"), applicant, needed=True),
        Field("list", _("to"), admission, hint=", ".join(Admission), choices=tuple(Admission), needed=True),
        Field("on", _("applied"), hint=_("a day; otherwise now")),
        Field("status", _("standing"), hint=standings),
        Field("women", _("women"), hint=_("how many represent it")),
        Field("men", _("men")),
        Field("note", _("note")),
    )


def applied(workspace: Workspace, filled: Mapping[str, str]) -> tuple[str, str]:
    """Note an application."""
    admission = services.admission_named(filled["list"])
    made = services.apply_for(
        workspace,
        filled["applicant"],
        admission,
        on=filled["on"] or None,
        status=filled["status"],
        women=_count(filled["women"]),
        men=_count(filled["men"]),
        note=filled["note"],
    )
    return made.code, _("{application} is noted: {what}", application=made.code, what=_(ADMISSIONS[admission]))


def _count(word: str) -> int:
    if word and not (word.isdecimal() and int(word) < 10_000):
        raise WrongUsage(_("“{word}” is no number of people.", word=word))
    return int(word) if word else 0


def reasons(state: str) -> tuple[Field, ...]:
    """Ask when an application came to a state, and why where that must be said."""
    return (
        Field("on", _("on"), hint=_("a day; otherwise now")),
        Field("why", _("why"), needed=AccreditationState(state) in NEEDS_A_REASON),
    )


def moved(workspace: Workspace, code: str, state: str, filled: Mapping[str, str]) -> tuple[str, str]:
    """Take an application to a state."""
    services.take_further(workspace, [code], state, why=filled["why"], on=filled["on"] or None)
    told = _(ACCREDITATION_STATES[AccreditationState(state)])
    return code, _("{application} is now {state}", application=code, state=told)


def objection() -> tuple[Field, ...]:
    """Ask which State objects, and the basis it gives, which is voluntary."""
    return (
        Field("by", _("State"), needed=True),
        Field("basis", _("basis"), hint=_("the general basis, where the State gives one")),
        Field("on", _("on"), hint=_("a day; otherwise now")),
    )


def objected(workspace: Workspace, code: str, filled: Mapping[str, str]) -> tuple[str, str]:
    """Note an objection."""
    services.object_to(workspace, code, filled["by"], basis=filled["basis"], on=filled["on"] or None)
    return code, _("the objection to {application} is noted", application=code)
