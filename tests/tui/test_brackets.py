"""Square brackets, links and escape codes stand on every screen and in every widget exactly as they were written."""

from collections.abc import Awaitable, Callable

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Label, OptionList, Static

from negotiator.display import safe
from negotiator.services.draft_acts import add_draft
from negotiator.services.draft_plans import Said, plan_draft
from negotiator.text.provision import Kind, Provision
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.drafts.reading import ReadScreen
from negotiator.tui.text import cell, lines, marked, plain
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.lines import LinesView
from negotiator.tui.widgets.picker import Choice, Picker
from negotiator.tui.widgets.provisions import provision_lines, provision_rows
from negotiator.tui.widgets.table import Column, Row, Table
from negotiator.workspace import Workspace
from tests.tui.desk import TRAP, app_on, full_desk, shown

ESCAPES = "\x1b[31mred\x07"
HOSTILE = f"{TRAP} {ESCAPES}"
TEXT = f"""Draft {TRAP}

1. States {TRAP} adopt [red] targets.

2. States agree on this.
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = full_desk(tmp_path_factory.mktemp("brackets") / "desk", TRAP)
    for code, words, day in (("trap", TEXT, "2018-04-01"), ("trap2", TEXT.replace("agree", "[agree]"), "2018-04-02")):
        file = made.drafts_folder / f"{code}.txt"
        file.write_text(words, "utf-8")
        add_draft(made, plan_draft(made, file, Said(code=code, name=f"Draft {TRAP}", released=day)))
    (made.drafts_folder / "[shall] waits.txt").write_text(TEXT + "\n3. More.\n", "utf-8")
    return made


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    for _each in range(3):
        await pilot.pause()


async def opened(pilot: Pilot[None], *keys: str) -> None:
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def read(pilot: Pilot[None]) -> None:
    await opened(pilot, "5")
    pilot.app.push_screen(ReadScreen("trap"))
    await settle(pilot)


async def wait_to_register(pilot: Pilot[None]) -> None:
    await opened(pilot, "5", "end", "a")


SCREENS: dict[str, Callable[[Pilot[None]], Awaitable[None]]] = {
    "home": lambda pilot: opened(pilot),
    "floor": lambda pilot: opened(pilot, "3", "enter"),
    "inputs": lambda pilot: opened(pilot, "4"),
    "delegations": lambda pilot: opened(pilot, "7", "end"),
    "drafts": lambda pilot: opened(pilot, "5"),
    "register": wait_to_register,
    "read": read,
    "compare": lambda pilot: opened(pilot, "6", "u"),
    "compare-inline": lambda pilot: opened(pilot, "6", "s", "u"),
    "pick-a-draft": lambda pilot: opened(pilot, "6", "o"),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_square_brackets_survive_on_every_screen(workspace: Workspace, name: str) -> None:
    app = app_on(workspace)
    async with app.run_test(size=(200, 50)) as pilot:
        await SCREENS[name](pilot)
        drawn = shown(app)
        assert "[Parties] [shall][should] [/]" in drawn
        assert "\x1b" not in drawn
        assert not [link for link in _links(app) if "quit" in link]


def _links(app: NegotiatorApp) -> list[str]:
    found = []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            meta = segment.style.meta if segment.style else {}
            found += [str(value) for key, value in meta.items() if key.startswith("@")]
    return found


def _provision() -> Provision:
    return Provision(0, Kind.PARAGRAPH, "1", "1.", HOSTILE)


class _Lines(LinesView):
    def on_mount(self) -> None:
        self.show([line for _each, line in provision_rows([_provision()], 150)])


class _Table(Table):
    def on_mount(self) -> None:
        columns = (Column("one", HOSTILE), Column("two", "", elastic=True))
        self.fill([Row("a", {"one": HOSTILE, "two": [(HOSTILE, "bold"), " more"]})], columns)


def _titled() -> Static:
    static = Static(plain(""), id="titled")
    static.styles.border = ("round", "white")
    static.styles.height = 3
    static.border_title = plain(HOSTILE)
    return static


WIDGETS: dict[str, Callable[[], object]] = {
    "static": lambda: Static(plain(HOSTILE)),
    "styled static": lambda: Static(marked((HOSTILE, "bold"), " more")),
    "several lines": lambda: Static(lines([plain(HOSTILE), plain("x")])),
    "label": lambda: Label(plain(HOSTILE)),
    "rich text": lambda: Static(cell(HOSTILE)),
    "options": lambda: OptionList(plain(HOSTILE)),
    "title of a border": _titled,
    "table": _Table,
    "lines": _Lines,
    "provisions": lambda: Static(lines(provision_lines([_provision()], 150))),
    "form": lambda: Form(HOSTILE, [Field("a", HOSTILE, HOSTILE, HOSTILE)], lambda _filled: None),
    "picker": lambda: Picker(HOSTILE, [Choice("a", HOSTILE, HOSTILE)]),
    "toast": lambda: HOSTILE,
}


class _Desk(App[None]):
    def __init__(self, made: object) -> None:
        super().__init__()
        self.made = made

    def compose(self) -> ComposeResult:
        if not isinstance(self.made, (Screen, str)):
            yield self.made  # type: ignore[misc]

    def on_mount(self) -> None:
        if isinstance(self.made, Screen):
            self.push_screen(self.made)
        elif isinstance(self.made, str):
            NegotiatorApp.tell(self, self.made)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", WIDGETS)
async def test_square_brackets_survive_in_every_widget(kind: str) -> None:
    app = _Desk(WIDGETS[kind]())
    async with app.run_test(size=(200, 30), notifications=True) as pilot:
        await pilot.pause()
        await pilot.pause()
        drawn = "\n".join("".join(s.text for s in strip) for strip in app.screen._compositor.render_strips())
        assert "[Parties] [shall][should] [/]" in drawn
        assert "\x1b" not in drawn
        assert "\x07" not in drawn


def test_control_characters_are_made_visible() -> None:
    assert plain(ESCAPES).plain == "␛[31mred␇"
    assert safe(ESCAPES) == cell(ESCAPES).plain


def test_text_keeps_its_lines_and_tabs_become_spaces() -> None:
    assert plain("a\tb\nc").plain == "a   b\nc"
