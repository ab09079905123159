"""What a change of dates would do, told before or after it is made."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiator.domain.dates import days_in_words
from negotiator.domain.mandate import STATUSES, Judged
from negotiator.domain.mandate_words import reading_in_words
from negotiator.i18n import _

if TYPE_CHECKING:
    from negotiator.domain.session_parts import Whereabouts
    from negotiator.services.moving import Preview


def preview_document(preview: "Preview") -> dict[str, object]:
    """Write what a change would do for scripts."""
    before, after = preview.before, preview.after
    return {
        "id": preview.code,
        "before": [before.first.isoformat(), before.last.isoformat()] if before else None,
        "after": [after.first.isoformat(), after.last.isoformat()] if after else None,
        "place_before": preview.leaves.place.said if preview.leaves else None,
        "place_after": preview.goes_to.place.said if preview.goes_to else None,
        "actions": [
            {"id": each.before.action.code, "before": _record(each.before), "after": _record(each.after)}
            for each in preview.effects
        ],
        "stakeholders": list(preview.stakeholders),
    }


def _record(each: Judged) -> dict[str, object]:
    lenient = each.term.lenient
    return {
        "status": each.status.value,
        "tone": each.tone.value,
        "figures": each.figures,
        "due": lenient.isoformat() if lenient else None,
    }


def preview_lines(preview: "Preview") -> Iterator[str]:
    """Say line by line what a change would do."""
    before, after = preview.before, preview.after
    yield _(
        "{code}: {before} → {after}",
        code=preview.code,
        before=days_in_words(before.first, before.last) if before else _("no date yet"),
        after=days_in_words(after.first, after.last) if after else _("no date yet"),
    )
    if preview.leaves and preview.goes_to:
        yield f"  {_where(preview.leaves)} → {_where(preview.goes_to)}"
    for each in preview.effects:
        yield f"  {each.before.action.code}  {_told(each.before)} → {_told(each.after)}"
    if not preview.effects:
        yield _("no mandated action hangs on it")
    if preview.stakeholders:
        yield _("to be told: {stakeholders}", stakeholders=", ".join(preview.stakeholders))
    else:
        yield _("nothing is expected from anybody for it")


def _where(place: "Whereabouts") -> str:
    return ", ".join(filter(None, (place.place.said, place.venue.said)))


def _told(each: Judged) -> str:
    status = _(STATUSES[each.status])
    parts = [status, each.figures, reading_in_words(each)]
    return " · ".join(dict.fromkeys(part for part in parts if part))
