"""The entry line: one line, one intervention, understood while it is typed, and kept through a crash."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from negotiator.domain.dates import Instant
from negotiator.domain.entry_line import EntryLine
from negotiator.i18n import _
from negotiator.services.sessions import parse_with
from negotiator.services.speakers import Roll
from negotiator.services.spoken_for import settle
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.tui.sessions.completion import NO_CANDIDATES, Candidates, candidates, completed
from negotiator.tui.sessions.entry_input import EntryInput
from negotiator.tui.sessions.reading import positions_line, said
from negotiator.tui.text import Part, marked, plain

LIST_SIGN = "+"
"""With this a line begins that puts somebody on the speakers' list."""


def names_for_list(line: str) -> str | None:
    """Return who is to be put on the speakers' list, where a line says so; an input method may send a wide sign."""
    typed = line.lstrip()
    return typed[1:] if typed[:1] in (LIST_SIGN, "＋") else None


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
        self._first: Sequence[str] = ()
        self._chair: str | None = None
        self._on_screen = TextOnScreen()
        self._offered: Candidates = NO_CANDIDATES
        self._turn = 0
        self._typed_at = 0
        self._set_aside = HalfTyped()
        self._saving: list[tuple[HalfTyped, str]] = []
        self._held: list[ExitStack] = []
        self._told = ""
        self.opened: Instant | None = None
        """When the line was opened."""
        self.editing = ""
        """The entry that is being edited, empty for a new one."""

    def compose(self) -> ComposeResult:
        """What was understood above, the line below."""
        yield Static(id="understood")
        with HorizontalGroup():
            yield Static("›", id="prompt", markup=False)
            line = EntryInput(id="line", compact=True, select_on_focus=False)
            line.before_submit = self.hold
            yield line

    def know(self, roll: Roll, screen: TextOnScreen, first: Sequence[str] = (), chair: str | None = None) -> None:
        """Take what a line is read with: the speakers, the likeliest first, the text, whoever presides."""
        self._roll, self._on_screen, self._first, self._chair = roll, screen, first, chair
        likely = _("tab: {speaker}", speaker=first[0]) + " · " if first else ""
        self.field.placeholder = likely + _("speaker · for whom · paragraph · position · words")
        self.read()

    @property
    def half_typed(self) -> HalfTyped:
        """What stands in the line."""
        return HalfTyped(self.field.value, self.opened)

    @property
    def to_keep(self) -> HalfTyped:
        """What must not be lost: a line that is being saved, else one that was set aside, else what stands there."""
        if self._saving:
            return self._saving[0][0]
        return self._set_aside if self._set_aside.line else self.half_typed

    def put(self, half: HalfTyped, editing: str = "") -> None:
        """Put a line there: one kept through a crash, or one to edit."""
        self.editing = editing
        self.opened = half.opened
        with self.prevent(Input.Changed):
            self.field.value = half.line
        self.field.cursor_position = len(half.line)
        self._prompt()
        self.read()

    def _prompt(self) -> None:
        """Say which entry is edited, if one is."""
        self.query_one("#prompt", Static).update(plain(f"{self.editing} ›" if self.editing else "›"))

    def edit(self, entry: str, half: HalfTyped) -> None:
        """Edit an entry; what was being typed is set aside and comes back afterwards."""
        if not self.editing and self.field.value.strip():
            self._set_aside = self.half_typed
        self.put(half, entry)
        self.field.focus()

    def set_aside(self, half: HalfTyped) -> None:
        """Begin another line; what was being typed is set aside and comes back when it is done."""
        if self.field.value.strip() and not self.editing:
            self._set_aside = self.half_typed
        self.put(half)
        self.field.focus()

    def forget_told(self) -> None:
        """Tell no more what was done; it was undone."""
        self._told = ""

    def done(self, told: str = "") -> None:
        """The line was saved; one that was set aside comes back. What was done is told above it until one types.

        A toast for each entry would pile up over the words, and drawing it takes longer than storing the entry.
        """
        if self._saving:
            self._saving.pop(0)
        self._release()
        self._told = told
        if self.field.value:  # the next line was begun meanwhile
            self.read()
        else:
            self.leave()

    def refused(self) -> None:
        """Put a line that could not be saved back; what was begun meanwhile is set aside."""
        half, editing = self._saving.pop(0)
        self._release()
        if self.field.value.strip() and not self.editing:
            self._set_aside = self.half_typed
        self.put(half, editing)

    def leave(self) -> None:
        """Leave what stands in the line; what was set aside comes back."""
        aside, self._set_aside = self._set_aside, HalfTyped()
        self.put(aside)

    def read(self) -> None:
        """Read the line and show what it says."""
        line = self.field.value
        parsed = None
        if self._told and not line.strip():
            self.told.update(plain(self._told, "$text-success"), layout=False)
        elif self._roll is None or not line.strip():
            self.told.update(plain(positions_line(), "$text-muted"), layout=False)
        elif names_for_list(line) is not None:
            self.told.update(
                plain(_("on the speakers' list: names with commas, for a group with “for”"), "bold"), layout=False
            )
        else:
            day = self._now().date
            parsed = parse_with(line, self._roll, self._on_screen, self._chair, day)
            behalf = settle(parsed.behalf, parsed.speaker, day, self._roll) if parsed.speaker else None
            self.told.update(marked(*said(parsed, self._roll, behalf)), layout=False)
        self.post_message(self.Understood(parsed))

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._told = ""
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
            self._offered = candidates(
                self.field.value, self.field.cursor_position, self._roll, self._on_screen, self._first
            )
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
            self.told.update(offered(self._offered, self._turn, self._roll), layout=False)
        else:
            self._offered = NO_CANDIDATES

    _typed_line = ""

    def _completion(self) -> tuple[str, int]:
        word = self._offered.words[self._turn % len(self._offered.words)]
        return completed(self._typed_line, self._offered, self._typed_at, word)

    def _offered_line(self) -> str:
        return self._completion()[0].rstrip()

    def hold(self) -> None:
        """Draw nothing from now until the line is stored: the next prompt shows only once it is on disk."""
        held = ExitStack()
        held.enter_context(self.app.batch_update())
        self._held.append(held)

    def _release(self) -> None:
        if self._held:
            self._held.pop(0).close()

    @on(Input.Submitted, "#line")
    def _save(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._offered, self._turn = NO_CANDIDATES, 0
            self._saving.append((HalfTyped(event.value, self.opened), self.editing))
            self.post_message(self.Saved(event.value, self.opened, self.editing))
            self.opened, self.editing = None, ""
            self._prompt()


def offered(found: Candidates, turn: int, roll: Roll) -> Content:
    """Show what tab goes through."""
    at = turn % len(found.words)
    parts: list[Part] = [(_("tab: "), "$text-muted")]
    for place, word in enumerate(found.words):
        name = roll.shown.get(word, word) if found.speakers else word
        shown = word if name == word else f"{word} {name}"
        parts += [(shown, "bold reverse" if place == at else ""), "  "]
    return marked(*parts)
