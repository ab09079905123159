"""The text that was released last, and how much of it is new."""

from dataclasses import dataclass
from math import ceil

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from negotiator.comparing.comparison import Comparison, Side
from negotiator.documents.writing.wording import summary_line
from negotiator.domain.audience import Audience
from negotiator.domain.dates import day_in_words
from negotiator.domain.draft import Draft
from negotiator.errors import NegotiatorError, NotFound
from negotiator.i18n import N_, _, n_
from negotiator.services.comparisons import compared
from negotiator.services.drafts import draft_side, latest_two, list_drafts, unregistered_files
from negotiator.text.brackets import find_brackets
from negotiator.text.provision import Provision
from negotiator.text.references import State, find_references
from negotiator.tui.compare.map import change_weight, share
from negotiator.tui.seen import mark_of
from negotiator.tui.text import lines, marked, plain
from negotiator.workspace import Workspace

BARS = "·▁▂▃▄▅▆▇█"
"""How much changed, from nothing to everything."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest text."""

    draft: Draft
    """The draft."""
    brackets: int
    """How many brackets are open in it."""
    broken: int
    """How many references point nowhere."""
    comparison: Comparison | None = None
    """How it differs from the one before, where there is one."""
    brackets_before: int = 0
    """How many brackets were open in the one before."""


class LatestText(Static, can_focus=True):
    """What the latest draft is, and how it differs from the one before."""

    HELP = N_("The text that was released last. Enter compares it with the one before.")
    BINDINGS = [Binding("enter", "open", N_("Compare"), id="latest.compare")]  # noqa: RUF012  # as Textual has it

    latest: reactive[Latest | None] = reactive(None, layout=True)
    """What is shown."""

    class Opened(Message):
        """The comparison is wanted."""

    nothing = True
    """Whether no draft is registered and no file waits."""

    def load(self, workspace: Workspace, audience: Audience) -> None:
        """Look up the latest text; the comparison is made beside the work of the screen."""
        out = [each for each in list_drafts(workspace) if each.is_out(workspace.now().date) and each.texts]
        waiting = unregistered_files(workspace) if workspace.as_of is None else ()
        self.nothing = not out and not waiting
        self.display = not self.nothing
        self.border_title = plain(_("Latest text"))
        if not out:
            sentence = n_(
                "{n} file waits in drafts/ · 5 shows it", "{n} files wait in drafts/ · 5 shows them", len(waiting)
            )
            self.latest = None
            self.update(plain(sentence))
        elif not audience.sees(mark_of(out[-1], workspace)):
            self.latest = None
            self.update(plain(_("Hidden from those who look · f9 shows it"), "$text-muted"))
        else:
            self._look(workspace, out[-1])

    def _look(self, workspace: Workspace, draft: Draft) -> None:
        try:
            old, new = (draft_side(workspace, address) for address in latest_two(workspace))
        except NotFound:
            self._gather(draft, None, draft_side(workspace, draft.code))
            return
        before = self.latest.comparison if self.latest else None
        if before is None or (before.old, before.new) != (old, new):
            self._gather(draft, old, new)

    @work(thread=True, exclusive=True)
    def _gather(self, draft: Draft, old: Side | None, new: Side) -> None:
        try:
            comparison = compared(old, new) if old else None
        except NegotiatorError as trouble:
            self.app.call_from_thread(self.update, plain(trouble.message))
            return
        latest = Latest(
            draft,
            len(find_brackets(new.provisions).pairs),
            broken_references(new.provisions),
            comparison,
            len(find_brackets(old.provisions).pairs) if old else 0,
        )
        self.app.call_from_thread(setattr, self, "latest", latest)

    def watch_latest(self) -> None:
        """Show what was found."""
        self.on_resize()

    def on_resize(self) -> None:
        """Lay it out for another width."""
        if self.latest is not None:
            self.update(told(self.latest, max(10, self.content_size.width)))

    def on_click(self) -> None:
        """Compare."""
        self.action_open()

    def action_open(self) -> None:
        """Compare it with the one before."""
        self.post_message(self.Opened())


def broken_references(provisions: tuple[Provision, ...]) -> int:
    """Count the references that point nowhere."""
    return sum(each.state in (State.BROKEN, State.WRONG_WAY) for each in find_references(provisions))


def told(latest: Latest, columns: int) -> Content:
    """Write what there is to say of the latest text."""
    draft, comparison = latest.draft, latest.comparison
    rows = [marked((f"{draft.code}  {draft.name}", "bold"), f"  {day_in_words(draft.released)}")]
    figures = n_("{n} open bracket", "{n} open brackets", latest.brackets)
    if comparison is not None:
        figures = _("{brackets} (was {before})", brackets=figures, before=latest.brackets_before)
    figures += " · " + n_("{n} broken reference", "{n} broken references", latest.broken)
    if comparison is not None:
        rows.append(marked(_("against {text}: ", text=comparison.old.name), summary_line(comparison)))
        rows.append(
            marked((bars(comparison, min(40, columns - 24)), "$accent"), (_("  where it changed"), "$text-muted"))
        )
    rows.append(plain(figures))
    return lines(rows)


def bars(comparison: Comparison, columns: int) -> str:
    """Draw how much changed from the beginning of the text to its end."""
    drawn = ""
    for place in range(max(1, columns)):
        first, last = share(len(comparison.changes), columns, place)
        some = comparison.changes[first:last]
        weight = sum(change_weight(each) for each in some) / len(some) if some else 0.0
        drawn += BARS[min(len(BARS) - 1, ceil(weight * (len(BARS) - 1)))]
    return drawn
