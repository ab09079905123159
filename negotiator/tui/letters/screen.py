"""The register of letters: every document of the process by date, and one of them in full."""

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import DataTable

from negotiator.domain.letters import LETTER_KINDS, Letter
from negotiator.i18n import N_, _
from negotiator.services.letters import Wanted, link_letter, list_letters, plan_letter, remove_letter
from negotiator.tui.letters import forms
from negotiator.tui.letters.rows import columns, row, told
from negotiator.tui.list_and_detail import ListAndDetail
from negotiator.tui.widgets.chips import Chip, ChipBar
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.picker import Choice, Picker
from negotiator.tui.widgets.table import Table

ALL = "all"


class LettersScreen(ListAndDetail):
    """Letters of the co-facilitators and the President, notes, statements, e-mails."""

    MODE: ClassVar[str] = "drafts"
    CSS_PATH = "letters.tcss"
    HELP: ClassVar[str | None] = N_(
        "The documents of the process by date. a registers one from its file, enter reads it, / finds by words in it "
        "and in its files, left and right go through the kinds. l says to what the one in hand belongs, u that it does "
        "not, e changes what is said of it, d sets it aside. esc goes back."
    )
    LIST = "letters"
    AUTO_FOCUS = "#letters"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "register", N_("Register"), id="letters.register", tooltip=N_("Register a letter from its file")),
        Binding("enter", "read", N_("Read"), id="letters.read", priority=True, tooltip=N_("Read the letter in hand")),
        Binding("slash", "find", N_("Find"), key_display="/", id="letters.find", tooltip=N_("Find letters by words")),
        Binding("l", "link", N_("Link"), id="letters.link", tooltip=N_("Say to what the letter belongs")),
        Binding("u", "unlink", N_("Unlink"), id="letters.unlink", tooltip=N_("Say to what it does not belong")),
        Binding("e", "edit", N_("Edit"), id="letters.edit", tooltip=N_("Change what is said of the letter")),
        Binding("d", "remove", N_("Set aside"), id="letters.remove", tooltip=N_("Set the letter in hand aside")),
        Binding("left", "kind(-1)", N_("Previous kind"), show=False, id="letters.previous"),
        Binding("right", "kind(1)", N_("Next kind"), show=False, id="letters.next"),
    ]

    def __init__(self, link: str = "") -> None:
        super().__init__()
        self.of_kind = ALL
        """The kind that is shown."""
        self.words = ""
        """The words that are looked for."""
        self.link = link
        """What letters belong to that are shown alone; empty for all."""
        self._known: tuple[Letter, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The kinds, the letters, the one in hand."""
        with VerticalGroup(id="head"):
            yield ChipBar(id="kinds")
        yield from self.list_and_detail(Table(columns(), id=self.LIST))

    def load(self) -> None:
        """Read the letters that may be shown."""
        found = list_letters(self.workspace, Wanted(text=self.words, link=self.link), self.audience)
        self._known = tuple(reversed(found))
        self._fill()

    def _fill(self) -> None:
        counts = Counter(each.kind for each in self._known)
        bar = self.query_one("#kinds", ChipBar)
        narrowed = " · ".join(filter(None, (self.link, f"“{self.words}”" if self.words else "")))
        bar.chips = (
            Chip(ALL, narrowed or _("every kind"), len(self._known)),
            *(Chip(each.value, _(title), counts[each]) for each, title in LETTER_KINDS.items() if counts[each]),
        )
        bar.chosen = self.of_kind
        self.table.fill((row(each) for each in self._known if self.of_kind in (ALL, each.kind)), columns())
        self.filled(self._why_nothing())

    def _why_nothing(self) -> str:
        if self.words or self.link or self.of_kind != ALL:
            return _("No letter fits; esc shows all.")
        return _("No letter is registered yet; a registers one from its file, an e-mail or a document.")

    @property
    def in_hand(self) -> Letter | None:
        """The letter under the cursor."""
        return next((each for each in self._known if each.code == self.table.in_hand), None)

    def in_full(self, room: int) -> Content | str:
        """Write the letter in hand."""
        each = self.in_hand
        return told(each, room) if each else ""

    @on(ChipBar.Chosen)
    def _chip(self, event: ChipBar.Chosen) -> None:
        self.of_kind = event.key
        self._fill()

    @on(DataTable.RowSelected)
    def _selected(self) -> None:
        self.action_read()

    def action_kind(self, way: int) -> None:
        """Go to the next kind, or the one before."""
        self.of_kind = self.query_one("#kinds", ChipBar).beside(way)
        self._fill()

    def action_back(self) -> None:
        """From a narrowed list to the whole one, then back."""
        if self.of_kind != ALL or self.words or self.link:
            self.of_kind, self.words, self.link = ALL, "", ""
            self.reload()
        else:
            super().action_back()

    def action_find(self) -> None:
        """Ask for words and show the letters that say them, in what is said of them or in their files."""
        field = Field("words", _("words"), self.words, hint=_("of the letter or of its files; empty shows all"))

        def found(filled: Mapping[str, str]) -> None:
            self.words, self.of_kind = filled["words"], ALL
            self.call_later(self.reload)

        self.app.push_screen(Form(_("Find letters"), (field,), found))

    def action_read(self) -> None:
        """Open the words of the letter in hand."""
        if self.in_hand is not None:
            from negotiator.tui.letters.reading import LetterScreen

            self.app.push_screen(LetterScreen(self.in_hand.code))

    def action_register(self) -> None:
        """Ask for a file, show what was read in it, and register it then."""
        if self.looking_back():
            return

        def review(filled: Mapping[str, str]) -> None:
            path = forms.path_in(filled)
            form = forms.RegisterLetterForm(self.workspace, path, plan_letter(self.workspace, [path]))

            def registered(saved: bool | None) -> None:
                if saved:
                    self._wanted = form.registered
                    self.did(_("{letter} is registered", letter=form.registered))

            self.app.call_later(self.app.push_screen, form, registered)

        kept = self.app.kept.setdefault("letter", {})
        self.app.push_screen(Form(_("Register a letter"), forms.which_file(), review, kept=kept))

    def action_edit(self) -> None:
        """Ask what is to be said otherwise."""
        each = self.in_hand
        if each is not None:
            self.ask("", each.code, forms.fields_of(each), lambda filled: forms.edited(self.workspace, each, filled))

    def action_link(self) -> None:
        """Ask to what the letter in hand belongs."""
        each = self.in_hand
        if each is None:
            return
        field = Field(
            "target", _("for"), hint=_("a session, a draft or an input, such as R3, rev1, I-004"), needed=True
        )

        def linked(filled: Mapping[str, str]) -> tuple[str, str]:
            link = link_letter(self.workspace, each.code, filled["target"]).letter.links[-1]
            return each.code, _("{letter} belongs to {target}", letter=each.code, target=link.code)

        self.ask(f"link {each.code}", _("{letter} belongs to …", letter=each.code), (field,), linked)

    def action_unlink(self) -> None:
        """Offer what the letter in hand belongs to, and take that away."""
        each = self.in_hand
        if each is None or self.looking_back():
            return
        if not each.links:
            self.app.tell(_("{letter} belongs to nothing yet; l links it.", letter=each.code))
            return

        def taken(target: str | None) -> None:
            if target:
                code = target.partition(":")[2]
                sentence = _("{letter} does not belong to {target} any more", letter=each.code, target=code)
                self.act(lambda: link_letter(self.workspace, each.code, target, remove=True), sentence)

        choices = [Choice(f"{link.kind}:{link.code}", link.code, words=link.kind.value) for link in each.links]
        self.app.push_screen(Picker(_("{letter} does not belong to …", letter=each.code), choices), taken)

    def action_remove(self) -> None:
        """Set the letter in hand aside; an undo brings it back."""
        each = self.in_hand
        if each is not None and not self.looking_back():
            sentence = _("{letter} is set aside", letter=each.code)
            self.act(lambda: remove_letter(self.workspace, each.code), sentence)
