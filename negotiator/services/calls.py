"""Calls for inputs: planned, made in one act, listed with who has answered, extended."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from negotiator.domain.calls import Call, call_code
from negotiator.domain.codes import number_in
from negotiator.domain.coverage import covered
from negotiator.domain.dates import Instant, parse_instant
from negotiator.domain.input_life import ARRIVED, InputState
from negotiator.domain.inputs import Extension, Input, OwedBy
from negotiator.domain.near_dates import parse_deadline
from negotiator.domain.stakeholder import RegionalGroup, Stakeholder, named
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.groups import all_groups, require_group
from negotiator.services.input_kinds import input_kinds
from negotiator.services.input_rules import Details, draw, usually_owed_by
from negotiator.services.stakeholders import get_category, region_named, require
from negotiator.storage import calls as rows
from negotiator.storage import input_lives, stakeholders
from negotiator.storage import inputs as input_rows
from negotiator.storage.covers import covers
from negotiator.storage.opened import Database
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call would ask, or asks."""

    call: Call
    """The call."""
    inputs: tuple[Input, ...]
    """What it expects, one from each."""
    act: str = ""
    """The act that made or changed it; empty where it is only planned or listed."""

    def count(self, *, came: bool = False, by_group: bool = False) -> int:
        """Count the inputs that came, that a group answered for, or else that are still awaited."""
        if came:
            return sum(each.state in ARRIVED for each in self.inputs)
        open_ = [each for each in self.inputs if each.state is InputState.EXPECTED]
        return sum(bool(each.covered_by) is by_group for each in open_)


class Terms(TypedDict, total=False):
    """On what terms something is asked for; what is left out is as usual."""

    zone: str | None
    """The zone of its dates."""
    since: str | None
    """Since when it is open."""
    session: str | None
    """Code of the session it belongs to."""
    owed_by: OwedBy | None
    """Who has to deliver."""


def plan_call(
    workspace: Workspace, kind: str, title: str, due: str, to: Sequence[str], **terms: Unpack[Terms]
) -> Asked:
    """Say what a call would expect from whom until when, and change nothing."""
    with workspace.reading() as db:
        return _planned(db, workspace, kind, title, due, to, terms)[0]


def add_call(workspace: Workspace, kind: str, title: str, due: str, to: Sequence[str], **terms: Unpack[Terms]) -> Asked:
    """Ask many for the same thing in one act: every addressee's input is expected from then on.

    Raises `NotFound` and `WrongUsage` in a sentence, with nothing half done.
    """
    with workspace.acting(N_("call {call} for {kind}")) as act:
        asked, senders, session_id = _planned(act.db, workspace, kind, title, due, to, terms)
        act.tell(call=asked.call.code, kind=asked.call.kind.code)
        identifier = rows.add_call(act, asked.call, session_id)
        for each, sender in zip(asked.inputs, senders, strict=True):
            stored = input_rows.add_input(act, each, sender.id, session_id, None)
            input_rows.change_input(act, stored, {"call": identifier})
        return replace(asked, act=act.id)


def _planned(
    db: Database,
    workspace: Workspace,
    kind: str,
    title: str,
    due: str,
    to: Sequence[str],
    terms: Terms,
) -> tuple[Asked, list[Stakeholder], str | None]:
    senders = _addressees(db, to, workspace)
    drawn = draw(db, workspace, senders[0].code, kind, title, Details(session=terms.get("session")), terms.get("zone"))
    now = Instant(workspace.now().utc, drawn.zone)
    ends = parse_deadline(due, drawn.zone, now.date)
    since = terms.get("since")
    opens = parse_instant(since, drawn.zone, bare_date_ends=False) if since else now
    if opens.utc > ends.utc:
        raise WrongUsage(_("It cannot be due before it is asked for; say --since when it was."))
    new, what = drawn.input, drawn.input.kind
    call = Call(rows.next_call(db), what, new.title, opens, ends, new.session)
    expected = tuple(
        replace(
            new,
            number=new.number + place,
            stakeholder=each.code,
            owed_by=terms.get("owed_by") or usually_owed_by(each, what),
            asked=opens,
            due=ends,
            call=call.number,
        )
        for place, each in enumerate(senders)
    )
    return Asked(call, expected), senders, drawn.session_id


def _addressees(db: Database, to: Sequence[str], workspace: Workspace) -> list[Stakeholder]:
    """Look up everybody who is meant, each once, in the order of the register."""
    known = stakeholders.stakeholders(db)
    meant: set[str] = set()
    for word in (word.strip() for word in to):
        what, _colon, name = word.partition(":")
        if word.upper() in set(RegionalGroup) and not named(known, word):
            what, name = "region", word
        if what == "category" and name:
            category = get_category(name).code
            meant.update(each.code for each in known if each.category == category)
        elif what == "region" and name:
            region = region_named(name)
            meant.update(each.code for each in known if each.region is region)
        elif what == "group" and name:
            meant.update(require_group(all_groups(db, known), name).members_at(workspace.now().date))
        elif word:
            meant.add(require(known, word).code)
    if not meant:
        raise WrongUsage(_("Nobody is asked; name them like category:MS, region:GRULAC, group:CODE or by code."))
    return [each for each in known if each.code in meant]


def list_calls(workspace: Workspace) -> tuple[Asked, ...]:
    """Return the calls that were open or over at the clock's moment, each with what it expects as it stood then."""
    now = workspace.now()
    back = workspace.as_of is not None
    with workspace.reading() as db:
        known = input_rows.inputs(db, input_kinds(), input_rows.Wanted(), lives=back)
        inputs = covered(known, covers(db, workspace.as_of))
        calls = [call for call in rows.calls(db, input_kinds()) if call.asked.utc <= now.utc]
    if back:
        inputs = [each for each in (each.as_known(now) for each in inputs) if each is not None]
    return tuple(
        Asked(
            replace(call, due=call.due_at(now)),
            tuple(each for each in inputs if each.call == call.number and each.announced),
        )
        for call in calls
    )


def extend_call(
    workspace: Workspace,
    code: str,
    due: str,
    *,
    why: str,
    source: str = "",
    zone: str | None = None,
    to: Sequence[str] = (),
) -> Asked:
    """Give everybody who has not answered, or only some, more time; the old dates are kept.

    `source` is the document that says so.

    Raises `Refused` where no reason is given, the new date is not later, or nothing is awaited from those named.
    """
    if not why.strip():
        raise Refused(_("Say why {input} is due at another time, with --why.", input=code))
    with workspace.acting(N_("extend {call}"), call=code.strip().upper()) as act:
        call = _call_named(rows.calls(act.db, input_kinds()), code)
        act.tell(call=call.code)
        place = zone or call.due.zone
        now = Instant(workspace.now().utc, place)
        after = parse_deadline(due, place, now.date)
        if after.utc <= call.due.utc:
            raise Refused(_("{call} is due {when} already; give it a later date.", call=call.code, when=call.due.iso()))
        only = {each.code for each in _addressees(act.db, to, workspace)} if to else None
        open_ = [
            each
            for each in input_rows.inputs(act.db, input_kinds(), input_rows.Wanted(states=(InputState.EXPECTED,)))
            if each.call == call.number and (only is None or each.stakeholder in only)
        ]
        later = [each for each in open_ if each.due is None or each.due.utc < after.utc]
        if only is not None and not later:
            raise Refused(_("Nothing that {call} asks of them is awaited with an earlier date.", call=call.code))
        if only is None:
            rows.extend_call(act, call.id, Extension(now, call.due, after, why.strip(), source.strip()))
            call = replace(call, due=after)
        for each in later:
            input_lives.extend(act, each.id, Extension(now, each.due, after, why.strip(), source.strip()))
        return Asked(call, tuple(later), act.id)


def _call_named(calls: Sequence[Call], code: str) -> Call:
    number = number_in(code, "C")
    found = [call for call in calls if call.number == number]
    if not found:
        raise NotFound(_("There is no call {call}; calls are called like {example}.", call=code, example=call_code(1)))
    return found[0]
