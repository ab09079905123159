"""The rules by which inputs are made and moved: who owes what, which step may follow, when something took place."""

from dataclasses import dataclass
from re import fullmatch

from negotiator.domain.audience import AUDIENCES, Audience
from negotiator.domain.dates import Instant, day_in_words, parse_instant, zone_named
from negotiator.domain.input_life import (
    ARRIVED,
    INPUT_STATES,
    MOVES,
    NEEDS_A_REASON,
    NEEDS_ARRIVAL,
    REMARKS,
    InputState,
    Remark,
    Step,
    standing,
)
from negotiator.domain.inputs import Input, InputKind, OwedBy
from negotiator.domain.stakeholder import Stakeholder
from negotiator.errors import Refused, WrongUsage
from negotiator.i18n import _
from negotiator.services.inputs import get_kind, phase_named, session_of
from negotiator.services.stakeholders import require
from negotiator.storage import calendar, input_lives, stakeholders
from negotiator.storage import inputs as rows
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import Value
from negotiator.workspace import Workspace

US = "SEC"
"""Code of the Secretariat in the register: whatever is expected from it, we owe."""


@dataclass(frozen=True, slots=True)
class Details:
    """What else may be said of an input; what is None is left as it is, or as is usual."""

    title: str | None = None
    """What it is called."""
    kind: str | None = None
    """Code of its kind."""
    session: str | None = None
    """Code of the session it belongs to; empty for none."""
    phase: str | None = None
    """Code of the phase it belongs to, where that is not the session's; empty for none."""
    owed_by: OwedBy | None = None
    """Whether someone has to deliver it, and who."""
    visibility: Audience | None = None
    """Who may see it."""
    language: str | None = None
    """The language it is written in."""
    officer: str | None = None
    """Who handles it."""
    note: str | None = None
    """What else there is to say."""
    topics: tuple[str, ...] = ()
    """What it is about."""


NOTHING_ELSE = Details()
"""Nothing else is said."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A new input that is not stored yet, with what its row will point to."""

    input: Input
    """The input."""
    sender_id: str
    """The identifier of whom it comes from."""
    session_id: str | None
    """The identifier of its session."""
    phase: str | None
    """The code of its own phase, where one was named."""
    zone: str
    """The zone in which its dates are read."""


def draw(
    db: Database, workspace: Workspace, sender: str, kind: str, title: str, details: Details, zone: str | None
) -> Drawn:
    """Draw up a new input: everybody and everything it names is looked up, and what is not said is what is usual."""
    who = require(stakeholders.stakeholders(db), sender)
    what = get_kind(kind)
    if not title.strip():
        raise WrongUsage(_("Give the input a title."))
    session = session_of(db, details.session) if details.session else None
    phase = phase_named(db, details.phase).code if details.phase else None
    if zone:
        zone_named(zone)
    new = Input(
        number=rows.next_number(db),
        stakeholder=who.code,
        kind=what,
        title=title.strip(),
        owed_by=details.owed_by or usually_owed_by(who, what),
        state=InputState.EXPECTED,
        visibility=details.visibility or what.visibility,
        topics=tuple(dict.fromkeys(topic.strip() for topic in details.topics if topic.strip())),
        language=(details.language or "").strip(),
        officer=(details.officer or "").strip(),
        note=(details.note or "").strip(),
    )
    place = zone or (session.zone if session else workspace.zone)
    return Drawn(new, who.id, calendar.session_id(db, session.code) if session else None, phase, place)


def usually_owed_by(sender: Stakeholder, kind: InputKind) -> OwedBy:
    """Say what is usual: we owe what comes from the Secretariat; only bodies of the United Nations can be requested."""
    if sender.code == US:
        return OwedBy.US
    return kind.owed_by if sender.category in _BOUND else OwedBy.INVITED


_BOUND = ("UN", "RC")


def move(act: Act, each: Input, step: Step) -> None:
    """Take a step that the table of moves allows, not before the one it follows."""
    if isinstance(step.what, InputState):
        _refuse_move(each, step.what, step.why)
    else:
        _refuse_remark(each, step.what)
    last = max((before.at for before in each.steps if isinstance(before.what, InputState)), default=None)
    if last is not None and step.at.utc < last.utc:
        raise Refused(
            _(
                "{input} became {state} on {date}; what follows cannot be earlier.",
                input=each.code,
                state=_(INPUT_STATES[each.state]),
                date=day_in_words(last.date),
            )
        )
    input_lives.add_step(act, each.id, step, standing((*each.steps, step)))


def _refuse_move(each: Input, state: InputState, why: str) -> None:
    if not each.may_become(state):
        ways = ", ".join(_(INPUT_STATES[other]) for other in MOVES[each.state])
        now, then = _(INPUT_STATES[each.state]), _(INPUT_STATES[state])
        if each.state is state:
            raise Refused(_("{input} is {state} already.", input=each.code, state=now))
        if not ways:
            raise Refused(_("{input} is {state}; that is the end of it.", input=each.code, state=now))
        raise Refused(
            _(
                "{input} is {state}; it can become {ways}, not {wanted}.",
                input=each.code,
                state=now,
                ways=ways,
                wanted=then,
            )
        )
    if state in NEEDS_A_REASON and not why:
        raise Refused(_("Say why {input} is {state}, with --why.", input=each.code, state=_(INPUT_STATES[state])))


def _refuse_remark(each: Input, remark: Remark) -> None:
    named, state = _(REMARKS[remark]), _(INPUT_STATES[each.state])
    told = {"input": each.code, "state": state, "remark": named, "audience": _(AUDIENCES[each.visibility])}
    if remark in NEEDS_ARRIVAL and each.state not in ARRIVED:
        raise Refused(_("{input} is {state}; it has not come in to be {remark}.", **told))
    if remark is Remark.POSTED and each.visibility is not Audience.PUBLIC:
        raise Refused(_("{input} is for {audience} only; it is not to be posted.", **told))
    asked = {Remark.CLARIFIED: each.clarification, Remark.TRANSLATED: each.translation}.get(remark, True)
    if not asked:
        raise Refused(_("{input} was not waiting to be {remark}.", input=each.code, remark=named))


def step_named(word: str) -> InputState | Remark:
    """Read a state or a remark as it is typed; raises `WrongUsage` with those there are."""
    wanted = word.strip().lower().replace("_", "-").replace(" ", "-")
    if wanted in set(Remark):
        return Remark(wanted)
    if wanted in set(InputState) - {InputState.EXPECTED}:
        return InputState(wanted)
    choices = ", ".join([*(state for state in InputState if state is not InputState.EXPECTED), *Remark])
    raise WrongUsage(_("An input cannot be marked “{word}”; choose one of {choices}.", word=word, choices=choices))


def changed_columns(db: Database, details: Details) -> dict[str, Value]:
    """Turn what was said into columns; what was not said stays out."""
    changed: dict[str, Value] = {}
    if details.title is not None:
        if not details.title.strip():
            raise WrongUsage(_("Give the input a title."))
        changed["title"] = details.title.strip()
    if details.kind is not None:
        changed["kind"] = get_kind(details.kind).code
    if details.session is not None:
        session = session_of(db, details.session).code if details.session else None
        changed["session"] = calendar.session_id(db, session) if session else None
    if details.phase is not None:
        changed["phase"] = phase_named(db, details.phase).code if details.phase else None
    if details.owed_by is not None:
        changed["owed_by"] = details.owed_by.value
    if details.visibility is not None:
        changed["visibility"] = details.visibility.value
    if details.note is not None:
        changed["note"] = details.note.strip()
    for name in ("language", "officer"):
        said: str | None = getattr(details, name)
        if said is not None:
            changed[name] = said.strip() or None
    return changed


def zone_of(each: Input, workspace: Workspace) -> str:
    """Return the zone whose clock an input is judged by: its deadline's, else the process's."""
    known = each.due or each.received or each.asked
    return known.zone if known else workspace.zone


def moment(workspace: Workspace, on: str | None, zone: str, due: Instant | None = None) -> Instant:
    """Read when something took place, not later than now; a day alone is never held against the sender."""
    now = Instant(workspace.now().utc, zone)
    if on is None:
        return now
    at = parse_instant(on, zone, today=now.date)
    if fullmatch(r"\s*\d{4}-\d{2}-\d{2}\s*", on):
        if due is not None and Instant(due.utc, zone).date == at.date:
            at = min(at, Instant(due.utc, zone))
        if at.date == now.date:
            at = min(at, now)
    if at.utc > now.utc:
        raise WrongUsage(_("{date} has not come yet.", date=on.strip()))
    return at
