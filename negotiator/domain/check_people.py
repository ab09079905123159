"""Checks that look at people: the register, who was in the room, who spoke from where, who serves a session."""

from datetime import date

from negotiator.domain.check_days import ahead
from negotiator.domain.due import Term
from negotiator.domain.facts import Facts
from negotiator.domain.mandate import Check, Finding, Status
from negotiator.domain.session import SIDE_TRACKS, Session
from negotiator.i18n import _, n_


def registered(check: Check, facts: Facts) -> Finding:
    """See that everybody to whom the process is open is in the register, and tell how many have come so far."""
    found = sum(facts.register.get(category, 0) for category in check.categories)
    least = check.least or 0
    kinds = ", ".join(check.categories)
    figures = _("{found} {kinds} in the register, at least {number}", found=found, number=f"{least:g}", kinds=kinds)
    came = {each.stakeholder for each in facts.present if each.category in check.categories}
    why = n_("{n} has been in the room", "{n} have been in the room", len(came)) if came else ""
    if found < least:
        return Finding(Status.MISSED, figures, _("somebody to whom the process is open is not in the register"))
    return Finding(Status.MET, figures, "; ".join(each for each in (why, check.note.said) if each))


def participants(check: Check, facts: Facts, term: Term) -> Finding:
    """See that every kind of participant on a list was in the room at the sessions of a kind."""
    sessions = [each for each in facts.of_kind(check.of, check.sessions) if each.days]
    codes = {each.code for each in sessions}
    came: dict[str, str] = {}
    for each in facts.present:
        if each.session in codes and each.category in check.categories:
            came.setdefault(each.category, each.session)
    missing = [category for category in check.categories if category not in came]
    figures = _("{covered} of {number} kinds of participant", covered=len(came), number=len(check.categories))
    evidence = tuple(dict.fromkeys(came.values()))
    if not missing:
        return Finding(Status.MET, figures, check.note.said, evidence)
    why = _("nobody is noted in the room of the kinds {kinds}", kinds=", ".join(missing))
    over = bool(sessions) and all(facts.held(each) for each in sessions)
    last = term.lenient or max((each.days[-1].date for each in sessions), default=None)
    status = Status.NO_EVIDENCE if over or (last and facts.today > last) else ahead(facts, last)
    return Finding(status, figures, "; ".join(each for each in (why, check.note.said) if each), evidence)


def consulted(check: Check, facts: Facts) -> Finding:
    """See that every regional group was met in every phase: somebody of it was in the room at a session of the kind."""
    parts: list[str] = []
    reasons: list[str] = []
    evidence: list[str] = []
    lacking = False
    coming = [phase for phase in facts.phases if phase.window.last >= facts.today]
    for phase in facts.phases:
        if phase.window.first > facts.today:
            continue
        # One that comes on top of the mandated days is a consultation as well.
        codes = {each.code for each in facts.sessions if each.kind == check.of and phase.code in each.phases}
        met = {each.region: each.session for each in facts.present if each.session in codes}
        held = [region for region in check.regions if region in met]
        evidence += [met[region] for region in held]
        parts.append(_("{phase}: {met} of {number} groups", phase=phase.code, met=len(held), number=len(check.regions)))
        missing = [region for region in check.regions if region not in met]
        if missing:
            told = ", ".join(missing)
            reasons.append(_("{phase}: no consultation recorded with {groups}", phase=phase.code, groups=told))
            lacking = lacking or phase not in coming
    if lacking:
        status = Status.NO_EVIDENCE
    elif reasons or coming:
        status = Status.NOT_DUE
    else:
        status = Status.MET
    words = "; ".join(each for each in (*reasons, check.note.said) if each)
    return Finding(status, ", ".join(parts), words, tuple(dict.fromkeys(evidence)))


def composition(check: Check, facts: Facts) -> Finding:
    """See that panels reflect origin, transit and destination: each of them, or those of a session together."""
    good: list[str] = []
    together: list[str] = []
    bad: list[str] = []
    unknown: list[str] = []
    counted = facts.of_kind(check.of, check.sessions)
    held = [each for each in counted if facts.held(each)]
    for session in held:
        parts = [
            (each.composition.origin, each.composition.transit, each.composition.destination) for each in session.panels
        ]
        if not parts or not all(any(part) for part in parts):
            unknown.append(session.code)
        elif all(all(part) for part in parts):
            good.append(session.code)
        else:
            whole = all(any(column) for column in zip(*parts, strict=True))
            (together if whole else bad).append(session.code)
    figures = _("{good} of {number} sessions balanced", good=len(good) + len(together), number=len(counted))
    reasons = (
        _("origin, transit or destination is missing: {sessions}", sessions=", ".join(bad)) if bad else "",
        _("balanced only by all panels together: {sessions}", sessions=", ".join(together)) if together else "",
        _("not recorded: {sessions}", sessions=", ".join(unknown)) if unknown else "",
        check.note.said,
    )
    status = ahead(facts, _last_day(counted))
    if bad:
        status = Status.MISSED
    elif unknown:
        status = Status.NO_EVIDENCE
    elif len(held) == len(counted):
        status = Status.MET_LENIENT if together else Status.MET
    return Finding(status, figures, "; ".join(each for each in reasons if each), (*good, *together))


def contacts(check: Check, facts: Facts) -> Finding:
    """See that each session has a contact of every organization that serves it; `value` names them, with commas."""
    wanted = [each.strip() for each in check.value.split(",") if each.strip()]
    counted = facts.of_kind(check.of, check.sessions)
    if not (check.of or check.sessions):
        counted = [each for each in counted if each.phases and each.kind not in SIDE_TRACKS]
    good: list[str] = []
    unknown: list[str] = []
    for session in counted:
        named = {each.of.casefold() for each in session.contacts}
        if all(each.casefold() in named for each in wanted):
            good.append(session.code)
        elif facts.held(session):
            unknown.append(session.code)
    figures = _("{good} of {number} sessions with a contact of each", good=len(good), number=len(counted))
    why = _("not recorded: {sessions}", sessions=", ".join(unknown)) if unknown else ""
    if unknown:
        status = Status.NO_EVIDENCE
    else:
        over = bool(counted) and all(facts.held(each) for each in counted)
        status = Status.MET if over and len(good) == len(counted) else ahead(facts, _last_day(counted))
    return Finding(status, figures, "; ".join(each for each in (why, check.note.said) if each), tuple(good))


def _last_day(sessions: list[Session]) -> date | None:
    return max((each.window.last for each in sessions if each.window), default=None)
