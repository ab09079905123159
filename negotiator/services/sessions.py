"""What is done on the floor: meetings opened and closed, interventions logged, who was in the room."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.domain.dates import Instant, parse_instant
from negotiator.domain.entry_line import EntryLine, parse_entry
from negotiator.domain.meeting import Attendance, Entry, Meeting, Place, Source
from negotiator.errors import NotFound, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.speakers import Roll, call_roll
from negotiator.services.text_on_screen import TextOnScreen, text_on_screen
from negotiator.storage import sessions as rows
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


def session_row(workspace: Workspace, session: str) -> dict[str, Value]:
    """Return the row of a session; raises `NotFound` with the codes that are near."""
    with workspace.reading() as db:
        row = rows.session_row(db, session)
    if row is None:
        from negotiator.services.processes import get_session

        get_session(workspace, session)  # raises
        raise NotFound(_("There is no session {session}.", session=session))
    return row


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


def half_typed(workspace: Workspace, key: str) -> str:
    """Return the text that this person had half typed when the program ended."""
    with workspace.reading() as db:
        return rows.scratch(db, key, workspace.who())


def keep_half_typed(workspace: Workspace, key: str, words: str) -> None:
    """Keep a half-typed text so that a crash loses at most its last second; an empty one is forgotten. No act."""
    with workspace.reading() as db:
        rows.keep_scratch(db, key, workspace.who(), words, f"{workspace.clock():%Y-%m-%dT%H:%M:%SZ}")


def _known_speaker(understood: EntryLine) -> str:
    if understood.speaker:
        return understood.speaker
    doubt = understood.doubts[0]
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


def _columns(understood: EntryLine, line: str, roll: Roll, screen: TextOnScreen) -> dict[str, Value]:
    return rows.entry_columns(
        roll.ids[_known_speaker(understood)],
        [Place(label, screen.path(label)) for label in understood.paragraphs],
        understood.position,
        understood.words,
        line,
        screen.address,
        screen.text_id,
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
