"""What a session is made of: its days, panels and contacts, the plan for it, and how its dates were changed."""

from dataclasses import dataclass, field
from datetime import date

from negotiator.domain.dates import Window
from negotiator.domain.process import NO_TITLE, Certainty, Title


@dataclass(frozen=True, slots=True)
class SessionDay:
    """One day of a session."""

    date: date
    """The day, at the place of the session."""
    length: float = 1.0
    """1.0 for a full day, 0.5 for one meeting."""
    scheduled: bool = True
    """Whether the day was on the calendar beforehand."""
    met: bool = True
    """Whether the session met that day; of a day to come, whether it is expected to."""


@dataclass(frozen=True, slots=True)
class Composition:
    """Which countries the members of a panel spoke from; the mandate asks for a balance between the three."""

    origin: tuple[str, ...] = ()
    """Alpha-3 codes of countries of origin."""
    transit: tuple[str, ...] = ()
    """Alpha-3 codes of countries of transit."""
    destination: tuple[str, ...] = ()
    """Alpha-3 codes of countries of destination."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of a session."""

    number: int
    """Its place in the session, from 1."""
    title: Title
    """Its theme; empty where no source gives it."""
    moderators: tuple[str, ...]
    """Alpha-3 codes of the States that moderated it; one panel may have two."""
    certainty: Certainty
    """How well it is known."""
    sources: tuple[str, ...] = ()
    """Where it is known from."""
    composition: Composition = field(default_factory=Composition)
    """Which countries its members spoke from, as far as that is noted."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom an organization names for a session."""

    of: str
    """The organization, such as `IOM`."""
    name: str
    """Who it is."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the mandate or a decision foresaw, before the days were fixed."""

    text: Title
    """The plan in words."""
    window: Window | None = None
    """The days between which it was to take place."""
    days: float = 0.0
    """How many days it was to have; 0 where nothing was said."""
    place: Title = NO_TITLE
    """Where it was to take place; empty where nothing was said."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a session meets."""

    place: Title
    """The town."""
    venue: Title
    """The building or room; may be empty."""
    country: str
    """Alpha-3 code of the State; may be empty."""
    zone: str
    """The IANA zone of the place."""


@dataclass(frozen=True, slots=True)
class Move:
    """A change of dates, with its reason."""

    decided: date
    """The day from which the new dates hold."""
    reason: str
    """Why."""
    source: str
    """The document that says so; may be empty."""
    before: tuple[SessionDay, ...]
    """The days before the change."""
    after: tuple[SessionDay, ...]
    """The days after it."""
    by: str = ""
    """Who decided; may be empty."""
    where: Whereabouts | None = None
    """Where it was to meet before the change; None where it stays at its place."""
