"""The field in which an intervention is typed: what its keys do."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from negotiator.i18n import N_
from negotiator.tui.widgets.line import Line


class EntryInput(Line):
    """Where the line is typed."""

    HELP = N_(
        "One line, one intervention: speaker, for whom, paragraph, position, words, in this order. The speaker is a "
        "code, a name in English or Chinese, pinyin, or “chair”. For whom: for group-x, for 27 of group-x, "
        "for group-x minus del-c plus del-d, for del-a, del-b; al group-x is aligned with it, dis group-x dissociates. "
        "Paragraphs: 27, 27(b), PP3, OP12 bis, obj 5, several with commas, a range with a hyphen. "
        "Positions: s support, w support with change, o oppose, a amend, r reserve, q question, n no position, "
        "i information. Or a word says what it is: po point of order, rr right of reply, rul ruling, dec decision, "
        "adj adjournment, nb note; the last four need no speaker. A colon by itself ends the codes. "
        "A line that begins with + puts on the speakers' list: + del-b for group-x; del-c po. "
        "Tab completes, on an empty line with whoever has the floor; enter saves, esc goes to the log; what you "
        "typed stays."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", N_("Complete"), id="entry.complete", tooltip=N_("Complete speaker or paragraph")),
        Binding("up", "leave", show=False),
    ]

    before_submit: Callable[[], None] = staticmethod(lambda: None)
    """Called before a line is handed over."""

    class Completed(Message):
        """Tab was pressed."""

    class Left(Message):
        """The line was left, with what stands in it."""

    async def _on_key(self, event: events.Key) -> None:
        """Take the line at once on enter: what comes after it in one burst is the next line."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            await self.action_submit()

    async def action_submit(self) -> None:
        """Hand the line over and begin the next one; a line that is refused comes back."""
        begun = bool(self.value.strip())
        if begun:
            self.before_submit()
        await super().action_submit()
        if begun:
            with self.prevent(Input.Changed):
                self.value = ""

    def action_complete(self) -> None:
        """Ask for the rest of what was begun."""
        self.post_message(self.Completed())

    def action_leave(self) -> None:
        """Go up to the log."""
        self.post_message(self.Left())
