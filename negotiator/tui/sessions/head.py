"""The line above the floor log: session, day, meeting, room, the clock of the venue, the text on screen."""

from textual.content import Content

from negotiator.domain.dates import Instant, day_in_words, gap_between, town_of
from negotiator.domain.hours import near_end
from negotiator.domain.meeting import Meeting
from negotiator.domain.session import Session
from negotiator.i18n import _
from negotiator.services.sessions import Floor
from negotiator.tui.text import fitted, marked, width


def head_line(floor: Floor, session: Session, now: Instant, opened: Instant | None, columns: int) -> Content:
    """Write the line; `opened` is when the entry being typed was begun, and so when its speaker began.

    Ten minutes before the interpreters leave it says so, quietly: no sound, and nothing that must be closed.
    """
    here = Instant(now.utc, floor.zone)
    meeting = floor.open_meeting
    left = [floor.session, day_in_words(here.date), _meeting(meeting, now)]
    if meeting and meeting.chair:
        left.append(_("{who} presides", who=meeting.chair))
    if session.venue.said:
        left.append(session.venue.said)
    right = [_("text: {text}", text=floor.screen.address or "–")]
    if gap_between(floor.zone, now.zone, now):
        right.insert(0, f"{here.local:%H:%M} {town_of(floor.zone)}")
    if opened is not None:
        seconds = max(0, int((now.utc - opened.utc).total_seconds()))
        right.insert(0, _("speaking {time}", time=f"{seconds // 60:02d}:{seconds % 60:02d}"))
    near = near_end(now, meeting.opened) if meeting else None
    alarm = f" {near.said()} " if near else ""
    end = " · ".join(right)
    room = max(10, columns - 2 - width(end) - width(alarm))
    return marked((fitted(" · ".join(left), room), "bold"), "  ", (alarm, "bold reverse"), (end, "$text-muted"))


def _meeting(meeting: Meeting | None, now: Instant) -> str:
    if meeting is None:
        return _("no meeting open")
    if meeting.suspended:
        return _(
            "meeting {number} suspended {time}", number=meeting.number, time=f"{meeting.suspended.since.local:%H:%M}"
        )
    minutes = int(meeting.sitting(now).total_seconds()) // 60
    return _("meeting {number} open {time}", number=meeting.number, time=f"{minutes // 60:02d}:{minutes % 60:02d}")
