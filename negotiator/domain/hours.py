"""The hours at which a meeting ends because the interpreters leave, and the quiet word shortly before."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from negotiator.domain.dates import Instant, on_day
from negotiator.i18n import n_

ENDS = (time(13), time(18))
"""When the interpreters leave: a morning meeting ends at 13:00, an afternoon one at 18:00."""
WARNING = timedelta(minutes=10)
"""How long before that it is said."""


@dataclass(frozen=True, slots=True)
class NearEnd:
    """That the end of the meeting is near, or past."""

    end: Instant
    """When it ends."""
    minutes: int
    """How many minutes are left, the one that has begun counted; negative when it is past."""

    def said(self) -> str:
        """Say it: “9 min to 13:00”, “4 min past 13:00”."""
        time_of_day = f"{self.end.local:%H:%M}"
        if self.minutes < 0:
            return n_("{n} min past {time}", "{n} min past {time}", -self.minutes, time=time_of_day)
        return n_("{n} min to {time}", "{n} min to {time}", self.minutes, time=time_of_day)


def near_end(now: Instant, opened: Instant) -> NearEnd | None:
    """Say whether an open meeting is near one of the ends of the day, on the clock of its venue, or past it."""
    here = Instant(now.utc, opened.zone)
    for clock in ENDS:
        end = on_day(here.date, clock, here.zone)
        left = end.utc - now.utc
        if opened.utc >= end.utc or left > WARNING or left < -timedelta(hours=2):
            continue
        return NearEnd(end, minutes_left(now.utc, end.utc))
    return None


def minutes_left(now: datetime, end: datetime) -> int:
    """Count minutes to a moment, upwards: 9 min 10 s are 10; past it, the full minutes gone, as a negative number."""
    return -(-int((end - now).total_seconds()) // 60)
