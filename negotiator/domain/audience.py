"""Who may see what: four audiences, each of which sees what the wider ones see and more."""

from enum import StrEnum

from negotiator.i18n import N_


class Audience(StrEnum):
    """Those for whom something is meant, the widest first; also the mark that a record bears."""

    PUBLIC = "public"
    MEMBER_STATES = "member-states"
    CO_FACILITATORS_AND_SECRETARIAT = "co-facilitators-and-secretariat"
    PRIVATE = "private"

    def sees(self, visibility: "Audience") -> bool:
        """Say whether this audience may see what bears that mark."""
        return _ORDER.index(visibility) <= _ORDER.index(self)

    def seen(self) -> tuple["Audience", ...]:
        """Return the marks of everything that this audience may see."""
        return _ORDER[: _ORDER.index(self) + 1]


_ORDER = tuple(Audience)

AUDIENCES = {
    Audience.PUBLIC: N_("public"),
    Audience.MEMBER_STATES: N_("Member States"),
    Audience.CO_FACILITATORS_AND_SECRETARIAT: N_("co-facilitators and Secretariat"),
    Audience.PRIVATE: N_("private"),
}
"""What people read for each audience."""
