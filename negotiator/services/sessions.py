"""What is done on the floor: meetings opened and closed, interventions logged, who was in the room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from negotiator.domain.dates import Instant, parse_instant
from negotiator.domain.entry import Entry, Place
from negotiator.domain.entry_line import EntryLine, parse_entry
from negotiator.domain.meeting import Attendance, Meeting, Source
from negotiator.domain.speaking import Limits, Speech
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.speakers import Roll, call_roll
from negotiator.services.spoken_for import doubts_about, settle
from negotiator.services.text_on_screen import TextOnScreen, text_on_screen
from negotiator.storage import entries as log_rows
from negotiator.storage import sessions as rows
from negotiator.storage import speeches
from negotiator.storage.rows import Value, instant_columns, text
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Floor:
    """A session as the officer in the room sees it."""

    session: str
    """The session's code."""
    zone: str
    """The zone of the venue."""
    meetings: tuple[Meeting, ...]
    """Its meetings, oldest first."""
    entries: tuple[Entry, ...]
    """Its log, in the order in which things were said."""
    attendance: tuple[Attendance, ...]
    """Who was in the room, meeting by meeting."""
    screen: TextOnScreen
    """The text that is being discussed."""
    count: int = 0
    """How many entries the log has; more than are here where only its end was asked for."""
    speeches: tuple[Speech, ...] = ()
    """The speakers' list, with those who have spoken."""
    limits: Limits = field(default_factory=Limits)
    """How long one may speak now."""
    lately: tuple[str, ...] = ()
    """Codes of those who spoke last, the latest first."""
    times: Mapping[str, int] = field(default_factory=dict)
    """How often each spoke at the latest meeting, by code."""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is open, else the latest one."""
        return self.open_meeting or (self.meetings[-1] if self.meetings else None)

    @property
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


def floor(
    workspace: Workspace,
    session: str,
    *,
    most: int | None = None,
    since: int = 0,
    screen: TextOnScreen | None = None,
) -> Floor:
    """Gather the meetings, the log, the speakers' list and the text of a session, as they stand at the clock's moment.

    Of a long log only the last entries are read where `most` says how many, or `since` from which number on; `screen`
    spares reading the text again.
    """
    upto = workspace.as_of
    row = session_row(workspace, session)
    with workspace.reading() as db:
        code = text(row, "code")
        meetings = rows.meetings(db, code, upto)
        latest = next((each for each in reversed(meetings) if each.closed is None), meetings[-1] if meetings else None)
        entries = log_rows.entries(db, code, upto, most=most, since=since)
        return Floor(
            session=code,
            zone=text(row, "zone"),
            meetings=tuple(meetings),
            entries=tuple(entries),
            attendance=tuple(rows.attendance(db, code, upto)),
            screen=screen or text_on_screen(workspace, text(row, "draft")),
            count=len(entries) if most is None and not since else log_rows.count_entries(db, code, upto),
            speeches=tuple(speeches.speeches(db, code, upto)),
            limits=speeches.limits(db, code, latest.number if latest else None),
            lately=tuple(log_rows.spoke_lately(db, code)),
            times=log_rows.times_spoken(db, latest.id) if latest else {},
        )


def session_row(workspace: Workspace, session: str) -> dict[str, Value]:
    """Return the row of a session; raises `NotFound` with the codes that are near."""
    with workspace.reading() as db:
        row = rows.session_row(db, session)
    if row is None:
        from negotiator.services.processes import get_session

        get_session(workspace, session)  # raises
        raise NotFound(_("There is no session {session}.", session=session))
    return row


def parse_with(
    line: str, roll: Roll, screen: TextOnScreen, chair: str | None = None, day: date | None = None
) -> EntryLine:
    """Understand a line with a roll and a text that are already at hand, as the interface does at every key.

    With the day on which it is said, what does not agree with the members of a group on that day is doubted too.
    """
    read = parse_entry(line, roll.known(screen.has, chair))
    if read.behalf is None or read.speaker is None or day is None:
        return read
    about = doubts_about(settle(read.behalf, read.speaker, day, roll), day, roll)
    return replace(read, doubts=(*read.doubts, *about))


def log(
    workspace: Workspace,
    session: str,
    line: str,
    *,
    at: str | None = None,
    opened: Instant | None = None,
    roll: Roll | None = None,
    screen: TextOnScreen | None = None,
    forget: str = "",
) -> Logged:
    """Store one intervention; it is on disk when this returns.

    It was said when the line was opened (`opened`), or at the time given for notes typed later (`at`: an instant, or an
    hour of the session's last day); else now. Raises `NotFound` with suggestions where the speaker is not known, for
    no State may be given the words of another; the caller still has the line. `roll` and `screen` spare reading what
    the caller has at hand. What was kept half typed under the key `forget` is forgotten in the same act, so that
    after a crash a line is either half typed or stored, never both.
    """
    row = session_row(workspace, session)
    with workspace.reading() as db:
        code = text(row, "code")
        meetings = rows.meetings(db, code)
    said = _said(workspace, text(row, "zone"), meetings, at, opened)
    roll = roll or call_roll(workspace)
    screen = screen or text_on_screen(workspace, text(row, "draft"))
    meeting = next((meeting for meeting in reversed(meetings) if meeting.covers(said)), None)
    if meeting is None and at is None:
        # A clock that was set back while a meeting is open does not put its entries outside of it.
        meeting = next((meeting for meeting in meetings if meeting.closed is None), None)
    understood = parse_with(line, roll, screen, meeting.chair_at(said) or meeting.chair if meeting else None, said.date)
    speaker = known_speaker(understood)
    columns = columns_of(understood, line, roll, screen, said)
    with workspace.acting(N_("log {entry} by {speaker}"), entry="", speaker=speaker) as act:
        number = log_rows.next_number(act.db, text(row, "id"))
        act.tell(entry=f"{code}-{number}")
        stored: dict[str, Value] = {
            "number": number,
            "session": text(row, "id"),
            "meeting": meeting.id if meeting else None,
            "visibility": "co-facilitators-and-secretariat",
            "typed_at": act.at_text,
            "live": int(at is None),
            **columns,
            **instant_columns("said", said),
        }
        act.insert("entry", stored)
        if forget:
            rows.keep_scratch(act.db, forget, act.by, "", act.at_text)
        if meeting:
            rows.note_attendance(act, meeting.id, roll.ids[speaker], Source.LOG)
    return Logged(f"{code}-{number}", act.id, understood, meeting.number if meeting else None)


def find_entry(workspace: Workspace, entry: str) -> Entry:
    """Return an entry by what people call it, such as `R3-12`; raises `NotFound`."""
    session, _dash, number = entry.strip().rpartition("-")
    with workspace.reading() as db:
        row = rows.session_row(db, session) if session else None
        if row and number.isascii() and number.isdigit():
            found = log_rows.entry_numbered(db, text(row, "code"), int(number), workspace.as_of)
            if found:
                return found
    raise NotFound(_("There is no entry {entry}; entries are called like R3-12.", entry=entry))


def half_typed(workspace: Workspace, key: str) -> str:
    """Return the text that this person had half typed when the program ended."""
    with workspace.reading() as db:
        return rows.scratch(db, key, workspace.who())


def keep_half_typed(workspace: Workspace, key: str, words: str) -> None:
    """Keep a half-typed text so that a crash loses at most its last second; an empty one is forgotten. No act."""
    with workspace.reading() as db:
        rows.keep_scratch(db, key, workspace.who(), words, f"{workspace.clock():%Y-%m-%dT%H:%M:%SZ}")


def known_speaker(understood: EntryLine) -> str:
    """Return the code of the speaker of a line; raises `NotFound` with those who may be meant."""
    if understood.speaker:
        return understood.speaker
    doubt = understood.doubts[0]
    if doubt.code == "speaker-is-group":
        raise NotFound(
            _(
                "{group} is a group; begin with who speaks: del-b for {group} 27 o words.",
                group=doubt.suggestions[0].lower(),
            )
        )
    if doubt.code == "speaker-missing":
        raise WrongUsage(_("Begin the line with the speaker: del-a 27 o words."))
    if doubt.suggestions:
        raise NotFound(
            _("“{words}” may be {codes}; write which.", words=doubt.words, codes=", ".join(doubt.suggestions[:8]))
        )
    raise NotFound(
        _(
            "There is no delegation or stakeholder “{words}”; “negotiator stakeholder list” names them.",
            words=doubt.words,
        )
    )


def columns_of(understood: EntryLine, line: str, roll: Roll, screen: TextOnScreen, said: Instant) -> dict[str, Value]:
    """Spread what a line says over the columns of its entry."""
    speaker = known_speaker(understood)
    behalf = settle(understood.behalf, speaker, said.date, roll)
    return log_rows.entry_columns(
        roll.ids[speaker],
        [Place(label, screen.path(label), screen.within(label)) for label in understood.paragraphs],
        understood.position,
        understood.words,
        line,
        screen.address,
        screen.text_id,
        kind=understood.kind,
        behalf=behalf,
        aligned=understood.aligned,
        apart=understood.apart,
        doubts=[doubt.words for doubt in understood.doubts],
    )


def _said(
    workspace: Workspace, zone: str, meetings: Sequence[Meeting], at: str | None, opened: Instant | None
) -> Instant:
    if at is None:
        return Instant((opened or workspace.now()).utc, zone)
    day = meetings[-1].opened.date if meetings else Instant(workspace.now().utc, zone).date
    return not_ahead(workspace, parse_instant(at, zone, today=day), at)


def not_ahead(workspace: Workspace, moment: Instant, typed: str) -> Instant:
    """Return the moment of something that took place; raises `WrongUsage` where it has not come yet."""
    if moment.utc > workspace.now().utc:
        raise WrongUsage(_("{date} has not come yet.", date=typed.strip()))
    return moment
