"""The speakers' list on the floor screen: who has the floor and for how long, who waits, when it will be through."""

from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from negotiator.domain.dates import Instant
from negotiator.domain.speaking import SPEECH_KINDS, Speech, SpeechKind, SpeechState, Total
from negotiator.i18n import N_, _
from negotiator.services.speaking import SpeakersList
from negotiator.tui.text import Part, lines, marked, plain
from negotiator.tui.widgets.table import Cell, Column, Row, Table

SIGNS = {SpeechState.SPEAKING: "▶", SpeechState.DONE: "✓", SpeechState.NO_SHOW: "–"}
"""The sign before everybody who does not wait; those who wait are numbered."""


class SpeakersTable(Table):
    """Who has the floor, who waits, who has spoken."""

    HELP = N_(
        "The speakers' list: ▶ has the floor, then those who wait, then ✓ who has spoken and – who did not show. "
        "Enter gives the floor to the one in hand, n to the next; space holds the clock and lets it run; f ends the "
        "speech. Groups come before delegations, points of order before all, rights of reply at the end."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "ask('next')", N_("Next speaker"), id="speakers.next", tooltip=N_("Give the floor to the next")),
        Binding("space", "ask('hold')", N_("Hold"), id="speakers.hold", tooltip=N_("Hold the clock, or let it run")),
        Binding("f", "ask('stop')", N_("End"), id="speakers.stop", tooltip=N_("End the speech")),
        Binding("plus", "ask('add')", N_("Add"), key_display="+", id="speakers.add", tooltip=N_("Put on the list")),
        Binding("x", "ask('gone')", N_("No show"), id="speakers.gone", tooltip=N_("Was not there when called")),
        Binding(
            "shift+up,u", "ask('up')", N_("Up"), show=False, id="speakers.up", tooltip=N_("Before the one above it")
        ),
        Binding(
            "shift+down,v",
            "ask('down')",
            N_("Down"),
            show=False,
            id="speakers.down",
            tooltip=N_("After the one below it"),
        ),
        Binding(
            "minus,d,delete",
            "ask('off')",
            N_("Off"),
            show=False,
            key_display="-",
            id="speakers.off",
            tooltip=N_("Take off the list"),
        ),
        Binding(
            "r",
            "ask('reply')",
            N_("Reply"),
            show=False,
            id="speakers.reply",
            tooltip=N_("Put a right of reply at the end of the list"),
        ),
        Binding(
            "h",
            "ask('order')",
            N_("Order"),
            show=False,
            id="speakers.order",
            tooltip=N_("Put a point of order on top of the list"),
        ),
        Binding(
            "i", "ask('limits')", N_("Limits"), show=False, id="speakers.limits", tooltip=N_("How long one may speak")
        ),
    ]

    class Asked(Message):
        """Something is to be done with the list."""

        def __init__(self, act: str, speech: str) -> None:
            super().__init__()
            self.act, self.speech = act, speech

    def action_ask(self, act: str) -> None:
        """Ask for an act on the one in hand."""
        self.post_message(self.Asked(act, self.in_hand or ""))


class SpeakersPane(Vertical):
    """The list, and under it when it will be through and who took how long."""

    table = getters.query_one(SpeakersTable)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._list: SpeakersList | None = None
        self._shown = ("", "")

    def compose(self) -> ComposeResult:
        """The list above, the sums below."""
        yield SpeakersTable(id="speakers")
        yield Static(id="sums")

    def show(self, found: SpeakersList) -> None:
        """Show the list as it stands."""
        self._list = found
        now = found.now
        waiting = found.waiting
        rows = [_row(each, "▶", now) for each in ([found.speaking] if found.speaking else [])]
        rows += [_row(each, str(place), now) for place, each in enumerate(waiting, 1)]
        gone = [each for each in found.speeches if each.state in (SpeechState.DONE, SpeechState.NO_SHOW)]
        gone.sort(key=lambda each: (each.stopped or each.asked).utc, reverse=True)
        rows += [_row(each, SIGNS[each.state], now) for each in gone]
        self.table.fill(rows, _columns())
        self.tick(now)

    def tick(self, now: Instant) -> None:
        """Let the clock of whoever has the floor go on; nothing else is drawn again."""
        found = self._list
        if found is None:
            return
        speech = found.speaking
        if speech is not None and self.table.row_count:
            words, look = time_shown(speech, now)
            style = {"$text-error": "bold red", "$text-warning": "yellow"}.get(look, look)
            self.table.update_cell(speech.id, "time", Text(words, style, justify="right", no_wrap=True))
        ends = through(found, now)
        more = ends if found.speeches else _("+ adds")
        title = _("Speakers") + (f" · {more}" if more else "")
        below = sums(replace(found, now=now))
        # Each second nothing is laid out anew that says the same as before.
        if title != self._shown[0]:
            self.table.border_title = plain(title)
        if below.plain != self._shown[1]:
            height = below.plain.count("\n") != self._shown[1].count("\n")
            self.query_one("#sums", Static).update(below, layout=height or not self._shown[1])
        self._shown = (title, below.plain)


def _columns() -> tuple[Column, ...]:
    return (
        Column("sign", "", right=True),
        Column("speaker", _("speaker"), elastic=True),
        Column("time", _("time"), right=True),
    )


def _row(each: Speech, sign: str, now: Instant) -> Row:
    look = "dim" if each.state in (SpeechState.DONE, SpeechState.NO_SHOW) else ""
    speaker: list[Part] = [(each.speaker, look or "bold")]
    if each.group and each.group != each.speaker:
        speaker.append((f" {each.group}", "dim"))
    if each.kind is not SpeechKind.STATEMENT:
        speaker.append((" " + _(SPEECH_KINDS[each.kind]), "italic"))
    time: Cell = ""
    if each.state is SpeechState.NO_SHOW:
        time = (_("no show"), "dim")
    elif each.started:
        time = time_shown(each, now) if not look else (clock(each.lasted(now.utc).total_seconds()), "dim")
    return Row(each.id, {"sign": (sign, look), "speaker": speaker, "time": time})


def time_shown(speech: Speech, now: Instant) -> tuple[str, str]:
    """Write how long a speech lasts and may last, `02:14/3'`; returns it with the look it has."""
    lasted = speech.lasted(now.utc).total_seconds()
    limit = speech.limit.total_seconds()
    shown = clock(lasted) + (f"/{limit / 60:g}'" if limit else "")
    if speech.paused is not None:
        return f"⏸{shown}", "bold"
    if limit and lasted > limit:
        return shown, "$text-error"
    return shown, "$text-warning" if limit and lasted > limit - 30 else "bold"


def clock(seconds: float) -> str:
    """Write a time as minutes and seconds, such as `02:14`."""
    whole = int(seconds)
    return f"{whole // 60:02d}:{whole % 60:02d}"


def through(found: SpeakersList, now: Instant) -> str:
    """Say when the list will be through, where anybody is on it."""
    ends = replace(found, now=now).ends
    return _("through {time}", time=f"{ends.local:%H:%M}") if ends else ""


def sums(found: SpeakersList) -> Content:
    """Write who took how long, by regional group, and the average."""
    if not found.speeches:
        return plain(_("Nobody asked for the floor. A line that begins with + puts on the list."), "$text-muted")
    rows = []
    if found.average is not None:
        rows.append(marked((_("average") + " ", "$text-muted"), clock(found.average.total_seconds())))
    rows += [_total(each) for each in found.by_speaker() if each.speeches > 1]
    rows += [_total(each) for each in found.by_region()]
    return lines(rows)


def _total(each: Total) -> Content:
    who = each.who or _("other")
    return marked((f"{who} ", "$text-muted"), f"{clock(each.time.total_seconds())} · {each.speeches}×")


def strip(found: SpeakersList, now: Instant) -> Content:
    """Write the list in one line, for a narrow terminal: who has the floor, who is next, when it is through."""
    parts: list[Part] = []
    if found.speaking:
        shown, look = time_shown(found.speaking, now)
        parts += [("▶ ", "bold"), (found.speaking.speaker, "bold"), " ", (shown, look)]
    waiting = found.waiting
    if waiting:
        names = ", ".join(each.speaker for each in waiting[:4]) + (f" +{len(waiting) - 4}" if len(waiting) > 4 else "")
        parts += ["  " if parts else "", (_("next: {names}", names=names), "")]
    ends = through(found, now)
    if ends:
        parts += ["  ", (ends, "$text-muted")]
    return marked(*parts)
