"""What is asked before something is recorded about a mandated action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from negotiator.domain.mandate import EvidenceKind, Judged
from negotiator.domain.names import folded
from negotiator.errors import WrongUsage
from negotiator.i18n import N_, _
from negotiator.services import mandate_acts
from negotiator.tui.widgets.form import Field
from negotiator.workspace import Workspace

KINDS = {
    EvidenceKind.DOCUMENT: N_("document"),
    EvidenceKind.SESSION: N_("session"),
    EvidenceKind.INPUT: N_("input"),
    EvidenceKind.DRAFT: N_("draft"),
    EvidenceKind.NOTE: N_("note"),
}
"""What people read for each kind of evidence."""
READINGS = {"strict": N_("strict"), "lenient": N_("lenient")}
"""What people read for each reading."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An act and what is to be filled in for it."""

    name: str
    """The name under which what was typed is kept."""
    title: str
    """What stands above the fields."""
    fields: tuple[Field, ...]
    """What is to be filled in."""
    act: Callable[[Mapping[str, str]], object]
    """Does it."""
    sentence: str
    """What people read when it is done."""


Asking = Callable[[Workspace, Judged], Asked]
"""Makes what is asked for an action."""


def attach(workspace: Workspace, each: Judged) -> Asked:
    """Ask what is put forward as evidence."""
    code = each.action.code
    kinds = tuple(_(name) for name in KINDS.values())

    def act(filled: Mapping[str, str]) -> object:
        kind = _chosen(filled["kind"], KINDS)
        return mandate_acts.attach(
            workspace,
            code,
            EvidenceKind(kind),
            filled["ref"],
            on=filled["on"] or None,
            session=filled["for"] or None,
            words=filled["words"],
        )

    return Asked(
        "attach",
        _("Evidence for {action}", action=code),
        (
            Field("kind", _("kind"), _(KINDS[EvidenceKind.DOCUMENT]), ", ".join(kinds), kinds, needed=True),
            Field("ref", _("which"), hint=_("its symbol, code or number; of a note its words"), needed=True),
            Field("on", _("day"), hint=_("like 2018-04-03; otherwise its own day, or today")),
            Field("for", _("for session"), hint=_("where each session needs its own")),
            Field("words", _("what it shows")),
        ),
        act,
        _("Evidence attached to {action}", action=code),
    )


def withdraw(workspace: Workspace, each: Judged) -> Asked:
    """Ask which piece of evidence is taken back."""
    code = each.action.code
    pieces = tuple(piece.code for piece in each.action.evidence if piece.code.startswith("E-") and not piece.withdrawn)

    def act(filled: Mapping[str, str]) -> object:
        return mandate_acts.withdraw_evidence(workspace, code, filled["piece"], why=filled["why"])

    return Asked(
        "withdraw",
        _("Take evidence for {action} back", action=code),
        (
            Field("piece", _("evidence"), pieces[0] if pieces else "", ", ".join(pieces), pieces, needed=True),
            Field("why", _("why"), needed=True),
        ),
        act,
        _("Evidence taken back from {action}", action=code),
    )


def read_date(workspace: Workspace, each: Judged) -> Asked:
    """Ask how the date of an action is to be read."""
    code = each.action.code
    readings = tuple(_(name) for name in READINGS.values())

    def act(filled: Mapping[str, str]) -> object:
        words = filled["reading"]
        known = any(folded(words) in (folded(key), folded(_(name))) for key, name in READINGS.items())
        return mandate_acts.override(
            workspace,
            code,
            _chosen(words, READINGS) if known else None,
            until=None if known else words,
            why=filled["why"],
            source=filled["source"],
        )

    return Asked(
        "reading",
        _("How the date of {action} is read", action=code),
        (
            Field(
                "reading",
                _("reading"),
                hint=_("{choices}, or a date like 2018-04-03", choices=", ".join(readings)),
                choices=readings,
                needed=True,
            ),
            Field("why", _("why"), needed=True),
            Field("source", _("document")),
        ),
        act,
        _("The date of {action} is read anew", action=code),
    )


def supersede(workspace: Workspace, each: Judged) -> Asked:
    """Ask what took the place of an action."""
    code = each.action.code

    def act(filled: Mapping[str, str]) -> object:
        return mandate_acts.supersede(workspace, code, filled["by"], why=filled["why"], on=filled["on"] or None)

    return Asked(
        "supersede",
        _("What took the place of {action}", action=code),
        (
            Field("by", _("document"), hint=_("the symbol of the decision"), needed=True),
            Field("why", _("what it decided")),
            Field("on", _("since"), hint=_("like 2018-04-03; otherwise today")),
        ),
        act,
        _("{action} is superseded", action=code),
    )


def _chosen(words: str, among: Mapping[EvidenceKind, str] | Mapping[str, str]) -> str:
    """Return what was chosen by its name or its code; raises `WrongUsage` with the choices."""
    for key, name in among.items():
        if folded(words) in (folded(str(key)), folded(_(name))):
            return str(key)
    choices = ", ".join(_(name) for name in among.values())
    raise WrongUsage(_("“{word}” is none of {choices}.", word=words, choices=choices))
