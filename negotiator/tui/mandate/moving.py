"""Changing a date from the mandate: an action's own last day, or a date of the calendar on which it hangs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from negotiator.domain.dates import days_in_words
from negotiator.domain.mandate import Judged
from negotiator.domain.mandate_words import reading_in_words
from negotiator.domain.process import Milestone
from negotiator.domain.session import Session
from negotiator.i18n import _
from negotiator.services.mandate_acts import override
from negotiator.services.moving import move_milestone, preview_action, preview_milestone
from negotiator.services.processes import list_milestones, list_sessions
from negotiator.tui.sessions import moving as of_sessions
from negotiator.tui.widgets.date_change import ChangeForm
from negotiator.tui.widgets.form import Field
from negotiator.tui.widgets.picker import Choice
from negotiator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Movable:
    """A date that can be changed."""

    choice: Choice
    """How it is offered."""
    title: str
    """What stands above the fields."""
    fields: tuple[Field, ...]
    """What is asked for: the new date, and of a session where it goes."""
    review: Callable[[Mapping[str, str]], ChangeForm]
    """Shows what the change would do and makes it."""
    done: str
    """What people read when it is done."""


def movables(workspace: Workspace, each: Judged) -> list[Movable]:
    """Return the dates that can be changed: its own, those on which it hangs, then those to come, then the rest."""
    milestones = {one.code: one for one in list_milestones(workspace)}
    sessions = {one.code: one for one in list_sessions(workspace)}
    near = dict.fromkeys(code for code in _hangs_on(each, milestones, sessions))
    today = workspace.now().date
    windows = {code: one.window for code, one in milestones.items()} | {
        code: one.window for code, one in sessions.items()
    }
    rest = [code for code in windows if code not in near]
    rest.sort(key=lambda code: (window := windows[code]) is not None and window.last < today)

    def offered(code: str) -> Movable:
        if code in milestones:
            return _milestone(workspace, milestones[code], code in near)
        return _session(workspace, sessions[code], code in near)

    return [_action(workspace, each), *map(offered, (*near, *rest))]


def _hangs_on(each: Judged, milestones: Mapping[str, Milestone], sessions: Mapping[str, Session]) -> Iterator[str]:
    action = each.action
    drafts = {one.draft: one.code for one in milestones.values() if one.draft}
    named = [action.due.event]
    for check in action.checks:
        named += [*check.milestones, *check.sessions, check.event, *(drafts.get(code, "") for code in check.drafts)]
        named += (check.per_session or {}).values()
    yield from (code for code in named if code in milestones or code in sessions)


def _action(workspace: Workspace, each: Judged) -> Movable:
    code = each.action.code
    now = reading_in_words(each) or _("no date")

    def review(asked: Mapping[str, str]) -> ChangeForm:
        preview = preview_action(workspace, code, asked["until"])

        def act(filled: Mapping[str, str]) -> object:
            return override(
                workspace,
                code,
                None,
                until=asked["until"],
                why=filled["why"],
                by=filled["by"],
                source=filled["source"],
                decided=filled["decided"] or None,
            )

        return ChangeForm(_("{action} gets another last day", action=code), preview, act)

    return Movable(
        Choice(f"due:{code}", code, _("its own last day: {date}", date=now)),
        _("{action} gets another last day", action=code),
        (_until(each.term.lenient.isoformat() if each.term.lenient else ""),),
        review,
        _("{action} has another last day", action=code),
    )


def _milestone(workspace: Workspace, one: Milestone, near: bool) -> Movable:
    title = _("{milestone} gets another date", milestone=one.code)

    def review(asked: Mapping[str, str]) -> ChangeForm:
        preview = preview_milestone(workspace, one.code, asked["until"])

        def act(filled: Mapping[str, str]) -> object:
            return move_milestone(
                workspace,
                one.code,
                asked["until"],
                why=filled["why"],
                by=filled["by"],
                source=filled["source"],
                decided=filled["decided"] or None,
            )

        return ChangeForm(title, preview, act)

    days = days_in_words(one.window.first, one.window.last)
    return Movable(
        Choice(f"date:{one.code}", one.code, _offered(days, one.title.said, near), one.title.said),
        title,
        (_until(one.window.last.isoformat()),),
        review,
        _("{milestone} has another date", milestone=one.code),
    )


def _session(workspace: Workspace, one: Session, near: bool) -> Movable:
    days = days_in_words(one.window.first, one.window.last) if one.window else _("to be announced")
    return Movable(
        Choice(f"session:{one.code}", one.code, _offered(days, one.title.said, near), one.title.said),
        _("{session} gets other days", session=one.code),
        of_sessions.fields(one),
        lambda asked: of_sessions.review(workspace, one, asked),
        _("{session} has other days", session=one.code),
    )


def _offered(days: str, title: str, near: bool) -> str:
    return _("{days} · {title} · the action hangs on it", days=days, title=title) if near else f"{days} · {title}"


def _until(day: str) -> Field:
    return Field("until", _("new date"), day, hint=_("like 2018-04-03; what hangs on it is shown first"), needed=True)
