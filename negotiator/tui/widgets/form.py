"""Asking for a few words: fields under each other, enter goes on, the last one saves; what was typed is kept on esc."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from negotiator.errors import NegotiatorError
from negotiator.i18n import N_, _
from negotiator.tui.text import plain
from negotiator.tui.widgets.line import Line


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in."""

    key: str
    """Its name in the code."""
    label: str
    """What stands before it, already translated."""
    value: str = ""
    """What stands in it at first."""
    hint: str = ""
    """How to fill it in."""
    choices: Sequence[str] = ()
    """What may stand in it; offered while one types, the right arrow takes it."""
    needed: bool = False
    """Whether it may not be left empty."""


Check = Callable[[Mapping[str, str]], object]
"""Does the act with what was filled in; raises `NegotiatorError` where that cannot be."""


def parted(text: str) -> list[str]:
    """Split what was filled in at commas of either script."""
    return [word.strip() for word in text.replace("，", ",").split(",") if word.strip()]


class FormLine(Line):
    """A field: enter in the last one, and ctrl+s, save at once, so that what comes after them is not saved with it."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+s"):
            event.prevent_default()
            event.stop()
            await self.run_action("screen.save")
        else:
            await super()._on_key(event)


class Form(ModalScreen[bool]):
    """Shows fields and does the act; a refusal is told under the fields, and nothing typed is lost."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Back"), id="form.back"),
        Binding("ctrl+s", "save", N_("Save"), id="form.save"),
        # Before the fields see them: what a slow line delivers in one burst after such a key belongs to the next field.
        Binding("down,tab", "app.focus_next", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", show=False, priority=True),
        Binding("enter", "next_field", show=False, priority=True),
    ]
    HELP = N_(
        "Enter goes to the next field and saves after the last one; ctrl+s saves at once; esc keeps what you typed."
    )
    trouble = getters.query_one("#trouble", Static)

    def __init__(self, title: str, fields: Sequence[Field], act: Check, *, kept: dict[str, str] | None = None) -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._fields = fields
        self._act = act
        self._kept = kept if kept is not None else {}

    def compose(self) -> ComposeResult:
        """A row for each field, its hint under it."""
        with VerticalScroll(classes="box", can_focus=False) as box:
            box.border_title = plain(self._title)
            box.border_subtitle = plain(_("ctrl+s saves · esc closes, what you typed is kept"))
            for field in self._fields:
                with HorizontalGroup(classes="row"):
                    yield Label(plain(field.label + (" *" if field.needed else "")), classes="label")
                    yield FormLine(
                        self._kept.get(field.key, field.value),
                        id=f"field-{field.key}",
                        compact=True,
                        select_on_focus=False,
                        suggester=SuggestFromList(field.choices, case_sensitive=False) if field.choices else None,
                    )
                if field.hint:
                    yield Static(plain(field.hint), classes="hint")
            yield Static("", id="trouble", classes="trouble", markup=False)
            yield from self.compose_more()

    def compose_more(self) -> ComposeResult:
        """Give what is shown under the fields."""
        yield from ()

    def on_mount(self) -> None:
        """Begin at the first field."""
        self.query(Input).first().focus()

    def values(self) -> dict[str, str]:
        """Return what was filled in."""
        return {field.key: self.query_one(f"#field-{field.key}", Input).value.strip() for field in self._fields}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave enter to the last field, which saves once it holds all that was typed before."""
        if action == "next_field":
            return self.focused in list(self.query(FormLine))[:-1]
        return super().check_action(action, parameters)

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next(FormLine)

    def action_save(self) -> None:
        """Do the act; where it is refused, say why and stay."""
        filled = self.values()
        for field in self._fields:
            if field.needed and not filled[field.key]:
                self.trouble.update(plain(_("“{field}” is still empty.", field=field.label)))
                self.query_one(f"#field-{field.key}", Input).focus()
                return
        try:
            self._act(filled)
        except NegotiatorError as trouble:
            self.trouble.update(plain(trouble.message))
            return
        self._kept.clear()
        self.dismiss(True)

    def action_leave(self) -> None:
        """Close, and keep what was typed for the next time; what was only shown may have changed by then."""
        typed = self.values()
        for field in self._fields:
            if typed[field.key] == field.value:
                self._kept.pop(field.key, None)
            else:
                self._kept[field.key] = typed[field.key]
        self.dismiss(False)
