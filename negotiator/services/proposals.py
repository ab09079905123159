"""Proposals: made, supported and opposed, answered, listed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.domain.proposal import (
    DISPOSITIONS,
    MOVES,
    NEEDS_A_REASON,
    NEEDS_WORDS,
    Action,
    Disposition,
    Proposal,
    Stance,
    like,
    proposal_code,
)
from negotiator.domain.stakeholder import MayPropose, Stakeholder
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.input_rules import moment
from negotiator.services.proposal_lists import proposal_named, text_of
from negotiator.services.stakeholders import may_propose, require
from negotiator.services.text_on_screen import TextOnScreen
from negotiator.storage import proposals as rows
from negotiator.storage.events import Act
from negotiator.storage.rows import Value
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Made:
    """What an act on a proposal did."""

    code: str
    """What people call the proposal."""
    act: str
    """The act."""
    alike: tuple[str, ...] = ()
    """What people call the proposals that may be the same."""
    doubts: tuple[str, ...] = ()
    """What somebody should look at."""
    views_only: bool = False
    """Whether it was made by somebody who gives views and proposes no text."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a proposal says."""

    draft: str
    """The address of the text."""
    at: str
    """The label of the provision."""
    by: str
    """Whoever makes it, by code or name."""
    action: Action
    """What is to be done."""
    old: str = ""
    """The words it is about."""
    new: str = ""
    """The wording it asks for."""
    group: str = ""
    """The group in whose name it is made."""
    entry: str = ""
    """The entry of the log it is made of, such as `R3-12`."""
    note: str = ""
    """What else there is to say."""
    on: str | None = None
    """When it was made; otherwise now."""
    visibility: Audience = Audience.MEMBER_STATES
    """Who may see it."""


def propose(workspace: Workspace, said: Said) -> Made:
    """Store a proposal.

    An address that is not in the text and words that do not stand there are kept and told. Raises `WrongUsage` where
    the action says nothing without a wording.
    """
    text = text_of(workspace, said.draft)
    with workspace.acting(N_("{proposal} by {delegation} on {draft} ¶{place}")) as act:
        who = require(stakeholders(act.db), said.by)
        new = drawn(workspace, said, text, who)
        known = rows.proposals(act.db)
        number = rows.next_proposal(act.db)
        code = proposal_code(number)
        act.tell(proposal=code, delegation=who.code, draft=new.draft, place=new.label)
        store(act, new, who, number)
        alike = tuple(other.code for other in like(replace(new, number=number), known))
        return Made(code, act.id, alike, new.doubts, may_propose(who) is MayPropose.NO)


def drawn(workspace: Workspace, said: Said, text: TextOnScreen, who: Stakeholder) -> Proposal:
    """Draw up a proposal without its number, and note what is doubtful about it."""
    label = said.at.strip()
    if not label:
        raise WrongUsage(_("Say on which paragraph."))
    if said.action in NEEDS_WORDS and not said.new.strip():
        raise WrongUsage(_("Give the wording that is proposed, with --text."))
    path = text.path(label)
    provision = text.provision(label)
    doubts = [] if path else ["no-such-paragraph"]
    old = said.old.strip()
    if provision is not None and old and _folded(old) not in _folded(provision.text):
        doubts.append("words-not-there")
    return Proposal(
        number=0,
        draft=text.address or said.draft,
        label=label,
        path=path,
        action=said.action,
        by=who.code,
        made=moment(workspace, said.on, workspace.zone),
        old=old,
        new=said.new.strip(),
        group=said.group.strip().upper(),
        entry=said.entry,
        note=said.note.strip(),
        doubts=tuple(doubts),
        visibility=said.visibility,
        text_id=text.text_id,
    )


def store(act: Act, new: Proposal, who: Stakeholder, number: int) -> None:
    """Store a proposal under a number."""
    entry = None
    if new.entry:
        session, _dash, place = new.entry.rpartition("-")
        entry = rows.entry_id(act.db, session.upper(), int(place)) if place.isdecimal() else None
        if entry is None:
            raise NotFound(_("There is no entry {entry}.", entry=new.entry))
    rows.add_proposal(act, replace(new, number=number), who.id, entry)


def _folded(text: str) -> str:
    from negotiator.text.tokens import fold

    return " ".join(fold(text).casefold().split())


def take_stance(workspace: Workspace, code: str, delegation: str, stance: Stance, *, on: str | None = None) -> Made:
    """Note where a delegation stands on a proposal; its last word counts.

    Raises `Refused` where it made the proposal itself, or has said exactly that already.
    """
    with workspace.acting(N_("{delegation} on {proposal}: {stance}"), stance=stance.value) as act:
        each = proposal_named(rows.proposals(act.db), code)
        who = require(stakeholders(act.db), delegation)
        act.tell(delegation=who.code, proposal=each.code)
        if who.code == each.by:
            raise Refused(_("{delegation} made {proposal} itself.", delegation=who.code, proposal=each.code))
        if who.code in each.those(stance):
            raise Refused(_("That {delegation} said so is noted already.", delegation=who.code))
        rows.stand_on(act, each, who.code, who.id, stance, moment(workspace, on, workspace.zone))
        return Made(each.code, act.id)


def dispose(
    workspace: Workspace, code: str, disposition: Disposition, *, why: str = "", draft: str = "", on: str | None = None
) -> Made:
    """Say what became of a proposal, in which text and why.

    Raises `Refused` where the table of moves does not lead there or a reason is missing.
    """
    address = text_of(workspace, draft).address if draft else ""
    with workspace.acting(N_("{proposal} is {disposition}"), disposition=disposition.value) as act:
        each = proposal_named(rows.proposals(act.db), code)
        act.tell(proposal=each.code)
        answer(act, each, disposition, moment(workspace, on, workspace.zone), why.strip(), address)
        return Made(each.code, act.id)


def answer(act: Act, each: Proposal, disposition: Disposition, at: Instant, why: str, draft: str) -> None:
    """Store what became of a proposal, as far as the table of moves allows."""
    now, then = _(DISPOSITIONS[each.disposition]), _(DISPOSITIONS[disposition])
    if not each.may_become(disposition):
        ways = ", ".join(_(DISPOSITIONS[other]) for other in MOVES[each.disposition])
        if not ways:
            raise Refused(_("{proposal} is {state}; that is the end of it.", proposal=each.code, state=now))
        told = {"proposal": each.code, "state": now, "ways": ways, "wanted": then}
        raise Refused(_("{proposal} is {state}; it can become {ways}, not {wanted}.", **told))
    if disposition in NEEDS_A_REASON and not why:
        raise Refused(_("Say why {proposal} is {state}, with --why.", proposal=each.code, state=then))
    rows.dispose(act, each.id, disposition, at, why, draft)


def edit(
    workspace: Workspace,
    code: str,
    *,
    at: str | None = None,
    action: Action | None = None,
    old: str | None = None,
    new: str | None = None,
    note: str | None = None,
    visibility: Audience | None = None,
) -> Made:
    """Change what a proposal says; its place and doubts are found anew."""
    with workspace.acting(N_("edit {proposal}")) as act:
        each = proposal_named(rows.proposals(act.db), code)
        act.tell(proposal=each.code)
        who = require(stakeholders(act.db), each.by)
        said = Said(
            each.draft,
            each.label if at is None else at,
            each.by,
            action or each.action,
            each.old if old is None else old,
            each.new if new is None else new,
            note=each.note if note is None else note,
        )
        again = drawn(workspace, said, text_of(workspace, each.draft), who)
        columns: dict[str, Value] = {
            "label": again.label,
            "path": again.path,
            "action": again.action.value,
            "old": again.old,
            "new": again.new,
            "note": again.note,
            "doubts": _json(again.doubts),
            "visibility": (visibility or each.visibility).value,
        }
        rows.change_proposal(act, each.id, columns)
        return Made(each.code, act.id, doubts=again.doubts)


def _json(values: Sequence[str]) -> str:
    from negotiator.storage.rows import to_json

    return to_json(list(values))


def action_named(word: str) -> Action:
    """Read an action as it is typed; raises `WrongUsage` with those there are."""
    if word.strip().lower() not in set(Action):
        choices = ", ".join(Action)
        raise WrongUsage(_("There is no action “{word}”; choose one of {choices}.", word=word, choices=choices))
    return Action(word.strip().lower())
