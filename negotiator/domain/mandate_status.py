"""How strongly a mandate puts something, how it can stand, and which tone that has."""

from enum import StrEnum

from negotiator.i18n import N_


class Force(StrEnum):
    """How strongly the mandate puts it."""

    DECIDES = "decides"
    REQUESTS = "requests"
    URGES = "urges"
    INVITES = "invites"
    ENCOURAGES = "encourages"
    STRESSES = "stresses"
    REAFFIRMS = "reaffirms"
    THANKS = "thanks"


FORCES = {
    Force.DECIDES: N_("decides"),
    Force.REQUESTS: N_("requests"),
    Force.URGES: N_("urges"),
    Force.INVITES: N_("invites"),
    Force.ENCOURAGES: N_("encourages"),
    Force.STRESSES: N_("stresses"),
    Force.REAFFIRMS: N_("reaffirms"),
    Force.THANKS: N_("thanks"),
}
"""What people read for each force."""

BINDING = frozenset((Force.DECIDES, Force.REQUESTS))
"""What can be overdue, and so turn red."""


class Status(StrEnum):
    """How a mandated action stands at a moment."""

    NOT_DUE = "not-due"
    DUE_SOON = "due-soon"
    MET = "met"
    MET_LENIENT = "met-lenient"
    LATE = "late"
    MISSED = "missed"
    SUPERSEDED = "superseded"
    INHERITED = "inherited"
    UPTAKE = "uptake"
    NO_EVIDENCE = "no-evidence"
    NOT_CHECKABLE = "not-checkable"


STATUSES = {
    Status.NOT_DUE: N_("not due"),
    Status.DUE_SOON: N_("due soon"),
    Status.MET: N_("met"),
    Status.MET_LENIENT: N_("met on the lenient reading only"),
    Status.LATE: N_("late"),
    Status.MISSED: N_("missed"),
    Status.SUPERSEDED: N_("superseded"),
    Status.INHERITED: N_("inherited"),
    Status.UPTAKE: N_("uptake"),
    Status.NO_EVIDENCE: N_("no evidence"),
    Status.NOT_CHECKABLE: N_("not checkable"),
}
"""What people read for each status."""

GRAVITY = (
    *(Status.MISSED, Status.LATE, Status.INHERITED, Status.NO_EVIDENCE, Status.DUE_SOON, Status.NOT_DUE),
    *(Status.MET_LENIENT, Status.MET, Status.UPTAKE, Status.NOT_CHECKABLE),
)
"""Which status an action has where its checks come to several: the first of these."""


class Tone(StrEnum):
    """How a status is coloured."""

    NONE = "none"
    AMBER = "amber"
    RED = "red"


def tone(status: Status, force: Force, *, house: bool = False, amber: bool = False) -> Tone:
    """Return the tone of a status: only what the mandate decides or requests turns red, what it urges at most amber.

    `amber` holds an action back from red whatever its verb; `house` from any colour.
    """
    if house or force not in BINDING | {Force.URGES}:
        return Tone.NONE
    if status in (Status.LATE, Status.MISSED):
        return Tone.RED if force in BINDING and not amber else Tone.AMBER
    return Tone.AMBER if status in (Status.DUE_SOON, Status.MET_LENIENT) else Tone.NONE
