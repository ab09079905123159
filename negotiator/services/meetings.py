"""Meetings of a session: opened and closed with their real times, and who was in the room."""

from collections.abc import Sequence
from dataclasses import replace

from negotiator.domain.dates import Instant, in_words, parse_instant
from negotiator.domain.meeting import Level, Meeting, Pause, Source
from negotiator.domain.speaking import SpeechState
from negotiator.errors import NotFound, Refused
from negotiator.i18n import N_, _
from negotiator.services.sessions import not_ahead, session_row
from negotiator.services.speakers import call_roll
from negotiator.storage import sessions as rows
from negotiator.storage.entries import last_said
from negotiator.storage.events import Act
from negotiator.storage.rows import text
from negotiator.storage.speeches import hold_clock, run_clock, speeches, stop_speech
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
        meeting = _open(act, code)
        if at is None and closed.utc < meeting.opened.utc:
            closed = meeting.opened  # the clock was set back in between
        if closed.utc < meeting.opened.utc:
            raise Refused(_("The meeting opened at {time}; it cannot close before.", time=in_words(meeting.opened)))
        last = last_said(act.db, meeting.id)
        if at is not None and last and closed.utc < last.utc:
            raise Refused(_("The last entry was made at {time}; close the meeting later.", time=in_words(last)))
        if meeting.suspended and closed.utc < meeting.suspended.since.utc:
            raise Refused(
                _(
                    "The meeting was suspended at {time}; it cannot close before.",
                    time=in_words(meeting.suspended.since),
                )
            )
        act.tell(number=meeting.number)
        pause = rows.open_pause(act.db, meeting.id)
        if pause:
            rows.resume_meeting(act, pause, closed)
        for speech in speeches(act.db, code):
            if speech.state is SpeechState.SPEAKING:
                stop_speech(act, speech, closed)
        rows.close_meeting(act, meeting.id, closed)
    return replace(meeting, closed=closed), act.id


def suspend_meeting(workspace: Workspace, session: str, at: str | None = None, why: str = "") -> tuple[Meeting, str]:
    """Suspend the open meeting of a session, now or at the real time given; returns it and the act.

    The clock of whoever speaks is held. Raises `Refused` where no meeting is open, or it is suspended already.
    """
    row = session_row(workspace, session)
    code, since = text(row, "code"), _moment(workspace, text(row, "zone"), at)
    with workspace.acting(N_("suspend meeting {number} of {session}"), number="", session=code) as act:
        meeting = _open(act, code)
        if meeting.suspended:
            raise Refused(_("The meeting has been suspended since {time}.", time=in_words(meeting.suspended.since)))
        earliest = max([meeting.opened, *(pause.until for pause in meeting.pauses if pause.until)])
        if since.utc < earliest.utc:
            raise Refused(_("The meeting went on at {time}; it cannot be suspended before.", time=in_words(earliest)))
        act.tell(number=meeting.number)
        rows.suspend_meeting(act, meeting.id, since, why.strip())
        for speech in speeches(act.db, code):
            if speech.state is SpeechState.SPEAKING and speech.paused is None:
                hold_clock(act, speech, since)
    return replace(meeting, pauses=(*meeting.pauses, Pause(since, None, why.strip()))), act.id


def resume_meeting(workspace: Workspace, session: str, at: str | None = None) -> tuple[Meeting, str]:
    """Resume the meeting of a session that is suspended, now or at the real time given; returns it and the act.

    The clock of whoever speaks runs on. Raises `Refused` where no meeting is suspended.
    """
    row = session_row(workspace, session)
    code, until = text(row, "code"), _moment(workspace, text(row, "zone"), at)
    with workspace.acting(N_("resume meeting {number} of {session}"), number="", session=code) as act:
        meeting = _open(act, code)
        pause = rows.open_pause(act.db, meeting.id)
        if pause is None or meeting.suspended is None:
            raise Refused(_("Meeting {number} of {session} is not suspended.", number=meeting.number, session=code))
        if until.utc < meeting.suspended.since.utc:
            raise Refused(
                _("It was suspended at {time}; it cannot go on before.", time=in_words(meeting.suspended.since))
            )
        act.tell(number=meeting.number)
        rows.resume_meeting(act, pause, until)
        for speech in speeches(act.db, code):
            if speech.state is SpeechState.SPEAKING and speech.paused is not None:
                run_clock(act, speech, until)
    return replace(meeting, pauses=(*meeting.pauses[:-1], replace(meeting.pauses[-1], until=until))), act.id


def preside(workspace: Workspace, session: str, who: str, at: str | None = None) -> tuple[str, str]:
    """Note who presides over the open meeting from now, or from the real time given; returns the code and the act.

    Raises `NotFound` for somebody who is not known, `Refused` where no meeting is open or they preside already.
    """
    row = session_row(workspace, session)
    code, since = text(row, "code"), _moment(workspace, text(row, "zone"), at)
    roll = call_roll(workspace)
    chair = roll.require(who)
    with workspace.acting(N_("let {who} preside over {session}"), who=chair, session=code) as act:
        meeting = _open(act, code)
        if since.utc < meeting.opened.utc:
            raise Refused(_("The meeting opened at {time}.", time=in_words(meeting.opened)))
        if meeting.chair_at(since) == chair:
            raise Refused(_("{who} presides already.", who=chair))
        rows.take_chair(act, meeting.id, roll.ids[chair], since)
        rows.note_attendance(act, meeting.id, roll.ids[chair], Source.HAND)
    return chair, act.id


def who_may_preside(workspace: Workspace, session: str) -> tuple[str, ...]:
    """Return the codes of those who presided at the session, the latest first, then the co-facilitators' States."""
    from negotiator.services.processes import list_roles

    row = session_row(workspace, session)
    with workspace.reading() as db:
        held = [each for meeting in rows.meetings(db, text(row, "code")) for each in meeting.presiding]
    today = workspace.now().date
    states = (
        each.state
        for each in list_roles(workspace)
        if each.role == "co-facilitator"
        and each.state
        and (each.since is None or each.since <= today)
        and (each.until is None or today <= each.until)
    )
    return tuple(dict.fromkeys([*(each.stakeholder for each in reversed(held)), *states]))


def _open(act: Act, session: str) -> Meeting:
    meeting = next((each for each in rows.meetings(act.db, session) if each.closed is None), None)
    if meeting is None:
        raise Refused(_("No meeting of {session} is open.", session=session))
    return meeting


def mark_attendance(
    workspace: Workspace,
    session: str,
    codes: Sequence[str],
    *,
    meeting: int | None = None,
    present: bool = True,
    level: Level | None = None,
    head: str = "",
) -> str:
    """Note by hand who was in the room at a meeting (the latest where none is named), or take it back; returns the act.

    `level` and `head` say at what level a delegation was headed, and by whom.

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
                rows.note_attendance(act, chosen.id, roll.ids[each], Source.HAND, level, head.strip())
            else:
                rows.strike_attendance(act, chosen.id, roll.ids[each])
    return act.id


def _moment(workspace: Workspace, zone: str, at: str | None) -> Instant:
    now = Instant(workspace.now().utc, zone)
    return now if at is None else not_ahead(workspace, parse_instant(at, zone, today=now.date), at)
