"""The acts on inputs that a screen offers: which form each asks with, and what happens after it."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from negotiator.domain.input_life import MOVES, InputState
from negotiator.domain.inputs import Input
from negotiator.domain.stakeholder import Stakeholder
from negotiator.errors import NegotiatorError
from negotiator.i18n import N_, _, n_
from negotiator.services.chasing import reminders, seen_by
from negotiator.services.inputs import get_input, topics
from negotiator.tui.inputs import acts, new_acts
from negotiator.tui.inputs.asking import Asked, Known, known_to
from negotiator.tui.inputs.chasing import ChaseForm
from negotiator.tui.inputs.choice import EVERYTHING, WORDS, Chosen
from negotiator.tui.screen import FeatureScreen
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.picker import Picker

ON_AN_INPUT = ("receive", "edit", "mark", "tag", "withdraw", "say")
"""The acts that are done to the input in hand."""


def fits(act: str, each: Input) -> bool:
    """Say whether an act can be done to an input."""
    moves = MOVES[each.state]
    return {
        "receive": InputState.RECEIVED in moves,
        "withdraw": InputState.WITHDRAWN in moves,
        "mark": bool(moves),
        "say": bool(each.group),
    }.get(act, True)


class ActingScreen(FeatureScreen):
    """A screen with an input in hand to which acts can be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "chase", N_("Remind"), id="inputs.chase", tooltip=N_("Write reminders of what is awaited")),
        Binding("slash", "find", N_("Find"), key_display="/", id="inputs.find", tooltip=N_("Find inputs by words")),
        Binding("i", "intake", N_("Take in"), show=False, id="inputs.intake", tooltip=N_("Take in files and e-mails")),
        Binding(
            "g", "say", N_("Align"), show=False, id="inputs.say", tooltip=N_("Who aligns with it, or stands apart")
        ),
        Binding("n", "call", N_("Call"), show=False, id="inputs.call", tooltip=N_("Call for inputs from many")),
        Binding("M", "matrix", N_("Matrix"), show=False, id="inputs.matrix", tooltip=N_("Who answered which call")),
    ]

    chosen: Chosen
    """What its list is narrowed to."""
    _senders: Mapping[str, Stakeholder]
    _wanted: str

    @property
    def in_hand(self) -> Input | None:
        """The input under the cursor."""
        return None

    def action_expect(self) -> None:
        """Ask for an input that is expected."""
        self._ask(new_acts.expect(self.workspace, self._names()))

    def action_unannounced(self) -> None:
        """Ask for an input that nobody expected."""
        self._ask(new_acts.unannounced(self.workspace, self._names()))

    def action_receive(self) -> None:
        """Ask when the input in hand came."""
        if each := self._whole():
            self._ask(acts.receive(self.workspace, each))

    def action_chase(self) -> None:
        """Show whom to remind today, and write the reminders."""
        if self.looking_back():
            return
        with self.told():
            found = seen_by(reminders(self.workspace), self.audience)
            if not found:
                self.app.tell(_("Nobody is to be reminded today."))
                return
            number = n_("{n} reminder is written", "{n} reminders are written", len(found))

            def closed(saved: bool | None) -> None:
                if saved:
                    self.did(number)

            kept = self.app.kept.setdefault("chase", {})
            self.app.push_screen(ChaseForm(self.workspace, found, kept, self.audience), closed)

    def action_find(self) -> None:
        """Ask for words and show the inputs that say them."""
        known = self.chosen.value(WORDS) or ""
        words = Field(
            "words", _("words"), known, hint=_("of title, sender, kind, session, topic or note; empty shows all")
        )

        def found(filled: Mapping[str, str]) -> None:
            given = filled["words"].strip()
            self.chosen = self.chosen.narrowed(WORDS, given) if given else self.chosen.without(WORDS)
            self.call_later(self.reload)

        self.app.push_screen(Form(_("Find inputs"), (words,), found))

    def action_intake(self) -> None:
        """Ask for files, show what each would become, and take them in then."""
        if self.looking_back():
            return
        from negotiator.tui.inputs import intake

        def review(filled: Mapping[str, str]) -> None:
            form = intake.IntakeForm(self.workspace, intake.planned(self.workspace, filled))

            def closed(saved: bool | None) -> None:
                if saved and form.taken:
                    self._wanted, self.chosen = form.taken.codes[-1], EVERYTHING
                    number = n_("{n} input is taken in", "{n} inputs are taken in", len(form.taken.codes))
                    self.did(number)

            self.app.call_later(self.app.push_screen, form, closed)

        kept = self.app.kept.setdefault("intake", {})
        self.app.push_screen(Form(_("Take in files and e-mails"), intake.fields(), review, kept=kept))

    def action_call(self) -> None:
        """Ask for a call, and show while one fills it in what it would make."""
        from negotiator.tui.inputs.calling import ask_for_call

        ask_for_call(self, self._names())

    def action_matrix(self) -> None:
        """Show who has answered which call."""
        from negotiator.tui.inputs.matrix import MatrixScreen

        self.app.push_screen(MatrixScreen())

    def action_edit(self) -> None:
        """Ask what is to be said otherwise of the input in hand."""
        if each := self._whole():
            self._ask(acts.edit(self.workspace, each, self._names()))

    def action_tag(self) -> None:
        """Ask what the input in hand is about."""
        if each := self._whole():
            self._ask(acts.tag(self.workspace, each, topics(self.workspace)))

    def action_withdraw(self) -> None:
        """Ask why the input in hand is withdrawn."""
        if each := self._whole():
            self._ask(acts.withdraw(self.workspace, each))

    def action_say(self) -> None:
        """Ask who aligns with what the input in hand says for a group, or stands apart from it."""
        if each := self._whole():
            self._ask(acts.say(self.workspace, each, self._names()))

    def action_mark(self) -> None:
        """Offer the steps that may follow, then ask when and why."""
        each = self._whole()
        if each is None:
            return

        def taken(what: str | None) -> None:
            if what == InputState.RECEIVED:
                self._ask(acts.receive(self.workspace, each))
            elif what:
                self._ask(acts.mark(self.workspace, each, what))

        self.app.push_screen(Picker(_("{input} is …", input=each.code), acts.marks(each)), taken)

    def _whole(self) -> Input | None:
        try:
            return get_input(self.workspace, self.in_hand.code) if self.in_hand else None
        except NegotiatorError as trouble:
            self.app.tell(trouble.message, trouble=True)
            return None

    def _names(self) -> Known:
        seen = {code: each for code, each in self._senders.items() if self.sees(each.visibility)}
        return known_to(self.workspace, seen)

    def _ask(self, asked: Asked) -> None:
        """Show the fields of an act; what was typed comes back the next time, what was only shown does not."""
        if self.looking_back():
            return
        kept = self.app.kept.setdefault(asked.name, {})

        def act(filled: Mapping[str, str]) -> None:
            told = asked.act(filled)
            self._wanted = told.code
            if told.new:
                self.chosen = EVERYTHING
            self.did(told.sentence)

        self.app.push_screen(Form(asked.title, asked.fields, act, kept=kept))
