"""Rows of the process: its phases, offices, milestones, and what sources say; the calendar has a room of its own."""

from datetime import date, time
from typing import TYPE_CHECKING

from negotiator.domain.dates import Window
from negotiator.domain.process import (
    Certainty,
    Claim,
    Milestone,
    MilestoneKind,
    MilestoneMove,
    Mode,
    Phase,
    Process,
    Role,
)
from negotiator.storage.calendar import add_session
from negotiator.storage.columns import day_from, optional_day_from, title_columns, title_from
from negotiator.storage.events import Act
from negotiator.storage.mandate import add_action
from negotiator.storage.opened import Database
from negotiator.storage.rows import Row, Value, one, query, strings_from, text, to_json

if TYPE_CHECKING:
    from negotiator.domain.template import Template


def add_template(act: Act, template: "Template", name: str, words: str, sha256: str) -> None:
    """Copy a process into rows, with the text of its template and the hash of its bytes."""
    process = template.process
    act.insert(
        "process",
        {
            "code": process.code,
            **title_columns("title", process.title),
            "mode": process.mode.value,
            "zone": process.zone,
            "mandate": process.mandate,
            "template_name": name,
            "template_sha256": sha256,
            "template": words,
        },
    )
    for phase in template.phases:
        act.insert(
            "phase",
            {
                "code": phase.code,
                **title_columns("title", phase.title),
                "starts": phase.window.first.isoformat(),
                "ends": phase.window.last.isoformat(),
                "kind": phase.kind,
            },
        )
    for role in template.roles:
        act.insert("role", _role_columns(role))
    for session in template.sessions:
        add_session(act, session)
    for milestone in template.milestones:
        act.insert("milestone", _milestone_columns(milestone))
    for place, action in enumerate(template.actions):
        add_action(act, place, action, template.written[action.code])
    for claim in template.claims:
        act.insert(
            "claim",
            {
                "subject": claim.subject,
                "what": claim.what,
                **title_columns("value", claim.value),
                "source": claim.source,
                "certainty": claim.certainty.value,
            },
        )


def process(db: Database) -> Process | None:
    """Return the process of the workspace, None where it has none yet."""
    row = one(db, "select * from process where deleted_at is null")
    if row is None:
        return None
    return Process(text(row, "code"), title_from(row), Mode(text(row, "mode")), text(row, "zone"), text(row, "mandate"))


def phases(db: Database) -> tuple[Phase, ...]:
    """Return the phases, the earliest first."""
    rows = query(db, "select * from phase where deleted_at is null order by starts, code")
    return tuple(
        Phase(
            text(row, "code"),
            title_from(row),
            Window(day_from(row, "starts"), day_from(row, "ends")),
            text(row, "kind"),
        )
        for row in rows
    )


def roles(db: Database) -> tuple[Role, ...]:
    """Return who holds and held which office, the earliest first."""
    rows = query(db, "select * from role where deleted_at is null order by since, rowid")
    return tuple(
        Role(
            role=text(row, "role"),
            title=title_from(row),
            holder=text(row, "holder"),
            state=text(row, "state"),
            since=optional_day_from(row, "since"),
            until=optional_day_from(row, "until"),
            certainty=Certainty(text(row, "certainty")),
            sources=strings_from(row, "sources"),
        )
        for row in rows
    )


def milestones(db: Database) -> tuple[Milestone, ...]:
    """Return the milestones, the earliest first."""
    rows = query(db, "select * from milestone where deleted_at is null order by date, time, code")
    moves: dict[str, list[MilestoneMove]] = {}
    for row in query(db, "select * from milestone_move where deleted_at is null order by decided, rowid"):
        moves.setdefault(text(row, "milestone"), []).append(_move(row))
    return tuple(
        Milestone(
            code=text(row, "code"),
            title=title_from(row),
            kind=MilestoneKind(text(row, "kind")),
            window=Window(day_from(row, "date"), day_from(row, "until")),
            zone=text(row, "zone"),
            clock=time.fromisoformat(text(row, "time")) if row["time"] else None,
            symbol=text(row, "symbol"),
            draft=text(row, "draft"),
            announced=optional_day_from(row, "announced"),
            certainty=Certainty(text(row, "certainty")),
            sources=strings_from(row, "sources"),
            note=title_from(row, "note"),
            moves=tuple(moves.get(text(row, "id"), ())),
        )
        for row in rows
    )


def _move(row: Row) -> MilestoneMove:
    return MilestoneMove(
        decided=day_from(row, "decided"),
        reason=text(row, "why"),
        source=text(row, "source"),
        by=text(row, "decided_by"),
        before=_window(text(row, "before")),
        after=_window(text(row, "after")),
    )


def _window(written: str) -> Window:
    first, last = written.split("/")
    return Window(date.fromisoformat(first), date.fromisoformat(last))


def move_milestone(act: Act, code: str, move: MilestoneMove) -> None:
    """Give a milestone another date; the old one is kept with the reason."""
    row = one(act.db, "select id from milestone where code = ? and deleted_at is null", [code])
    identifier = text(row, "id") if row else ""
    changed = {"date": move.after.first.isoformat(), "until": move.after.last.isoformat()}
    act.update("milestone", identifier, changed)
    act.insert(
        "milestone_move",
        {
            "milestone": identifier,
            "why": move.reason,
            "source": move.source,
            "decided": move.decided.isoformat(),
            "decided_by": move.by,
            "before": f"{move.before.first.isoformat()}/{move.before.last.isoformat()}",
            "after": f"{move.after.first.isoformat()}/{move.after.last.isoformat()}",
        },
    )


def claims(db: Database, subject: str | None = None) -> tuple[Claim, ...]:
    """Return what sources say, on one session or milestone or on all."""
    rows = query(
        db,
        "select * from claim where deleted_at is null and (? is null or subject = ?) order by rowid",
        [subject, subject],
    )
    return tuple(
        Claim(
            text(row, "subject"),
            text(row, "what"),
            title_from(row, "value"),
            text(row, "source"),
            Certainty(text(row, "certainty")),
        )
        for row in rows
    )


def _role_columns(role: Role) -> dict[str, Value]:
    return {
        "role": role.role,
        **title_columns("title", role.title),
        "holder": role.holder,
        "state": role.state,
        "since": role.since.isoformat() if role.since else None,
        "until": role.until.isoformat() if role.until else None,
        "certainty": role.certainty.value,
        "sources": to_json(role.sources),
    }


def _milestone_columns(milestone: Milestone) -> dict[str, Value]:
    return {
        "code": milestone.code,
        **title_columns("title", milestone.title),
        "kind": milestone.kind.value,
        "date": milestone.window.first.isoformat(),
        "until": milestone.window.last.isoformat(),
        "time": milestone.clock.strftime("%H:%M") if milestone.clock else None,
        "zone": milestone.zone,
        "symbol": milestone.symbol,
        "draft": milestone.draft,
        "announced": milestone.announced.isoformat() if milestone.announced else None,
        "certainty": milestone.certainty.value,
        "sources": to_json(milestone.sources),
        **title_columns("note", milestone.note),
    }
