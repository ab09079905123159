"""How two drafts differ, word by word."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from negotiator.comparing.comparison import COUNTED, Comparison, Side
from negotiator.documents.writing.wording import summary_line
from negotiator.domain.dates import day_in_words
from negotiator.errors import NegotiatorError, NotFound
from negotiator.i18n import N_, _
from negotiator.services.comparisons import compared
from negotiator.services.drafts import draft_side, get_draft, latest_two, list_drafts
from negotiator.text.provision import Provision
from negotiator.tui.compare.blocks import USUAL
from negotiator.tui.compare.dialogs import ENDINGS, KindsDialog, suggested_path, write_comparison
from negotiator.tui.compare.map import CompareMap
from negotiator.tui.compare.view import CompareView
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.seen import mark_of
from negotiator.tui.text import Part, marked, plain
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.picker import Choice, Picker

STEPS = Binding.Group(N_("Change"), compact=True)
"""The keys that go from change to change."""
TEXTS = Binding.Group(N_("Drafts"), compact=True)
"""The keys that choose the two texts."""


class CompareScreen(FeatureScreen):
    """Two drafts beside each other."""

    MODE = "compare"
    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = "CompareView"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "step(1)", N_("Next"), id="compare.next", tooltip=N_("Next change"), group=STEPS),
        Binding("N", "step(-1)", N_("Previous"), id="compare.previous", tooltip=N_("Previous change"), group=STEPS),
        Binding("enter", "jump", N_("Jump"), id="compare.jump", tooltip=N_("Jump to the other end of a move")),
        Binding("s", "side", N_("View"), id="compare.side", tooltip=N_("Side by side or inline")),
        Binding("f", "kinds", N_("Filter"), id="compare.kinds", tooltip=N_("Choose which kinds of change are shown")),
        Binding("u", "unfold", N_("Unfold"), id="compare.unfold", tooltip=N_("Show or fold what stayed the same")),
        Binding("o", "choose('old')", N_("Old"), id="compare.old", tooltip=N_("Choose the old draft"), group=TEXTS),
        Binding("w", "choose('new')", N_("New"), id="compare.new", tooltip=N_("Choose the new draft"), group=TEXTS),
        Binding("h", "history", N_("History"), show=False, id="compare.history", tooltip=N_("Its history")),
        Binding("p", "proposals", N_("Proposals"), show=False, id="compare.proposals", tooltip=N_("Proposals on it")),
        Binding("x", "export", N_("Export"), id="compare.export", tooltip=N_("Write the comparison to a file")),
    ]

    comparison: reactive[Comparison | None] = reactive(None)
    """What is shown."""
    view = getters.query_one(CompareView)
    map = getters.query_one(CompareMap)

    def __init__(self) -> None:
        super().__init__()
        self.old = ""
        """The address of the old draft; empty for the last but one."""
        self.new = ""
        """The address of the new draft; empty for the latest."""

    def compose_body(self) -> ComposeResult:
        """What is compared, the texts, the map."""
        yield Static(id="compared")
        with Horizontal(id="texts"):
            yield CompareView().data_bind(CompareScreen.comparison)
            yield CompareMap().data_bind(CompareScreen.comparison)
        yield Static(id="nothing", classes="empty")

    def open(self, wanted: str) -> None:
        """Compare the two drafts that another screen asked for: `zero rev1`."""
        self.old, _space, self.new = wanted.partition(" ")
        self.load()

    def load(self) -> None:
        """Read both texts; where they are others than before, compare them."""
        try:
            latest = latest_two(self.workspace)
        except NotFound:
            latest = ("", "")
        there = {text.address for draft in list_drafts(self.workspace) for text in draft.texts}
        old, new = (
            chosen if chosen in there else usual for chosen, usual in zip((self.old, self.new), latest, strict=True)
        )
        if not (old and new):
            self._nothing(
                _(
                    "There are not two drafts yet. Drafts (5) registers them; put the files into {folder} first.",
                    folder=self.workspace.drafts_folder,
                )
            )
            return
        for address in (old, new):
            if not self.sees(mark_of(get_draft(self.workspace, address)[0], self.workspace)):
                self._nothing(_("These texts are hidden from those who look · f9 shows them"))
                return
        sides = draft_side(self.workspace, old), draft_side(self.workspace, new)
        if self.comparison is None or (self.comparison.old, self.comparison.new) != sides:
            self.view.loading = True
            self._compare(*sides)
        else:
            self._show(self.comparison)

    @work(thread=True, exclusive=True)
    def _compare(self, old: Side, new: Side) -> None:
        try:
            comparison = compared(old, new)
        except NegotiatorError as trouble:
            self.app.call_from_thread(self._nothing, trouble.message)
        else:
            self.app.call_from_thread(self._show, comparison)

    def _show(self, comparison: Comparison) -> None:
        self.query_one("#texts").display = True
        self.query_one("#nothing").display = False
        self.view.loading = False
        self.comparison = comparison
        self._head()
        if self.focused is None:
            self.view.focus()

    def _nothing(self, words: str) -> None:
        self.view.loading = False
        self.comparison = None
        self.query_one("#texts").display = False
        nothing = self.query_one("#nothing", Static)
        nothing.display = True
        nothing.update(plain(words))
        self.query_one("#compared", Static).update("")

    def _head(self) -> None:
        comparison = self.comparison
        if comparison is None:
            return
        parts: list[Part] = [
            (self._dated(comparison.old.name), "bold"),
            (" → ", "$accent"),
            (self._dated(comparison.new.name), "bold"),
            "   ",
            summary_line(comparison) if comparison.differs else _("The two texts say the same."),
        ]
        folded = [kind for kind in COUNTED if kind in USUAL and kind not in self.view.headings]
        if folded:
            parts.append((_("   filtered · f"), "$text-warning"))
        self.query_one("#compared", Static).update(marked(*parts))

    def _dated(self, address: str) -> str:
        """Name a draft with its day, where there is room for both."""
        try:
            draft, _text = get_draft(self.workspace, address)
        except NotFound:
            return address
        return address if self.size.width < 100 else f"{address} {day_in_words(draft.released)}"

    @on(CompareView.Looked)
    def _looked(self, event: CompareView.Looked) -> None:
        self.map.sight = (event.first, event.last)

    @on(CompareMap.Chosen)
    def _chosen_on_map(self, event: CompareMap.Chosen) -> None:
        self.view.go_to(event.change)

    def on_resize(self) -> None:
        """Write the head for another width."""
        self._head()

    def action_step(self, way: int) -> None:
        """Go to the next or previous change."""
        if not self.view.step(way):
            self.app.tell(_("That was the last change.") if way > 0 else _("That was the first change."))

    def action_jump(self) -> None:
        """Go to the other end of a moved text."""
        if not self.view.jump():
            self.app.tell(_("This text did not move."))

    def action_side(self) -> None:
        """Change between side by side and inline."""
        self.view.side = not self.view.beside

    def action_unfold(self) -> None:
        """Show what stayed the same too, or fold it again."""
        everything = frozenset(COUNTED)
        self.view.headings = USUAL if self.view.headings == everything else everything
        self._head()

    def action_kinds(self) -> None:
        """Choose the kinds of change to show."""
        if self.comparison is not None:
            self.app.push_screen(KindsDialog(self.comparison, self.view.headings), self._filter)

    def _filter(self, kinds: frozenset[str] | None) -> None:
        if kinds:
            self.view.headings = kinds
            self._head()

    def action_choose(self, which: str) -> None:
        """Choose one of the two drafts."""
        choices = [
            Choice(text.address, text.address, f"{day_in_words(draft.released)} · {draft.name} · {text.language}")
            for draft in reversed(list_drafts(self.workspace))
            for text in draft.texts
        ]
        if not choices:
            self.app.tell(_("No draft is registered yet; Drafts (5) registers one."))
            return
        shown = self.comparison
        chosen = (shown.old.name if which == "old" else shown.new.name) if shown else None
        title = _("The old draft") if which == "old" else _("The new draft")
        self.app.push_screen(Picker(title, choices, chosen), partial(self._chosen, which))

    def _chosen(self, which: str, address: str | None) -> None:
        if address is None:
            return
        if self.comparison is not None:
            self.old, self.new = self.comparison.old.name, self.comparison.new.name
        if which == "old":
            self.old = address
        else:
            self.new = address
        self.reload()

    def action_export(self) -> None:
        """Ask where to write the comparison."""
        comparison = self.comparison
        if comparison is None:
            return
        hint = _("the ending tells the format: {endings}", endings=", ".join(ENDINGS))
        field = Field("path", _("file"), suggested_path(comparison), hint=hint, needed=True)
        self.app.push_screen(Form(_("Write the comparison to a file"), (field,), partial(self._write, comparison)))

    def _write(self, comparison: Comparison, filled: Mapping[str, str]) -> None:
        path = write_comparison(comparison, filled["path"], self.view.headings)
        self.app.tell(_("Written to {path}", path=path))

    def _paragraph(self) -> tuple[str, Provision] | None:
        """Return the paragraph of the change that is looked at: its draft's address, and the provision in it."""
        comparison, place = self.comparison, self.view.marked
        if comparison is None or place is None or not comparison.changes:
            return None
        change = comparison.changes[place]
        side = comparison.new if change.new else comparison.old
        return side.name, (change.new or change.old)[0]

    def action_history(self) -> None:
        """Show what was said and proposed on the paragraph in hand, over all drafts."""
        if found := self._paragraph():
            from negotiator.services.discussed import discussed
            from negotiator.tui.compare.history import HistoryDialog

            address, provision = found
            with self.told():
                stops = [
                    replace(
                        each,
                        entries=tuple(entry for entry in each.entries if self.sees(entry.visibility)),
                        proposals=tuple(made for made in each.proposals if self.sees(made.visibility)),
                    )
                    for each in discussed(self.workspace, address, provision.path)
                ]
                title = f"{address} ¶{provision.label or provision.path}"
                self.app.push_screen(HistoryDialog(title, stops))

    def action_proposals(self) -> None:
        """List the proposals on the paragraph in hand."""
        if found := self._paragraph():
            from negotiator.tui.proposals.screen import ProposalsScreen

            address, provision = found
            self.app.push_screen(ProposalsScreen(address, provision.label or provision.path))
