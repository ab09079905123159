"""A calendar as an iCalendar file (RFC 5545): sessions day by day, deadlines as whole days, each with its own zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from negotiator.domain.dates import Instant, zone_named


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of a calendar."""

    uid: str
    """What stays the same when it is exported again, so that a calendar program updates it."""
    title: str
    """What it is."""
    begins: Instant | date
    """When it begins: a moment, or a whole day."""
    ends: Instant | date
    """When it ends; of whole days the last one."""
    place: str = ""
    """Where; may be empty."""
    told: str = ""
    """What else there is to say."""
    kind: str = ""
    """What sort of entry it is."""


def calendar_bytes(name: str, zone: str, happenings: Iterable[Happening], stamp: Instant) -> bytes:
    """Write a calendar; moments keep the clock and the zone of their place, whose rules are written beside them."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//negotiator//calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone)
    for each in happenings:
        event = Event()
        event.add("uid", each.uid)
        event.add("dtstamp", stamp.utc)
        event.add("summary", each.title)
        event.add("dtstart", _when(each.begins))
        event.add("dtend", _when(each.ends) if isinstance(each.ends, Instant) else each.ends + timedelta(days=1))
        event.add("transp", "OPAQUE" if isinstance(each.begins, Instant) else "TRANSPARENT")
        for key, words in (("location", each.place), ("description", each.told), ("categories", each.kind)):
            if words:
                event.add(key, [words] if key == "categories" else words)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _when(moment: Instant | date) -> date:
    return moment.utc.astimezone(zone_named(moment.zone)) if isinstance(moment, Instant) else moment
