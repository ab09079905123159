"""A draft as the command line shows it: records for scripts, lines for people."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from negotiator.documents.reading.names import DOUBTS, GUESSED, REASONS, counted_kind
from negotiator.documents.reading.notes import told
from negotiator.domain.audience import AUDIENCES
from negotiator.domain.dates import day_in_words
from negotiator.domain.draft import KINDS, STATUSES, Draft, DraftText
from negotiator.domain.notes import Note
from negotiator.i18n import _, n_
from negotiator.text.provision import Doubt, Kind, Provision, Reading

if TYPE_CHECKING:
    from negotiator.services.draft_plans import DraftPlan
    from negotiator.text.brackets import Brackets
    from negotiator.text.references import Reference


def draft_record(draft: Draft) -> dict[str, object]:
    """Return a draft as a flat record for scripts."""
    return {
        "code": draft.code,
        "name": draft.name,
        "kind": draft.kind.value,
        "symbol": draft.symbol or None,
        "released": draft.released.isoformat(),
        "based_on": list(draft.based_on),
        "audience": draft.audience.value,
        "visibility": draft.visibility.value,
        "embargo": draft.embargo.iso() if draft.embargo else None,
        "status": draft.status.value,
        "languages": list(draft.languages),
        "texts": [
            {
                "address": text.address,
                "language": text.language,
                "file": text.file_name,
                "media_type": text.media_type,
                "sha256": text.sha256,
            }
            for text in draft.texts
        ],
        "note": draft.note,
    }


def provision_record(each: Provision) -> dict[str, object]:
    """Return a provision as a flat record for scripts."""
    return {
        "index": each.index,
        "path": each.path,
        "kind": each.kind.value,
        "label": each.label,
        "text": each.text,
        "level": each.level,
        "parent": each.parent,
        "line": each.line,
    }


def document_of(draft: Draft, reading: Reading) -> dict[str, object]:
    """Return a draft with its reading for scripts."""
    return {
        "draft": draft_record(draft),
        "counts": reading.counts(),
        "doubts": [{"line": each.line, "code": each.code, "detail": each.detail} for each in reading.doubts],
        "dropped": [{"line": each.line, "reason": each.reason, "text": each.text} for each in reading.dropped],
        "provisions": [provision_record(each) for each in reading.provisions],
    }


def place_of(provision: Provision) -> str:
    """Say where a provision stands: its path, which other commands accept."""
    return provision.path


def bracket_records(found: "Brackets", provisions: Sequence[Provision]) -> list[dict[str, object]]:
    """Return the pairs of brackets as flat records for scripts."""
    return [
        {
            "provision": each.provision,
            "path": provisions[each.provision].path,
            "closes_in": each.closes_in,
            "depth": each.depth + 1,
            "kind": each.kind.value,
            "words": each.words,
            "alternatives": list(each.alternatives),
            "attributions": [{"party": one.party, "action": one.action} for one in each.attributions],
        }
        for each in found.pairs
    ]


def loose_records(found: "Brackets", provisions: Sequence[Provision]) -> list[dict[str, object]]:
    """Return the brackets without a partner as flat records for scripts."""
    return [
        {"provision": each.provision, "path": provisions[each.provision].path, "place": each.place, "mark": each.mark}
        for each in found.loose
    ]


def reference_record(each: "Reference", provisions: Sequence[Provision]) -> dict[str, object]:
    """Return a cross-reference as a flat record for scripts."""
    return {
        "provision": each.provision,
        "path": provisions[each.provision].path,
        "start": each.start,
        "end": each.end,
        "words": each.words,
        "wanted": each.wanted,
        "state": each.state.value,
        "target": None if each.target is None else provisions[each.target].path,
    }


def counted_words(reading: Reading) -> str:
    """Say how many provisions of each kind a text has."""
    return ", ".join(counted_kind(Kind(kind), number) for kind, number in reading.counts().items())


def plan_lines(plan: "DraftPlan") -> Iterator[str]:
    """Write what registering a file would store."""
    yield from _head(plan.draft, plan.address, plan.language, plan.document.name)
    if plan.guessed:
        names = ", ".join(_(GUESSED[name]) for name in plan.guessed)
        yield _("  not said, so taken from the file or the calendar: {names}", names=names)
    yield from _body(plan.reading, plan.document.notes)


def shown_lines(draft: Draft, text: DraftText, reading: Reading, notes: Sequence[Note]) -> Iterator[str]:
    """Write a registered draft."""
    yield from _head(draft, text.address, text.language, text.file_name)
    yield from _body(reading, notes)


def _head(draft: Draft, address: str, language: str, file_name: str) -> Iterator[str]:
    yield f"{address}  {draft.name}" + (f"  {draft.symbol}" if draft.symbol else "")
    yield _(
        "  {kind}, {status}, released {day} to: {audience}",
        kind=_(KINDS[draft.kind]),
        status=_(STATUSES[draft.status]),
        day=day_in_words(draft.released),
        audience=_(AUDIENCES[draft.audience]),
    )
    if draft.embargo:
        yield _("  under embargo until {moment}", moment=draft.embargo.iso())
    if draft.based_on:
        yield _("  based on {codes}", codes=", ".join(draft.based_on))
    yield _("  {language}, from {file}", language=language, file=file_name)
    if draft.note:
        yield f"  {draft.note}"


def _body(reading: Reading, notes: Sequence[Note]) -> Iterator[str]:
    yield f"  {counted_words(reading)}"
    for note in notes:
        yield f"  {told(note)}"
    yield ""
    for each in reading.provisions:
        yield "  " * each.level + f"{each.label} {each.text}".strip()
    if reading.doubts:
        yield ""
        yield n_("{n} doubt:", "{n} doubts:", len(reading.doubts))
        for doubt in reading.doubts:
            yield _("  line {line}: {doubt}", line=doubt.line, doubt=_doubt(doubt))
    if reading.dropped:
        yield ""
        yield n_("{n} line left out:", "{n} lines left out:", len(reading.dropped))
        for dropped in reading.dropped:
            reason = _(REASONS.get(dropped.reason, dropped.reason))
            yield _("  line {line}, {reason}: {text}", line=dropped.line, reason=reason, text=dropped.text.strip())


def _doubt(doubt: Doubt) -> str:
    words = DOUBTS.get(doubt.code)
    return _(words, detail=doubt.detail) if words else f"{doubt.code}: {doubt.detail}"
