"""How calls are printed: flat records for scripts."""

from negotiator.domain.calls import CallWindow
from negotiator.domain.dates import Instant, days_between
from negotiator.services.call_plans import Asked


def call_record(each: Asked, now: Instant) -> dict[str, object]:
    """Write a call as one flat record; `due`, `since` and `extensions` are those of its first kind."""
    call = each.call
    first = call.windows[0]
    return {
        "id": call.code,
        "kind": call.kind.code,
        "title": call.title,
        "session": call.session or None,
        "phase": call.phase or None,
        "since": first.asked.iso(),
        "due": _due(first, now),
        "windows": [
            {
                "kind": window.kind.code,
                "since": window.asked.iso(),
                "due": _due(window, now),
                "extensions": _extensions(window, now),
            }
            for window in call.windows
        ],
        "asked": len(each.inputs),
        "came": each.count(came=True),
        "covered": each.count(by_group=True),
        "awaited": each.count(),
        "addressees": list(dict.fromkeys(expected.stakeholder for expected in each.inputs)),
        "extensions": _extensions(first, now),
    }


def _due(window: CallWindow, now: Instant) -> dict[str, object]:
    return {"at": window.due.iso(), "zone": window.due.zone, "days": days_between(now, window.due)}


def _extensions(window: CallWindow, now: Instant) -> list[dict[str, object]]:
    return [
        {
            "decided": change.decided.iso(),
            "before": change.before.iso() if change.before else None,
            "after": change.after.iso(),
            "why": change.why,
            "source": change.source or None,
        }
        for change in window.extensions
        if change.decided.utc <= now.utc
    ]
