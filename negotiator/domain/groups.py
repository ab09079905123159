"""Groups in whose name somebody speaks: who belongs to them on a day, and which inputs one of theirs covers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from negotiator.domain.stakeholder import RegionalGroup, Stakeholder
from negotiator.domain.title import Title


@dataclass(frozen=True, slots=True)
class Membership:
    """That somebody belongs to a group between two days."""

    stakeholder: str
    """Code of the member."""
    since: date | None = None
    """The first day of it; None where it does not matter."""
    until: date | None = None
    """The last day of it; None where it goes on."""

    def held(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def meets(self, other: "Membership") -> bool:
        """Say whether both are of the same member and have a day in common."""
        return (
            self.stakeholder == other.stakeholder
            and (self.since is None or other.until is None or self.since <= other.until)
            and (other.since is None or self.until is None or other.since <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """A group of delegations in whose name somebody may speak."""

    code: str
    """Short name, such as `GRULAC`."""
    name: Title
    """What it is called."""
    memberships: tuple[Membership, ...] = ()
    """Who belongs to it, and when."""
    region: RegionalGroup | None = None
    """The regional group that it is, where it is one: its members are those of the register."""
    id: str = ""
    """The row's identifier; empty where it is not stored."""

    def members_at(self, day: date) -> tuple[str, ...]:
        """Return the codes of its members on a day, in their own order."""
        return tuple(dict.fromkeys(each.stakeholder for each in self.memberships if each.held(day)))


def regional(code: str, name: Title, region: RegionalGroup, stakeholders: Iterable[Stakeholder]) -> Group:
    """Make a regional group of those whom the register counts with it; it gives no days for that."""
    members = tuple(Membership(each.code) for each in stakeholders if each.region is region)
    return Group(code, name, members, region)


def group_named(groups: Sequence[Group], code: str) -> Group | None:
    """Return the group with a code, in any case of letters."""
    wanted = code.strip().upper()
    return next((group for group in groups if group.code == wanted), None)
