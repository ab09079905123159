"""The tables of a process template, one function for each kind of table: what may stand in it and what must."""

from negotiator.domain.dates import Window, each_day
from negotiator.domain.process import Certainty, Claim, Milestone, MilestoneKind, Phase, Role
from negotiator.domain.session import (
    HOUSE_CLOSES,
    HOUSE_OPENS,
    Composition,
    Contact,
    Panel,
    Plan,
    Session,
    SessionDay,
    SessionKind,
)
from negotiator.domain.table import NO_DATE, Table
from negotiator.i18n import _

LONGEST = 366
"""How many days a session may have at most: more is a slip in a year."""


def phase_from(row: Table) -> Phase:
    """Read a phase."""
    code = row.label = row.code("code")
    phase = Phase(code, row.title("title"), _window(row, "start", "end"), row.text("kind", ""))
    if phase.kind and phase.kind not in set(SessionKind):
        row.trouble("kind", _("one of {choices}", choices=", ".join(SessionKind)))
    row.close()
    return phase


def _window(row: Table, first: str, last: str) -> Window:
    start, end = row.day(first), row.day(last)
    if NO_DATE not in (start, end) and end < start:
        row.trouble(last, _("a date not before {date}", date=start))
    return Window(start, end)


def role_from(row: Table) -> Role:
    """Read who holds an office."""
    row.label = row.text("role")
    role = Role(
        role=row.label,
        title=row.title("title"),
        holder=row.text("holder"),
        state=row.text("state", ""),
        since=row.optional_day("since"),
        until=row.optional_day("until"),
        certainty=row.choice("certainty", Certainty),
        sources=row.texts("sources"),
    )
    row.close()
    return role


def session_from(row: Table, zone: str) -> Session:
    """Read a session with its days and panels; `zone` is that of the process."""
    code = row.label = row.code("code")
    plan = _plan(row)
    days = _days(row)
    if not days and not (plan and plan.window) and not row.has("start"):
        row.trouble("start", _("a date, or a plan with from and until"))
    session = Session(
        code=code,
        kind=row.choice("kind", SessionKind),
        title=row.title("title"),
        phases=row.texts("phases"),
        place=row.title("place"),
        venue=row.title("venue", required=False),
        country=row.text("country", ""),
        zone=row.zone("zone", zone),
        days=days,
        plan=plan,
        announced=row.optional_day("announced"),
        opens=row.clock("opens", HOUSE_OPENS) or HOUSE_OPENS,
        closes=row.clock("closes", HOUSE_CLOSES) or HOUSE_CLOSES,
        additional=row.flag("additional", False),
        draft=row.text("draft", ""),
        panels=tuple(_panel(panel, number) for number, panel in enumerate(row.rows("panels"), 1)),
        contacts=tuple(_contact(each) for each in row.rows("contacts")),
        certainty=row.choice("certainty", Certainty),
        sources=row.texts("sources"),
        note=row.title("note", required=False),
        outcome=row.title("outcome", required=False),
    )
    if session.closes <= session.opens:
        row.trouble("closes", _("a time after {time}", time=session.opens.strftime("%H:%M")))
    row.close()
    return session


def _plan(row: Table) -> Plan | None:
    if not row.has("plan"):
        return None
    table = row.inner("plan")
    window = _window(table, "from", "until") if table.has("from") or table.has("until") else None
    plan = Plan(table.title("text"), window, table.number("days", 0.0), table.title("place", required=False))
    table.close()
    return plan


def _days(row: Table) -> tuple[SessionDay, ...]:
    """Read the days of a session: those named one by one, else every day from the start to the end."""
    start = row.optional_day("start")
    end = row.optional_day("end") or start
    if start is None or end is None:
        if row.has("end") or row.has("days"):
            row.trouble("start", _("a date of the calendar like 2018-04-03"))
        return ()
    if end < start or (end - start).days >= LONGEST:
        row.trouble("end", _("a date not before {date} and within a year of it", date=start))
        return ()
    if not row.has("days"):
        return tuple(SessionDay(day) for day in each_day(Window(start, end)))
    days = tuple(_day(day, Window(start, end)) for day in row.rows("days"))
    dates = [day.date for day in days]
    if NO_DATE not in dates and dates != sorted(set(dates)):
        row.trouble("days", _("days in their order, each of them once"))
    return days


def _day(row: Table, window: Window) -> SessionDay:
    day = SessionDay(
        row.day("date"),
        row.number("length", 1.0),
        row.flag("scheduled", True),
        row.flag("met", True),
    )
    if day.date != NO_DATE and day.date not in window:
        row.trouble("date", _("a day from {first} to {last}", first=window.first, last=window.last))
    if day.length not in (0.5, 1.0):
        row.trouble("length", _("1.0 or 0.5"))
    row.close()
    return day


def _contact(row: Table) -> Contact:
    contact = Contact(row.text("of"), row.text("name"))
    row.close()
    return contact


def _panel(row: Table, number: int) -> Panel:
    panel = Panel(
        number=number,
        title=row.title("title", required=False),
        moderators=row.texts("moderators"),
        certainty=row.choice("certainty", Certainty),
        sources=row.texts("sources"),
        composition=Composition(row.texts("origin"), row.texts("transit"), row.texts("destination")),
    )
    row.close()
    return panel


def milestone_from(row: Table, zone: str) -> Milestone:
    """Read a milestone; `zone` is that of the process."""
    code = row.label = row.code("code")
    first = row.day("date")
    last = row.optional_day("until") or first
    if last < first:
        row.trouble("until", _("a date not before {date}", date=first))
    milestone = Milestone(
        code=code,
        title=row.title("title"),
        kind=row.choice("kind", MilestoneKind),
        window=Window(first, last),
        zone=row.zone("zone", zone),
        clock=row.clock("time", None),
        symbol=row.text("symbol", ""),
        draft=row.text("draft", ""),
        announced=row.optional_day("announced"),
        certainty=row.choice("certainty", Certainty),
        sources=row.texts("sources"),
        note=row.title("note", required=False),
    )
    row.close()
    return milestone


def claim_from(row: Table) -> Claim:
    """Read what one source says."""
    row.label = row.text("subject")
    claim = Claim(
        row.label, row.text("what"), row.title("value"), row.text("source"), row.choice("certainty", Certainty)
    )
    row.close()
    return claim
