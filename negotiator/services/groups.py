"""Groups in whose name somebody speaks: listed with their members of the day, and added."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from re import fullmatch

from negotiator.domain.dates import day_in_words, parse_date
from negotiator.domain.groups import Group, Membership, group_named, regional
from negotiator.domain.stakeholder import RegionalGroup, Stakeholder
from negotiator.domain.title import Title
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.shipped import close_register, open_register, title_of
from negotiator.services.stakeholders import Added, require
from negotiator.storage import groups as rows
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.storage.stakeholders import stakeholders
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class GroupOfDay:
    """A group and its members at the clock's day."""

    group: Group
    """The group."""
    members: tuple[Stakeholder, ...]
    """Its members on the day, in the order of the register."""


@cache
def shipped_groups() -> tuple[tuple[str, Title, RegionalGroup], ...]:
    """Return code, name and region of the groups that are shipped; the register says who belongs to them."""
    file = open_register("stakeholders", "groups.toml")
    found = []
    for row in file.rows("groups"):
        found.append((row.code("code"), title_of(row), row.choice("region", RegionalGroup)))
        row.close()
    close_register(file, "groups.toml")
    return tuple(found)


def list_groups(workspace: Workspace) -> tuple[GroupOfDay, ...]:
    """Return every group with its members at the clock's day, the regional groups first."""
    day = workspace.now().date
    with workspace.reading() as db:
        known = stakeholders(db)
        found = all_groups(db, known)
    of_day = []
    for group in found:
        codes = set(group.members_at(day))
        of_day.append(GroupOfDay(group, tuple(each for each in known if each.code in codes)))
    return tuple(of_day)


def get_group(workspace: Workspace, code: str) -> GroupOfDay:
    """Return a group with its members at the clock's day; raises `NotFound` with those there are."""
    found = list_groups(workspace)
    wanted = require_group([each.group for each in found], code)
    return next(each for each in found if each.group.code == wanted.code)


def all_groups(db: Database, known: Sequence[Stakeholder]) -> tuple[Group, ...]:
    """Return the regional groups of the register, then the groups that were added."""
    made = (regional(code, name, region, known) for code, name, region in shipped_groups())
    return (*made, *rows.groups(db))


def require_group(groups: Sequence[Group], code: str) -> Group:
    """Pick the group with a code, in any case of letters; raises `NotFound` with those there are."""
    found = group_named(groups, code)
    if found is None:
        choices = ", ".join(group.code for group in groups)
        raise NotFound(_("There is no group {group}; choose one of {choices}, or add it.", group=code, choices=choices))
    return found


def add_group(
    workspace: Workspace,
    code: str,
    members: Sequence[str],
    *,
    name: str = "",
    name_zh: str = "",
    since: str | None = None,
    until: str | None = None,
) -> Added:
    """Store a group with members between two days, or more members of a group that is known.

    Raises `WrongUsage` for what cannot be a group, `Refused` where a member is in it on those days already.
    """
    wanted = code.strip().upper()
    if not fullmatch(r"[A-Z0-9][A-Z0-9-]{1,19}", wanted):
        raise WrongUsage(_("“{code}” cannot be a code; use 2 to 20 letters, digits and hyphens.", code=code))
    first, last = parse_date(since) if since else None, parse_date(until) if until else None
    if first and last and last < first:
        raise WrongUsage(_("A membership cannot end before it begins."))
    words = [word.strip() for word in members if word.strip()]
    if not words:
        raise WrongUsage(_("Name at least one member of {group}.", group=wanted))
    with workspace.acting(N_("add members to {group}"), group=wanted) as act:
        known = stakeholders(act.db)
        group = _group_for(all_groups(act.db, known), wanted, Title(name.strip(), name_zh.strip()))
        added = {each.code: each for each in (require(known, word) for word in words)}
        if wanted in added:
            raise Refused(_("{group} cannot be a member of itself.", group=wanted))
        for stakeholder in added:
            _refuse_twice(group, Membership(stakeholder, first, last))
        identifier = group.id or rows.add_group(act, group)
        _store(act, identifier, [(each.id, Membership(each.code, first, last)) for each in added.values()])
    return Added(wanted, act.id)


def _group_for(groups: Sequence[Group], code: str, name: Title) -> Group:
    """Return the group that gets the members: a new one where a name is given, else the one that is known."""
    known = group_named(groups, code)
    if known and known.region:
        raise Refused(_("{group} is a regional group; the register says who belongs to it.", group=code))
    if known and name.en:
        raise Refused(_("There is a group {group} already; leave out --name to add members to it.", group=code))
    if known is None and not name.en:
        raise WrongUsage(_("Give the name of {code}.", code=code))
    return known or Group(code, name)


def _refuse_twice(group: Group, new: Membership) -> None:
    for held in group.memberships:
        if held.meets(new):
            raise Refused(
                _(
                    "{member} is in {group} already, from {since} until {until}.",
                    member=held.stakeholder,
                    group=group.code,
                    since=day_in_words(held.since) if held.since else "–",
                    until=day_in_words(held.until) if held.until else "–",
                )
            )


def _store(act: Act, group: str, members: Sequence[tuple[str, Membership]]) -> None:
    for stakeholder, membership in members:
        rows.add_member(act, group, stakeholder, membership)
