"""Where the process stands, in a few lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiator.cli.options import Context, command, with_context
from negotiator.cli.output import json_document, show
from negotiator.i18n import _, n_

if TYPE_CHECKING:
    from negotiator.domain.process import Milestone
    from negotiator.domain.session import Session
    from negotiator.services.status import PhaseStanding, Status


@command()
@with_context
def status(context: Context) -> None:
    """Show where the process stands: phase, next session, days met, milestones, inputs, latest draft."""
    from negotiator.services.status import status as stand

    workspace = context.workspace()
    told = stand(workspace)
    if context.json:
        json_document("negotiator.status/1", status_document(told))
    else:
        for line in status_lines(told, workspace.settings.zone):
            show(line)


def status_lines(told: "Status", own_zone: str) -> Iterator[str]:
    """Say line by line where the process stands."""
    from negotiator.domain.dates import day_in_words, moment_in_words, time_until_in_words, town_of
    from negotiator.domain.process import MilestoneKind

    now = told.now
    here = f"{day_in_words(now.date)} {now.local:%H:%M} {town_of(now.zone)}"
    yield f"{told.process.title.said} · {told.process.mandate} · {here}"
    for each in told.phases:
        yield _phase_line(each)
    for session in told.on:
        yield _("on now: {session}", session=_session_line(session, told))
    if told.next is not None:
        begins = told.next.begins
        far = _("dates to be announced")
        if begins is not None:
            far = f"{time_until_in_words(now, begins)}, {moment_in_words(begins, own_zone)}"
        yield _("next: {session} ({when})", session=_session_line(told.next, told), when=far)
    elif not told.on:
        yield _("no session is to come")
    for milestone in told.milestones:
        words = _("due: {what} ({when})") if milestone.kind is MilestoneKind.DEADLINE else _("ahead: {what} ({when})")
        yield words.format(what=_dated(milestone), when=time_until_in_words(now, milestone.moment))
    if pending := _pending(told):
        yield _("inputs: {counts}", counts=pending)
    if told.latest_text is not None:
        yield _("latest text: {what}", what=_dated(told.latest_text))
    if told.latest is not None and told.latest != told.latest_text:
        yield _("latest event: {what}", what=_dated(told.latest))


def _pending(told: "Status") -> str:
    from negotiator.domain.inputs import PENDING_KINDS

    return " · ".join(
        _("{number} {what}", number=count.number, what=_(PENDING_KINDS[kind]))
        for kind, count in told.pending.items()
        if count.number
    )


def _dated(milestone: "Milestone") -> str:
    from negotiator.domain.dates import day_in_words

    doubt = " ?" if milestone.certainty == "low" else ""
    return _("{title}, {date}", title=milestone.title.said, date=f"{day_in_words(milestone.window.last)}{doubt}")


def _phase_line(each: "PhaseStanding") -> str:
    from negotiator.domain.dates import days_in_words

    count = each.count
    mark = "▶" if each.on else " "
    sessions = n_("{n} session", "{n} sessions", count.sessions)
    figures = _("{met} of {scheduled} days", met=f"{count.met:g}", scheduled=f"{count.scheduled:g}")
    window = days_in_words(each.phase.window.first, each.phase.window.last)
    return f"{mark} {each.phase.code}  {each.phase.title.said} ({window}) · {sessions} · {figures}"


def _session_line(session: "Session", told: "Status") -> str:
    from negotiator.cli.session_records import when

    number = session.day_on(told.now)
    shown = {"code": session.code, "title": session.title.said, "when": when(session), "place": session.place.said}
    if session not in told.on or number is None:
        return _("{code} {title}, {when}, {place}", **shown)
    days = sum(day.met for day in session.days)
    return _("{code} {title}, {when}, {place}, day {number} of {days}", number=number, days=days, **shown)


def status_document(told: "Status") -> dict[str, object]:
    """Write where the process stands, for scripts."""
    from negotiator.cli.session_records import count_record, session_record

    return {
        "as_of": told.now.iso(),
        "process": told.process.code,
        "mandate": told.process.mandate,
        "mode": told.process.mode.value,
        "zone": told.process.zone,
        "phases": [
            {
                "id": each.phase.code,
                "title_en": each.phase.title.en,
                "title_zh": each.phase.title.zh,
                "start": each.phase.window.first.isoformat(),
                "end": each.phase.window.last.isoformat(),
                "on": each.on,
                **{name: value for name, value in count_record(each.count).items() if name != "phase"},
            }
            for each in told.phases
        ],
        "days": [count_record(count) for count in told.counts],
        "on": [session_record(session, told.now) for session in told.on],
        "next": session_record(told.next, told.now) if told.next else None,
        "inputs": [
            {"pending": kind.value, "number": count.number, "oldest_days": count.oldest}
            for kind, count in told.pending.items()
        ],
        "milestones": [_milestone_record(milestone) for milestone in told.milestones],
        "latest": _milestone_record(told.latest) if told.latest else None,
        "latest_text": _milestone_record(told.latest_text) if told.latest_text else None,
    }


def _milestone_record(milestone: "Milestone") -> dict[str, object]:
    return {
        "id": milestone.code,
        "kind": milestone.kind.value,
        "title_en": milestone.title.en,
        "title_zh": milestone.title.zh,
        "date": milestone.window.first.isoformat(),
        "until": milestone.window.last.isoformat(),
        "at": milestone.moment.iso(),
        "zone": milestone.zone,
        "symbol": milestone.symbol or None,
        "draft": milestone.draft or None,
        "certainty": milestone.certainty.value,
    }
