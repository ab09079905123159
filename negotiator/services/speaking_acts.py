"""The speakers' list as it is kept: who is put on it, moved, swapped, taken off; undo knows every act."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from negotiator.domain.dates import Instant
from negotiator.domain.entry import KIND_WORDS, EntryKind
from negotiator.domain.speaking import Speech, SpeechKind, SpeechState, order_of, place_for, queue
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.sessions import session_row
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for."""

    speaker: str
    """Code of the delegation."""
    group: str
    """Code of the group it wants to speak for; empty for itself alone."""
    kind: SpeechKind
    """What for."""


def put_on_list(
    workspace: Workspace,
    session: str,
    names: str,
    *,
    kind: SpeechKind = SpeechKind.STATEMENT,
    at: int | None = None,
    again: bool = False,
) -> list[Listed]:
    """Put one or several on the list: `del-b`, `del-b for group-x`, `del-b, del-c; del-d for group-x; del-e po`.

    They come where the rules say (points of order on top, groups first, rights of reply at the end), or at a place
    counted from 1. Raises `NotFound` for somebody who is not known, and `Refused` for somebody who waits for the same
    already (unless `again`); then nobody is put on the list.
    """
    roll = call_roll(workspace)
    wanted = [_wanted(roll, each, kind) for each in _pieces(names, roll)]
    if not wanted:
        raise WrongUsage(_("Name who asks for the floor."))
    told = ", ".join(each.speaker for each in wanted)
    label = N_("put {speaker} on the list of {session}")
    with on_list(workspace, session, label, speaker=told) as (act, listed, _roll):
        numbers = [
            _put(act, listed, roll.ids[each.speaker], each, at + place if at else None, again)
            for place, each in enumerate(wanted)
        ]
    return [
        Listed(f"{listed.session}/{number}", each.speaker, act.id) for number, each in zip(numbers, wanted, strict=True)
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


def _wanted(roll: Roll, piece: str, kind: SpeechKind) -> Wanted:
    """Read a name with, at its end, the word of the entry line for what is asked: `del-a po`, `del-a rr`."""
    name, _space, word = piece.rpartition(" ")
    said = KIND_WORDS.get(word)
    if name and said in _ASKED_BY_WORD:
        piece, kind = name, _ASKED_BY_WORD[said]
    return Wanted(*read_who(roll, piece), kind)


_ASKED_BY_WORD = {
    EntryKind.POINT_OF_ORDER: SpeechKind.POINT_OF_ORDER,
    EntryKind.RIGHT_OF_REPLY: SpeechKind.RIGHT_OF_REPLY,
}


def _put(act: Act, listed: SpeakersList, stakeholder_id: str, wanted: Wanted, at: int | None, again: bool) -> int:
    known = rows.speeches(act.db, listed.session)
    waiting = queue(known)
    if not again and any(Wanted(each.speaker, each.group, each.kind) == wanted for each in waiting):
        raise Refused(_("{speaker} is on the list already.", speaker=wanted.speaker))
    if at is not None:
        _check_place(at, len(waiting) + 1)
    new = Speech("", 0, wanted.speaker, wanted.group, wanted.kind, SpeechState.QUEUED, 0.0, listed.now)
    place = place_for(waiting, order_of(new), at)
    if not waiting and known:
        place = max(each.place for each in known) + 1
    session_id = text(floor_rows.session_row(act.db, listed.session) or {}, "id")
    return rows.add_speech(act, session_id, stakeholder_id, wanted.group, wanted.kind, place, listed.now)


def _check_place(at: int, last: int) -> None:
    if not 1 <= at <= last:
        raise WrongUsage(_("Give a place on the list from 1 to {last}.", last=last))


def swap(workspace: Workspace, session: str, one: str, other: str) -> str:
    """Let two who wait change places; returns the act."""
    with on_list(workspace, session, N_("swap {one} and {other}"), one="", other="") as (act, listed, roll):
        first, second = who_waits(listed, one, roll), who_waits(listed, other, roll)
        if first.id == second.id:
            raise WrongUsage(_("Name two who wait."))
        act.tell(one=first.speaker, other=second.speaker)
        rows.move_speech(act, first.id, second.place)
        rows.move_speech(act, second.id, first.place)
    return act.id


def move(workspace: Workspace, session: str, who: str, at: int) -> str:
    """Give somebody who waits another place, counted from 1; returns the act."""
    label = N_("move {speaker} on the list of {session}")
    with on_list(workspace, session, label, speaker="") as (act, listed, roll):
        speech = who_waits(listed, who, roll)
        act.tell(speaker=speech.speaker)
        others = [each for each in listed.waiting if each.id != speech.id]
        _check_place(at, len(others) + 1)
        rows.move_speech(act, speech.id, place_for(others, 0, at))
    return act.id


def take_off(workspace: Workspace, session: str, who: str) -> Listed:
    """Take somebody who waits off the list; returns who."""
    with on_list(workspace, session, N_("take {speaker} off the list"), speaker="") as (act, listed, roll):
        speech = who_waits(listed, who, roll)
        act.tell(speaker=speech.speaker)
        rows.remove_speech(act, speech.id)
    return Listed(f"{listed.session}/{speech.number}", speech.speaker, act.id)


@contextmanager
def on_list(workspace: Workspace, session: str, label: str, **details: str) -> Iterator[tuple[Act, SpeakersList, Roll]]:
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


def who_waits(listed: SpeakersList, who: str, roll: Roll) -> Speech:
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
