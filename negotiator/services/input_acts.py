"""What is done to inputs: expected, received, marked, tagged, edited, withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from negotiator.domain.dates import Instant, parse_instant, zone_named
from negotiator.domain.input_life import INPUT_STATES, InputState, Step
from negotiator.domain.inputs import Extension, Input, input_code
from negotiator.domain.near_dates import parse_deadline
from negotiator.errors import Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.input_rules import (
    NOTHING_ELSE,
    Details,
    changed_columns,
    draw,
    moment,
    move,
    step_named,
    zone_of,
)
from negotiator.services.inputs import input_named
from negotiator.services.received_files import Received, read_received
from negotiator.storage import input_lives
from negotiator.storage import inputs as rows
from negotiator.storage.covers import ALONE, Behalf
from negotiator.storage.events import Act
from negotiator.storage.rows import to_json
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Done:
    """What an act on an input made or changed."""

    code: str
    """What people call the input, such as `I-045`."""
    act: str
    """The act."""
    late: bool = False
    """Whether it came in after it was due."""
    behalf: Behalf = ALONE
    """On whose behalf it was sent."""
    same_file: tuple[str, ...] = ()
    """What people call the other inputs that brought exactly the same file."""


def expect(
    workspace: Workspace,
    sender: str,
    kind: str,
    title: str,
    *,
    due: str | None = None,
    zone: str | None = None,
    since: str | None = None,
    details: Details = NOTHING_ELSE,
) -> Done:
    """Record that an input is expected from somebody.

    `due` is a day (it ends at 23:59:59 in its own zone), an instant, or a day as people say it (`fri`, `+10wd`); the
    zone is the one given, else the session's, else the process's. It is expected since `since`, else since now; what
    was due before now has been expected for longer than anybody noted.
    Raises `NotFound` and `WrongUsage` in a sentence.
    """
    with workspace.acting(N_("expect {input} from {sender}")) as act:
        now = workspace.now()
        drawn = draw(act.db, workspace, sender, kind, title, details, zone)
        ends = parse_deadline(due, drawn.zone, Instant(now.utc, drawn.zone).date) if due else None
        asked = parse_instant(since, drawn.zone, bare_date_ends=False) if since else None
        if asked and ends and asked.utc > ends.utc:
            raise WrongUsage(_("It cannot be due before it is asked for."))
        if not asked and (ends is None or ends.utc > now.utc):
            asked = Instant(now.utc, drawn.zone)
        new = replace(drawn.input, due=ends, asked=asked)
        act.tell(input=new.code, sender=new.stakeholder)
        rows.add_input(act, new, drawn.sender_id, drawn.session_id, drawn.phase)
        return Done(new.code, act.id)


def receive(
    workspace: Workspace,
    code: str,
    *,
    on: str | None = None,
    file: Path | None = None,
    note: str = "",
    group: str | None = None,
    without: Sequence[str] = (),
) -> Done:
    """Record that an expected input has come in, now or at the time given; a late one stays marked late.

    A day without an hour gives the sender the benefit of the doubt. Sent on behalf of a group, it covers the members of
    that day but for those `without`. Raises `Refused` where it has come in already.
    """
    brought = read_received(file) if file else None
    _refuse_apart_from_nothing(group, without)
    with workspace.acting(N_("receive {input}")) as act:
        each = input_named(act.db, code)
        act.tell(input=each.code)
        at = moment(workspace, on, zone_of(each, workspace), each.due)
        move(act, each, Step(InputState.RECEIVED, at, note.strip()))
        same = _keep(act, each.id, each.number, brought)
        late = each.due is not None and at.utc > each.due.utc
        return Done(each.code, act.id, late, _for(act, each.number, group, without, at), same)


def receive_unannounced(
    workspace: Workspace,
    sender: str,
    kind: str,
    title: str,
    *,
    on: str | None = None,
    zone: str | None = None,
    file: Path | None = None,
    details: Details = NOTHING_ELSE,
    group: str | None = None,
    without: Sequence[str] = (),
) -> Done:
    """Record an input that nobody expected, from whom it comes and when, and on behalf of which group."""
    brought = read_received(file) if file else None
    _refuse_apart_from_nothing(group, without)
    with workspace.acting(N_("receive {input} from {sender}")) as act:
        drawn = draw(act.db, workspace, sender, kind, title, details, zone)
        step = Step(InputState.RECEIVED, moment(workspace, on, drawn.zone))
        came = replace(drawn.input, announced=False, state=InputState.RECEIVED, received=step.at, steps=(step,))
        act.tell(input=came.code, sender=came.stakeholder)
        identifier = rows.add_input(act, came, drawn.sender_id, drawn.session_id, drawn.phase)
        same = _keep(act, identifier, came.number, brought)
        return Done(came.code, act.id, False, _for(act, came.number, group, without, step.at), same)


def _refuse_apart_from_nothing(group: str | None, without: Sequence[str]) -> None:
    if without and not group:
        raise WrongUsage(_("Say for which group it speaks before saying without whom."))


def _for(act: Act, number: int, group: str | None, without: Sequence[str], at: Instant) -> Behalf:
    """Store on whose behalf an input came; the register is loaded for that only."""
    if not group:
        return ALONE
    from negotiator.services.behalf import speak_for

    return speak_for(act, number, group, without, at)


def mark(workspace: Workspace, code: str, what: str, *, why: str = "", on: str | None = None) -> Done:
    """Take an input a step further: to a state of its life, or with a remark such as `awaiting-clarification`.

    Raises `Refused` where the table of moves does not lead there or a reason is missing, `WrongUsage` for another word.
    """
    step = step_named(what)
    with workspace.acting(N_("mark {input} {state}"), state=step.value) as act:
        each = input_named(act.db, code)
        act.tell(input=each.code)
        at = moment(workspace, on, zone_of(each, workspace), each.due if step is InputState.RECEIVED else None)
        move(act, each, Step(step, at, why.strip()))
        return Done(each.code, act.id, late=step is InputState.RECEIVED and each.due is not None and at > each.due)


def place_in_text(workspace: Workspace, told: str) -> str:
    """Return what an input is tagged with for a provision, `rev1:27/b` for `rev1:27(b)`."""
    from negotiator.services.drafts import text_for_screen

    address, colon, label = told.strip().partition(":")
    if not (colon and address and label.strip()):
        raise WrongUsage(_("Write a place as draft and paragraph, such as rev1:27(b), not “{told}”.", told=told))
    text = text_for_screen(workspace, address)
    return f"{text.address}:{text.require(label).path}"


def withdraw(workspace: Workspace, code: str, *, why: str = "", on: str | None = None) -> Done:
    """Record that an input is withdrawn by whoever sent or was to send it."""
    return mark(workspace, code, InputState.WITHDRAWN.value, why=why, on=on)


def tag(
    workspace: Workspace, code: str, topics: Sequence[str], *, at: Sequence[str] = (), remove: bool = False
) -> Done:
    """Say what an input is about, or take topics away; one that has come in and was not tagged is now.

    `at` names provisions of drafts, such as `rev1:27(b)`; they are kept by their paths, so that the history of a
    provision finds the input. Raises `NotFound` for one that is not there.
    """
    places = [place_in_text(workspace, each) for each in at]
    given = tuple(dict.fromkeys([*(topic.strip() for topic in topics if topic.strip()), *places]))
    if not given:
        raise WrongUsage(_("Name at least one topic."))
    with workspace.acting(N_("tag {input}")) as act:
        each = input_named(act.db, code)
        act.tell(input=each.code)
        wanted = {topic.casefold() for topic in given}
        kept = tuple(topic for topic in each.topics if topic.casefold() not in wanted)
        if remove and len(kept) == len(each.topics):
            raise Refused(_("{input} is not tagged so.", input=each.code))
        told = kept if remove else (*kept, *given)
        rows.change_input(act, each.id, {"topics": to_json(told)})
        if not remove and each.state in _UNTAGGED:
            now = workspace.now()
            move(act, each, Step(InputState.TAGGED, Instant(now.utc, zone_of(each, workspace))))
        return Done(each.code, act.id)


_UNTAGGED = (InputState.RECEIVED, InputState.REGISTERED, InputState.CHECKED)


def edit(
    workspace: Workspace,
    code: str,
    details: Details = NOTHING_ELSE,
    *,
    due: str | None = None,
    zone: str | None = None,
    why: str = "",
    source: str = "",
    file: Path | None = None,
) -> Done:
    """Change what is said of an input; a new due date needs a reason and keeps the old one, a file is added.

    Raises `Refused` for a new date where the input has come in: whether it was late is not changed afterwards.
    """
    brought = read_received(file) if file else None
    with workspace.acting(N_("edit {input}")) as act:
        each = input_named(act.db, code)
        act.tell(input=each.code)
        changed = changed_columns(act.db, details)
        if not (changed or due or brought):
            raise WrongUsage(_("Say what to change in {input}.", input=each.code))
        rows.change_input(act, each.id, changed)
        if due:
            _extend(act, workspace, each, due, zone, why.strip(), source.strip())
        return Done(each.code, act.id, same_file=_keep(act, each.id, each.number, brought))


def _keep(act: Act, identifier: str, number: int, brought: Received | None) -> tuple[str, ...]:
    """Keep a file; returns the other inputs that brought the same one."""
    if brought is None:
        return ()
    known = input_lives.numbers_with_file(act.db, brought.file.sha256)
    if number in known:
        raise Refused(_("{input} has exactly this file already.", input=input_code(number)))
    input_lives.add_file(act, identifier, brought.file, brought.data, brought.text)
    return tuple(input_code(other) for other in known)


def _extend(act: Act, workspace: Workspace, each: Input, due: str, zone: str | None, why: str, source: str) -> None:
    if each.state is not InputState.EXPECTED:
        state = _(INPUT_STATES[each.state])
        raise Refused(_("{input} is {state}; its due date stays.", input=each.code, state=state))
    if zone:
        zone_named(zone)
    place = zone or zone_of(each, workspace)
    after = parse_deadline(due, place, Instant(workspace.now().utc, place).date)
    if each.due is not None and not why:
        raise Refused(_("Say why {input} is due at another time, with --why.", input=each.code))
    if each.asked is not None and after.utc < each.asked.utc:
        raise WrongUsage(_("It cannot be due before it is asked for."))
    input_lives.extend(act, each.id, Extension(Instant(workspace.now().utc, place), each.due, after, why, source))
