"""The speakers' list as flat records for scripts, or as rows and lines for people."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from negotiator.cli.output import Column
from negotiator.domain.hours import near_end
from negotiator.domain.speaking import SPEECH_KINDS, SPEECH_STATES, Speech, SpeechKind, SpeechState, Total
from negotiator.i18n import _
from negotiator.services.speaking import SpeakersList


def list_document(found: SpeakersList) -> dict[str, object]:
    """Write the list with its sums, each a list of flat records; times are in seconds."""
    now = found.now.utc
    shown = [*([found.speaking] if found.speaking else []), *found.waiting, *_over(found)]
    place = {each.id: number for number, each in enumerate(found.waiting, 1)}
    return {
        "as_of": found.now.iso(),
        "session": found.session,
        "limits": {"alone": found.limits.alone, "group": found.limits.group},
        "ends": found.ends.iso() if found.ends else None,
        "average": _seconds(found.average),
        "speakers": [
            {
                "id": f"{found.session}/{each.number}",
                "number": each.number,
                "place": place.get(each.id),
                "speaker": each.speaker,
                "for": each.group or None,
                "kind": each.kind.value,
                "state": each.state.value,
                "meeting": each.meeting,
                "started": each.started.iso() if each.started else None,
                "stopped": each.stopped.iso() if each.stopped else None,
                "held": each.paused is not None,
                "lasted": _seconds(each.lasted(now)) if each.started else None,
                "limit": _seconds(each.limit) or None,
                "over": _seconds(each.over(now)),
            }
            for each in shown
        ],
        "totals": [{"speaker": each.who, **_total(each)} for each in found.by_speaker()],
        "regions": [{"region": each.who or None, **_total(each)} for each in found.by_region()],
    }


def _total(each: Total) -> dict[str, object]:
    return {"speeches": each.speeches, "time": _seconds(each.time), "over": _seconds(each.over)}


def _seconds(span: timedelta | None) -> int | None:
    return None if span is None else int(span.total_seconds())


def _over(found: SpeakersList) -> list[Speech]:
    """Return those who have spoken or did not show, the latest first."""
    gone = [each for each in found.speeches if each.state in (SpeechState.DONE, SpeechState.NO_SHOW)]
    return sorted(gone, key=lambda each: (each.stopped or each.asked).utc, reverse=True)


def rows(found: SpeakersList) -> tuple[list[list[object]], Sequence[Column | str]]:
    """Write the list as a table."""
    shown = [*([found.speaking] if found.speaking else []), *found.waiting, *reversed(_over(found))]
    cells: list[list[object]] = []
    place = 0
    for each in shown:
        if each.state is SpeechState.QUEUED:
            place += 1
        cells.append(
            [
                place if each.state is SpeechState.QUEUED else "▶" if each.state is SpeechState.SPEAKING else "",
                each.speaker,
                each.group,
                "" if each.kind is SpeechKind.STATEMENT else _(SPEECH_KINDS[each.kind]),
                _(SPEECH_STATES[each.state]),
                clock(each.lasted(found.now.utc)) if each.started else "",
                each.number,
            ]
        )
    heads = (Column("", right=True), _("speaker"), _("for"), _("kind"), _("state"))
    return cells, [*heads, Column(_("time"), right=True), Column(_("number"), right=True)]


def lines(found: SpeakersList) -> Iterator[str]:
    """Write the sums and when the list will be through, for people."""
    if found.ends:
        yield _("through at {time}", time=f"{found.ends.local:%H:%M}")
    if found.average is not None:
        yield _("average {time}", time=clock(found.average))
    by_speaker = [f"{each.who} {clock(each.time)}" for each in found.by_speaker()]
    if by_speaker:
        yield _("by speaker: {sums}", sums=" · ".join(by_speaker))
    by_region = [f"{each.who or '–'} {clock(each.time)}" for each in found.by_region()]
    if by_region:
        yield _("by regional group: {sums}", sums=" · ".join(by_region))
    near = near_end(found.now, found.meeting.opened) if found.meeting else None
    if near:
        yield near.said()


def clock(span: timedelta) -> str:
    """Write a time as minutes and seconds."""
    seconds = int(span.total_seconds())
    return f"{seconds // 60}:{seconds % 60:02d}"
