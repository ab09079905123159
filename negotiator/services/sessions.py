"""What is done on the floor: meetings opened and closed, interventions logged, who was in the room."""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.domain.dates import Instant, parse_instant
from negotiator.domain.entry_line import EntryLine, parse_entry
from negotiator.domain.meeting import Attendance, Entry, Meeting, Place, Source
from negotiator.errors import NotFound, Refused, WrongUsage
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
    return parse_instant(at, zone, today=day)
