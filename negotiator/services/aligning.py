"""What came in on behalf of a group, and a State that aligns with it or dissociates from it afterwards."""

from collections.abc import Sequence

from negotiator.domain.coverage import Said
from negotiator.domain.dates import day_in_words
from negotiator.domain.input_life import ARRIVED, INPUT_STATES
from negotiator.domain.inputs import Input
from negotiator.errors import Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.input_acts import Done
from negotiator.services.input_rules import moment, zone_of
from negotiator.services.inputs import input_named
from negotiator.services.stakeholders import require
from negotiator.storage.covers import Behalf, add_said, behalf_of
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace


def align(workspace: Workspace, code: str, who: Sequence[str], *, why: str = "", on: str | None = None) -> Done:
    """Note that some align with what came on behalf of a group: it covers them from then on, members or not."""
    return _say(workspace, code, who, True, why, on)


def dissociate(workspace: Workspace, code: str, who: Sequence[str], *, why: str = "", on: str | None = None) -> Done:
    """Note that some stand apart from what came on behalf of a group: it does not cover them from then on."""
    return _say(workspace, code, who, False, why, on)


def _say(workspace: Workspace, code: str, who: Sequence[str], aligned: bool, why: str, on: str | None) -> Done:
    """Store the word of each in one act, all of them or none.

    Raises `Refused` where the input is on nobody's behalf, has not come, or says so already; `NotFound` for somebody
    who is not known.
    """
    label = N_("{who} align with {input}") if aligned else N_("{who} dissociate from {input}")
    with workspace.acting(label) as act:
        each = input_named(act.db, code)
        behalf = behalf_of(act.db, each.id)
        _refuse_alone(each, behalf)
        known = stakeholders(act.db)
        meant = {found.code: found.id for found in (require(known, word) for word in who if word.strip())}
        if not meant:
            raise WrongUsage(_("Name at least one delegation or stakeholder."))
        act.tell(input=each.code, who=", ".join(meant))
        at = moment(workspace, on, zone_of(each, workspace))
        for member, identifier in meant.items():
            said = Said(member, aligned, at, why.strip())
            _refuse(each, behalf, said)
            add_said(act, each.id, identifier, said)
        return Done(each.code, act.id, behalf=behalf_of(act.db, each.id))


def _refuse_alone(each: Input, behalf: Behalf) -> None:
    if not behalf.group:
        raise Refused(_("{input} was not sent on behalf of a group.", input=each.code))
    if each.state not in ARRIVED or each.received is None:
        state = _(INPUT_STATES[each.state])
        raise Refused(_("{input} is {state}; nobody can align with it or stand apart.", input=each.code, state=state))


def _refuse(each: Input, behalf: Behalf, said: Said) -> None:
    told = {"input": each.code, "member": said.stakeholder, "group": behalf.group}
    if said.stakeholder == each.stakeholder:
        raise Refused(_("{member} sent {input} itself; it can be withdrawn.", **told))
    if said.aligned and said.stakeholder in behalf.covers:
        raise Refused(_("{input} covers {member} already.", **told))
    if not said.aligned and said.stakeholder in behalf.without:
        raise Refused(_("{member} stands apart from {input} already.", **told))
    if not said.aligned and said.stakeholder not in behalf.covers:
        raise Refused(_("{input} does not cover {member}; {group} did not speak for it.", **told))
    before = [other.at for other in behalf.said if other.stakeholder == said.stakeholder]
    last = max([*before, *([each.received] if each.received else [])], key=lambda at: at.utc)
    if said.at.utc < last.utc:
        date = day_in_words(last.date)
        raise Refused(_("{member} cannot have said so before {date}, about {input}.", date=date, **told))
