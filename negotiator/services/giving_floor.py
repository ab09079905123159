"""Giving the floor: who begins and ends to speak, clocks that are held, who did not show, how long one may speak."""

from negotiator.domain.dates import Instant, parse_instant
from negotiator.domain.meeting import Source
from negotiator.domain.speaking import Limits, Speech, SpeechKind, SpeechState, place_for
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.sessions import not_ahead, session_row
from negotiator.services.speakers import Roll, call_roll
from negotiator.services.speaking import SpeakersList, read_who
from negotiator.services.speaking_acts import Listed, on_list, who_waits
from negotiator.storage import sessions as floor_rows
from negotiator.storage import speeches as rows
from negotiator.storage.events import Act
from negotiator.storage.rows import text
from negotiator.workspace import Workspace


def start(workspace: Workspace, session: str, who: str | None = None, at: str | None = None) -> Listed:
    """Give the floor to somebody, or to the next on the list; whoever has it gives it back; returns who begins.

    Somebody who is not on the list is put on it. Raises `Refused` where nobody waits.
    """
    roll = call_roll(workspace)
    asked = read_who(roll, who) if who and not who.strip().isdigit() else None
    with on_list(workspace, session, N_("give the floor to {speaker}"), speaker="") as (act, listed, _roll):
        moment = _moment(workspace, listed, at)
        chosen = _chosen(listed, who, asked, roll)
        speaker, group = (chosen.speaker, chosen.group) if chosen else asked or ("", "")
        act.tell(speaker=speaker)
        before = listed.speaking
        if before is not None:
            if chosen is not None and chosen.id == before.id:
                raise Refused(_("{speaker} has the floor already.", speaker=speaker))
            rows.stop_speech(act, before, _not_before(before, moment))
        if chosen is None:
            number = _listed_now(act, listed, roll.ids[speaker], group, moment)
            chosen = next(each for each in rows.speeches(act.db, listed.session) if each.number == number)
        limit = listed.limits.of(for_group=chosen.for_group)
        rows.start_speech(act, chosen.id, listed.meeting.id if listed.meeting else None, moment, limit)
        if listed.meeting:
            floor_rows.note_attendance(act, listed.meeting.id, roll.ids[speaker], Source.LOG)
    return Listed(f"{listed.session}/{chosen.number}", speaker, act.id)


def stop(workspace: Workspace, session: str, at: str | None = None) -> Listed:
    """Let whoever has the floor give it back; returns who did. Raises `Refused` where nobody has it."""
    with on_list(workspace, session, N_("end the speech of {speaker}"), speaker="") as (act, listed, _roll):
        speech = _has_floor(listed)
        act.tell(speaker=speech.speaker)
        rows.stop_speech(act, speech, _not_before(speech, _moment(workspace, listed, at)))
    return Listed(f"{listed.session}/{speech.number}", speech.speaker, act.id)


def hold(workspace: Workspace, session: str) -> tuple[Listed, bool]:
    """Hold the clock of whoever has the floor, or let it run on; returns who, and whether it is held now."""
    with on_list(workspace, session, N_("hold the clock of {speaker}"), speaker="") as (act, listed, _roll):
        speech = _has_floor(listed)
        act.tell(speaker=speech.speaker)
        now = _not_before(speech, listed.now)
        if speech.paused is None:
            rows.hold_clock(act, speech, now)
        else:
            rows.run_clock(act, speech, now)
    return Listed(f"{listed.session}/{speech.number}", speech.speaker, act.id), speech.paused is None


def no_show(workspace: Workspace, session: str, who: str | None = None) -> Listed:
    """Note that somebody who waited (the next one where nobody is named) was not there when called."""
    with on_list(workspace, session, N_("note that {speaker} did not show"), speaker="") as (act, listed, roll):
        waiting = listed.waiting
        if who is None and not waiting:
            raise Refused(_("Nobody waits on the list of {session}.", session=listed.session))
        speech = who_waits(listed, who, roll) if who else waiting[0]
        act.tell(speaker=speech.speaker)
        rows.set_state(act, speech.id, SpeechState.NO_SHOW)
    return Listed(f"{listed.session}/{speech.number}", speech.speaker, act.id)


def set_limits(
    workspace: Workspace, session: str, alone: float | None, group: float | None, *, meeting: int | None = None
) -> tuple[Limits, str]:
    """Settle how many minutes one may speak (0 for no limit), at one meeting or at the whole session.

    Whoever has the floor keeps the limit with which the speech began. Raises `NotFound` where there is no such meeting.
    """
    if any(each is not None and not 0 <= each <= 600 for each in (alone, group)):
        raise WrongUsage(_("A limit is from 0 (none) to 600 minutes."))
    row = session_row(workspace, session)
    code = text(row, "code")
    with workspace.acting(N_("set the limits of speeches at {session}"), session=code) as act:
        if meeting is not None and all(each.number != meeting for each in floor_rows.meetings(act.db, code)):
            raise NotFound(_("{session} has no meeting {number}.", session=code, number=meeting))
        old = rows.limits(act.db, code, meeting)
        new = Limits(old.alone if alone is None else alone, old.group if group is None else group)
        rows.set_limits(act, text(row, "id"), meeting, new)
    return new, act.id


def _chosen(listed: SpeakersList, who: str | None, asked: tuple[str, str] | None, roll: Roll) -> Speech | None:
    """Return whom to give the floor: the next, the one named, or nobody where they are not on the list yet."""
    waiting = listed.waiting
    if who is None:
        if not waiting:
            raise Refused(_("Nobody waits on the list of {session}.", session=listed.session))
        return waiting[0]
    if asked is None:
        return who_waits(listed, who, roll)
    speaker, group = asked
    same = [each for each in waiting if each.speaker == speaker]
    return next((each for each in same if each.group == group), same[0] if same and not group else None)


def _has_floor(listed: SpeakersList) -> Speech:
    if listed.speaking is None:
        raise Refused(_("Nobody has the floor."))
    return listed.speaking


def _listed_now(act: Act, listed: SpeakersList, stakeholder_id: str, group: str, now: Instant) -> int:
    session_id = text(floor_rows.session_row(act.db, listed.session) or {}, "id")
    place = place_for(listed.waiting, 0, 1)
    return rows.add_speech(act, session_id, stakeholder_id, group, SpeechKind.STATEMENT, place, now)


def _moment(workspace: Workspace, listed: SpeakersList, at: str | None) -> Instant:
    if at is None:
        return listed.now
    return not_ahead(workspace, parse_instant(at, listed.now.zone, today=listed.now.date), at)


def _not_before(speech: Speech, moment: Instant) -> Instant:
    """Return a moment, not before the speech began: a clock may have been set back."""
    begun = speech.started
    return begun if begun and moment.utc < begun.utc else moment
