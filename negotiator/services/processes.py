"""The process of a workspace: made from a template, and where it stands at a moment."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from negotiator.domain.dates import Instant
from negotiator.domain.process import Claim, Milestone, Phase, Process, Role
from negotiator.domain.session import Session, SessionKind, in_order
from negotiator.errors import BadFile, DatabaseTrouble, NotFound, Refused
from negotiator.i18n import N_, _
from negotiator.resources import shipped
from negotiator.storage import calendar, processes
from negotiator.storage.database import connect, told_plainly
from negotiator.storage.events import acting
from negotiator.storage.mounts import Mount, mounts_of_this_machine
from negotiator.storage.opened import Database
from negotiator.workspace import Clock, Workspace, is_workspace, make_workspace, real_clock

DEFAULT_TEMPLATE = "gcm"
"""The process of resolution 71/280."""
LARGEST = 1_000_000
"""How many bytes a template may have."""


def create_workspace(
    root: Path,
    template: str = DEFAULT_TEMPLATE,
    *,
    clock: Clock = real_clock,
    clock_offset: timedelta = timedelta(),
    environ: Mapping[str, str] = os.environ,
    mounts: Callable[[], list[Mount]] = mounts_of_this_machine,
    randomness: Callable[[int], bytes] = os.urandom,
) -> Workspace:
    """Make a workspace for a process: a shipped one by its name, or one described in a TOML file.

    Where anything fails, nothing of it stays. Raises `BadFile` for a template that cannot be used, `NotFound` for a
    name that is not shipped, `Refused` for a folder that is a workspace already or lies on a network share. What a
    killed program left without a process is finished.
    """
    from negotiator.domain.template import read_template
    from negotiator.services.stakeholders import load_shipped

    path = template_path(template)
    data = _template_bytes(path)
    words = _as_text(data, path)
    read = read_template(words, path.name)
    unfinished = is_workspace(root) and _left_unfinished(root)
    if is_workspace(root) and not unfinished:
        raise Refused(_("{path} is a workspace already.", path=root))
    with nullcontext() if unfinished else _nothing_half_made(root):
        workspace = make_workspace(
            root,
            clock=clock,
            clock_offset=clock_offset,
            environ=environ,
            mounts=mounts,
            randomness=randomness,
            go_on=unfinished,
        )
        db = connect(workspace.database_path)
        try:
            # Not `workspace.acting`: an empty database needs no backup.
            with (
                told_plainly(workspace.database_path),
                acting(
                    db,
                    N_("make the workspace for the process {process}"),
                    {"process": read.process.code},
                    at=clock(),
                    by=workspace.who(),
                    randomness=randomness,
                ) as act,
            ):
                if processes.process(act.db) is not None:  # the one who began it was only slow
                    raise Refused(_("{path} is a workspace already.", path=root))
                processes.add_template(act, read, path.name, words, sha256(data).hexdigest())
                load_shipped(act)
                act.found()
        finally:
            db.close()
    return workspace


def template_names() -> list[str]:
    """Return the names of the shipped processes."""
    return sorted(path.stem for path in shipped("data", "processes").glob("*.toml"))


def template_path(template: str) -> Path:
    """Return the file of a process by its shipped name, or the file itself; raises `NotFound`."""
    if template.endswith(".toml"):
        path = Path(template)
        if not path.is_file():
            raise NotFound(_("There is no file {path}.", path=path))
        return path
    if template not in template_names():
        raise NotFound(
            _(
                "There is no process “{name}”; choose one of {choices}, or a file ending in .toml.",
                name=template,
                choices=", ".join(template_names()),
            )
        )
    return shipped("data", "processes", f"{template}.toml")


def _template_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as problem:
        raise BadFile(_("{path} cannot be read: {problem}.", path=path, problem=problem.strerror)) from problem
    if len(data) > LARGEST:
        raise BadFile(_("{path} is too large for a process: expected at most {size} bytes.", path=path, size=LARGEST))
    return data


def _as_text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise BadFile(_("{path}, line {line}: expected UTF-8.", path=path, line=line)) from problem


def _left_unfinished(root: Path) -> bool:
    if any(root.glob("data/backups/*.db")):
        return False
    workspace = Workspace(root)
    if workspace.database_path.stat().st_size == 0:
        return True
    with suppress(DatabaseTrouble), workspace.reading() as db:
        return processes.process(db) is None
    return False


@contextmanager
def _nothing_half_made(root: Path) -> Iterator[None]:
    """Where the block fails, take away the folders it made and the database in them, and nothing else.

    A refusal comes before there is a database, or because somebody else is making one here at this moment.
    """
    folders = [root / "data" / "backups", root / "data", root / "drafts", root, *root.parents]
    missing = [folder for folder in folders if not folder.exists()]
    try:
        yield
    except BaseException as trouble:
        endings = () if isinstance(trouble, Refused) else ("", "-wal", "-shm", "-journal")
        for ending in endings:
            with suppress(OSError):
                (root / "data" / f"negotiator.db{ending}").unlink()
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
        raise


def get_process(workspace: Workspace) -> Process:
    """Return the process of the workspace; raises `NotFound` where it has none."""
    with workspace.reading() as db:
        found = processes.process(db)
    if found is None:
        raise NotFound(_("This workspace has no process; make one with “negotiator init”."))
    return found


def list_phases(workspace: Workspace) -> tuple[Phase, ...]:
    """Return the phases of the process, the earliest first."""
    with workspace.reading() as db:
        return processes.phases(db)


def list_roles(workspace: Workspace) -> tuple[Role, ...]:
    """Return who holds and held which office."""
    with workspace.reading() as db:
        return processes.roles(db)


def list_milestones(workspace: Workspace) -> tuple[Milestone, ...]:
    """Return the milestones that were passed or known to come at the clock's moment, the earliest first."""
    now = workspace.now()
    with workspace.reading() as db:
        return tuple(each for each in milestones_as_known(db, now) if each.past(now) or each.awaited(now))


def list_claims(workspace: Workspace, subject: str) -> tuple[Claim, ...]:
    """Return what sources say on a session or milestone on which they differ."""
    with workspace.reading() as db:
        return processes.claims(db, subject)


def list_sessions(
    workspace: Workspace, kind: SessionKind | None = None, phase: str | None = None
) -> tuple[Session, ...]:
    """Return the calendar in order, as it was known at the clock's moment; of one kind, of one phase.

    Raises `NotFound` for a phase that the process does not have.
    """
    now = workspace.now()
    with workspace.reading() as db:
        codes = {each.code.casefold(): each.code for each in processes.phases(db)}
        found = sessions_as_known(db, now)
    if phase is not None and phase.casefold() not in codes:
        raise NotFound(
            _("There is no phase {phase}; choose one of {choices}.", phase=phase, choices=", ".join(codes.values()))
        )
    return in_order(
        session
        for session in found
        if (kind is None or session.kind is kind) and (phase is None or codes[phase.casefold()] in session.phases)
    )


def get_session(workspace: Workspace, code: str) -> Session:
    """Return a session by its code, in any case of letters, as it was known at the clock's moment.

    Raises `NotFound` with the codes that are near.
    """
    now = workspace.now()
    with workspace.reading() as db:
        return session_named(sessions_as_known(db, now), code)


def sessions_as_known(db: Database, now: Instant) -> tuple[Session, ...]:
    """Return the calendar as it was known at a moment, without the texts that had not been released."""
    unreleased = {each.draft for each in milestones_as_known(db, now) if each.draft and not each.past(now)}
    return in_order(session.as_known(now, unreleased) for session in calendar.sessions(db))


def milestones_as_known(db: Database, now: Instant) -> tuple[Milestone, ...]:
    """Return every milestone with the date that it was known to have at a moment."""
    return tuple(each.as_known(now.date) for each in processes.milestones(db))


def session_named(sessions: tuple[Session, ...], code: str) -> Session:
    """Pick a session by its code, in any case of letters; raises `NotFound` with the codes that are near."""
    codes = {session.code.casefold(): session for session in sessions}
    wanted = code.strip().casefold()
    if wanted in codes:
        return codes[wanted]
    from difflib import get_close_matches

    near = [codes[match].code for match in get_close_matches(wanted, codes, n=4, cutoff=0.5)]
    if near:
        raise NotFound(_("There is no session {session}; did you mean {codes}?", session=code, codes=", ".join(near)))
    raise NotFound(_("There is no session {session}; “negotiator session list” names them.", session=code))
