"""Days as people say them, counted from today: `tomorrow`, `fri`, `next fri`, `+3d`, `+2w`, `+10wd`, 明天, 下周五.

Words that languages use in two ways are read one way and always shown back as a date by whoever asks: `fri` is the
first Friday after today, `next fri` and 下周五 are the Friday of next week.
"""

from datetime import date
from re import fullmatch

from negotiator.domain.dates import Instant, parse_instant, working_days_from

TODAY = {"today": 0, "tomorrow": 1, "今天": 0, "明天": 1, "后天": 2}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HAN_DAYS = "一二三四五六日"
"""The days of the week as they are counted in Chinese, Monday first."""


def parse_deadline(text: str, zone: str, today: date) -> Instant:
    """Read a deadline: what `parse_instant` reads, or a day as people say it, with an hour or without.

    A day alone ends at 23:59:59 in its own zone. Raises `WrongUsage` for anything else.
    """
    said = text.strip()
    found = fullmatch(r"(.*?)(?:\s+(\d{1,2}:\d{2}))?", said)
    day = day_named(found[1], today) if found else None
    if found is None or day is None:
        return parse_instant(said, zone, today=today)
    return parse_instant(found[2], zone, today=day) if found[2] else parse_instant(day.isoformat(), zone)


def parse_opening(text: str, zone: str, today: date) -> Instant:
    """Read since when something is open: what `parse_deadline` reads, but a day alone begins at midnight."""
    day = day_named(text, today)
    said = day.isoformat() if day else text
    return parse_instant(said, zone, bare_date_ends=False, today=today)


def day_named(words: str, today: date) -> date | None:
    """Return the day that words name, counted from today; None where they name none."""
    said = words.strip().casefold()
    if said in TODAY:
        return _added(today, TODAY[said])
    if found := fullmatch(r"\+(\d{1,4})(d|w|wd)", said):
        count = int(found[1])
        if found[2] == "wd":
            return working_days_from(_added(today, 1), count)[-1] if count else today
        return _added(today, count * (7 if found[2] == "w" else 1))
    if found := fullmatch(
        r"(next\s+)?(?:(mon|fri|sun)(?:day)?|(tue)(?:sday)?|(wed)(?:nesday)?|(thu)(?:rsday)?|(sat)(?:urday)?)", said
    ):
        return _weekday(today, DAYS.index(next(name for name in found.groups()[1:] if name)), next_week=bool(found[1]))
    if found := fullmatch(r"(下)?(?:周|星期|礼拜)([一二三四五六日天])", said):
        return _weekday(today, HAN_DAYS.index(found[2].replace("天", "日")), next_week=bool(found[1]))
    return None


def _added(today: date, days: int) -> date:
    from pendulum import Date

    return _plain(Date(today.year, today.month, today.day).add(days=days))


def _weekday(today: date, weekday: int, *, next_week: bool) -> date:
    from pendulum import Date, WeekDay

    day = Date(today.year, today.month, today.day)
    if next_week:
        return _plain(day.start_of("week").add(weeks=1, days=weekday))
    return _plain(day.next(WeekDay(weekday)))


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)
