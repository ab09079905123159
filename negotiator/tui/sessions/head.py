"""The line above the floor log: session, day, meeting, room, the clock of the venue, the text on screen."""

from textual.content import Content

from negotiator.domain.dates import Instant, day_in_words, gap_between, town_of
from negotiator.domain.meeting import Meeting
from negotiator.domain.session import Session
from negotiator.i18n import _
from negotiator.services.sessions import Floor
from negotiator.tui.text import fitted, marked, width


def head_line(floor: Floor, session: Session, now: Instant, opened: Instant | None, columns: int) -> Content:
    """Write the line; `opened` is when the entry being typed was begun, and so when its speaker began."""
    here = Instant(now.utc, floor.zone)
    left = [floor.session, day_in_words(here.date), _meeting(floor.open_meeting, now)]
    if session.venue.said:
        left.append(session.venue.said)
    right = [_("text: {text}", text=floor.screen.address or "–")]
    if gap_between(floor.zone, now.zone, now):
        right.insert(0, f"{here.local:%H:%M} {town_of(floor.zone)}")
    if opened is not None:
        seconds = max(0, int((now.utc - opened.utc).total_seconds()))
        right.insert(0, _("speaking {time}", time=f"{seconds // 60:02d}:{seconds % 60:02d}"))
    end = " · ".join(right)
    room = max(10, columns - 2 - width(end))
    return marked((fitted(" · ".join(left), room), "bold"), "  ", (end, "$text-muted"))


def _meeting(meeting: Meeting | None, now: Instant) -> str:
    if meeting is None:
        return _("no meeting open")
    minutes = max(0, int((now.utc - meeting.opened.utc).total_seconds()) // 60)
    return _("meeting {number} open {time}", number=meeting.number, time=f"{minutes // 60:02d}:{minutes % 60:02d}")
