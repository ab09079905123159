"""Meetings of a session: opened and closed with their real times, and who was in the room."""

from collections.abc import Sequence

from negotiator.domain.dates import Instant, parse_instant
from negotiator.domain.meeting import Meeting, Source
from negotiator.errors import NotFound, Refused
from negotiator.i18n import N_, _
from negotiator.services.sessions import session_row
from negotiator.services.speakers import call_roll
from negotiator.storage import sessions as rows
from negotiator.storage.rows import text
from negotiator.workspace import Workspace


def open_meeting(self) -> Meeting | None:
    """The meeting that is open, if any."""
    return next((meeting for meeting in self.meetings if meeting.closed is None), None)


@dataclass(frozen=True, slots=True)
class Logged:
    """What logging a line made."""

    entry: str
    """What people call the entry, such as `R3-12`."""
    act: str
    """The act that stored it."""
    line: EntryLine
    """How the line was understood."""
    meeting: int | None
    """The meeting it belongs to; None where none was open at that moment."""


def floor(workspace: Workspace, session: str) -> Floor:
    """Gather the meetings, the log, the attendance and the text of a session, as they stand at the clock's moment."""
    upto = workspace.as_of
    row = session_row(workspace, session)
    with workspace.reading() as db:
        code = text(row, "code")
        return Floor(
            session=code,
            zone=text(row, "zone"),
            meetings=tuple(rows.meetings(db, code, upto)),
            entries=tuple(rows.entries(db, code, upto)),
            attendance=tuple(rows.attendance(db, code, upto)),
            screen=text_on_screen(workspace, text(row, "draft")),
        )


def read_line(workspace: Workspace, session: str, line: str) -> EntryLine:
    """Understand a line as `log` would, without storing anything."""
    row = session_row(workspace, session)
    return parse_with(line, call_roll(workspace), text_on_screen(workspace, text(row, "draft")))


def parse_with(line: str, roll: Roll, screen: TextOnScreen) -> EntryLine:
    """Understand a line with a roll and a text that are already at hand, as the interface does at every key."""
    return parse_entry(line, roll.named, roll.like, screen.has)


def log(
    workspace: Workspace,
    session: str,
    line: str,
    *,
    at: str | None = None,
    opened: Instant | None = None,
    roll: Roll | None = None,
    screen: TextOnScreen | None = None,
) -> Logged:
    """Store one intervention; it is on disk when this returns.

    It was said when the line was opened (`opened`), or at the time given for notes typed later (`at`: an instant, or an
    hour of the session's last day); else now. Raises `NotFound` with suggestions where the speaker is not known, for
    no State may be given the words of another; the caller still has the line. `roll` and `screen` spare reading what
    the caller has at hand.
    """
    row = session_row(workspace, session)
    with workspace.reading() as db:
        code = text(row, "code")
        meetings = rows.meetings(db, code)
    said = _said(workspace, text(row, "zone"), meetings, at, opened)
    roll = roll or call_roll(workspace)
    screen = screen or text_on_screen(workspace, text(row, "draft"))
    understood = parse_with(line, roll, screen)
    speaker = _known_speaker(understood)
    meeting = next((meeting for meeting in reversed(meetings) if meeting.covers(said)), None)
    columns = _columns(understood, line, roll, screen)
    with workspace.acting(N_("log {entry} by {speaker}"), entry="", speaker=speaker) as act:
        number = rows.next_number(act.db, text(row, "id"))
        act.tell(entry=f"{code}-{number}")
        stored: dict[str, Value] = {
            "number": number,
            "session": text(row, "id"),
            "meeting": meeting.id if meeting else None,
            "visibility": "co-facilitators-and-secretariat",
            "typed_at": act.at_text,
            **columns,
            **instant_columns("said", said),
        }
        act.insert("entry", stored)
        if meeting:
            rows.note_attendance(act, meeting.id, roll.ids[speaker], Source.LOG)
    return Logged(f"{code}-{number}", act.id, understood, meeting.number if meeting else None)


def edit_entry(workspace: Workspace, entry: str, line: str) -> Logged:
    """Replace what an entry says by another line; when it was said stays."""
    old = find_entry(workspace, entry)
    row = session_row(workspace, old.session)
    roll, screen = call_roll(workspace), text_on_screen(workspace, old.draft or text(row, "draft"))
    understood = parse_with(line, roll, screen)
    speaker = _known_speaker(understood)
    with workspace.acting(N_("edit {entry}"), entry=old.code) as act:
        act.update("entry", old.id, _columns(understood, line, roll, screen))
        for meeting in rows.meetings(act.db, old.session):
            if meeting.number == old.meeting:
                rows.note_attendance(act, meeting.id, roll.ids[speaker], Source.LOG)
    return Logged(old.code, act.id, understood, old.meeting)


def delete_entry(workspace: Workspace, entry: str) -> str:
    """Set an entry aside and return the act; an undo brings it back."""
    old = find_entry(workspace, entry)
    with workspace.acting(N_("delete {entry}"), entry=old.code) as act:
        act.delete("entry", old.id)
    return act.id


def find_entry(workspace: Workspace, entry: str) -> Entry:
    """Return an entry by what people call it, such as `R3-12`; raises `NotFound`."""
    session = entry.rpartition("-")[0]
    with workspace.reading() as db:
        row = rows.session_row(db, session) if session else None
        found = rows.entries(db, text(row, "code"), workspace.as_of) if row else []
    for each in found:
        if each.code.casefold() == entry.casefold():
            return each
    raise NotFound(_("There is no entry {entry}; entries are called like R3-12.", entry=entry))


def open_meeting(workspace: Workspace, session: str, at: str | None = None) -> tuple[Meeting, str]:
    """Open the next meeting of a session, now or at the real time given; returns it and the act.

    Raises `Refused` while another meeting of the session is open, or where it would open before the last one closed.
    """
    row = session_row(workspace, session)
    code, zone = text(row, "code"), text(row, "zone")
    opened = _moment(workspace, zone, at)
    with workspace.acting(N_("open meeting {number} of {session}"), number="", session=code) as act:
        earlier = rows.meetings(act.db, code)
        for meeting in earlier:
            if meeting.closed is None:
                raise Refused(
                    _("Meeting {number} of {session} is open; close it first.", number=meeting.number, session=code)
                )
            if opened.utc < meeting.closed.utc:
                raise Refused(
                    _(
                        "Meeting {number} of {session} closed at {time}; the next one cannot open before that.",
                        number=meeting.number,
                        session=code,
                        time=meeting.closed.iso(),
                    )
                )
        number = rows.next_meeting_number(act.db, text(row, "id"))
        act.tell(number=number)
        identifier = rows.add_meeting(act, text(row, "id"), number, opened)
    return Meeting(identifier, code, number, opened, None), act.id


def close_meeting(workspace: Workspace, session: str, at: str | None = None) -> tuple[Meeting, str]:
    """Close the open meeting of a session, now or at the real time given; returns it and the act.

    Raises `Refused` where none is open, or where it would close before it opened or before its last entry.
    """
    row = session_row(workspace, session)
    code, zone = text(row, "code"), text(row, "zone")
    closed = _moment(workspace, zone, at)
    with workspace.acting(N_("close meeting {number} of {session}"), number="", session=code) as act:
        meeting = next((each for each in rows.meetings(act.db, code) if each.closed is None), None)
        if meeting is None:
            raise Refused(_("No meeting of {session} is open.", session=code))
        if closed.utc < meeting.opened.utc:
            raise Refused(_("The meeting opened at {time}; it cannot close before.", time=meeting.opened.iso()))
        said = [entry.said for entry in rows.entries(act.db, code) if entry.meeting == meeting.number]
        if said and closed.utc < said[-1].utc:
            raise Refused(_("The last entry was made at {time}; close the meeting later.", time=said[-1].iso()))
        act.tell(number=meeting.number)
        rows.close_meeting(act, meeting.id, closed)
    return Meeting(meeting.id, code, meeting.number, meeting.opened, closed), act.id


def mark_attendance(
    workspace: Workspace, session: str, codes: Sequence[str], *, meeting: int | None = None, present: bool = True
) -> str:
    """Note by hand who was in the room at a meeting (the latest where none is named), or take it back; returns the act.

    Raises `NotFound` for a delegation that is not known, `Refused` where the session has had no meeting.
    """
    roll = call_roll(workspace)
    known = [roll.require(code) for code in codes]
    row = session_row(workspace, session)
    with workspace.reading() as db:
        held = rows.meetings(db, text(row, "code"))
    code = text(row, "code")
    if not held:
        raise Refused(_("{session} has had no meeting yet; open one first.", session=code))
    chosen = held[-1] if meeting is None else next((each for each in held if each.number == meeting), None)
    if chosen is None:
        raise NotFound(_("{session} has no meeting {number}.", session=code, number=meeting or ""))
    label = N_("note {who} present at {session}") if present else N_("note {who} absent from {session}")
    with workspace.acting(label, who=", ".join(known), session=f"{code}/{chosen.number}") as act:
        for each in known:
            if present:
                rows.note_attendance(act, chosen.id, roll.ids[each], Source.HAND)
            else:
                rows.strike_attendance(act, chosen.id, roll.ids[each])
    return act.id


def _moment(workspace: Workspace, zone: str, at: str | None) -> Instant:
    now = Instant(workspace.now().utc, zone)
    return now if at is None else parse_instant(at, zone, today=now.date)
