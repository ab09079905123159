"""Inputs as a mandate looks at them, as they stood at a moment: read by one question, however many there are.

What an input's steps and extensions come to is told by `domain.input_life.standing`; this says the same in SQL, so that
the mandate does not carry every input with its whole life through memory.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from negotiator.domain.dates import Instant
from negotiator.domain.facts import Receipt
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, query, strings_from, text, utc_text, whole

ASIDE = frozenset(("withdrawn", "declined"))
"""States in which an input is no evidence of anything."""
REMARKS = (
    *("presented", "awaiting-clarification", "clarified", "awaiting-translation", "translated"),
    *("acknowledged", "posted", "text-to-follow", "text-came"),
)
"""Steps that leave the state as it is."""

_PAST = "input = i.id and deleted_at is null and at_utc <= :now"
_LAST = "order by at_utc desc, rowid desc limit 1"
_CHANGED = "from input_extension where input = i.id and deleted_at is null and decided_utc > :now"
_QUESTION = f"""
select i.number, i.kind, k.code as sender, s.code as session_code, i.owed_by, i.topics, i.due_local, i.due_utc,
    i.announced, i.asked_utc,
    coalesce((select what from input_step where {_PAST} and what not in ({", ".join(f"'{each}'" for each in REMARKS)})
        {_LAST}), 'expected') as stood,
    (select at_local from input_step where {_PAST} and what = 'received' {_LAST}) as came,
    (select coalesce(before_local, '') || '|' || coalesce(before_utc, '') {_CHANGED}
        order by decided_utc, rowid limit 1) as was_due,
    exists (select 1 from input_step where input = i.id and deleted_at is null and what = 'tagged' and at_utc > :now)
        as tagged_later
from input i join stakeholder k on k.id = i.stakeholder left join session s on s.id = i.session
where i.deleted_at is null order by i.due_utc is null, i.due_utc, i.number
"""


def receipts(
    db: Database, now: Instant, behalf: Mapping[int, Sequence[str]]
) -> tuple[tuple[Receipt, ...], frozenset[str]]:
    """Return the inputs that were known by a moment, and the codes of those that had been taken back by then.

    `behalf` says on whose behalf else an input was sent, by its number.
    """
    at = utc_text(now.utc)
    there: list[Receipt] = []
    gone: set[str] = set()
    for row in query(db, _QUESTION, {"now": at}):
        state, number = text(row, "stood"), whole(row, "number")
        code = f"I-{number:03d}"
        if state == "expected" and (not row["announced"] or text(row, "asked_utc") > at):
            continue
        if state in ASIDE:
            gone.add(code)
        else:
            there.append(_receipt(row, code, at, behalf.get(number, ())))
    return tuple(there), frozenset(gone)


def _receipt(row: Row, code: str, at: str, behalf: Sequence[str]) -> Receipt:
    awaited = text(row, "stood") == "expected"
    due, due_utc = text(row, "due_local"), text(row, "due_utc")
    if row["was_due"] is not None:
        due, _between, due_utc = text(row, "was_due").partition("|")
    came = text(row, "came")
    return Receipt(
        code=code,
        kind=text(row, "kind"),
        sender=text(row, "sender"),
        session=text(row, "session_code"),
        on=_day(came) if came and not awaited else None,
        overdue=awaited and text(row, "owed_by") != "invited" and bool(due_utc) and at > due_utc,
        due=_day(due) if due else None,
        topics=() if row["tagged_later"] else strings_from(row, "topics"),
        behalf=tuple(behalf),
    )


def _day(local: str) -> date:
    return date.fromisoformat(local[:10])
