"""Rows of proposals, of where delegations stand on them, and of what became of them."""

from collections.abc import Sequence

from negotiator.domain.audience import Audience
from negotiator.domain.dates import Instant
from negotiator.domain.proposal import Action, Disposition, Proposal, Stance, Stand
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import (
    Row,
    Value,
    instant_columns,
    moment_from,
    next_in,
    one,
    places,
    query,
    strings_from,
    text,
    to_json,
    whole,
)


def proposals(
    db: Database, *, upto: Instant | None = None, seen: Sequence[Audience] = tuple(Audience)
) -> tuple[Proposal, ...]:
    """Return the proposals that `seen` may see, by number, as they stood at a moment or stand now."""
    marks = [audience.value for audience in seen]
    stands = _stands(db, upto)
    steps = _steps(db, upto) if upto else {}
    found = []
    for row in query(
        db,
        f"""select p.*, s.code as by_code, e.number as entry_number, c.code as entry_session
        from proposal p join stakeholder s on s.id = p.stakeholder
        left join entry e on e.id = p.entry and e.deleted_at is null left join session c on c.id = e.session
        where p.deleted_at is null and p.visibility in ({places(marks)}) order by p.number""",
        marks,
    ):
        made = moment_from(row, "made")
        if upto is None or made.utc <= upto.utc:
            found.append(_proposal(row, made, stands.get(text(row, "id"), ()), steps.get(text(row, "id")), upto))
    return tuple(found)


_Step = tuple[Disposition, str, str]


def _proposal(row: Row, made: Instant, stands: tuple[Stand, ...], step: _Step | None, upto: Instant | None) -> Proposal:
    now = (Disposition(text(row, "disposition")), text(row, "why"), text(row, "disposed_in"))
    disposition, why, disposed_in = now if upto is None else step or (Disposition.OPEN, "", "")
    return Proposal(
        number=whole(row, "number"),
        draft=text(row, "draft"),
        label=text(row, "label"),
        path=text(row, "path"),
        action=Action(text(row, "action")),
        by=text(row, "by_code"),
        made=made,
        old=text(row, "old"),
        new=text(row, "new"),
        group=text(row, "group_code"),
        entry=f"{text(row, 'entry_session')}-{whole(row, 'entry_number')}" if row["entry_number"] is not None else "",
        note=text(row, "note"),
        doubts=strings_from(row, "doubts"),
        stands=stands,
        disposition=disposition,
        why=why,
        disposed_in=disposed_in,
        visibility=Audience(text(row, "visibility")),
        text_id=text(row, "draft_text"),
        id=text(row, "id"),
    )


def _stands(db: Database, upto: Instant | None) -> dict[str, tuple[Stand, ...]]:
    found: dict[str, tuple[Stand, ...]] = {}
    for row in query(
        db,
        """select t.*, s.code from proposal_stand t join stakeholder s on s.id = t.stakeholder
        where t.deleted_at is null order by t.at_utc, t.rowid""",
    ):
        at = moment_from(row, "at")
        if upto is None or at.utc <= upto.utc:
            stand = Stand(text(row, "code"), Stance(text(row, "stance")), at, text(row, "id"))
            found[text(row, "proposal")] = (*found.get(text(row, "proposal"), ()), stand)
    return found


def _steps(db: Database, upto: Instant) -> dict[str, _Step]:
    """Return the last step of each proposal up to a moment."""
    found: dict[str, _Step] = {}
    for row in query(db, "select * from proposal_step where deleted_at is null order by at_utc, rowid"):
        at = moment_from(row, "at")
        if at.utc <= upto.utc:
            found[text(row, "proposal")] = (Disposition(text(row, "disposition")), text(row, "why"), text(row, "draft"))
    return found


def next_proposal(db: Database) -> int:
    """Return the number of the next proposal; numbers of deleted ones are not given again."""
    return next_in(db, "proposal")


def entry_id(db: Database, session: str, number: int) -> str | None:
    """Return the identifier of an entry of the floor log."""
    row = one(
        db,
        """select e.id from entry e join session s on s.id = e.session
        where s.code = ? and e.number = ? and e.deleted_at is null""",
        [session, number],
    )
    return text(row, "id") if row else None


def add_proposal(act: Act, new: Proposal, stakeholder: str, entry: str | None) -> str:
    """Store a proposal; whoever makes it and the entry are given by their identifiers."""
    row: dict[str, Value] = {
        "number": new.number,
        "draft": new.draft,
        "draft_text": new.text_id or None,
        "label": new.label,
        "path": new.path,
        "action": new.action.value,
        "stakeholder": stakeholder,
        "group_code": new.group,
        **instant_columns("made", new.made),
        "old": new.old,
        "new": new.new,
        "entry": entry,
        "note": new.note,
        "doubts": to_json(new.doubts),
        "disposition": new.disposition.value,
        "why": new.why,
        "disposed_in": new.disposed_in,
        "visibility": new.visibility.value,
    }
    return act.insert("proposal", row)


def change_proposal(act: Act, identifier: str, columns: dict[str, Value]) -> None:
    """Change what is said of a proposal."""
    act.update("proposal", identifier, columns)


def stand_on(act: Act, proposal: Proposal, code: str, stakeholder: str, stance: Stance, at: Instant) -> None:
    """Store where a delegation stands on a proposal; its last word takes the place of an earlier one."""
    held = next((each for each in proposal.stands if each.stakeholder == code), None)
    columns: dict[str, Value] = {"stance": stance.value, **instant_columns("at", at)}
    if held:
        act.update("proposal_stand", held.row, columns)
    else:
        act.insert("proposal_stand", {"proposal": proposal.id, "stakeholder": stakeholder, **columns})


def dispose(act: Act, identifier: str, disposition: Disposition, at: Instant, why: str, draft: str) -> None:
    """Store what became of a proposal, in which text and why."""
    row: dict[str, Value] = {
        "proposal": identifier,
        "disposition": disposition.value,
        **instant_columns("at", at),
        "why": why,
        "draft": draft,
    }
    act.insert("proposal_step", row)
    act.update("proposal", identifier, {"disposition": disposition.value, "why": why, "disposed_in": draft})
