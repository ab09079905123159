"""Delegations and stakeholders: found as one types, by category and regional group, with what they may do."""

from collections.abc import Mapping
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Input

from negotiator.domain.audience import Audience
from negotiator.domain.stakeholder import Stakeholder, search
from negotiator.i18n import N_, _, n_
from negotiator.services.contacts import Addresses, list_contacts, replace_contacts
from negotiator.services.registers import categories
from negotiator.services.stakeholders import list_stakeholders
from negotiator.tui.list_and_detail import ListAndDetail
from negotiator.tui.stakeholders import adding, importing
from negotiator.tui.stakeholders.rows import ALL, NO_REGION, category_chips, columns, region_chips, row, told
from negotiator.tui.widgets.chips import ChipBar
from negotiator.tui.widgets.form import Form
from negotiator.tui.widgets.line import Line
from negotiator.tui.widgets.table import Table

MOST_DRAWN = 500
"""How many are drawn at once: a table lays them all out before it is first seen."""


class SearchLine(Line):
    """Where one types whom one looks for."""

    HELP = N_("A few letters of a code, a name, Chinese or pinyin. Enter or down goes to the list; esc empties it.")
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the line sees it: what a slow connection delivers in one burst after it is meant for the list.
        Binding("down,enter", "screen.list", show=False, priority=True),
        Binding("escape", "screen.back", N_("Back"), show=False, id="stakeholders.leave"),
    ]


class Register(Table):
    """The list; left and right go through the categories."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.category(-1)", N_("Previous category"), show=False, id="stakeholders.previous"),
        Binding("right", "screen.category(1)", N_("Next category"), show=False, id="stakeholders.next"),
    ]


class StakeholdersScreen(ListAndDetail):
    """Everybody who takes part."""

    MODE: ClassVar[str] = "stakeholders"
    CSS_PATH = "stakeholders.tcss"
    HELP: ClassVar[str | None] = N_(
        "Delegations and stakeholders, called by the names of the day. / and a few letters find one by code, name, "
        "Chinese or pinyin; left and right go through the categories, g through the regional groups; 0 or esc shows "
        "all again. e notes the addresses of the one in hand, i lists its inputs, c opens the accreditation, l imports "
        "a list."
    )
    LIST = "register"
    AUTO_FOCUS = "#register"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash",
            "search",
            N_("Search"),
            key_display="/",
            id="stakeholders.search",
            tooltip=N_("Find by name"),
            priority=True,
        ),
        Binding("a", "add", N_("Add"), id="stakeholders.add", tooltip=N_("Add a delegation or stakeholder")),
        Binding(
            "e", "contacts", N_("Addresses"), id="stakeholders.contacts", tooltip=N_("Addresses of the one in hand")
        ),
        Binding("c", "applications", N_("Accreditation"), id="stakeholders.applications", tooltip=N_("Who applied")),
        Binding("l", "import_list", N_("Import"), id="stakeholders.import", tooltip=N_("Import a list")),
        Binding("g", "region", N_("Region"), id="stakeholders.region", tooltip=N_("Go through the regional groups")),
        Binding(
            "i", "inputs", N_("Inputs"), id="stakeholders.inputs", tooltip=N_("List the inputs of the one in hand")
        ),
        Binding("0", "all", N_("All"), show=False, id="stakeholders.all", tooltip=N_("Show everybody")),
    ]

    line = getters.query_one("#search", SearchLine)

    def __init__(self) -> None:
        super().__init__()
        self.of_category = ALL
        """The category the list is narrowed to."""
        self.of_region = ALL
        """The regional group it is narrowed to."""
        self._known: tuple[Stakeholder, ...] = ()
        self._addresses: Addresses = {}

    def compose_body(self) -> ComposeResult:
        """The line to search in, the filters, the list, and the one in hand."""
        with VerticalGroup(id="head"):
            yield SearchLine(id="search", compact=True, select_on_focus=False)
            yield ChipBar(id="categories")
            yield ChipBar(id="regions")
        yield from self.list_and_detail(Register(id=self.LIST))

    def load(self) -> None:
        """Read those who may be shown."""
        self.line.placeholder = _("code, name, Chinese or pinyin")
        self._known = tuple(each for each in list_stakeholders(self.workspace) if self.sees(each.visibility))
        self._addresses = list_contacts(self.workspace, self.audience)
        self._fill()

    def open(self, wanted: str) -> None:
        """Show the one that another screen asked for."""
        self._wanted = wanted
        self.action_all()

    def _fill(self) -> None:
        """Show those who fit."""
        words = self.line.value.strip()
        day = self.workspace.now().date
        found = search(self._known, words) if words else self._known
        of_region = [each for each in found if self.of_region in (ALL, each.region or NO_REGION)]
        shown = [each for each in of_region if self.of_category in (ALL, each.category)]
        bar, regions = self.query_one("#categories", ChipBar), self.query_one("#regions", ChipBar)
        bar.chips, bar.chosen = category_chips(of_region), self.of_category
        regions.chips, regions.chosen = region_chips(found, self.of_category), self.of_region
        self.table.fill((row(each, day) for each in shown[:MOST_DRAWN]), columns())
        if words and not self._wanted:
            self.table.move_cursor(row=0, animate=False)
        self.filled(self._why_nothing(words))
        if self.focused is None and self.table.row_count:  # the list was hidden for a moment while it was in hand
            self.call_after_refresh(self.action_list)

    def _why_nothing(self, words: str) -> str:
        if not self._known:
            return _("Nobody is in the register yet; a adds a delegation or stakeholder.")
        number = n_("{n} in the register", "{n} in the register", len(self._known))
        if words:
            return _("Nobody fits “{words}” ({number}).", words=words, number=number) + "\n\n" + _("esc shows all.")
        return _("Nobody fits ({number}).", number=number) + "\n\n" + _("esc shows all.")

    @property
    def in_hand(self) -> Stakeholder | None:
        """The one under the cursor."""
        code = self.table.in_hand
        return next((each for each in self._known if each.code == code), None)

    def in_full(self, room: int) -> Content | str:
        """Write the one in hand, by the names of the day."""
        each = self.in_hand
        return told(each, self.workspace.now().date, room, self._addresses.get(each.code, ())) if each else ""

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._fill()

    @on(ChipBar.Chosen)
    def _chip(self, event: ChipBar.Chosen) -> None:
        if event.bar.id == "categories":
            self.of_category = event.key
        else:
            self.of_region = event.key
        self._fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the way to the inputs where there is none; in the line a slash is a slash."""
        if action == "search":
            return self.app.screen is self and self.focused is not self.line
        if action == "inputs":
            return "inputs" in self.app.modes
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """From the line to the list, from a narrowed list to the whole one, then to where one came from."""
        narrowed = self.of_category != ALL or self.of_region != ALL or self.line.value
        if self.focused is self.line and not self.line.value:
            self.table.focus()
        elif narrowed:
            self.action_all()
            self.table.focus()
        else:
            super().action_back()

    def action_all(self) -> None:
        """Show everybody."""
        self.of_category = self.of_region = ALL
        with self.prevent(Input.Changed):
            self.line.value = ""
        self._fill()

    def action_search(self) -> None:
        """Go to the line to search in."""
        self.set_focus(self.line)

    def action_list(self) -> None:
        """Go to the list."""
        self.set_focus(self.table)

    def action_category(self, way: int) -> None:
        """Go to the next category, or the one before."""
        self.of_category = self.query_one("#categories", ChipBar).beside(way)
        self._fill()

    def action_region(self) -> None:
        """Go to the next regional group."""
        self.of_region = self.query_one("#regions", ChipBar).beside(1)
        self._fill()

    def action_inputs(self) -> None:
        """List the inputs of the one in hand."""
        each = self.in_hand
        if each:
            self.app.go("inputs", f"stakeholder:{each.code}")

    def action_add(self) -> None:
        """Ask for a delegation or stakeholder."""
        if self.looking_back():
            return

        def act(filled: Mapping[str, str]) -> None:
            code = adding.add(self.workspace, filled)
            self._wanted = code
            self.of_category = self.of_region = ALL
            with self.prevent(Input.Changed):
                self.line.value = ""
            self.act(lambda: code, _("{code} is added", code=code))

        kept = self.app.kept.setdefault("stakeholder", {})
        title = _("Add a delegation or stakeholder")
        self.app.push_screen(Form(title, adding.fields(tuple(categories())), act, kept=kept))

    def action_contacts(self) -> None:
        """Ask for the addresses of the one in hand; the ones there are stand in the field."""
        each = self.in_hand
        if each is None:
            return
        if self.audience is not Audience.PRIVATE:
            self.app.tell(_("Addresses are hidden from those who look · f9 shows them"), trouble=True)
            return
        held = self._addresses.get(each.code, ())

        def act(filled: Mapping[str, str]) -> tuple[str, str]:
            replace_contacts(self.workspace, each.code, filled["contacts"], shown=held)
            return each.code, _("the addresses of {code} are noted", code=each.code)

        self.ask("", _("Addresses of {code}", code=each.code), adding.contact_fields(held), act)

    def action_applications(self) -> None:
        """Open the accreditation, the one in hand offered as applicant."""
        from negotiator.tui.stakeholders.applications import ApplicationsScreen

        self.app.push_screen(ApplicationsScreen(self.in_hand.code if self.in_hand else ""))

    def action_import_list(self) -> None:
        """Ask for a list, show what would become of it, and import it then."""
        if self.looking_back():
            return

        def review(filled: Mapping[str, str]) -> None:
            form = importing.ReviewForm(self.workspace, *importing.planned(self.workspace, filled))

            def imported(saved: bool | None) -> None:
                if saved and form.imported:
                    sentence = _("{file} is imported", file=form.imported.name)
                    self.did(sentence)

            self.app.call_later(self.app.push_screen, form, imported)

        kept = self.app.kept.setdefault("import", {})
        self.app.push_screen(Form(_("Import a list"), importing.fields(), review, kept=kept))
