"""What stands around every screen: the line at the top and the tabs under it."""

from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from negotiator.domain.audience import AUDIENCES, Audience
from negotiator.domain.dates import Instant, day_in_words, gap_between, time_until_in_words, town_of, zone_named
from negotiator.i18n import _
from negotiator.services.status import Status
from negotiator.tui.text import marked, plain, width


@dataclass(frozen=True, slots=True)
class Standing:
    """What the top line says: where we are, when it is here and at my desk, who may look."""

    now: Instant
    """The moment, on the clock of the process."""
    status: Status | None = None
    """Where the process stands; None in a workspace without one."""
    own_zone: str = ""
    """The zone of my own clock; empty where it is that of the process."""
    audience: Audience = Audience.PRIVATE
    """Who may see this screen."""
    frozen: bool = False
    """Whether we are looking back."""


class TopLine(Static):
    """Process and phase, the clocks, who may look, and the day looked back to."""

    DEFAULT_CSS = "TopLine { height: 1; background: $panel; color: $foreground; padding: 0 1; text-wrap: nowrap; }"

    standing: reactive[Standing | None] = reactive(None)
    """What it says."""

    def render(self) -> RenderResult:
        """Lay the line out for the width there is."""
        return top_line(self.standing, self.content_size.width) if self.standing else Content("")


def top_line(standing: Standing, columns: int) -> Content:
    """Write the top line; where it is narrow, my own clock goes first, then the phase, then the session."""
    right = [_clock(standing, own=True), _audience(standing)]
    if standing.frozen:
        right.append(_("as of {date}", date=day_in_words(standing.now.date)))
    places = _places(standing)
    for left, clock in (
        (places, True),
        (places, False),
        ([*places[:1], *places[2:]], False),
        (places[:1], False),
    ):
        if not clock:
            right[0] = _clock(standing, own=False)
        start, end = " · ".join(left), " · ".join(right)
        gap = columns - width(start) - width(end)
        if gap >= 2:
            break
    looks = "bold $text-warning" if standing.frozen or standing.audience is not Audience.PRIVATE else "$text-muted"
    return marked((left[0], "bold"), "".join(f" · {each}" for each in left[1:]), " " * max(1, gap), (end, looks))


def _places(standing: Standing) -> list[str]:
    status = standing.status
    if status is None:
        return ["negotiator", _("no process yet")]
    phases = " / ".join(phase.title.said for phase in status.phases_on)
    found = [status.process.code.upper(), phases or status.process.title.said]
    if status.on:
        session = status.on[0]
        day, days = session.day_on(status.now), sum(each.met for each in session.days)
        return [*found, _("{session} is on, day {day} of {days}", session=session.code, day=day or "–", days=days)]
    if status.next and status.next.begins:
        away = time_until_in_words(status.now, status.next.begins)
        return [*found, _("{session} {when}", session=status.next.code, when=away)]
    return found


def _clock(standing: Standing, *, own: bool) -> str:
    now = standing.now
    here = f"{now.local:%H:%M} {town_of(now.zone)}"
    if not own or not standing.own_zone or not gap_between(standing.own_zone, now.zone, now):
        return here
    mine = now.utc.astimezone(zone_named(standing.own_zone))
    return f"{here} / {mine:%H:%M} {town_of(standing.own_zone)}"


def _audience(standing: Standing) -> str:
    if standing.audience is Audience.PRIVATE:
        return _("for us only")
    return _("shown to: {audience}", audience=_(AUDIENCES[standing.audience]))


class Tab(Static):
    """One tab: its digit and the name of its screen."""

    DEFAULT_CSS = """
    Tab {
        width: auto; height: 1; padding: 0 1; margin: 0 1 0 0; color: $text-muted; pointer: pointer;
        &:hover { background: $panel; color: $foreground; }
        &.-here { color: $accent; text-style: bold underline; }
    }
    """

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, mode: str) -> None:
            super().__init__()
            self.mode = mode

    def __init__(self, mode: str, digit: str, title: str, *, here: bool) -> None:
        super().__init__(plain(f"{digit} {title}"), classes="-here" if here else "")
        self.mode = mode

    def on_click(self, event: events.Click) -> None:
        """Say which tab was meant."""
        event.stop()
        self.post_message(self.Chosen(self.mode))


class TabBar(HorizontalGroup):
    """The tabs, left to right."""

    DEFAULT_CSS = "TabBar { height: 1; padding: 0; background: $surface; }"

    def __init__(self, *tabs: Widget) -> None:
        super().__init__(*tabs)
