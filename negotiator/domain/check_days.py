"""Checks that count sessions and their days: how many, how long, and when."""

from collections.abc import Iterable, Sequence
from datetime import date

from negotiator.domain.dates import Window, day_in_words, days_in_words
from negotiator.domain.due import Due, Term, occurrence, occurs
from negotiator.domain.facts import SOON, Facts
from negotiator.domain.mandate import Check, Counted, Finding, Status
from negotiator.domain.process import Certainty
from negotiator.domain.session import SIDE_TRACKS, Session
from negotiator.i18n import _, n_


def ahead(facts: Facts, last: date | None) -> Status:
    """Say whether something that is still to come is due soon."""
    if last is None or (last - facts.today).days > SOON:
        return Status.NOT_DUE
    return Status.DUE_SOON


def sum_days(check: Check, facts: Facts, term: Term) -> Finding:
    """Hold the days of sessions against a number: days scheduled decide, days met are told beside them."""
    counted = facts.of_kind(check.of, check.sessions)
    window = Window(*check.window) if check.window else None
    gone = scheduled = met = 0.0
    used: list[Session] = []
    for session in counted:
        inside = [day for day in session.days if day.scheduled and (window is None or day.date in window)]
        if not session.days and session.plan and _inside(session.plan.window, window):
            scheduled += session.plan.days
        if inside:
            used.append(session)
        scheduled += sum(day.length for day in inside)
        gone += sum(day.length for day in inside if session.closing(day).utc <= facts.now.utc)
        met += sum(day.length for day in inside if day.met and session.closing(day).utc <= facts.now.utc)
    last = window.last if window else term.lenient
    over = _over(facts, counted, last)
    status = _days_status(check, facts, gone, scheduled, over=over, last=last)
    reasons = [_sat(met, gone), _scheduled(gone, scheduled), _assumption(used, facts), check.note.said]
    if status is Status.MISSED and check.most is not None and scheduled > check.most:
        reasons.insert(0, _("more days are on the calendar than the mandate allows"))
    elif status is Status.MISSED:
        reasons.insert(0, _("the time is over and days are missing"))
    return Finding(status, _days_figures(check, facts, gone, met, counted), _joined(reasons), _codes(used))


def _days_status(check: Check, facts: Facts, gone: float, scheduled: float, *, over: bool, last: date | None) -> Status:
    if check.most is not None and scheduled > check.most:
        return Status.MISSED
    if check.least is None:
        return Status.MET if over else Status.NOT_DUE
    if gone >= check.least:
        return Status.MET
    return Status.MISSED if over else ahead(facts, last)


def _over(facts: Facts, sessions: Sequence[Session], last: date | None) -> bool:
    """Say whether no more days can come: the time is over, or there is none and every session was held."""
    if last is not None and facts.today > last:
        return True
    return last is None and bool(sessions) and all(facts.held(each) for each in sessions)


def _inside(plan: Window | None, window: Window | None) -> bool:
    return window is None or (plan is not None and plan.first in window and plan.last in window)


def _days_figures(check: Check, facts: Facts, gone: float, met: float, counted: Sequence[Session]) -> str:
    number = check.most if check.least is None else check.least
    shown = {"gone": f"{gone:g}", "number": f"{number or 0:g}"}
    if check.least is None:
        if check.unit == "working-day":
            return _("{gone} of at most {number} working days", **shown)
        return _("{gone} of at most {number} days", **shown)
    figures = _("{gone} of {number} days", **shown)
    if met != gone:
        figures = _("{gone} of {number} days scheduled, sat on {met}", met=f"{met:g}", **shown)
    if len(counted) > 1 and check.window is None:
        held = sum(facts.held(each) for each in counted)
        return _("{held} of {sessions} sessions, {days}", held=held, sessions=len(counted), days=figures)
    return figures


def _sat(met: float, gone: float) -> str:
    if met == gone:
        return ""
    return _("{gone} days were on the calendar and it sat on {met} of them", gone=f"{gone:g}", met=f"{met:g}")


def _scheduled(gone: float, scheduled: float) -> str:
    return "" if gone == scheduled else _("{days} days are on the calendar in all", days=f"{scheduled:g}")


def _assumption(sessions: Iterable[Session], facts: Facts) -> str:
    """Name what the sum rests on, where sources differ on how long a session was."""
    parts = []
    for session in sessions:
        claims = [each for each in facts.claims if each.subject == session.code and each.what == "length"]
        if claims and session.certainty is Certainty.LOW:
            length = sum(day.length for day in session.days)
            parts.append(_("{session} counts as {length}", session=session.code, length=_days(length)))
    return _("assumption: {parts}; sources differ", parts=", ".join(parts)) if parts else ""


def _days(length: float) -> str:
    return _("half a day") if length == 0.5 else n_("{n} day", "{n} days", int(length))


def count(check: Check, facts: Facts, term: Term) -> Finding:
    """Hold a number of things against the numbers that will do."""
    match check.counted:
        case Counted.PANELS | Counted.MODERATORS:
            return _in_each(check, facts)
        case Counted.ROLES:
            holders = [
                each
                for each in facts.roles
                if each.role == check.role and (each.until is None or each.until >= facts.today)
            ]
            found, codes = len(holders), tuple(each.holder for each in holders)
        case Counted.INPUTS:
            came = {each.sender: each.code for each in facts.receipts if each.kind in check.inputs and each.on}
            found, codes = len(came), tuple(came.values())
        case Counted.SESSIONS:
            counted = facts.of_kind(check.of, check.sessions)
            held = [each for each in counted if facts.held(each)]
            found, codes = len(held), _codes(held)
            if check.most is not None and len(counted) > check.most:
                figures = _("{found} of {number}", found=len(counted), number=f"{check.most:g}")
                return Finding(Status.MISSED, figures, _("more are on the calendar than the mandate foresees"), codes)
    number = check.least or check.most or 0
    figures = _("{found} of {number}", found=found, number=f"{number:g}")
    doubtful = [each.code for each in facts.sessions if each.code in codes and each.certainty is Certainty.LOW]
    why = _("the date of {sessions} is not certain", sessions=", ".join(doubtful)) if doubtful else ""
    if check.most is not None and found > check.most:
        return Finding(Status.MISSED, figures, _("there are more than the mandate foresees"), codes)
    if found >= (check.least or 0):
        return Finding(Status.MET, figures, why, codes)
    if term.lenient is not None and facts.today > term.lenient:
        recorded = check.counted is not Counted.INPUTS
        return Finding(Status.MISSED if recorded else Status.NO_EVIDENCE, figures, why, codes)
    return Finding(ahead(facts, term.lenient), figures, why, codes)


def every_time(check: Check, due: Due, facts: Facts) -> Finding:
    """See that what comes again every so many years was held in each of them, and in none between."""
    counted = [each for each in facts.of_kind(check.of, check.sessions) if each.window is not None]
    held = [each for each in counted if facts.held(each)]
    years = {each.window.last.year for each in held if each.window}
    past = [year for year in range(due.first, facts.today.year) if occurs(due, year)]
    missing = [str(year) for year in past if year not in years]
    wrong = [each.code for each in counted if each.window and not occurs(due, each.window.last.year)]
    coming = occurrence(due, facts.today.year + (facts.today.year in years))
    figures = _("{held} of {number} held, next in {year}", held=len(past) - len(missing), number=len(past), year=coming)
    reasons = [
        _("not recorded: {sessions}", sessions=", ".join(missing)) if missing else "",
        _("in a year in which it is left out: {sessions}", sessions=", ".join(wrong)) if wrong else "",
        check.note.said,
    ]
    status = ahead(facts, date(coming, 12, 31))
    if wrong:
        status = Status.MISSED
    elif missing:
        status = Status.NO_EVIDENCE
    return Finding(status, figures, _joined(reasons), _codes(held))


def _in_each(check: Check, facts: Facts) -> Finding:
    """Look at the panels of each session; fewer recorded than there must have been is no proof that there were few."""
    counted = facts.of_kind(check.of, check.sessions)
    held = [each for each in counted if facts.held(each)]
    least, most = check.least or 0, check.most or float("inf")
    good: list[str] = []
    bad: list[str] = []
    unknown: list[str] = []
    for session in held:
        if check.counted is Counted.PANELS:
            number = len(session.panels)
            (bad if number > most else good if number >= least else unknown).append(session.code)
        else:
            chaired = [panel for panel in session.panels if len(panel.moderators) >= least]
            (good if chaired and len(chaired) == len(session.panels) else unknown).append(session.code)
    figures = _("{good} of {number} sessions", good=len(good), number=len(counted))
    reasons = [
        _by_region(held, facts) if check.counted is Counted.MODERATORS else "",
        _("outside the numbers: {sessions}", sessions=", ".join(bad)) if bad else "",
        _("not recorded in full: {sessions}", sessions=", ".join(unknown)) if unknown else "",
        check.note.said,
    ]
    if bad:
        status = Status.MISSED
    elif unknown:
        status = Status.NO_EVIDENCE
    else:
        status = Status.MET if held and len(held) == len(counted) else _next(facts, counted)
    return Finding(status, figures, _joined(reasons), tuple(good))


def _by_region(sessions: Iterable[Session], facts: Facts) -> str:
    """Say from which regional groups the moderators came, for the balance that the mandate asks for."""
    states = [state for session in sessions for panel in session.panels for state in panel.moderators]
    counts: dict[str, int] = {}
    for state in states:
        region = facts.regions.get(state) or "–"
        counts[region] = counts.get(region, 0) + 1
    told = ", ".join(f"{region} {number}" for region, number in sorted(counts.items()))
    return _("moderators by region: {regions}", regions=told) if told else ""


def within(check: Check, facts: Facts, term: Term) -> Finding:
    """See that each session lies in the days that were foreseen for it: given ones, its own plan, or its phases."""
    counted = facts.of_kind(check.of, check.sessions)
    if not (check.of or check.sessions):
        counted = [each for each in counted if each.phases and each.kind not in SIDE_TRACKS]
    good: list[Session] = []
    bad: list[Session] = []
    open_: list[Session] = []
    for session in counted:
        windows = _foreseen(check, facts, session)
        if not session.days or not windows:
            open_.append(session)
        elif all(any(day.date in window for window in windows) for day in session.days):
            (good if facts.held(session) else open_).append(session)
        else:
            bad.append(session)
    figures = _("{good} of {number} sessions in their time", good=len(good), number=len(counted))
    if bad:
        named = ", ".join(f"{each.code} ({_when(each)})" for each in bad)
        return Finding(Status.MISSED, figures, _("outside: {sessions}", sessions=named), _codes(bad))
    status = ahead(facts, term.lenient or _last(open_)) if open_ else Status.MET
    return Finding(status, figures, check.note.said, _codes(good))


def _foreseen(check: Check, facts: Facts, session: Session) -> list[Window]:
    if check.window:
        return [Window(*check.window)]
    if check.month:
        return [session.plan.window] if session.plan and session.plan.window else []
    return [phase.window for phase in facts.phases if phase.code in session.phases]


def _next(facts: Facts, sessions: Iterable[Session]) -> Status:
    coming = [each.window.last for each in sessions if each.window and not facts.held(each)]
    return ahead(facts, min(coming, default=None))


def _last(sessions: Iterable[Session]) -> date | None:
    return max((each.window.last for each in sessions if each.window), default=None)


def _when(session: Session) -> str:
    window = session.window
    if window is None:
        return ""
    same = window.first == window.last
    return day_in_words(window.first) if same else days_in_words(window.first, window.last)


def _codes(sessions: Iterable[Session]) -> tuple[str, ...]:
    return tuple(each.code for each in sessions)


def _joined(reasons: Iterable[str]) -> str:
    return "; ".join(each for each in reasons if each)
