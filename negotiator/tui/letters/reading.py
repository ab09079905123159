"""Reading a letter: the words of each of its files, one after the other."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.widgets import Static

from negotiator.display import safe
from negotiator.domain.dates import day_in_words
from negotiator.i18n import N_, _
from negotiator.services.letters import get_letter, words_of
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.text import marked
from negotiator.tui.widgets.lines import LinesView
from negotiator.tui.widgets.wrapping import Line, wrapped

WIDEST = 100
"""How many columns a text takes at most, so that the eye finds the next line."""


class LetterScreen(FeatureScreen):
    """One letter."""

    MODE = "drafts"
    CSS_PATH = "letters.tcss"
    AUTO_FOCUS = "#text"
    HELP: ClassVar[str | None] = N_("The words of a letter and of what came with it. esc goes back.")

    view = getters.query_one("#text", LinesView)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        """The letter."""
        self._files: list[tuple[str, str]] = []

    def compose_body(self) -> ComposeResult:
        """What it is, and its words."""
        yield Static(id="read-head")
        yield LinesView(id="text")

    def load(self) -> None:
        """Read the words, unless those who look may not."""
        each = get_letter(self.workspace, self.code)
        seen = self.sees(each.visibility)
        words = words_of(self.workspace, self.code) if seen else ()
        self._files = [(file.name, said) for file, said in zip(each.files, words, strict=False)]
        about = f"  {each.title} · {day_in_words(each.dated)}" if seen else f"  {_('hidden from those who look')}"
        self.query_one("#read-head", Static).update(marked((each.code, "bold"), about))
        self.call_after_refresh(self.on_resize)

    def on_resize(self) -> None:
        """Lay the words out for another width."""
        room = max(10, min(WIDEST, self.view.columns - 3))
        laid: list[Line] = []
        for name, words in self._files:
            laid += [*([()] if laid else []), (("  ", "plain"), (safe(name), "label"))]
            said = words or _("No words can be read in this file.")
            for paragraph in safe(said, lines=True).expandtabs(4).split("\n"):
                laid += [(("  ", "plain"), *line) for line in wrapped([(paragraph, "plain")], room)] or [()]
        self.view.show(laid)
