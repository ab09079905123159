"""Checks that look for something dated: a text, a summary, a report, an appointment."""

from datetime import date

from negotiator.domain.check_days import ahead
from negotiator.domain.check_lists import list_in_words, proposed
from negotiator.domain.dates import Window, day_in_words
from negotiator.domain.due import Term
from negotiator.domain.facts import Facts, Proof, Receipt
from negotiator.domain.mandate import Check, Evidence, Finding, MandatedAction, Status
from negotiator.domain.session import Session
from negotiator.i18n import _


def deadline(check: Check, action: MandatedAction, facts: Facts, term: Term) -> Finding:
    """Look for what proves the action, and hold its day against the last day on both readings."""
    proofs, missing = _proofs(check, action, facts)
    if proofs and not missing:
        done = max(proofs, key=lambda each: each.on)
        status, why = _in_time(done.on, term)
        figures = day_in_words(done.on)
        if term.lenient is not None:
            figures = _("{date}, due {limit}", date=figures, limit=_limit(term))
        told = "; ".join(each for each in (why, list_in_words(proposed(check, facts))) if each)
        return Finding(status, figures, told, tuple(each.code for each in proofs))
    figures = _("due {limit}", limit=_limit(term)) if term.lenient else _("no date")
    codes = tuple(each.code for each in proofs)
    planned = max((each.days[-1].date for each in facts.of_kind("", check.sessions) if each.days), default=None)
    if check.sessions and planned and term.lenient and planned > term.lenient:
        why = _("the calendar has it on {date}, after the last day", date=day_in_words(planned))
        return Finding(Status.LATE, figures, why, codes)
    if term.lenient is None and action.due.event:
        return Finding(Status.NOT_DUE, "", _("it waits for {event}", event=action.due.event), codes)
    if term.lenient is None:
        return Finding(
            Status.NO_EVIDENCE, figures, _("nothing recorded shows that it was done, or that it was not"), codes
        )
    if facts.today <= term.lenient:
        why = ""
        if term.strict and facts.today > term.strict:
            why = _("the strict reading has passed, the lenient one has not")
        return Finding(ahead(facts, term.lenient), figures, why, codes)
    if missing:
        return Finding(
            Status.MISSED, figures, _("the calendar does not hold: {codes}", codes=", ".join(missing)), codes
        )
    if any(each.overdue for each in _wanted(check, facts)):
        return Finding(Status.MISSED, figures, _("what was expected for it has not come in"), codes)
    return Finding(Status.NO_EVIDENCE, figures, _("nothing recorded shows that it was done, or that it was not"), codes)


def _proofs(check: Check, action: MandatedAction, facts: Facts) -> tuple[list[Proof], list[str]]:
    """Return what proves an action, and which milestones that must be there are not.

    A session that is named is proof once it was held. What a person put forward stands in for all of it.
    """
    found = [Proof(each.code, each.on) for each in _evidence(action, facts) if not each.session]
    if found:
        return found, []
    passed = [facts.milestones[code] for code in check.milestones if code in facts.milestones]
    found = [Proof(each.code, each.window.last) for each in passed]
    missing = [code for code in check.milestones if code not in facts.milestones]
    for code in check.drafts:
        if code in facts.drafts:
            found.append(Proof(code, facts.drafts[code]))
        else:
            missing.append(code)
    for session in facts.of_kind("", check.sessions) if check.sessions else []:
        if facts.held(session) and session.window:
            found.append(Proof(session.code, session.window.last))
    named = proposed(check, facts)
    if named:
        earliest = min(named, key=lambda each: (each.proposed or date.max, each.code))
        found.append(Proof(earliest.code, earliest.proposed or date.max))
    if check.fund and facts.contributions:
        paid = min(facts.contributions, key=lambda each: (each.on, each.number))
        found.append(Proof(paid.code, paid.on))
    came = [each for each in _wanted(check, facts) if each.on is not None]
    if came and not missing:
        first = min(came, key=lambda each: each.on or date.max)
        found.append(Proof(first.code, first.on or date.max))
    return found, missing


def _evidence(action: MandatedAction, facts: Facts) -> list[Evidence]:
    return [each for each in action.evidence if stands(each, facts)]


def stands(evidence: Evidence, facts: Facts) -> bool:
    """Say whether a piece of evidence counts: it was there by then, and neither it nor its input was taken back."""
    return evidence.holds(facts.today) and evidence.ref not in facts.gone


def _wanted(check: Check, facts: Facts) -> list[Receipt]:
    wanted = [each for each in facts.receipts if each.kind in check.inputs]
    if check.window is None:
        return wanted
    window = Window(*check.window)
    return [each for each in wanted if (each.on or each.due or date.max) in window]


def _in_time(day: date, term: Term) -> tuple[Status, str]:
    if term.strict is None or term.lenient is None or day <= term.strict:
        return Status.MET, ""
    if day <= term.lenient:
        return Status.MET_LENIENT, _("after {date}, the last day on the strict reading", date=day_in_words(term.strict))
    late = (day - term.lenient).days
    return Status.LATE, _("{days} days after the last day on the lenient reading", days=late)


def _limit(term: Term) -> str:
    if term.strict is None or term.lenient is None:
        return ""
    if term.strict == term.lenient:
        return day_in_words(term.lenient)
    return _("{strict} or {lenient}", strict=day_in_words(term.strict), lenient=day_in_words(term.lenient))


def role_filled(check: Check, facts: Facts, term: Term) -> Finding:
    """See who held an office first, and since when."""
    holders = sorted((each for each in facts.roles if each.role == check.role), key=lambda each: each.since or date.min)
    if holders:
        first = holders[0]
        if first.since is None:
            return Finding(Status.NO_EVIDENCE, first.holder, _("since when is not known"), (first.holder,))
        status, why = _in_time(first.since, term)
        figures = _("{holder}, since {date}", holder=first.holder, date=day_in_words(first.since))
        if term.lenient is not None:
            figures = _("{holder}; due {limit}", holder=figures, limit=_limit(term))
        return Finding(status, figures, why, (first.holder,))
    if term.lenient is not None and facts.today > term.lenient:
        return Finding(Status.MISSED, _("nobody holds the office"), _("due {limit}", limit=_limit(term)))
    return Finding(ahead(facts, term.lenient), _("nobody yet"))


def per_session(check: Check, action: MandatedAction, facts: Facts) -> Finding:
    """Look session by session for what each one needs, before it starts or after it."""
    counted = facts.of_kind(check.of, check.sessions)
    shown: list[str] = []
    late: list[str] = []
    owed: list[str] = []
    without: list[str] = []
    notes: list[str] = []
    coming: list[date] = []
    for session in counted:
        proof = _for_session(check, action, facts, session)
        needed = _needed(check, session)
        if proof is not None:
            shown.append(proof.code)
            if check.before and session.days and proof.on >= session.days[0].date:
                late.append(session.code)
            notes.append(_speed(check, session, proof))
        elif needed is None or facts.today < needed:
            if needed is not None:
                coming.append(needed)
        else:
            expected = [each for each in _wanted(check, facts) if each.session == session.code]
            (owed if any(each.overdue for each in expected) else without).append(session.code)
    figures = _("{shown} of {number} with evidence", shown=len(shown), number=len(counted))
    reasons = [
        _("after the session had begun: {sessions}", sessions=", ".join(late)) if late else "",
        _("expected and not come: {sessions}", sessions=", ".join(owed)) if owed else "",
        _("nothing recorded for {sessions}", sessions=", ".join(without)) if without else "",
        *notes,
        check.note.said,
    ]
    status = ahead(facts, min(coming, default=None))
    if late:
        status = Status.LATE
    elif owed and check.before:
        status = Status.MISSED
    elif without or owed:
        status = Status.NO_EVIDENCE
    elif counted and len(shown) == len(counted):
        status = Status.MET
    return Finding(status, figures, "; ".join(each for each in reasons if each), tuple(shown))


def _needed(check: Check, session: Session) -> date | None:
    if not session.days:
        return None
    return session.days[0].date if check.before else session.days[-1].date


def _for_session(check: Check, action: MandatedAction, facts: Facts, session: Session) -> Proof | None:
    for each in _evidence(action, facts):
        if each.session == session.code:
            return Proof(each.code, each.on)
    milestone = facts.milestones.get((check.per_session or {}).get(session.code, ""))
    if milestone is not None:
        return Proof(milestone.code, milestone.window.last)
    came = [each for each in _wanted(check, facts) if each.session == session.code and each.on is not None]
    if came:
        first = min(came, key=lambda each: each.on or date.max)
        return Proof(first.code, first.on or date.max)
    return None


def _speed(check: Check, session: Session, proof: Proof) -> str:
    """Say how long after the session it came, where we have a habit about it: told, and never held against anybody."""
    if not check.days or not session.days:
        return ""
    taken = (proof.on - session.days[-1].date).days
    shown = {"session": session.code, "days": taken, "habit": check.days}
    if taken > check.days:
        return _("{session}: after {days} days (our habit is {habit}; the mandate sets no date)", **shown)
    return _("{session}: after {days} days (our habit is {habit})", **shown)
