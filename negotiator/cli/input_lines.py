"""How the lines of a long list of inputs are printed: what many of them share is written once."""

from collections.abc import Iterable, Iterator
from functools import cache
from json.encoder import encode_basestring as quoted

from negotiator.domain.dates import Instant, day_in_words, days_between
from negotiator.domain.input_life import INPUT_STATES, InputState
from negotiator.domain.inputs import PENDING_KINDS, PendingKind, input_code
from negotiator.i18n import _
from negotiator.services.input_lines import Line, instant_of


def table_rows(lines: Iterable[Line], now: Instant) -> Iterator[tuple[object, ...]]:
    """Write each line as a row of the table."""

    @cache
    def due(moment: str | None, zone: str | None) -> tuple[str, int | None]:
        instant = instant_of(moment, zone)
        return (day_in_words(instant.date), days_between(now, instant)) if instant else ("", None)

    @cache
    def waiting(kinds: tuple[PendingKind, ...], group: str | None) -> str:
        covered = [_("covered by {group}", group=group)] if group else []
        return ", ".join([*covered, *(_(PENDING_KINDS[kind]) for kind in kinds)])

    @cache
    def state(name: str, late: bool) -> str:
        shown = _(INPUT_STATES[InputState(name)])
        return _("{state}, late", state=shown) if late else shown

    for each in lines:
        day, left = due(each.due, each.zone)
        awaited = each.state == InputState.EXPECTED and not each.covered_by
        yield (
            input_code(each.number),
            state(each.state, each.late),
            day,
            left if awaited else None,
            each.stakeholder,
            each.kind,
            each.title,
            each.session,
            waiting(each.pending, each.covered_by),
        )


def json_lines(lines: Iterable[Line], now: Instant) -> Iterator[str]:
    """Write each line as a flat record in JSON, indented as `json_records` asks for."""
    from json import dumps

    @cache
    def due(moment: str | None, zone: str | None) -> str:
        instant = instant_of(moment, zone)
        if instant is None:
            return "null"
        return listed(dumps({"at": instant.iso(), "zone": instant.zone, "days": days_between(now, instant)}, indent=2))

    @cache
    def pending(kinds: tuple[PendingKind, ...]) -> str:
        return listed(dumps([kind.value for kind in kinds], indent=2))

    @cache
    def topics(stored: str) -> str:
        from json import loads

        return listed(dumps(loads(stored), ensure_ascii=False, indent=2))

    def listed(text: str) -> str:
        return text.replace("\n", "\n      ")

    for each in lines:
        yield (
            f"""{{
      "id": "{input_code(each.number)}",
      "state": "{each.state}",
      "pending": {pending(each.pending)},
      "owed_by": "{each.owed_by}",
      "stakeholder": {quoted(each.stakeholder)},
      "kind": {quoted(each.kind)},
      "title": {quoted(each.title)},
      "due": {due(each.due, each.zone)},
      "session": {_or_null(each.session)},
      "covered_by": {_or_null(each.covered_by)},
      "topics": {topics(each.topics)},
      "officer": {_or_null(each.officer)},
      "acknowledged": {_flag(each.acknowledged)},
      "posted": {_flag(each.posted)}
    }}"""
        )


def _or_null(words: str | None) -> str:
    return quoted(words) if words else "null"


def _flag(said: bool) -> str:
    return "true" if said else "false"
