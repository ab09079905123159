"""What can be made of an entry of the log: a proposal, or the expectation of the text it announced."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from negotiator.domain.entry import Entry
from negotiator.domain.session import Session
from negotiator.i18n import _
from negotiator.services import input_acts
from negotiator.services.input_rules import Details
from negotiator.tui.proposals import forms
from negotiator.tui.widgets.form import Field
from negotiator.workspace import Workspace

TEXT = "NP"
"""The kind of input that a textual proposal is."""


@dataclass(frozen=True, slots=True)
class OfEntry:
    """An act on an entry and what is to be filled in for it."""

    title: str
    """What stands above the fields."""
    fields: tuple[Field, ...]
    """What is to be filled in; what the entry says stands there already."""
    act: Callable[[Mapping[str, str]], str]
    """Does it; returns what people read when it is done."""


def proposal_of(workspace: Workspace, entry: Entry, delegations: Sequence[str]) -> OfEntry:
    """Ask for what a proposal needs beyond the entry."""
    title = _("Proposal of {entry}", entry=entry.code)
    fields = forms.proposed(forms.of_entry(entry), delegations)
    return OfEntry(title, fields, lambda filled: forms.make(workspace, filled, entry.code)[1])


def text_to_follow(workspace: Workspace, entry: Entry, session: Session) -> OfEntry:
    """Ask until when the text that was announced is awaited."""
    about = f" ¶{entry.paragraphs}" if entry.places else ""
    title = _("Text on{about}, announced in {entry}", about=about, entry=entry.code)
    last = session.window.last.isoformat() if session.window else ""

    def act(filled: Mapping[str, str]) -> str:
        details = Details(session=session.code, note=filled["note"])
        done = input_acts.expect(
            workspace, entry.speaker, TEXT, filled["title"], due=filled["due"] or None, details=details
        )
        return _("{input} is expected from {sender}", input=done.code, sender=entry.speaker)

    fields = (
        Field("title", _("title"), title, needed=True),
        Field("due", _("due"), last, hint=_("a day, an instant, fri, +3d")),
        Field("note", _("note"), entry.words),
    )
    return OfEntry(_("Text to follow from {speaker}", speaker=entry.speaker), fields, act)
