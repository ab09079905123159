"""Calls for inputs: made in one act, listed with who has answered, extended."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Unpack

from negotiator.domain.audience import Audience
from negotiator.domain.calls import Call, CallWindow, call_code
from negotiator.domain.codes import number_in
from negotiator.domain.coverage import covered
from negotiator.domain.dates import Instant, moment_in_words
from negotiator.domain.input_life import InputState
from negotiator.domain.inputs import Extension, Input
from negotiator.domain.near_dates import parse_deadline
from negotiator.errors import NotFound, Refused
from negotiator.i18n import N_, _
from negotiator.services.call_addressees import addressees
from negotiator.services.call_plans import Asked, Terms, drawn_up, plan_call
from negotiator.services.input_kinds import input_kinds
from negotiator.services.inputs import get_kind
from negotiator.storage import calls as rows
from negotiator.storage import input_lives
from negotiator.storage import inputs as input_rows
from negotiator.storage.covers import covers
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.workspace import Workspace


def add_call(workspace: Workspace, kind: str, title: str, due: str, to: Sequence[str], **terms: Unpack[Terms]) -> Asked:
    """Ask many for the same things in one act: every addressee's inputs are expected from then on.

    Raises `NotFound` and `WrongUsage` in a sentence, with nothing half done.
    """
    with workspace.acting(N_("call {call} for {kind}")) as act:
        planned = drawn_up(act.db, workspace, kind, title, due, to, terms)
        call = planned.asked.call
        act.tell(call=call.code, kind=", ".join(each.kind.code for each in call.windows))
        identifier = rows.add_call(act, call, planned.session_id)
        for each in planned.asked.inputs:
            sender = planned.senders[each.stakeholder]
            input_rows.add_input(act, each, sender, planned.session_id, planned.phase, identifier)
        return replace(planned.asked, act=act.id)


def list_calls(workspace: Workspace, audience: Audience = Audience.PRIVATE) -> tuple[Asked, ...]:
    """Return the calls, each with what it expects and an audience may see, covered by what it may see.

    Looking back, those that had been opened then, as they stood.
    """
    now = workspace.now()
    back = workspace.as_of is not None
    with workspace.reading() as db:
        wanted = input_rows.Wanted(visibilities=audience.seen())
        known = input_rows.inputs(db, input_kinds(), wanted, lives=back)
        inputs = covered(known, covers(db, workspace.as_of, audience.seen()))
        calls = [call for call in rows.calls(db, input_kinds()) if not back or call.asked.utc <= now.utc]
    if back:
        inputs = [each for each in (each.as_known(now) for each in inputs) if each is not None]
    expected: dict[int, list[Input]] = {}
    for each in inputs:
        if each.call is not None and each.announced:
            expected.setdefault(each.call, []).append(each)
    return tuple(Asked(call.known_at(now), tuple(expected.get(call.number, ()))) for call in calls)


def extend_call(
    workspace: Workspace,
    code: str,
    due: str,
    *,
    why: str,
    source: str = "",
    zone: str | None = None,
    to: Sequence[str] = (),
    kind: str = "",
) -> Asked:
    """Give everybody who has not answered, or only some, more time; the old dates are kept.

    `source` is the document that says so; `kind` is the one kind that has more time, where the call asks for several
    and not all that were due before the new date have it.

    Raises `Refused` where no reason is given, the new date is not later, or nothing is awaited from those named.
    """
    if not why.strip():
        raise Refused(_("Say why {input} is due at another time, with --why.", input=code))
    with workspace.acting(N_("extend {call}"), call=code.strip().upper()) as act:
        call = call_named(act.db, code)
        act.tell(call=call.code)
        place = zone or call.due.zone
        now = Instant(workspace.now().utc, place)
        after = parse_deadline(due, place, now.date)
        windows = _later(call, after, kind)
        only = {each.code for each in addressees(act.db, to, now.date).stakeholders} if to else None
        kinds = {each.kind.code for each in windows}
        later = [
            each
            for each in input_rows.inputs(act.db, input_kinds(), input_rows.Wanted(states=(InputState.EXPECTED,)))
            if each.call == call.number
            and (only is None or each.stakeholder in only)
            and call.window_of(each.kind.code).kind.code in kinds
            and (each.due is None or each.due.utc < after.utc)
        ]
        if only is not None and not later:
            raise Refused(_("Nothing that {call} asks of them is awaited with an earlier date.", call=call.code))
        if only is None:
            call = _extended(act, call, windows, Extension(now, None, after, why.strip(), source.strip()))
        for each in later:
            input_lives.extend(act, each.id, Extension(now, each.due, after, why.strip(), source.strip()))
        return Asked(call, tuple(later), act.id)


def _later(call: Call, after: Instant, kind: str) -> tuple[CallWindow, ...]:
    """Return the windows that a new date makes longer; raises `Refused` where there is none."""
    wanted = get_kind(kind).code if kind else ""
    asked = [each for each in call.windows if not wanted or each.kind.code == wanted]
    if not asked:
        kinds = ", ".join(each.kind.code for each in call.windows)
        raise Refused(
            _("{call} does not ask for {kind}; it asks for {kinds}.", call=call.code, kind=wanted, kinds=kinds)
        )
    found = tuple(each for each in asked if each.due.utc < after.utc)
    if not found:
        when = ", ".join(each.due.iso() for each in asked)
        raise Refused(_("{call} is due {when} already; give it a later date.", call=call.code, when=when))
    return found


def _extended(act: Act, call: Call, windows: Sequence[CallWindow], change: Extension) -> Call:
    for each in windows:
        rows.extend_call(act, call, each, replace(change, before=each.due))
    longer = (replace(each, due=change.after) if each in windows else each for each in call.windows)
    return replace(call, windows=tuple(longer))


def call_named(db: Database, code: str) -> Call:
    """Read a call by what people call it, `C-001` or its number alone; raises `NotFound`."""
    number = number_in(code, "C")
    found = [call for call in rows.calls(db, input_kinds()) if call.number == number]
    if not found:
        raise NotFound(_("There is no call {call}; calls are called like {example}.", call=code, example=call_code(1)))
    return found[0]


def told_due(call: Call) -> str:
    """Say until when what may come, for people."""
    if len(call.windows) == 1:
        return moment_in_words(call.due)
    return ", ".join(f"{each.kind.code} {moment_in_words(each.due)}" for each in call.windows)


__all__ = ["Asked", "add_call", "call_named", "extend_call", "list_calls", "plan_call", "told_due"]
