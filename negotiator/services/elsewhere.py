"""Another place for a session."""

from dataclasses import dataclass
from re import fullmatch

from negotiator.domain.dates import zone_named
from negotiator.domain.process import NO_TITLE, Title
from negotiator.domain.session import Session, Whereabouts
from negotiator.errors import WrongUsage
from negotiator.i18n import _


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a session is moved to; what is empty stays, and another town leaves the old room and State behind."""

    place: str = ""
    """The town."""
    venue: str = ""
    """The building or room."""
    country: str = ""
    """Alpha-3 code of the State."""
    zone: str = ""
    """The IANA zone of the place."""

    def of(self, session: Session) -> Session:
        """Return the session there.

        Raises `WrongUsage` for a zone or country code that is none, and for another town without its zone: the hours
        of the old one would be wrong there.
        """
        town = self.place if self.place.casefold() not in (session.place.en.casefold(), session.place.zh) else ""
        if self.zone:
            zone_named(self.zone)
        if self.country and not fullmatch(r"[A-Za-z]{3}", self.country):
            raise WrongUsage(_("“{code}” is no country code; write three letters like MAR.", code=self.country))
        if town and not self.zone:
            raise WrongUsage(_("Say in which time zone {place} is, such as Europe/Zurich.", place=town))
        return session.at(
            Whereabouts(
                Title(town) if town else session.place,
                Title(self.venue) if self.venue else NO_TITLE if town else session.venue,
                self.country.upper() or ("" if town else session.country),
                self.zone or session.zone,
            )
        )


SAME_PLACE = Elsewhere()
"""The session stays where it is."""
