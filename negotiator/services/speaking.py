"""The speakers' list of a session as it stands: who has the floor, who waits, how long it takes."""

from dataclasses import dataclass, field
from datetime import timedelta

from negotiator.domain.dates import Instant
from negotiator.domain.entry_behalf import Names, clauses
from negotiator.domain.meeting import Meeting
from negotiator.domain.speaking import Limits, Speech, SpeechState, Total, average, forecast, queue, totals
from negotiator.errors import NotFound
from negotiator.i18n import _
from negotiator.services.sessions import session_row
from negotiator.services.speakers import Roll, call_roll
from negotiator.storage import sessions as floor_rows
from negotiator.storage import speeches as rows
from negotiator.storage.rows import text
from negotiator.workspace import Workspace

LONGEST_NAME = 120
"""So many characters are looked at for the name of a speaker."""


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """The list as it stands at a moment."""

    session: str
    """The session's code."""
    speeches: tuple[Speech, ...]
    """Everybody who was ever on it, in the order of the list."""
    limits: Limits
    """How long one may speak now."""
    now: Instant
    """The moment, on the clock of the venue."""
    meeting: Meeting | None = None
    """The meeting that is open."""
    regions: dict[str, str] = field(default_factory=dict)
    """The regional group of each State, by code."""

    @property
    def speaking(self) -> Speech | None:
        """Who has the floor."""
        return next((each for each in self.speeches if each.state is SpeechState.SPEAKING), None)

    @property
    def waiting(self) -> list[Speech]:
        """Those who wait, the next one first."""
        return queue(self.speeches)

    @property
    def ends(self) -> Instant | None:
        """When it will be through, where anybody is on it."""
        if self.speaking is None and not self.waiting:
            return None
        return forecast(self.speeches, self.limits, self.now)

    @property
    def average(self) -> timedelta | None:
        """How long a speech took so far on average."""
        return average(self.speeches, self.now.utc)

    def by_speaker(self) -> tuple[Total, ...]:
        """How long each spoke, the longest first."""
        return totals(self.speeches, self.now.utc)

    def by_region(self) -> tuple[Total, ...]:
        """How long the States of each regional group spoke, the longest first."""
        return totals(self.speeches, self.now.utc, self.regions)


def speakers_list(workspace: Workspace, session: str) -> SpeakersList:
    """Return the list of a session as it stands at the clock's moment."""
    row = session_row(workspace, session)
    code, zone = text(row, "code"), text(row, "zone")
    regions = call_roll(workspace).regions
    with workspace.reading() as db:
        meetings = floor_rows.meetings(db, code, workspace.as_of)
        opened = next((each for each in meetings if each.closed is None), None)
        latest = opened or (meetings[-1] if meetings else None)
        return SpeakersList(
            code,
            tuple(rows.speeches(db, code, workspace.as_of)),
            rows.limits(db, code, latest.number if latest else None),
            Instant(workspace.now().utc, zone),
            opened,
            regions,
        )


def read_who(roll: Roll, who: str) -> tuple[str, str]:
    """Read `del-b`, or `del-b for group-x`; returns the codes of the speaker and of the group."""
    words = who.strip()
    for end in range(min(len(words), LONGEST_NAME), 0, -1):
        speaker = roll.named(words[:end]) if end == len(words) or words[end] in " \t代" else None
        if speaker:
            said = clauses(words[end:].strip(), Names(roll.named, roll.group))
            if said.rest:
                break
            groups = said.behalf.groups or said.behalf.states if said.behalf else ()
            return speaker, ", ".join(groups) or (speaker if roll.group(speaker) and not roll.is_state(speaker) else "")
    first = words.split(" for ")[0].strip()
    return roll.require(first), _group(roll, words[len(first) :])


def _group(roll: Roll, clause: str) -> str:
    name = clause.strip().removeprefix("for").strip()
    if name:
        near = roll.groups_like(name)
        choices = ", ".join(near or [group.code for group in roll.groups])
        raise NotFound(_("There is no group {group}; choose one of {choices}, or add it.", group=name, choices=choices))
    return ""
