"""Intake: files and e-mails looked through, suggestions made of each, and stored once a person has looked at them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from negotiator.domain.dates import Instant
from negotiator.domain.input_life import InputState, Step
from negotiator.domain.inputs import Input, input_code
from negotiator.domain.session import Session
from negotiator.errors import BadFile, NegotiatorError, NotFound, Refused
from negotiator.i18n import N_, _
from negotiator.services.drafts import text_for_screen
from negotiator.services.input_filter import Filter
from negotiator.services.input_kinds import input_kinds
from negotiator.services.input_rules import Details, draw, move
from negotiator.services.inputs import get_kind, input_named, list_inputs, session_of
from negotiator.services.intake_clues import LETTERHEAD, kind_told, paragraphs_told, sender_told, session_told
from negotiator.services.letter_files import Found, read_letter_files
from negotiator.services.party_names import Names, Party
from negotiator.services.processes import list_sessions
from negotiator.services.stakeholders import find_stakeholder
from negotiator.storage import input_lives
from negotiator.storage import inputs as rows
from negotiator.text.provision import Provision
from negotiator.workspace import Workspace

MOST_FILES = 2_000
"""The most files of a folder that are taken in at once."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one file would become."""

    path: Path
    """The file."""
    sender: Party
    """From whom it seems to come."""
    kind: str
    """Code of its kind; empty where nothing tells."""
    title: str
    """What it would be called."""
    received: Instant
    """When it came: when the e-mail was sent, else now."""
    session: str
    """Code of its session; may be empty."""
    language: str
    """Its language as a two-letter code; may be empty."""
    paragraphs: tuple[str, ...]
    """Paths of the paragraphs of the latest draft that it speaks of."""
    answers: str
    """Code of the expected input that it answers; may be empty."""
    doubts: tuple[str, ...]
    """Why it is not stored as it is, in sentences; empty where it can be."""
    told: tuple[str, ...]
    """Sentences about the reading."""
    found: Found | None = None
    """Its files; None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an import stored."""

    codes: tuple[str, ...]
    """Codes of the inputs, in the order of the files."""
    act: str
    """The act."""


def plan_intake(
    workspace: Workspace, path: Path, *, sender: str | None = None, kind: str | None = None, session: str | None = None
) -> tuple[Suggestion, ...]:
    """Look through a file or every file of a folder and say what each would become; stores nothing.

    What is said of sender, kind and session holds for all of them. Raises `NotFound` where nothing is there.
    """
    paths = _files(path)
    said = Party((find_stakeholder(workspace, sender).code,), None, sender) if sender else None
    if kind:
        kind = get_kind(kind).code
    if session:
        with workspace.reading() as db:
            session = session_of(db, session).code
    names, sessions = Names(workspace), list_sessions(workspace)
    provisions = _latest(workspace)
    expected = [each for each in list_inputs(workspace, Filter(state=InputState.EXPECTED)) if not each.covered_by]
    made: list[Suggestion] = []
    seen: dict[str, str] = {}
    for each in paths:
        suggestion = _suggest(workspace, each, names, sessions, provisions, expected, said, kind or "", session or "")
        first = suggestion.found.files[0].file.sha256 if suggestion.found else ""
        if first in seen:
            doubt = _("It is the same file as {file}.", file=seen[first])
            suggestion = replace(suggestion, doubts=(*suggestion.doubts, doubt))
        if first:
            seen.setdefault(first, each.name)
        if suggestion.answers and not suggestion.doubts:
            expected = [one for one in expected if one.code != suggestion.answers]
        made.append(suggestion)
    return tuple(made)


def store_intake(workspace: Workspace, suggestions: Sequence[Suggestion], *, some: bool = False) -> TakenIn:
    """Store in one act what is without doubt: all or nothing, or with `some` those that can be.

    Raises `Refused` where one is doubtful and not `some`, or where none can be stored.
    """
    doubtful = [each for each in suggestions if each.doubts]
    clear = [each for each in suggestions if not each.doubts]
    if not clear or (doubtful and not some):
        names = ", ".join(each.path.name for each in doubtful[:5])
        raise Refused(_("Nothing is stored, because of {files}; say --from and --kind, or --some.", files=names))
    codes = []
    with workspace.acting(N_("take in {count} inputs"), count=len(clear)) as act:
        for each in clear:
            assert each.found is not None
            step = Step(InputState.RECEIVED, each.received)
            if each.answers:
                known = input_named(act.db, each.answers)
                move(act, known, step)
                identifier, code = known.id, known.code
            else:
                details = Details(session=each.session or None, language=each.language, note=_note(each))
                drawn = draw(act.db, workspace, each.sender.codes[0], each.kind, each.title, details, None)
                came = replace(drawn.input, announced=False, state=InputState.RECEIVED, received=step.at, steps=(step,))
                identifier = rows.add_input(act, came, drawn.sender_id, drawn.session_id, drawn.phase)
                code = came.code
            for one in each.found.files:
                input_lives.add_file(act, identifier, one.file, one.data, one.words)
            codes.append(code)
        return TakenIn(tuple(codes), act.id)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        found = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith((".", "~$")))
    except OSError as problem:
        raise BadFile(_("{path} cannot be read: {problem}.", path=path, problem=problem.strerror)) from problem
    if not found:
        raise NotFound(_("There is no file in {path}.", path=path))
    if len(found) > MOST_FILES:
        raise Refused(_("{path} has more than {n} files; take them in parts.", path=path, n=MOST_FILES))
    return found


def _latest(workspace: Workspace) -> tuple[Provision, ...]:
    try:
        return tuple(text_for_screen(workspace).provisions)
    except NotFound:
        return ()


def _suggest(
    workspace: Workspace,
    path: Path,
    names: Names,
    sessions: Sequence[Session],
    provisions: tuple[Provision, ...],
    expected: Sequence[Input],
    said: Party | None,
    kind: str,
    session: str,
) -> Suggestion:
    now = workspace.now()
    try:
        found = read_letter_files([path])
    except NegotiatorError as problem:
        nobody = Party((), None)
        return Suggestion(path, said or nobody, kind, path.stem, now, session, "", (), "", (problem.message,), ())
    mail = found.mail
    words = "\n".join(each.words for each in found.files)
    subject = mail.subject if mail else ""
    address = [mail.sender.name, mail.sender.address] if mail and mail.sender else []
    sender = said or sender_told(names, address=[each for each in address if each], text=words, file_name=path.name)
    head = f"{subject}\n{path.stem}\n{words[:LETTERHEAD]}"
    received = Instant.at(mail.date, workspace.zone) if mail and mail.date else now
    session = session or session_told(head, sessions)
    kind_named = kind or kind_told(head, input_kinds())
    fitting = [
        each
        for each in expected
        if each.stakeholder == sender.code
        and (not kind_named or each.kind.code == kind_named)
        and (not session or each.session in ("", session))
    ]
    answers = fitting[0] if len(fitting) == 1 else None
    if answers is not None:
        kind_named, session = answers.kind.code, answers.session or session
    doubts = _doubts(workspace, names, found, sender, kind_named, fitting, received, now)
    return Suggestion(
        path,
        sender,
        kind_named,
        answers.title if answers else subject or path.stem,
        received,
        session,
        found.language,
        paragraphs_told(words, provisions),
        answers.code if answers else "",
        doubts,
        found.told,
        found,
    )


def _doubts(
    workspace: Workspace,
    names: Names,
    found: Found,
    sender: Party,
    kind: str,
    fitting: Sequence[Input],
    received: Instant,
    now: Instant,
) -> tuple[str, ...]:
    doubts = []
    if not sender.codes:
        doubts.append(_("Nothing tells from whom it comes; say --from."))
    elif sender.code is None:
        doubts.append(_("It may come from {codes}; say --from.", codes=", ".join(sender.codes)))
    elif sender.code not in names.senders:
        doubts.append(_("{code} is a group; say --from for the delegation that sent it.", code=sender.code))
    if len(fitting) > 1:
        codes = ", ".join(each.code for each in fitting)
        doubts.append(_("It may answer {inputs}; receive it with “negotiator input receive”.", inputs=codes))
    elif not kind:
        doubts.append(_("Nothing tells what kind of input it is; say --kind."))
    if received.utc > now.utc:
        doubts.append(_("Its date has not come yet: {date}.", date=received.iso()))
    with workspace.reading() as db:
        known = input_lives.numbers_with_file(db, found.files[0].file.sha256)
    if known:
        doubts.append(_("The same file came with {inputs}.", inputs=", ".join(map(input_code, known))))
    return tuple(doubts)


def _note(each: Suggestion) -> str:
    return _("Speaks of {paragraphs}.", paragraphs=", ".join(each.paragraphs)) if each.paragraphs else ""
