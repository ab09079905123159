"""How mandated actions are printed: flat records for scripts, a line and a page for people."""

from collections.abc import Iterator

from negotiator.domain.dates import day_in_words
from negotiator.domain.mandate import FORCES, STATUSES, Judged
from negotiator.domain.mandate_words import actors_in_words, change_in_words, reading_in_words
from negotiator.i18n import _


def mandate_record(each: Judged) -> dict[str, object]:
    """Write a mandated action as one flat record."""
    action, term = each.action, each.term
    return {
        "id": action.code,
        "source": action.source or None,
        "paragraph": action.paragraph,
        "phase": action.phase or None,
        "force": action.force.value,
        "responsible": [actor.en for actor in action.responsible],
        "title_en": action.title.en,
        "title_zh": action.title.zh,
        "deliverable": action.deliverable.said or None,
        "rule": each.rule,
        "status": each.status.value,
        "tone": each.tone.value,
        "figures": each.figures,
        "why": each.why,
        "evidence": list(each.evidence),
        "reading": each.reading or None,
        "due": {
            "opens": term.opens.isoformat() if term.opens else None,
            "strict": term.strict.isoformat() if term.strict else None,
            "lenient": term.lenient.isoformat() if term.lenient else None,
            "days": each.days_left,
        },
        "date_changes": [
            {
                "reading": each_reading.reading,
                "until": each_reading.until.isoformat() if each_reading.until else None,
                "why": each_reading.why,
                "by": each_reading.by or None,
                "source": each_reading.source or None,
                "decided": each_reading.decided.isoformat(),
            }
            for each_reading in action.overrides
        ],
        "checks": [check.kind.value for check in action.checks],
        "recurs": action.recurs or None,
        "certainty": action.certainty.value,
    }


def mandate_lines(each: Judged) -> Iterator[str]:
    """Say everything about one mandated action."""
    action = each.action
    where = _("paragraph {paragraph}", paragraph=action.paragraph)
    yield f"{action.code} · {action.source + ', ' if action.source else ''}{where} · {_(FORCES[action.force])}"
    yield action.title.said
    status = _(STATUSES[each.status])
    for head, words in (
        (_("status"), f"{status}: {each.figures}" if each.figures else status),
        (_("why"), each.why),
        (_("rule"), each.rule),
        (_("reading"), reading_in_words(each)),
        (_("responsible"), actors_in_words(each)),
        (_("deliverable"), action.deliverable.said),
        (_("evidence"), ", ".join(each.evidence)),
    ):
        if words:
            yield f"{head}: {words}"
    for each_reading in action.overrides:
        yield f"  {change_in_words(each_reading)}"
    for piece in action.evidence:
        day = day_in_words(piece.on)
        taken = _(" (withdrawn: {why})", why=piece.why) if piece.withdrawn else ""
        told = " ".join(part for part in (piece.ref, piece.session, piece.words.said) if part)
        yield f"  {piece.code}  {day}  {told}{taken}"
