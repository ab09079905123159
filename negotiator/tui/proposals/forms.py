"""What is asked before something is done to a proposal, and the sentence that tells what was done."""

from collections.abc import Mapping, Sequence
from re import findall

from negotiator.domain.audience import Audience
from negotiator.domain.entry import Entry
from negotiator.domain.proposal import (
    DISPOSITIONS,
    NEEDS_A_REASON,
    STANCES,
    Action,
    Disposition,
    Proposal,
    Stance,
)
from negotiator.i18n import _
from negotiator.services import proposals as services
from negotiator.services.proposals import Made, Said
from negotiator.services.stakeholders import list_stakeholders
from negotiator.tui.widgets.form import Field
from negotiator.workspace import Workspace


def delegations(workspace: Workspace, audience: Audience) -> tuple[str, ...]:
    """Return the codes of those who may be named to an audience."""
    return tuple(each.code for each in list_stakeholders(workspace) if audience.sees(each.visibility))


def of_entry(entry: Entry) -> dict[str, str]:
    """Return what an entry of the floor log already says of a proposal: words in quotation marks are the wording."""
    quoted = findall(r"[\"“「]([^\"”」]+)[\"”」]", entry.words)
    group = entry.behalf.groups[0] if entry.behalf and entry.behalf.groups else ""
    return {
        "draft": entry.draft,
        "at": entry.places[0].label if entry.places else "",
        "by": entry.speaker,
        "group": group,
        "new": quoted[-1] if quoted else "",
        "old": quoted[0] if len(quoted) > 1 else "",
        "action": (Action.REPLACE if len(quoted) > 1 else Action.ADD if quoted else Action.DELETE).value,
        "entry": entry.code,
        "note": "" if quoted else entry.words,
    }


def proposed(known: Mapping[str, str], delegations: Sequence[str]) -> tuple[Field, ...]:
    """Ask what is proposed."""
    return (
        Field("draft", _("text"), known.get("draft", ""), needed=True),
        Field("at", _("paragraph"), known.get("at", ""), needed=True),
        Field("by", _("by"), known.get("by", ""), choices=delegations, needed=True),
        Field(
            "action",
            _("action"),
            known.get("action", ""),
            hint=", ".join(Action),
            choices=tuple(Action),
            needed=True,
        ),
        Field("old", _("old"), known.get("old", ""), hint=_("the words it is about; empty for the whole paragraph")),
        Field("new", _("new"), known.get("new", ""), hint=_("the wording that is proposed")),
        Field("group", _("for"), known.get("group", ""), hint=_("the group in whose name it is made")),
        Field("note", _("note"), known.get("note", "")),
    )


def make(workspace: Workspace, filled: Mapping[str, str], entry: str = "") -> tuple[str, str]:
    """Store a proposal."""
    said = Said(
        filled["draft"],
        filled["at"],
        filled["by"],
        services.action_named(filled["action"]),
        filled["old"],
        filled["new"],
        filled["group"],
        entry,
        filled["note"],
    )
    return _told(services.propose(workspace, said), _("{proposal} is noted"))


def change(workspace: Workspace, each: Proposal, filled: Mapping[str, str]) -> tuple[str, str]:
    """Change what a proposal says."""
    made = services.edit(
        workspace,
        each.code,
        at=filled["at"],
        action=services.action_named(filled["action"]),
        old=filled["old"],
        new=filled["new"],
        note=filled["note"],
    )
    return _told(made, _("{proposal} is changed"))


def changing(each: Proposal) -> tuple[Field, ...]:
    """Ask what is to be said otherwise of a proposal."""
    return (
        Field("at", _("paragraph"), each.label, needed=True),
        Field("action", _("action"), each.action.value, hint=", ".join(Action), choices=tuple(Action), needed=True),
        Field("old", _("old"), each.old),
        Field("new", _("new"), each.new),
        Field("note", _("note"), each.note),
    )


def _told(made: Made, sentence: str) -> tuple[str, str]:
    told = sentence.format(proposal=made.code)
    if made.alike:
        told += " · " + _("may be the same as {others}", others=", ".join(made.alike))
    return made.code, told


def standing(delegations: Sequence[str], speaking: str) -> tuple[Field, ...]:
    """Ask whose stance it is; whoever has the floor is there already."""
    return (Field("who", _("delegation"), speaking, choices=delegations, needed=True),)


def stand(workspace: Workspace, each: Proposal, stance: Stance, who: str) -> tuple[str, str]:
    """Note a stance."""
    services.take_stance(workspace, each.code, who, stance)
    return each.code, _(
        "{delegation} {stance} {proposal}", delegation=who, stance=_(STANCES[stance]), proposal=each.code
    )


def answering(disposition: str) -> tuple[Field, ...]:
    """Ask why, where that must be said, and in which text."""
    return (
        Field("why", _("why"), needed=Disposition(disposition) in NEEDS_A_REASON),
        Field("draft", _("answered in"), hint=_("the address of the text, such as rev2")),
    )


def withdrawing() -> tuple[Field, ...]:
    """Ask why a proposal is withdrawn."""
    return (Field("why", _("why"), hint=_("nothing more becomes of it; ctrl+z undoes it"), needed=True),)


def answer(workspace: Workspace, each: Proposal, disposition: str, filled: Mapping[str, str]) -> tuple[str, str]:
    """Say what became of a proposal."""
    wanted = Disposition(disposition)
    services.dispose(workspace, each.code, wanted, why=filled["why"], draft=filled.get("draft", ""))
    return each.code, _("{proposal} is now {state}", proposal=each.code, state=_(DISPOSITIONS[wanted]))
