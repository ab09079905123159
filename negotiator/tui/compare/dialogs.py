"""What the compare screen asks: which kinds of change to show, and where to write the comparison."""

from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from negotiator.comparing.comparison import COUNTED, Comparison
from negotiator.documents.writing.wording import HEADINGS
from negotiator.errors import BadFile, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.tui.compare.blocks import USUAL
from negotiator.tui.compare.layout import SIGNS
from negotiator.tui.text import marked, plain

ENDINGS = (".html", ".md", ".txt", ".json")
"""The endings of the files that a comparison can be written to."""


class KindsDialog(ModalScreen[frozenset[str] | None]):
    """Which kinds of change to show; all else is folded."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", N_("Back"), id="kinds.back"),
        Binding("space", "pick", N_("Choose"), id="kinds.pick"),
        Binding("enter", "done", N_("Show"), id="kinds.done", priority=True),
        Binding("a", "all", N_("All"), id="kinds.all"),
        Binding("u", "usual", N_("Usual"), id="kinds.usual"),
    ]
    options = getters.query_one(OptionList)

    def __init__(self, comparison: Comparison, shown: Collection[str]) -> None:
        super().__init__(classes="dialog")
        self._counts = comparison.summary()
        self.wanted = frozenset(shown)
        """The kinds that are chosen."""

    def compose(self) -> ComposeResult:
        """A line for each kind, with its sign and its count."""
        with VerticalGroup(classes="box") as box:
            box.border_title = plain(_("Show"))
            box.border_subtitle = plain(_("space chooses · a all · u the usual · enter shows"))
            yield OptionList(*(Option(self._line(kind), id=kind) for kind in COUNTED), classes="choices", markup=False)

    def _line(self, kind: str) -> Content:
        chosen = "✓ " if kind in self.wanted else "  "
        return marked((chosen, "bold"), f"{SIGNS[kind]} {self._counts[kind]:>5}  ", _(HEADINGS[kind]))

    def choose(self, kinds: Collection[str]) -> None:
        """Choose other kinds."""
        self.wanted = frozenset(kinds)
        for kind in COUNTED:
            self.options.replace_option_prompt(kind, self._line(kind))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        """Choose the kind in hand, or no longer."""
        option = self.options.highlighted_option
        if option is not None and option.id is not None:
            self.choose(self.wanted ^ {option.id})

    def action_done(self) -> None:
        """Give back what was chosen."""
        self.dismiss(self.wanted)

    def action_all(self) -> None:
        """Choose everything."""
        self.choose(COUNTED)

    def action_usual(self) -> None:
        """Choose what is usually shown."""
        self.choose(USUAL)


def suggested_path(comparison: Comparison) -> str:
    """Suggest where to write a comparison: here, under a name that is free."""
    stem = f"{comparison.old.name}-{comparison.new.name}".replace("/", ".")
    for number in range(1, 100):
        path = Path.cwd() / f"{stem}{'' if number == 1 else f'-{number}'}.html"
        if not path.exists():
            return str(path)
    return str(Path.cwd() / f"{stem}.html")


def write_comparison(comparison: Comparison, where: str, kinds: Collection[str]) -> Path:
    """Write a comparison to a file, in the format that its ending names; what stands there already is left alone.

    Raises `WrongUsage` for another ending, `Refused` where there is such a file, `BadFile` where it cannot be written.
    """
    path = Path(where).expanduser()
    if path.suffix.lower() not in ENDINGS:
        raise WrongUsage(_("End the name in one of {endings}.", endings=", ".join(ENDINGS)))
    text = _written(comparison, path.suffix.lower(), () if frozenset(kinds) == USUAL else tuple(kinds))
    try:
        with path.open("x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Refused(_("There is a file {path} already; choose another name.", path=path)) from None
    except OSError as problem:
        raise BadFile(_("{path} cannot be written: {problem}.", path=path, problem=problem.strerror)) from problem
    return path


def _written(comparison: Comparison, ending: str, kinds: tuple[str, ...]) -> str:
    if ending == ".html":
        from negotiator.documents.writing.html import comparison_html

        return comparison_html(comparison, only=kinds)
    if ending == ".md":
        from negotiator.documents.writing.markdown import comparison_markdown

        return comparison_markdown(comparison, only=kinds)
    if ending == ".json":
        from negotiator.documents.writing.json import comparison_json

        return comparison_json(comparison)
    from negotiator.documents.writing.text import comparison_text

    return comparison_text(comparison, only=kinds)
