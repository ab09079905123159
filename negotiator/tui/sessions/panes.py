"""What stands on the floor screen: the rows of the log, and who is in the room."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from negotiator.domain.entry import ENTRY_KINDS, POSITION_NAMES, Entry, EntryKind
from negotiator.domain.meeting import LEVELS, Attendance, Meeting, Source
from negotiator.i18n import _
from negotiator.services.sessions import Floor
from negotiator.services.speakers import Roll
from negotiator.tui.sessions.reading import SHOWN_IN_THE_LOG, cut, group_shown
from negotiator.tui.text import Part, fitted, lines, marked, plain, width
from negotiator.tui.widgets.table import Cell, Column, Row

HIDDEN = "▒▒▒▒▒▒"
"""What is shown of words that those who look may not read."""


class Pane(VerticalScroll, can_focus=False):
    """A pane with one text in it, scrolled where it is long."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(classes="words")

    @property
    def columns(self) -> int:
        """How many columns its text may take."""
        return max(16, self.content_size.width - 1)

    def show(self, title: str, words: Content) -> None:
        """Show another text."""
        self.border_title = plain(title)
        self.query_one(Static).update(words)


def log_columns() -> tuple[Column, ...]:
    """Return the columns of the log."""
    return (
        Column("said", _("time"), right=True),
        Column("code", _("entry"), least=90),
        Column("speaker", _("speaker"), most=14),
        Column("place", "¶", most=10),
        Column("position", _("position"), most=14),
        Column("words", _("words"), elastic=True),
    )


def log_row(entry: Entry, roll: Roll, *, hidden: bool) -> Row:
    """Write one entry of the log."""
    position: Cell = _(POSITION_NAMES[entry.position]) if entry.position else ""
    if entry.kind is not EntryKind.STATEMENT:
        position = (_(ENTRY_KINDS[entry.kind]), "italic")
    return Row(
        entry.code,
        {
            "said": (f"{entry.said.local:%H:%M}", "dim"),
            "code": (entry.code, "dim"),
            "speaker": HIDDEN if hidden else (entry.speaker, "bold"),
            "place": HIDDEN if hidden else _places(entry),
            "position": "" if hidden else position,
            "words": HIDDEN if hidden else _words(entry, roll),
        },
    )


def _places(entry: Entry) -> list[Part]:
    """Write the paragraphs, a mark at each that the text does not have."""
    parts: list[Part] = []
    for number, place in enumerate(entry.places):
        parts.append(f"{', ' if number else ''}{place.label}")
        if entry.draft and not place.path:
            parts.append(("?", "dim"))
    return parts


def _words(entry: Entry, roll: Roll) -> list[Part]:
    """Write for whom it was said, the words, and a mark where something of the line was not understood."""
    told = [entry.behalf.said(lambda code: group_shown(code, roll))] if entry.behalf else []
    if entry.aligned:
        told.append(_("aligned with {names}", names=", ".join(group_shown(code, roll) for code in entry.aligned)))
    if entry.apart:
        told.append(_("dissociates from {names}", names=", ".join(group_shown(code, roll) for code in entry.apart)))
    parts: list[Part] = []
    if told:
        parts += [("; ".join(told), "bold"), " · " if entry.words else ""]
    parts.append(cut(entry.words, SHOWN_IN_THE_LOG))
    unclear = [doubt for doubt in entry.doubts if all(doubt != place.label for place in entry.places)]
    if unclear:
        parts.append((f" ?{', '.join(unclear)}", "dim"))
    return parts


def room(floor: Floor, meeting: Meeting | None, roll: Roll, columns: int) -> Content:
    """List who was in the room at a meeting, with how often each spoke."""
    if meeting is None:
        return plain(_("No meeting has been held yet. ctrl+o opens one."), "$text-muted")
    present = [each for each in floor.attendance if each.meeting == meeting.number]
    spoke = floor.times
    if not present:
        return plain(_("Whoever speaks is noted; a notes others."), "$text-muted")
    order = sorted(present, key=lambda each: (-spoke.get(each.stakeholder, 0), each.stakeholder))
    return lines(_present(each, spoke.get(each.stakeholder, 0), roll, columns) for each in order)


def _present(each: Attendance, times: int, roll: Roll, columns: int) -> Content:
    count = f"{times}×" if times else _("by hand") if each.source is Source.HAND else ""
    if each.level:
        count = " ".join(part for part in (_(LEVELS[each.level]), f"{times}×" if times else "") if part)
    if not roll.is_state(each.stakeholder) and columns >= 24:
        count = " ".join(part for part in (_("observer"), count) if part)
    name = roll.shown.get(each.stakeholder, "")
    short = columns < 24 or name in ("", each.stakeholder)
    shown = each.stakeholder if short else f"{each.stakeholder} {name}"
    return marked(fitted(shown, max(4, columns - width(count) - 1)), " ", (count, "$text-muted"))
