"""What comes next on the calendar: sessions and milestones, the nearest first."""

from datetime import date

from textual.content import Content

from negotiator.domain.dates import day_in_words, time_until_in_words
from negotiator.domain.session import SIDE_TRACKS, SessionState
from negotiator.i18n import _
from negotiator.services.status import Status
from negotiator.tui.text import fitted, lines, marked, plain, width

MOST = 12
"""How many lines there are."""


def ahead(status: Status, columns: int) -> Content:
    """List what comes next, with the days and how far away they are."""
    rows: list[tuple[date, str, str]] = []
    for session in status.sessions:
        if session.state(status.now) is SessionState.COMING and session.window and session.kind not in SIDE_TRACKS:
            far = time_until_in_words(status.now, session.begins) if session.begins else _("planned")
            rows.append((session.window.first, f"{session.code}  {session.title.said}", far))
    rows += [
        (each.window.last, each.title.said, time_until_in_words(status.now, each.moment)) for each in status.milestones
    ]
    if not rows:
        return plain(_("Nothing is on the calendar ahead."), "$text-muted")
    shown = sorted(rows)[:MOST]
    days = max(width(day_in_words(day)) for day, _words, _far in shown)
    last = max(width(away) for _day, _words, away in shown)
    room = max(8, columns - days - last - 4)
    return lines(
        marked(
            (fitted(day_in_words(day), days, right=True), "$text-muted"),
            "  ",
            fitted(words, room),
            "  ",
            (fitted(away, last, right=True), "$text-muted"),
        )
        for day, words, away in shown
    )
