"""What sessions and provisions are about."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tagged:
    """A session or a provision that is about something."""

    code: str
    """What people call it: `TS1`, or `rev1 ¶7`."""
    topic: str
    """The topic."""
    on: date | None
    """The last day of the session, or the day the draft was released; None where no day is known."""
    session_kind: str = ""
    """The kind of the session; empty for a provision."""
    row: str = ""
    """The row's identifier."""

    @property
    def of_session(self) -> bool:
        """Whether a session is tagged, not a provision."""
        return bool(self.session_kind)
