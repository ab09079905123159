"""Calls for inputs: one act that asks many for the same thing until the same moment."""

from dataclasses import dataclass

from negotiator.domain.dates import Instant
from negotiator.domain.inputs import Extension, InputKind


@dataclass(frozen=True, slots=True)
class Call:
    """A call for inputs."""

    number: int
    """Its number in the workspace."""
    kind: InputKind
    """What is asked for."""
    title: str
    """What it is called."""
    asked: Instant
    """Since when it is open."""
    due: Instant
    """Until when."""
    session: str = ""
    """Code of the session it belongs to; may be empty."""
    extensions: tuple[Extension, ...] = ()
    """Changes of its due date for everybody, oldest first."""
    id: str = ""
    """The row's identifier."""

    @property
    def code(self) -> str:
        """What people call it, such as `C-001`."""
        return call_code(self.number)

    def due_at(self, now: Instant) -> Instant:
        """Return when it was due as far as anybody knew at a moment."""
        later = [change for change in self.extensions if change.decided.utc > now.utc]
        return (later[0].before or self.due) if later else self.due


def call_code(number: int) -> str:
    """Write the number of a call as people say it: `C-001`."""
    return f"C-{number:03d}"
