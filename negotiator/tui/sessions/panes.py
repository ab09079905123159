"""What stands on the floor screen around the log: who is in the room, and the paragraph that is spoken of."""

from collections import Counter
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from negotiator.domain.meeting import POSITION_NAMES, Attendance, Entry, Meeting, Source
from negotiator.i18n import _
from negotiator.services.sessions import Floor
from negotiator.services.speakers import Roll
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.tui.text import Part, fitted, lines, marked, plain, width
from negotiator.tui.widgets.provisions import provision_lines
from negotiator.tui.widgets.table import Column, Row

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
        Column("place", "¶", most=14),
        Column("position", _("position")),
        Column("words", _("words"), elastic=True),
    )


def log_row(entry: Entry, *, hidden: bool) -> Row:
    """Write one entry of the log."""
    position = _(POSITION_NAMES[entry.position]) if entry.position else ""
    unknown = any(not place.path for place in entry.places) and entry.draft
    return Row(
        entry.code,
        {
            "said": (f"{entry.said.local:%H:%M}", "dim"),
            "code": (entry.code, "dim"),
            "speaker": HIDDEN if hidden else (entry.speaker, "bold"),
            "place": HIDDEN if hidden else [entry.paragraphs, ("?" if unknown else "", "dim")],
            "position": "" if hidden else position,
            "words": HIDDEN if hidden else entry.words,
        },
    )


def room(floor: Floor, meeting: Meeting | None, roll: Roll, columns: int) -> Content:
    """List who was in the room at a meeting, with how often each spoke."""
    if meeting is None:
        return plain(_("No meeting has been held yet. ctrl+o opens one."), "$text-muted")
    present = [each for each in floor.attendance if each.meeting == meeting.number]
    spoke = Counter(entry.speaker for entry in floor.entries if entry.meeting == meeting.number)
    if not present:
        return plain(_("Whoever speaks is noted; a notes others."), "$text-muted")
    order = sorted(present, key=lambda each: (-spoke[each.stakeholder], each.stakeholder))
    return lines(_present(each, spoke[each.stakeholder], roll, columns) for each in order)


def _present(each: Attendance, times: int, roll: Roll, columns: int) -> Content:
    count = f"{times}×" if times else _("by hand") if each.source is Source.HAND else ""
    name = roll.shown.get(each.stakeholder, "")
    short = columns < 24 or name in ("", each.stakeholder)
    shown = each.stakeholder if short else f"{each.stakeholder} {name}"
    return marked(fitted(shown, max(4, columns - width(count) - 1)), " ", (count, "$text-muted"))


def paragraph(screen: TextOnScreen, label: str, entries: Sequence[Entry], columns: int) -> Content:
    """Show a paragraph of the text on screen with what was said on it so far."""
    found = screen.provision(label)
    if found is None:
        return plain(_("The text has no such paragraph."), "$text-muted") if screen.provisions else Content("")
    under = [each for each in screen.provisions if each.path == found.path or each.path.startswith(found.path + "/")]
    said = [entry for entry in entries if any(place.path == found.path for place in entry.places)]
    rows = provision_lines(under, columns, level=found.level)
    counts = Counter(entry.position for entry in said if entry.position)
    tally: list[Part] = []
    for position, name in POSITION_NAMES.items():
        if counts[position]:
            tally.append(_("{n} {position}", n=counts[position], position=_(name)))
    if tally:
        rows += [Content(""), plain(" · ".join(str(each) for each in tally), "bold")]
        rows += [
            marked((f"{entry.said.local:%H:%M} ", "$text-muted"), (entry.speaker, "bold"), " ", entry.words)
            for entry in said[-6:]
        ]
    return lines(rows)
