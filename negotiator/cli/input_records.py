"""How inputs are printed: flat records for scripts, states and days for people."""

from collections.abc import Iterator

from negotiator.domain.audience import AUDIENCES
from negotiator.domain.dates import Instant, day_in_words
from negotiator.domain.input_life import INPUT_STATES, REMARKS, Remark, Step
from negotiator.domain.inputs import OWED_BY, PENDING_KINDS, Input, OwedBy, pending
from negotiator.i18n import _, n_


def input_record(each: Input, now: Instant) -> dict[str, object]:
    """Write an input as one flat record."""
    return {
        "id": each.code,
        "state": each.state.value,
        "pending": [kind.value for kind in pending(each, now)],
        "owed_by": each.owed_by.value,
        "stakeholder": each.stakeholder,
        "kind": each.kind.code,
        "title": each.title,
        "due": {"at": each.due.iso(), "zone": each.due.zone, "days": each.days_left(now)} if each.due else None,
        "session": each.session or None,
        "covered_by": each.covered_by,
        "topics": list(each.topics),
        "officer": each.officer or None,
        "acknowledged": each.acknowledged,
        "posted": each.posted,
    }


def whole_record(each: Input, now: Instant) -> dict[str, object]:
    """Write an input with everything that is known of it."""
    return {
        **input_record(each, now),
        "for": each.group or None,
        "covers": list(each.covers),
        "without": list(each.without),
        "said": [
            {"stakeholder": said.stakeholder, "aligned": said.aligned, "at": said.at.iso(), "why": said.why or None}
            for said in each.said
        ],
        "phases": list(each.phases),
        "visibility": each.visibility.value,
        "since": each.asked.iso() if each.asked else None,
        "received": each.received.iso() if each.received else None,
        "late": each.late,
        "reason": each.reason or None,
        "language": each.language or None,
        "note": each.note,
        "steps": [
            {"what": step.what.value, "at": step.at.iso(), "why": step.why or None, "by": step.by}
            for step in each.steps
        ],
        "extensions": [
            {
                "decided": change.decided.iso(),
                "before": change.before.iso() if change.before else None,
                "after": change.after.iso(),
                "why": change.why,
                "source": change.source or None,
            }
            for change in each.extensions
        ],
        "files": [
            {"name": file.name, "media_type": file.media_type, "size": file.size, "sha256": file.sha256}
            for file in each.files
        ],
    }


def state(each: Input) -> str:
    """Say how far an input has come, and that it came late."""
    shown = _(INPUT_STATES[each.state])
    return _("{state}, late", state=shown) if each.late else shown


def lines(each: Input, sender: str, now: Instant) -> Iterator[str]:
    """Write an input for people: what it is, what is pending, what happened to it."""
    yield f"{each.code}  {each.title}"
    facts = {
        _("from"): f"{sender} ({each.stakeholder})",
        _("kind"): f"{each.kind.title.said} ({each.kind.code})" + _paragraph(each),
        _("state"): state(each) + (f": {each.reason}" if each.reason else ""),
        _("pending"): ", ".join(_(PENDING_KINDS[kind]) for kind in pending(each, now)),
        _("covered by"): each.covered_by or "",
        _("on behalf of"): each.group,
        _("covers"): ", ".join(each.covers),
        _("without"): ", ".join(each.without),
        _("due"): _due(each, now),
        _("expected since"): _when(each.asked),
        _("received"): _when(each.received),
        _("session"): each.session,
        _("phase"): ", ".join(each.phases),
        _("owed"): _(OWED_BY[each.owed_by]) if each.owed_by is not OwedBy.INVITED else "",
        _("topics"): ", ".join(each.topics),
        _("language"): each.language,
        _("handled by"): each.officer,
        _("audience"): _(AUDIENCES[each.visibility]),
        _("note"): each.note,
    }
    yield from (f"{label}: {fact}" for label, fact in facts.items() if fact)
    for file in each.files:
        size = n_("{n} byte", "{n} bytes", file.size)
        yield _("file: {name}, {size}, SHA-256 {hash}", name=file.name, size=size, hash=file.sha256)
    for change in each.extensions:
        yield _(
            "due date moved on {date} from {before} to {after}: {why}",
            date=day_in_words(change.decided.date),
            before=_when(change.before) or _("none"),
            after=_when(change.after),
            why=" · ".join(part for part in (change.why, change.source) if part) or "–",
        )
    for said in each.said:
        who = said.stakeholder
        what = _("{who} aligned with it", who=who) if said.aligned else _("{who} dissociated from it", who=who)
        told = f"{_when(said.at)}  {what}"
        yield f"{told}: {said.why}" if said.why else told
    for step in each.steps:
        yield _step(step)


def _paragraph(each: Input) -> str:
    return f", ¶{each.kind.paragraph}" if each.kind.paragraph else ""


def _due(each: Input, now: Instant) -> str:
    if each.due is None:
        return ""
    left = each.days_left(now) or 0
    shown = n_("in {n} d", "in {n} d", left) if left > 0 else n_("{n} d ago", "{n} d ago", -left)
    return f"{_when(each.due)} ({_('today') if left == 0 else shown})"


def _when(moment: Instant | None) -> str:
    return f"{day_in_words(moment.date)} {moment.local:%H:%M %Z}" if moment else ""


def _step(step: Step) -> str:
    what = _(REMARKS[step.what]) if isinstance(step.what, Remark) else _(INPUT_STATES[step.what])
    told = _("{date}  {what}, noted by {who}", date=_when(step.at), what=what, who=step.by)
    return f"{told}: {step.why}" if step.why else told
