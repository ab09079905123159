"""Rows of reminders."""

from negotiator.domain.chasing import Tone
from negotiator.domain.dates import Instant
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import instant_columns, moment_from, query, text


def chased(db: Database, upto: Instant | None = None) -> dict[str, tuple[Instant, ...]]:
    """Return when somebody was reminded of each input, by its identifier, oldest first."""
    found: dict[str, tuple[Instant, ...]] = {}
    for row in query(db, "select * from input_chase where deleted_at is null order by at_utc, rowid"):
        at = moment_from(row, "at")
        if upto is None or at.utc <= upto.utc:
            found[text(row, "input")] = (*found.get(text(row, "input"), ()), at)
    return found


def add_chase(act: Act, identifier: str, tone: Tone, at: Instant) -> None:
    """Store that somebody was reminded of an input."""
    act.insert("input_chase", {"input": identifier, "tone": tone.value, **instant_columns("at", at)})
