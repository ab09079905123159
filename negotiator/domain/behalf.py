"""For whom a statement was made: settled once, on its day, and shown as people say it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from negotiator.i18n import _, n_

NAMED_AT_MOST = 3
"""So many States are named one by one; of more only the number is said."""


@dataclass(frozen=True, slots=True)
class Behalf:
    """For whom somebody spoke."""

    groups: tuple[str, ...] = ()
    """Codes of the groups; none for a list of the day."""
    states: tuple[str, ...] = ()
    """Codes of all for whom it was said. Where only a number was given, of all for whom it may have been."""
    without: tuple[str, ...] = ()
    """Codes of the members that were named as standing apart."""
    plus: tuple[str, ...] = ()
    """Codes of those that joined without being members."""
    count: int | None = None
    """For how many of `states`, where the others were not named."""

    @property
    def number(self) -> int:
        """For how many it was said."""
        return len(self.states) if self.count is None else self.count

    @property
    def unnamed(self) -> int:
        """How many stood apart without being named."""
        return max(0, len(self.states) - self.number)

    def said(self, group_name: Callable[[str], str] = str) -> str:
        """Say it as people do: “for 27 States of Group X”."""
        if not self.groups:
            if len(self.states) <= NAMED_AT_MOST:
                return _("for {names}", names=", ".join(self.states))
            return n_("for {n} State", "for {n} States", len(self.states))
        groups = ", ".join(group_name(code) for code in self.groups)
        whole = self.states and not self.without and not self.unnamed
        if not self.states and not self.number:
            said = _("for {group}", group=groups)
        elif whole and not self.plus:
            said = n_("for {group} ({n} State)", "for {group} ({n} States)", self.number, group=groups)
        else:
            members = self.number - len(self.plus)
            said = n_("for {n} State of {group}", "for {n} States of {group}", members, group=groups)
        if self.without:
            said += " " + _("without {names}", names=_some(self.without))
        elif self.unnamed:
            said += " " + n_("({n} not, unnamed)", "({n} not, unnamed)", self.unnamed)
        if self.plus:
            said += " " + _("and {names}", names=_some(self.plus))
        return said


def _some(codes: Sequence[str]) -> str:
    more = len(codes) - NAMED_AT_MOST
    return ", ".join(codes[:NAMED_AT_MOST]) + (f" +{more}" if more > 0 else "")
