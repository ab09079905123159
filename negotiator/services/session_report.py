"""The report of a session: attendance, who spoke when, positions by paragraph, proposals, decisions, next steps.

It says of itself that it is no official record (the summaries that resolution 71/280, paragraph 21, asks for are made
from it), names its audience, and holds nothing that is not meant for it.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from string import Template

from negotiator.display import safe
from negotiator.domain.audience import AUDIENCES, Audience
from negotiator.domain.dates import days_in_words, moment_in_words
from negotiator.domain.entry import ENTRY_KINDS, EntryKind
from negotiator.domain.inputs import PENDING_KINDS, pending
from negotiator.domain.meeting import Source
from negotiator.domain.proposal import ACTIONS, DISPOSITIONS, Disposition, Proposal, Stance
from negotiator.errors import BadFile
from negotiator.i18n import _
from negotiator.resources import shipped
from negotiator.services.input_filter import Filter
from negotiator.services.inputs import list_inputs
from negotiator.services.processes import get_session
from negotiator.services.proposal_lists import Wanted, list_proposals
from negotiator.services.session_tables import attendance, listed, positions
from negotiator.services.sessions import Floor, floor
from negotiator.services.speakers import Roll, call_roll
from negotiator.services.speaking import speakers_list
from negotiator.workspace import Workspace

TEMPLATE = "session-report.md"
_SAID = (EntryKind.STATEMENT, EntryKind.RIGHT_OF_REPLY, EntryKind.POINT_OF_ORDER)


def session_report(
    workspace: Workspace, code: str, audience: Audience, template: Path | None = None, *, tables: bool = False
) -> str:
    """Write the report of a session as Markdown, for an audience, from a template.

    Attendance and positions are lists, or tables where `tables` says so, as a Word file wants them.
    The template is the one given, else the workspace's own `data/templates/session-report.md`, else the shipped one.
    Raises `NotFound` for a session that is not there, `BadFile` with the line where a field of the template is unknown.
    """
    session = get_session(workspace, code)
    there = floor(workspace, session.code)
    roll = call_roll(workspace)
    entries = [each for each in there.entries if audience.sees(Audience(each.visibility))]
    known = _known(there, roll, audience)
    proposals = list_proposals(workspace, Wanted(session=session.code), audience)
    window = session.window
    fields = {
        "title": f"{session.code} · {safe(session.title.said)}",
        "notice": f"**{_('Informal notes, not an official record')}**",
        "when": days_in_words(window.first, window.last) if window else "–",
        "audience": _("For: {audience}", audience=_(AUDIENCES[audience])),
        "head_sittings": _("Meetings"),
        "head_attendance": _("Attendance"),
        "head_speaking": _("Speakers"),
        "head_positions": _("Positions by paragraph"),
        "head_proposals": _("Proposals"),
        "head_decisions": _("Decisions and rulings"),
        "head_next": _("Next steps"),
        "sittings": listed(_sittings(workspace, there)),
        "attendance": attendance(there, roll, known, tables=tables),
        "speaking": listed(_speaking(workspace, there, known)),
        "positions": positions(entries, there, roll.is_state, tables=tables),
        "proposals": listed(map(_proposal, proposals)),
        "decisions": listed(
            f"{each.said.local:%d.%m. %H:%M}  {_(ENTRY_KINDS[each.kind])}: {safe(each.words)}"
            for each in entries
            if each.kind in (EntryKind.DECISION, EntryKind.RULING, EntryKind.ADJOURNMENT)
        ),
        "next": listed(_next_steps(workspace, session.code, proposals, audience)),
    }
    return _filled(_template(workspace, template), fields)


def _template(workspace: Workspace, given: Path | None) -> Path:
    own = workspace.root / "data" / "templates" / TEMPLATE
    return given or (own if own.is_file() else shipped("data", "templates", TEMPLATE))


def _filled(path: Path, fields: dict[str, str]) -> str:
    try:
        words = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadFile(_("{path} cannot be read: {problem}.", path=path, problem=problem)) from problem
    for number, line in enumerate(words.splitlines(), 1):
        template = Template(line)
        if not template.is_valid() or set(template.get_identifiers()) - fields.keys():
            choices = ", ".join(f"${field}" for field in fields)
            told = {"path": path, "line": number, "choices": choices}
            raise BadFile(_("{path}, line {line}: there is no such field; choose of {choices}.", **told))
    return Template(words).substitute(fields).rstrip() + "\n"


def _sittings(workspace: Workspace, there: Floor) -> Iterable[str]:
    now = workspace.now()
    for meeting in there.meetings:
        closed = moment_in_words(meeting.closed) if meeting.closed else _("still open")
        chairs = ", ".join(dict.fromkeys(each.stakeholder for each in meeting.presiding))
        yield _(
            "Meeting {number}: {opened} – {closed}, sat {sitting}",
            number=meeting.number,
            opened=moment_in_words(meeting.opened),
            closed=closed,
            sitting=_clock(meeting.sitting(now)),
        ) + (" · " + _("presided over by {chairs}", chairs=chairs) if chairs else "")
        for pause in meeting.pauses:
            until = moment_in_words(pause.until) if pause.until else _("still suspended")
            why = f" ({safe(pause.why)})" if pause.why else ""
            told = {"number": meeting.number, "since": moment_in_words(pause.since), "until": until}
            yield _("Meeting {number} suspended: {since} – {until}", **told) + why


def _clock(time: timedelta) -> str:
    minutes = int(time.total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def _known(there: Floor, roll: Roll, audience: Audience) -> Callable[[str], bool]:
    """Return who may be named to an audience.

    Who spoke is known to all who were in the room, even where the notes of it are not for them; not so who shows in
    private entries only, or bears a narrower mark itself.
    """
    spoke = {each.speaker for each in there.entries if Audience(each.visibility) is not Audience.PRIVATE}
    by_hand = {each.stakeholder for each in there.attendance if each.source is Source.HAND}
    private = set() if audience.sees(Audience.PRIVATE) else {each.speaker for each in there.entries} - spoke - by_hand
    hidden = private | {each.code for each in roll.stakeholders if not audience.sees(each.visibility)}
    return lambda code: code not in hidden


def _speaking(workspace: Workspace, there: Floor, known: Callable[[str], bool]) -> Iterable[str]:
    said = [each for each in there.entries if each.kind in _SAID and known(each.speaker)]
    first = {each.speaker: each.said for each in sorted(said, key=lambda each: each.said.utc, reverse=True)}
    if first:
        names = ", ".join(f"{speaker} ({said.local:%d.%m. %H:%M})" for speaker, said in reversed(first.items()))
        yield _("In this order: {speakers}", speakers=names)
    for total in speakers_list(workspace, there.session).by_speaker():
        if known(total.who):
            minutes, seconds = divmod(int(total.time.total_seconds()), 60)
            yield _("{who}: {n} times, {time}", who=total.who, n=total.speeches, time=f"{minutes}:{seconds:02}")


def _proposal(each: Proposal) -> str:
    row = f"{each.code} ¶{each.label} {each.by}: {_(ACTIONS[each.action])} {safe(each.wording)}".rstrip()
    for stance, sign in ((Stance.SUPPORT, "+"), (Stance.OPPOSE, "−"), (Stance.FLEXIBLE, "=")):
        if each.those(stance):
            row += f" · {sign} {', '.join(each.those(stance))}"
    return row + f" · {_(DISPOSITIONS[each.disposition])}"


def _next_steps(workspace: Workspace, session: str, proposals: Sequence[Proposal], audience: Audience) -> Iterable[str]:
    now = workspace.now()
    for each in list_inputs(workspace, Filter(session=session, any_pending=True, audience=audience)):
        what = ", ".join(_(PENDING_KINDS[kind]) for kind in pending(each, now))
        yield f"{each.code} {each.stakeholder}: {safe(each.title)} ({what})"
    for proposal in proposals:
        if proposal.disposition is Disposition.OPEN:
            yield _("{proposal} waits for an answer.", proposal=proposal.code)
