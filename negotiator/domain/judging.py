"""How mandated actions stand at a moment: each is held against its checks, and the reasons are kept."""

from collections.abc import Iterable
from dataclasses import replace

from negotiator.domain.check_days import count, every_time, sum_days, within
from negotiator.domain.check_people import composition, consulted, contacts, participants, registered
from negotiator.domain.check_proofs import deadline, per_session, role_filled, stands
from negotiator.domain.check_states import attribute, coverage, info, title, uptake
from negotiator.domain.dates import day_in_words
from negotiator.domain.due import Due, DueKind, Term
from negotiator.domain.facts import Facts, standing
from negotiator.domain.mandate import (
    GRAVITY,
    Check,
    CheckKind,
    Counted,
    Evidence,
    EvidenceKind,
    Finding,
    Judged,
    MandatedAction,
    Status,
    Tone,
    tone,
)
from negotiator.domain.rule_words import rule_in_words
from negotiator.i18n import _

UNDONE = frozenset((Status.LATE, Status.MISSED, Status.NO_EVIDENCE, Status.NOT_DUE, Status.DUE_SOON))
"""What an action can be found to be when nothing proves it in time."""


def judge(action: MandatedAction, facts: Facts) -> Judged:
    """Say how an action stands, and why."""
    term = facts.term_of(action)
    findings = [look(check, action, facts, term) for check in action.checks] or [
        info(Check(CheckKind.INFO), action, facts)
    ]
    status = min((each.status for each in findings), key=GRAVITY.index)
    gravest = [each for each in findings if each.status is status]
    figures = _joined(each.figures for each in findings)
    reasons = [each.why for each in (*gravest, *(each for each in findings if each.status is not status))]
    if status in UNDONE and _inherited(facts, term):
        status = Status.INHERITED
        reasons.insert(0, _inherited_why(facts, term))
    over = [each for each in action.superseded if each.on <= facts.today]
    if over:
        status = Status.SUPERSEDED
        reasons.insert(0, _superseded(over[-1].by, over[-1].why.said, day_in_words(over[-1].on)))
    taken_back = [each for each in action.evidence if each.on <= facts.today and not stands(each, facts)]
    reasons += [
        _("{evidence} was withdrawn: {why}", evidence=each.code, why=each.why or _lost(each)) for each in taken_back
    ]
    house = action.due.house
    if house:
        reasons.append(_("the date is a habit of ours, not the mandate's"))
    evidence = tuple(dict.fromkeys(code for each in findings for code in each.evidence))
    own = tuple(each.code for each in action.evidence if stands(each, facts) and each.code not in evidence)
    left = (term.lenient - facts.today).days if term.lenient else None
    seen = tuple(each for each in action.evidence if each.on <= facts.today)  # what came later is not told beforehand
    return Judged(
        action=replace(action, evidence=seen, overrides=standing(action, facts.today)),
        status=status,
        tone=Tone.NONE if status is Status.NO_EVIDENCE else tone(status, action.force, house=house, amber=action.amber),
        rule=rule_in_words(action),
        figures=figures,
        why="; ".join(dict.fromkeys(each for each in (*reasons, action.note.said) if each)),
        evidence=(*evidence, *own),
        reading=_reading(action.due, status, term),
        term=term,
        days_left=left,
    )


def _lost(evidence: Evidence) -> str:
    """Say what became of what was put forward, where nobody took back the evidence itself."""
    if evidence.kind is EvidenceKind.DOCUMENT:
        return _("its letter was removed")
    return _("its input was withdrawn")


def look(check: Check, action: MandatedAction, facts: Facts, term: Term) -> Finding:
    """Do one check."""
    match check.kind:
        case CheckKind.DEADLINE | CheckKind.BEFORE_EVENT:
            return deadline(check, action, facts, term)
        case CheckKind.WINDOW:
            return within(check, facts, term)
        case CheckKind.COUNT if check.counted is Counted.STAKEHOLDERS:
            return registered(check, facts)
        case CheckKind.COUNT:
            if action.due.kind is DueKind.RECURRING:
                return every_time(check, action.due, facts)
            return count(check, facts, term)
        case CheckKind.SUM_DAYS:
            return sum_days(check, facts, term)
        case CheckKind.PER_SESSION:
            return per_session(check, action, facts)
        case CheckKind.ROLE_FILLED:
            return role_filled(check, facts, term)
        case CheckKind.ATTRIBUTE if check.attribute == "composition":
            return composition(check, facts)
        case CheckKind.ATTRIBUTE if check.attribute == "contacts":
            return contacts(check, facts)
        case CheckKind.ATTRIBUTE if check.attribute == "title":
            return title(check, facts, term)
        case CheckKind.ATTRIBUTE:
            return attribute(check, facts, term)
        case CheckKind.COVERAGE if check.categories:
            return participants(check, facts, term)
        case CheckKind.COVERAGE if check.regions:
            return consulted(check, facts)
        case CheckKind.COVERAGE:
            return coverage(check, facts, term)
        case CheckKind.UPTAKE:
            return uptake(check, action, facts)
        case CheckKind.INFO:
            return info(check, action, facts)


def judge_all(actions: Iterable[MandatedAction], facts: Facts) -> tuple[Judged, ...]:
    """Say how every action stands."""
    return tuple(judge(action, facts) for action in actions)


def _inherited(facts: Facts, term: Term) -> bool:
    """Say whether the time of an action was over before the mandate itself was adopted."""
    return facts.adopted is not None and term.lenient is not None and term.lenient < facts.adopted


def _inherited_why(facts: Facts, term: Term) -> str:
    limit = day_in_words(term.lenient) if term.lenient else ""
    adopted = day_in_words(facts.adopted) if facts.adopted else ""
    return _(
        "due {limit}, before the mandate was adopted on {adopted}: inherited, not late", limit=limit, adopted=adopted
    )


def _superseded(by: str, why: str, since: str) -> str:
    told = _("{document} took its place on {date}", document=by, date=since)
    return f"{told}: {why}" if why else told


def _reading(due: Due, status: Status, term: Term) -> str:
    """Say which reading was used."""
    if term.reading:
        return term.reading
    if status is Status.MET_LENIENT:
        return "lenient"
    if term.lenient is None:
        return ""
    return "both" if term.two_readings else "strict"


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(each for each in parts if each))
