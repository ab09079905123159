"""What people read of a mandated action, on paper and on the screen."""

from negotiator.domain.dates import day_in_words
from negotiator.domain.mandate import Judged, Status, Tone
from negotiator.i18n import _

SIGNS = {Tone.NONE: " ", Tone.AMBER: "◐", Tone.RED: "●"}
"""The sign before an action, so that colour is never alone."""


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


def days_in_figures(each: Judged) -> str:
    """Say how many days are left until the last one; nothing where that no longer matters."""
    matters = each.status in (Status.NOT_DUE, Status.DUE_SOON) and each.days_left is not None and each.days_left >= 0
    return str(each.days_left) if matters else ""
