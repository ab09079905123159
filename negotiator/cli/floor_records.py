"""What happened on the floor of a session, as flat lists for scripts or as lines for people."""

from collections.abc import Iterator

from negotiator.domain.dates import Instant, in_words
from negotiator.domain.entry import ENTRY_KINDS, POSITION_NAMES, Entry, EntryKind
from negotiator.domain.meeting import Meeting
from negotiator.i18n import _
from negotiator.services.sessions import Floor


def floor_document(floor: Floor, now: Instant) -> dict[str, object]:
    """Write the meetings, the entries of the log and the attendance, each a list of flat records."""
    return {
        "meetings": [
            {
                "session": each.session,
                "number": each.number,
                "opened": each.opened.iso(),
                "closed": each.closed.iso() if each.closed else None,
                "sitting": int(each.sitting(now).total_seconds()),
                "chair": each.chair,
            }
            for each in floor.meetings
        ],
        "pauses": [
            {
                "session": meeting.session,
                "meeting": meeting.number,
                "since": each.since.iso(),
                "until": each.until.iso() if each.until else None,
                "why": each.why or None,
            }
            for meeting in floor.meetings
            for each in meeting.pauses
        ],
        "entries": [_entry_record(each) for each in floor.entries],
        "attendance": [
            {
                "session": floor.session,
                "meeting": each.meeting,
                "stakeholder": each.stakeholder,
                "source": each.source.value,
            }
            for each in floor.attendance
        ],
    }


def _entry_record(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.code,
        "session": entry.session,
        "meeting": entry.meeting,
        "said": entry.said.iso(),
        "speaker": entry.speaker,
        "paragraphs": [place.label for place in entry.places],
        "paths": [place.path or None for place in entry.places],
        "position": entry.position.value if entry.position else None,
        "words": entry.words,
        "kind": entry.kind.value,
        "groups": list(entry.behalf.groups) if entry.behalf else [],
        "for": list(entry.behalf.states) if entry.behalf else [],
        "for_number": entry.behalf.number if entry.behalf else None,
        "without": list(entry.behalf.without) if entry.behalf else [],
        "aligned": list(entry.aligned),
        "apart": list(entry.apart),
        "doubts": list(entry.doubts),
        "draft": entry.draft or None,
        "by": entry.by,
        "visibility": entry.visibility,
    }


def _meeting_lines(meeting: Meeting, now: Instant) -> Iterator[str]:
    """Write how long a meeting sat, when it was suspended, and who presided from when on."""
    minutes = int(meeting.sitting(now).total_seconds()) // 60
    told = [_("sat {time}", time=f"{minutes // 60}:{minutes % 60:02d}")] if meeting.pauses else []
    for pause in meeting.pauses:
        until = f"{pause.until.local:%H:%M}" if pause.until else _("still suspended")
        words = _("suspended {since} – {until}", since=f"{pause.since.local:%H:%M}", until=until)
        told.append(f"{words} ({pause.why})" if pause.why else words)
    told += [
        _("{who} presides from {time}", who=each.stakeholder, time=f"{each.since.local:%H:%M}")
        for each in meeting.presiding
    ]
    if told:
        yield "    " + " · ".join(told)


def floor_lines(floor: Floor, now: Instant) -> Iterator[str]:
    """Write the floor for people, line by line; nothing where nothing has happened."""
    for meeting in floor.meetings:
        closed = f"{meeting.closed.local:%H:%M}" if meeting.closed else _("still open")
        yield "  " + _(
            "meeting {number}: {opened} – {closed}",
            number=meeting.number,
            opened=in_words(meeting.opened),
            closed=closed,
        )
        yield from _meeting_lines(meeting, now)
        present = [each.stakeholder for each in floor.attendance if each.meeting == meeting.number]
        if present:
            yield "    " + _("in the room: {names}", names=", ".join(present))
    days = {meeting.number: meeting.opened.date for meeting in floor.meetings}
    for entry in floor.entries:
        # The hour is enough on the day of the meeting; a note typed later may be of another day, or of no meeting.
        said_at = (
            f"{entry.said.local:%H:%M}" if days.get(entry.meeting or 0) == entry.said.date else in_words(entry.said)
        )
        position = _(POSITION_NAMES[entry.position]) if entry.position else ""
        paragraphs = f"¶{entry.paragraphs}" if entry.places else ""
        kind = "" if entry.kind is EntryKind.STATEMENT else _(ENTRY_KINDS[entry.kind])
        said = [said_at, ", ".join([entry.speaker, *on_behalf(entry)]), paragraphs, kind, position, entry.words]
        yield f"  {entry.code}  " + "  ".join(part for part in said if part)


def on_behalf(entry: Entry) -> list[str]:
    """Say for whom an entry was said, and with whom its speaker joined or did not."""
    said = [entry.behalf.said()] if entry.behalf else []
    if entry.aligned:
        said.append(_("aligned with {names}", names=", ".join(entry.aligned)))
    if entry.apart:
        said.append(_("dissociates from {names}", names=", ".join(entry.apart)))
    return said
