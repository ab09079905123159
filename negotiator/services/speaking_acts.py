"""What is done with the speakers' list: put on it, moved, given the floor, stopped, held; undo knows every act."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from negotiator.domain.dates import Instant, parse_instant
from negotiator.domain.meeting import Source
from negotiator.domain.speaking import Limits, Speech, SpeechKind, SpeechState, order_of, place_for, queue
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.sessions import not_ahead, session_row
from negotiator.services.speakers import Roll, call_roll
from negotiator.services.speaking import SpeakersList, read_who
from negotiator.storage import sessions as floor_rows
from negotiator.storage import speeches as rows
from negotiator.storage.events import Act
from negotiator.storage.rows import text
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Listed:
    """What an act on the list made."""

    speech: str
    """What people call the place on the list, such as `R3/7`."""
    speaker: str
    """Code of the delegation."""
    act: str
    """The act that stored it."""


def put_on_list(
    workspace: Workspace,
    session: str,
    names: str,
    *,
    kind: SpeechKind = SpeechKind.STATEMENT,
    at: int | None = None,
    again: bool = False,
) -> list[Listed]:
    """Put one or several on the list: `del-b`, `del-b for group-x`, `del-b, del-c; del-d for group-x`.

    They come where the rules say (points of order on top, groups first, rights of reply at the end), or at a place
    counted from 1. Raises `NotFound` for somebody who is not known, and `Refused` for somebody who waits for the same
    already (unless `again`); then nobody is put on the list.
    """
    roll = call_roll(workspace)
    wanted = [read_who(roll, each) for each in _pieces(names, roll)]
    if not wanted:
        raise WrongUsage(_("Name who asks for the floor."))
    told = ", ".join(speaker for speaker, _group in wanted)
    label = N_("put {speaker} on the list of {session}")
    with _on_list(workspace, session, label, speaker=told) as (act, listed, _roll):
        made = []
        for place, (speaker, group) in enumerate(wanted):
            made.append(
                _put(act, listed.session, roll, speaker, group, kind, listed.now, at + place if at else at, again)
            )
    return [
        Listed(f"{listed.session}/{number}", who, act.id) for number, (who, _group) in zip(made, wanted, strict=True)
    ]


def _pieces(names: str, roll: Roll) -> list[str]:
    """Cut a list of names at its semicolons, and at its commas where nobody speaks for several."""
    found: list[str] = []
    for piece in names.replace("；", ";").split(";"):
        whole = piece.strip()
        if " for " in whole or ("代表" in whole and roll.named(whole) is None):
            found.append(whole)
        else:
            found += [each.strip() for each in whole.replace("，", ",").replace("、", ",").split(",")]
    return [each for each in found if each]


def _put(
    act: Act,
    session: str,
    roll: Roll,
    speaker: str,
    group: str,
    kind: SpeechKind,
    asked: Instant,
    at: int | None,
    again: bool,
) -> int:
    known = rows.speeches(act.db, session)
    waiting = queue(known)
    if not again and any((each.speaker, each.group, each.kind) == (speaker, group, kind) for each in waiting):
        raise Refused(_("{speaker} is on the list already.", speaker=speaker))
    if at is not None:
        _check_place(at, len(waiting) + 1)
    new = Speech("", 0, speaker, group, kind, SpeechState.QUEUED, 0.0, asked)
    place = place_for(waiting, order_of(new), at)
    if not waiting and known:
        place = max(each.place for each in known) + 1
    session_id = text(floor_rows.session_row(act.db, session) or {}, "id")
    return rows.add_speech(act, session_id, roll.ids[speaker], group, kind, place, asked)


def _check_place(at: int, last: int) -> None:
    if not 1 <= at <= last:
        raise WrongUsage(_("Give a place on the list from 1 to {last}.", last=last))


def swap(workspace: Workspace, session: str, one: str, other: str) -> str:
    """Let two who wait change places; returns the act."""
    with _on_list(workspace, session, N_("swap {one} and {other}"), one=one, other=other) as (act, listed, roll):
        first, second = _waiting(listed, one, roll), _waiting(listed, other, roll)
        if first.id == second.id:
            raise WrongUsage(_("Name two who wait."))
        rows.move_speech(act, first.id, second.place)
        rows.move_speech(act, second.id, first.place)
    return act.id


def move(workspace: Workspace, session: str, who: str, at: int) -> str:
    """Give somebody who waits another place, counted from 1; returns the act."""
    with _on_list(workspace, session, N_("move {speaker} on the list of {session}"), speaker=who) as (
        act,
        listed,
        roll,
    ):
        speech = _waiting(listed, who, roll)
        others = [each for each in listed.waiting if each.id != speech.id]
        _check_place(at, len(others) + 1)
        rows.move_speech(act, speech.id, place_for(others, 0, at))
    return act.id


def start(workspace: Workspace, session: str, who: str | None = None, at: str | None = None) -> Listed:
    """Give the floor to somebody, or to the next on the list; whoever has it gives it back; returns who begins.

    Somebody who is not on the list is put on it. Raises `Refused` where nobody waits.
    """
    roll = call_roll(workspace)
    asked = read_who(roll, who) if who and not who.strip().isdigit() else None
    with _on_list(workspace, session, N_("give the floor to {speaker}"), speaker="") as (act, listed, _roll):
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
    with _on_list(workspace, session, N_("end the speech of {speaker}"), speaker="") as (act, listed, _roll):
        speech = _has_floor(listed)
        act.tell(speaker=speech.speaker)
        rows.stop_speech(act, speech, _not_before(speech, _moment(workspace, listed, at)))
    return Listed(f"{listed.session}/{speech.number}", speech.speaker, act.id)


def hold(workspace: Workspace, session: str) -> tuple[Listed, bool]:
    """Hold the clock of whoever has the floor, or let it run on; returns who, and whether it is held now."""
    with _on_list(workspace, session, N_("hold the clock of {speaker}"), speaker="") as (act, listed, _roll):
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
    with _on_list(workspace, session, N_("note that {speaker} did not show"), speaker="") as (act, listed, roll):
        waiting = listed.waiting
        if who is None and not waiting:
            raise Refused(_("Nobody waits on the list of {session}.", session=listed.session))
        speech = _waiting(listed, who, roll) if who else waiting[0]
        act.tell(speaker=speech.speaker)
        rows.set_state(act, speech.id, SpeechState.NO_SHOW)
    return Listed(f"{listed.session}/{speech.number}", speech.speaker, act.id)


def take_off(workspace: Workspace, session: str, who: str) -> Listed:
    """Take somebody who waits off the list; returns who."""
    with _on_list(workspace, session, N_("take {speaker} off the list"), speaker="") as (act, listed, roll):
        speech = _waiting(listed, who, roll)
        act.tell(speaker=speech.speaker)
        rows.remove_speech(act, speech.id)
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


@contextmanager
def _on_list(
    workspace: Workspace, session: str, label: str, **details: str
) -> Iterator[tuple[Act, SpeakersList, Roll]]:
    """Do an act on the list, as it stands inside of the act."""
    row = session_row(workspace, session)
    code = text(row, "code")
    roll = call_roll(workspace)
    with workspace.acting(label, **{"session": code, **details}) as act:
        meetings = floor_rows.meetings(act.db, code)
        opened = next((each for each in meetings if each.closed is None), None)
        yield (
            act,
            SpeakersList(
                code,
                tuple(rows.speeches(act.db, code)),
                rows.limits(act.db, code, opened.number if opened else None),
                Instant(workspace.now().utc, text(row, "zone")),
                opened,
            ),
            roll,
        )


def _chosen(listed: SpeakersList, who: str | None, asked: tuple[str, str] | None, roll: Roll) -> Speech | None:
    """Return whom to give the floor: the next, the one named, or nobody where they are not on the list yet."""
    waiting = listed.waiting
    if who is None:
        if not waiting:
            raise Refused(_("Nobody waits on the list of {session}.", session=listed.session))
        return waiting[0]
    if asked is None:
        return _waiting(listed, who, roll)
    speaker, group = asked
    same = [each for each in waiting if each.speaker == speaker]
    return next((each for each in same if each.group == group), same[0] if same and not group else None)


def _waiting(listed: SpeakersList, who: str, roll: Roll) -> Speech:
    """Return who waits, by name or by number on the list; raises `NotFound`."""
    waiting = listed.waiting
    if who.strip().isdigit():
        found = [each for each in waiting if each.number == int(who)]
    else:
        speaker, group = read_who(roll, who)
        found = [each for each in waiting if each.speaker == speaker and (not group or each.group == group)]
    if not found:
        raise NotFound(_("{who} does not wait on the list of {session}.", who=who.strip(), session=listed.session))
    return found[0]


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
