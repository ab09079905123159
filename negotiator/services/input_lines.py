"""Long lists of inputs, line by line: what is pending is told for all that stand alike, once, by the same rule."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from negotiator.domain.audience import Audience
from negotiator.domain.coverage import Cover, first_of
from negotiator.domain.dates import Instant, days_between
from negotiator.domain.input_life import ARRIVED, InputState, Remark
from negotiator.domain.inputs import Facts, Input, OwedBy, PendingKind, pending, pending_about
from negotiator.services.input_filter import Filter
from negotiator.services.input_kinds import input_kinds
from negotiator.services.inputs import Count, list_inputs, wanted_rows
from negotiator.storage.covers import covers
from negotiator.storage.input_lines import STANDING, RawLine, raw_lines
from negotiator.storage.input_lives import remarked
from negotiator.storage.opened import Database
from negotiator.storage.rows import to_json, utc_moment, utc_text
from negotiator.workspace import Workspace


class Line(NamedTuple):
    """What a list says of one input; dates are as they are stored, topics a JSON list."""

    number: int
    state: str
    late: bool
    due: str | None
    zone: str | None
    stakeholder: str
    kind: str
    title: str
    session: str | None
    topics: str
    officer: str
    owed_by: str
    covered_by: str | None
    acknowledged: bool
    posted: bool
    pending: tuple[PendingKind, ...]
    received: str | None
    received_zone: str | None


def instant_of(moment: str | None, zone: str | None) -> Instant | None:
    """Read a date of a line."""
    return Instant(utc_moment(moment), zone) if moment and zone else None


def list_lines(workspace: Workspace, wanted: Filter) -> Iterator[Line]:
    """Give what a list says of each input, by due date, those without one last; one by one, holding none.

    Raises as `list_inputs` does. What only whole inputs tell, the standing of a day gone by or the phase, is asked of
    whole inputs.
    """
    if workspace.as_of is not None or wanted.phase:
        now = workspace.now()
        return (_of_input(each, now) for each in list_inputs(workspace, wanted))
    return _lines(workspace, wanted)


def _of_input(each: Input, now: Instant) -> Line:
    return Line(
        each.number,
        each.state.value,
        each.late,
        utc_text(each.due.utc) if each.due else None,
        each.due.zone if each.due else None,
        each.stakeholder,
        each.kind.code,
        each.title,
        each.session or None,
        to_json(each.topics),
        each.officer,
        each.owed_by.value,
        each.covered_by,
        each.acknowledged,
        each.posted,
        pending(each, now),
        utc_text(each.received.utc) if each.received else None,
        each.received.zone if each.received else None,
    )


def _lines(workspace: Workspace, wanted: Filter) -> Iterator[Line]:
    now = workspace.now().utc
    passed = utc_text(now + timedelta(seconds=1) if now.microsecond else now)
    with workspace.reading() as db:
        rows = wanted_rows(db, wanted, looked_back=False)
        covering = _covering(db, wanted)
        noted = remarked(db, (Remark.ACKNOWLEDGED, Remark.POSTED))
        told, shown = noted[Remark.ACKNOWLEDGED], noted[Remark.POSTED]
        found: dict[tuple[object, ...], _Found] = {}
        for row in raw_lines(db, rows, passed):
            by = _covered_by(row, covering[row.stakeholder]) if row.stakeholder in covering else None
            acknowledged, posted = row.id in told, row.id in shown
            key = (row[STANDING:], by is None, acknowledged, posted)
            standing = found.get(key)
            if standing is None:
                standing = found[key] = _found(row, by is not None, acknowledged, posted, wanted)
            if not standing.fits or (wanted.officer is not None and not _handles(row.officer, wanted.officer)):
                continue
            yield Line(
                row.number,
                row.state,
                row.late == 1,
                row.due,
                row.zone,
                row.stakeholder,
                row.kind,
                row.title,
                row.session,
                row.topics,
                row.officer or "",
                row.owed_by,
                by,
                acknowledged,
                posted,
                standing.pending,
                row.received,
                row.received_zone,
            )


def _handles(officer: str | None, wanted: str) -> bool:
    return (officer or "").casefold() == wanted.strip().casefold()


class _Found(NamedTuple):
    """What is found of all inputs that stand alike."""

    pending: tuple[PendingKind, ...]
    fits: bool


def _found(row: RawLine, covered: bool, acknowledged: bool, posted: bool, wanted: Filter) -> _Found:
    """Say what is pending about what stands so, and whether it is wanted."""
    state = InputState(row.state)
    facts = Facts(
        *(state, OwedBy(row.owed_by), row.past == 1, covered, bool(row.tagged)),
        *(bool(row.presented), bool(row.clarification), bool(row.translation)),
    )
    waits = pending_about(input_kinds()[row.kind], facts)
    came = state in ARRIVED
    public = came and row.visibility == Audience.PUBLIC
    fits = (
        (wanted.state is None or state is wanted.state)
        and (wanted.acknowledged is None or (came and acknowledged is wanted.acknowledged))
        and (wanted.posted is None or (public and posted is wanted.posted))
        and (wanted.pending in waits if wanted.pending is not None else bool(waits) or not wanted.any_pending)
    )
    return _Found(waits, fits)


def _covering(db: Database, wanted: Filter) -> dict[str, list[Cover]]:
    """Return what answers for each member of a group, of what the audience may see."""
    found: dict[str, list[Cover]] = {}
    for cover in covers(db, None, wanted.audience.seen() if wanted.audience else ()):
        found.setdefault(cover.stakeholder, []).append(cover)
    return found


def _covered_by(row: RawLine, known: Iterable[Cover]) -> str | None:
    asked = utc_moment(row.asked) if row.asked else None
    told = (row.number, row.stakeholder, row.kind, row.call, row.session or "", asked)
    return first_of(cover for cover in known if cover.answers_one(*told))


def pending_counts(workspace: Workspace, audience: Audience = Audience.PRIVATE) -> Mapping[PendingKind, Count]:
    """Count what is pending and may be known to an audience, kind by kind, in the order in which people think of it."""
    now = workspace.now()
    numbers, since = dict.fromkeys(PendingKind, 0), dict.fromkeys(PendingKind, 0)

    @cache
    def waited(moment: str | None, zone: str | None) -> int:
        """Count the days since a moment; 0 where nothing has gone by."""
        instant = instant_of(moment, zone)
        return max(0, -days_between(now, instant)) if instant else 0

    for each in list_lines(workspace, Filter(any_pending=True, audience=audience)):
        days = waited(each.received, each.received_zone) if each.received else waited(each.due, each.zone)
        for kind in each.pending:
            numbers[kind] += 1
            since[kind] = max(since[kind], days)
    return {kind: Count(numbers[kind], since[kind] or None) for kind in PendingKind}
