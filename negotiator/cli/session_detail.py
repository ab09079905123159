"""One session in full, as flat lists for scripts or as lines for people."""

from collections.abc import Iterator, Sequence

from negotiator.cli import session_records as records
from negotiator.domain.dates import Instant, day_in_words
from negotiator.domain.process import Claim
from negotiator.domain.session import SESSION_KINDS, Composition, Session, SessionDay
from negotiator.i18n import _


def detail_document(session: Session, claims: Sequence[Claim], now: Instant) -> dict[str, object]:
    """Write a session with its days, panels, moves and claims, each a list of flat records."""
    return {
        "as_of": now.iso(),
        "sessions": [records.session_record(session, now)],
        "days": [
            {
                "session": session.code,
                "date": day.date.isoformat(),
                "length": day.length,
                "scheduled": day.scheduled,
                "met": _has_met(session, day, now),
            }
            for day in session.days
        ],
        "panels": [
            {
                "session": session.code,
                "number": panel.number,
                "title": panel.title.said,
                "moderators": list(panel.moderators),
                "certainty": panel.certainty.value,
                "origin": list(panel.composition.origin),
                "transit": list(panel.composition.transit),
                "destination": list(panel.composition.destination),
            }
            for panel in session.panels
        ],
        "contacts": [{"session": session.code, "of": each.of, "name": each.name} for each in session.contacts],
        "moves": [
            {
                "session": session.code,
                "decided": move.decided.isoformat(),
                "why": move.reason,
                "source": move.source,
                "before": [day.date.isoformat() for day in move.before],
                "after": [day.date.isoformat() for day in move.after],
            }
            for move in session.moves
        ],
        "claims": [
            {
                "session": session.code,
                "what": claim.what,
                "value": claim.value.said,
                "source": claim.source,
                "certainty": claim.certainty.value,
            }
            for claim in claims
        ],
    }


def _has_met(session: Session, day: SessionDay, now: Instant) -> bool | None:
    """Say whether a day was met; None where it is still to come."""
    return day.met if session.closing(day).utc <= now.utc else None


def detail_lines(session: Session, claims: Sequence[Claim], now: Instant) -> Iterator[str]:
    """Write a session for people, line by line."""
    yield f"{session.code}  {session.title.said}"
    kind, state = _(SESSION_KINDS[session.kind]), records.state(session, now)
    phases = ", ".join(session.phases)
    yield "  " + " · ".join(part for part in (kind, phases, records.when(session), state) if part)
    yield "  " + " · ".join(part for part in (session.place.said, session.venue.said, session.zone) if part)
    if session.plan and session.days:
        yield "  " + _("planned: {plan}", plan=session.plan.text.said)
    if figures := records.days(session, now):
        yield "  " + _("days met and scheduled: {days}", days=figures)
    if session.draft:
        yield "  " + _("text: {draft}", draft=session.draft)
    for day in session.days:
        yield "    " + _day_line(session, day, now)
    for panel in session.panels:
        named = _("panel {number}", number=panel.number)
        moderated = _("moderated by {states}", states=", ".join(panel.moderators)) if panel.moderators else ""
        words = (named, panel.title.said, moderated, *_composed(panel.composition))
        yield "    " + " · ".join(part for part in words if part)
    for each in session.contacts:
        yield "    " + _("contact of {organization}: {name}", organization=each.of, name=each.name)
    for move in session.moves:
        before = ", ".join(day.date.isoformat() for day in move.before)
        yield "  " + _(
            "moved on {date} from {before}: {why}", date=day_in_words(move.decided), before=before, why=move.reason
        )
    for told in (session.note, session.outcome):
        if told:
            yield "  " + told.said
    for claim in claims:
        yield "  " + _("{source} says: {value}", source=claim.source, value=claim.value.said)
    if session.sources:
        yield "  " + _("sources: {sources}", sources="; ".join(session.sources))


def _day_line(session: Session, day: SessionDay, now: Instant) -> str:
    told = [day_in_words(day.date), f"{session.opening(day).local:%H:%M}–{session.closing(day).local:%H:%M}"]
    if day.length < 1:
        told.append(_("half a day"))
    if not day.scheduled:
        told.append(_("added later"))
    met = _has_met(session, day, now)
    if met is not None:
        told.append(_("met that day") if met else _("did not meet"))
    return " · ".join(told)


def _composed(composition: Composition) -> Iterator[str]:
    """Say which countries the members of a panel spoke from."""
    if composition.origin:
        yield _("origin: {states}", states=", ".join(composition.origin))
    if composition.transit:
        yield _("transit: {states}", states=", ".join(composition.transit))
    if composition.destination:
        yield _("destination: {states}", states=", ".join(composition.destination))
