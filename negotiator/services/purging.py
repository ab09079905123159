"""Purging what must not be kept, such as a quote given to the wrong speaker: for good, leaving a tombstone."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from re import IGNORECASE, fullmatch

from negotiator.domain.proposal import proposal_code
from negotiator.errors import NotFound, Refused, WrongUsage
from negotiator.i18n import _
from negotiator.services.backups import backups
from negotiator.storage import purge as rows
from negotiator.storage.chain import PURGE
from negotiator.workspace import Workspace

_CODES = {"entry": r"(.+)-0*(\d+)", "proposal": r"()(?:p-?)?0*(\d+)", "input": r"()(?:i-?)?0*(\d+)"}
"""How each kind of record is called."""


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge did."""

    act: str
    """The act."""
    rewritten: bool
    """Whether the file was written anew; while somebody reads it, what was freed may still lie in it."""
    still_held: tuple[Path, ...]
    """Backups that still have the words."""
    cleaned: tuple[Path, ...]
    """Backups that had them, were written anew without them, and keep everything else."""
    failed: Mapping[Path, str]
    """Why some of the backups that still have the words could not be written anew."""
    proposals: tuple[str, ...] = ()
    """Codes of the proposals made of a purged entry, which may have its words still."""


def purge(workspace: Workspace, entity: str, code: str, *, why: str, with_backups: bool = False) -> Purged:
    """Empty an `entry`, `proposal` or `input` for good: its words, its files, and what its events say of them.

    The chain of events still verifies, and `check` says nothing of it. It cannot be undone. With `with_backups` the
    same is done to the backups that have the words; they keep everything else. One that is damaged stays as it is and
    is told. Raises `NotFound`, `WrongUsage` without a reason.
    """
    if not why.strip():
        raise WrongUsage(_("Say why it must not be kept, with --why."))
    identifier = _identifier(workspace, entity, code)
    if workspace.as_of is not None:
        raise Refused(_("Nothing can be purged while looking back."))
    label = {"what": code.strip().upper(), "why": " ".join(why.split())}
    with workspace.acting(PURGE, **label) as act:
        begun = rows.beginnings(act.db, entity, identifier)
        rows.purge_row(act, entity, identifier)
        done = act.id
    with workspace.reading() as db:
        rewritten = rows.rewrite(db)
        made = tuple(map(proposal_code, rows.proposals_of(db, identifier))) if entity == "entry" else ()
    held = tuple(path for path in backups(workspace) if rows.holds(path, entity, identifier, begun))
    failed: dict[Path, str] = {}
    cleaned: tuple[Path, ...] = ()
    if with_backups:
        at, by = workspace.clock(), workspace.who()
        told = {path: rows.purge_backup(path, label, entity, identifier, begun, at, by) for path in held}
        failed = {path: trouble for path, trouble in told.items() if trouble}
        cleaned, held = tuple(path for path in held if path not in failed), tuple(failed)
    return Purged(done, rewritten, held, cleaned, failed, made)


def backups_with(workspace: Workspace, entity: str, code: str) -> tuple[Path, ...]:
    """Return the backups that have the words of a record; raises `NotFound`."""
    identifier = _identifier(workspace, entity, code)
    with workspace.reading() as db:
        begun = rows.beginnings(db, entity, identifier)
    return tuple(path for path in backups(workspace) if rows.holds(path, entity, identifier, begun))


def _identifier(workspace: Workspace, entity: str, code: str) -> str:
    named = fullmatch(_CODES[entity], code.strip(), flags=IGNORECASE)
    with workspace.reading() as db:
        identifier = rows.found(db, entity, int(named[2]), named[1].upper()) if named else None
    if identifier is None:
        raise NotFound(_("There is no {what}.", what=code))
    return identifier
