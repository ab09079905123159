"""A call made in a form: while one fills it in, what it would expect from whom until when, and what is odd."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from negotiator.domain.dates import moment_in_words
from negotiator.domain.inputs import OWED_BY
from negotiator.domain.stakeholder import RegionalGroup
from negotiator.errors import NegotiatorError
from negotiator.i18n import _, n_
from negotiator.services.call_plans import Asked, Terms, plan_call
from negotiator.services.calls import add_call, extend_call
from negotiator.services.registers import categories
from negotiator.tui.inputs.asking import Known, code_meant, kind_choices, owed_by_meant, split_words
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.text import lines, marked, plain, shown_safely
from negotiator.tui.widgets.form import Field, Form
from negotiator.workspace import Workspace

PATIENCE = 0.2
"""Seconds without a key after which what was filled in is planned."""
MOST_NAMED = 6
"""How many of those asked are named; the others are counted."""


def fields(known: Known) -> tuple[Field, ...]:
    """Return what is to be filled in for a call."""
    owing = tuple(_(name) for name in OWED_BY.values())
    whom = (
        *(f"category:{code}" for code in categories()),
        *(f"region:{group.value}" for group in RegionalGroup),
        *("list:conference", "list:preparatory"),
        *known.sender_choices(),
    )
    return (
        Field("kind", _("kind"), choices=tuple(kind_choices()), needed=True),
        Field("title", _("subject"), needed=True),
        Field(
            "to",
            _("whom to ask"),
            hint=_("category:MS, region:GRULAC, group:CODE, list:conference, codes"),
            choices=whom,
            needed=True,
        ),
        Field("due", _("due"), hint=_("2018-04-06, the whole day; 2018-04-06 18:00; fri; +10wd"), needed=True),
        Field("since", _("opens"), hint=_("empty for now")),
        Field("zone", _("zone"), hint=_("such as Europe/Zurich; empty for that of the session or the process")),
        Field("session", _("session"), choices=tuple(known.session_choices())),
        Field("phase", _("phase"), hint=_("where it is not that of the session")),
        Field(
            "windows",
            _("further kinds"),
            hint=_("each within its own window: NP:2018-04-20..2018-05-04; IB:2018-05-01"),
        ),
        Field(
            "owed", _("owed by"), hint=_("{choices}; empty for what is usual", choices=", ".join(owing)), choices=owing
        ),
    )


class CallForm(Form):
    """Asks for a call and shows all the while what it would make; one act stores it all."""

    def __init__(self, workspace: Workspace, known: Known, kept: dict[str, str]) -> None:
        super().__init__(_("Call for inputs"), fields(known), self._call, kept=kept)
        self.made: Asked | None = None
        """The call that was made."""
        self._workspace = workspace
        self._known = known
        self._waiting: Timer | None = None

    def compose_more(self) -> ComposeResult:
        """Leave room for what the call would make, where it is in sight from every field."""
        yield Static(id="plan", classes="plan")

    def on_mount(self) -> None:
        """Show at once what is kept from before would make."""
        self._plan()

    @on(Input.Changed)
    def _changed(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PATIENCE, self._plan)

    def _plan(self) -> None:
        filled = self.values()
        empty = [field.label for field in self._fields if field.needed and not filled[field.key]]
        if empty:
            shown = plain(_("Still empty: {fields}", fields=", ".join(empty)), "$text-muted")
        else:
            try:
                shown = told(self._asked(filled))
            except NegotiatorError as trouble:
                shown = plain(trouble.message, "$text-error")
        self.query_one("#plan", Static).update(shown)

    def _asked(self, filled: Mapping[str, str], *, store: bool = False) -> Asked:
        kind = code_meant(filled["kind"], kind_choices())
        meant = [code_meant(word, self._known.sender_choices()) for word in split_words(filled["to"])]
        terms = Terms(
            zone=filled["zone"] or None,
            since=filled["since"] or None,
            session=code_meant(filled["session"], self._known.session_choices()) or None,
            phase=filled["phase"] or None,
            owed_by=owed_by_meant(filled["owed"]),
            windows=split_words(filled["windows"]),
        )
        make = add_call if store else plan_call
        return make(self._workspace, kind, filled["title"], filled["due"], meant, **terms)

    def _call(self, filled: Mapping[str, str]) -> None:
        self.made = self._asked(filled, store=True)


def told(asked: Asked) -> Content:
    """Say how many inputs a call would expect, from whom, within which windows, and what is odd."""
    codes = list(dict.fromkeys(each.stakeholder for each in asked.inputs))
    number = n_("{n} input is expected", "{n} inputs are expected", len(asked.inputs))
    named = ", ".join(codes[:MOST_NAMED])
    more = len(codes) - MOST_NAMED
    rest = " " + n_("and {n} more", "and {n} more", more) if more > 0 else ""
    rows = [marked((number, "bold"), f" · {shown_safely(named)}{rest}")]
    rows += [plain(f"! {sentence}", "$text-warning") for sentence in asked.odd]
    for window in asked.call.windows:
        words = _("{opens} until {due}", opens=moment_in_words(window.asked), due=moment_in_words(window.due))
        rows.append(marked((f"{window.kind.code} ", "bold"), (words, "$text-muted")))
    return lines(rows)


def ask_for_call(screen: FeatureScreen, known: Known) -> None:
    """Show the form on a screen, and tell what was made."""
    if screen.looking_back():
        return
    form = CallForm(screen.workspace, known, screen.app.kept.setdefault("call", {}))

    def closed(saved: bool | None) -> None:
        if saved and form.made:
            number = n_("{n} input is expected", "{n} inputs are expected", len(form.made.inputs))
            screen.did(_("{call}: {inputs}", call=form.made.call.code, inputs=number))

    screen.app.push_screen(form, closed)


def extension_fields(only: str) -> tuple[Field, ...]:
    """Return what is asked before a call is extended; `only` is offered as the only one who has more time."""
    return (
        Field("due", _("due"), hint=_("2018-04-06, the whole day; 2018-04-06 18:00; fri; +10wd"), needed=True),
        Field("zone", _("zone"), hint=_("empty for that of the old date")),
        Field("why", _("why another date"), needed=True),
        Field("source", _("source"), hint=_("the document that says so")),
        Field(
            "to", _("only for"), hint=_("empty for everybody; else codes, such as {code}", code=only), choices=(only,)
        ),
    )


def extend(workspace: Workspace, code: str, kind: str, filled: Mapping[str, str]) -> str:
    """Give everybody, or some, more time; tells how many have it."""
    made = extend_call(
        *(workspace, code, filled["due"]),
        why=filled["why"],
        source=filled["source"],
        zone=filled["zone"] or None,
        to=split_words(filled["to"]),
        kind=kind,
    )
    return n_("{n} input has more time", "{n} inputs have more time", len(made.inputs))


__all__ = ["CallForm", "ask_for_call", "extend", "extension_fields", "fields", "told"]
