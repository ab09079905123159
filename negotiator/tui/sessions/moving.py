"""Giving a session other days or another place: first that, then what hangs on it, and only then the act."""

from collections.abc import Mapping

from negotiator.domain.session import Session
from negotiator.errors import WrongUsage
from negotiator.i18n import _
from negotiator.services.calendar import move_session
from negotiator.services.elsewhere import Elsewhere
from negotiator.services.moving import Preview, preview_session
from negotiator.tui.widgets.date_change import ChangeForm
from negotiator.tui.widgets.form import Field
from negotiator.workspace import Workspace


def fields(session: Session) -> tuple[Field, ...]:
    """Ask for the new days and the new place."""
    first = session.window.first.isoformat() if session.window else ""
    return (
        Field("start", _("first day"), first, hint=_("such as 2018-04-03"), needed=True),
        Field("days", _("days"), f"{session.days_scheduled:g}", hint=_("how many; weekends are passed over")),
        Field("place", _("town"), hint=_("only if it meets elsewhere")),
        Field("venue", _("room")),
        Field("country", _("State"), hint=_("three letters such as MAR")),
        Field("zone", _("time zone"), hint=_("like Africa/Casablanca")),
    )


def planned(workspace: Workspace, session: Session, filled: Mapping[str, str]) -> Preview:
    """Say what the new days and place would do."""
    start, days, there = _read(filled)
    return preview_session(workspace, session.code, start=start, days=days, elsewhere=there)


def _read(filled: Mapping[str, str]) -> tuple[str, float | None, Elsewhere]:
    try:
        days = float(filled["days"]) if filled["days"] else None
    except ValueError as problem:
        raise WrongUsage(_("“{word}” is no number of days.", word=filled["days"])) from problem
    there = Elsewhere(filled["place"], filled["venue"], filled["country"], filled["zone"])
    return filled["start"], days, there


def review(workspace: Workspace, session: Session, asked: Mapping[str, str]) -> ChangeForm:
    """Show what hangs on the new days, and who has to be told; the old days are kept."""
    preview = planned(workspace, session, asked)
    start, days, there = _read(asked)

    def act(filled: Mapping[str, str]) -> object:
        return move_session(
            workspace,
            session.code,
            start=start,
            days=days,
            why=filled["why"],
            by=filled["by"],
            source=filled["source"],
            decided=filled["decided"] or None,
            elsewhere=there,
        )

    return ChangeForm(_("{session} gets other days", session=session.code), preview, act)
