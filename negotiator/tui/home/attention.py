"""What needs somebody: each line with its figure, and where it leads."""

from dataclasses import dataclass

from negotiator.domain.audience import Audience
from negotiator.domain.dates import day_in_words, days_between, time_until_in_words
from negotiator.domain.inputs import PendingKind
from negotiator.domain.mandate import Status as Standing
from negotiator.domain.mandate import Tone
from negotiator.errors import NotFound
from negotiator.i18n import _, n_
from negotiator.services.input_lines import pending_counts
from negotiator.services.mandate import list_mandate
from negotiator.services.proposal_lists import Wanted, list_proposals
from negotiator.services.sessions import floor
from negotiator.services.status import Status
from negotiator.workspace import Workspace

SOON = 14
"""How many days ahead something is worth a line."""

PROPOSALS = "proposals"
"""What leads to the proposals, which are no tab of their own."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that needs somebody."""

    sign: str
    """● now, ◐ soon, ○ when there is time."""
    words: str
    """What it is, with its figure."""
    note: str
    """Since when, or until when."""
    mode: str
    """The tab it leads to."""
    wanted: str = ""
    """What to show there."""


def needs(workspace: Workspace, status: Status, audience: Audience) -> tuple[Need, ...]:
    """Gather what needs somebody and this audience may know of, the most urgent first."""
    return (
        *_floor(workspace, status),
        *_inputs(workspace, audience),
        *_proposals(workspace, audience),
        *_mandate(workspace),
        *_milestones(status),
    )


def _floor(workspace: Workspace, status: Status) -> list[Need]:
    found = []
    for session in status.on:
        try:
            told = floor(workspace, session.code, most=1)
        except NotFound:
            continue
        meeting = told.open_meeting
        logged = n_("{n} entry logged", "{n} entries logged", told.count)
        words = (
            _(
                "{session}: meeting {number} is open, {logged}",
                session=session.code,
                number=meeting.number,
                logged=logged,
            )
            if meeting
            else _("{session} is on, no meeting is open, {logged}", session=session.code, logged=logged)
        )
        found.append(Need("●", words, _("floor log"), "sessions", session.code))
    coming = status.next
    if coming and coming.begins and not status.on and days_between(status.now, coming.begins) <= SOON:
        words = _("{session}, {title}", session=coming.code, title=coming.title.said)
        found.append(Need("◐", words, time_until_in_words(status.now, coming.begins), "sessions", coming.code))
    return found


_SIGNS = {
    PendingKind.OVERDUE: "●",
    PendingKind.OUTSTANDING: "●",
    PendingKind.UNREAD: "◐",
    PendingKind.UNTAGGED: "◐",
    PendingKind.AWAITING_CLARIFICATION: "◐",
    PendingKind.AWAITING_TRANSLATION: "◐",
    PendingKind.EXPECTED: "○",
    PendingKind.NOT_PRESENTED: "○",
    PendingKind.NOT_REFLECTED: "○",
}


def _inputs(workspace: Workspace, audience: Audience) -> list[Need]:
    counts = pending_counts(workspace, audience)
    found = []
    for kind, sign in _SIGNS.items():
        count = counts[kind]
        if count.number:
            oldest = n_("oldest {n} d", "oldest {n} d", count.oldest) if count.oldest else ""
            found.append(Need(sign, _words(kind, count.number), oldest, "inputs", kind.value))
    return found


def _words(kind: PendingKind, number: int) -> str:
    return {
        PendingKind.OVERDUE: n_("{n} input overdue", "{n} inputs overdue", number),
        PendingKind.OUTSTANDING: n_("{n} input outstanding", "{n} inputs outstanding", number),
        PendingKind.UNREAD: n_("{n} input not read", "{n} inputs not read", number),
        PendingKind.UNTAGGED: n_("{n} input not tagged", "{n} inputs not tagged", number),
        PendingKind.AWAITING_CLARIFICATION: n_(
            "{n} input awaiting clarification", "{n} inputs awaiting clarification", number
        ),
        PendingKind.AWAITING_TRANSLATION: n_(
            "{n} input awaiting translation", "{n} inputs awaiting translation", number
        ),
        PendingKind.EXPECTED: n_("{n} input expected", "{n} inputs expected", number),
        PendingKind.NOT_PRESENTED: n_("{n} input not presented", "{n} inputs not presented", number),
        PendingKind.NOT_REFLECTED: n_("{n} input not reflected", "{n} inputs not reflected", number),
    }[kind]


def _proposals(workspace: Workspace, audience: Audience) -> list[Need]:
    waiting = list_proposals(workspace, Wanted(unanswered=True), audience)
    if not waiting:
        return []
    words = n_("{n} proposal without an answer", "{n} proposals without an answer", len(waiting))
    return [Need("○", words, waiting[0].draft, PROPOSALS)]


def _mandate(workspace: Workspace) -> list[Need]:
    judged = list_mandate(workspace)
    red = [each for each in judged if each.tone is Tone.RED]
    due = [each for each in judged if each.status is Standing.DUE_SOON and (each.days_left or 0) <= SOON]
    due = [each for each in due if each.tone is not Tone.NONE]
    found = []
    if red:
        words = n_("{n} mandated action late or missed", "{n} mandated actions late or missed", len(red))
        found.append(Need("●", words, red[0].action.code, "mandate", red[0].action.code))
    if due:
        words = n_("{n} mandated action due in 14 d", "{n} mandated actions due in 14 d", len(due))
        found.append(Need("◐", words, due[0].action.code, "mandate", "attention"))
    return found


def _milestones(status: Status) -> list[Need]:
    return [
        Need(
            "◐",
            _("{title}, {date}", title=each.title.said, date=day_in_words(each.window.last)),
            time_until_in_words(status.now, each.moment),
            "sessions",
        )
        for each in status.milestones
        if days_between(status.now, each.moment) <= SOON
    ]
