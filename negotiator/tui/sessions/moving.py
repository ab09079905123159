"""Giving a session other days: first the days, then what hangs on them, and only then the act."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.widgets import Static

from negotiator.domain.dates import days_in_words
from negotiator.domain.mandate import STATUSES
from negotiator.domain.session import Session
from negotiator.errors import WrongUsage
from negotiator.i18n import _
from negotiator.services.calendar import move_session
from negotiator.services.moving import Preview, preview_session
from negotiator.tui.text import lines, marked, plain
from negotiator.tui.widgets.form import Field, Form
from negotiator.tui.widgets.wrapping import wrapped
from negotiator.workspace import Workspace

COLUMNS = 67


def fields(session: Session) -> tuple[Field, ...]:
    """Ask for the new days."""
    first = session.window.first.isoformat() if session.window else ""
    return (
        Field("start", _("from"), first, hint=_("the first day, such as 2018-04-03"), needed=True),
        Field("days", _("days"), f"{session.days_scheduled:g}", hint=_("how many; weekends are passed over")),
    )


def planned(workspace: Workspace, session: Session, filled: Mapping[str, str]) -> tuple[str, float | None, Preview]:
    """Say what the new days would do."""
    try:
        days = float(filled["days"]) if filled["days"] else None
    except ValueError as problem:
        raise WrongUsage(_("“{word}” is no number of days.", word=filled["days"])) from problem
    return filled["start"], days, preview_session(workspace, session.code, start=filled["start"], days=days)


class MoveForm(Form):
    """What hangs on the new days, and who has to be told; the old days are kept."""

    def __init__(
        self, workspace: Workspace, session: Session, start: str, days: float | None, preview: Preview
    ) -> None:
        asked = (
            Field("why", _("why"), needed=True),
            Field("by", _("decided by")),
            Field("source", _("source"), hint=_("the document that says so")),
            Field("decided", _("decided on"), hint=_("a day; otherwise today")),
        )
        super().__init__(_("{session} gets other days", session=session.code), asked, self._move)
        self._workspace = workspace
        self._session = session
        self._start = start
        self._days = days
        self._preview = preview

    def compose_more(self) -> ComposeResult:
        """Show the dependants and the stakeholders."""
        before, after = self._preview.before, self._preview.after
        rows = [
            marked(
                (days_in_words(before.first, before.last) if before else "–", "$text-muted"),
                " → ",
                (days_in_words(after.first, after.last) if after else "–", "bold"),
            )
        ]
        for effect in self._preview.effects:
            was, becomes = effect.before, effect.after
            words = f"{_(STATUSES[was.status])} ({was.figures}) → {_(STATUSES[becomes.status])} ({becomes.figures})"
            rows += [marked(*line) for line in wrapped([(f"{was.action.code}  ", "bold"), (words, "")], COLUMNS)]
        if not self._preview.effects:
            rows.append(plain(_("no mandated action hangs on it")))
        told = ", ".join(self._preview.stakeholders)
        words = (
            _("to be told: {stakeholders}", stakeholders=told) if told else _("nothing is expected from anybody for it")
        )
        rows += [marked(*line) for line in wrapped([(words, "")], COLUMNS)]
        yield Static(lines(rows), classes="preview")

    def _move(self, filled: Mapping[str, str]) -> None:
        move_session(
            self._workspace,
            self._session.code,
            start=self._start,
            days=self._days,
            why=filled["why"],
            by=filled["by"],
            source=filled["source"],
            decided=filled["decided"] or None,
        )
