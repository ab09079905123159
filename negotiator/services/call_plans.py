"""What a call would ask: whom, for what, within which window of each kind, and what is odd about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypedDict, Unpack

from negotiator.domain.calls import Call, CallPart, CallWindow
from negotiator.domain.dates import Instant, day_in_words, moment_in_words
from negotiator.domain.input_life import ARRIVED, InputState
from negotiator.domain.inputs import Input, InputKind, OwedBy
from negotiator.domain.near_dates import parse_deadline, parse_opening
from negotiator.domain.session import Session
from negotiator.domain.stakeholder import Stakeholder
from negotiator.errors import WrongUsage
from negotiator.i18n import _, n_
from negotiator.services.call_addressees import addressees
from negotiator.services.input_kinds import input_kinds
from negotiator.services.input_rules import US, Details, Drawn, draw, usually_owed_by
from negotiator.services.inputs import get_kind, session_of
from negotiator.storage import calls as rows
from negotiator.storage import inputs as input_rows
from negotiator.storage.opened import Database
from negotiator.workspace import Workspace

SHORT = timedelta(days=3)
"""A window shorter than this is odd: nobody writes in a capital overnight."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call would ask, or asks."""

    call: Call
    """The call."""
    inputs: tuple[Input, ...]
    """What it expects, one of each kind from each."""
    act: str = ""
    """The act that made or changed it; empty where it is only planned or listed."""
    odd: tuple[str, ...] = ()
    """What is odd about a call that is planned or was just made, in sentences."""

    def count(self, *, came: bool = False, by_group: bool = False) -> int:
        """Count the inputs that came, that a group answered for, or else that are still awaited."""
        return count(self.inputs, came=came, by_group=by_group)

    def parts(self) -> tuple[CallPart, ...]:
        """Set apart what it asks for kind by kind."""
        return self.call.parts(self.inputs)


def count(inputs: Sequence[Input], *, came: bool = False, by_group: bool = False) -> int:
    """Count the inputs that came, that a group answered for, or else that are still awaited."""
    if came:
        return sum(each.state in ARRIVED for each in inputs)
    open_ = [each for each in inputs if each.state is InputState.EXPECTED]
    return sum(bool(each.covered_by) is by_group for each in open_)


class Terms(TypedDict, total=False):
    """On what terms something is asked for; what is left out is as usual."""

    zone: str | None
    """The zone of its dates."""
    since: str | None
    """Since when it is open."""
    session: str | None
    """Code of the session it belongs to."""
    phase: str | None
    """Code of the phase it belongs to, where that is not its session's."""
    owed_by: OwedBy | None
    """Who has to deliver."""
    windows: Sequence[str]
    """What else is asked for: `NP:2018-05-04`, or `NP:2018-04-20..2018-05-04` with its own opening."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A call that is not stored yet, with what its rows will point to."""

    asked: Asked
    """The call and what it would expect."""
    senders: dict[str, str]
    """The identifiers of those asked, by their codes."""
    session_id: str | None
    """The identifier of its session."""
    phase: str | None
    """The code of its own phase."""


def plan_call(
    workspace: Workspace, kind: str, title: str, due: str, to: Sequence[str], **terms: Unpack[Terms]
) -> Asked:
    """Say what a call would expect from whom until when and what is odd about that, and change nothing."""
    with workspace.reading() as db:
        return drawn_up(db, workspace, kind, title, due, to, terms).asked


def drawn_up(
    db: Database, workspace: Workspace, kind: str, title: str, due: str, to: Sequence[str], terms: Terms
) -> Planned:
    """Draw a call up; raises `NotFound` and `WrongUsage` in a sentence."""
    meant = addressees(db, to, workspace.now().date)
    senders = meant.stakeholders
    details = Details(session=terms.get("session"), phase=terms.get("phase"))
    drawn = draw(db, workspace, senders[0].code, kind, title, details, terms.get("zone"))
    now = Instant(workspace.now().utc, drawn.zone)
    windows = _windows(drawn, now, due, terms)
    new = drawn.input
    call = Call(rows.next_call(db), new.title, windows, terms.get("session") or "", drawn.phase or "")
    if drawn.session_id:
        call = replace(call, session=session_of(db, call.session).code)
    expected = tuple(_expected(new, call, senders, terms.get("owed_by")))
    odd = (*_odd_people(db, call, senders, meant.empty), *_odd_times(call, now, _session(db, call)))
    return Planned(
        Asked(call, expected, odd=odd), {each.code: each.id for each in senders}, drawn.session_id, drawn.phase
    )


def _session(db: Database, call: Call) -> Session | None:
    return session_of(db, call.session) if call.session else None


def _windows(drawn: Drawn, now: Instant, due: str, terms: Terms) -> tuple[CallWindow, ...]:
    """Read the window of each kind; one that does not say when it opens opens with the first."""
    first = _window(drawn.input.kind, terms.get("since") or "", due, now, now)
    found = [first]
    for said in terms.get("windows") or ():
        if not said.strip():
            continue
        code, _colon, times = said.strip().partition(":")
        opens, between, closes = times.rpartition("..")
        kind = get_kind(code)
        if any(each.kind.code == kind.code for each in found):
            raise WrongUsage(_("{kind} is asked for twice; say once from when until when.", kind=kind.code))
        if between and not closes.strip():
            raise WrongUsage(
                _("Say until when {kind} is asked for, such as NP:2018-04-20..2018-05-04.", kind=kind.code)
            )
        found.append(_window(kind, opens.strip(), closes.strip() or due, now, first.asked))
    return tuple(found)


def _window(kind: InputKind, opens: str, closes: str, now: Instant, usual: Instant) -> CallWindow:
    ends = parse_deadline(closes, now.zone, now.date)
    begins = parse_opening(opens, now.zone, now.date) if opens else usual
    if begins.utc > ends.utc:
        raise WrongUsage(
            _(
                "{kind} cannot be due on {due} before it is asked for on {since}; say --since when it was.",
                kind=kind.code,
                due=day_in_words(ends.date),
                since=day_in_words(begins.date),
            )
        )
    return CallWindow(kind, begins, ends)


def _expected(new: Input, call: Call, senders: Sequence[Stakeholder], owed_by: OwedBy | None) -> Iterator[Input]:
    number = new.number
    for window in call.windows:
        for sender in senders:
            yield replace(
                new,
                number=number,
                stakeholder=sender.code,
                kind=window.kind,
                visibility=window.kind.visibility,
                owed_by=owed_by or usually_owed_by(sender, window.kind),
                asked=window.asked,
                due=window.due,
                call=call.number,
            )
            number += 1


def _odd_people(db: Database, call: Call, senders: Sequence[Stakeholder], empty: Sequence[str]) -> Iterator[str]:
    for word in empty:
        yield _("“{word}” means nobody today.", word=word)
    codes = {each.code for each in senders}
    if US in codes:
        yield _("The Secretariat is among those asked; we would owe it ourselves.")
    for window in call.windows:
        wanted = input_rows.Wanted(kind=window.kind.code, session=call.session or None, states=(InputState.EXPECTED,))
        twice = [each for each in input_rows.inputs(db, input_kinds(), wanted) if each.stakeholder in codes]
        twice = [each for each in twice if each.session == call.session]
        if twice:
            shown = ", ".join(f"{each.stakeholder} ({each.code})" for each in twice[:3])
            yield n_(
                "{kind} is expected from {n} of them already: {inputs}.",
                "{kind} is expected from {n} of them already: {inputs}.",
                len({each.stakeholder for each in twice}),
                kind=window.kind.code,
                inputs=shown + (" …" if len(twice) > 3 else ""),
            )


def _odd_times(call: Call, now: Instant, session: Session | None) -> Iterator[str]:
    for window in call.windows:
        kind, due = window.kind.code, window.due
        if due.utc < now.utc:
            yield _("{kind} was due {when}: what has not come is outstanding at once.", kind=kind, when=_when(due))
        elif due.utc - max(window.asked.utc, now.utc) < SHORT:
            hours = int((due.utc - max(window.asked.utc, now.utc)).total_seconds() // 3600)
            yield n_(
                "{kind}: there is only {n} hour to answer.",
                "{kind}: there are only {n} hours to answer.",
                hours,
                kind=kind,
            )
        if due.date.weekday() >= 5:
            yield _("{kind} is due at a weekend, {when}.", kind=kind, when=_when(due))
        if session is not None and session.ends is not None and due.utc > session.ends.utc:
            yield _(
                "{kind} is due after {session} is over on {date}.",
                kind=kind,
                session=session.code,
                date=day_in_words(session.ends.date),
            )


def _when(moment: Instant) -> str:
    return moment_in_words(moment)
