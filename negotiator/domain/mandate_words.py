"""What people read of a mandated action, on paper and on the screen."""

from negotiator.domain.dates import day_in_words
from negotiator.domain.mandate import Judged, Override, Status, Tone
from negotiator.i18n import N_, _

SIGNS = {Tone.NONE: " ", Tone.AMBER: "◐", Tone.RED: "●"}
"""The sign before an action, so that colour is never alone."""


READINGS = {"strict": N_("the strict reading"), "lenient": N_("the lenient reading"), "date": N_("a date")}
"""What people read for each reading that somebody chose."""


def reading_in_words(each: Judged) -> str:
    """Say which days hold, on which reading."""
    term = each.term
    if term.strict is None or term.lenient is None:
        return ""
    if term.reading:
        return _("{date} ({reading})", date=day_in_words(term.lenient), reading=term.reading)
    if not term.two_readings:
        return day_in_words(term.lenient)
    return _("strict {strict}, lenient {lenient}", strict=day_in_words(term.strict), lenient=day_in_words(term.lenient))


def actors_in_words(each: Judged) -> str:
    """Say who has to do it."""
    return ", ".join(actor.said for actor in each.action.responsible)


def change_in_words(each: Override) -> str:
    """Say how a date was read by somebody: which day holds since when, why, who decided, and by which document."""
    read = day_in_words(each.until) if each.until else _(READINGS[each.reading])
    told = _("since {date}: {reading}", date=day_in_words(each.decided), reading=read)
    return " · ".join(part for part in (told, each.why, each.by, each.source) if part)


def days_in_figures(each: Judged) -> str:
    """Say how many days are left until the last one; nothing where that no longer matters."""
    matters = each.status in (Status.NOT_DUE, Status.DUE_SOON) and each.days_left is not None and each.days_left >= 0
    return str(each.days_left) if matters else ""
