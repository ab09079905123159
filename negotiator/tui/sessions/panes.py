"""What stands around the log: the heading of the floor, who is in the room, the paragraph that is being discussed."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from negotiator.domain.dates import Instant, day_in_words
from negotiator.domain.meeting import POSITION_NAMES, Attendance, Entry, Meeting, Source
from negotiator.i18n import _
from negotiator.services.sessions import Floor
from negotiator.services.speakers import Roll
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.tui.text import fitted, lines, marked, plain, width


def heading(floor: Floor, now: Instant, venue: str, columns: int) -> Content:
    """Say where we are: session, day, meeting, room, how long it has been open, the text on screen."""
    meeting = floor.open_meeting
    here = Instant(now.utc, floor.zone)
    left = [floor.session, day_in_words(here.date)]
    if floor.meetings:
        left.append(_("meeting {number}", number=(meeting or floor.meetings[-1]).number))
    left.append(venue)
    right = [_state(meeting, floor.meetings, here)]
    if floor.screen.address:
        right.append(_("text on screen: {draft}", draft=floor.screen.address))
    start, end = " · ".join(part for part in left if part), " · ".join(right)
    gap = columns - width(start) - width(end)
    if gap < 2:
        start, gap = fitted(start, max(4, columns - width(end) - 2)), 2
    return marked((start, "bold"), " " * gap, (end, "bold $text-success" if meeting else "$text-muted"))


def _state(meeting: Meeting | None, meetings: Sequence[Meeting], here: Instant) -> str:
    if meeting is not None:
        minutes = max(0, int((here.utc - meeting.opened.utc).total_seconds()) // 60)
        return _("open {duration}", duration=f"{minutes // 60:02}:{minutes % 60:02}")
    if meetings and meetings[-1].closed:
        return _("closed at {time}", time=f"{meetings[-1].closed.local:%H:%M}")
    return _("no meeting yet · o opens one")


def room(attendance: Iterable[Attendance], floor: Floor, roll: Roll, columns: int) -> Content:
    """List who is in the room, how often each has spoken, and who was noted by hand."""
    latest = floor.meetings[-1].number if floor.meetings else None
    spoken = [entry.speaker for entry in floor.entries if entry.meeting == latest]
    rows = []
    for each in attendance:
        if each.meeting == latest:
            times = spoken.count(each.stakeholder)
            mark = str(times) if times else _("here") if each.source is Source.HAND else ""
            named = roll.shown.get(each.stakeholder, each.stakeholder)
            rows.append(plain(fitted(named, columns - width(mark) - 1) + " " + mark))
    return lines(rows) if rows else plain(_("Nobody is noted yet. Who speaks is; p notes others."), "$text-muted")


def paragraph(screen: TextOnScreen, labels: Sequence[str], entries: Sequence[Entry]) -> tuple[str, Content]:
    """Show the paragraphs spoken on as they stand in the text on screen, and what has been said of them here."""
    if not screen.address:
        return _("text"), plain(_("No text is on screen: register a draft (5)."), "$text-muted")
    if not labels:
        return _("text: {draft}", draft=screen.address), plain(
            _("Name a paragraph on the line, or go to an entry, to see it here."), "$text-muted"
        )
    rows: list[Content] = []
    for label in labels:
        found = screen.provision(label)
        if found is None:
            told = _("¶{label} is not in {draft}", label=label, draft=screen.address)
            rows += [plain(told, "$text-warning"), Content("")]
            continue
        rows += [marked((f"{found.label} ", "bold $accent"), found.text)]
        under = [each for each in screen.provisions if each.parent == found.index]
        rows += [marked((f"  {each.label} ", "$accent"), each.text) for each in under]
        rows += [Content(""), *_said_of(label, entries), Content("")]
    return _("¶ {labels} in {draft}", labels=", ".join(labels), draft=screen.address), lines(rows)


def _said_of(label: str, entries: Sequence[Entry]) -> list[Content]:
    """Count the positions on a paragraph, each speaker once, by what was said last."""
    last = {
        entry.speaker: entry.position
        for entry in entries
        if entry.position and any(place.label == label for place in entry.places)
    }
    counts = {position: list(last.values()).count(position) for position in POSITION_NAMES}
    told = " · ".join(f"{count} {_(POSITION_NAMES[position])}" for position, count in counts.items() if count)
    return [plain(told, "$text-muted")] if told else []
