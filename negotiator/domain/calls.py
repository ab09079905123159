"""Calls for inputs: one act that asks many for the same things, each kind within its own window of time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from negotiator.domain.dates import Instant
from negotiator.domain.inputs import Extension, Input, InputKind


@dataclass(frozen=True, slots=True)
class CallWindow:
    """From when until when a call asks for one kind of input."""

    kind: InputKind
    """What is asked for."""
    asked: Instant
    """Since when it is open."""
    due: Instant
    """Until when."""
    extensions: tuple[Extension, ...] = ()
    """Changes of its due date for everybody, oldest first."""
    id: str = ""
    """The row's identifier; empty for the first window of a call, which is kept in the row of the call."""

    def due_at(self, now: Instant) -> Instant:
        """Return when it was due as far as anybody knew at a moment."""
        later = [change for change in self.extensions if change.decided.utc > now.utc]
        return (later[0].before or self.due) if later else self.due


@dataclass(frozen=True, slots=True)
class Call:
    """A call for inputs."""

    number: int
    """Its number in the workspace."""
    title: str
    """What it is called."""
    windows: tuple[CallWindow, ...]
    """What it asks for and when, kind by kind; never empty."""
    session: str = ""
    """Code of the session it belongs to; may be empty."""
    phase: str = ""
    """Code of the phase it belongs to, where that is not its session's; may be empty."""
    id: str = ""
    """The row's identifier."""

    @property
    def code(self) -> str:
        """What people call it, such as `C-001`."""
        return call_code(self.number)

    @property
    def kind(self) -> InputKind:
        """What is asked for first."""
        return self.windows[0].kind

    @property
    def asked(self) -> Instant:
        """Since when anything of it is open."""
        return min((each.asked for each in self.windows), key=lambda moment: moment.utc)

    @property
    def due(self) -> Instant:
        """Until when what is asked for first may come."""
        return self.windows[0].due

    def known_at(self, now: Instant) -> "Call":
        """Return the call with the due dates that anybody knew of at a moment."""
        return replace(self, windows=tuple(replace(each, due=each.due_at(now)) for each in self.windows))

    def parts(self, inputs: Iterable[Input]) -> tuple["CallPart", ...]:
        """Set apart what it asks for kind by kind, each with the inputs that it expects."""
        by_kind: dict[str, list[Input]] = {}
        for each in inputs:
            by_kind.setdefault(each.kind.code, []).append(each)
        several = len(self.windows) > 1
        own = [tuple(by_kind.pop(window.kind.code, ())) for window in self.windows]
        own[0] += _rest(by_kind)
        return tuple(
            CallPart(f"{self.code} {window.kind.code}" if several else self.code, self.title, window, inputs)
            for window, inputs in zip(self.windows, own, strict=True)
        )

    def window_of(self, kind: str) -> "CallWindow":
        """Return the window in which an input of a kind counts: the first for what was taken for another kind since."""
        return next((each for each in self.windows if each.kind.code == kind), self.windows[0])


@dataclass(frozen=True, slots=True)
class CallPart:
    """What a call asks for of one kind."""

    code: str
    """The code of the call, with the kind where it asks for several: `C-001 NP`."""
    title: str
    """What the call is called."""
    window: CallWindow
    """From when until when."""
    inputs: tuple[Input, ...]
    """What it expects, one from each."""


def _rest(by_kind: dict[str, list[Input]]) -> tuple[Input, ...]:
    """Return what was taken for another kind since: the call asked for it all the same."""
    return tuple(each for inputs in by_kind.values() for each in inputs)


def call_code(number: int) -> str:
    """Write the number of a call as people say it: `C-001`."""
    return f"C-{number:03d}"
