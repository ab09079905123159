"""The entry line: one line, one intervention, understood while it is typed, and kept through a crash."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from negotiator.domain.dates import Instant
from negotiator.domain.entry_line import EntryLine
from negotiator.domain.meeting import POSITION_NAMES
from negotiator.i18n import N_, _
from negotiator.services.sessions import parse_with
from negotiator.services.speakers import Roll
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.tui.sessions.completion import NO_CANDIDATES, Candidates, candidates, completed
from negotiator.tui.text import Part, marked, plain
from negotiator.tui.widgets.line import Line


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """A line that is not saved yet, and when it was opened."""

    line: str = ""
    """What was typed."""
    opened: Instant | None = None
    """When its first key was pressed."""

    def kept(self) -> str:
        """Write it as it is kept through a crash."""
        return f"{self.opened.iso() if self.opened else ''}\t{self.line}" if self.line.strip() else ""

    @classmethod
    def read(cls, kept: str, zone: str) -> "HalfTyped":
        """Read what was kept."""
        moment, _tab, line = kept.partition("\t")
        return cls(line, Instant.at(datetime.fromisoformat(moment), zone) if moment else None)


class EntryInput(Line):
    """Where the line is typed."""

    HELP = N_(
        "One line, one intervention: speaker, paragraph, position, words, in this order. "
        "Positions: s support, w support with change, o oppose, a amend, r reserve, q question, n no position, "
        "i information. A colon by itself ends the codes. Tab completes, enter saves, esc goes to the log; what you "
        "typed stays."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", N_("Complete"), id="entry.complete", tooltip=N_("Complete speaker or paragraph")),
        Binding("up", "leave", show=False),
    ]

    class Completed(Message):
        """Tab was pressed."""

    class Left(Message):
        """The line was left, with what stands in it."""

    def action_complete(self) -> None:
        """Ask for the rest of what was begun."""
        self.post_message(self.Completed())

    def action_leave(self) -> None:
        """Go up to the log."""
        self.post_message(self.Left())


class EntryBar(VerticalGroup):
    """The entry line with what it was understood to say above it."""

    field = getters.query_one(EntryInput)
    told = getters.query_one("#understood", Static)

    class Saved(Message):
        """A line is to be stored."""

        def __init__(self, line: str, opened: Instant | None, editing: str) -> None:
            super().__init__()
            self.line, self.opened, self.editing = line, opened, editing

    class Understood(Message):
        """The line was read anew."""

        def __init__(self, line: EntryLine | None) -> None:
            super().__init__()
            self.line = line

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._roll: Roll | None = None
        self._on_screen = TextOnScreen()
        self._offered: Candidates = NO_CANDIDATES
        self._turn = 0
        self._typed_at = 0
        self._set_aside = HalfTyped()
        self.opened: Instant | None = None
        """When the line was opened."""
        self.editing = ""
        """The entry that is being edited, empty for a new one."""

    def compose(self) -> ComposeResult:
        """What was understood above, the line below."""
        yield Static(id="understood")
        with HorizontalGroup():
            yield Static("›", id="prompt", markup=False)
            yield EntryInput(id="line", compact=True, select_on_focus=False)

    def know(self, roll: Roll, screen: TextOnScreen) -> None:
        """Take the speakers and the text that a line is read with."""
        self._roll, self._on_screen = roll, screen
        self.field.placeholder = _("speaker · paragraph · position · words")
        self.read()

    @property
    def half_typed(self) -> HalfTyped:
        """What stands in the line."""
        return HalfTyped(self.field.value, self.opened)

    def put(self, half: HalfTyped, editing: str = "") -> None:
        """Put a line there: one kept through a crash, or one to edit."""
        self.editing = editing
        self.opened = half.opened
        with self.prevent(Input.Changed):
            self.field.value = half.line
        self.field.cursor_position = len(half.line)
        self.query_one("#prompt", Static).update(plain(f"{editing} ›" if editing else "›"))
        self.read()

    def edit(self, entry: str, half: HalfTyped) -> None:
        """Edit an entry; what was being typed is set aside and comes back afterwards."""
        if not self.editing:
            self._set_aside = self.half_typed
        self.put(half, entry)
        self.field.focus()

    def done(self) -> None:
        """Make the next line ready; after an edit, the one that was set aside."""
        aside, self._set_aside = self._set_aside, HalfTyped()
        self.put(aside if self.editing else HalfTyped())

    def read(self) -> None:
        """Read the line and show what it says."""
        line = self.field.value
        parsed = parse_with(line, self._roll, self._on_screen) if self._roll and line.strip() else None
        self.told.update(understood(parsed, self._roll, self.editing))
        self.post_message(self.Understood(parsed))

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if not event.value.strip():
            self.opened = None
        elif self.opened is None and not self.editing:
            self.opened = self._now()
        if self._offered.words and event.value.rstrip() != self._offered_line():
            self._offered, self._turn = NO_CANDIDATES, 0
        self.read()

    def _now(self) -> Instant:
        from negotiator.tui.screen import FeatureScreen

        assert isinstance(self.screen, FeatureScreen)
        return self.screen.workspace.now()

    @on(EntryInput.Completed)
    def _complete(self, event: EntryInput.Completed) -> None:
        event.stop()
        if self._roll is None:
            return
        if self._offered.words:
            self._turn += 1
        else:
            self._offered = candidates(self.field.value, self.field.cursor_position, self._roll, self._on_screen)
            self._typed_at = self.field.cursor_position
            self._typed_line = self.field.value
            self._turn = 0
        if not self._offered.words:
            return
        line, cursor = self._completion()
        with self.prevent(Input.Changed):
            self.field.value = line
        self.field.cursor_position = cursor
        self.read()
        if len(self._offered.words) > 1:
            self.told.update(offered(self._offered, self._turn, self._roll))
        else:
            self._offered = NO_CANDIDATES

    _typed_line = ""

    def _completion(self) -> tuple[str, int]:
        word = self._offered.words[self._turn % len(self._offered.words)]
        return completed(self._typed_line, self._offered, self._typed_at, word)

    def _offered_line(self) -> str:
        return self._completion()[0].rstrip()

    @on(Input.Submitted, "#line")
    def _save(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._offered, self._turn = NO_CANDIDATES, 0
            self.post_message(self.Saved(event.value, self.opened, self.editing))


def understood(line: EntryLine | None, roll: Roll | None, editing: str = "") -> Content:
    """Show how a line was understood, with what was not."""
    if line is None or roll is None:
        keys = _("s support  w with change  o oppose  a amend  r reserve  q question  n no position  i information")
        return plain(keys, "$text-muted")
    parts: list[Part] = []
    if line.speaker:
        name = roll.shown.get(line.speaker, "")
        parts += [(line.speaker, "bold $accent"), f" {name}" if name != line.speaker else ""]
    else:
        parts.append((_("who?"), "bold $text-error"))
    if line.paragraphs:
        parts += ["  ", ("¶ " + ", ".join(line.paragraphs), "bold")]
    if line.position:
        parts += ["  ", (_(POSITION_NAMES[line.position]), "bold $text-success")]
    if line.words:
        parts += ["  ", (line.words, "$text-muted")]
    for doubt in line.doubts:
        parts += ["  ", (_doubt(doubt.code, doubt.words, doubt.suggestions), "$text-warning")]
    return marked(*parts)


def _doubt(code: str, words: str, suggestions: tuple[str, ...]) -> str:
    if code == "speaker-unclear":
        return _("“{words}” may be {codes}", words=words, codes=", ".join(suggestions[:6]))
    if code == "speaker-unknown":
        return _("nobody is called “{words}”", words=words)
    if code == "speaker-missing":
        return _("the speaker comes first")
    return _("the text has no ¶ {label}", label=words)


def offered(found: Candidates, turn: int, roll: Roll) -> Content:
    """Show what tab goes through."""
    at = turn % len(found.words)
    parts: list[Part] = [(_("tab: "), "$text-muted")]
    for place, word in enumerate(found.words):
        name = roll.shown.get(word, word) if found.speakers else word
        shown = word if name == word else f"{word} {name}"
        parts += [(shown, "bold reverse" if place == at else ""), "  "]
    return marked(*parts)
