"""The process on one strip of months: its phases, how far each has come, its sessions, and today."""

from datetime import date

from textual.content import Content

from negotiator.domain.dates import day_in_words
from negotiator.domain.session import Session, SessionState
from negotiator.i18n import _
from negotiator.services.status import PhaseStanding, Status
from negotiator.tui.text import Part, fitted, lines, marked, width

HELD = {SessionState.HELD: "●", SessionState.ON: "◐", SessionState.COMING: "○"}
"""How the state of a session is drawn."""


def timeline(status: Status, columns: int) -> Content:
    """Draw the phases month by month, each with its days met and, where there is room, its sessions."""
    months = _months(status)
    step = 1 if columns < 110 else 2 if columns < 170 else 3
    code = max((width(each.phase.code) for each in status.phases), default=2) + 1
    titles = max((width(each.phase.title.said) for each in status.phases), default=0)
    rows = [marked((fitted("", code) + _axis(months, step), "$text-muted"))]
    figures = max((width(days_met(each)) for each in status.phases), default=0)
    titles = max(8, min(titles, columns - code - len(months) * step - figures - 4))
    rows += [_phase(each, status, months, step, (code, titles, figures), columns) for each in status.phases]
    today = next((place for place, month in enumerate(months) if _same(month, status.now.date)), None)
    if today is None:
        rows.append(marked((_("today: {date}", date=day_in_words(status.now.date)), "$text-muted")))
    else:
        at = code + today * step + (status.now.date.day - 1) * step // 31
        rows.append(marked(" " * at, ("▲ ", "bold $accent"), (day_in_words(status.now.date), "$text-muted")))
    return lines(rows)


def _months(status: Status) -> list[date]:
    first = min(each.phase.window.first for each in status.phases).replace(day=1)
    last = max(
        [each.phase.window.last for each in status.phases]
        + [each.window.last for each in status.sessions if each.window and each.phases]
    )
    found: list[date] = []
    month = first
    while month <= last and len(found) < 48:
        found.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return found


def _axis(months: list[date], step: int) -> str:
    """Write the years where they begin, and a stroke for each quarter."""
    drawn = ""
    for place, month in enumerate(months):
        if place == 0 or month.month == 1:
            drawn = fitted(drawn, place * step) + str(month.year)
        elif width(drawn) <= place * step:
            drawn = fitted(drawn, place * step) + ("┊" if month.month in (4, 7, 10) else " ")
    return fitted(drawn, len(months) * step)


def days_met(each: PhaseStanding) -> str:
    """Say how many days of a phase have been met."""
    count = each.count
    return _("{met} of {scheduled} days", met=f"{count.met:g}", scheduled=f"{count.scheduled:g}")


def _phase(
    each: PhaseStanding,
    status: Status,
    months: list[date],
    step: int,
    widths: tuple[int, int, int],
    columns: int,
) -> Content:
    code, titles, figures = widths
    window = each.phase.window
    bar = ""
    for month in months:
        if not (window.first.replace(day=1) <= month <= window.last):
            bar += " " * step
        elif month <= status.now.date:
            bar += "█" * step
        else:
            bar += "░" * step
    past, ahead = bar.rstrip("░ "), bar[len(bar.rstrip("░ ")) :]
    parts: list[Part] = [
        (fitted(each.phase.code, code), "bold" if each.on else ""),
        (past, "$accent" if each.on else "$secondary"),
        (ahead, "$accent" if each.on else "$secondary"),
        "  ",
        (fitted(each.phase.title.said, titles), "bold" if each.on else ""),
        "  ",
        (fitted(days_met(each), figures, right=True), "" if each.on else "$text-muted"),
    ]
    used = sum(width(part if isinstance(part, str) else part[0]) for part in parts)
    marks = "  " + " ".join(f"{session.code}{HELD[session.state(status.now)]}" for session in _made_of(each, status))
    if used + width(marks) <= columns:
        parts.append((marks, "" if each.on else "$text-muted"))
    return marked(*parts)


def _made_of(each: PhaseStanding, status: Status) -> list[Session]:
    return [
        session
        for session in status.sessions
        if session.kind == each.phase.kind and each.phase.code in session.phases and not session.additional
    ]


def _same(month: date, day: date) -> bool:
    return (month.year, month.month) == (day.year, day.month)
