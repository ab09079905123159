"""Checks of how things are: where a session meets, what is covered, who took something up."""

from negotiator.domain.check_days import ahead
from negotiator.domain.check_lists import admitted
from negotiator.domain.check_proofs import stands
from negotiator.domain.due import Term
from negotiator.domain.facts import Facts
from negotiator.domain.fund import in_figures, sums
from negotiator.domain.mandate import Check, Finding, MandatedAction, Status
from negotiator.domain.session import Session
from negotiator.i18n import _, n_


def attribute(check: Check, facts: Facts, term: Term) -> Finding:
    """See that each session is where it has to be."""
    counted = facts.of_kind(check.of, check.sessions)
    good: list[str] = []
    bad: list[str] = []
    unknown: list[str] = []
    for session in counted:
        found, wanted = _attribute(check, session)
        if not session.days:
            continue
        (unknown if not found else good if found == wanted else bad).append(session.code)
    figures = _("{good} of {number} sessions at the place", good=len(good), number=len(counted))
    if bad:
        return Finding(Status.MISSED, figures, _("elsewhere: {sessions}", sessions=", ".join(bad)), tuple(bad))
    if unknown:
        return Finding(Status.NO_EVIDENCE, figures, _("not recorded: {sessions}", sessions=", ".join(unknown)))
    held = [each for each in counted if facts.held(each)]
    if counted and len(held) == len(counted):
        return Finding(Status.MET, figures, check.note.said, tuple(good))
    last = max((each.window.last for each in counted if each.window), default=None)
    return Finding(ahead(facts, term.lenient or last), figures, check.note.said, tuple(good))


def title(check: Check, facts: Facts, term: Term) -> Finding:
    """See that the texts that are named bear the name they have to, as soon as one of them was read."""
    out = [code for code in check.drafts if code in facts.drafts]
    read = {code: facts.titles[code] for code in out if code in facts.titles}
    wrong = [code for code, words in read.items() if check.value.casefold() not in words.casefold()]
    figures = _("{good} of {number} with the name", good=len(read) - len(wrong), number=len(read)) if read else ""
    if wrong:
        why = _("another name: {drafts}", drafts=", ".join(wrong))
        return Finding(Status.MISSED, figures, why, tuple(read))
    if read:
        return Finding(Status.MET, figures, check.note.said, tuple(read))
    if out or (term.lenient is not None and facts.today > term.lenient):
        return Finding(Status.NO_EVIDENCE, figures, _("no text of it is registered here, so its name is not seen"))
    return Finding(ahead(facts, term.lenient), figures)


def _attribute(check: Check, session: Session) -> tuple[str, str]:
    match check.attribute:
        case "country":
            return session.country, check.value
        case "plan-place":
            plan = session.plan
            return (session.place.en, plan.place.en) if plan and plan.place else ("", "")
        case _:
            return session.place.en, check.value


def coverage(check: Check, facts: Facts, term: Term) -> Finding:
    """See that everything on a list was touched by what came in, by the text, or by a session."""
    came = [each for each in facts.receipts if each.on is not None and (not check.inputs or each.kind in check.inputs)]
    names = {topic.casefold(): topic for topic in check.topics}
    touched = [(topic, each.code) for each in came for topic in each.topics]
    touched += [
        (each.topic, each.code)
        for each in facts.tagged
        if each.on is not None and each.on <= facts.today and (not check.of or check.of == each.session_kind)
    ]
    covered = {names[topic.casefold()]: code for topic, code in touched if topic.casefold() in names}
    missing = [topic for topic in check.topics if topic not in covered]
    figures = _("{covered} of {number} covered", covered=len(covered), number=len(check.topics))
    codes = tuple(dict.fromkeys(covered.values()))
    if not missing:
        return Finding(Status.MET, figures, check.note.said, codes)
    why = _("nothing recorded is tagged with {topics}", topics=_some(missing))
    if term.lenient is not None and facts.today <= term.lenient:
        return Finding(ahead(facts, term.lenient), figures, why, codes)
    return Finding(Status.NO_EVIDENCE, figures, why, codes)


def _some(words: list[str]) -> str:
    shown = ", ".join(words[:4])
    return _("{words} and {more} more", words=shown, more=len(words) - 4) if len(words) > 4 else shown


def uptake(check: Check, action: MandatedAction, facts: Facts) -> Finding:
    """Count who took an invitation up; nobody has to."""
    came = [each for each in facts.receipts if each.on is not None and each.kind in check.inputs]
    looked_at = facts.of_kind(check.of, check.sessions) if check.of or check.sessions else []
    sessions = [each.code for each in looked_at if facts.held(each)]
    paid = facts.contributions if check.fund else ()
    told = [each for each in action.evidence if stands(each, facts)]
    tagged = {topic.casefold() for each in came for topic in each.topics}
    lenses = sum(topic.casefold() in tagged for topic in check.topics)
    registered = admitted(check, facts)
    parts = [
        n_("{n} registered", "{n} registered", len(registered)) if registered else "",
        n_("{n} contribution", "{n} contributions", len(paid)) + f" ({in_figures(sums(paid))})" if paid else "",
        n_("{n} input", "{n} inputs", len(came)) if came else "",
        _("{covered} of {number} topics touched", covered=lenses, number=len(check.topics)) if check.topics else "",
        n_("{n} session", "{n} sessions", len(sessions)) if sessions else "",
        n_("{n} piece of evidence", "{n} pieces of evidence", len(told)) if told else "",
    ]
    figures = ", ".join(each for each in parts if each) or _("nothing recorded")
    reasons = [check.note.said, *(each.words.said for each in told)]
    codes = (*(each.code for each in registered), *(each.code for each in came), *sessions)
    codes += (*(each.code for each in paid), *(each.code for each in told))
    return Finding(Status.UPTAKE, figures, "; ".join(each for each in reasons if each), codes)


def info(check: Check, action: MandatedAction, facts: Facts) -> Finding:
    """Tell what is recorded about something that no figure can prove: evidence, and who sent inputs of some kinds."""
    told = [each for each in action.evidence if stands(each, facts)]
    came = [each for each in facts.receipts if each.on is not None and each.kind in check.inputs]
    senders = dict.fromkeys(code for each in came for code in (each.sender, *each.behalf))
    parts = [
        n_("{n} input", "{n} inputs", len(came)) if came else "",
        n_("{n} contributor", "{n} contributors", len(senders)) if senders else "",
        n_("{n} piece of evidence", "{n} pieces of evidence", len(told)) if told else "",
    ]
    by = _("from {contributors}", contributors=", ".join(senders)) if senders else ""
    reasons = [by, check.note.said, *(each.words.said for each in told)]
    figures = ", ".join(each for each in parts if each)
    codes = (*(each.code for each in came), *(each.code for each in told))
    return Finding(Status.NOT_CHECKABLE, figures, "; ".join(each for each in reasons if each), codes)
