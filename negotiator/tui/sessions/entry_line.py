"""The entry line: speaker, paragraph, position, words; understood while it is typed, never lost."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from negotiator.domain.dates import Instant
from negotiator.domain.entry_line import EntryLine
from negotiator.domain.meeting import POSITION_NAMES
from negotiator.i18n import N_, _
from negotiator.services.speakers import Roll
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.tui.text import Part

MOST_OFFERED = 6
"""How many completions are named under the line."""


class EntryInput(Input):
    """The line itself: tab goes through what may be meant, esc leaves it with its words kept."""

    HELP = N_(
        "One line, one intervention: speaker, paragraph, position, words, in this order. "
        "del-a 27 o 'voluntary' weakens it. Positions: s support, w support with change, o oppose, a amend, r reserve, "
        "q question, n no position, i information. Several paragraphs are joined by commas, a range by a hyphen; "
        "a colon by itself ends the codes. Tab completes the speaker, enter saves."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete(1)", N_("Complete"), id="entry.complete", tooltip=N_("Complete the speaker")),
        Binding("shift+tab", "complete(-1)", N_("Complete back"), show=False),
        Binding("escape", "leave", N_("To the log"), id="entry.leave", tooltip=N_("To the log; the words are kept")),
    ]

    class Left(Message):
        """The line was left with its words kept."""

    def __init__(self) -> None:
        super().__init__(id="entry", compact=True, select_on_focus=False)
        self.roll: Roll | None = None
        """Who can be named."""
        self.recent: Sequence[str] = ()
        """Codes of those who spoke lately, the latest first."""
        self._offered: tuple[str, list[str], int] = ("", [], -1)

    def offers(self) -> list[str]:
        """Return the codes that the first word may mean: those who spoke lately first, then the likeliest."""
        typed = self.value[: self.cursor_position]
        if self.roll is None or not typed.strip() or " " in typed.strip():
            return []
        found = self.roll.like(typed.strip())
        return sorted(found, key=lambda code: self.recent.index(code) if code in self.recent else len(self.recent))

    def action_complete(self, step: int) -> None:
        """Put the next speaker that may be meant in the place of what was typed."""
        put, codes, place = self._offered
        if not codes or self.value != put:
            codes, place = self.offers(), -1 if step > 0 else 0
        if not codes:
            return
        place = (place + step) % len(codes)
        self.value = f"{codes[place].lower()} "
        self.cursor_position = len(self.value)
        self._offered = (self.value, codes, place)

    def action_leave(self) -> None:
        """Say that the line was left."""
        self.post_message(self.Left())


def understood(line: EntryLine, roll: Roll, screen: TextOnScreen, opened: Instant | None) -> list[Part]:
    """Show how a line is understood, what is doubtful in a warning colour and in words."""
    parts: list[Part] = [(f"{opened.local:%H:%M} ", "$text-muted")] if opened else []
    doubts = {doubt.code: doubt for doubt in line.doubts}
    if line.speaker:
        parts.append((roll.shown.get(line.speaker, line.speaker), "bold"))
    elif "speaker-unclear" in doubts:
        near = ", ".join(doubts["speaker-unclear"].suggestions[:MOST_OFFERED])
        parts.append((_("which of {codes}?", codes=near), "$text-warning"))
    elif "speaker-unknown" in doubts:
        parts.append((_("unknown speaker “{words}”", words=doubts["speaker-unknown"].words), "$text-error"))
    missing = {doubt.words for doubt in line.doubts if doubt.code == "paragraph-unknown"}
    for label in line.paragraphs:
        if label in missing:
            told = _("¶{label} is not in {draft}", label=label, draft=screen.address)
            parts.append((f"  {told}", "$text-warning"))
        else:
            parts.append((f"  ¶{label}", "$accent"))
    if line.position:
        parts.append((f"  {_(POSITION_NAMES[line.position])}", "bold $accent"))
    if line.words:
        parts.append(f"  {line.words}")
    return parts


def prompt(offers: Sequence[str], roll: Roll) -> list[Part]:
    """Name what tab would put, while the speaker is being typed."""
    named = "  ".join(f"{code} {roll.shown.get(code, '')}" for code in offers[:MOST_OFFERED])
    return [(_("tab: {speakers}", speakers=named), "$text-muted")]
