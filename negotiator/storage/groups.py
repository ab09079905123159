"""Rows of groups and of who belongs to them."""

from negotiator.domain.groups import Group, Membership
from negotiator.storage.columns import optional_day_from, title_columns, title_from
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.rows import query, text


def groups(db: Database) -> tuple[Group, ...]:
    """Return the groups that were added, in the order of their codes, with everybody who ever belonged to them."""
    members: dict[str, list[Membership]] = {}
    for row in query(
        db,
        """select m.of_group, k.code, m.since, m.until from membership m join stakeholder k on k.id = m.stakeholder
        where m.deleted_at is null and k.deleted_at is null order by m.rowid""",
    ):
        held = Membership(text(row, "code"), optional_day_from(row, "since"), optional_day_from(row, "until"))
        members.setdefault(text(row, "of_group"), []).append(held)
    rows = query(db, "select * from stakeholder_group where deleted_at is null order by code")
    return tuple(
        Group(text(row, "code"), title_from(row, "name"), tuple(members.get(text(row, "id"), ())), id=text(row, "id"))
        for row in rows
    )


def add_group(act: Act, group: Group) -> str:
    """Store a group without members; returns its identifier."""
    return act.insert("stakeholder_group", {"code": group.code, **title_columns("name", group.name)})


def add_member(act: Act, group: str, stakeholder: str, membership: Membership) -> None:
    """Store that somebody belongs to a group; both are given by their identifiers."""
    act.insert(
        "membership",
        {
            "of_group": group,
            "stakeholder": stakeholder,
            "since": membership.since.isoformat() if membership.since else None,
            "until": membership.until.isoformat() if membership.until else None,
        },
    )


def roll_version(db: Database) -> str:
    """Return what changes whenever a stakeholder, a group or a membership does."""
    rows = query(
        db,
        " union all ".join(
            f"select count(*) as n, sum(rev) as revs, max(updated_at) as last from {table}"
            for table in ("stakeholder", "stakeholder_group", "membership")
        ),
    )
    return " ".join(str(value) for row in rows for value in row.values())
