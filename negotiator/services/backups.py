"""Backups of a workspace, bringing one back, and checking that all is whole."""

from pathlib import Path

from negotiator.errors import BadFile, DatabaseTrouble, NotFound, Refused
from negotiator.i18n import _
from negotiator.storage.backup import altered_files, bring_back, copy_database, look_over
from negotiator.storage.chain import broken_links
from negotiator.storage.database import connect, told_plainly
from negotiator.workspace import Workspace

BEFORE = "before-restore-"
"""How the names of the copies begin that `restore` keeps."""


def back_up(workspace: Workspace, target: Path | None = None) -> Path:
    """Copy the database into the backups folder, named by the second, or to a file that must not be there yet."""
    where = target or workspace.backups_folder / f"{workspace.clock():%Y-%m-%dT%H%M%SZ}.db"
    if where.exists():
        raise Refused(_("{path} is there already; name another file.", path=where))
    if target and not target.parent.is_dir():
        raise NotFound(_("There is no folder {path}.", path=target.parent))
    with workspace.reading() as db:
        copy_database(db, where)
    return where


def backups(workspace: Workspace) -> list[Path]:
    """List the backups, newest first."""
    return sorted(workspace.backups_folder.glob("*.db"), key=lambda path: path.name.removeprefix(BEFORE), reverse=True)


def restore(workspace: Workspace, named: str | None = None) -> Path:
    """Bring a backup back, the newest one where none is named; what was there is kept beside the backups first.

    What an earlier `restore` kept comes back only by its name: it may be damaged, and was given up.

    Raises `NotFound` where there is no such backup, `BadFile` where it is damaged. Returns the file kept; it is missing
    where there was no database any more.
    """
    chosen = _chosen(workspace, named)
    wrong = look_over(chosen)
    if wrong:
        raise Refused(_("{path} is not whole: {problem}", path=chosen, problem=wrong[0]))
    kept = workspace.backups_folder / f"{BEFORE}{workspace.clock():%Y-%m-%dT%H%M%SZ}.db"
    bring_back(chosen, workspace.database_path, kept)
    connect(workspace.database_path).close()  # an older backup is brought up to date at once
    return kept


def check(workspace: Workspace) -> list[str]:
    """Check integrity, foreign keys, the chain of events and the files kept; returns what is wrong, in sentences."""
    try:
        found = look_over(workspace.database_path)
    except BadFile as problem:
        raise DatabaseTrouble(str(problem)) from problem
    with workspace.reading() as db, told_plainly(workspace.database_path):
        for number in broken_links(db):
            found.append(_("Event {number} does not fit the chain: the log was changed by hand.", number=number))
        for name in altered_files(db):
            found.append(_("The file {name} is not the one that was stored.", name=name))
    for folder in (workspace.drafts_folder, workspace.backups_folder):
        if not folder.is_dir():
            found.append(_("The folder {path} is missing.", path=folder))
    return found


def _chosen(workspace: Workspace, named: str | None) -> Path:
    if named is None:
        found = [path for path in backups(workspace) if not path.name.startswith(BEFORE)]
        if not found:
            raise NotFound(_("There is no backup in {path} yet.", path=workspace.backups_folder))
        return found[0]
    for candidate in (Path(named), workspace.backups_folder / named, workspace.backups_folder / f"{named}.db"):
        if candidate.is_file():
            return candidate
    raise NotFound(_("There is no backup {name}; “negotiator backup --list” names them.", name=named))
