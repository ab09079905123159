"""A list, and beside or under it the one in hand in full: what several screens have in common."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import DataTable, Static

from negotiator.tui.screen import FeatureScreen
from negotiator.tui.text import plain
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.table import Table

Doing = Callable[[Mapping[str, str]], tuple[str, str]]
"""Does an act with what was filled in; returns the code of what it was done to, and what to tell."""
LEAST = 20
"""Columns that the detail is laid out for at least."""


class ListAndDetail(FeatureScreen):
    """A screen of one table and one detail."""

    LIST: ClassVar[str] = ""
    """The id of its table."""
    BODY: ClassVar[str] = "body"
    """The id of what holds the two."""

    _wanted = ""
    """The row to take in hand when the list is filled again."""

    def list_and_detail(self, table: Table) -> ComposeResult:
        """Give the table, what stands in its place where it is empty, and the detail."""
        with Horizontal(id=self.BODY):
            yield table
            yield Static(id="nothing")
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="facts")

    @property
    def table(self) -> Table:
        """The table."""
        return self.query_one(f"#{self.LIST}", Table)

    def filled(self, why_nothing: str) -> None:
        """After the table was filled: take the wanted row, tell the one in hand, or say why there is none."""
        if self._wanted:
            self.table.take(self._wanted)
            self._wanted = ""
        nothing = not self.table.row_count
        self.set_class(nothing, "-nothing")
        self.query_one("#nothing", Static).update(plain(why_nothing) if nothing else "")
        self.tell()

    def in_full(self, room: int) -> Content | str:
        """Write the one in hand in lines of so many columns; empty where there is none."""
        return ""

    def tell(self) -> None:
        """Show the one in hand."""
        room = max(LEAST, self.query_one("#detail", VerticalScroll).scrollable_content_region.width)
        self.query_one("#facts", Static).update(self.in_full(room))

    @on(DataTable.RowHighlighted)
    def _looked_at(self) -> None:
        self.tell()

    def on_resize(self) -> None:
        """Lay the detail out for another width."""
        if self.is_mounted:
            self.call_after_refresh(self.tell)

    def ask(self, name: str, title: str, fields: Sequence[Field], doing: Doing) -> None:
        """Ask for what an act needs; with a name, what was typed comes back the next time."""
        if self.looking_back():
            return

        def act(filled: Mapping[str, str]) -> None:
            code, sentence = doing(filled)
            self._wanted = code
            self.did(sentence)

        kept = self.app.kept.setdefault(name, {}) if name else {}
        self.app.push_screen(Form(title, fields, act, kept=kept))
