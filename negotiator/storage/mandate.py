"""Rows of the mandate: its actions, the evidence for them, how their dates are read, and what took their place."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from negotiator.domain.mandate import Evidence, EvidenceKind, MandatedAction, Override, Superseding
from negotiator.domain.table import Table
from negotiator.domain.template_actions import action_from
from negotiator.domain.title import Title
from negotiator.errors import DatabaseTrouble
from negotiator.i18n import _
from negotiator.storage.columns import day_from, optional_day_from
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, next_in, one, query, text, whole


def add_action(act: Act, place: int, action: MandatedAction, written: Mapping[str, object]) -> str:
    """Store an action as its template describes it."""
    return act.insert(
        "mandated_action",
        {
            "code": action.code,
            "place": place,
            "paragraph": action.paragraph,
            "phase": action.phase,
            "force": action.force.value,
            "content": json.dumps(written, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_day),
        },
    )


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def actions(db: Database) -> tuple[MandatedAction, ...]:
    """Return every action in the order of its template, with what people recorded about it."""
    evidence = _by_action(query(db, "select * from mandate_evidence where deleted_at is null order by number"))
    readings = _by_action(query(db, "select * from mandate_reading where deleted_at is null order by decided, rowid"))
    taken = _by_action(query(db, "select * from mandate_superseded where deleted_at is null order by decided, rowid"))
    rows = query(db, "select id, content from mandated_action where deleted_at is null order by place")
    return tuple(_action(row, evidence, readings, taken) for row in rows)


def _action(
    row: Row,
    evidence: Mapping[str, list[Row]],
    readings: Mapping[str, list[Row]],
    taken: Mapping[str, list[Row]],
) -> MandatedAction:
    table = Table("", json.loads(text(row, "content")), [])
    action = action_from(table)
    if table.problems:
        raise DatabaseTrouble(_("A mandated action in the database is damaged: {problem}.", problem=table.problems[0]))
    identifier = text(row, "id")
    superseded = [
        Superseding(text(each, "by_document"), day_from(each, "decided"), Title(text(each, "why")))
        for each in taken.get(identifier, ())
    ]
    return replace(
        action,
        evidence=(*action.evidence, *(_evidence(each) for each in evidence.get(identifier, ()))),
        overrides=tuple(_override(each) for each in readings.get(identifier, ())),
        superseded=tuple(sorted((*action.superseded, *superseded), key=lambda each: each.on)),
    )


def _evidence(row: Row) -> Evidence:
    return Evidence(
        code=evidence_code(whole(row, "number")),
        kind=EvidenceKind(text(row, "kind")),
        ref=text(row, "ref"),
        on=day_from(row, "date"),
        session=text(row, "session"),
        words=Title(text(row, "words")),
        withdrawn=optional_day_from(row, "withdrawn"),
        why=text(row, "why"),
    )


def _override(row: Row) -> Override:
    return Override(
        optional_day_from(row, "until"),
        text(row, "reading"),
        text(row, "why"),
        day_from(row, "decided"),
        text(row, "source"),
        text(row, "decided_by"),
    )


def evidence_code(number: int) -> str:
    """Write the number of a piece of evidence as people say it: `E-003`."""
    return f"E-{number:03d}"


def action_id(db: Database, code: str) -> tuple[str, str] | None:
    """Return the identifier and the code of an action, whatever the case of letters."""
    row = one(db, "select id, code from mandated_action where code = ? collate nocase and deleted_at is null", [code])
    return (text(row, "id"), text(row, "code")) if row else None


def next_number(db: Database) -> int:
    """Return the number of the next piece of evidence; numbers are never used twice."""
    return next_in(db, "mandate_evidence")


def add_evidence(act: Act, action: str, number: int, evidence: Evidence) -> None:
    """Store a piece of evidence."""
    act.insert(
        "mandate_evidence",
        {
            "number": number,
            "action": action,
            "kind": evidence.kind.value,
            "ref": evidence.ref,
            "date": evidence.on.isoformat(),
            "session": evidence.session,
            "words": evidence.words.en,
            "withdrawn": None,
            "why": "",
        },
    )


def withdraw_evidence(act: Act, action: str, number: int, on: date, why: str) -> bool:
    """Take a piece of evidence back; it stays to be seen. Says whether there is one."""
    row = one(
        act.db,
        "select id from mandate_evidence where action = ? and number = ? and withdrawn is null and deleted_at is null",
        [action, number],
    )
    if row is not None:
        act.update("mandate_evidence", text(row, "id"), {"withdrawn": on.isoformat(), "why": why})
    return row is not None


def add_reading(act: Act, action: str, override: Override) -> None:
    """Store how a date is to be read."""
    act.insert(
        "mandate_reading",
        {
            "action": action,
            "reading": override.reading,
            "until": override.until.isoformat() if override.until else None,
            "why": override.why,
            "source": override.source,
            "decided_by": override.by,
            "decided": override.decided.isoformat(),
        },
    )


def add_superseded(act: Act, action: str, by: str, decided: date, why: str) -> None:
    """Store what took the place of an action."""
    act.insert(
        "mandate_superseded",
        {"action": action, "by_document": by, "why": why, "source": "", "decided": decided.isoformat()},
    )


def released(db: Database, day: date) -> dict[str, date]:
    """Return the drafts that were released by a day, each with its own."""
    found = query(db, "select code, released from draft where deleted_at is null and released <= ?", [day.isoformat()])
    return {text(row, "code"): day_from(row, "released") for row in found}


def titles(db: Database) -> dict[str, str]:
    """Return what stands as the title of each draft, as its latest reading has it, in every language."""
    rows = query(
        db,
        """select d.code, p.text from provision p join reading r on r.id = p.reading
        join draft_text x on x.id = r.draft_text join draft d on d.id = x.draft
        where p.kind = 'title' and x.deleted_at is null and d.deleted_at is null order by d.code, x.lang, p.place""",
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(text(row, "code"), []).append(text(row, "text"))
    return {code: " ".join(parts) for code, parts in found.items()}


def letters_gone(db: Database) -> frozenset[str]:
    """Return the codes of the letters that were taken out of the register: they prove nothing any more."""
    rows = query(
        db,
        """select distinct number from letter l where deleted_at is not null
        and not exists (select 1 from letter o where o.number = l.number and o.deleted_at is null)""",
    )
    return frozenset(f"L-{whole(row, 'number'):03d}" for row in rows)


def _by_action(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(text(row, "action"), []).append(row)
    return found
