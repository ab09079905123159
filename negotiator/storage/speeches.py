"""Rows of the speakers' list and of how long one may speak."""

from datetime import timedelta

from negotiator.domain.dates import Instant
from negotiator.domain.speaking import Limits, Speech, SpeechKind, SpeechState, as_it_stood
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import (
    Row,
    Value,
    instant_columns,
    instant_from,
    moment_from,
    next_in,
    one,
    query,
    text,
    whole,
)

WHOLE_SESSION = 0
"""In the place of a meeting's number: for all meetings of the session."""


def speeches(db: Database, session: str, upto: Instant | None = None) -> list[Speech]:
    """Return everybody who was ever on the list of a session, in the order of the list."""
    rows = query(
        db,
        """select x.*, k.code as speaker, m.number as meeting_number
        from speech x join session s on s.id = x.session join stakeholder k on k.id = x.stakeholder
        left join meeting m on m.id = x.meeting
        where s.code = ? and x.deleted_at is null order by x.place, x.number""",
        [session],
    )
    found = [_speech(row) for row in rows]
    if upto is None:
        return found
    return [as_it_stood(speech, upto) for speech in found if speech.asked.utc <= upto.utc]


def _speech(row: Row) -> Speech:
    place = row["place"]
    assert isinstance(place, (int, float))
    return Speech(
        id=text(row, "id"),
        number=whole(row, "number"),
        speaker=text(row, "speaker"),
        group=text(row, "group_code"),
        kind=SpeechKind(text(row, "kind")),
        state=SpeechState(text(row, "state")),
        place=float(place),
        asked=moment_from(row, "asked"),
        meeting=None if row["meeting_number"] is None else whole(row, "meeting_number"),
        started=instant_from(row, "started"),
        stopped=instant_from(row, "stopped"),
        paused=instant_from(row, "paused"),
        held=timedelta(seconds=whole(row, "held_seconds")),
        limit=timedelta(seconds=whole(row, "limit_seconds")),
    )


def add_speech(
    act: Act, session_id: str, stakeholder_id: str, group: str, kind: SpeechKind, place: float, asked: Instant
) -> int:
    """Put somebody on the list; returns the number on it, which is never given again."""
    number = next_in(act.db, "speech", session_id)
    stored: dict[str, Value] = {
        "session": session_id,
        "number": number,
        "stakeholder": stakeholder_id,
        "group_code": group,
        "kind": kind.value,
        "state": SpeechState.QUEUED.value,
        "place": place,
        **instant_columns("asked", asked),
    }
    act.insert("speech", stored)
    return number


def move_speech(act: Act, speech: str, place: float) -> None:
    """Give somebody another place."""
    act.update("speech", speech, {"place": place})


def set_state(act: Act, speech: str, state: SpeechState) -> None:
    """Store where somebody on the list stands."""
    act.update("speech", speech, {"state": state.value})


def start_speech(act: Act, speech: str, meeting: str | None, started: Instant, limit: timedelta) -> None:
    """Store that a speech begins."""
    act.update(
        "speech",
        speech,
        {
            "state": SpeechState.SPEAKING.value,
            "meeting": meeting,
            "limit_seconds": int(limit.total_seconds()),
            **instant_columns("started", started),
        },
    )


def stop_speech(act: Act, speech: Speech, stopped: Instant) -> None:
    """Store that a speech ended; a clock that was held runs on from there no more."""
    act.update(
        "speech",
        speech.id,
        {
            "state": SpeechState.DONE.value,
            **instant_columns("stopped", stopped),
            **_held(speech, stopped),
        },
    )


def hold_clock(act: Act, speech: Speech, since: Instant) -> None:
    """Store since when the clock of a speech is held."""
    act.update("speech", speech.id, instant_columns("paused", since))


def run_clock(act: Act, speech: Speech, until: Instant) -> None:
    """Store that the clock of a speech runs on, and how long it was held."""
    act.update("speech", speech.id, _held(speech, until))


def _held(speech: Speech, until: Instant) -> dict[str, Value]:
    if speech.paused is None:
        return {}
    held = speech.held + max(timedelta(), until.utc - speech.paused.utc)
    return {"held_seconds": int(held.total_seconds()), **instant_columns("paused", None)}


def remove_speech(act: Act, speech: str) -> None:
    """Take somebody off the list."""
    act.delete("speech", speech)


def limits(db: Database, session: str, meeting: int | None) -> Limits:
    """Return how long one may speak: at a meeting where that was settled, else at the session, else as usual."""
    rows = query(
        db,
        """select x.* from speech_limit x join session s on s.id = x.session
        where s.code = ? and x.meeting in (?, ?) and x.deleted_at is null order by x.meeting desc""",
        [session, WHOLE_SESSION, meeting or WHOLE_SESSION],
    )
    return Limits(float(str(rows[0]["alone"])), float(str(rows[0]["for_group"]))) if rows else Limits()


def set_limits(act: Act, session_id: str, meeting: int | None, limits: Limits) -> None:
    """Store how long one may speak, at a meeting or at all of a session."""
    number = meeting or WHOLE_SESSION
    wanted: dict[str, Value] = {"alone": limits.alone, "for_group": limits.group}
    row = one(
        act.db,
        "select id from speech_limit where session = ? and meeting = ? and deleted_at is null",
        [session_id, number],
    )
    if row:
        act.update("speech_limit", text(row, "id"), wanted)
    else:
        act.insert("speech_limit", {"session": session_id, "meeting": number, **wanted})
