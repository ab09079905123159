"""Meetings of a session: opened and closed with their real times, and who was in the room."""

from collections.abc import Sequence

from negotiator.domain.dates import Instant, in_words, parse_instant
from negotiator.domain.meeting import Meeting, Source
from negotiator.errors import NotFound, Refused
from negotiator.i18n import N_, _
from negotiator.services.sessions import not_ahead, session_row
from negotiator.services.speakers import call_roll
from negotiator.storage import sessions as rows
from negotiator.storage.rows import text
from negotiator.workspace import Workspace


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
                        time=in_words(meeting.closed),
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
            raise Refused(_("The meeting opened at {time}; it cannot close before.", time=in_words(meeting.opened)))
        said = [entry.said for entry in rows.entries(act.db, code) if entry.meeting == meeting.number]
        if said and closed.utc < said[-1].utc:
            raise Refused(_("The last entry was made at {time}; close the meeting later.", time=in_words(said[-1])))
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
    return now if at is None else not_ahead(workspace, parse_instant(at, zone, today=now.date), at)
