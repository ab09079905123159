"""What people record about the mandate: evidence put forward and taken back, readings of dates, what took its place."""

from dataclasses import dataclass
from datetime import date
from re import fullmatch

from negotiator.domain.codes import number_in
from negotiator.domain.dates import parse_date
from negotiator.domain.input_life import InputState
from negotiator.domain.mandate import Evidence, EvidenceKind, Override
from negotiator.domain.title import Title
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import N_, _
from negotiator.services.inputs import input_named
from negotiator.services.processes import session_named, sessions_as_known
from negotiator.storage import drafts as draft_rows
from negotiator.storage import letters
from negotiator.storage import mandate as rows
from negotiator.storage.events import Act
from negotiator.storage.opened import Database
from negotiator.workspace import Workspace

ASIDE = frozenset((InputState.WITHDRAWN, InputState.DECLINED))
"""States in which an input is no evidence of anything."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded."""

    code: str
    """What people call it: the evidence, or the action."""
    act: str
    """The act."""


def attach(
    workspace: Workspace,
    code: str,
    kind: EvidenceKind,
    ref: str,
    *,
    on: str | None = None,
    session: str | None = None,
    words: str = "",
) -> Recorded:
    """Put a session, a document, an input, a draft or a note forward as evidence.

    A session, an input, a draft and a letter (`L-001`) bear their own day; another document and a note are of today
    unless `on` says otherwise.
    Raises `NotFound` for one that there is not, `Refused` for an input that was withdrawn or has not come.
    """
    if not ref.strip():
        raise WrongUsage(_("Say what shows it."))
    given = parse_date(on) if on else None
    with workspace.acting(N_("attach {evidence} to {action}"), action=code, evidence="") as act:
        identifier, known = _action(act, code)
        today = workspace.now().date
        name, own = _named(workspace, act.db, kind, ref.strip())
        number = rows.next_number(act.db)
        made = rows.evidence_code(number)
        act.tell(action=known, evidence=made)
        for_ = session_named(sessions_as_known(act.db, workspace.now()), session).code if session else ""
        day = given or own or today
        rows.add_evidence(act, identifier, number, Evidence(made, kind, name, day, for_, Title(words.strip())))
    return Recorded(made, act.id)


def _named(workspace: Workspace, db: Database, kind: EvidenceKind, ref: str) -> tuple[str, date | None]:
    """Return the code of what is put forward, and the day it bears."""
    match kind:
        case EvidenceKind.SESSION:
            session = session_named(sessions_as_known(db, workspace.now()), ref)
            return session.code, session.window.last if session.window else None
        case EvidenceKind.INPUT:
            found = input_named(db, ref)
            if found.received is None or found.state in ASIDE:
                raise Refused(_("{input} is not here: it was withdrawn or has not come.", input=found.code))
            return found.code, found.received.date
        case EvidenceKind.DRAFT:
            draft = next((each for each in draft_rows.drafts(db) if each.code == ref.lower()), None)
            if draft is None:
                raise NotFound(_("There is no draft {code}; “negotiator draft list” names them.", code=ref))
            return draft.code, draft.released
        case EvidenceKind.DOCUMENT if number := fullmatch(r"[Ll]-(\d{1,9})", ref):
            letter = next((each for each in letters.letters(db) if each.number == int(number[1])), None)
            if letter is None:
                raise NotFound(_("There is no letter {letter}; “negotiator letter list” names them.", letter=ref))
            return letter.code, letter.dated
        case _:
            return ref, None


def withdraw_evidence(workspace: Workspace, code: str, evidence: str, *, why: str, on: str | None = None) -> Recorded:
    """Take a piece of evidence back, with the reason: the action turns back and says so."""
    if not why.strip():
        raise WrongUsage(_("Say why the evidence is taken back."))
    with workspace.acting(N_("withdraw {evidence} from {action}"), action=code, evidence=evidence) as act:
        identifier, known = _action(act, code)
        number = number_in(evidence, "E") or 0
        act.tell(action=known, evidence=rows.evidence_code(number))
        day = parse_date(on) if on else workspace.now().date
        if not rows.withdraw_evidence(act, identifier, number, day, why.strip()):
            raise NotFound(_("{action} has no evidence {evidence} to take back.", action=known, evidence=evidence))
    return Recorded(rows.evidence_code(number), act.id)


def override(
    workspace: Workspace,
    code: str,
    reading: str | None,
    *,
    why: str,
    until: str | None = None,
    source: str = "",
    decided: str | None = None,
    by: str = "",
) -> Recorded:
    """Decide how a date is to be read: the strict or the lenient reading, or a last day, with the reason."""
    if (reading is None) == (until is None):
        raise WrongUsage(_("Give one of --strict, --lenient or --until."))
    if not why.strip():
        raise WrongUsage(_("Say why it is read so."))
    last = parse_date(until) if until else None
    with workspace.acting(N_("read the date of {action}"), action=code) as act:
        identifier, known = _action(act, code)
        act.tell(action=known)
        day = parse_date(decided) if decided else workspace.now().date
        given = Override(last, reading or "date", why.strip(), day, source.strip(), by.strip())
        rows.add_reading(act, identifier, given)
    return Recorded(known, act.id)


def supersede(workspace: Workspace, code: str, by: str, *, why: str = "", on: str | None = None) -> Recorded:
    """Record that a later decision took the place of an action."""
    if not by.strip():
        raise WrongUsage(_("Name the decision that took its place."))
    with workspace.acting(N_("supersede {action}"), action=code) as act:
        identifier, known = _action(act, code)
        act.tell(action=known)
        day = parse_date(on) if on else workspace.now().date
        rows.add_superseded(act, identifier, by.strip(), day, why.strip())
    return Recorded(known, act.id)


def _action(act: Act, code: str) -> tuple[str, str]:
    found = rows.action_id(act.db, code.strip())
    if found is None:
        raise NotFound(_("There is no mandated action {code}; “negotiator mandate” lists them.", code=code))
    return found
