"""Rows of the calendar: sessions with their days, panels and moves."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import time

from negotiator.domain.dates import Window
from negotiator.domain.process import NO_TITLE, Certainty, Title
from negotiator.domain.session import (
    Composition,
    Contact,
    Move,
    Panel,
    Plan,
    Session,
    SessionDay,
    SessionKind,
    Whereabouts,
)
from negotiator.storage.columns import day_from, number_from, optional_day_from, title_columns, title_from
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, Value, one, query, strings_from, text, to_json


def sessions(db: Database) -> tuple[Session, ...]:
    """Return the whole calendar, with the days, panels and moves of each session."""
    days = _by_session(query(db, "select * from session_day where deleted_at is null order by date"))
    panels = _by_session(query(db, "select * from panel where deleted_at is null order by number"))
    moves = _by_session(query(db, "select * from session_move where deleted_at is null order by decided, rowid"))
    named = _by_session(query(db, "select * from session_contact where deleted_at is null order by rowid"))
    rows = query(db, "select * from session where deleted_at is null order by rowid")
    return tuple(_session(row, days, panels, moves, named.get(text(row, "id"), ())) for row in rows)


def session_id(db: Database, code: str) -> str | None:
    """Return the identifier of a session by its code, in any case of letters."""
    row = one(db, "select id from session where code = ? collate nocase and deleted_at is null", [code])
    return text(row, "id") if row else None


def add_session(act: Act, session: Session) -> str:
    """Store a session with its days and panels; returns its identifier."""
    identifier = act.insert("session", session_columns(session))
    _add_days(act, identifier, session.days)
    for panel in session.panels:
        set_panel(act, identifier, panel)
    for each in session.contacts:
        act.insert("session_contact", {"session": identifier, "organization": each.of, "name": each.name})
    return identifier


def set_panel(act: Act, session: str, panel: Panel) -> None:
    """Store a panel of a session, a new one or one that is known by its number."""
    columns: dict[str, Value] = {
        **title_columns("title", panel.title),
        "moderators": to_json(panel.moderators),
        "certainty": panel.certainty.value,
        "sources": to_json(panel.sources),
        "composition": to_json(asdict(panel.composition)),
    }
    known = one(
        act.db,
        "select id from panel where session = ? and number = ? and deleted_at is null",
        [session, panel.number],
    )
    if known:
        act.update("panel", text(known, "id"), columns)
    else:
        act.insert("panel", {"session": session, "number": panel.number, **columns})


def change_session(act: Act, identifier: str, session: Session) -> None:
    """Store what has changed in a session and its days; days that stay the same leave no trace."""
    act.update("session", identifier, session_columns(session))
    kept = query(act.db, "select * from session_day where session = ? and deleted_at is null", [identifier])
    wanted = {day.date.isoformat(): day for day in session.days}
    for row in kept:
        day = wanted.pop(text(row, "date"), None)
        if day is None:
            act.delete("session_day", text(row, "id"))
        else:
            act.update("session_day", text(row, "id"), _day_columns(day))
    _add_days(act, identifier, wanted.values())


def add_move(act: Act, identifier: str, move: Move) -> None:
    """Store a change of dates with its reason, and the days before and after it."""
    act.insert(
        "session_move",
        {
            "session": identifier,
            "decided": move.decided.isoformat(),
            "reason": move.reason,
            "source": move.source,
            "decided_by": move.by,
            "where_before": to_json(asdict(move.where)) if move.where else "",
            "before": to_json([_day_columns(day) for day in move.before]),
            "after": to_json([_day_columns(day) for day in move.after]),
        },
    )


def session_columns(session: Session) -> dict[str, Value]:
    """Spread a session over its columns, without its days and panels."""
    plan = session.plan
    window = plan.window if plan else None
    return {
        "code": session.code,
        "kind": session.kind.value,
        "phases": to_json(session.phases),
        **title_columns("title", session.title),
        **title_columns("place", session.place),
        **title_columns("venue", session.venue),
        "country": session.country,
        "zone": session.zone,
        "opens": session.opens.strftime("%H:%M"),
        "closes": session.closes.strftime("%H:%M"),
        "planned": int(plan is not None),
        **title_columns("plan", plan.text if plan else NO_TITLE),
        "plan_from": window.first.isoformat() if window else None,
        "plan_until": window.last.isoformat() if window else None,
        "plan_days": plan.days if plan else 0.0,
        **title_columns("plan_place", plan.place if plan else NO_TITLE),
        "announced": session.announced.isoformat() if session.announced else None,
        "additional": int(session.additional),
        "draft": session.draft,
        "certainty": session.certainty.value,
        "sources": to_json(session.sources),
        **title_columns("note", session.note),
        **title_columns("outcome", session.outcome),
    }


def _add_days(act: Act, identifier: str, days: Iterable[SessionDay]) -> None:
    for day in days:
        act.insert("session_day", {"session": identifier, **_day_columns(day)})


def _day_columns(day: SessionDay) -> dict[str, Value]:
    return {
        "date": day.date.isoformat(),
        "length": day.length,
        "scheduled": int(day.scheduled),
        "met": int(day.met),
    }


def _session(
    row: Row,
    days: Mapping[str, list[Row]],
    panels: Mapping[str, list[Row]],
    moves: Mapping[str, list[Row]],
    contacts: Iterable[Row],
) -> Session:
    identifier = text(row, "id")
    plan = None
    if row["planned"]:
        first, last = optional_day_from(row, "plan_from"), optional_day_from(row, "plan_until")
        window = Window(first, last) if first and last else None
        plan = Plan(title_from(row, "plan"), window, number_from(row, "plan_days"), title_from(row, "plan_place"))
    return Session(
        code=text(row, "code"),
        kind=SessionKind(text(row, "kind")),
        title=title_from(row),
        phases=strings_from(row, "phases"),
        place=title_from(row, "place"),
        venue=title_from(row, "venue"),
        country=text(row, "country"),
        zone=text(row, "zone"),
        days=tuple(_session_day(day) for day in days.get(identifier, ())),
        plan=plan,
        announced=optional_day_from(row, "announced"),
        opens=time.fromisoformat(text(row, "opens")),
        closes=time.fromisoformat(text(row, "closes")),
        additional=bool(row["additional"]),
        draft=text(row, "draft"),
        panels=tuple(
            Panel(
                number=int(number_from(panel, "number")),
                title=title_from(panel),
                moderators=strings_from(panel, "moderators"),
                certainty=Certainty(text(panel, "certainty")),
                sources=strings_from(panel, "sources"),
                composition=_composition(panel),
            )
            for panel in panels.get(identifier, ())
        ),
        certainty=Certainty(text(row, "certainty")),
        sources=strings_from(row, "sources"),
        note=title_from(row, "note"),
        outcome=title_from(row, "outcome"),
        moves=tuple(
            Move(
                decided=day_from(move, "decided"),
                reason=text(move, "reason"),
                source=text(move, "source"),
                before=_days_from(move, "before"),
                after=_days_from(move, "after"),
                by=text(move, "decided_by"),
                where=_where_from(move),
            )
            for move in moves.get(identifier, ())
        ),
        contacts=tuple(Contact(text(each, "organization"), text(each, "name")) for each in contacts),
    )


def _session_day(row: Row) -> SessionDay:
    return SessionDay(day_from(row, "date"), number_from(row, "length"), bool(row["scheduled"]), bool(row["met"]))


def _days_from(row: Row, name: str) -> tuple[SessionDay, ...]:
    return tuple(_session_day(day) for day in json.loads(text(row, name)))


def _where_from(move: Row) -> Whereabouts | None:
    stored = text(move, "where_before")
    if not stored:
        return None
    where = json.loads(stored)
    return Whereabouts(Title(**where["place"]), Title(**where["venue"]), where["country"], where["zone"])


def _by_session(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(text(row, "session"), []).append(row)
    return found


def _composition(panel: Row) -> Composition:
    stored = json.loads(text(panel, "composition"))
    return Composition(**{name: tuple(codes) for name, codes in stored.items()})
